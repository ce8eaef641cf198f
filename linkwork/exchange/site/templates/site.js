// What every page does: says that scripts run, keeps itself readable offline, puts a way to the print dialogue.
"use strict";
document.documentElement.classList.add("js");
if ("serviceWorker" in navigator && location.protocol.startsWith("http") && document.documentElement.dataset.worker) {
  navigator.serviceWorker.register(document.documentElement.dataset.worker).catch(() => {});
}
document.addEventListener("click", (event) => {
  if (event.target.closest("[data-print]")) self.print();
});
document.addEventListener("change", (event) => {
  const tick = event.target.closest("[data-tick]");
  if (!tick) return;
  try { localStorage.setItem(`tick:${tick.dataset.tick}`, tick.checked ? "1" : ""); } catch { /* a browser may keep nothing */ }
});
for (const tick of document.querySelectorAll("[data-tick]")) {
  try { tick.checked = localStorage.getItem(`tick:${tick.dataset.tick}`) === "1"; } catch { /* the same */ }
}
