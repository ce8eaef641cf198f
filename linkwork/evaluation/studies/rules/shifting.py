"""Where did the words of a text go when it was edited?

Lines are compared first and words only inside the lines that changed, so that a long transcript with a few mended words
costs little. All places are code points, ends exclusive.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

_LINES = re.compile(r"[^\n]*\n+|[^\n]+")
_WORDS = re.compile(
    r"[^\W\u2e80-\u9fff\uac00-\ud7af]+|\s+|.", re.DOTALL
)  # Chinese has no spaces: each mark is a word
MOST_PAIRS = 4_000_000  # of words in two blocks; beyond it the block counts as written anew


@dataclass(frozen=True)
class Change:
    """What stood from `start` to `end` was replaced by what now stands from `new_start` to `new_end`."""

    start: int
    end: int
    new_start: int
    new_end: int


class Shift:
    """Where each place of the old text is in the new one."""

    def __init__(self, changes: Sequence[Change]) -> None:
        self.changes = tuple(changes)
        self._ends = [change.end for change in self.changes]
        self._starts = [change.start for change in self.changes]

    def place(self, at: int) -> int:
        """Where a place is now; one inside a change is where the change begins."""
        number = bisect_right(self._starts, at) - 1
        if number < 0:
            return at
        change = self.changes[number]
        return change.new_end + at - change.end if at >= change.end else change.new_start

    def within(self, start: int, end: int) -> Sequence[Change]:
        """The changes that touch what stands from `start` to `end`."""
        first = bisect_right(self._ends, start)
        while first > 0 and self.changes[first - 1].end >= start:
            first -= 1
        found = []
        for change in self.changes[first:]:
            if change.start > end:
                break
            found.append(change)
        return found


def changes(old: str, new: str) -> list[Change]:
    """What was replaced, in order; together with what stayed, they make the new text of the old one."""
    head = _common(old, new)
    tail = _common(old[head:][::-1], new[head:][::-1])
    middle_old, middle_new = old[head : len(old) - tail], new[head : len(new) - tail]
    return [
        Change(head + one.start, head + one.end, head + one.new_start, head + one.new_end)
        for one in _by_lines(middle_old, middle_new)
    ]


def _common(one: str, other: str) -> int:
    """How many code points two texts begin with in common."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        half = (low + high + 1) // 2
        if one[low:half] == other[low:half]:
            low = half
        else:
            high = half - 1
    return low


def _by_lines(old: str, new: str) -> Iterator[Change]:
    for a, b, c, d in _unlike(_LINES.findall(old), _LINES.findall(new)):
        for x, y, v, w in _by_words(old[a:b], new[c:d]):
            yield Change(a + x, a + y, c + v, c + w)


def _by_words(old: str, new: str) -> list[tuple[int, int, int, int]]:
    before, after = _WORDS.findall(old), _WORDS.findall(new)
    if len(before) * len(after) > MOST_PAIRS:
        return [(0, len(old), 0, len(new))]
    return list(_unlike(before, after))


def _unlike(old: list[str], new: list[str]) -> Iterator[tuple[int, int, int, int]]:
    """The stretches of two lists of pieces that differ, as places of the joined texts."""
    old_at, new_at = _places(old), _places(new)
    for word, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if word != "equal":
            yield old_at[a], old_at[b], new_at[c], new_at[d]


def _places(pieces: list[str]) -> list[int]:
    places = [0]
    for piece in pieces:
        places.append(places[-1] + len(piece))
    return places
