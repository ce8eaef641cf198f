// In which order does the advice serve this reader, and why? Plain rules: no page is touched here.
"use strict";
self.toolkitOrder = (() => {
  const POINTS = { barrier: 3, work: 1.5, role: 2, stage: 2, setting: 1 };
  const GOOD = 4; // of 5: work that goes this well needs no advice

  // {mean, answered, of} of one kind of work; items that are turned round count from the other end.
  const score = (part, answers) => {
    const given = part.items.map((id) => [id, Number(answers[id])]).filter(([, value]) => value >= 1 && value <= 5);
    const sum = given.reduce((all, [id, value]) => all + (part.reverse.includes(id) ? 6 - value : value), 0);
    return { mean: given.length ? sum / given.length : null, answered: given.length, of: part.items.length };
  };

  const scores = (parts, answers) =>
    Object.fromEntries(Object.entries(parts).filter(([id]) => id !== "general").map(([id, part]) => [id, score(part, answers)]));

  const judge = (one, answers, worked) => {
    const reasons = [];
    for (const barrier of one.barriers) {
      const much = Number(answers[`f:${barrier}`]) || 0;
      if (much) reasons.push({ kind: "barrier", barrier, much, points: much * POINTS.barrier });
    }
    for (const kind of one.work) {
      const { mean } = worked[kind] || { mean: null };
      if (mean !== null && mean < GOOD) reasons.push({ kind: "work", work: kind, mean, points: (GOOD - mean) * POINTS.work });
    }
    if (answers.role && answers.role === one.audience) reasons.push({ kind: "role", points: POINTS.role });
    if (answers.stage && answers.stage === one.stage) reasons.push({ kind: "stage", points: POINTS.stage });
    if (answers.setting && one.settings.length) {
      const here = one.settings.includes(answers.setting);
      reasons.push({ kind: here ? "setting" : "elsewhere", points: here ? POINTS.setting : -POINTS.setting });
    }
    return { advice: one, reasons, points: reasons.reduce((all, reason) => all + reason.points, 0) };
  };

  // Advice with more points first; where points are equal it stays in the order of stages.
  const order = ({ advice, parts }, answers) => {
    const worked = scores(parts, answers);
    return advice.map((one, place) => ({ ...judge(one, answers, worked), place })).sort((a, b) => b.points - a.points || a.place - b.place);
  };

  // Answers as text for the address, and back: "stage=operation&N01=4". Nothing else gets in.
  const pack = (answers) => new URLSearchParams(Object.entries(answers).filter(([, value]) => value !== "")).toString();
  const unpack = (text, names) => {
    const given = new URLSearchParams(text);
    return Object.fromEntries([...names].filter((name) => given.get(name)).map((name) => [name, given.get(name)]));
  };

  return { order, scores, pack, unpack };
})();
