"""Who speaks from where to where in a transcript?

A turn begins on a line that opens with a name and a colon ("Amal: …", "**Amal:** …", "الباحثة：…"), with the time it
begins in the recording before it where captions gave one ("[0:01:02] Amal: …").
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from linkwork.core.text import fold

_TIME = r"(?:\[?(?:(?P<h>\d{1,2}):)?(?P<m>\d{1,2}):(?P<s>\d{2})(?:[.,](?P<f>\d{1,3}))?\]?[ \t]*)?"
_NAME = r"(?P<who>[^\W\d_][^\s:：*\[\]]*(?:[ \t][^\s:：*\[\]]+){0,3})"
_TURN = re.compile(
    rf"^[ \t]*{_TIME}(?:\*\*|__)?{_NAME}?(?P<mark>[ \t]*[:：](?!//)(?:\*\*|__)?|(?:\*\*|__)[ \t]*[:：])?[ \t]*",
    re.M,
)
_LONGEST = 40
ASKING = {
    fold(word)
    for word in (
        "interviewer", "interview", "int", "i", "researcher", "moderator", "facilitator", "intervjuare", "forskare",
        "enquêteur", "enquêtrice", "chercheur", "chercheuse", "intervieweur", "intervieweuse", "animateur",
        "الباحث", "الباحثة", "المحاور", "المحاورة", "访谈者", "采访者", "研究者", "研究员", "主持人",
    )
}  # fmt: skip


@dataclass(frozen=True)
class NewTurn:
    """One turn: code points of the text, milliseconds of the recording. `said_from` is where its words begin."""

    start: int
    said_from: int
    end: int
    speaker: str
    asks: bool = False
    begins_ms: int | None = None
    ends_ms: int | None = None


def turns_of(text: str) -> list[NewTurn]:
    """The turns of a transcript, in order; none where nobody is named and no time given.

    A name counts that comes at least twice, or any where most lines open with one: "Note: …" once in a report is no
    speaker. What stands before the first turn belongs to nobody; lines without a name go on with the turn before.
    """
    found = list(_openings(text))
    names = Counter(turn.speaker for turn in found if turn.speaker)
    lines = sum(1 for line in text.split("\n") if line.strip())
    mostly = sum(names.values()) >= 2 and sum(names.values()) * 10 >= lines * 6
    kept = [
        turn
        for turn in found
        if turn.begins_ms is not None or (turn.speaker and (mostly or names[turn.speaker] > 1))
    ]
    ends = [*(turn.start for turn in kept[1:]), len(text)][: len(kept)]
    return [
        replace(turn, end=_trimmed(text, turn.said_from, end), ends_ms=_until(turn, after))
        for turn, end, after in zip(kept, ends, [*kept[1:], None][: len(kept)], strict=True)
    ]


def asks(speaker: str) -> bool:
    """Whether a speaker's name says that they ask the questions."""
    return fold(speaker) in ASKING


def _openings(text: str) -> Iterator[NewTurn]:
    for match in _TURN.finditer(text):
        who = match["who"] or ""
        named = bool(who and match["mark"] and len(who) <= _LONGEST)
        begins = _milliseconds(match)
        if not named and (begins is None or "[" not in match[0]):  # "10:30 we met" is a note
            continue
        said = match.end() if named else match.start("who") if who else match.end()
        name = who.strip() if named else ""
        yield NewTurn(match.start(), said, said, name, asks(name), begins)


def _milliseconds(match: re.Match[str]) -> int | None:
    if match["m"] is None:
        return None
    hours, minutes, seconds = (int(match[part] or 0) for part in ("h", "m", "s"))
    return ((hours * 60 + minutes) * 60 + seconds) * 1000 + int((match["f"] or "0").ljust(3, "0"))


def _until(turn: NewTurn, after: NewTurn | None) -> int | None:
    """A turn lasts until the next begins; the last one's end is not known."""
    if turn.begins_ms is None or after is None or after.begins_ms is None:
        return None
    return max(turn.begins_ms, after.begins_ms)


def _trimmed(text: str, start: int, end: int) -> int:
    return start + len(text[start:end].rstrip())
