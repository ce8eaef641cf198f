"""How strongly did each coder give a code, unit by unit? Ordered, so that an ordered alpha may be asked of it.

The values are 0 (not given), 1 (a little), 2 (clearly), 3 (decisively). Where several of a coder's passages touch a
unit the strongest counts. Given without a strength is a missing rating, and so is what a coder has not read.
"""

from collections.abc import Hashable, Iterable
from dataclasses import dataclass

import numpy as np

from linkwork.evaluation.coding.rules.agreement import Ratings, Unit
from linkwork.evaluation.coding.rules.units import Line, Stretches

VALUES = (0, 1, 2, 3)
MISSING = -1


@dataclass(frozen=True)
class Weighed:
    """One passage of one text with how strongly it was coded, None where that was not said."""

    text: Hashable
    start: int
    end: int
    strength: int | None
    coder: Hashable


def strengths(line: Line, units: Stretches, marks: Iterable[Weighed], unit: Unit) -> Ratings:
    """The ratings of one code over `units` (as `line.divided` gives them) by the line's coders."""
    begins = {one.key: int(at) for one, at in zip(line.texts, line.offsets, strict=False)}
    row_of = {coder: number for number, coder in enumerate(line.coders)}
    found = np.zeros((len(line.coders), units[0].size), np.int8)
    unsaid = np.zeros_like(found, bool)
    for one in marks:
        if one.coder not in row_of or one.text not in begins:
            continue
        first = np.searchsorted(units[1], begins[one.text] + one.start, "right")
        after = np.searchsorted(units[0], begins[one.text] + one.end, "left")
        here = row_of[one.coder], slice(int(first), int(after))
        found[here] = np.maximum(found[here], one.strength or 0)
        unsaid[here] |= one.strength is None
    found[unsaid & (found == 0)] = MISSING
    found = np.where(line.read[:, line.text_at(units[0])], found, np.int8(MISSING))
    return Ratings(found, VALUES, unit, drawn=unit)
