// What is sent from the desk, in the order of the keys, and what becomes of the answer.

import { one } from "./one.js";
import { paint } from "./painting.js";

/** @param {any} d what stands on the desk and what it can do */
export function sending(d) {
  /**
   * Draw what an answer holds; whether it was done.
   * @param {HTMLElement} nodes
   */
  function took(nodes) {
    if (d.tookCode(nodes)) return true;
    const mark = /** @type {HTMLElement | null} */ (nodes.querySelector("#answer"));
    if (!mark) {
      refused(nodes);
      return false;
    }
    d.drawn.put(nodes);
    d.text.dataset.made = mark.dataset.about ?? "";
    for (const id of ["steps", "done"]) {
      const next = nodes.querySelector(`#${id}`);
      if (next) one(`#${id}`).replaceWith(next);
    }
    return true;
  }

  /** @param {HTMLElement} nodes */
  function refused(nodes) {
    const said = nodes.querySelector("#refusal") ?? nodes.querySelector("main");
    const holder = d.panel.querySelector("form") ? d.panel : one("#refusal");
    for (const old of holder.querySelectorAll(".refused")) old.remove();
    const shown = document.createElement("div");
    shown.className = "refused";
    shown.append(...(said?.childNodes ?? []));
    holder.prepend(shown);
    shown.tabIndex = -1;
    shown.focus();
  }

  /**
   * @param {HTMLFormElement} sent
   */
  async function submitted(sent) {
    if (sent.dataset.busy) return;
    const data = new FormData(sent);
    const place = sent === d.form ? d.chosen?.start : d.current?.start;
    if (sent === d.form) {
      for (const value of d.codes.suggested()) data.append("suggested", value);
      sent.dataset.busy = "yes";
    }
    await give(sent.action, data, async () => {
      if (sent === d.form) {
        d.codes.clear();
        d.closePanel();
        const made = d.text.dataset.made;
        d.current = made && place !== undefined ? { id: made, start: place, end: place + 1 } : null;
      } else if (d.panel.contains(sent)) d.closeCoding();
      await afterwards(place);
    });
    delete sent.dataset.busy;
  }

  /**
   * Send something; what could not be sent stays as it is, and that is said.
   * @param {string} address
   * @param {FormData} data
   * @param {() => Promise<void>} after
   */
  async function give(address, data, after) {
    let answered = false;
    try {
      await d.send(address, data, async (nodes) => {
        answered = true;
        if (took(nodes)) await after();
      });
    } catch {
      if (answered) location.reload();
      else one("#refusal").textContent = one("#refusal").dataset.unsent ?? "";
    }
  }

  /**
   * Back to where one was in the text; what one was on is looked up anew.
   * @param {number | undefined} place
   */
  async function afterwards(place) {
    const item = d.current && document.getElementById(`c-${d.current.id}`);
    if (d.current && item) {
      await d.goTo({ id: d.current.id, start: Number(item.dataset.start), end: Number(item.dataset.end) });
    } else {
      d.current = null;
      paint("current", null);
      if (place !== undefined) d.caret.stand(place);
    }
  }

  /** @param {Record<string, string>} values */
  async function change(values) {
    if (!d.current) return;
    const data = new FormData();
    for (const [name, value] of Object.entries(values)) data.set(name, value);
    const place = d.current.start;
    await give(`${d.addressOf(d.current.id)}change/`, data, () => afterwards(place));
  }

  return { submitted, give, afterwards, change };
}
