// What the desk asks the server and sends to it: one thing at a time, in the order of the keys pressed.

import { parsed } from "../piece.js";

/**
 * @param {HTMLElement} desk
 */
export function exchange(desk) {
  const headers = { "X-Desk": desk.dataset.size ?? "" };
  const token = /** @type {HTMLInputElement} */ (desk.querySelector('input[name="csrfmiddlewaretoken"]')).value;
  /** @type {Promise<unknown>} */
  let line = Promise.resolve();

  /** @param {string} address */
  async function get(address) {
    const answer = await fetch(address, { headers });
    if (!answer.ok) throw new Error(String(answer.status));
    return answer.text();
  }

  /**
   * @param {string} address
   * @param {FormData} data
   * @returns {Promise<HTMLElement>} the pieces of the answer
   */
  async function post(address, data) {
    if (!data.has("csrfmiddlewaretoken")) data.set("csrfmiddlewaretoken", token);
    const query = desk.dataset.query && !address.includes("?") ? `?${desk.dataset.query}` : "";
    const answer = await fetch(address + query, { method: "POST", body: data, headers });
    const nodes = document.createElement("div");
    nodes.append(...parsed(await answer.text()));
    return nodes;
  }

  return {
    get,
    /**
     * @param {string} address
     * @param {FormData} data
     * @param {(nodes: HTMLElement) => Promise<void>} done what follows, before the next is sent
     */
    send(address, data, done) {
      const turn = line.then(() => post(address, data)).then(done);
      line = turn.catch(() => {});
      return turn;
    },
  };
}

/**
 * The parts of an answer that fit a selector.
 * @param {string} answer
 * @param {string} selector
 * @returns {Element[]}
 */
export function found(answer, selector) {
  const holder = document.createElement("div");
  holder.append(...parsed(answer));
  return [...holder.querySelectorAll(selector)];
}
