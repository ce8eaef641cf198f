// The coding desk: select words by mouse, touch or keyboard, find a code, press Enter; walk and change the codings;
// undo and redo. Without this module the page still codes: words are pasted, constructs ticked, links followed.

import { arrivals } from "./desk/arrivals.js";
import { walkable } from "./desk/caret.js";
import { exchange, found } from "./desk/exchange.js";
import { SIGNS, finder } from "./desk/finder.js";
import { paint, stripes } from "./desk/painting.js";
import { linesOf, passageOf, rangeOf } from "./desk/points.js";
import { strips } from "./desk/strips.js";

/** @typedef {import("./desk/points.js").Passage} Passage */
/** @typedef {{id: string, start: number, end: number}} Coding */

const SILENT = "desk-suggests-nothing";

/** @param {string} selector */
const one = (selector) => /** @type {HTMLElement} */ (document.querySelector(selector));

/** Set up the desk. */
function open() {
  const desk = one("#desk");
  const text = one("#text");
  const form = /** @type {HTMLFormElement} */ (one("#code"));
  const bar = one("#code-this");
  const panel = one("#panel");
  const codes = finder(desk);
  const { get, send } = exchange(desk);
  const drawn = strips(desk, text, get);
  const caret = walkable(text, drawn.beyond);
  /** @type {Passage | null} */
  let chosen = null;
  /** @type {Coding | null} */
  let current = null;
  let touch = false;

  one("[data-words]").hidden = true;
  arrivals(desk, get, () => drawn.again());
  stripes(text);

  // -- the words selected

  function selected() {
    const selection = getSelection();
    if (!selection?.rangeCount || selection.isCollapsed) return null;
    const range = selection.getRangeAt(0);
    return range.intersectsNode(text) ? passageOf(text, range) : null;
  }

  /** @param {Passage | null} passage */
  function choose(passage) {
    chosen = passage;
    for (const [name, value] of [["start", passage?.start], ["end", passage?.end]]) {
      /** @type {HTMLInputElement} */ (form.elements.namedItem(String(name))).value = String(value ?? "");
    }
    const shown = one("#chosen");
    shown.hidden = !passage;
    shown.textContent = passage?.words ?? "";
    paint("pending", passage && rangeOf(text, passage.start, passage.end));
  }

  /** @param {Passage | null} passage */
  async function openPanel(passage) {
    if (!passage) return;
    closeCoding();
    choose(passage);
    bar.hidden = true;
    form.classList.add("is-sheet");
    const narrow = matchMedia("(max-width: 63.99rem)").matches;
    if (!(touch && narrow)) codes.input.focus({ preventScroll: narrow });
    await quick(passage);
  }

  function closePanel() {
    form.classList.remove("is-sheet");
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
      const address = `${desk.dataset.suggest}?start=${passage.start}&end=${passage.end}&suggest=${silent}`;
      const [next] = found(await get(address), "#quick");
      if (next) one("#quick").replaceWith(next);
    } catch {
      one("#quick").replaceChildren();
    }
  }

  // -- the coding one is on

  /** @param {Coding | null} coding */
  async function goTo(coding) {
    current = coding;
    for (const item of document.querySelectorAll(".coding.is-chosen")) item.classList.remove("is-chosen");
    if (!coding) return paint("current", null);
    await drawn.ensure(coding.start);
    await drawn.ensure(Math.max(coding.start, coding.end - 1));
    paint("current", rangeOf(text, coding.start, coding.end));
    getSelection()?.removeAllRanges();
    caret.stand(coding.start);
    const box = lineAt(coding.start)?.getBoundingClientRect();
    if (box && (box.top < 0 || box.bottom > innerHeight * 0.8)) lineAt(coding.start)?.scrollIntoView({ block: "center" });
    const item = document.getElementById(`c-${coding.id}`);
    item?.classList.add("is-chosen");
    if (!matchMedia("(max-width: 63.99rem)").matches) item?.scrollIntoView({ block: "nearest" });
  }

  /** @param {"next" | "previous"} way */
  async function walk(way) {
    const stood = caret.place() ?? Number(text.querySelector(".strip")?.getAttribute("data-from"));
    const from = current?.start ?? (way === "next" ? stood - 1 : stood);
    const beside = current ? `&beside=${current.id}` : "";
    const address = `${desk.dataset.near}?way=${way}&from=${from}${beside}&${desk.dataset.query ?? ""}`;
    const next = JSON.parse(await get(address));
    if (next.id) await goTo(next);
  }

  /**
   * The form of a coding, or the codings of one place, beside the text.
   * @param {string} address
   * @param {string} selector
   * @param {string} focus
   */
  async function beside(address, selector, focus) {
    const next = found(await get(address), selector);
    panel.replaceChildren(...next);
    panel.classList.toggle("is-sheet", Boolean(next.length));
    const use = panel.querySelector("[data-use-selection]");
    if (use) use.removeAttribute("hidden");
    panel.querySelector("[data-paste]")?.setAttribute("hidden", "");
    const target = panel.querySelector(focus);
    if (target instanceof HTMLElement) target.focus({ preventScroll: matchMedia("(max-width: 63.99rem)").matches });
    if (!matchMedia("(max-width: 63.99rem)").matches) panel.closest("aside")?.scrollTo({ top: 0 });
  }

  function closeCoding() {
    panel.classList.remove("is-sheet");
    panel.replaceChildren();
  }

  /** @param {string} focus */
  const openCoding = (focus) => current && beside(addressOf(current.id), "#coding", focus);
  /** @param {string} id */
  const addressOf = (id) => String(desk.dataset.coding).replace(String(desk.dataset.source), id);

  // -- sending

  /**
   * Draw what an answer holds; whether it was done.
   * @param {HTMLElement} nodes
   */
  function took(nodes) {
    const mark = /** @type {HTMLElement | null} */ (nodes.querySelector("#answer"));
    if (!mark) {
      refused(nodes);
      return false;
    }
    drawn.put(nodes);
    text.dataset.made = mark.dataset.about ?? "";
    for (const id of ["steps", "done"]) {
      const next = nodes.querySelector(`#${id}`);
      if (next) one(`#${id}`).replaceWith(next);
    }
    return true;
  }

  /** @param {HTMLElement} nodes */
  function refused(nodes) {
    const said = nodes.querySelector("#refusal") ?? nodes.querySelector("main");
    const holder = panel.querySelector("form") ? panel : one("#refusal");
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
    const place = sent === form ? chosen?.start : current?.start;
    if (sent === form) {
      for (const value of codes.suggested()) data.append("suggested", value);
      sent.dataset.busy = "yes";
    }
    await give(sent.action, data, async () => {
      if (sent === form) {
        codes.clear();
        closePanel();
        const made = text.dataset.made;
        current = made && place !== undefined ? { id: made, start: place, end: place + 1 } : null;
      } else if (panel.contains(sent)) closeCoding();
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
      await send(address, data, async (nodes) => {
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
    const item = current && document.getElementById(`c-${current.id}`);
    if (current && item) {
      await goTo({ id: current.id, start: Number(item.dataset.start), end: Number(item.dataset.end) });
    } else {
      current = null;
      paint("current", null);
      if (place !== undefined) caret.stand(place);
    }
  }

  /** @param {Record<string, string>} values */
  async function change(values) {
    if (!current) return;
    const data = new FormData();
    for (const [name, value] of Object.entries(values)) data.set(name, value);
    const place = current.start;
    await give(`${addressOf(current.id)}change/`, data, () => afterwards(place));
  }

  // -- what the reader does

  text.addEventListener("pointerdown", (event) => (touch = event.pointerType === "touch"));
  text.addEventListener("mouseup", () => {
    if (!touch) setTimeout(() => openPanel(selected()));
  });
  text.addEventListener("click", (event) => {
    const target = /** @type {HTMLElement} */ (event.target);
    const stripe = /** @type {HTMLElement | null} */ (target.closest(".stripe"));
    const mark = target.closest("mark");
    if (stripe) {
      event.preventDefault();
      const [start, end] = String(stripe.dataset.span).split("-").map(Number);
      void goTo({ id: String(stripe.dataset.coding), start, end });
    } else if (mark && !selected()) {
      void beside(`${desk.dataset.passage}?at=${mark.dataset.at}`, "#here", "#here-title");
    }
  });
  text.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && event.shiftKey) {
      const passage = selected();
      event.preventDefault();
      if (current && passage) void change({ start: String(passage.start), end: String(passage.end) });
    } else if (event.key === "Enter" && !(/** @type {HTMLElement} */ (event.target).closest("a"))) {
      event.preventDefault();
      const passage = selected();
      if (passage) void openPanel(passage);
      else if (current) void openCoding("#coding-title");
    }
  });
  document.addEventListener("selectionchange", () => {
    const passage = touch ? selected() : null;
    bar.hidden = !(passage && !form.classList.contains("is-sheet"));
  });
  bar.addEventListener("click", () => openPanel(selected()));

  desk.addEventListener("submit", (event) => {
    const sent = /** @type {HTMLFormElement} */ (event.target);
    if (sent.method !== "post") return;
    event.preventDefault();
    event.stopPropagation();
    void submitted(sent);
  });
  desk.addEventListener("click", (event) => {
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
    if (target.closest("[data-close]")) closePanel();
    else if (take) codes.takeValue(String(take.dataset.take), "suggested" in take.dataset);
    else if (suggesting) {
      if (suggesting.dataset.suggesting === "no") localStorage.setItem(SILENT, "yes");
      else localStorage.removeItem(SILENT);
      if (chosen) void quick(chosen);
    } else if (target.closest("[data-use-selection]")) useSelection();
    else if (way) void walk(way.dataset.way === "previous" ? "previous" : "next");
    else if (target.closest("[data-show]") && coding) void goTo(coding);
    else if (target.closest("[data-open]") && coding) {
      current = coding;
      void beside(addressOf(coding.id), "#coding", "#coding-title");
    } else if (target.closest("[data-all]") && panel.contains(target)) {
      closeCoding();
      if (current) caret.stand(current.start);
    } else return;
    event.preventDefault();
  });

  /** The words selected now become the coding's passage. */
  function useSelection() {
    const passage = selected();
    const coding = panel.querySelector("form");
    if (!passage || !coding) return;
    for (const name of ["start", "end"]) {
      const field = /** @type {HTMLInputElement} */ (coding.elements.namedItem(name));
      field.value = String(passage[/** @type {"start" | "end"} */ (name)]);
    }
    const shown = coding.querySelector("[data-shown-words]");
    if (shown) shown.textContent = passage.words;
  }

  document.addEventListener("keydown", (event) => {
    const target = /** @type {HTMLElement} */ (event.target);
    const writing = target.matches?.("input:not([type=checkbox]):not([type=radio]), textarea, select");
    if (event.key === "Escape") return escape();
    if (writing || event.ctrlKey || event.metaKey || event.altKey) return;
    const done = command(event);
    if (done) event.preventDefault();
  });

  function escape() {
    const place = chosen?.start ?? current?.start;
    const wasOpen = chosen || panel.childElementCount;
    closePanel();
    closeCoding();
    if (wasOpen && place !== undefined) caret.stand(place);
  }

  /**
   * @param {KeyboardEvent} event
   * @returns {boolean} whether the key meant something
   */
  function command(event) {
    const key = event.key;
    const passage = text.contains(/** @type {Node} */ (event.target)) ? selected() : null;
    if (key === "n" || key === "p") void walk(key === "n" ? "next" : "previous");
    else if (key === "u" || key === "U") turn(key === "u" ? "[data-undo]" : "[data-redo]");
    else if (key === "e" && current) void openCoding("#coding-title");
    else if (key === "m" && current) void openCoding('textarea[name="memo"]');
    else if (key === "/") location.assign(String(desk.dataset.search));
    else if (key === "?") showKeys();
    else if ((key === "Delete" || key === "Backspace") && current) void drop();
    else if (key in SIGNS && passage) void openPanel(passage).then(() => codes.weigh(key));
    else if (key in SIGNS && current) void change({ valence: SIGNS[/** @type {keyof typeof SIGNS} */ (key)] });
    else if (/^[1-9]$/.test(key) && passage) void openPanel(passage).then(() => codes.takeRecent(Number(key)));
    else if (/^\p{L}$/u.test(key) && passage) {
      void openPanel(passage);
      codes.input.value = key;
      codes.input.dispatchEvent(new Event("input"));
    } else return false;
    return true;
  }

  /** @param {string} which */
  function turn(which) {
    const form = /** @type {HTMLFormElement} */ (one(which));
    if (!form.querySelector("button:disabled")) form.requestSubmit();
  }

  async function drop() {
    if (!current) return;
    const place = current.start;
    await give(`${addressOf(current.id)}remove/`, new FormData(), () => afterwards(place));
  }

  function showKeys() {
    const help = /** @type {HTMLDetailsElement} */ (one("#help"));
    help.open = true;
    help.querySelector("summary")?.focus();
  }

  /** @param {number} place */
  function lineAt(place) {
    return linesOf(text).find((line) => Number(line.dataset.start) <= place && place < Number(line.dataset.end));
  }
}

if (document.querySelector("#desk")) open();
