"""How those who were asked twice changed on one score: the mean change with its interval, and better, same, worse.

Only pairs move the means: whoever was asked once is counted and no more. The interval is Student's for paired values
(`intervals`); better and worse are by the measure's own rule of what is more than its noise, as the record worked it
out, and are None where no source says so.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from linkwork.core.numbers import SMALLEST_SHOWN, hidden_cells
from linkwork.evaluation.indicators.rules.intervals import Mean, mean_of

WAYS = ("better", "steady", "worse")


@dataclass(frozen=True)
class Asked:
    """So many (`often`) who were asked, alike in everything: `before` and `later` None for a half they lack."""

    before: Fraction | None
    later: Fraction | None
    went: str | None
    often: int


@dataclass(frozen=True)
class Ways:
    """How many pairs went which way; None where it is hidden, and that is why the others may be too."""

    better: int | None
    steady: int | None
    worse: int | None


@dataclass(frozen=True)
class Change:
    """The change on one score. The means are None with no pair, or where the pairs are too few to show (`hidden`).

    Where it may not leave, how many were asked is None too.
    """

    asked: int | None
    paired: int | None
    before: Mean | None
    later: Mean | None
    change: Mean | None
    ways: Ways | None
    hidden: bool

    @property
    def once(self) -> int | None:
        """How many were asked once only."""
        return None if self.asked is None or self.paired is None else self.asked - self.paired


def change_of(rows: Iterable[Asked], smallest: int = SMALLEST_SHOWN) -> Change:
    """The change of everybody in `rows` who has both halves."""
    before, later, change = Counter[Fraction](), Counter[Fraction](), Counter[Fraction]()
    ways: Counter[str] = Counter()
    asked = 0
    for one in rows:
        asked += one.often
        if one.before is not None and one.later is not None:
            before[one.before] += one.often
            later[one.later] += one.often
            change[one.later - one.before] += one.often
            ways[one.went or ""] += one.often
    paired = change.total()
    if 0 < paired < smallest:
        return Change(asked, paired, None, None, None, None, True)
    return Change(
        asked, paired, mean_of(before), mean_of(later), mean_of(change), _ways(ways, smallest), False
    )


def _ways(ways: Counter[str], smallest: int) -> Ways | None:
    if not any(ways[way] for way in WAYS):
        return None
    cells = {way: ways[way] for way in WAYS}
    secret = hidden_cells(cells, smallest)
    return Ways(*(None if way in secret else cells[way] for way in WAYS))
