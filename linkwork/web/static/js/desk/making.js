// A code made while reading: typed where codes are found, or among the frames.

import { one } from "./one.js";

/** @param {any} d what stands on the desk and what it can do */
export function making(d) {
  const frames = /** @type {HTMLElement} */ (one(".desk-frames"));

  /**
   * Ask for a code of this name; it stands in its list then, and is taken.
   * @param {string} name
   */
  async function make(name) {
    const data = new FormData();
    data.set("name", name);
    await d.give(d.desk.dataset.newCode, data, async () => {});
  }

  /**
   * Put the list of an answer in the place of the one there was.
   * @param {HTMLElement} nodes
   */
  function took(nodes) {
    const made = /** @type {HTMLElement | null} */ (nodes.querySelector("#made"));
    const list = /** @type {HTMLElement | null} */ (nodes.querySelector(".frame"));
    if (!made || !list) return false;
    const there = frames.querySelector(`[data-frame="${list.dataset.frame}"]`);
    const ticked = [...(there?.querySelectorAll("input:checked") ?? [])].map((tick) => tick.getAttribute("value"));
    for (const tick of list.querySelectorAll("input"))
      tick.checked = ticked.includes(tick.value); // the new one is taken like any other
    if (there) there.replaceWith(list);
    else one("#new-code").before(list);
    const opened = list.querySelectorAll("details");
    for (const part of opened) part.open = Boolean(part.querySelector(`[value="${made.dataset.value}"]`));
    /** @type {HTMLInputElement} */ (one("#new-name")).value = "";
    d.codes.renew();
    d.codes.takeValue(String(made.dataset.value));
    return true;
  }

  d.codes.input.addEventListener("newcode", (/** @type {CustomEvent} */ event) => void make(event.detail));
  return { make, tookCode: took };
}
