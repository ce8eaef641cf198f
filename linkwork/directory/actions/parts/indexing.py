"""Putting services where the search finds them, inside the action that changed them.

One entry is replaced at a time, whatever the size of the directory, so saving one service costs the same at a
thousand and at a million.
"""

import datetime as dt
from collections.abc import Sequence
from uuid import UUID

from django.db import connection
from django.db.models import Max

from linkwork.core.ids import new_id
from linkwork.directory.models import Entry, Service
from linkwork.directory.rules.hours import half_hours
from linkwork.directory.rules.kinds import FOUND, CostKind, OpenTime, Status
from linkwork.directory.rules.places import on_sphere
from linkwork.directory.rules.tokens import Found, tokens_of

WRITE = {
    "sqlite": "INSERT OR REPLACE INTO directory_words (rowid, tokens) VALUES (%(number)s, %(text)s)",
    "postgresql": "UPDATE directory_entry SET words = array_to_tsvector(%(tokens)s::text[])"
    " WHERE id = %(id)s AND programme_id = %(programme)s",
}
FORGET = {"sqlite": ("DELETE FROM directory_words WHERE rowid = %s",), "postgresql": ()}
FIELDS = ["checked_on", "x", "y", "z", "hours_known", *(f"day{day}" for day in range(7))]


def put_in_index(services: Sequence[Service], at: dt.datetime) -> None:
    """Make the entries of these services true again. `organisation` should be loaded. All are of one programme."""
    if not services:
        return
    programme_id = services[0].programme_id
    known = {
        entry.service_id: entry
        for entry in Entry.objects.filter(
            programme_id=programme_id, service_id__in=[service.id for service in services]
        )
    }
    shown = [service for service in services if Status(service.status) in FOUND]
    hidden = [known[service.id] for service in services if service not in shown and service.id in known]
    fresh = [service for service in shown if service.id not in known]
    made = dict(zip([service.id for service in fresh], _new_entries(fresh, at), strict=True))
    for service in shown:
        _describe(made.get(service.id) or known[service.id], service)
    Entry.objects.bulk_create(made.values(), batch_size=500)
    changed = [known[service.id] for service in shown if service.id in known]
    Entry.objects.bulk_update(changed, FIELDS, batch_size=500)
    _write_words([(made.get(service.id) or known[service.id], _tokens(service)) for service in shown])
    _forget(programme_id, hidden)


def note_check(service: Service) -> None:
    """Carry a new day of checking over to the entry; its words stay."""
    Entry.objects.filter(programme_id=service.programme_id, service_id=service.id).update(
        checked_on=service.checked_on
    )


def _new_entries(services: Sequence[Service], at: dt.datetime) -> list[Entry]:
    """Entries with their numbers: on SQLite the rowid of their words, handed out under its one write lock."""
    last = Entry.objects.aggregate(last=Max("number"))["last"] or 0 if connection.vendor == "sqlite" else None
    return [
        Entry(
            id=new_id(),
            programme_id=service.programme_id,
            service=service,
            number=None if last is None else last + offset,
            hours_known=False,
            created_at=at,
        )
        for offset, service in enumerate(services, start=1)
    ]


def _describe(entry: Entry, service: Service) -> None:
    times = None if service.open_times is None else [OpenTime(*time) for time in service.open_times]
    entry.checked_on = service.checked_on
    entry.hours_known = times is not None
    if service.latitude is None or service.longitude is None:
        entry.x = entry.y = entry.z = None
    else:
        entry.x, entry.y, entry.z = on_sphere((service.latitude, service.longitude))
    for day, bits in enumerate(half_hours(times or [])):
        setattr(entry, f"day{day}", bits)


def _tokens(service: Service) -> list[str]:
    place = None
    if service.latitude is not None and service.longitude is not None:
        place = (service.latitude, service.longitude)
    return tokens_of(
        Found(
            programme_id=service.programme_id,
            name=service.name,
            organisation=service.organisation.name,
            category=service.category,
            texts=(service.description, service.eligibility, service.address),
            place=place,
            cost=CostKind(service.cost_kind),
            languages=tuple(service.languages),
        )
    )


def _write_words(entries: Sequence[tuple[Entry, list[str]]]) -> None:
    if not entries:
        return
    wanted = WRITE[connection.vendor]
    values = [
        {
            "number": entry.number,
            "text": " ".join(tokens),
            "tokens": tokens,
            "id": entry.id,
            "programme": entry.programme_id,
        }
        for entry, tokens in entries
    ]
    named = [{name: one[name] for name in one if f"%({name})s" in wanted} for one in values]
    with connection.cursor() as cursor:
        cursor.executemany(wanted, named)


def _forget(programme_id: UUID, entries: Sequence[Entry]) -> None:
    with connection.cursor() as cursor:
        for statement in FORGET[connection.vendor]:
            cursor.executemany(statement, [(entry.number,) for entry in entries])
    Entry.objects.filter(programme_id=programme_id, id__in=[entry.id for entry in entries]).delete()
