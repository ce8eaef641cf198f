"""Everything that one note suggests."""

import datetime as dt

from linkwork.casework.rules.suggest.days import follow_up
from linkwork.casework.rules.suggest.lengths import lengths
from linkwork.casework.rules.suggest.negation import negated
from linkwork.casework.rules.suggest.note import Note, Span, Suggestion, any_of, opened, overlaps
from linkwork.instruments.suggest import Lexicon

FIELDS = (
    "mode",
    "nobody",
    "minutes",
    "minutes_travel",
    "minutes_admin",
    "language",
    "interpreter",
    "topics",
    "support_types",
    "need",
    "linking",
    "education",
    "accompanied_to",
    "planned",
    "first",
    "follow_up_on",
)  # in the order in which they are offered
SEVERAL = {"topics": 10, "support_types": 4, "need": 3}  # the others have one value
NAMES = {"needs": "need", "languages": "language"}
LONGEST_NOTE = 20_000
LONGEST_WORDS = 60


def suggest(note: str, words: Lexicon, today: dt.date) -> tuple[Suggestion, ...]:
    """What the note suggests, in the order of the form; at most one value for a field that has one.

    The same note, words and day always give the same answer. A note longer than 20,000 characters is read so far.
    """
    read = opened(note[:LONGEST_NOTE])
    if not read.text:
        return ()
    past = [span for _value, span in _found(read, words, "mode")]
    again = follow_up(read, words, today, past)
    to_come = _region(read, again)
    found = [
        read.suggestion(NAMES.get(field, field), value, span)
        for field in words.phrases
        if field != "accompanied"
        for value, span in _found(read, words, field)
        if not overlaps(span, to_come)
    ]
    found += lengths(read, words) + _places(read, words)
    return _in_order([*found, again] if again else found)


def _found(note: Note, words: Lexicon, field: str) -> list[tuple[str, Span]]:
    """(value, where) of the first words for each value that are not denied; "nobody answered" denies by itself."""
    found = []
    for value, phrases in words.phrases.get(field, {}).items():
        spans = (match.span() for match in any_of(phrases, words.id).finditer(note.text))
        kept = (span for span in spans if field == "nobody" or not negated(note, words, span))
        first = next(kept, None)
        if first is not None:
            found.append((value, first))
    return found


def _region(note: Note, again: Suggestion | None) -> Span:
    """Where the note speaks of the next time: what stands there has not happened yet."""
    if again is None:
        return (0, 0)
    inside = [place for place, at in enumerate(note.places) if again.start <= at < again.end]
    return note.clause_at(inside[0])[0], note.clause_at(inside[-1])[1]


def _places(note: Note, words: Lexicon) -> list[Suggestion]:
    """Where the person was gone along with: the words that follow, as far as the clause goes."""
    for _value, span in _found(note, words, "accompanied"):
        end = min(note.clause_at(span[0])[1], span[1] + LONGEST_WORDS)
        for mark in any_of(words.words["and"], words.id).finditer(note.text, span[1], end):
            end = mark.start()
            break
        head = note.text[span[1] : end]
        start = span[1] + len(head) - len(head.lstrip())
        stop = start + len(head.strip())
        if stop > start:
            where = note.suggestion("accompanied_to", "", (start, stop))
            whole = note.suggestion("accompanied_to", "", (span[0], stop))
            return [Suggestion("accompanied_to", where.evidence, whole.evidence, whole.start, whole.end)]
    return []


def _in_order(found: list[Suggestion]) -> tuple[Suggestion, ...]:
    if any(one.field in ("topics", "minutes") for one in found):  # there was a talk after all
        found = [one for one in found if one.field != "nobody"]
    kept: list[Suggestion] = []
    for field in FIELDS:
        of_field = [one for one in found if one.field == field]
        if field in SEVERAL:
            of_field.sort(key=lambda one: one.start)
        kept += of_field[: SEVERAL.get(field, 1)]
    return tuple(kept)
