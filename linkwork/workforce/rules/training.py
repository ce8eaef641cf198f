"""What training a worker has, what is missing, and what runs out soon."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

LIST = "training_topics"
SOON = dt.timedelta(days=60)
LEVELS = range(1, 6)  # from "not at all" to "very much": how much a worker wants training in something
MOST_HOURS = Decimal("500")
MOST_BYTES = 5 * 1024 * 1024
# How the files begin that may be a certificate. What a browser says of a file is not asked.
FILE_KINDS = {b"%PDF-": "application/pdf", b"\x89PNG\r\n\x1a\n": "image/png", b"\xff\xd8\xff": "image/jpeg"}
ENDINGS = {"application/pdf": ".pdf", "image/png": ".png", "image/jpeg": ".jpg"}


class Cover(StrEnum):
    """Whether a worker has one training."""

    HELD = "held"
    SOON_OUT = "soon_out"
    RUN_OUT = "run_out"
    MISSING = "missing"


@dataclass(frozen=True)
class Held:
    """One training somebody has: its topic, and until when it holds (None: for good)."""

    term: str
    expires_on: dt.date | None


def cover(term: str, held: Iterable[Held], today: dt.date) -> Cover:
    """Whether a topic is covered by what somebody has, by the record that holds longest."""
    ends = [one.expires_on for one in held if one.term == term]
    if not ends:
        return Cover.MISSING
    if None in ends:
        return Cover.HELD
    last = max(end for end in ends if end is not None)
    if last < today:
        return Cover.RUN_OUT
    return Cover.SOON_OUT if last - today <= SOON else Cover.HELD


def file_kind(begin: bytes) -> str | None:
    """What kind of file begins so; None for one that cannot be a certificate."""
    return next((kind for mark, kind in FILE_KINDS.items() if begin.startswith(mark)), None)
