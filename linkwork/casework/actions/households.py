"""Who lives with a person: members with or without a record of their own."""

import datetime as dt
from uuid import UUID

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from linkwork.casework.access import check_may_see_people, seen_by
from linkwork.casework.actions.parts.checks import locked_person
from linkwork.casework.models import Household, Member, Person
from linkwork.casework.rules.households import MemberDetails, Month, past
from linkwork.core.actions import action
from linkwork.core.errors import Invalid, NotFound
from linkwork.core.ids import id_at
from linkwork.core.viewer import Viewer
from linkwork.trail import actions as trail

LONGEST = 80


@action
def add_member(
    *,
    person_id: UUID,
    details: MemberDetails,
    by: Viewer,
    at: dt.datetime,
    known_person_id: UUID | None = None,
) -> UUID:
    """Add somebody to the person's household, which begins with the first one; the member's id.

    `known_person_id` is somebody on record: their own page can then be opened. Raises Invalid by field, NotFound.
    """
    row = locked_person(person_id, by)
    known = locked_person(known_person_id, by) if known_person_id else None
    _check(details, known, at)
    home = _home(row, by, at)
    if known and (known.id == row.id or _members(by).filter(household_id=home, person_id=known.id).exists()):
        raise Invalid({"known": _("They belong to this household already.")})
    member = Member(id=id_at(at), programme_id=by.programme, created_at=at, household_id=home)
    member.person_id = known.id if known else None
    _fill(member, details)
    member.save(force_insert=True)
    _recorded("add_member", member, by, at)
    return member.id


@action
def set_due_month(*, person_id: UUID, due: Month | None, by: Viewer, at: dt.datetime) -> None:
    """Keep when the person's own baby is due, or that none is. Raises Invalid for a month that is past."""
    home = _home(locked_person(person_id, by), by, at)
    row = _members(by).select_for_update().filter(household_id=home, person_id=person_id).get()
    _check(MemberDetails(due=due), row.person_id, at)
    row.due_year, row.due_month = _pair(due)
    row.save(update_fields=["due_year", "due_month"])
    _recorded("set_due_month", row, by, at)


@action
def change_member(*, member_id: UUID, details: MemberDetails, by: Viewer, at: dt.datetime) -> None:
    """Keep what is now known of a member. Raises Invalid by field, NotFound."""
    row = _locked(member_id, by)
    _check(details, row.person_id, at)
    _fill(row, details)
    row.save()
    _recorded("change_member", row, by, at)


@action
def remove_member(*, member_id: UUID, by: Viewer, at: dt.datetime) -> None:
    """They do not belong to this household: what was kept of them here goes. Their own record, if any, stays."""
    row = _locked(member_id, by)
    _recorded("remove_member", row, by, at)
    _members(by).filter(id=row.id).delete()


def _home(person: Person, by: Viewer, at: dt.datetime) -> UUID:
    """The person's household; where they have none, a new one with them in it."""
    found = _members(by).filter(person_id=person.id).order_by("-created_at", "-id").first()
    if found is not None:
        return found.household_id
    home = Household.objects.create(id=id_at(at), programme_id=by.programme, created_at=at)
    Member.objects.create(
        id=id_at(at), programme_id=by.programme, created_at=at, household_id=home.id, person_id=person.id
    )
    return home.id


def _members(by: Viewer) -> QuerySet[Member]:
    return Member.objects.filter(programme_id=by.programme)


def _locked(member_id: UUID, by: Viewer) -> Member:
    """A member of a household whose people the viewer may see."""
    check_may_see_people(by)
    row = Member.objects.select_for_update().filter(programme_id=by.programme, id=member_id).first()
    homes = _members(by).filter(person_id__isnull=False)
    if row is None or not homes.filter(seen_by(by), household_id=row.household_id).exists():
        raise NotFound(_("There is no such member of a household in this programme."))
    return row


def _fill(row: Member, details: MemberDetails) -> None:
    row.name, row.role, row.child = details.name.strip(), details.role.strip(), details.child
    row.born_year, row.born_month = _pair(details.born)
    row.due_year, row.due_month = _pair(details.due)
    row.lives_here = details.lives_here


def _pair(month: Month | None) -> tuple[int | None, int | None]:
    return (month.year, month.month) if month else (None, None)


def _check(details: MemberDetails, known: object, at: dt.datetime) -> None:
    errors, today = {}, timezone.localdate(at)
    if not (known or details.name.strip() or details.role.strip()):
        errors["name"] = _("Enter a first name, initials, or who they are to the person.")
    if len(details.name.strip()) > LONGEST or len(details.role.strip()) > LONGEST:
        errors["name"] = _("Keep it to 80 letters.")
    if details.born and not Month(1900, 1) <= details.born <= Month(today.year, today.month):
        errors["born"] = _("Enter a month that is not in the future.")
    if details.due and (past(details.due, today) or details.due.number > today.year * 12 + today.month + 9):
        errors["due"] = _("Enter a month from this one to ten months ahead.")
    if errors:
        raise Invalid(errors)


def _recorded(verb: str, row: Member, by: Viewer, at: dt.datetime) -> None:
    detail: dict[str, object] = {"household": str(row.household_id)}
    trail.record(by=by, at=at, what=f"casework.{verb}", about="member", about_id=row.id, detail=detail)
