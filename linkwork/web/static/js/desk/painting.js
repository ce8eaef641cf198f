// Passages shown without touching the text: the words chosen, the coding one is on, the one a stripe stands for.

import { linesOf, rangeOf } from "./points.js";

/**
 * @param {"pending" | "current" | "hover"} name
 * @param {Range | null} range
 */
export function paint(name, range) {
  if (!("highlights" in CSS)) return;
  CSS.highlights.delete(name);
  if (range) CSS.highlights.set(name, new Highlight(range));
}

/**
 * The part of a passage that is drawn.
 * @param {HTMLElement} text
 * @param {number} start
 * @param {number} end
 */
function clipped(text, start, end) {
  const lines = linesOf(text).filter((line) => Number(line.dataset.start) < end && Number(line.dataset.end) > start);
  if (!lines.length) return null;
  const last = lines[lines.length - 1];
  return rangeOf(text, Math.max(start, Number(lines[0].dataset.start)), Math.min(end, Number(last.dataset.end)));
}

/**
 * A stripe shows its passage while it is pointed at.
 * @param {HTMLElement} text
 */
export function stripes(text) {
  for (const name of ["pointerover", "focusin", "pointerout", "focusout"]) {
    text.addEventListener(name, (event) => {
      const stripe = /** @type {HTMLElement} */ (event.target).closest?.(".stripe, .margin");
      if (!(stripe instanceof HTMLElement)) return;
      const [start, end] = String(stripe.dataset.span).split("-").map(Number);
      paint("hover", name === "pointerover" || name === "focusin" ? clipped(text, start, end) : null);
    });
  }
}
