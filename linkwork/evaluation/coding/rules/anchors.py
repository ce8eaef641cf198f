"""Where does a coded passage stand after its text was edited?

Words that stayed keep their codings. Where an edit reached into a passage, the passage goes on with what became of it
and says so. Where next to nothing of it stayed, it is looked for elsewhere, by its own words and those around them
(somebody may have moved a paragraph); and if it is nowhere, it is lost, and its old words are kept to place it anew.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from linkwork.evaluation.studies.rules.shifting import Change, Shift, changes

AROUND = 32  # code points on either side that tell two equal passages apart
STAYS = 0.5  # the part of a passage that must have stayed for it to go on
Span = tuple[int, int]


class Fate(StrEnum):
    """What became of a passage."""

    SAME = "same"
    CHANGED = "changed"
    LOST = "lost"


@dataclass(frozen=True)
class Anchor:
    """Where a passage stands now; start and end are both 0 where it is lost."""

    fate: Fate
    start: int
    end: int


LOST = Anchor(Fate.LOST, 0, 0)


def anchors(old: str, new: str, spans: Iterable[Span], edits: Iterable[Change] | None = None) -> list[Anchor]:
    """What became of each passage, in the order given. `edits`, where they are known, are not looked for."""
    shift = Shift(changes(old, new) if edits is None else list(edits))
    return [_anchor(old, new, shift, start, end) for start, end in spans]


def follow(shift: Shift, start: int, end: int) -> Span:
    """Where a passage stands after known replacements: a passage that cuts into one takes in all of it."""
    inside = shift.within(start, end)
    begin, stop = shift.place(start), shift.place(end)
    for change in inside:
        if change.start < end < change.end:
            stop = change.new_end
    return begin, max(stop, begin + 1)


def _anchor(old: str, new: str, shift: Shift, start: int, end: int) -> Anchor:
    words = old[start:end]
    touched = shift.within(start, end)
    begin, stop, kept = _reach(shift, touched, start, end)
    begin, stop = _trimmed(words, new, begin, stop)
    if new[begin:stop] == words:
        return Anchor(Fate.SAME, begin, stop)
    if found := _elsewhere(old, new, start, end):
        return Anchor(Fate.SAME, *found)
    if begin < stop and _goes_on(words, new[begin:stop], kept):
        return Anchor(Fate.CHANGED, begin, stop)
    return LOST


def _reach(shift: Shift, touched: Iterable[Change], start: int, end: int) -> tuple[int, int, int]:
    """From where to where the passage reaches now, and how many of its code points stayed as they were."""
    begin, stop, kept, at = -1, -1, 0, start
    for change in touched:
        upto = min(change.start, end)
        if at < upto:
            begin = shift.place(at) if begin < 0 else begin
            stop = shift.place(upto - 1) + 1
            kept += upto - at
        if start <= change.start and change.end <= end and change.start < change.end:  # wholly inside
            begin = change.new_start if begin < 0 else begin
            stop = change.new_end
        at = max(at, change.end)
    if at < end:
        begin = shift.place(at) if begin < 0 else begin
        stop = shift.place(end - 1) + 1
        kept += end - at
    return begin, stop, kept


def _trimmed(words: str, new: str, begin: int, stop: int) -> Span:
    """Without the blanks at the edges that an edit left there and the passage never had."""
    while begin < stop and new[begin].isspace() and not words[0].isspace():
        begin += 1
    while begin < stop and new[stop - 1].isspace() and not words[-1].isspace():
        stop -= 1
    return begin, stop


def _goes_on(words: str, now: str, kept: int) -> bool:
    longest = max(len(words), len(now))
    if kept >= STAYS * longest:
        return True
    return longest <= 200 and SequenceMatcher(None, words, now, autojunk=False).ratio() > STAYS


def _elsewhere(old: str, new: str, start: int, end: int) -> Span | None:
    """Where the very words stand now: their only place, or the one among the most familiar neighbours."""
    words = old[start:end]
    best: list[tuple[int, int]] = []
    at = new.find(words)
    while at >= 0 and len(best) < 1000:
        best.append((_neighbours(old, start, end, new, at), at))
        at = new.find(words, at + 1)
    if not best or (len(words.strip()) < 3 and len(best) > 1):
        return None
    best.sort(reverse=True)
    if len(best) > 1 and best[0][0] == best[1][0]:
        return None
    return best[0][1], best[0][1] + end - start


def _neighbours(old: str, start: int, end: int, new: str, at: int) -> int:
    """How many code points before and after are the same."""
    before = _alike(old[max(0, start - AROUND) : start][::-1], new[max(0, at - AROUND) : at][::-1])
    stop = at + end - start
    return before + _alike(old[end : end + AROUND], new[stop : stop + AROUND])


def _alike(one: str, other: str) -> int:
    count = 0
    for mark, same in zip(one, other, strict=False):
        if mark != same:
            break
        count += 1
    return count
