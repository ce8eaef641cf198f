"""Writing appointments as calendar entries."""

import datetime as dt
from collections.abc import Iterable
from enum import StrEnum

from django.conf import settings
from django.utils.translation import gettext as _
from icalendar import Calendar, Event, vCalAddress, vText

from linkwork.connections.reads import AppointmentCard
from linkwork.connections.rules import AppointmentKind
from linkwork.core.text import one_line

MAKER = "-//Linkwork//Linkwork//EN"


class Audience(StrEnum):
    """Who reads the entry: each is told as little as they need."""

    PARTNER = "partner"
    WORKER = "worker"
    PERSON = "person"


def invitation(
    card: AppointmentCard, programme: str, audience: Audience, to: str, written_at: dt.datetime
) -> bytes:
    """One entry as a file: a request while the appointment stands, else its cancelling. `to` is whom it goes to.

    The UID stays the same for the life of the appointment and SEQUENCE grows with each change, so that a calendar
    moves or removes what it has instead of adding another.
    """
    found = calendar("REQUEST" if card.is_planned else "CANCEL")
    entry = _entry(card, programme, audience, written_at)
    organiser = vCalAddress(f"mailto:{settings.DEFAULT_FROM_EMAIL}")
    organiser.params["CN"] = vText(one_line(programme))
    entry["organizer"] = organiser
    guest = vCalAddress(f"mailto:{to}")
    guest.params["RSVP"] = vText("FALSE")
    entry.add("attendee", guest, encode=False)
    found.add_component(entry)
    return bytes(found.to_ical())


def feed(cards: Iterable[AppointmentCard], programme: str, written_at: dt.datetime) -> bytes:
    """A worker's own days, to be asked for again and again by their calendar: initials only."""
    found = calendar("PUBLISH")
    found.add("x-wr-calname", one_line(programme))
    found.add("refresh-interval", dt.timedelta(hours=1), parameters={"VALUE": "DURATION"})
    for card in cards:
        found.add_component(_entry(card, programme, Audience.WORKER, written_at))
    return bytes(found.to_ical())


def calendar(method: str) -> Calendar:
    """An empty calendar of ours, for entries of this method."""
    found = Calendar()
    found.add("prodid", MAKER)
    found.add("version", "2.0")
    found.add("method", method)
    return found


def _entry(card: AppointmentCard, programme: str, audience: Audience, written_at: dt.datetime) -> Event:
    entry = Event()
    entry.add("uid", f"{card.id}@linkwork")
    entry.add("sequence", card.sequence)
    entry.add("dtstamp", written_at.astimezone(dt.UTC))
    entry.add("dtstart", card.starts_at.astimezone(dt.UTC))
    entry.add("dtend", card.ends_at.astimezone(dt.UTC))
    entry.add("summary", summary(card, programme, audience))
    entry.add("status", "CONFIRMED" if card.is_planned else "CANCELLED")
    entry.add("class", "PRIVATE")
    if card.where:
        entry.add("location", one_line(card.where))
    return entry


def summary(card: AppointmentCard, programme: str, audience: Audience) -> str:
    """The title of the entry, which others may see over a shoulder."""
    says = {"programme": one_line(programme), "initials": card.initials}
    match audience, card.kind:
        case Audience.WORKER, AppointmentKind.INTRODUCTION:
            return _("Introduction, %(initials)s") % says
        case Audience.WORKER, AppointmentKind.CALL:
            return _("Call, %(initials)s") % says
        case Audience.WORKER, _kind:
            return _("Appointment, %(initials)s") % says
        case _reader, AppointmentKind.INTRODUCTION:
            return _("Introduction with %(programme)s") % says
        case _reader, AppointmentKind.CALL:
            return _("Call with %(programme)s") % says
        case _:
            return _("Appointment, %(programme)s") % says
