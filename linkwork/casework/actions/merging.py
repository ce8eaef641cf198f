"""Bringing two records of one person together, and taking them apart again."""

import datetime as dt
from collections.abc import Collection
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from linkwork.casework.access import check_may_manage_people
from linkwork.casework.actions.parts.checks import locked_person, worker_of
from linkwork.casework.actions.parts.moving import move_rows, move_rows_back
from linkwork.casework.actions.people import _fill, _index
from linkwork.casework.models import Case, Merge, Person
from linkwork.casework.reads.people import details_of
from linkwork.casework.rules.merging import GROUPS, merged
from linkwork.casework.rules.states import CaseState
from linkwork.core.actions import action
from linkwork.core.errors import IllegalStep, Invalid, NotFound, Refused
from linkwork.core.ids import id_at
from linkwork.core.viewer import Viewer
from linkwork.trail import actions as trail

OUTSIDE = {"id", "programme", "created_at", "merged_into"}  # what a merge leaves as it is


@action
def merge_people(
    *,
    kept_id: UUID,
    absorbed_id: UUID,
    by: Viewer,
    at: dt.datetime,
    chosen: Collection[str] = (),
    continues: UUID | None = None,
    why: str = "",
) -> UUID:
    """Say that two records are one person's; the merge's id. Nothing is removed, and `undo_merge` restores both.

    `chosen` are the groups of `rules.merging.GROUPS` in which the absorbed record holds. `continues` is the case that
    goes on where both have a running one: the other says so, stays as it is and is closed like any case once what is
    under way in it has an end. Raises Invalid where it is missing or a group is unknown, NotFound, NotAllowed.
    """
    check_may_manage_people(by)
    if kept_id == absorbed_id:
        raise Invalid({"other": _("Choose another person.")})
    if set(chosen) - set(GROUPS):
        raise Invalid({"chosen": _("Choose from the answers offered.")})
    kept, absorbed = locked_person(kept_id, by), locked_person(absorbed_id, by)
    return _merge(kept, absorbed, chosen, continues, why, by, at).id


def _merge(
    kept: Person,
    absorbed: Person,
    chosen: Collection[str],
    continues: UUID | None,
    why: str,
    by: Viewer,
    at: dt.datetime,
) -> Merge:
    linked = _link_cases(kept, absorbed, continues)
    before = _columns(kept)
    _fill(kept, merged(details_of(kept), details_of(absorbed), chosen))
    kept.save()
    _index(kept, at)
    row = Merge.objects.create(
        id=id_at(at),
        programme_id=by.programme,
        created_at=at,
        into_id=kept.id,
        absorbed_id=absorbed.id,
        worker_id=worker_of(by),
        why=why.strip(),
        before=before,
        after=_columns(kept),
        moved=move_rows(absorbed, kept) | {"continues": linked},
        merged_at=at,
    )
    absorbed.merged_into_id = kept.id
    absorbed.save(update_fields=["merged_into"])
    detail: dict[str, object] = {"absorbed": str(absorbed.id), "chosen": sorted(chosen)}
    trail.record(by=by, at=at, what="casework.merge_people", about="person", about_id=kept.id, detail=detail)
    return row


def _link_cases(kept: Person, absorbed: Person, continues: UUID | None) -> list[str]:
    """Where both have a running case, point the one that does not go on to the one that does; its id."""
    running = list(
        Case.objects.select_for_update()
        .filter(
            programme_id=kept.programme_id, person_id__in=[kept.id, absorbed.id], continues_in__isnull=True
        )
        .exclude(state=CaseState.CLOSED)
    )
    if len(running) < 2:
        return []
    if continues not in {case.id for case in running}:
        raise Invalid({"continues": _("Both have a running case. Choose which one goes on.")})
    (other,) = (case for case in running if case.id != continues)
    other.continues_in_id = continues
    other.save(update_fields=["continues_in"])
    return [str(other.id)]


@action
def undo_merge(*, merge_id: UUID, by: Viewer, at: dt.datetime) -> None:
    """Take two records apart as they were. What was changed or added since stays with the record that was kept.

    Raises IllegalStep where it was undone, Refused unless it is the last merge of that record.
    """
    check_may_manage_people(by)
    row = Merge.objects.select_for_update().filter(programme_id=by.programme, id=merge_id).first()
    if row is None:
        raise NotFound(_("There is no such merge in this programme."))
    if row.undone_at is not None:
        raise IllegalStep(_("These records were taken apart already."))
    people = Person.objects.select_for_update().filter(programme_id=by.programme)
    kept, absorbed = people.get(id=row.into_id), people.get(id=row.absorbed_id)
    later = Merge.objects.filter(programme_id=by.programme, into_id=kept.id, undone_at__isnull=True)
    if kept.merged_into_id is not None or later.filter(id__gt=row.id).exists():
        raise Refused(_("Something was merged since. Undo the last merge first."))
    _restore(kept, row)
    _index(kept, at)
    move_rows_back(absorbed, kept, row.moved)
    cases = Case.objects.filter(programme_id=by.programme, id__in=row.moved["continues"])
    cases.update(continues_in_id=None)
    absorbed.merged_into_id = None
    absorbed.save(update_fields=["merged_into"])
    row.undone_at = at
    row.save(update_fields=["undone_at"])
    detail: dict[str, object] = {"absorbed": str(absorbed.id)}
    trail.record(by=by, at=at, what="casework.undo_merge", about="person", about_id=kept.id, detail=detail)


def _columns(row: Person) -> dict[str, Any]:
    """The row's own columns as JSON holds them."""
    found = {}
    for field in row._meta.concrete_fields:
        if field.name not in OUTSIDE:
            value = getattr(row, field.attname)
            found[field.name] = value.isoformat() if isinstance(value, dt.date) else value
    return found


def _restore(kept: Person, row: Merge) -> None:
    """Each column as it was before, unless somebody changed it since."""
    now, fields = _columns(kept), {field.name: field for field in kept._meta.concrete_fields}
    for name, before in row.before.items():
        if now[name] == row.after[name]:
            setattr(kept, name, fields[name].to_python(before))
    kept.save()
