// What mouse, touch and Enter do on the desk.

import { SILENT } from "./selecting.js";

/** @param {any} d what stands on the desk and what it can do */
export function hands(d) {
  d.text.addEventListener("pointerdown", (event) => (d.touch = event.pointerType === "touch"));
  d.text.addEventListener("mouseup", () => {
    if (!d.touch) setTimeout(() => d.openPanel(d.selected()));
  });
  d.text.addEventListener("click", (event) => {
    const target = /** @type {HTMLElement} */ (event.target);
    const stripe = /** @type {HTMLElement | null} */ (target.closest(".stripe, .margin"));
    const mark = target.closest("mark");
    if (stripe) {
      event.preventDefault();
      const [start, end] = String(stripe.dataset.span).split("-").map(Number);
      void d.goTo({ id: String(stripe.dataset.coding), start, end });
    } else if (mark && !d.selected()) {
      void d.beside(`${d.desk.dataset.passage}?at=${mark.dataset.at}`, "#here", "#here-title");
    }
  });
  d.text.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && event.shiftKey) {
      const passage = d.selected();
      event.preventDefault();
      if (d.current && passage) void d.change({ start: String(passage.start), end: String(passage.end) });
    } else if (event.key === "Enter" && !(/** @type {HTMLElement} */ (event.target).closest("a"))) {
      event.preventDefault();
      const passage = d.selected();
      if (passage) void d.openPanel(passage);
      else if (d.current) void d.openCoding("#coding-title");
    }
  });
  document.addEventListener("selectionchange", () => {
    const passage = d.touch ? d.selected() : null;
    d.bar.hidden = !(passage && !d.form.classList.contains("is-sheet"));
  });
  d.bar.addEventListener("click", () => d.openPanel(d.selected()));

  d.desk.addEventListener("submit", (event) => {
    const sent = /** @type {HTMLFormElement} */ (event.target);
    if (sent.method !== "post") return;
    event.preventDefault();
    event.stopPropagation();
    if ("newCode" in sent.dataset) void d.make(sent.elements.namedItem("name").value);
    else void d.submitted(sent);
  });
  d.desk.addEventListener("click", (event) => {
    const target = /** @type {HTMLElement} */ (event.target);
    const item = /** @type {HTMLElement | null} */ (target.closest(".coding"));
    const coding = item && {
      id: String(item.dataset.id),
      start: Number(item.dataset.start),
      end: Number(item.dataset.end),
    };
    const take = /** @type {HTMLElement | null} */ (target.closest("[data-take]"));
    const way = /** @type {HTMLElement | null} */ (target.closest("[data-way]"));
    const suggesting = /** @type {HTMLElement | null} */ (target.closest("[data-suggesting]"));
    if (target.closest("[data-close]")) d.closePanel();
    else if (take) d.codes.takeValue(String(take.dataset.take), "suggested" in take.dataset);
    else if (suggesting) {
      if (suggesting.dataset.suggesting === "no") localStorage.setItem(SILENT, "yes");
      else localStorage.removeItem(SILENT);
      if (d.chosen) void d.quick(d.chosen);
    } else if (target.closest("[data-use-selection]")) d.useSelection();
    else if (way) void d.walk(way.dataset.way === "previous" ? "previous" : "next");
    else if (target.closest("[data-show]") && coding) void d.goTo(coding);
    else if (target.closest("[data-open]") && coding) {
      d.current = coding;
      void d.beside(d.addressOf(coding.id), "#coding", "#coding-title");
    } else if (target.closest("[data-all]") && d.panel.contains(target)) {
      d.closeCoding();
      if (d.current) d.caret.stand(d.current.start);
    } else return;
    event.preventDefault();
  });
}
