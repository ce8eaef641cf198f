// How far something is that takes a while: looked at again every few seconds, less often the longer it takes, and not
// while nobody looks at the page. Without this script a link looks again.

const FIRST = 1500;
const LONGEST = 10000;

/** @param {string} text @param {string} which */
const pieceOf = (text, which) => new DOMParser().parseFromString(text, "text/html").querySelector(which);

/** What moved on; nothing else is touched, so that a reader and the focus stay where they are. @param {Element} now */
function moveOn(now, next) {
  for (const which of ["progress", "[data-doing]", "[data-share]", "h2"]) {
    const [here, there] = [now.querySelector(which), next.querySelector(which)];
    if (!here || !there) continue;
    if (here instanceof HTMLProgressElement) {
      if (there.hasAttribute("value")) here.setAttribute("value", there.getAttribute("value") ?? "");
    } else if (here.textContent !== there.textContent) here.textContent = there.textContent;
  }
}

/** @param {Element} now @param {Element} next */
function end(now, next) {
  const held = now.contains(document.activeElement);
  now.replaceWith(next);
  const told = document.querySelector("[data-told]");
  if (told) told.textContent = next.querySelector("h2")?.textContent ?? "";
  if (held) next.querySelector("button, a")?.focus();
}

async function look(pause) {
  const now = document.querySelector("[data-errand]");
  if (!now || now.hasAttribute("data-ended")) return;
  if (!document.hidden) {
    try {
      const answer = await fetch(location.href, { headers: { "X-Requested-With": "fetch" } });
      const next = answer.ok ? pieceOf(await answer.text(), "[data-errand]") : null;
      if (next?.hasAttribute("data-ended")) return end(now, next);
      if (next) moveOn(now, next);
    } catch {
      // away from the network: the next look may find it
    }
  }
  setTimeout(look, pause, Math.min(LONGEST, pause * 1.2));
}

for (const one of document.querySelectorAll("[data-by-hand]")) one.setAttribute("hidden", "");
setTimeout(look, FIRST, FIRST);
