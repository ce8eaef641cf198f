// Reading and selecting by keyboard: a caret that is a word. Arrows move it, shift stretches it, up and down change lines.

import { codePoints, linesOf, rangeOf } from "./points.js";

/** @typedef {{start: number, end: number, line: number}} Word */

/**
 * The words of the whole text with their places. A script without spaces is parted by the browser's own segmenter.
 * @param {HTMLElement} text
 * @returns {Word[]}
 */
function wordsOf(text) {
  const parts = new Intl.Segmenter(text.lang || undefined, { granularity: "word" });
  /** @type {Word[]} */
  const found = [];
  linesOf(text).forEach((line, number) => {
    let place = Number(line.dataset.start);
    for (const part of parts.segment(line.textContent ?? "")) {
      const length = codePoints(part.segment);
      if (part.isWordLike) found.push({ start: place, end: place + length, line: number });
      place += length;
    }
  });
  return found;
}

/**
 * Let the text be walked by arrows. One line at a time is a stop of the Tab key.
 * @param {HTMLElement} text
 */
export function walkable(text) {
  const lines = linesOf(text);
  lines.forEach((line, number) => line.setAttribute("tabindex", number ? "-1" : "0"));
  const words = wordsOf(text);
  const backwards = text.dir === "rtl" ? "ArrowRight" : "ArrowLeft";
  const forwards = text.dir === "rtl" ? "ArrowLeft" : "ArrowRight";
  let anchor = -1;
  let here = -1;

  text.addEventListener("focusin", (event) => {
    const number = lines.indexOf(/** @type {HTMLElement} */ (event.target));
    if (number < 0) return;
    lines.forEach((line) => line.setAttribute("tabindex", line === lines[number] ? "0" : "-1"));
    if (words[here]?.line !== number) anchor = here = words.findIndex((word) => word.line === number) - 1;
  });

  text.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !words.length) return;
    const step = { [backwards]: -1, [forwards]: 1 }[event.key];
    const lineStep = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (step) here = Math.min(words.length - 1, Math.max(0, here + step));
    else if (lineStep) here = wordOfLine((words[Math.max(0, here)]?.line ?? 0) + lineStep);
    else if (event.key === "Home") here = wordOfLine(words[Math.max(0, here)].line);
    else if (event.key === "End") here = lastOfLine(words[Math.max(0, here)].line);
    else return;
    event.preventDefault();
    if (!event.shiftKey || anchor < 0) anchor = here;
    show();
  });

  /** @param {number} line */
  function wordOfLine(line) {
    const found = words.findIndex((word) => word.line === line);
    return found < 0 ? Math.max(0, here) : found;
  }

  /** @param {number} line */
  function lastOfLine(line) {
    return words.findLastIndex((word) => word.line === line);
  }

  function show() {
    const [first, last] = anchor <= here ? [anchor, here] : [here, anchor];
    const range = rangeOf(text, words[first].start, words[last].end);
    const line = lines[words[here].line];
    if (document.activeElement !== line) line.focus({ preventScroll: true });
    line.scrollIntoView({ block: "nearest" });
    if (!range) return;
    const selection = getSelection();
    selection?.removeAllRanges();
    selection?.addRange(range);
  }
}
