// The coding desk: select words by mouse, touch or keyboard, find a code, press Enter. Without this module the page
// still codes: words are pasted, constructs ticked.

import { walkable } from "./desk/caret.js";
import { finder } from "./desk/finder.js";
import { passageOf, rangeOf } from "./desk/points.js";

/** @typedef {import("./desk/points.js").Passage} Passage */

/** @param {string} selector */
const one = (selector) => /** @type {HTMLElement} */ (document.querySelector(selector));

/** @param {Range | null} range */
function paint(range) {
  if (!("highlights" in CSS)) return;
  CSS.highlights.delete("pending");
  if (range) CSS.highlights.set("pending", new Highlight(range));
}

/** Set up the desk as it stands; called again after each exchange with the server. */
function open() {
  const desk = one("#desk");
  const text = one("#text");
  const form = /** @type {HTMLFormElement} */ (one("#code"));
  const bar = one("#code-this");
  const input = finder(desk);
  /** @type {Passage | null} */
  let chosen = null;
  let touch = false;

  one("[data-words]").hidden = true;
  walkable(text);

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
    paint(passage && rangeOf(text, passage.start, passage.end));
  }

  /** @param {Passage | null} passage */
  function openPanel(passage) {
    if (!passage) return;
    choose(passage);
    bar.hidden = true;
    form.classList.add("is-sheet");
    input.focus({ preventScroll: matchMedia("(max-width: 63.99rem)").matches });
  }

  function closePanel() {
    form.classList.remove("is-sheet");
    choose(null);
  }

  text.addEventListener("pointerdown", (event) => (touch = event.pointerType === "touch"));
  text.addEventListener("mouseup", () => {
    if (!touch) setTimeout(() => openPanel(selected()));
  });
  text.addEventListener("click", (event) => {
    const mark = /** @type {HTMLElement} */ (event.target).closest("mark");
    if (mark && !selected()) showPassage(Number(mark.dataset.at));
  });
  text.addEventListener("keydown", (event) => {
    if (event.key === "Enter") {
      event.preventDefault();
      openPanel(selected());
    } else if (/^\p{L}$/u.test(event.key) && event.key !== "u" && !event.ctrlKey && !event.metaKey && selected()) {
      openPanel(selected());
    }
  });
  whileOpen("selectionchange", () => {
    const passage = selected();
    bar.hidden = !(passage && touch && !form.classList.contains("is-sheet"));
  });
  desk.querySelector("[data-close]")?.addEventListener("click", closePanel);
  bar.addEventListener("click", () => openPanel(selected()), { signal: life.signal });
  whileOpen("keydown", (event) => {
    const key = /** @type {KeyboardEvent} */ (event);
    const writing = key.target instanceof HTMLElement && key.target.matches("input, textarea, select");
    if (key.key === "Escape" && chosen) {
      const line = rangeOf(text, chosen.start, chosen.end)?.startContainer.parentElement?.closest("p");
      closePanel();
      line?.focus({ preventScroll: true });
    } else if (key.key === "u" && !writing && !key.ctrlKey && !key.metaKey) {
      /** @type {HTMLFormElement | null} */ (document.querySelector("#done form"))?.requestSubmit();
    }
  });
  for (const each of desk.querySelectorAll('form[method="post"]')) each.addEventListener("submit", send);
}

/** What ends when the desk is drawn anew. */
let life = new AbortController();

/**
 * @param {string} name
 * @param {(event: Event) => void} answer
 */
function whileOpen(name, answer) {
  document.addEventListener(name, answer, { signal: life.signal });
}

/**
 * Send a form of the desk and draw the answer in place, so that the reader stays where they read.
 * @param {Event} event
 */
async function send(event) {
  event.preventDefault();
  event.stopPropagation();
  const form = /** @type {HTMLFormElement} */ (event.target);
  if (form.dataset.busy) return;
  form.dataset.busy = "yes";
  const place = /** @type {HTMLInputElement | null} */ (form.elements.namedItem("start"))?.value;
  try {
    const answer = await fetch(form.action, { method: "POST", body: new FormData(form) });
    const next = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("#desk");
    if (!next) throw new Error("no desk in the answer");
    paint(null);
    life.abort();
    life = new AbortController();
    one("#desk").replaceWith(next);
    if (answer.redirected) history.replaceState(null, "", new URL(answer.url).pathname + new URL(answer.url).search);
    open();
    const summary = document.querySelector("[data-error-summary]");
    if (summary instanceof HTMLElement) summary.focus();
    else lineAt(Number(place ?? -1))?.focus({ preventScroll: true });
  } catch {
    form.submit(); // the plain way: the whole page is loaded
  }
}

/** @param {number} place */
function lineAt(place) {
  const lines = /** @type {HTMLElement[]} */ ([...document.querySelectorAll("#text [data-start]")]);
  return lines.find((line) => Number(line.dataset.start) <= place && place < Number(line.dataset.end));
}

/**
 * The codings on one place, beside the text.
 * @param {number} at
 */
async function showPassage(at) {
  const answer = await fetch(`${one("#desk").dataset.passage}?at=${at}`);
  if (!answer.ok) return;
  const next = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("#codings");
  if (!next) return;
  one("#codings").replaceWith(next);
  for (const each of next.querySelectorAll('form[method="post"]')) each.addEventListener("submit", send);
  next.scrollIntoView({ block: "nearest" });
}

if (document.querySelector("#desk")) open();
