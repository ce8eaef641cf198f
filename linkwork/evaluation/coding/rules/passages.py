"""Passages of a text by code points, from `start` up to but without `end`; and words pasted, found again."""

import re
from dataclasses import dataclass

CONTEXT = 60
_SPACES = re.compile(r"\s+")


@dataclass(frozen=True)
class Found:
    """Where pasted words stand. `times` says how often; start and end are of the first."""

    start: int
    end: int
    times: int


def is_within(start: int, end: int, length: int) -> bool:
    """Whether start to end is a passage of a text of `length` code points: not empty, not outside."""
    return 0 <= start < end <= length


def find_words(text: str, words: str) -> Found | None:
    """Where `words` stand in `text`, however their spaces and line ends came through the clipboard; None if nowhere."""
    pieces = [re.escape(piece) for piece in _SPACES.split(words.strip()) if piece]
    if not pieces:
        return None
    hits = list(re.finditer(r"\s+".join(pieces), text))
    return Found(hits[0].start(), hits[0].end(), len(hits)) if hits else None


def context(text: str, start: int, end: int, size: int = CONTEXT) -> tuple[str, str]:
    """Up to `size` code points before and after the passage, on its own lines, cut at a space where there is one."""
    before = text[max(0, start - size) : start].rpartition("\n")[2]
    if start - len(before) > 0 and text[start - len(before) - 1] != "\n":
        before = before.partition(" ")[2] or before
    after = text[end : end + size].partition("\n")[0]
    if end + len(after) < len(text) and text[end + len(after)] != "\n":
        after = after.rpartition(" ")[0] or after
    return before, after
