"""How long did it take: with the person, on the way, at the desk?"""

import re
from collections.abc import Iterator
from functools import cache

from linkwork.casework.rules.contacts import DAY_OF_MINUTES
from linkwork.casework.rules.phrases import WITHOUT_SPACES
from linkwork.casework.rules.suggest.note import Note, Span, Suggestion, any_of, between
from linkwork.core.text import fold
from linkwork.instruments.suggest import Lexicon

MOST_HOURS = 12  # more than that is a time of day, or not a contact


def lengths(note: Note, words: Lexicon) -> list[Suggestion]:
    """The first length of each kind. Which kind it is, the words of its own part of the sentence say."""
    found: dict[str, Suggestion] = {}
    cut = sorted(
        [match.span() for match in any_of(words.words["and"], words.id).finditer(note.text)]
        + [(end, end) for _start, end in note.clauses]
    )
    for span, minutes in _all(note, words):
        if 0 < minutes <= DAY_OF_MINUTES:
            name = _kind(note, words, span, cut)
            found.setdefault(name, note.suggestion(name, str(minutes), span))
    return list(found.values())


def _kind(note: Note, words: Lexicon, span: Span, cut: list[Span]) -> str:
    outside = [mark for mark in cut if mark[1] <= span[0] or mark[0] >= span[1]]
    parts = between(outside, len(note.text))
    start, end = next(part for part in parts if part[0] <= span[0] and span[1] <= part[1])
    for kind in ("travel", "admin"):
        if any_of(words.words[kind], words.id).search(note.text, start, end):
            return f"minutes_{kind}"
    return "minutes"


def _all(note: Note, words: Lexicon) -> Iterator[tuple[Span, int]]:
    """Every length of the note in order, without those inside another."""
    named, clock, numbers = _named(words), _clock(words), _numbers(words)
    end = 0
    for match in sorted(
        [*named.finditer(note.text), *clock.finditer(note.text)], key=lambda m: (m.start(), -m.end())
    ):
        if match.start() < end:
            continue
        minutes = _minutes(match, words, numbers)
        if minutes is not None:
            end = match.end()
            yield match.span(), minutes


def _minutes(match: re.Match[str], words: Lexicon, numbers: dict[str, int]) -> int | None:
    parts = match.groupdict()
    if "named" in parts:
        return _folded_lengths(words).get(_bare(match.group(), words))
    if parts["minutes"]:
        return int(_value(parts["minutes"], numbers))
    hours = _value(parts["hours"], numbers)
    if hours > MOST_HOURS or parts["at"]:
        return None
    return int(hours * 60) + int(parts["beside"] or parts["after"] or 0)


def _bare(text: str, words: Lexicon) -> str:
    """The named length without what Arabic writes as one with it."""
    lengths = _folded_lengths(words)
    return next((name for name in sorted(lengths, key=len, reverse=True) if text.endswith(name)), text)


def _value(text: str, numbers: dict[str, int]) -> float:
    return numbers[text] if text in numbers else float(text.replace(",", "."))


@cache
def _named(words: Lexicon) -> re.Pattern[str]:
    inner = any_of(tuple(words.numbers["lengths"]), words.id).pattern
    return re.compile(f"(?P<named>{inner})")


@cache
def _clock(words: Lexicon) -> re.Pattern[str]:
    """ "20 min", "1.5 hours", "1h20", "1 hour 20 minutes"; with `at` before it, it is a time of day."""
    glued = words.id in WITHOUT_SPACES
    before = "" if glued else r"(?<![\w.,:/])"
    after = "" if glued else r"(?!\w)"
    said = "|".join(re.escape(name) for name in sorted(_numbers(words), key=len, reverse=True))
    hour, minute, at = (_either(words.words[key]) for key in ("hour", "minute", "clock"))
    number = rf"\d{{1,3}}|{said}"
    return re.compile(
        rf"{before}(?:(?P<minutes>{number})\s?-?\s?(?:{minute}){after}"
        rf"|(?P<at>(?:{at})\s)?(?P<hours>\d{{1,2}}(?:[.,]\d{{1,2}})?|{said})\s?-?\s?(?:{hour})"
        rf"(?:(?P<beside>\d\d)(?!\w)|\s?(?:and|et|och|و|&)?\s?(?P<after>\d{{1,2}})\s?(?:{minute}){after}"
        rf"|(?![^\W\d]){'' if not glued else '|'}))"
    )


def _either(words: tuple[str, ...]) -> str:
    ordered = sorted((fold(one) for one in words), key=len, reverse=True)
    return "|".join(re.escape(one) for one in ordered) or r"(?!)"


@cache
def _folded_lengths(words: Lexicon) -> dict[str, int]:
    return {fold(name): minutes for name, minutes in words.numbers["lengths"].items()}


@cache
def _numbers(words: Lexicon) -> dict[str, int]:
    return {fold(name): number for name, number in words.numbers["numbers"].items()}
