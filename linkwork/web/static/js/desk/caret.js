// Reading and selecting by keyboard: a caret that is a word. Arrows move it, Shift stretches it; with Ctrl it goes by
// sentence, up and down by paragraph. Only the lines walked through are parted into words.

import { codePoints, linesOf, rangeOf } from "./points.js";

/** @typedef {{start: number, end: number}} Span */

/** @type {WeakMap<HTMLElement, Span[]>} */
const known = new WeakMap();

/**
 * The words of a line. A script without spaces is parted by the browser's own segmenter.
 * @param {HTMLElement} line
 * @param {string} language
 */
function wordsOf(line, language) {
  let words = known.get(line);
  if (!words) known.set(line, (words = partsOf(line, language, "word")));
  return words;
}

/**
 * @param {HTMLElement} line
 * @param {string} language
 * @param {"word" | "sentence"} granularity
 */
function partsOf(line, language, granularity) {
  const parts = new Intl.Segmenter(language || undefined, { granularity });
  /** @type {Span[]} */
  const found = [];
  let place = Number(line.dataset.start);
  for (const part of parts.segment(line.textContent ?? "")) {
    const length = codePoints(part.segment);
    if (granularity === "sentence" ? part.segment.trim() : part.isWordLike) {
      found.push({ start: place, end: place + codePoints(part.segment.trimEnd()) });
    }
    place += length;
  }
  return found;
}

/**
 * Let the text be walked by keys. One line at a time is a stop of the Tab key.
 * @param {HTMLElement} text
 * @param {(forwards: boolean) => Promise<boolean>} beyond draws more of the text at one of its ends
 */
export function walkable(text, beyond) {
  const backwards = text.dir === "rtl" ? "ArrowRight" : "ArrowLeft";
  const forwards = text.dir === "rtl" ? "ArrowLeft" : "ArrowRight";
  /** @type {Span | null} */
  let anchor = null;
  /** @type {Span | null} */
  let here = null;

  /** @param {HTMLElement} line */
  const words = (line) => wordsOf(line, text.lang);
  /** @param {number} place */
  const lineOf = (place) =>
    linesOf(text).find((line) => Number(line.dataset.start) <= place && place < Number(line.dataset.end));

  function stops() {
    const lines = linesOf(text);
    const now = (here && lineOf(here.start)) ?? lines[0];
    for (const line of lines) line.setAttribute("tabindex", line === now ? "0" : "-1");
  }
  stops();
  text.addEventListener("drawn", stops);

  text.addEventListener("focusin", (event) => {
    const line = /** @type {HTMLElement} */ (event.target);
    if (!line.dataset?.start || (here && lineOf(here.start) === line)) return;
    anchor = here = null;
    for (const one of linesOf(text)) one.setAttribute("tabindex", one === line ? "0" : "-1");
  });

  text.addEventListener("keydown", async (event) => {
    const bySentence = event.ctrlKey || event.metaKey;
    if (event.altKey) return;
    const step = { [backwards]: -1, [forwards]: 1 }[event.key];
    const lineStep = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    const edge = { Home: -1, End: 1 }[event.key];
    if (!step && !lineStep && !edge) return;
    if (bySentence && !step) return;
    event.preventDefault();
    const stretch = event.shiftKey;
    if (edge) atEdge(edge);
    else if (lineStep) await byLine(lineStep, stretch);
    else if (bySentence) await bySentences(Number(step), stretch);
    else await byWord(Number(step));
    if (!here) return;
    if ((!stretch && !bySentence) || !anchor) anchor = here;
    show();
  });

  const current = () => {
    const focused = /** @type {HTMLElement | null} */ (document.activeElement);
    return (here && lineOf(here.start)) ?? (focused?.dataset?.start ? focused : linesOf(text)[0]);
  };

  /**
   * @param {HTMLElement} line
   * @param {number} step
   * @returns {Promise<HTMLElement | undefined>}
   */
  async function neighbour(line, step) {
    for (let tries = 0; tries < 2; tries += 1) {
      const lines = linesOf(text);
      const next = lines[lines.indexOf(line) + step];
      if (next) return next;
      if (!(await beyond(step > 0))) return undefined;
    }
    return undefined;
  }

  /** @param {number} step */
  async function byWord(step) {
    let line = current();
    const place = here;
    if (!place) {
      here = (step > 0 ? words(line)[0] : words(line)[0]) ?? null;
      return;
    }
    for (;;) {
      const row = words(line);
      const next = step > 0 ? row.find((word) => word.start > place.start) : row.findLast((word) => word.start < place.start);
      if (next) {
        here = next;
        return;
      }
      const other = await neighbour(line, step);
      if (!other) return;
      line = other;
    }
  }

  /**
   * @param {number} step
   * @param {boolean} stretch
   */
  async function byLine(step, stretch) {
    const line = current();
    const row = words(line);
    const edge = step > 0 ? row[row.length - 1] : row[0];
    if (stretch && here && edge && here.start !== edge.start) {
      here = edge;
      return;
    }
    const other = here ? await neighbour(line, step) : line;
    if (!other) return;
    const next = words(other);
    here = (stretch && step > 0 ? next[next.length - 1] : next[0]) ?? here;
  }

  /**
   * @param {number} step
   * @param {boolean} stretch
   */
  async function bySentences(step, stretch) {
    let line = current();
    const place = here;
    for (;;) {
      const row = partsOf(line, text.lang, "sentence");
      const next =
        step > 0
          ? row.find((one) => !place || (anchor && anchor.start !== place.start ? one.start >= place.end : one.end > place.start))
          : row.findLast((one) => place && one.end <= (anchor && !stretch ? Math.min(anchor.start, place.start) : place.start));
      if (next) {
        const inside = words(line).filter((word) => word.start >= next.start && word.end <= next.end);
        if (inside.length) {
          // The sentence's own signs, its full stop and its quotation marks, belong to it.
          const opening = { start: next.start, end: inside[0].end };
          const closing = { start: inside[inside.length - 1].start, end: next.end };
          here = step > 0 ? closing : opening;
          if (!stretch || !anchor) anchor = step > 0 ? opening : closing;
          return;
        }
      }
      const other = await neighbour(line, step);
      if (!other) return;
      line = other;
    }
  }

  /** @param {number} step */
  function atEdge(step) {
    const row = words(current());
    here = (step > 0 ? row[row.length - 1] : row[0]) ?? here;
  }

  function show() {
    if (!here || !anchor) return;
    const [from, to] = [Math.min(anchor.start, here.start), Math.max(anchor.end, here.end)];
    const line = lineOf(here.start);
    if (!line) return;
    for (const one of linesOf(text)) if (one !== line && one.tabIndex === 0) one.setAttribute("tabindex", "-1");
    line.setAttribute("tabindex", "0");
    if (document.activeElement !== line) line.focus({ preventScroll: true });
    line.scrollIntoView({ block: "nearest" });
    const range = rangeOf(text, from, to);
    if (!range) return;
    const selection = getSelection();
    selection?.removeAllRanges();
    selection?.addRange(range);
  }

  return {
    /**
     * Stand at the word that begins at `place` or after it.
     * @param {number} place
     */
    stand(place) {
      const line = lineOf(place);
      if (!line) return;
      here = anchor = words(line).find((word) => word.end > place) ?? null;
      stops();
      line.setAttribute("tabindex", "0");
      line.focus({ preventScroll: true });
      line.scrollIntoView({ block: "nearest" });
    },
    place: () => here?.start ?? null,
  };
}
