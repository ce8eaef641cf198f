// Somebody we may know already: while a name or number is typed, the page asks who is like it and shows them.
// Without this module the same hint comes once the form is sent, before anything is kept.

import { parsed } from "./piece.js";

const PAUSE = 500;
const ASKED = ["given_name", "family_name", "phone", "email", "born_year"];

/** @param {HTMLFormElement} form */
function watch(form) {
  const place = form.querySelector("[data-alike-here]");
  if (!place) return;
  let timer = 0;
  let last = "";

  async function ask() {
    const values = new FormData();
    for (const name of ASKED) {
      const control = form.elements.namedItem(name);
      if (control instanceof HTMLInputElement && control.value.trim()) values.set(name, control.value.trim());
    }
    const asked = [...values.values()].join(" ");
    if (asked === last || asked.length < 3) return;
    last = asked;
    try {
      const mark = form.elements.namedItem("csrfmiddlewaretoken");
      if (mark instanceof HTMLInputElement) values.set(mark.name, mark.value);
      // posted, not asked for by address: a name has no place in one
      const answer = await fetch(form.dataset.alike ?? "", { method: "POST", body: values, credentials: "same-origin" });
      if (answer.ok && asked === last && place) place.replaceChildren(...parsed(await answer.text()));
    } catch {
      // No network: the hint comes when the form is sent.
    }
  }

  form.addEventListener("input", (event) => {
    if (!(event.target instanceof HTMLInputElement) || !ASKED.includes(event.target.name)) return;
    clearTimeout(timer);
    timer = setTimeout(ask, PAUSE);
  });
}

for (const form of document.querySelectorAll("form[data-alike]")) watch(/** @type {HTMLFormElement} */ (form));
