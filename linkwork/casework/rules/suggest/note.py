"""A note made ready for reading: folded, with its sentences and clauses, and the way back to the words as written."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache

from linkwork.casework.rules.phrases import WITHOUT_SPACES, folded, pattern

SENTENCE = re.compile(r"[.!?。！？؟](?!\d)")
CLAUSE = re.compile(r"[;:,،؛；，、：](?!\d)| [-–—] ")
GAP = r"(?:\W+\w+){0,3}?\W+"
GAP_WITHOUT_SPACES = r".{0,6}?"
Span = tuple[int, int]


@dataclass(frozen=True)
class Suggestion:
    """One value for one field of a contact, and the words it came from: `note[start:end]` is `evidence`.

    Fields and values are those of the form: codes of the lists, "yes" or "no", minutes, a day as YYYY-MM-DD, or words.
    """

    field: str
    value: str
    evidence: str
    start: int
    end: int


@dataclass(frozen=True)
class Note:
    """`text` is the note for comparing; `places` leads each of its characters back to the note."""

    written: str
    text: str
    places: list[int]
    sentences: list[Span] = field(default_factory=list)
    clauses: list[Span] = field(default_factory=list)

    def suggestion(self, name: str, value: str, span: Span) -> Suggestion:
        """What was found at `span` of `text`, with the words as they were written."""
        start, end = self.places[span[0]], self.places[span[1] - 1] + 1
        return Suggestion(name, value, self.written[start:end], start, end)

    def clause_at(self, place: int) -> Span:
        """The clause that holds a place of `text`."""
        return around(self.clauses, place)

    def sentence_at(self, place: int) -> Span:
        """The sentence that holds a place of `text`."""
        return around(self.sentences, place)


def opened(written: str) -> Note:
    """The note as `Note`. A new line ends a sentence."""
    text, places = folded(re.sub(r"[\n\r]", ".", written))  # as long as before, so places stay true
    ends = [match.span() for match in SENTENCE.finditer(text)]
    commas = [match.span() for match in CLAUSE.finditer(text)]
    return Note(written, text, places, between(ends, len(text)), between(sorted(ends + commas), len(text)))


def between(marks: Iterable[Span], length: int) -> list[Span]:
    """The stretches that marks cut a text into."""
    found, start = [], 0
    for begin, end in marks:
        found.append((start, begin))
        start = max(start, end)
    return [*found, (start, length)]


def around(spans: Iterable[Span], place: int) -> Span:
    """The first of `spans` that ends after `place`; nothing at all where there is none."""
    return next(((start, end) for start, end in spans if place < end), (place, place))


@cache
def any_of(phrases: tuple[str, ...], language: str) -> re.Pattern[str]:
    """One expression for all of these phrases, the longest first; it matches nothing where there are none."""
    ordered = sorted(phrases, key=lambda words: (-len(words), words))
    return re.compile("|".join(one_of(words, language) for words in ordered) or r"(?!)")


def one_of(words: str, language: str) -> str:
    """The expression for one phrase; `…` stands for up to three words."""
    gap = GAP_WITHOUT_SPACES if language in WITHOUT_SPACES else GAP
    return gap.join(pattern(part.strip(), language) for part in words.split("…"))


def overlaps(one: Span, other: Span) -> bool:
    """Whether two stretches share a place."""
    return one[0] < other[1] and other[0] < one[1]
