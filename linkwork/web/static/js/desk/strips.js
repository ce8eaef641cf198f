// A long text stands on the page in strips. What is not drawn yet is a gap of about the right height; scrolling to it,
// or going there by key, fetches the strip.

import { parsed } from "../piece.js";

/** @typedef {{ensure: (place: number) => Promise<void>, beyond: (forwards: boolean) => Promise<boolean>, put: (nodes: ParentNode) => void, again: () => Promise<void>}} Strips */

/**
 * @param {HTMLElement} desk
 * @param {HTMLElement} text
 * @param {(address: string) => Promise<string>} get
 * @returns {Strips}
 */
export function strips(desk, text, get) {
  const size = Number(desk.dataset.size);
  const lists = /** @type {HTMLElement} */ (desk.querySelector("#lists"));
  const nothing = /** @type {HTMLElement} */ (desk.querySelector("#nothing"));
  /** @type {Map<number, Promise<void>>} */
  const coming = new Map();

  /** @returns {HTMLElement[]} */
  const drawn = () => [...text.querySelectorAll(":scope > .strip")].map((one) => /** @type {HTMLElement} */ (one));
  const first = (/** @type {HTMLElement} */ gap) => Number(gap.dataset.first);
  const last = (/** @type {HTMLElement} */ gap) => Number(gap.dataset.last);

  const nearGap = new IntersectionObserver(
    (entries) => {
      for (const entry of entries) if (entry.isIntersecting) void fill(/** @type {HTMLElement} */ (entry.target));
    },
    { rootMargin: "800px" },
  );
  const inView = new IntersectionObserver((entries) => {
    for (const entry of entries) {
      const list = lists.querySelector(`#list-${/** @type {HTMLElement} */ (entry.target).dataset.strip}`);
      list?.toggleAttribute("hidden", !entry.isIntersecting && lists.childElementCount > 1);
    }
    nothing.hidden = Boolean(lists.querySelector(".strip-list:not([hidden]) .coding"));
  });

  for (const gap of desk.querySelectorAll(".gap")) adopt(/** @type {HTMLElement} */ (gap));
  for (const strip of drawn()) inView.observe(strip);

  /**
   * A gap of the page becomes a place in the text as high as what it stands for.
   * @param {HTMLElement} gap
   */
  function adopt(gap) {
    const before = gap.id === "gap-before";
    gap.remove();
    if (last(gap) < first(gap)) return;
    text[before ? "prepend" : "append"](measured(gap));
  }

  /** @param {HTMLElement} gap */
  function measured(gap) {
    const [sample] = drawn();
    const length = Math.max(1, Number(sample.dataset.to) - Number(sample.dataset.from));
    const characters = (last(gap) - first(gap) + 1) * size;
    gap.style.blockSize = `${Math.max(60, (sample.offsetHeight / length) * characters)}px`;
    gap.classList.add("is-space");
    nearGap.observe(gap);
    return gap;
  }

  /**
   * Which strip of a gap is looked at?
   * @param {HTMLElement} gap
   */
  function fill(gap) {
    const box = gap.getBoundingClientRect();
    const many = last(gap) - first(gap) + 1;
    if (box.bottom < innerHeight + 800 && box.top < -800) return load(last(gap));
    if (box.top > -800) return load(first(gap));
    const middle = (innerHeight / 2 - box.top) / box.height;
    return load(first(gap) + Math.min(many - 1, Math.max(0, Math.floor(middle * many))));
  }

  /** @param {number} number */
  function load(number) {
    const there = coming.get(number);
    if (there) return there;
    const address = `${desk.dataset.strip}?n=${number}&${desk.dataset.query ?? ""}`;
    const loading = get(address)
      .then((answer) => put(body(answer)))
      .finally(() => coming.delete(number));
    coming.set(number, loading);
    return loading;
  }

  /** @param {string} answer */
  function body(answer) {
    const holder = document.createElement("div");
    holder.append(...parsed(answer));
    return holder;
  }

  /**
   * Strips and lists drawn by the server take their places: instead of the old ones, or out of a gap.
   * @param {ParentNode} nodes
   */
  function put(nodes) {
    const anchor = anchored();
    for (const node of [...nodes.querySelectorAll(".strip")]) {
      const strip = /** @type {HTMLElement} */ (node);
      const old = text.querySelector(`#${strip.id}`);
      if (old) old.replaceWith(strip);
      else split(Number(strip.dataset.strip), strip);
      inView.observe(strip);
    }
    const gone = new Set(); // of lists that stood here already: what is only drawn now was counted before
    const come = new Set();
    for (const list of [...nodes.querySelectorAll(".strip-list")]) {
      const old = lists.querySelector(`#${list.id}`);
      if (old) {
        for (const one of old.querySelectorAll(".coding")) gone.add(one.id);
        for (const one of list.querySelectorAll(".coding")) come.add(one.id);
        list.toggleAttribute("hidden", old.hasAttribute("hidden"));
        old.replaceWith(list);
        continue;
      }
      const number = Number(/** @type {HTMLElement} */ (list).dataset.list);
      const after = [...lists.children].find((one) => Number(/** @type {HTMLElement} */ (one).dataset.list) > number);
      lists.insertBefore(list, after ?? null);
    }
    const all = desk.querySelector("#all-codings");
    if (all) all.textContent = String(Number(all.textContent) + come.size - gone.size);
    nothing.hidden = Boolean(lists.querySelector(".strip-list:not([hidden]) .coding"));
    anchor();
    text.dispatchEvent(new Event("drawn"));
  }

  /** Browsers that do not hold the reader's place themselves are helped. */
  function anchored() {
    if (CSS.supports("overflow-anchor: auto")) return () => {};
    const seen = drawn().find((strip) => strip.getBoundingClientRect().bottom > 0);
    const top = seen?.getBoundingClientRect().top ?? 0;
    return () => scrollBy(0, (seen?.isConnected ? seen.getBoundingClientRect().top : top) - top);
  }

  /**
   * @param {number} number
   * @param {HTMLElement} strip
   */
  function split(number, strip) {
    const gaps = /** @type {HTMLElement[]} */ ([...text.querySelectorAll(":scope > .gap")]);
    const gap = gaps.find((one) => first(one) <= number && number <= last(one));
    if (!gap) return;
    nearGap.unobserve(gap);
    gap.replaceWith(strip);
    if (first(gap) < number) strip.before(part(first(gap), number - 1));
    if (number < last(gap)) strip.after(part(number + 1, last(gap)));
  }

  /**
   * @param {number} from
   * @param {number} to
   */
  function part(from, to) {
    const gap = document.createElement("div");
    gap.className = "gap";
    gap.dataset.first = String(from);
    gap.dataset.last = String(to);
    return measured(gap);
  }

  /** @param {number} place */
  const holding = (place) =>
    drawn().find((strip) => Number(strip.dataset.from) <= place && place < Number(strip.dataset.to));

  return {
    put,
    async ensure(place) {
      if (holding(place)) return;
      const number = Math.floor(place / size);
      await load(number);
      if (!holding(place) && number > 0) await load(number - 1);
    },
    async beyond(forwards) {
      const numbers = drawn().map((strip) => Number(strip.dataset.strip));
      const gaps = /** @type {HTMLElement[]} */ ([...text.querySelectorAll(":scope > .gap")]);
      const ends = gaps.filter((gap) => (forwards ? first(gap) > numbers[0] : last(gap) < numbers[numbers.length - 1]));
      const gap = forwards ? ends[0] : ends[ends.length - 1];
      if (!gap) return false;
      await load(forwards ? first(gap) : last(gap));
      return true;
    },
    async again() {
      const numbers = drawn().map((strip) => Number(strip.dataset.strip));
      await Promise.all(numbers.slice(-12).map(load));
    },
  };
}
