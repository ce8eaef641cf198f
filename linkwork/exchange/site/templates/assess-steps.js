// The self-assessment in steps: style alone turns them. This says how far somebody came, and leads on from there.
"use strict";
(() => {
  const resume = document.getElementById("resume");
  if (!resume) return;
  const said = JSON.parse(document.getElementById("assess-words").textContent);
  const fill = (text, values) => text.replace(/\{(\w+)\}/gu, (_all, name) => values[name]);
  const steps = Array.from(document.querySelectorAll(".step[data-of]"), (step) => ({
    id: step.id,
    name: step.querySelector("h2").textContent,
    of: Number(step.dataset.of),
    answered: step.querySelectorAll("input:checked, option:checked:not([value=''])").length,
  }));
  const all = (what) => steps.reduce((sum, step) => sum + step[what], 0);
  if (all("answered") && !location.hash) {
    const next = steps.find((step) => !step.answered);
    const link = Object.assign(document.createElement("a"), {
      href: `#${next ? next.id : "advice"}`,
      textContent: next ? fill(said.go_on, next) : said.show,
    });
    resume.append(fill(said.resume, { answered: all("answered"), of: all("of") }), " ", link);
    resume.hidden = false;
  }
  try { localStorage.getItem("toolkit"); } catch { document.getElementById("stays").hidden = true; }
})();
