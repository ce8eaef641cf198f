"""Meetings with partners as calendar entries. Nothing about a person is in them."""

import datetime as dt

from django.conf import settings
from icalendar import Event, vCalAddress, vText

from linkwork.core.text import one_line
from linkwork.exchange.ical.writing import calendar
from linkwork.partnerships.reads import MeetingCard


def meeting_entry(card: MeetingCard, programme: str, written_at: dt.datetime, to: str = "") -> bytes:
    """One entry as a file: with `to`, an invitation to that address, or its cancelling; else one to keep.

    UID and SEQUENCE let a calendar move or remove what it has.
    """
    method = "PUBLISH" if not to else "CANCEL" if card.called_off else "REQUEST"
    found = calendar(method)
    entry = Event()
    entry.add("uid", f"{card.id}@linkwork")
    entry.add("sequence", card.sequence)
    entry.add("dtstamp", written_at.astimezone(dt.UTC))
    entry.add("dtstart", card.starts_at.astimezone(dt.UTC))
    entry.add("dtend", card.ends_at.astimezone(dt.UTC))
    entry.add("summary", one_line(card.title))
    entry.add("status", "CANCELLED" if card.called_off else "CONFIRMED")
    if card.place:
        entry.add("location", one_line(card.place))
    if card.topics:
        entry.add("description", "\n".join(one_line(one.words) for one in card.topics))
    organiser = vCalAddress(f"mailto:{settings.DEFAULT_FROM_EMAIL}")
    organiser.params["CN"] = vText(one_line(programme))
    entry["organizer"] = organiser
    if to:
        guest = vCalAddress(f"mailto:{to}")
        guest.params["RSVP"] = vText("FALSE")
        entry.add("attendee", guest, encode=False)
    found.add_component(entry)
    return bytes(found.to_ical())
