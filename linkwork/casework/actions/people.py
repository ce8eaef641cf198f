"""Entering a person and changing what is known of them."""

import datetime as dt
from uuid import UUID

from linkwork.casework.access import check_may_see_people
from linkwork.casework.actions.parts.checks import locked_person
from linkwork.casework.actions.parts.details import check_details
from linkwork.casework.models import NameKey, Person
from linkwork.casework.rules.names import (
    keys_of_email,
    keys_of_name,
    keys_of_number,
    keys_of_year,
    search_key,
)
from linkwork.casework.rules.persons import PersonDetails
from linkwork.core.actions import action
from linkwork.core.ids import id_at
from linkwork.core.viewer import Viewer
from linkwork.trail import actions as trail


@action
def change_person(*, person_id: UUID, details: PersonDetails, by: Viewer, at: dt.datetime) -> None:
    """Keep what is now known of a person. Raises Invalid by field, NotFound."""
    check_may_see_people(by)
    check_details(details, by.programme, at)
    row = locked_person(person_id, by)
    _fill(row, details)
    row.save()
    _index(row, at)
    trail.record(by=by, at=at, what="casework.change_person", about="person", about_id=row.id)


def _enter(details: PersonDetails, by: Viewer, at: dt.datetime) -> Person:
    """A new person with the keys they are found by. The caller has checked who may, and records it."""
    check_details(details, by.programme, at)
    row = Person(id=id_at(at), programme_id=by.programme, created_at=at)
    _fill(row, details)
    row.save(force_insert=True)
    _index(row, at)
    return row


def _fill(row: Person, details: PersonDetails) -> None:
    row.given_name = details.given_name.strip()
    row.family_name = details.family_name.strip()
    row.other_names = [name.strip() for name in details.other_names if name.strip()]
    row.search_key = search_key(row.given_name, row.family_name, *row.other_names)
    row.born_year, row.born_on = details.born_year, details.born_on
    row.form_of_address = details.form_of_address.strip()
    row.language, row.reading_language = details.language, details.reading_language
    row.interpreter = details.interpreter
    row.access_needs, row.access_words = list(details.access_needs), details.access_words.strip()
    row.trusted_name, row.trusted_relation = details.trusted_name.strip(), details.trusted_relation.strip()
    row.trusted_phone = details.trusted_phone.strip()
    _fill_ways(row, details)


def _fill_ways(row: Person, details: PersonDetails) -> None:
    row.phone, row.email = details.phone.strip(), details.email.strip()
    row.phone_message_ok = details.phone_message_ok if row.phone else None
    row.other_ways = [
        {"value": way.value.strip(), "whose": way.whose.strip(), "message_ok": way.message_ok}
        for way in details.other_ways
        if way.value.strip()
    ]
    row.prefers, row.best_time = details.prefers, details.best_time.strip()
    row.never_by = [way.value for way in details.never_by]
    row.latitude, row.longitude = details.place or (None, None)
    row.area, row.address = details.area.strip(), details.address.strip()


def _index(row: Person, at: dt.datetime) -> None:
    """Bring the keys in line with the row. Keys that stay are left as they are."""
    wanted = _keys(row)
    held = NameKey.objects.filter(programme_id=row.programme_id, person_id=row.id)
    known = set(held.values_list("key", flat=True))
    if known - wanted:
        held.filter(key__in=sorted(known - wanted)).delete()
    NameKey.objects.bulk_create(
        NameKey(programme_id=row.programme_id, person_id=row.id, key=key, created_at=at)
        for key in sorted(wanted - known)
    )


def _keys(row: Person) -> set[str]:
    """Every key a person is found by: all names, numbers, addresses, the year of birth."""
    year = row.born_on.year if row.born_on else row.born_year
    keys = set(keys_of_name(f"{row.given_name} {row.family_name}", *row.other_names) | keys_of_year(year))
    for value in (row.phone, row.email, *(way["value"] for way in row.other_ways)):
        keys |= keys_of_email(value) if "@" in value else keys_of_number(value)
    return keys
