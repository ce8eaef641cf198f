// How a contact happened says where, until somebody says where themselves: a call is not at the practice where the last
// meeting was. `<form data-remote="phone message video" data-remote-site="<site id>">`; the site may be empty.

/** @param {HTMLFormElement} form */
function follow(form) {
  const remote = new Set((form.dataset.remote ?? "").split(" "));
  const places = /** @type {HTMLInputElement[]} */ ([...form.querySelectorAll('[name="site"]')]);
  const how = /** @type {HTMLInputElement | null} */ (form.querySelector('[name="mode"]:checked'));
  const began = how && remote.has(how.value) ? "" : (places.find((one) => one.checked)?.value ?? "");
  let chosen = false;

  form.addEventListener("change", (event) => {
    const one = event.target;
    if (!(one instanceof HTMLInputElement)) return;
    if (one.name === "site" && event.isTrusted) chosen = true;
    if (one.name !== "mode" || !one.checked || chosen) return;
    const there = remote.has(one.value) ? (form.dataset.remoteSite ?? "") : began;
    for (const place of places) place.checked = place.value === there;
  });
}

for (const form of document.querySelectorAll("form[data-remote]")) follow(/** @type {HTMLFormElement} */ (form));
