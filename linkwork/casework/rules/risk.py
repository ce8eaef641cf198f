"""Does a note hold words that may point to harm? Words of a published list, found as they stand; nothing is guessed.

A note that names harm only to deny it is found too: a question too many costs a tap, one too few may cost far more.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from linkwork.core.text import fold
from linkwork.instruments import risk

SPELT = {"’": "'", "‘": "'", "ʼ": "'"}
ARABIC_BEFORE = "(?:[وفبلك]{0,2}(?:ال)?)"  # and, then, with, for, as, the: written as one with the word


@dataclass(frozen=True)
class Found:
    """`words` as they stand in the note from `start` to `end` (code points); `kind` is one of the list's kinds."""

    words: str
    kind: str
    start: int
    end: int


def risk_words(note: str, language: str = "") -> tuple[Found, ...]:
    """What the note holds of the list of `language`, or of every language where none of them is named, in its order."""
    text, places = _folded(note)
    found: dict[tuple[int, int], Found] = {}
    for kind, pattern in _patterns(language if language in risk.languages() else ""):
        for match in pattern.finditer(text):
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


def _folded(note: str) -> tuple[str, list[int]]:
    """The note for comparing, and for each of its characters the place it has in the note."""
    letters: list[str] = []
    places: list[int] = []
    for place, mark in enumerate(note):
        plain = " " if mark.isspace() else fold(SPELT.get(mark, mark))
        if plain == " " and letters and letters[-1] == " ":
            continue
        letters.extend(plain)
        places.extend([place] * len(plain))
    return "".join(letters), places


@cache
def _patterns(language: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple(
        (phrase.kind, re.compile(_pattern(phrase.words, phrase.language)))
        for phrase in risk.phrases(language)
    )


def _pattern(words: str, language: str) -> str:
    """A phrase as a whole word; `*` at its end takes in any ending. Chinese is written without spaces."""
    stem, any_ending = (words[:-1], True) if words.endswith("*") else (words, False)
    plain = re.escape(fold(stem))
    if language == "zh-hans":
        return plain
    before = ARABIC_BEFORE if language == "ar" else ""
    return rf"(?<!\w){before}{plain}" + (r"\w*" if any_ending else r"(?!\w)")
