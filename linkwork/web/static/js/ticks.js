// A list of ticks gets a button that ticks all of them. Without script each is ticked by itself.

for (const form of document.querySelectorAll("[data-ticks]")) {
  const button = form.querySelector("[data-all]");
  const ticks = /** @type {HTMLInputElement[]} */ ([...form.querySelectorAll('input[type="checkbox"]')]);
  button?.removeAttribute("hidden");
  button?.addEventListener("click", () => {
    const all = ticks.some((tick) => !tick.checked);
    for (const tick of ticks) tick.checked = all;
  });
}
