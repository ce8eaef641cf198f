// The words selected on the desk, and the panel in which they are given codes.

import { found } from "./exchange.js";
import { paint } from "./painting.js";
import { passageOf, rangeOf } from "./points.js";
import { one } from "./one.js";

/** @typedef {import("./points.js").Passage} Passage */
/** @typedef {{id: string, start: number, end: number}} Coding */

/** Where a device keeps that suggestions are not wanted. */
export const SILENT = "desk-suggests-nothing";

/** @param {any} d what stands on the desk and what it can do */
export function selecting(d) {
  function selected() {
    const selection = getSelection();
    if (!selection?.rangeCount || selection.isCollapsed) return null;
    const range = selection.getRangeAt(0);
    return range.intersectsNode(d.text) ? passageOf(d.text, range) : null;
  }

  /** @param {Passage | null} passage */
  function choose(passage) {
    d.chosen = passage;
    for (const [name, value] of [["start", passage?.start], ["end", passage?.end]]) {
      /** @type {HTMLInputElement} */ (d.form.elements.namedItem(String(name))).value = String(value ?? "");
    }
    const shown = one("#chosen");
    shown.hidden = !passage;
    shown.textContent = passage?.words ?? "";
    paint("pending", passage && rangeOf(d.text, passage.start, passage.end));
  }

  /** @param {Passage | null} passage */
  async function openPanel(passage) {
    if (!passage) return;
    d.closeCoding();
    choose(passage);
    d.bar.hidden = true;
    d.form.classList.add("is-sheet");
    const narrow = matchMedia("(max-width: 63.99rem)").matches;
    if (!(d.touch && narrow)) d.codes.input.focus({ preventScroll: narrow });
    await quick(passage);
  }

  function closePanel() {
    d.form.classList.remove("is-sheet");
    one("#refusal").replaceChildren();
    choose(null);
  }

  /**
   * The codes used last, and those the coder's own codings speak for.
   * @param {Passage} passage
   */
  async function quick(passage) {
    const silent = localStorage.getItem(SILENT) ? "no" : "yes";
    try {
      const address = `${d.desk.dataset.suggest}?start=${passage.start}&end=${passage.end}&suggest=${silent}`;
      const [next] = found(await d.get(address), "#quick");
      if (next) one("#quick").replaceWith(next);
    } catch {
      one("#quick").replaceChildren();
    }
  }

  /** The words selected now become the coding's passage. */
  function useSelection() {
    const passage = selected();
    const coding = d.panel.querySelector("form");
    if (!passage || !coding) return;
    for (const name of ["start", "end"]) {
      const field = /** @type {HTMLInputElement} */ (coding.elements.namedItem(name));
      field.value = String(passage[/** @type {"start" | "end"} */ (name)]);
    }
    const seen = /** @type {HTMLInputElement} */ (coding.elements.namedItem("seen"));
    seen.value = /** @type {HTMLInputElement} */ (d.form.elements.namedItem("seen")).value;
    const shown = coding.querySelector("[data-shown-words]");
    if (shown) shown.textContent = passage.words;
  }

  return { selected, choose, openPanel, closePanel, quick, useSelection };
}
