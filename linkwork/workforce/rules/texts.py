"""What does a short text message from a worker's own phone mean?"""

import re
from dataclasses import dataclass
from enum import StrEnum

from linkwork.core.text import fold
from linkwork.workforce.rules.visits import MOST_MINUTES

USUAL_MINUTES = 30
MOST_TRIES = 5  # of one text
FEWEST_DIGITS, MOST_DIGITS = 7, 15  # of a telephone number (ITU-T E.164)


class TextState(StrEnum):
    """Where an outgoing text message stands."""

    WAITING = "waiting"
    SENT = "sent"
    FAILED = "failed"
    STOPPED = "stopped"  # nothing to say any more


class Said(StrEnum):
    """What somebody wants."""

    IN = "in"
    OUT = "out"
    MORE = "more"
    HELP = "help"


@dataclass(frozen=True)
class Wish:
    """`minutes` counts for more time only."""

    said: Said
    minutes: int = 0


# In English and in French, for whichever comes first to hand. "OK" alone asks for time: it does not end the watch.
WORDS = {
    Said.HELP: {"help", "sos", "aide"},
    Said.OUT: {"out", "done", "fini", "sorti", "sortie"},
    Said.IN: {"in", "la", "arrive", "arrivee"},
    Said.MORE: {"ok", "more", "plus"},
}


def wish_of(text: str) -> Wish | None:
    """What the message asks for; None where it is not clear. "Help" is heard wherever it stands."""
    words = re.findall(r"\w+", fold(text))
    if WORDS[Said.HELP].intersection(words):
        return Wish(Said.HELP)
    first = words[0] if words else ""
    if first.isascii() and first.isdigit() and len(first) <= len(str(MOST_MINUTES)):
        return Wish(Said.MORE, int(first)) if 1 <= int(first) <= MOST_MINUTES else None
    found = next((said for said, known in WORDS.items() if first in known), None)
    return Wish(found, USUAL_MINUTES if found is Said.MORE else 0) if found else None


def number_of(typed: str) -> str:
    """A telephone number in one form, "+" and digits; empty where it has no country code (+ or 00) or is none."""
    digits = re.sub(r"\D", "", typed)
    if not typed.strip().startswith("+"):
        if not digits.startswith("00"):
            return ""
        digits = digits[2:]
    return f"+{digits}" if FEWEST_DIGITS <= len(digits) <= MOST_DIGITS else ""
