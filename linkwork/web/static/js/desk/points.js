// From the browser's selection to places in the text. The browser counts UTF-16 units; the text is kept in code points.

/** @typedef {{start: number, end: number, words: string}} Passage */

/**
 * How many code points a string has.
 * @param {string} text
 */
export function codePoints(text) {
  let count = 0;
  for (const _point of text) count += 1;
  return count;
}

/**
 * The lines of the text, each with where it starts and ends (end exclusive).
 * @param {HTMLElement} text
 */
export function linesOf(text) {
  return /** @type {HTMLElement[]} */ ([...text.querySelectorAll("[data-start]")]);
}

/** @param {HTMLElement} line */
const startOf = (line) => Number(line.dataset.start);
/** @param {HTMLElement} line */
const endOf = (line) => Number(line.dataset.end);

/**
 * Where a boundary of a range lies, for a line that holds it; the line's own edge where it lies outside.
 * @param {HTMLElement} line
 * @param {Node} node
 * @param {number} offset
 * @param {number} outside
 */
function placeIn(line, node, offset, outside) {
  if (!line.contains(node)) return outside;
  const before = document.createRange();
  before.selectNodeContents(line);
  before.setEnd(node, offset);
  return startOf(line) + codePoints(before.toString());
}

/**
 * The passage a range covers, without white space at its edges; null where it covers no letter of the text.
 * @param {HTMLElement} text
 * @param {Range} range
 * @returns {Passage | null}
 */
export function passageOf(text, range) {
  const words = range.toString();
  const lines = linesOf(text).filter((line) => range.intersectsNode(line));
  if (!words.trim() || !lines.length) return null;
  const pieces = lines
    .map((line) => ({
      start: placeIn(line, range.startContainer, range.startOffset, startOf(line)),
      end: placeIn(line, range.endContainer, range.endOffset, endOf(line)),
      line,
    }))
    .map((piece) => trimmed(piece.line, piece.start, piece.end))
    .filter((piece) => piece.start < piece.end);
  if (!pieces.length) return null;
  return { start: pieces[0].start, end: pieces[pieces.length - 1].end, words: pieces.map((one) => one.words).join(" ") };
}

/**
 * @param {HTMLElement} line
 * @param {number} start
 * @param {number} end
 */
function trimmed(line, start, end) {
  const whole = [...(line.textContent ?? "")].slice(start - startOf(line), end - startOf(line)).join("");
  const lead = codePoints(whole) - codePoints(whole.trimStart());
  return { start: start + lead, end: start + lead + codePoints(whole.trim()), words: whole.trim() };
}

/**
 * The DOM range of a passage.
 * @param {HTMLElement} text
 * @param {number} start
 * @param {number} end
 * @returns {Range | null}
 */
export function rangeOf(text, start, end) {
  const lines = linesOf(text);
  const first = lines.find((line) => startOf(line) <= start && start < endOf(line));
  const last = lines.find((line) => startOf(line) < end && end <= endOf(line));
  if (!first || !last) return null;
  const range = document.createRange();
  range.setStart(...boundary(first, start));
  range.setEnd(...boundary(last, end));
  return range;
}

/**
 * @param {HTMLElement} line
 * @param {number} place
 * @returns {[Node, number]}
 */
function boundary(line, place) {
  let left = place - startOf(line);
  const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const points = [...(node.nodeValue ?? "")];
    if (left <= points.length) return [node, points.slice(0, left).join("").length];
    left -= points.length;
  }
  return [line, line.childNodes.length];
}
