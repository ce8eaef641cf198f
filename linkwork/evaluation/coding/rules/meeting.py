"""Where do two frames meet in the text?

A code of frame A and a code of frame B meet where a passage under the one and a passage under the other share at least
one code point: one coding with both codes, or two codings that overlap, of one coder or of several. What is counted is
passages, not pairs of codings: stretches of shared text that overlap each other are one passage, so that three coders
who mark the same sentence count once.
"""

from collections.abc import Collection, Hashable, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Generic, NamedTuple, TypeVar

import numpy as np

from linkwork.evaluation.coding.rules.stretches import (
    Laid,
    Stretches,
    distinct,
    gathered,
    lay,
    numbered,
    stretches,
)

K = TypeVar("K", bound=Hashable)
Pair = tuple[str, str]


class Passage(NamedTuple, Generic[K]):
    """One coding: which text, from where to where, and its codes in frame A and in frame B (either may be empty)."""

    key: K
    text: Hashable
    start: int
    end: int
    in_a: frozenset[str]
    in_b: frozenset[str]


@dataclass(frozen=True)
class Cell(Generic[K]):
    """One meeting of two codes: how many passages, and every coding that takes part, in the order given."""

    passages: int
    keys: tuple[K, ...]


@dataclass(frozen=True)
class Meeting(Generic[K]):
    """The table: codes of A and of B that were used, with the number of codings each; cells where they meet."""

    in_a: dict[str, int]
    in_b: dict[str, int]
    cells: dict[Pair, Cell[K]]


def meetings(passages: Sequence[Passage[K]]) -> Meeting[K]:
    """The table of meetings; keys must be unique."""
    kinds, found = numbered((one.in_a, one.in_b) for one in passages)
    laid = lay(
        (one.text for one in passages), (one.start for one in passages), (one.end for one in passages), kinds
    )
    return meetings_of([one.key for one in passages], laid, [a for a, _b in found], [b for _a, b in found])


def meetings_of(
    keys: Sequence[K], laid: Laid, in_a: Sequence[Collection[str]], in_b: Sequence[Collection[str]]
) -> Meeting[K]:
    """The same of codings in columns: what those of each kind carry in frame A and in frame B.

    Two stretches that share text share one stretch of it, and that is one passage. A coding takes part where it shares
    text with the other code's stretch. Sorted and searched: n log n in codings and meetings.
    """
    a, b = stretches(laid, in_a), stretches(laid, in_b)
    across = max(len(b.names), 1)
    times = np.zeros(len(a.names) * across, np.int64)
    for one, other in b.sharing(a.start, a.end):
        times += np.bincount(a.code[one] * across + b.code[other], minlength=len(times))
    of_a, of_b, many = a.coded, b.coded, len(keys)
    beside = (
        (of_a.code[row] * across + b.code[one]) * many + of_a.coding[row]
        for row, one in b.sharing(of_a.start, of_a.end)
    )
    turned = (
        (a.code[one] * across + of_b.code[row]) * many + of_b.coding[row]
        for row, one in a.sharing(of_b.start, of_b.end)
    )
    part = gathered(distinct(chain(beside, turned), len(times) * many), keys)
    made = {
        (a.names[place // across], b.names[place % across]): Cell(int(times[place]), some)
        for place, some in part.items()
    }
    return Meeting(_used(a), _used(b), made)


def _used(found: Stretches) -> dict[str, int]:
    many = np.bincount(found.coded.code, minlength=len(found.names))
    return dict(zip(found.names, many.tolist(), strict=True))
