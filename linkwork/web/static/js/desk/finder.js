// Finding a code by typing, and showing the codes chosen. The ticks in the frames stay the truth: this only presses them.

/** The valence a sign stands for, where nothing else is typed. */
export const SIGNS = { "+": "facilitator", "-": "barrier", "~": "mixed", "=": "neutral" };
const MOST = 8;

/**
 * As the server folds the names: no case, no marks.
 * @param {string} text
 */
const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().trim();

/**
 * @param {HTMLElement} desk
 */
export function finder(desk) {
  const form = /** @type {HTMLFormElement} */ (desk.querySelector("#code"));
  const input = /** @type {HTMLInputElement} */ (desk.querySelector("#find"));
  const hits = /** @type {HTMLElement} */ (desk.querySelector("#hits"));
  const chosen = /** @type {HTMLElement} */ (desk.querySelector("#chosen-codes"));
  const listed = () => /** @type {HTMLInputElement[]} */ ([...desk.querySelectorAll('input[name="constructs"]')]);
  let ticks = listed();
  /** @type {Set<string>} */
  const suggested = new Set();
  let at = -1;

  desk.querySelector("[data-finder]")?.removeAttribute("hidden");
  desk.querySelector("[data-tick]")?.setAttribute("hidden", "");

  /** @returns {HTMLInputElement[]} */
  function found() {
    const parts = fold(input.value).split(/\s+/).filter(Boolean);
    if (!parts.length) return [];
    const fitting = ticks.filter((tick) => !tick.checked && parts.every((part) => tick.dataset.find?.includes(part)));
    const first = (/** @type {HTMLInputElement} */ tick) => (tick.dataset.find?.startsWith(parts[0]) ? 0 : 1);
    return fitting.sort((one, other) => first(one) - first(other)).slice(0, MOST);
  }

  /** What was typed, where no code is called so: it may become one. */
  function unnamed() {
    const name = input.value.trim();
    return name.length > 1 && !ticks.some((tick) => fold(tick.dataset.name ?? "") === fold(name)) ? name : "";
  }

  /**
   * @param {string} name
   * @param {number} number
   */
  function offered(name, number) {
    const row = document.createElement("li");
    row.id = `hit-${number}`;
    row.role = "option";
    row.ariaSelected = String(number === at);
    row.className = "hit-new";
    row.textContent = (hits.dataset.new ?? "CODE").replace("CODE", () => name);
    row.addEventListener("mousedown", (event) => event.preventDefault());
    row.addEventListener("click", make);
    return row;
  }

  function make() {
    const name = unnamed();
    if (name) input.dispatchEvent(new CustomEvent("newcode", { detail: name, bubbles: true }));
  }

  function draw() {
    const now = found();
    const name = unnamed();
    at = Math.min(at, now.length - (name ? 0 : 1));
    hits.replaceChildren(
      ...now.map((tick, number) => {
        const row = document.createElement("li");
        row.id = `hit-${number}`;
        row.role = "option";
        row.ariaSelected = String(number === at);
        const dot = document.createElement("span");
        dot.className = `code-dot ${tick.dataset.code}`;
        const where = document.createElement("span");
        where.className = "muted small";
        where.textContent = tick.dataset.hint ?? "";
        row.append(dot, tick.dataset.name ?? "", " ", where);
        row.addEventListener("mousedown", (event) => event.preventDefault());
        row.addEventListener("click", () => take(tick));
        return row;
      }),
    );
    if (name) hits.append(offered(name, now.length));
    hits.hidden = !hits.childElementCount;
    input.ariaExpanded = String(!hits.hidden);
    if (hits.querySelector('[aria-selected="true"]')) input.setAttribute("aria-activedescendant", `hit-${at}`);
    else input.removeAttribute("aria-activedescendant");
  }

  /** @param {HTMLInputElement} tick */
  function take(tick) {
    tick.checked = true;
    input.value = "";
    draw();
    list();
    input.focus({ preventScroll: true });
  }

  /**
   * Take a code by what it is sent as; whether there is one.
   * @param {string} value
   * @param {boolean} wasSuggested
   */
  function takeValue(value, wasSuggested = false) {
    const tick = ticks.find((one) => one.value === value);
    if (!tick) return false;
    if (wasSuggested) suggested.add(value);
    take(tick);
    return true;
  }

  /** @param {number} key */
  function takeRecent(key) {
    const button = desk.querySelector(`#quick [data-key="${key}"]`);
    return button instanceof HTMLElement && takeValue(button.dataset.take ?? "");
  }

  function list() {
    chosen.replaceChildren(
      ...ticks
        .filter((tick) => tick.checked)
        .map((tick) => {
          const row = document.createElement("li");
          const button = document.createElement("button");
          button.type = "button";
          const dot = document.createElement("span");
          dot.className = `code-dot ${tick.dataset.code}`;
          button.append(dot, `${tick.dataset.name} ×`);
          button.ariaLabel = (chosen.dataset.takeAway ?? "CODE").replace("CODE", tick.dataset.name ?? "");
          button.addEventListener("click", () => {
            tick.checked = false;
            suggested.delete(tick.value);
            list();
            input.focus();
          });
          row.append(button);
          return row;
        }),
    );
  }

  /** @param {string} sign */
  function weigh(sign) {
    const value = SIGNS[/** @type {keyof typeof SIGNS} */ (sign)];
    const radio = form.querySelector(`input[name="valence"][value="${value}"]`);
    if (radio instanceof HTMLInputElement) radio.checked = true;
  }

  input.addEventListener("input", () => {
    at = found().length ? 0 : -1; // a new code is never made by the Enter that was to find one
    if (input.value in SIGNS) {
      weigh(input.value);
      input.value = "";
    } else if (/^[1-9]$/.test(input.value) && takeRecent(Number(input.value))) {
      return;
    }
    draw();
  });
  input.addEventListener("keydown", (event) => {
    const now = found();
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      const last = now.length - (unnamed() ? 0 : 1);
      if (event.key === "ArrowDown") at = at < last ? at + 1 : Math.min(0, last);
      else at = at > 0 ? at - 1 : last;
      draw();
    } else if (event.key === "Enter" && (event.shiftKey || at === now.length)) make();
    else if (event.key === "Enter" && now[at]) take(now[at]);
    else if (event.key === "Enter" && !input.value.trim()) form.requestSubmit();
    else if (event.key !== "Enter") return;
    event.preventDefault();
  });
  desk.addEventListener("change", (event) => {
    if (ticks.includes(/** @type {HTMLInputElement} */ (event.target))) list();
  });
  list();

  return {
    input,
    weigh,
    takeValue,
    takeRecent,
    /** The frames were drawn anew, with other codes in them. */
    renew() {
      ticks = listed();
    },
    suggested: () => [...suggested],
    /** Nothing is chosen any more. */
    clear() {
      for (const tick of ticks) tick.checked = false;
      suggested.clear();
      input.value = "";
      for (const name of ["memo", "strength", "stage"]) {
        const field = form.elements.namedItem(name);
        if (field && "value" in field) field.value = "";
      }
      weigh("=");
      draw();
      list();
    },
  };
}
