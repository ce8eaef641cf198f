// Settling differences by keyboard: j and k move, digits press a place's buttons, m goes to its reason.

const list = document.querySelector("[data-diffs]");

const places = () => [...list.querySelectorAll(":scope > li")];

function current() {
  const held = document.activeElement?.closest("[data-diffs] > li");
  return held ?? list.querySelector(":scope > li:target") ?? null;
}

function go(step) {
  const all = places();
  const at = all.indexOf(current());
  const next = all[at < 0 ? 0 : Math.min(all.length - 1, Math.max(0, at + step))];
  next?.focus();
  next?.scrollIntoView({ block: "nearest" });
}

function press(key) {
  const place = current() ?? places()[0];
  const button = place?.querySelector(`button[data-key="${key}"]`);
  button?.click();
}

function keys(event) {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const typing = event.target.closest("input, textarea, select");
  if (typing) {
    if (event.key === "Escape") current()?.focus();
    return;
  }
  if (event.key === "j") go(1);
  else if (event.key === "k") go(-1);
  else if (event.key === "m") (current() ?? places()[0])?.querySelector("[data-reason]")?.focus();
  else if (/^[0-9]$/.test(event.key)) press(event.key);
  else return;
  event.preventDefault();
}

if (list) {
  document.querySelector("[data-keys]")?.removeAttribute("hidden");
  document.addEventListener("keydown", keys);
  // After a decision the address names the next place that waits.
  list.querySelector(":scope > li:target")?.focus();
}
