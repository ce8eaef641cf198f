// The self-assessment: answers stay on this device, in the address after "#", or in a file the reader keeps.
"use strict";
(() => {
  const form = document.getElementById("assess");
  const given = self.toolkitAssessment;
  if (!form || !given) return;
  const { order, scores, pack, unpack } = self.toolkitOrder;
  const said = JSON.parse(document.getElementById("assess-words").textContent);
  const names = new Set(Array.from(form.elements, (one) => one.name).filter(Boolean));
  const PLACE = `toolkit:${location.pathname.replace(/[^/]*$/u, "")}`;
  const at = (id) => document.getElementById(id);
  const make = (tag, text, more = {}) => Object.assign(document.createElement(tag), { textContent: text }, more);
  const fill = (text, values) => text.replace(/\{(\w+)\}/gu, (_all, name) => values[name]);
  const tell = (text) => { at("assess-said").textContent = text; };

  const speech = `${document.documentElement.lang.replace(/^en$/u, "en-GB")}-u-nu-latn`; // in the page's way, with the digits it has everywhere else
  const tenths = new Intl.NumberFormat(speech, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  const days = new Intl.DateTimeFormat(speech, { dateStyle: "long", timeZone: "UTC" });
  const day = (on) => days.format(new Date(`${on}T00:00:00Z`));

  const kept = () => {
    try { return JSON.parse(localStorage.getItem(PLACE)) || { now: {}, moments: [] }; } catch { return { now: {}, moments: [] }; }
  };
  let memory = kept();
  const keep = () => {
    try { localStorage.setItem(PLACE, JSON.stringify(memory)); } catch { /* a browser may keep nothing */ }
  };
  // Answers that came with a link wait in this window until one is changed: the address then only names the step.
  const hold = (text) => {
    try { sessionStorage.setItem(PLACE, text); } catch { /* the same */ }
  };
  const held = () => {
    try { return sessionStorage.getItem(PLACE) || ""; } catch { return ""; }
  };

  const answers = () => Object.fromEntries([...new FormData(form)].filter(([, value]) => value !== ""));
  const put = (values) => {
    form.reset();
    for (const [name, value] of Object.entries(values)) {
      const field = form.elements[name];
      if (field) field.value = value;
    }
  };

  const why = (reason) => {
    if (reason.kind === "barrier") return fill(said.barrier, { name: said.barriers[reason.barrier], much: said.much[reason.much] });
    if (reason.kind === "work") return fill(said.work, { name: said.works[reason.work], mean: tenths.format(reason.mean) });
    return said[reason.kind];
  };

  const line = ({ advice, reasons }) => {
    const item = document.createElement("li");
    item.dataset.chain = advice.path;
    const title = item.appendChild(document.createElement("h3"));
    title.appendChild(make("a", advice.title, { href: advice.path, lang: advice.lang, dir: "auto" }));
    item.appendChild(make("p", advice.about, { className: "soft" }));
    const list = item.appendChild(make("ul", "", { className: "why" }));
    for (const text of reasons.length ? reasons.map(why) : [said.nothing]) list.appendChild(make("li", text));
    if (advice.opinion) item.appendChild(make("p", said.opinion, { className: "opinion" }));
    return item;
  };

  const number = (mean) => (mean === null ? "–" : tenths.format(mean));
  const drawScores = (now, then) => {
    const before = then ? scores(given.parts, then.answers) : null;
    const rows = Object.entries(scores(given.parts, now)).map(([id, one]) => {
      const row = document.createElement("tr");
      row.appendChild(make("th", said.works[id], { scope: "row" }));
      const cells = [number(one.mean), fill(said.answered, one)];
      if (before) {
        const change = one.mean === null || before[id].mean === null ? null : one.mean - before[id].mean;
        cells.push(number(before[id].mean), change === null ? "–" : `${change > 0 ? "+" : change < 0 ? "−" : "±"}${tenths.format(Math.abs(change))}`);
      }
      for (const text of cells) row.appendChild(make("td", text));
      return row;
    });
    at("scores").replaceChildren(...rows);
    for (const cell of document.querySelectorAll(".then")) cell.hidden = !before;
  };

  const drawMoments = () => {
    const choice = at("then");
    const chosen = choice.value;
    const options = memory.moments.map((one, place) => make("option", day(one.on), { value: String(place) }));
    choice.replaceChildren(make("option", said.no_comparison, { value: "" }), ...options);
    choice.value = memory.moments[chosen] ? chosen : "";
    at("compare").hidden = !memory.moments.length;
  };

  const draw = () => {
    const now = answers();
    const any = Object.keys(now).length > 0;
    at("advice-order").replaceChildren(...order(given, now).map(line));
    at("order-said").textContent = `${held() ? `${said.came_with_link} ` : ""}${any ? said.ordered : said.unordered}`;
    drawScores(now, memory.moments[at("then").value]);
    memory.now = now;
  };

  const link = () => `${location.href.split("#")[0]}#${pack(answers())}`;
  const file = () => {
    const text = JSON.stringify({ made_by: "linkwork toolkit", on: today(), answers: answers() }, null, 1);
    const address = URL.createObjectURL(new Blob([text], { type: "application/json" }));
    make("a", "", { href: address, download: `self-assessment-${today()}.json` }).click();
    setTimeout(() => URL.revokeObjectURL(address), 1000);
  };
  const today = () => {
    const now = new Date();
    return new Date(now.getTime() - now.getTimezoneOffset() * 60000).toISOString().slice(0, 10); // the day it is here
  };
  const moment = (on, values) => {
    memory.moments = [...memory.moments.filter((one) => one.on !== on), { on, answers: values }].sort((a, b) => a.on.localeCompare(b.on));
    keep();
    drawMoments();
  };

  const read = async (chosen) => {
    try {
      const found = JSON.parse(await chosen.text());
      if (found.made_by !== "linkwork toolkit") throw new Error("another file");
      const values = unpack(new URLSearchParams(Object.entries(found.answers)).toString(), names);
      moment(String(found.on).slice(0, 10), values);
      if (!Object.keys(answers()).length) { put(values); draw(); }
      tell(fill(said.opened, { day: day(String(found.on).slice(0, 10)) }));
    } catch { tell(said.unreadable); }
  };

  const steps = {
    keep: () => { moment(today(), answers()); tell(fill(said.kept, { day: day(today()) })); },
    file,
    link: async () => {
      const field = at("link");
      field.value = link();
      field.closest("p").hidden = false;
      field.select();
      try { await navigator.clipboard.writeText(field.value); tell(said.copied); } catch { tell(said.copy_it); }
    },
    again: () => { form.reset(); memory.now = {}; keep(); hold(""); draw(); tell(said.cleared); },
  };
  document.addEventListener("click", (event) => {
    const step = event.target.closest("[data-step]");
    if (step) steps[step.dataset.step]();
  });
  form.addEventListener("change", () => { hold(""); draw(); keep(); });
  at("then").addEventListener("change", draw);
  at("file").addEventListener("change", (event) => { if (event.target.files[0]) read(event.target.files[0]); event.target.value = ""; });

  // The answers of a link are put in, and its reader is led to the advice.
  const opened = () => {
    const shared = unpack(location.hash.slice(1), names);
    if (!Object.keys(shared).length) return false;
    put(shared);
    hold(pack(shared));
    location.replace("#advice");
    return true;
  };
  self.addEventListener("hashchange", () => { if (opened()) draw(); });
  if (!opened()) put(held() ? unpack(held(), names) : memory.now);
  // A link into a folder on this disk leads nobody else here: the file does.
  document.querySelector("[data-step=link]").hidden = location.protocol === "file:";
  drawMoments();
  draw();
})();
