// What was written without a network waits on this device and is sent when there is one. `<form data-keeps="A.B.">`
// is sent by this module; where nobody answers, its fields are put on the shelf, and the page says so. Each waiting
// entry has an id made here, so the server keeps it once however often it arrives. The shelf is emptied by sending,
// by signing out, after a week, and when somebody else signs in on this device.

const PREFIX = "linkwork:unsent:";
const KEPT_FOR = 7 * 24 * 60 * 60 * 1000;
const PATIENCE = 20000;
const AGAIN = 60000;
const OURS = { "X-Device": "yes" };

/** @typedef {{owner: string, at: number, url: string, who: string, draft: string, pairs: [string, string][], refused?: boolean}} Entry */

const owner = document.body.dataset.owner ?? "";
const words = document.querySelector("[data-unsent]");
const bar = words instanceof HTMLElement ? words : null;

/** An id that sorts by time (RFC 9562, version 7). */
function newId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  let at = Date.now();
  for (let place = 5; place >= 0; place--) {
    bytes[place] = at % 256;
    at = Math.floor(at / 256);
  }
  bytes[6] = (bytes[6] & 0x0f) | 0x70;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = [...bytes].map((one) => one.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

/** @param {Storage} store @returns {[string, Entry][]} the oldest first */
function waiting(store) {
  /** @type {[string, Entry][]} */
  const found = [];
  for (const key of Object.keys(store).filter((one) => one.startsWith(PREFIX)).sort()) {
    try {
      const entry = JSON.parse(store.getItem(key) ?? "null");
      if (entry.owner === owner && entry.at > Date.now() - KEPT_FOR) found.push([key, entry]);
      else store.removeItem(key);
    } catch {
      store.removeItem(key);
    }
  }
  return found;
}

/** @param {string} url @param {[string, string][]} pairs @returns {Promise<Response>} throws where nobody answers */
function send(url, pairs) {
  const body = new FormData();
  for (const [name, value] of pairs) body.append(name, value);
  const token = document.querySelector("[name=csrfmiddlewaretoken]");
  if (token instanceof HTMLInputElement) body.set("csrfmiddlewaretoken", token.value);
  const signal = AbortSignal.timeout(PATIENCE);
  return fetch(url, { method: "POST", body, headers: OURS, redirect: "manual", credentials: "same-origin", signal });
}

/** The line that says what waits. @param {Storage} store @param {string} [sent] @param {string} [leaving] */
function say(store, sent = "", leaving = "") {
  if (!bar) return;
  const held = waiting(store);
  const refused = held.find(([, entry]) => entry.refused);
  const text = bar.querySelector("p");
  const open = bar.querySelector("a");
  bar.hidden = !held.length && !sent;
  if (text) {
    const said = leaving ? leaving : refused ? bar.dataset.refused : held.length ? bar.dataset.waits : sent;
    text.textContent = (said ?? "").replace("{n}", String(held.length)).replace("{who}", held.map(([, one]) => one.who).join(", "));
  }
  if (open) {
    open.hidden = !refused;
    if (refused) open.href = refused[1].url;
  }
}

/** What was refused lies in its form again, as a draft. @param {Storage} store @param {Entry} entry */
function giveBack(store, entry) {
  /** @type {Record<string, string[]>} */
  const values = {};
  for (const [name, value] of entry.pairs) (values[name] ??= []).push(value);
  store.setItem(`linkwork:draft:${entry.draft}`, JSON.stringify({ owner, at: Date.now(), values }));
}

/** @param {Storage} store */
async function sendAll(store) {
  let kept = 0;
  for (const [key, entry] of waiting(store)) {
    if (entry.refused) continue;
    try {
      const answer = await send(entry.url, entry.pairs);
      if (answer.ok) {
        store.removeItem(key);
        kept += 1;
      } else if (answer.status >= 400 && answer.status < 500) {
        giveBack(store, entry);
        store.setItem(key, JSON.stringify({ ...entry, pairs: [], refused: true }));
      } else break; // signed out, or broken over there: later
    } catch {
      break;
    }
  }
  if (kept || waiting(store).length) say(store, kept ? (bar?.dataset.sent ?? "").replace("{n}", String(kept)) : "");
}

/** So that it counts from when it was written, not from when it arrived. @param {FormData} data */
function timed(data) {
  const now = new Date();
  const two = (/** @type {number} */ one) => String(one).padStart(2, "0");
  const today = `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  if (data.get("day") === today && data.get("time") === "") data.set("time", `${two(now.getHours())}:${two(now.getMinutes())}`);
}

/** @param {HTMLFormElement} form @param {Storage} store */
function keep(form, store) {
  const id = newId();
  let busy = false;
  for (const [key, entry] of waiting(store)) if (entry.refused && entry.url === location.href) store.removeItem(key);
  form.addEventListener("submit", async (event) => {
    if (/** @type {HTMLButtonElement | null} */ (event.submitter)?.name) return; // a step that keeps nothing
    event.preventDefault();
    if (busy) return;
    busy = true;
    const data = new FormData(form);
    data.set("device_id", id);
    const pairs = /** @type {[string, string][]} */ ([...data].filter(([name]) => name !== "csrfmiddlewaretoken"));
    try {
      const answer = await send(location.href, pairs);
      if (!answer.ok) form.submit(); // what is wrong, or the way to sign in, as any form would show it
      else location.assign((await answer.json()).kept);
    } catch {
      timed(data);
      const late = /** @type {[string, string][]} */ ([...data].filter(([name]) => name !== "csrfmiddlewaretoken"));
      const entry = { owner, at: Date.now(), url: location.href, who: form.dataset.keeps ?? "", draft: form.dataset.draft ?? "", pairs: late };
      try {
        store.setItem(PREFIX + id, JSON.stringify(entry));
      } catch {
        form.submit(); // no room here: the draft is kept, and the browser says what is the matter
        return;
      }
      put(form, store);
    }
  });
}

/** Off the form and onto the shelf. @param {HTMLFormElement} form @param {Storage} store */
function put(form, store) {
  store.removeItem(`linkwork:draft:${form.dataset.draft}`);
  sessionStorage.removeItem("linkwork:sent");
  form.hidden = true;
  say(store);
  bar?.scrollIntoView({ block: "center" });
  bar?.focus();
}

/** The first press of the way out says what would be lost; the second loses it. @param {Storage} store */
function mindTheDoor(store) {
  let told = false;
  for (const form of document.querySelectorAll("[data-forget-drafts]")) {
    form.addEventListener("submit", (event) => {
      const held = waiting(store);
      if (held.length && !told) {
        event.preventDefault();
        event.stopImmediatePropagation();
        told = true;
        say(store, "", bar?.dataset.leaving);
        bar?.focus();
        return;
      }
      for (const [key] of held) store.removeItem(key);
    }, true);
  }
}

/** @returns {Storage | null} null where the browser forbids storage */
function shelf() {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}

const store = shelf();
if (store && owner) {
  mindTheDoor(store);
  for (const form of document.querySelectorAll("form[data-keeps]")) keep(/** @type {HTMLFormElement} */ (form), store);
  const soon = () => waiting(store).length && sendAll(store);
  addEventListener("online", soon);
  setInterval(soon, AGAIN);
  say(store);
  soon();
}
