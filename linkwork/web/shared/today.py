"""One thing that needs the viewer, as `today` lists it. Each area offers `today_items(standing, at)`."""

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True)
class TodayItem:
    """`due` orders the list (earliest first); `when` is the short text beside it ("now", "10:30", "Friday").

    `chip_kind` is one of the chips of the look: plain, needs, info, harm. `quote` is in the person's own words.
    `waits`: the next step is somebody else's, so it stands below what needs the viewer.
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
