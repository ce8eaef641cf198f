"""Entering a person and changing what is known of them."""

import datetime as dt
from uuid import UUID

from django.utils.translation import gettext as _

from linkwork.casework.access import check_may_see_people
from linkwork.casework.actions.parts.checks import check_details
from linkwork.casework.models import NameKey, Person
from linkwork.casework.rules.names import keys_of_name, search_key
from linkwork.casework.rules.persons import PersonDetails
from linkwork.core.actions import action
from linkwork.core.errors import NotFound
from linkwork.core.ids import id_at
from linkwork.core.viewer import Viewer
from linkwork.trail import actions as trail


@action
def change_person(*, person_id: UUID, details: PersonDetails, by: Viewer, at: dt.datetime) -> None:
    """Keep what is now known of a person. Raises Invalid by field, NotFound."""
    check_may_see_people(by)
    check_details(details, at)
    row = Person.objects.select_for_update().filter(programme_id=by.programme, id=person_id).first()
    if row is None:
        raise NotFound(_("There is no such person in this programme."))
    _fill(row, details)
    row.save()
    NameKey.objects.filter(programme_id=by.programme, person_id=row.id).delete()
    _index(row, at)
    trail.record(by=by, at=at, what="casework.change_person", about="person", about_id=row.id)


def _enter(details: PersonDetails, by: Viewer, at: dt.datetime) -> Person:
    """A new person with the keys of their name. The caller has checked who may, and records it."""
    check_details(details, at)
    row = Person(id=id_at(at), programme_id=by.programme, created_at=at)
    _fill(row, details)
    row.save(force_insert=True)
    _index(row, at)
    return row


def _forget(row: Person) -> None:
    """Remove a person entered twice. The database refuses where anything still points at them."""
    NameKey.objects.filter(programme_id=row.programme_id, person_id=row.id).delete()
    Person.objects.filter(programme_id=row.programme_id, id=row.id).delete()


def _fill(row: Person, details: PersonDetails) -> None:
    row.given_name = details.given_name.strip()
    row.family_name = details.family_name.strip()
    row.search_key = search_key(row.given_name, row.family_name)
    row.born_year, row.born_on = details.born_year, details.born_on
    row.phone, row.email = details.phone.strip(), details.email.strip()
    row.language, row.interpreter = details.language, details.interpreter
    row.latitude, row.longitude = details.place or (None, None)
    row.area, row.prefers = details.area.strip(), details.prefers


def _index(row: Person, at: dt.datetime) -> None:
    keys = sorted(keys_of_name(row.given_name, row.family_name))
    NameKey.objects.bulk_create(
        NameKey(programme_id=row.programme_id, person_id=row.id, key=key, created_at=at) for key in keys
    )
