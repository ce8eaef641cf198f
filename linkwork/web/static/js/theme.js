// Light or dark, as the reader chose on this device. A cookie, so that the server can draw the page right at once.

const COOKIE = "linkwork_theme";
const YEAR = 365 * 24 * 60 * 60;

/** @returns {string} "light", "dark" or "" for what the device prefers */
function chosen() {
  const found = document.cookie.split("; ").find((part) => part.startsWith(`${COOKIE}=`));
  const value = found ? found.slice(COOKIE.length + 1) : "";
  return value === "light" || value === "dark" ? value : "";
}

/** @param {string} theme */
function wear(theme) {
  if (theme) document.documentElement.dataset.theme = theme;
  else delete document.documentElement.dataset.theme;
}

/** @param {string} theme */
function remember(theme) {
  const age = theme ? YEAR : 0;
  const secure = location.protocol === "https:" ? "; secure" : "";
  document.cookie = `${COOKIE}=${theme}; path=/; max-age=${age}; samesite=lax${secure}`;
}

document.documentElement.classList.add("has-script");
wear(chosen());

for (const form of document.querySelectorAll("[data-theme-choice]")) {
  const select = form.querySelector("select");
  if (!(select instanceof HTMLSelectElement)) continue;
  form.removeAttribute("hidden");
  select.value = chosen();
  select.addEventListener("change", () => {
    remember(select.value);
    wear(select.value);
  });
}
