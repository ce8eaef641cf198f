// Keeps what is being typed. `<form data-draft="contact-<case id>">` is written down at every pause, every second
// and a half of typing without one, and when the page is left; it is offered again next time. It is forgotten when
// the server says it was kept (a notice with data-saved) or leads on to another page, on signing out, after two
// days, and when somebody else signs in on this device.
// Secrets, files and hidden fields are never written down.

const PREFIX = "linkwork:draft:";
const SENT = "linkwork:sent";
const PAUSE = 400;
const LONGEST = 1500; // whoever types without a pause loses no more than this
const KEPT_FOR = 48 * 60 * 60 * 1000;
const NEVER = new Set(["password", "file", "hidden", "submit", "button", "image", "reset"]);

/** @typedef {{owner: string, at: number, values: Record<string, string[]>}} Draft */

const owner = document.body.dataset.owner ?? "";

/** @returns {Storage | null} null where the browser forbids storage */
function shelf() {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}

/** @param {HTMLFormElement} form */
function controls(form) {
  return [...form.elements].filter(
    (one) =>
      (one instanceof HTMLInputElement || one instanceof HTMLTextAreaElement || one instanceof HTMLSelectElement) &&
      one.name &&
      !NEVER.has(one.type) &&
      !one.autocomplete.startsWith("one-time") &&
      !("draftNever" in one.dataset),
  );
}

/** @param {HTMLFormElement} form @returns {Record<string, string[]>} */
function read(form) {
  /** @type {Record<string, string[]>} */
  const values = {};
  for (const one of controls(form)) {
    values[one.name] ??= [];
    if (one instanceof HTMLSelectElement) values[one.name].push(...[...one.selectedOptions].map((o) => o.value));
    else if (one.type !== "checkbox" && one.type !== "radio") values[one.name].push(one.value);
    else if (one.checked) values[one.name].push(one.value);
  }
  return values;
}

/** @param {HTMLFormElement} form @param {Record<string, string[]>} values */
function write(form, values) {
  /** @type {Record<string, number>} */
  const place = {};
  for (const one of controls(form)) {
    const kept = values[one.name];
    if (!kept) continue;
    if (one instanceof HTMLSelectElement) for (const o of one.options) o.selected = kept.includes(o.value);
    else if (one.type === "checkbox" || one.type === "radio") one.checked = kept.includes(one.value);
    else one.value = kept[(place[one.name] = (place[one.name] ?? -1) + 1)] ?? "";
    one.dispatchEvent(new Event("change", { bubbles: true }));
  }
}

/** @param {Storage} store @param {string} key @returns {Draft | null} */
function stored(store, key) {
  try {
    const draft = JSON.parse(store.getItem(key) ?? "null");
    return draft && typeof draft.at === "number" && draft.values ? draft : null;
  } catch {
    return null;
  }
}

/** @param {Storage} store @param {(key: string, draft: Draft | null) => boolean} which */
function forget(store, which) {
  for (const key of Object.keys(store)) {
    if (key.startsWith(PREFIX) && which(key, stored(store, key))) store.removeItem(key);
  }
}

/** @param {HTMLFormElement} form @param {() => void} discard */
function say(form, discard) {
  const line = document.createElement("p");
  line.className = "draft-line";
  line.setAttribute("role", "status");
  const words = document.documentElement.dataset;
  line.append(words.draftRestored ?? "Draft restored", " ");
  const button = document.createElement("button");
  button.type = "button";
  button.className = "button button-plain";
  button.textContent = words.draftDiscard ?? "Discard";
  button.addEventListener("click", () => {
    discard();
    line.remove();
  });
  line.append(button);
  form.prepend(line);
}

/** @param {HTMLFormElement} form @param {Storage} store */
function keep(form, store) {
  const key = PREFIX + form.dataset.draft;
  const untouched = read(form);
  const same = (/** @type {Record<string, string[]>} */ values) => JSON.stringify(values) === JSON.stringify(untouched);
  const refused = // or drawn anew from what was sent: what the server drew is newer than the draft
    "draftNewer" in form.dataset ||
    form.querySelector('[aria-invalid="true"], [data-error-summary]') ||
    form.previousElementSibling?.matches("[data-error-summary]");
  const draft = stored(store, key);
  if (draft && !refused && !same(draft.values)) {
    write(form, draft.values);
    say(form, () => {
      store.removeItem(key);
      write(form, untouched);
    });
  }
  let changed = false;
  let timer = 0;
  let since = 0;
  const save = () => {
    clearTimeout(timer);
    since = 0;
    if (!changed) return;
    changed = false;
    const values = read(form);
    try {
      if (same(values) && !refused) store.removeItem(key);
      else store.setItem(key, JSON.stringify({ owner, at: Date.now(), values }));
    } catch {
      // A full shelf is no reason to stop somebody from typing.
    }
  };
  form.addEventListener("input", () => {
    changed = true;
    clearTimeout(timer);
    since ||= Date.now();
    timer = setTimeout(save, Math.max(0, Math.min(PAUSE, since + LONGEST - Date.now())));
  });
  form.addEventListener("change", (event) => (changed = changed || event.isTrusted));
  form.addEventListener("submit", () => {
    save();
    sessionStorage.setItem(SENT, key);
  });
  addEventListener("pagehide", save);
  document.addEventListener("visibilitychange", () => document.hidden && save());
}

/** Whether the form led on to another page of ours, with nothing wrong and nobody asked to sign in again. */
function ledOn() {
  const [way] = /** @type {PerformanceNavigationTiming[]} */ (performance.getEntriesByType("navigation"));
  if (owner === "" || way?.type !== "navigate" || way.redirectCount === 0) return false;
  return !document.querySelector("[data-error-summary], .notice-harm");
}

/** @param {Storage} store */
function start(store) {
  const sent = sessionStorage.getItem(SENT);
  sessionStorage.removeItem(SENT);
  if (sent && (document.querySelector("[data-saved]") || ledOn())) store.removeItem(sent);
  const old = Date.now() - KEPT_FOR;
  forget(store, (_key, draft) => !draft || draft.at < old || (owner !== "" && draft.owner !== owner));
  for (const form of document.querySelectorAll("form[data-draft]")) {
    keep(/** @type {HTMLFormElement} */ (form), store);
  }
  for (const form of document.querySelectorAll("[data-forget-drafts]")) {
    form.addEventListener("submit", () => forget(store, () => true));
  }
}

const store = shelf();
if (store) start(store);
