"""One thing that needs the viewer, as `today` lists it. Each area offers `today_items(standing, at)`."""

import datetime as dt
from dataclasses import dataclass
from enum import IntEnum
from uuid import UUID


class Press(IntEnum):
    """How much a thing presses: what somebody called urgent comes first, then what is overdue, news last."""

    URGENT = 0
    LATE = 1
    NOW = 2
    SOON = 3
    NEWS = 4


@dataclass(frozen=True)
class Own:
    """Whose a thing is, and how it is called beneath their name, where several things of theirs stand together."""

    case_id: UUID
    name: str
    title: str
    small: str = ""


@dataclass(frozen=True)
class TodayItem:
    """`press` orders the list, then `due` (earliest first); `when` is short ("now", "10:30", "Friday").

    `chip_kind` is one of the chips of the look: plain, needs, info, harm. `quote` is in the person's own words.
    `waits`: the next step is somebody else's, so it stands below what needs the viewer. `own`: the person it is about.
    """

    due: dt.datetime
    when: str
    title: str
    small: str
    url: str
    chip: str = ""
    chip_kind: str = "plain"
    quote: str = ""
    waits: bool = False
    press: Press = Press.NOW
    own: Own | None = None
