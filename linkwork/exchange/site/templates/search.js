// Finds advice in the index beside it. Words are folded here exactly as they were when the index was made.
"use strict";
(() => {
  const ARABIC = { "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ة": "ه", "ؤ": "و", "ئ": "ي", "ـ": "" };
  const CJK = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff";
  const RUN = new RegExp(`[${CJK}]+|(?![${CJK}])[\\p{L}\\p{N}](?:(?![${CJK}])[\\p{L}\\p{N}\\u0300-\\u036f\\u064b-\\u065f\\u0670])*`, "gu");
  const IS_CJK = new RegExp(`^[${CJK}]`, "u");

  const fold = (text) => {
    const plain = text.normalize("NFKD").replace(/[أإآٱىةؤئـ]/gu, (mark) => ARABIC[mark]);
    return plain.replace(/\p{M}/gu, "").normalize("NFC").toLowerCase().replace(/ß/gu, "ss").replace(/[^\p{L}\p{N}]/gu, "");
  };

  const terms = (text) => {
    const plain = text.normalize("NFKC").toLowerCase().replace(/([\p{L}\p{N}_])[’'ʼ](?=[\p{L}\p{N}_])/gu, "$1");
    return (plain.match(RUN) || []).flatMap((run) => {
      if (!IS_CJK.test(run)) return [fold(run)];
      const marks = Array.from(run);
      return marks.length < 2 ? [run] : marks.slice(1).map((mark, place) => marks[place] + mark);
    }).filter(Boolean);
  };

  // How well a word of the index answers a word asked: itself, its beginning, or a stem of it.
  const fits = (asked, known) => {
    if (asked === known) return 3;
    if (asked.length >= 2 && known.startsWith(asked)) return 2;
    return known.length >= 4 && asked.length - known.length <= 3 && asked.startsWith(known) ? 1 : 0;
  };

  const find = (index, text) => {
    const asked = [...new Set(terms(text))];
    const scores = new Map();
    asked.forEach((word, place) => {
      const best = new Map();
      for (const [known, pages] of Object.entries(index.terms)) {
        const well = fits(word, known);
        if (well) for (const [page, weight] of pages) best.set(page, Math.max(best.get(page) || 0, well * weight));
      }
      for (const [page, score] of best) if (place === 0 || scores.has(page)) scores.set(page, (scores.get(page) || 0) + score);
      for (const page of [...scores.keys()]) if (!best.has(page)) scores.delete(page);
    });
    return [...scores].sort((a, b) => b[1] - a[1] || a[0] - b[0]).map(([page]) => index.pages[page]);
  };

  self.toolkitSearch = { terms, find };

  const box = document.getElementById("q");
  const list = document.getElementById("found");
  if (!list || !self.toolkitIndex) return;
  const said = document.getElementById("found-said");

  const line = (page) => {
    const item = document.createElement("li");
    const title = item.appendChild(document.createElement("h2"));
    const link = title.appendChild(document.createElement("a"));
    link.href = page.path;
    link.textContent = page.title;
    if (page.title_lang) link.lang = page.title_lang;
    link.dir = "auto";
    item.appendChild(Object.assign(document.createElement("p"), { className: "soft", textContent: [list.dataset[page.kind], page.about].filter(Boolean).join(" · ") }));
    if (page.text) item.appendChild(Object.assign(document.createElement("p"), { textContent: page.text, lang: page.lang, dir: "auto" }));
    if (page.opinion) item.appendChild(Object.assign(document.createElement("p"), { className: "opinion", textContent: list.dataset.opinion }));
    item.dataset.chain = page.path;
    return item;
  };

  const show = () => {
    const found = box.value.trim() ? find(self.toolkitIndex, box.value) : [];
    list.replaceChildren(...found.slice(0, 50).map(line));
    const many = found.length ? list.dataset.many.replace("{n}", found.length) : list.dataset.none;
    said.textContent = box.value.trim() ? many : "";
  };

  box.value = new URLSearchParams(location.search).get("q") || "";
  box.addEventListener("input", show);
  box.form.addEventListener("submit", (event) => { event.preventDefault(); show(); });
  show();
})();
