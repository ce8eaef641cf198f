// Going from coding to coding, and opening one beside the text.

import { found } from "./exchange.js";
import { paint } from "./painting.js";
import { linesOf, rangeOf } from "./points.js";

/** @typedef {import("./points.js").Passage} Passage */
/** @typedef {{id: string, start: number, end: number}} Coding */

/** @param {any} d what stands on the desk and what it can do */
export function walking(d) {
  /** @param {Coding | null} coding */
  async function goTo(coding) {
    d.current = coding;
    for (const item of document.querySelectorAll(".coding.is-chosen")) item.classList.remove("is-chosen");
    if (!coding) return paint("current", null);
    await d.drawn.ensure(coding.start);
    await d.drawn.ensure(Math.max(coding.start, coding.end - 1));
    paint("current", rangeOf(d.text, coding.start, coding.end));
    getSelection()?.removeAllRanges();
    d.caret.stand(coding.start);
    const box = lineAt(coding.start)?.getBoundingClientRect();
    if (box && (box.top < 0 || box.bottom > innerHeight * 0.8)) lineAt(coding.start)?.scrollIntoView({ block: "center" });
    const item = document.getElementById(`c-${coding.id}`);
    item?.classList.add("is-chosen");
    if (!matchMedia("(max-width: 63.99rem)").matches) item?.scrollIntoView({ block: "nearest" });
  }

  /** @param {"next" | "previous"} way */
  async function walk(way) {
    const stood = d.caret.place() ?? Number(d.text.querySelector(".strip")?.getAttribute("data-from"));
    const from = d.current?.start ?? (way === "next" ? stood - 1 : stood);
    const beside = d.current ? `&beside=${d.current.id}` : "";
    const address = `${d.desk.dataset.near}?way=${way}&from=${from}${beside}&${d.desk.dataset.query ?? ""}`;
    const next = JSON.parse(await d.get(address));
    if (next.id) await goTo(next);
  }

  /**
   * The form of a coding, or the codings of one place, beside the text.
   * @param {string} address
   * @param {string} selector
   * @param {string} focus
   */
  async function beside(address, selector, focus) {
    const next = found(await d.get(address), selector);
    d.panel.replaceChildren(...next);
    d.panel.classList.toggle("is-sheet", Boolean(next.length));
    const use = d.panel.querySelector("[data-use-selection]");
    if (use) use.removeAttribute("hidden");
    d.panel.querySelector("[data-paste]")?.setAttribute("hidden", "");
    const target = d.panel.querySelector(focus);
    if (target instanceof HTMLElement) target.focus({ preventScroll: matchMedia("(max-width: 63.99rem)").matches });
    if (!matchMedia("(max-width: 63.99rem)").matches) d.panel.closest("aside")?.scrollTo({ top: 0 });
  }

  function closeCoding() {
    d.panel.classList.remove("is-sheet");
    d.panel.replaceChildren();
  }

  /** @param {string} focus */
  const openCoding = (focus) => d.current && beside(addressOf(d.current.id), "#coding", focus);
  /** @param {string} id */
  const addressOf = (id) => String(d.desk.dataset.coding).replace(String(d.desk.dataset.source), id);

  /** @param {number} place */
  function lineAt(place) {
    return linesOf(d.text).find((line) => Number(line.dataset.start) <= place && place < Number(line.dataset.end));
  }

  return { goTo, walk, beside, closeCoding, openCoding, addressOf, lineAt };
}
