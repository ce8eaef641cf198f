// Two people in one text: what the other has coded is announced in a quiet line, and drawn when asked for.

const EVERY = 10_000;

/**
 * @param {HTMLElement} desk
 * @param {(address: string) => Promise<string>} get
 * @param {() => Promise<void>} show
 */
export function arrivals(desk, get, show) {
  const news = /** @type {HTMLElement} */ (desk.querySelector("#news"));
  let since = desk.dataset.since ?? "";
  let newest = "";

  async function ask() {
    if (document.visibilityState !== "visible") return;
    try {
      const found = JSON.parse(await get(`${desk.dataset.arrived}?since=${since}`));
      if (!found.newest || found.newest === newest) return;
      newest = found.newest;
      const button = document.createElement("button");
      button.type = "button";
      button.className = "link-button";
      button.textContent = news.dataset.show ?? "";
      button.addEventListener("click", async () => {
        since = newest;
        news.hidden = true;
        await show();
      });
      news.replaceChildren(found.said.join(", "), " ", button);
      news.hidden = false;
    } catch {
      // Away from the network nothing arrives; the next question may.
    }
  }

  setInterval(ask, EVERY);
  document.addEventListener("visibilitychange", ask);
}
