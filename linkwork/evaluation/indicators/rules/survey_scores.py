"""Scores of a survey of staff by construct and group, from single answers.

For each respondent the mean of the items they answered, reversed items turned round; then the mean over respondents
with Student's interval (`intervals`). "Not relevant" is no answer and no score: how often each kind was chosen is
counted apart, and so is what was left empty. A total over all constructs is not made (see the instrument's advice).
"""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from linkwork.core.numbers import SMALLEST_SHOWN, hidden_cells
from linkwork.evaluation.indicators.rules.intervals import Mean, mean_of
from linkwork.instruments.surveys import Construct, Item

NOBODY = ""  # the group of those who named none


@dataclass(frozen=True)
class Answer:
    """One answer: `value`, or which kind of "not relevant", or neither."""

    respondent: str
    group: str
    item: str
    value: int | None
    not_relevant: str | None
    day: dt.date = dt.date.min


@dataclass(frozen=True)
class Score:
    """One construct in one group. `respondents` answered at least one item of it; `empty` items were left out.

    What may not leave is None.
    """

    respondents: int
    mean: Mean | None
    answered: int | None
    not_relevant: Mapping[str, int | None]
    empty: int | None


def score(construct: Construct, answers: Iterable[Answer]) -> Score:
    """One construct's score from the answers of one group."""
    items = {item.id: item for item in construct.items}
    own: dict[str, list[int]] = {}
    apart: Counter[str] = Counter()
    empty = 0
    for one in answers:
        if one.item not in items:
            continue
        if one.value is not None:
            own.setdefault(one.respondent, []).append(turned(items[one.item], one.value))
        elif one.not_relevant:
            apart[one.not_relevant] += 1
        else:
            empty += 1
    means = Counter(Fraction(sum(values), len(values)) for values in own.values())
    return Score(len(own), mean_of(means), sum(len(values) for values in own.values()), dict(apart), empty)


def turned(item: Item, value: int) -> int:
    """The value as it speaks for the construct."""
    return item.low + item.high - value if item.reverse else value


def groups_of(answers: Sequence[Answer]) -> dict[str, list[Answer]]:
    """The answers by group, in the groups' order, those without one last."""
    found: dict[str, list[Answer]] = {}
    for one in answers:
        found.setdefault(one.group, []).append(one)
    return dict(sorted(found.items(), key=lambda pair: (pair[0] == NOBODY, pair[0])))


def hidden(respondents: Mapping[str, int], smallest: int = SMALLEST_SHOWN) -> frozenset[str]:
    """Which groups have too few respondents to be shown, and which go with them so that none can be worked out."""
    return hidden_cells(respondents, smallest) if len(respondents) > 1 else frozenset()


def people(answers: Iterable[Answer]) -> int:
    """How many respondents there are."""
    return len({one.respondent for one in answers})
