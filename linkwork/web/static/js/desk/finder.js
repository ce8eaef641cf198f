// Finding a code by typing, and showing the codes chosen. The ticks in the frames stay the truth: this only presses them.

/** The valence a sign stands for, where nothing else is typed. */
const SIGNS = { "+": "facilitator", "-": "barrier", "~": "mixed", "=": "neutral" };
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
  const ticks = /** @type {HTMLInputElement[]} */ ([...desk.querySelectorAll('input[name="constructs"]')]);
  let at = 0;

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

  function draw() {
    const now = found();
    at = Math.min(at, Math.max(0, now.length - 1));
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
    hits.hidden = !now.length;
    input.ariaExpanded = String(Boolean(now.length));
    if (now.length) input.setAttribute("aria-activedescendant", `hit-${at}`);
    else input.removeAttribute("aria-activedescendant");
  }

  /** @param {HTMLInputElement} tick */
  function take(tick) {
    tick.checked = true;
    input.value = "";
    at = 0;
    draw();
    list();
    input.focus();
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
          button.append(dot, ` ${tick.dataset.name} ×`);
          button.ariaLabel = (chosen.dataset.takeAway ?? "CODE").replace("CODE", tick.dataset.name ?? "");
          button.addEventListener("click", () => {
            tick.checked = false;
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
    at = 0;
    if (input.value in SIGNS) {
      weigh(input.value);
      input.value = "";
    }
    draw();
  });
  input.addEventListener("keydown", (event) => {
    const now = found();
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      at = (at + (event.key === "ArrowDown" ? 1 : now.length - 1)) % Math.max(1, now.length);
      draw();
    } else if (event.key === "Enter" && now[at]) take(now[at]);
    else if (event.key === "Enter" && !input.value.trim()) form.requestSubmit();
    else if (event.key !== "Enter") return;
    event.preventDefault();
  });
  for (const tick of ticks) tick.addEventListener("change", list);
  list();
  return input;
}
