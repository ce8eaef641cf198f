// Somebody we may know already: while a name or number is typed, the page asks who is like it and shows them.
// Without this module the same hint comes once the form is sent, before anything is kept.

const PAUSE = 500;
const ASKED = ["given_name", "family_name", "phone", "email", "born_year"];

/** @param {HTMLFormElement} form */
function watch(form) {
  const place = form.querySelector("[data-alike-here]");
  if (!place) return;
  let timer = 0;
  let last = "";

  async function ask() {
    const values = new URLSearchParams();
    for (const name of ASKED) {
      const control = form.elements.namedItem(name);
      if (control instanceof HTMLInputElement && control.value.trim()) values.set(name, control.value.trim());
    }
    const asked = values.toString();
    if (asked === last || asked.length < 14) return;
    last = asked;
    try {
      const answer = await fetch(`${form.dataset.alike}?${asked}`);
      if (answer.ok && asked === last && place) place.innerHTML = await answer.text();
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
