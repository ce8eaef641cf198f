// Small helps on every page. Each one is missing without harm: the page works by itself.

/** A choice that stands for its form: changing it sends it, and its spare button steps aside. */
function submitOnChange() {
  for (const control of document.querySelectorAll("[data-submits]")) {
    const form = /** @type {HTMLSelectElement} */ (control).form;
    if (!form) continue;
    for (const spare of form.querySelectorAll("[data-spare]")) spare.setAttribute("hidden", "");
    control.addEventListener("change", () => form.requestSubmit());
  }
}

/**
 * A second press while the first is on its way does nothing. The button is not disabled, because a disabled
 * button's own value would not be sent; the mark is taken off when the page comes back from the history.
 */
function sendOnce() {
  document.addEventListener("submit", (event) => {
    const form = /** @type {HTMLFormElement} */ (event.target);
    if (event.defaultPrevented || form.method !== "post") return;
    if (form.dataset.sending) event.preventDefault();
    else form.dataset.sending = "yes";
  });
  addEventListener("pageshow", () => {
    for (const form of document.querySelectorAll("form[data-sending]")) form.removeAttribute("data-sending");
  });
}

/** Where a row of tabs is longer than the screen, the one we are on stands in sight. */
function showTab() {
  for (const tab of document.querySelectorAll(".tabs [aria-current]")) {
    const row = tab.closest("ul");
    if (row && row.scrollWidth > row.clientWidth) tab.scrollIntoView({ block: "nearest", inline: "center" });
  }
}

/** What is wrong is read out first. */
function meetErrors() {
  const summary = document.querySelector("[data-error-summary]");
  if (!(summary instanceof HTMLElement)) return;
  summary.focus();
  document.title = `(!) ${document.title}`;
}

/** A menu closes on Escape, on a press elsewhere, and when another opens. */
function closeMenus() {
  /** @param {(menu: HTMLDetailsElement) => boolean} which */
  const close = (which) => {
    for (const menu of document.querySelectorAll("details[data-closes][open]")) {
      if (which(/** @type {HTMLDetailsElement} */ (menu))) menu.removeAttribute("open");
    }
  };
  document.addEventListener("click", (event) => close((menu) => !menu.contains(/** @type {Node} */ (event.target))));
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    close((menu) => {
      if (menu.contains(document.activeElement)) menu.querySelector("summary")?.focus();
      return true;
    });
  });
}

/** `data-copy` on a button copies its text; where the browser may not, the text beside it can be marked whole. */
function offerCopy() {
  if (!navigator.clipboard) return;
  for (const button of document.querySelectorAll("[data-copy]")) {
    if (!(button instanceof HTMLElement)) continue;
    button.removeAttribute("hidden");
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(button.dataset.copy ?? "");
      button.textContent = button.dataset.copied ?? "";
    });
  }
}

/** `data-print` on a button opens the browser's own print. */
function offerPrint() {
  for (const button of document.querySelectorAll("[data-print]")) {
    button.removeAttribute("hidden");
    button.addEventListener("click", () => print());
  }
}

submitOnChange();
sendOnce();
showTab();
meetErrors();
closeMenus();
offerCopy();
offerPrint();
