"""When does the note say that they will be in touch again?"""

import datetime as dt
import re
from collections.abc import Iterator
from functools import cache

from linkwork.casework.rules.phrases import WITHOUT_SPACES
from linkwork.casework.rules.suggest.negation import negated
from linkwork.casework.rules.suggest.note import Note, Span, Suggestion, any_of, one_of
from linkwork.core.text import fold
from linkwork.instruments.suggest import Lexicon

FARTHEST = 300  # a day of the year farther away than that has most likely gone by
LONGEST_EVIDENCE = 120
DATE = re.compile(r"(?<![\d/])(\d{1,2})/(\d{1,2})(?:/(\d{4}))?(?![\d/])")
ISO = re.compile(r"(?<!\d)(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)")


def follow_up(note: Note, words: Lexicon, today: dt.date, past: list[Span]) -> Suggestion | None:
    """The first day to come beside words that say they will be in touch. `past` is where something happened already."""
    cues = [
        match.span()
        for match in any_of(words.words["next_time"], words.id).finditer(note.text)
        if not negated(note, words, match.span())
    ]
    for span, day, plain in sorted(_days(note, words, today)):
        sentence, clause = note.sentence_at(span[0]), note.clause_at(span[0])
        if plain and any(clause[0] <= one[0] < clause[1] for one in past):
            continue
        near = [cue for cue in cues if sentence[0] <= cue[0] < sentence[1]]
        if day > today and near:
            cue = min(near, key=lambda one: (max(one[0] - span[1], span[0] - one[1]), one))
            whole = (min(cue[0], span[0]), max(cue[1], span[1]))
            if whole[1] - whole[0] > LONGEST_EVIDENCE:
                whole = span
            return note.suggestion("follow_up_on", day.isoformat(), whole)
    return None


def _days(note: Note, words: Lexicon, today: dt.date) -> Iterator[tuple[Span, dt.date, bool]]:
    """(where, which day, whether it is only a weekday, which may have gone by)."""
    yield from _counted(note, words, today)
    yield from _weekdays(note, words, today)
    yield from _dates(note, words, today)


def _counted(note: Note, words: Lexicon, today: dt.date) -> Iterator[tuple[Span, dt.date, bool]]:
    for name, days in words.numbers["days"].items():
        for match in any_of((name,), words.id).finditer(note.text):
            yield match.span(), today + dt.timedelta(days=days), False
    numbers = {fold(name): number for name, number in words.numbers["numbers"].items()}
    for key, length in (("in_days", 1), ("in_weeks", 7)):
        for match in _with_number(words, key).finditer(note.text):
            said = next(group for group in match.groups() if group)
            count = numbers[said] if said in numbers else int(said)
            yield match.span(), today + dt.timedelta(days=count * length), False


@cache
def _with_number(words: Lexicon, key: str) -> re.Pattern[str]:
    said = "|".join(
        re.escape(fold(name)) for name in sorted(words.numbers["numbers"], key=lambda one: (-len(one), one))
    )
    gap = r"\s?" if words.id in WITHOUT_SPACES else r"\s"
    found = []
    for phrase in words.words[key]:
        before, after = (part.strip() for part in phrase.split("#"))
        ahead = one_of(before, words.id) + gap if before else r"(?<!\d)"
        found.append(rf"{ahead}(\d{{1,2}}|{said}){gap}{one_of(after, words.id)}")
    return re.compile("|".join(found))


def _weekdays(note: Note, words: Lexicon, today: dt.date) -> Iterator[tuple[Span, dt.date, bool]]:
    following = any_of(words.words["next"], words.id).pattern
    for number, names in enumerate(words.weekdays):
        name = any_of(names, words.id).pattern
        wanted = re.compile(rf"(?:({following})\s?)?(?:{name})(?:\s({following}))?")
        for match in wanted.finditer(note.text):
            if any(match.groups()):
                monday = today - dt.timedelta(days=today.weekday()) + dt.timedelta(days=7)
                yield match.span(), monday + dt.timedelta(days=number), False
            else:
                ahead = (number - today.weekday() - 1) % 7 + 1
                yield match.span(), today + dt.timedelta(days=ahead), True


def _dates(note: Note, words: Lexicon, today: dt.date) -> Iterator[tuple[Span, dt.date, bool]]:
    for match in ISO.finditer(note.text):
        yield from _dated(match.span(), int(match[3]), int(match[2]), int(match[1]), today)
    for match in DATE.finditer(note.text):
        year = int(match[3]) if match[3] else None
        yield from _dated(match.span(), int(match[1]), int(match[2]), year, today)
    for number, names in enumerate(words.months, start=1):
        name = any_of(names, words.id).pattern
        ordinal = r"(?:st|nd|rd|th|er|:e)?"
        day_first = rf"(?<!\d)(\d{{1,2}}){ordinal}\.?\s(?:of )?(?:{name})"
        month_first = rf"(?:{name})\s?(\d{{1,2}}){ordinal}(?![\d:])"
        for match in re.finditer(f"{day_first}|{month_first}", note.text):
            yield from _dated(match.span(), int(match[1] or match[2]), number, None, today)


def _dated(
    span: Span, day: int, month: int, year: int | None, today: dt.date
) -> Iterator[tuple[Span, dt.date, bool]]:
    try:
        found = dt.date(year or today.year, month, day)
        if year is None and found <= today:
            found = dt.date(today.year + 1, month, day)
    except ValueError:
        return
    if year is not None or (found - today).days <= FARTHEST:
        yield span, found, False
