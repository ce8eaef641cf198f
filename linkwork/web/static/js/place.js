// Sharing where one is: only after the button is pressed, once for each press. Without this file the button is hidden.

for (const form of document.querySelectorAll("form[data-place]")) {
  if (!(form instanceof HTMLFormElement) || !navigator.geolocation) continue;
  form.hidden = false;
  const fill = (name, value) => {
    const field = form.elements.namedItem(name);
    if (field instanceof HTMLInputElement) field.value = String(value);
  };
  form.addEventListener("submit", (event) => {
    if (form.dataset.placed) return;
    event.preventDefault();
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        fill("latitude", coords.latitude);
        fill("longitude", coords.longitude);
        fill("within", Math.round(coords.accuracy));
        form.dataset.placed = "yes";
        form.requestSubmit();
      },
      () => {
        const said = form.querySelector("[data-place-failed]");
        if (said instanceof HTMLElement) said.hidden = false;
      },
      { enableHighAccuracy: true, timeout: 15000, maximumAge: 30000 },
    );
  });
}
