// What single keys do on the desk.

import { SIGNS } from "./finder.js";
import { one } from "./one.js";

/** @param {any} d what stands on the desk and what it can do */
export function keys(d) {
  document.addEventListener("keydown", (event) => {
    const target = /** @type {HTMLElement} */ (event.target);
    const writing = target.matches?.("input:not([type=checkbox]):not([type=radio]), textarea, select");
    if (event.key === "Escape") return escape();
    if (writing || event.ctrlKey || event.metaKey || event.altKey) return;
    const done = command(event);
    if (done) event.preventDefault();
  });

  function escape() {
    const place = d.chosen?.start ?? d.current?.start;
    const wasOpen = d.chosen || d.panel.childElementCount;
    d.closePanel();
    d.closeCoding();
    if (wasOpen && place !== undefined) d.caret.stand(place);
  }

  /**
   * @param {KeyboardEvent} event
   * @returns {boolean} whether the key meant something
   */
  function command(event) {
    const key = event.key;
    const passage = d.text.contains(/** @type {Node} */ (event.target)) ? d.selected() : null;
    if (key === "n" || key === "p") void d.walk(key === "n" ? "next" : "previous");
    else if (key === "u" || key === "U") turn(key === "u" ? "[data-undo]" : "[data-redo]");
    else if (key === "e" && d.current) void d.openCoding("#coding-title");
    else if (key === "m" && d.current) void d.openCoding('textarea[name="memo"]');
    else if (key === "/") location.assign(String(d.desk.dataset.search));
    else if (key === "?") showKeys();
    else if ((key === "Delete" || key === "Backspace") && d.current) void drop();
    else if (key in SIGNS && passage) void d.openPanel(passage).then(() => d.codes.weigh(key));
    else if (key in SIGNS && d.current) void d.change({ valence: SIGNS[/** @type {keyof typeof SIGNS} */ (key)] });
    else if (/^[1-9]$/.test(key) && passage) void d.openPanel(passage).then(() => d.codes.takeRecent(Number(key)));
    else if (/^\p{L}$/u.test(key) && passage) {
      void d.openPanel(passage);
      d.codes.input.value = key;
      d.codes.input.dispatchEvent(new Event("input"));
    } else return false;
    return true;
  }

  /** @param {string} which */
  function turn(which) {
    const form = /** @type {HTMLFormElement} */ (one(which));
    if (!form.querySelector("button:disabled")) form.requestSubmit();
  }

  async function drop() {
    if (!d.current) return;
    const place = d.current.start;
    await d.give(`${d.addressOf(d.current.id)}remove/`, new FormData(), () => d.afterwards(place));
  }

  function showKeys() {
    const help = /** @type {HTMLDetailsElement} */ (one("#help"));
    help.open = true;
    help.querySelector("summary")?.focus();
  }
}
