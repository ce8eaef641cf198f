"""One whole day for a calendar: something two people have agreed on, without a time."""

import datetime as dt
from uuid import UUID

from icalendar import Calendar, Event

from linkwork.core.text import one_line
from linkwork.exchange.ical.writing import MAKER


def whole_day(entry_id: UUID, day: dt.date, title: str, written_at: dt.datetime) -> bytes:
    """The entry as a file. Taken again after the day was moved, it moves the entry there is: the UID stays."""
    entry = Event()
    entry.add("uid", f"{entry_id}@linkwork")
    entry.add("dtstamp", written_at.astimezone(dt.UTC))
    entry.add("sequence", int(written_at.timestamp()))
    entry.add("dtstart", day)
    entry.add("dtend", day + dt.timedelta(days=1))
    entry.add("summary", one_line(title))
    entry.add("class", "PRIVATE")
    entry.add("transp", "TRANSPARENT")
    found = Calendar()
    found.add("prodid", MAKER)
    found.add("version", "2.0")
    found.add("method", "PUBLISH")
    found.add_component(entry)
    return bytes(found.to_ical())
