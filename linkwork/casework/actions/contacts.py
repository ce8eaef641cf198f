"""Logging a contact: one entry that moves the plan on, counts as dose and sets the next step. And taking it back."""

import datetime as dt
from collections.abc import Collection, Sequence
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as _

from linkwork.casework.access import (
    check_may_see_people,
    seen_by,
)
from linkwork.casework.actions.parts.checks import check_worker, locked_case, worker_of
from linkwork.casework.actions.parts.encounters import (
    add_terms,
    check_before_closing,
    check_encounter,
    columns_of,
)
from linkwork.casework.actions.parts.undoing import check_undo, take_back
from linkwork.casework.actions.plans import _add_need, _add_statement, _set_follow_up
from linkwork.casework.models import Case, Contact
from linkwork.casework.rules.contacts import Encounter
from linkwork.casework.rules.persons import NewNeed, StatementKind
from linkwork.core.actions import action
from linkwork.core.errors import NotFound, Refused
from linkwork.core.ids import id_at
from linkwork.core.viewer import Viewer
from linkwork.trail import actions as trail


@action
def log_contact(
    *,
    case_id: UUID,
    occurred_at: dt.datetime,
    mode: str,
    by: Viewer,
    at: dt.datetime,
    minutes: int | None = None,
    minutes_travel: int | None = None,
    minutes_admin: int | None = None,
    note: str = "",
    topics: Collection[str] = (),
    support_types: Collection[str] = (),
    needs: Sequence[NewNeed] = (),
    what_matters: str = "",
    plan: str = "",
    site_id: UUID | None = None,
    language: str = "",
    interpreter: bool = False,
    reached: bool = True,
    marked_first: bool | None = None,
    planned: bool | None = None,
    accompanied_to: str = "",
    partner_present: str = "",
    linking: bool | None = None,
    education: bool | None = None,
    follow_up_on: dt.date | None = None,
    follow_up_about: str = "",
    worker_id: UUID | None = None,
    contact_id: UUID | None = None,
) -> UUID:
    """Log one contact with all that came of it; its id. Raises Invalid by field. The fields are those of `Encounter`.

    `mode`, `topics`, `support_types` and the needs' terms come from the lists. `worker_id` is for entering somebody
    else's contact, `contact_id` for one made on a device. A contact of a closed case is taken if it happened before
    the case was closed; it cannot then raise needs or follow-ups.
    """
    case = locked_case(case_id, by)
    if case.closed_on is not None and (needs or what_matters or plan or follow_up_on):
        raise Refused(_("This case is closed. Take the person on again to go on."))
    how = Encounter(
        occurred_at=occurred_at,
        mode=mode,
        minutes=minutes,
        minutes_travel=minutes_travel,
        minutes_admin=minutes_admin,
        site_id=site_id,
        language=language,
        interpreter=interpreter,
        reached=reached,
        marked_first=marked_first,
        planned=planned,
        accompanied_to=accompanied_to,
        partner_present=partner_present,
        linking=linking,
        education=education,
        topics=tuple(topics),
        support_types=tuple(support_types),
    )
    check_encounter(how, by, at)
    check_before_closing(how, case)
    if worker_id is not None:
        check_worker(worker_id, by)
    row = _keep(case, how, note, worker_id, by, at, contact_id=contact_id)
    on = timezone.localdate(occurred_at)
    for number, new in enumerate(needs):  # a millisecond apart: their ids keep the order of entry
        _add_need(case, new, at + dt.timedelta(milliseconds=number), on, row.id)
    for kind, words in ((StatementKind.MATTERS, what_matters), (StatementKind.PLAN, plan)):
        if words.strip():
            _add_statement(case, kind, words, at, on, row.id)
    if follow_up_on is not None:
        about = follow_up_about.strip() or _("Get in touch again")
        _set_follow_up(case, follow_up_on, about, at, row.worker_id, row.id)
    detail: dict[str, object] = {"case": str(case.id), "mode": mode, "reached": reached, "needs": len(needs)}
    trail.record(by=by, at=at, what="casework.log_contact", about="contact", about_id=row.id, detail=detail)
    return row.id


def _keep(
    case: Case,
    how: Encounter,
    note: str,
    worker_id: UUID | None,
    by: Viewer,
    at: dt.datetime,
    contact_id: UUID | None = None,
    session_id: UUID | None = None,
) -> Contact:
    """The contact's row with its terms. The caller has checked it, and records it."""
    row = Contact.objects.create(
        id=contact_id or id_at(at),
        programme_id=by.programme,
        created_at=at,
        case_id=case.id,
        worker_id=worker_id or worker_of(by) or case.worker_id,
        entered_by_id=worker_of(by),
        session_id=session_id,
        note=note.strip(),
        **columns_of(how),
    )
    add_terms(row, how, at)
    return row


@action
def undo_contact(*, contact_id: UUID, by: Viewer, at: dt.datetime) -> UUID:
    """Take back a contact just logged, with the needs, words and promises entered with it; the id of its case.

    Only by who entered it, within ten minutes. Raises Refused otherwise, where it was logged for several people at
    once (`undo_session`), and where something was done since with what came of it.
    """
    row = _locked_contact(contact_id, by)
    if row.session_id is not None:
        raise Refused(_("This was logged for several people at once. Take it back there."))
    check_undo(row.entered_by_id, row.created_at, by, at)
    take_back([row.id], by)
    detail: dict[str, object] = {"case": str(row.case_id)}
    trail.record(by=by, at=at, what="casework.undo_contact", about="contact", about_id=row.id, detail=detail)
    return row.case_id


def _locked_contact(contact_id: UUID, by: Viewer) -> Contact:
    check_may_see_people(by)
    rows = Contact.objects.select_for_update(of=("self",)).filter(programme_id=by.programme, id=contact_id)
    row = rows.filter(seen_by(by, "case__person_id")).first()
    if row is None:
        raise NotFound(_("There is no such contact in this programme."))
    return row
