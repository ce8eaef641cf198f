"""Where do words stand in a text: as they are, by their stems, or by a pattern?

Case never matters. As they are: from the beginning of a word on, accents and the forms of an Arabic letter alike,
spaces as they come; in scripts without spaces anywhere. By stems: whole words with the same stem, in this order.
A pattern is RE2's, which takes time in proportion to the text whatever it says; it never spans lines.
"""

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence
from enum import StrEnum
from functools import cache
from typing import Any

from linkwork.core.arrow import arrow
from linkwork.core.text import fold
from linkwork.evaluation.coding.rules.agreed import Unit
from linkwork.evaluation.coding.rules.spans import Span, spans

Finder = Callable[[str], list[Span]]
LONGEST = 200
STEMMERS = {"en": "english", "fr": "french", "sv": "swedish", "ar": "arabic"}
_WORD = re.compile(r"\w+")
_NO_SPACES = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\u0e00-\u0e7f]")
_MARKS = "[\u0640\u064b-\u0652\u0300-\u036f]*"  # vowel signs and the like, which may stand after any letter
_OPEN, _SHUT = "\ufdd0", "\ufdd1"  # no characters, by Unicode's own word: no text holds them


class How(StrEnum):
    """How words are looked for."""

    WORDS = "words"
    STEMS = "stems"
    PATTERN = "pattern"


class BadPattern(ValueError):
    """The pattern cannot be read."""


def finder(words: str, how: How, language: str = "") -> Finder:
    """A function that gives every place where `words` stand in a text, in order, apart from each other.

    `language` is that of the texts, for their stems; one we have no stemmer for is searched as it is. Raises
    BadPattern. Nothing is found by nothing, and nothing by more than LONGEST characters.
    """
    said = unicodedata.normalize("NFC", words).strip()
    if not said or len(said) > LONGEST:
        return lambda _text: []
    if how is How.PATTERN:
        return _by_pattern(said)
    stemmer = STEMMERS.get(language.partition("-")[0])
    if how is How.STEMS and stemmer:
        return _by_stems(said, stemmer)
    return _as_they_are(said)


def widened(text: str, hits: Iterable[Span], unit: Unit | None) -> list[Span]:
    """The sentences or turns in which hits lie, each once; the hits themselves where no unit is given."""
    if unit is None:
        return list(hits)
    wholes = spans(text, unit)
    starts, ends = [start for start, _ in wholes], [end for _, end in wholes]
    found = []
    for start, end in hits:
        first, last = bisect_right(starts, start) - 1, bisect_left(ends, end)
        if first >= 0 and last < len(wholes):
            found.append((starts[first], ends[max(first, last)]))
    return list(dict.fromkeys(found))


def touching(hits: Iterable[Span], places: Sequence[Span]) -> list[Span]:
    """The hits that touch one of these places, which lie apart and in order."""
    ends = [end for _, end in places]
    found = []
    for start, end in hits:
        first = bisect_right(ends, start)  # the first place that ends after the hit begins
        if first < len(places) and places[first][0] < end:
            found.append((start, end))
    return found


def plain(text: str) -> str:
    """`text` letter for letter without case, accents and forms: as long as before, so that places stay."""
    return text.translate(_PLAIN)


class _Plain(dict[int, str]):
    """What each letter is looked for as; learnt letter by letter."""

    def __missing__(self, letter: int) -> str:
        folded = fold(chr(letter))
        found = folded if len(folded) == 1 else chr(letter).lower()
        self[letter] = found if len(found) == 1 else chr(letter)
        return self[letter]


_PLAIN = _Plain()


def _as_they_are(said: str) -> Finder:
    pieces = [_MARKS.join(re.escape(letter) for letter in plain(piece)) for piece in said.split()]
    begins = "" if _NO_SPACES.match(said) or not said[0].isalnum() else r"\b"
    wanted = re.compile(begins + r"\s+".join(pieces))
    return lambda text: [hit.span() for hit in wanted.finditer(plain(text))]


def _by_stems(said: str, stemmer: str) -> Finder:
    wanted = [_stem(stemmer, word) for word in _WORD.findall(plain(said))]

    def find(text: str) -> list[Span]:
        words = [(hit.start(), hit.end(), _stem(stemmer, hit.group())) for hit in _WORD.finditer(plain(text))]
        stems = [stem for _start, _end, stem in words]
        size = len(wanted)
        places = (n for n, stem in enumerate(stems) if stem == wanted[0] and stems[n : n + size] == wanted)
        return _apart((words[n][0], words[n + size - 1][1]) for n in places)

    return find if wanted else lambda _text: []


@cache
def _stem(stemmer: str, word: str) -> str:
    return str(_stemmer(stemmer).stemWord(word))


@cache
def _stemmer(name: str) -> Any:
    import snowballstemmer  # loads every language there is, which a start need not wait for

    return snowballstemmer.stemmer(name)


def _by_pattern(said: str) -> Finder:
    pattern = f"(?i){said}"
    try:
        _marked("", pattern)
    except arrow().ArrowInvalid as fault:
        raise BadPattern(said) from fault

    def find(text: str) -> list[Span]:
        found, place, opened = [], 0, 0
        for mark in re.finditer(f"[^{_OPEN}{_SHUT}]+|[{_OPEN}{_SHUT}]", _marked(text, pattern)):
            if mark.group() == _OPEN:
                opened = place
            elif mark.group() == _SHUT:
                found.append((opened, place))
            else:
                place += len(mark.group())
        return [(start, end) for start, end in found if text[start:end].strip()]

    return find


def _marked(text: str, pattern: str) -> str:
    """`text` with each match between the two marks."""
    import pyarrow.compute as compute  # has several hundred functions, so only when a pattern is looked for

    texts, between = arrow().array([text]), f"{_OPEN}\\0{_SHUT}"
    marked = compute.replace_substring_regex(texts, pattern=pattern, replacement=between)
    return str(marked[0].as_py())


def _apart(found: Iterable[Span]) -> list[Span]:
    kept: list[Span] = []
    for start, end in found:
        if not kept or start >= kept[-1][1]:
            kept.append((start, end))
    return kept
