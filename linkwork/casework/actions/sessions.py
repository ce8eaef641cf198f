"""Logging several people at once: one entry, a contact for each, tied together and put right together."""

import datetime as dt
from collections.abc import Collection, Sequence
from dataclasses import replace
from uuid import UUID

from django.utils.translation import gettext as _

from linkwork.casework.access import check_may_see_people, seen_by
from linkwork.casework.actions.contacts import _keep
from linkwork.casework.actions.parts.checks import check_worker, locked_case, worker_of
from linkwork.casework.actions.parts.encounters import (
    add_terms,
    check_before_closing,
    check_encounter,
    columns_of,
)
from linkwork.casework.actions.parts.undoing import check_undo, note_is_locked, take_back
from linkwork.casework.models import Contact, ContactTerm, Session
from linkwork.casework.rules.contacts import Encounter
from linkwork.core.actions import action
from linkwork.core.errors import Invalid, NotFound, Refused
from linkwork.core.ids import id_at
from linkwork.core.viewer import Viewer
from linkwork.trail import actions as trail

MOST_OTHERS = 2000
SHARED = (
    "occurred_at",
    "mode",
    "minutes",
    "site_id",
    "linking",
    "education",
    "planned",
)  # what all who came have in common


@action
def log_session(
    *,
    case_ids: Sequence[UUID],
    how: Encounter,
    by: Viewer,
    at: dt.datetime,
    others: int = 0,
    title: str = "",
    note: str = "",
    worker_id: UUID | None = None,
) -> UUID:
    """Log a meeting of several people; the session's id. Raises Invalid by field, NotFound for an unknown case.

    A contact is made for each case; `others` are those whose names we do not know. The note is everybody's, so it
    should say nothing about one of them. Time for travel and paperwork stays with the session and is not multiplied.
    """
    check_may_see_people(by)
    _check(case_ids, others, how, by, at)
    if worker_id is not None:
        check_worker(worker_id, by)
    row = Session.objects.create(
        id=id_at(at),
        programme_id=by.programme,
        created_at=at,
        worker_id=worker_id or worker_of(by),
        entered_by_id=worker_of(by),
        **_columns(how, others, title, note),
    )
    _add_people(row, case_ids, how, by, at)
    detail: dict[str, object] = {"people": len(set(case_ids)), "others": others, "mode": how.mode}
    trail.record(by=by, at=at, what="casework.log_session", about="session", about_id=row.id, detail=detail)
    return row.id


@action
def change_session(
    *,
    session_id: UUID,
    case_ids: Sequence[UUID],
    how: Encounter,
    by: Viewer,
    at: dt.datetime,
    others: int = 0,
    title: str = "",
    note: str = "",
) -> None:
    """Put a session right for all who came: who they were and how it went. What stands in one contact alone stays.

    Raises Refused once notes are locked: then each contact is put right by itself, with its history.
    """
    row = _locked_session(session_id, by)
    if note_is_locked(row.created_at, by, at):
        raise Refused(_("This is locked by now. Put each person’s contact right by itself."))
    _check(case_ids, others, how, by, at)
    for name, value in _columns(how, others, title, note).items():
        setattr(row, name, value)
    row.save()
    rows = Contact.objects.filter(programme_id=by.programme, session_id=row.id)
    came = {one.case_id: one for one in rows}
    seen = rows.filter(seen_by(by, "case__person_id"))  # who cannot be seen cannot be left out
    _take_out([one for one in seen if one.case_id not in case_ids], by, at)
    for one in rows.all():
        _share(one, how, at)
    _add_people(row, [one for one in case_ids if one not in came], how, by, at)
    detail: dict[str, object] = {"people": len(set(case_ids)), "others": others}
    trail.record(
        by=by, at=at, what="casework.change_session", about="session", about_id=row.id, detail=detail
    )


@action
def undo_session(*, session_id: UUID, by: Viewer, at: dt.datetime) -> None:
    """Take back a session just logged, with everybody's contact. As `undo_contact` for one."""
    row = _locked_session(session_id, by)
    check_undo(row.entered_by_id, row.created_at, by, at)
    came = Contact.objects.filter(programme_id=by.programme, session_id=row.id)
    take_back(list(came.values_list("id", flat=True)), by)
    Session.objects.filter(programme_id=by.programme, id=row.id).delete()
    trail.record(by=by, at=at, what="casework.undo_session", about="session", about_id=row.id)


def _check(case_ids: Collection[UUID], others: int, how: Encounter, by: Viewer, at: dt.datetime) -> None:
    errors = {}
    if not case_ids:
        errors["people"] = _("Choose at least one person. Nobody by name? Then it is a presence.")
    if not 0 <= others <= MOST_OTHERS:
        errors["others"] = _("Enter a number from 0 to %(most)s.") % {"most": MOST_OTHERS}
    if errors:
        raise Invalid(errors)
    check_encounter(how, by, at)


def _columns(how: Encounter, others: int, title: str, note: str) -> dict[str, object]:
    names = ("occurred_at", "mode", "minutes", "minutes_travel", "minutes_admin", "site_id")
    return {name: getattr(how, name) for name in names} | {
        "others": others,
        "title": title.strip(),
        "note": note.strip(),
    }


def _add_people(
    row: Session, case_ids: Collection[UUID], how: Encounter, by: Viewer, at: dt.datetime
) -> None:
    each = replace(how, minutes_travel=None, minutes_admin=None, marked_first=None)
    for number, case_id in enumerate(dict.fromkeys(case_ids)):
        case = locked_case(case_id, by)
        check_before_closing(how, case)
        moment = at + dt.timedelta(milliseconds=number)  # so that no two ids are the same and the order stays
        contact = _keep(case, each, "", row.worker_id, by, at, contact_id=id_at(moment), session_id=row.id)
        detail: dict[str, object] = {"case": str(case.id), "session": str(row.id)}
        trail.record(
            by=by, at=at, what="casework.log_contact", about="contact", about_id=contact.id, detail=detail
        )


def _take_out(contacts: Collection[Contact], by: Viewer, at: dt.datetime) -> None:
    """Who did not come after all. What somebody wrote about one of them is not thrown away with it."""
    if any(one.note for one in contacts):
        raise Invalid(
            {"people": _("Somebody you leave out has a note of their own. Keep them, or move the note.")}
        )
    take_back([one.id for one in contacts], by)
    for one in contacts:
        detail: dict[str, object] = {"case": str(one.case_id)}
        trail.record(
            by=by, at=at, what="casework.undo_contact", about="contact", about_id=one.id, detail=detail
        )


def _share(contact: Contact, how: Encounter, at: dt.datetime) -> None:
    values = columns_of(how)
    for name in SHARED:
        setattr(contact, name, values[name])
    contact.save()
    ContactTerm.objects.filter(programme_id=contact.programme_id, contact_id=contact.id).delete()
    add_terms(contact, how, at)


def _locked_session(session_id: UUID, by: Viewer) -> Session:
    check_may_see_people(by)
    row = Session.objects.select_for_update().filter(programme_id=by.programme, id=session_id).first()
    if row is None:
        raise NotFound(_("There is no such session in this programme."))
    return row
