"""From codings to ratings: which units did each coder give a code to?

All texts are laid end to end on one line and walked by sorted ends, so the work is n log n in codings and units, never
codings by codings or coders by characters. A coder rates only the texts they have read; the rest are missing ratings,
not "no". How a unit is rated depends on the unit, and figures over different units are not comparable:

- character: every code point, line ends included. It is coded if it lies in a passage.
- sentence, paragraph, turn (as marked, or by the names before colons), window (so many characters), document: coded if
  a passage covers any of it. Blank edges belong to no unit, so a selection that ran over by a space does not count.
- passage: stretches of overlapping codings, of any coder and any of the codes asked for; passages that only touch are
  two. A coder has coded the stretch if they gave the code anywhere in it. What nobody coded is no unit, so there is
  little or no agreement on "no": read percent agreement first.
"""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import numpy as np
import numpy.typing as npt

from linkwork.evaluation.coding.rules.agreement import Pieces, Ratings, Undefined, Unit
from linkwork.evaluation.coding.rules.spans import marked_turns, spans

Places = npt.NDArray[np.int64]
Stretches = tuple[Places, Places]  # starts and ends, sorted, not overlapping
NONE: Stretches = (np.zeros(0, np.int64), np.zeros(0, np.int64))


@dataclass(frozen=True)
class Text:
    """One text and the coders who have read it; `turns` as somebody marked them, in order, otherwise by their names."""

    key: Hashable
    text: str
    readers: frozenset[Hashable]
    turns: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True)
class Coded:
    """One code on one passage of one text, by one coder. Offsets are code points, `end` exclusive."""

    text: Hashable
    start: int
    end: int
    code: Hashable
    coder: Hashable


@dataclass(frozen=True, eq=False)
class Line:
    """Several texts end to end, and the passages on them by code and coder, merged where one coder's overlap."""

    texts: tuple[Text, ...]
    coders: tuple[Hashable, ...]
    codes: tuple[Hashable, ...]
    passages: Mapping[tuple[Hashable, Hashable], Stretches] = field(repr=False)

    @cached_property
    def offsets(self) -> Places:
        """Where each text begins; one more for the end of the last."""
        return np.cumsum([0, *(len(one.text) for one in self.texts)], dtype=np.int64)

    @cached_property
    def read(self) -> npt.NDArray[np.bool_]:
        """Coders × texts: who has read what."""
        found = [[coder in one.readers for one in self.texts] for coder in self.coders]
        return np.array(found, bool).reshape(len(self.coders), len(self.texts))

    def of(self, code: Hashable, coder: Hashable) -> Stretches:
        """One coder's passages with one code."""
        return self.passages.get((code, coder), NONE)

    def only(self, code: Hashable) -> "Line":
        """The same line with one of its codes."""
        return Line(self.texts, self.coders, (code,), self.passages)

    def text_at(self, places: Places) -> npt.NDArray[np.intp]:
        """Which text each place lies in, by number."""
        return np.searchsorted(self.offsets, places, "right") - 1

    def divided(self, unit: Unit, window: int | None = None) -> Stretches:
        """The units of all texts. Not for characters. `window`: the length of windows."""
        if unit is Unit.PASSAGE:
            return merged(*_joined(self.passages.values()))
        found = [
            (offset + start, offset + end)
            for offset, one in zip(self.offsets.tolist(), self.texts, strict=False)
            for start, end in _divided(one, unit, window)
        ]
        both = np.array(found, np.int64).reshape(-1, 2)
        return both[:, 0].copy(), both[:, 1].copy()


def lay(
    texts: Sequence[Text], coded: Iterable[Coded], codes: Sequence[Hashable], coders: Sequence[Hashable]
) -> Line:
    """The texts and what these coders gave these codes to; other codings are left out.

    Raises ValueError for a passage outside its text. A passage in a text its coder has not read is a fault too.
    """
    line = Line(tuple(texts), tuple(coders), tuple(codes), {})
    place = {one.key: number for number, one in enumerate(line.texts)}
    offsets, wanted, who = line.offsets.tolist(), set(codes), set(coders)
    found: dict[tuple[Hashable, Hashable], list[tuple[int, int]]] = {}
    for one in coded:
        if one.code not in wanted or one.coder not in who:
            continue
        number = place[one.text]
        start, end = offsets[number] + one.start, offsets[number] + one.end
        if not offsets[number] <= start < end <= offsets[number + 1]:
            raise ValueError("A passage lies outside its text.")
        if one.coder not in line.texts[number].readers:
            raise ValueError("A coder coded a text they have not read.")
        found.setdefault((one.code, one.coder), []).append((start, end))
    passages = {key: merged(*np.array(some, np.int64).T) for key, some in found.items()}
    return Line(line.texts, line.coders, line.codes, passages)


def ratings(
    line: Line, unit: Unit, by_paragraph: bool = False, window: int | None = None
) -> dict[Hashable, Ratings]:
    """For each code the ratings "given" (1) or "not given" (0) over the units.

    `by_paragraph` prepares characters for a bootstrap that draws the paragraphs they stand in; other units are drawn
    themselves.
    """
    if unit is Unit.CHARACTER:
        cuts = line.divided(Unit.PARAGRAPH)[0] if by_paragraph else NONE[0]
        return {code: _characters(line, code, cuts, by_paragraph) for code in line.codes}
    units = line.divided(unit, window)
    texts = line.text_at(units[0])
    return {code: Ratings(_rated(line, code, units, texts), (0, 1), unit, drawn=unit) for code in line.codes}


def pooled(rated: Mapping[Hashable, Ratings]) -> Ratings:
    """The ratings of all codes as one: every unit by every code is rated "given" or "not given".

    A bootstrap draws a unit (or its block) with all its codes. Raises ValueError where there is no code.
    """
    some = list(rated.values())
    if not some:
        raise ValueError("There are no codes to pool.")
    weighed = any(one.weights is not None for one in some)
    weights = [
        one.weights if one.weights is not None else np.ones(one.codes.shape[1], np.int64) for one in some
    ]
    blocks = [one.blocks if one.blocks is not None else np.arange(one.codes.shape[1]) for one in some]
    draws_blocks = some[0].blocks is not None or some[0].unit is not Unit.CHARACTER
    return Ratings(
        np.concatenate([one.codes for one in some], axis=1),
        (0, 1),
        some[0].unit,
        np.concatenate(weights) if weighed else None,
        np.concatenate(blocks) if draws_blocks else None,
        some[0].drawn,
    )


def pieces(line: Line, in_blocks: bool = False) -> Pieces | Undefined:
    """The line cut for the unitizing alphas, all codes together; undefined where one coder's codes overlap.

    `in_blocks` prepares it for a bootstrap that draws paragraphs, joined where a passage runs from one to the next.
    """
    each = []
    for coder in line.coders:
        some = [line.of(code, coder) for code in line.codes]
        starts, ends = _joined(some)
        names = np.repeat(np.arange(1, len(some) + 1), [one[0].size for one in some])
        order = np.argsort(starts, kind="stable")
        starts, ends, names = starts[order], ends[order], names[order]
        if (starts[1:] < ends[:-1]).any():
            return Undefined.OVERLAPPING
        each.append((starts, ends, names))
    begins = line.divided(Unit.PARAGRAPH)[0] if in_blocks else NONE[0]
    cuts = np.unique(np.concatenate([line.offsets, begins, *(some for one in each for some in one[:2])]))
    texts = line.text_at(cuts[:-1])
    codes = np.full((len(each), texts.size), -1, np.int64)
    passages = codes.copy()
    before = 0
    for number, (starts, ends, names) in enumerate(each):
        latest = np.searchsorted(starts, cuts[:-1], "right") - 1
        inside = latest >= 0
        inside[inside] = cuts[:-1][inside] < ends[latest[inside]]
        codes[number] = np.where(line.read[number, texts], 0, -1)
        codes[number, inside] = names[latest[inside]]
        passages[number, inside] = before + latest[inside]
        before += starts.size
    blocks = _blocks(line, begins, cuts[:-1], passages) if in_blocks else None
    return Pieces(codes, passages, np.diff(cuts), line.codes, blocks)


def _blocks(line: Line, begins: Places, starts: Places, passages: Places) -> Places:
    """Numbers the pieces by paragraph; where a passage lies on both sides of a paragraph's beginning, none begins."""
    bounds = np.isin(starts, begins) | np.isin(starts, line.offsets)
    runs_on = np.zeros(starts.size, bool)
    for row in passages:
        runs_on[1:] |= (row[1:] >= 0) & (row[1:] == row[:-1])
    numbers: Places = np.maximum(np.cumsum(bounds & ~runs_on) - 1, 0)
    return numbers


def _divided(one: Text, unit: Unit, window: int | None) -> list[tuple[int, int]]:
    if unit is Unit.TURN and one.turns:
        return marked_turns(one.text, one.turns)
    return spans(one.text, unit, window)


def merged(starts: Places, ends: Places) -> Stretches:
    """Passages as stretches: those that share a character become one, those that only touch stay two."""
    order = np.argsort(starts, kind="stable")
    starts, reach = starts[order], np.maximum.accumulate(ends[order])
    begins = np.flatnonzero(np.concatenate([[True], starts[1:] >= reach[:-1]])[: starts.size])
    last = np.concatenate([begins[1:], [starts.size]])[: begins.size] - 1
    return starts[begins], reach[last]


def touched(stretches: Stretches, units: Stretches) -> npt.NDArray[np.bool_]:
    """Which units share a character with any of the stretches. Units are sorted and do not overlap."""
    first = np.searchsorted(units[1], stretches[0], "right")
    after = np.searchsorted(units[0], stretches[1], "left")
    change = np.zeros(units[0].size + 1, np.int64)
    np.add.at(change, first, 1)
    np.add.at(change, after, -1)
    found: npt.NDArray[np.bool_] = np.cumsum(change)[:-1] > 0
    return found


def _characters(line: Line, code: Hashable, cuts: Places, by_paragraph: bool) -> Ratings:
    """Characters that everyone rated alike in a row are counted, not listed."""
    ends = [some for coder in line.coders for some in line.of(code, coder)]
    bounds = np.unique(np.concatenate([line.offsets, cuts, *ends]))
    starts = bounds[:-1]
    rated = _rated(line, code, (starts, bounds[1:]), line.text_at(starts))
    blocks: npt.NDArray[Any] | None = None
    if by_paragraph:  # what stands before the first paragraph of a text belongs to the one before
        blocks = np.maximum(np.searchsorted(cuts, starts, "right") - 1, 0)
    drawn = Unit.PARAGRAPH if by_paragraph else Unit.CHARACTER
    return Ratings(rated, (0, 1), Unit.CHARACTER, np.diff(bounds), blocks, drawn)


def _rated(line: Line, code: Hashable, units: Stretches, texts: npt.NDArray[np.intp]) -> npt.NDArray[np.int8]:
    rows = [touched(line.of(code, coder), units).astype(np.int8) for coder in line.coders]
    found = np.array(rows, np.int8).reshape(len(line.coders), texts.size)
    return np.where(line.read[:, texts], found, np.int8(-1))


def _joined(some: Iterable[Stretches]) -> Stretches:
    both = list(some)
    starts = np.concatenate([one[0] for one in both] or [NONE[0]])
    return starts, np.concatenate([one[1] for one in both] or [NONE[1]])
