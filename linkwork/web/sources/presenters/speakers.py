"""Turns and speakers in plain values."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

from linkwork.core.text import one_line
from linkwork.evaluation.studies.reads import SourceLine, TurnCard
from linkwork.web.sources.forms import SpeakerForm, SplitForm

SHOWN = 400  # more turns than these make a page nobody scrolls to the end of


def source_head(source: SourceLine) -> dict[str, Any]:
    """What stands over a page about one source."""
    return {
        "id": source.id,
        "study_id": source.study_id,
        "title": source.title,
        "lang": source.language,
        "dir": source.direction.value,
        "version": source.version,
        "hash": source.hash,
    }


def speaker_rows(turns: Sequence[TurnCard]) -> list[dict[str, Any]]:
    """Each speaker with their turns counted, in the order they first speak."""
    counted = Counter(turn.speaker for turn in turns)
    asking = {turn.speaker for turn in turns if turn.asks}
    return [
        {
            "name": f"\u2068{name}\u2069" if name else "",  # isolated: it may run the other way than the page
            "turns": count,
            "asks": name in asking,
            "form": SpeakerForm(
                initial={"speaker": name, "name": name, "asks": name in asking}, auto_id=f"id_s{number}_%s"
            ),
        }
        for number, (name, count) in enumerate(counted.items())
    ]


def turn_rows(text: str, turns: Sequence[TurnCard]) -> list[dict[str, Any]]:
    """The turns with their words and the time they begin, in seconds for the player and as people read it."""
    return [
        {
            "id": turn.id,
            "speaker": turn.speaker,
            "asks": turn.asks,
            "words": text[turn.said_from : turn.end],
            "begin": one_line(text[turn.said_from : turn.end], 60),
            "seconds": None if turn.begins_ms is None else turn.begins_ms / 1000,
            "time": "" if turn.begins_ms is None else clock(turn.begins_ms),
            "split": SplitForm(auto_id=f"id_{turn.id}_%s"),
        }
        for turn in turns[:SHOWN]
    ]


def clock(milliseconds: int) -> str:
    """A time of a recording: 0:01:02."""
    seconds = milliseconds // 1000
    return f"{seconds // 3600}:{seconds // 60 % 60:02}:{seconds % 60:02}"
