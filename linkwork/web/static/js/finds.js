// A list that follows what is typed. Without this module the form's own button does the same.

import { parsed } from "./piece.js";

const PAUSE = 300;

/** @param {HTMLFormElement} form */
function follow(form) {
  const place = document.querySelector(form.dataset.finds ?? "");
  if (!place) return;
  let timer = 0;
  let last = "";

  async function ask() {
    const asked = new URLSearchParams(/** @type {any} */ (new FormData(form))).toString();
    if (asked === last || !place) return;
    last = asked;
    try {
      const answer = await fetch(`${form.action}?${asked}`, { headers: { "X-Part": "list" }, credentials: "same-origin" });
      if (answer.ok && asked === last) place.replaceChildren(...parsed(await answer.text()));
    } catch {
      // No network: the button asks again.
    }
  }

  form.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(ask, PAUSE);
  });
}

for (const form of document.querySelectorAll("form[data-finds]")) follow(/** @type {HTMLFormElement} */ (form));
