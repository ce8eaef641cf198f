"""Does a note hold words that may point to harm? Words of a published list, found as they stand; nothing is guessed.

A note that names harm only to deny it is found too: a question too many costs a tap, one too few may cost far more.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from linkwork.casework.rules.phrases import folded, pattern
from linkwork.instruments import risk


@dataclass(frozen=True)
class Found:
    """`words` as they stand in the note from `start` to `end` (code points); `kind` is one of the list's kinds."""

    words: str
    kind: str
    start: int
    end: int


def risk_words(note: str, language: str = "") -> tuple[Found, ...]:
    """What the note holds of the list of `language`, or of every language where none of them is named, in its order."""
    text, places = folded(note)
    found: dict[tuple[int, int], Found] = {}
    for kind, words in _patterns(language if language in risk.languages() else ""):
        for match in words.finditer(text):
            start, end = places[match.start()], places[match.end() - 1] + 1
            found.setdefault((start, end), Found(note[start:end], kind, start, end))
    return tuple(_apart(sorted(found.values(), key=lambda one: (one.start, -one.end))))


def kinds_of(found: Iterable[Found]) -> tuple[str, ...]:
    """The kinds of harm the words may point to, each once."""
    return tuple(dict.fromkeys(one.kind for one in found))


def _apart(found: Iterable[Found]) -> list[Found]:
    """Of words that overlap the first and longest."""
    kept: list[Found] = []
    for one in found:
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return kept


@cache
def _patterns(language: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple(
        (phrase.kind, re.compile(pattern(phrase.words, phrase.language))) for phrase in risk.phrases(language)
    )
