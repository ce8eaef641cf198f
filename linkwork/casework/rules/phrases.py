"""Finding phrases of a list in what somebody wrote, however it is spelt, and saying where they stand in it."""

import re
from functools import cache

from linkwork.core.text import fold

SPELT = {"’": "'", "‘": "'", "ʼ": "'"}
ARABIC_BEFORE = "(?:[وفبلك]{0,2}(?:ال)?)"  # and, then, with, for, as, the: written as one with the word
WITHOUT_SPACES = {"zh-hans"}


def folded(note: str) -> tuple[str, list[int]]:
    """The note for comparing, and for each of its characters the place it has in the note (code points)."""
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
def pattern(words: str, language: str) -> str:
    """A phrase as a whole word; `*` at its end takes in any ending. Chinese is written without spaces."""
    stem, any_ending = (words[:-1], True) if words.endswith("*") else (words, False)
    plain = re.escape(fold(stem))
    if language in WITHOUT_SPACES:
        return plain
    before = ARABIC_BEFORE if language == "ar" else ""
    return rf"(?<!\w){before}{plain}" + (r"\w*" if any_ending else r"(?!\w)")
