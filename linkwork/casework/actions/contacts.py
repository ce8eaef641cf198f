"""Logging a contact: one entry that moves the plan on, counts as dose and sets the next step."""

import datetime as dt
from collections.abc import Collection, Sequence
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as _

from linkwork.casework.actions.parts.checks import check_term, check_worker, locked_case, worker_of
from linkwork.casework.actions.plans import _add_need, _add_statement, _set_follow_up
from linkwork.casework.models import Case, Contact, ContactTerm
from linkwork.casework.rules.persons import NewNeed, StatementKind
from linkwork.core.actions import action
from linkwork.core.errors import Invalid, Refused
from linkwork.core.ids import id_at
from linkwork.core.viewer import Viewer
from linkwork.instruments import lists
from linkwork.programmes import reads as programmes
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
    note: str = "",
    topics: Collection[str] = (),
    support_types: Collection[str] = (),
    needs: Sequence[NewNeed] = (),
    what_matters: str = "",
    plan: str = "",
    site_id: UUID | None = None,
    language: str = "",
    reached: bool = True,
    marked_first: bool | None = None,
    follow_up_on: dt.date | None = None,
    follow_up_about: str = "",
    worker_id: UUID | None = None,
    contact_id: UUID | None = None,
) -> UUID:
    """Log one contact with all that came of it; its id. Raises Invalid by field.

    `mode`, `topics`, `support_types` and the needs' terms come from the lists. `reached` False is an attempt nobody
    answered. `worker_id` is for entering somebody else's contact, `contact_id` for one made on a device. A contact of
    a closed case is taken if it happened before the case was closed; it cannot then raise needs or follow-ups.
    """
    case = locked_case(case_id, by)
    after_closing = case.closed_on is not None
    if after_closing and (needs or what_matters or plan or follow_up_on):
        raise Refused(_("This case is closed. Take the person on again to go on."))
    _check(case, occurred_at, mode, minutes, language, site_id, by, at)
    if worker_id is not None:
        check_worker(worker_id, by)
    row = Contact.objects.create(
        id=contact_id or id_at(at),
        programme_id=by.programme,
        created_at=at,
        case_id=case.id,
        worker_id=worker_id or worker_of(by) or case.worker_id,
        site_id=site_id,
        occurred_at=occurred_at,
        mode=mode,
        minutes=minutes,
        language=language,
        note=note.strip(),
        reached=reached,
        marked_first=marked_first if reached else None,
    )
    _add_terms(row, {"contact_topics": topics, "support_types": support_types}, at)
    on = timezone.localdate(occurred_at)
    for number, new in enumerate(needs):  # a millisecond apart: their ids keep the order of entry
        _add_need(case, new, at + dt.timedelta(milliseconds=number), on, row.id)
    for kind, words in ((StatementKind.MATTERS, what_matters), (StatementKind.PLAN, plan)):
        if words.strip():
            _add_statement(case, kind, words, at, on)
    if follow_up_on is not None:
        about = follow_up_about.strip() or _("Get in touch again")
        _set_follow_up(case, follow_up_on, about, at, row.worker_id)
    detail: dict[str, object] = {"case": str(case.id), "mode": mode, "reached": reached, "needs": len(needs)}
    trail.record(by=by, at=at, what="casework.log_contact", about="contact", about_id=row.id, detail=detail)
    return row.id


def _check(
    case: Case,
    occurred_at: dt.datetime,
    mode: str,
    minutes: int | None,
    language: str,
    site_id: UUID | None,
    by: Viewer,
    at: dt.datetime,
) -> None:
    errors = {}
    if occurred_at > at:
        errors["occurred_at"] = _("Enter a time that is not in the future.")
    elif case.closed_on is not None and timezone.localdate(occurred_at) > case.closed_on:
        errors["occurred_at"] = _("Enter a day before the case was closed.")
    if minutes is not None and not 0 <= minutes <= 24 * 60:
        errors["minutes"] = _("Enter minutes from 0 to 1440.")
    if language and not lists.has("languages", language):
        errors["language"] = _("Choose one of the list.")
    if site_id is not None and site_id not in {site.id for site in programmes.sites(by)}:
        errors["site"] = _("Choose one of the programme’s sites.")
    if errors:
        raise Invalid(errors)
    check_term("mode", "contact_modes", mode)


def _add_terms(row: Contact, chosen: dict[str, Collection[str]], at: dt.datetime) -> None:
    fields = {"contact_topics": "topics", "support_types": "support_types"}
    pairs = [(list_id, term) for list_id, terms in chosen.items() for term in sorted(set(terms))]
    for list_id, term in pairs:
        check_term(fields[list_id], list_id, term)
    ContactTerm.objects.bulk_create(
        ContactTerm(programme_id=row.programme_id, created_at=at, contact_id=row.id, list=list_id, term=term)
        for list_id, term in pairs
    )
