// Offers to fill in fields from the note being typed. `<form data-suggests="/address/">` is sent there at each pause;
// what comes back is drawn in [data-offers]. Nothing is filled in before a tile is pressed, and nothing is stored.

import { parsed } from "./piece.js";

const PAUSE = 700;

/** @param {HTMLFormElement} form @param {string} name @param {string} value */
function fill(form, name, value) {
  if (name === "need") {
    const rows = [...form.elements].filter((one) => /^need_\d$/.test(/** @type {HTMLSelectElement} */ (one).name));
    const free = /** @type {HTMLSelectElement[]} */ (rows).find((one) => !one.value);
    if (free) {
      free.value = value;
      tell(free);
    }
    return;
  }
  for (const one of form.elements) {
    if (!("name" in one) || one.name !== name) continue;
    if (one instanceof HTMLInputElement && (one.type === "radio" || one.type === "checkbox")) {
      if (one.value !== value) continue;
      one.checked = true;
    } else if (one instanceof HTMLInputElement || one instanceof HTMLSelectElement) one.value = value;
    tell(/** @type {HTMLElement} */ (one));
  }
}

/** So that the draft hears of it, as of anything typed. @param {HTMLElement} one */
function tell(one) {
  one.dispatchEvent(new Event("input", { bubbles: true }));
  one.dispatchEvent(new Event("change", { bubbles: true }));
}

/** @param {HTMLFormElement} form @param {HTMLButtonElement} tile */
function take(form, tile) {
  if (tile.getAttribute("aria-pressed") === "true") return;
  tile.setAttribute("aria-pressed", "true");
  for (const [name, value] of new URLSearchParams(tile.value)) fill(form, name, value);
}

/** @param {HTMLFormElement} form @param {HTMLElement} place */
function ready(form, place) {
  for (const tile of place.querySelectorAll("button")) tile.type = "button";
  const tiles = /** @type {HTMLButtonElement[]} */ ([...place.querySelectorAll("[data-offer]")]);
  for (const tile of tiles) tile.addEventListener("click", () => take(form, tile));
  place.querySelector("[data-take-all]")?.addEventListener("click", () => tiles.forEach((tile) => take(form, tile)));
}

/** @param {HTMLFormElement} form */
function start(form) {
  const note = form.elements.namedItem("note");
  const place = form.querySelector("[data-offers]");
  const address = form.dataset.suggests;
  if (!(note instanceof HTMLTextAreaElement) || !(place instanceof HTMLElement) || !address) return;
  form.querySelector("[data-suggest]")?.remove();
  let asked = "";
  let timer = 0;
  const ask = async () => {
    const words = note.value.trim();
    if (words === asked) return;
    asked = words;
    try {
      const answer = await fetch(address, { method: "POST", body: new FormData(form), credentials: "same-origin" });
      if (!answer.ok || words !== note.value.trim()) return;
      place.replaceChildren(...parsed(await answer.text()));
      ready(form, place);
    } catch {
      asked = ""; // no network: the form does without
    }
  };
  const wait = () => {
    clearTimeout(timer);
    timer = setTimeout(ask, PAUSE);
  };
  note.addEventListener("input", wait);
  note.addEventListener("change", ask);
  ready(form, place);
  if (note.value.trim() && !place.querySelector("[data-offer]")) wait();
}

for (const form of document.querySelectorAll("form[data-suggests]")) start(/** @type {HTMLFormElement} */ (form));
