"""Adding to the trail. Called by every other room's actions inside their transaction."""

import datetime as dt
from typing import Any
from uuid import UUID

from django.db import connection

from linkwork.core.actions import action, part_of_action
from linkwork.core.ids import new_id
from linkwork.core.viewer import Viewer
from linkwork.trail.models import NO_PROGRAMME, AccessRow, ActionRow, Head
from linkwork.trail.rules import FIRST, Entry, hash_of


@part_of_action
def record(
    *,
    by: Viewer,
    at: dt.datetime,
    what: str,
    about: str,
    about_id: UUID | None = None,
    programme_id: UUID | None = None,
    detail: dict[str, object] | None = None,
) -> None:
    """Add one action to its programme's chain.

    `what` is "room.verb" ("casework.log_contact"); `about` the kind of row. `detail` holds states, counts and ids,
    never what a person said or is called. `programme_id` is the viewer's own where it is not given.
    """
    chain = programme_id or by.programme_id or UUID(NO_PROGRAMME)
    sequence, before = _locked_head(chain)
    entry = Entry(sequence + 1, chain, by.kind, by.id, at, what, about, about_id, detail or {})
    _add(entry, hash_of(entry, before))


@action
def look(*, by: Viewer, at: dt.datetime, page: str, person_id: UUID) -> None:
    """Note that `by` opened `page` ("people:person") about this person."""
    AccessRow.objects.create(
        programme_id=by.programme, kind=by.kind, actor_id=by.id, at=at, page=page, person_id=person_id
    )


def _locked_head(chain: UUID) -> tuple[int, str]:
    """The end of the chain, held until the transaction ends. In SQL, as the row itself: a tenth of Django's own way."""
    ends = Head._meta
    lock = " FOR UPDATE" if connection.features.has_select_for_update else ""
    asked = f"SELECT sequence, hash FROM {ends.db_table} WHERE programme_id = %s{lock}"
    with connection.cursor() as cursor:
        cursor.execute(asked, [_stored(ends.get_field("programme_id"), chain)])
        head: tuple[int, str] | None = cursor.fetchone()
    if head is not None:
        return head
    Head.objects.get_or_create(programme_id=chain, defaults={"hash": FIRST})
    return _locked_head(chain)  # a programme's first action; two at once agree on one head


def _add(entry: Entry, hash_: str) -> None:
    """The row and the new end of the chain. In SQL: every action pays for it, and Django's own way costs double."""
    row = vars(entry) | {"id": new_id(), "hash": hash_}
    rows, ends = ActionRow._meta, Head._meta
    names = ", ".join(field.attname for field in rows.concrete_fields)
    marks = ", ".join(["%s"] * len(rows.concrete_fields))
    values = [_stored(field, row[field.attname]) for field in rows.concrete_fields]
    end = [_stored(ends.get_field(name), row[name]) for name in ("sequence", "hash", "programme_id")]
    with connection.cursor() as cursor:
        cursor.execute(f"INSERT INTO {rows.db_table} ({names}) VALUES ({marks})", values)
        cursor.execute(f"UPDATE {ends.db_table} SET sequence = %s, hash = %s WHERE programme_id = %s", end)


def _stored(field: Any, value: Any) -> Any:
    return field.get_db_prep_save(value, connection)
