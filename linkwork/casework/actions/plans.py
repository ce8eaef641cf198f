"""Needs, what was said, and what was promised."""

import datetime as dt
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as _

from linkwork.casework.access import check_may_see_people, seen_by
from linkwork.casework.actions.parts.checks import (
    check_term,
    check_text,
    check_worker,
    running_case,
    worker_of,
)
from linkwork.casework.models import Case, FollowUp, Need, Statement
from linkwork.casework.rules.persons import NewNeed, StatementKind
from linkwork.core.actions import action
from linkwork.core.errors import IllegalStep, NotFound
from linkwork.core.ids import id_at
from linkwork.core.viewer import Viewer
from linkwork.trail import actions as trail


@action
def add_need(*, case_id: UUID, term: str, by: Viewer, at: dt.datetime, words: str = "") -> UUID:
    """Add what the person wants help with; the need's id. `term` is one of the needs list."""
    case = running_case(case_id, by)
    row = _add_need(case, NewNeed(term, words), at, timezone.localdate(at), None)
    detail: dict[str, object] = {"term": term}
    trail.record(by=by, at=at, what="casework.add_need", about="need", about_id=row.id, detail=detail)
    return row.id


def _add_need(case: Case, new: NewNeed, at: dt.datetime, on: dt.date, contact_id: UUID | None) -> Need:
    check_term("needs", "needs", new.term, case.programme_id)
    return Need.objects.create(
        id=id_at(at),
        programme_id=case.programme_id,
        created_at=at,
        case_id=case.id,
        contact_id=contact_id,
        term=new.term,
        words=new.words.strip(),
        raised_on=on,
    )


@action
def meet_need(*, need_id: UUID, by: Viewer, at: dt.datetime) -> None:
    """Say that the need is met, as the person sees it. Raises IllegalStep where it was."""
    check_may_see_people(by)
    rows = Need.objects.select_for_update(of=("self",)).filter(programme_id=by.programme, id=need_id)
    row = rows.filter(seen_by(by, "case__person_id")).first()
    if row is None:
        raise NotFound(_("There is no such need in this programme."))
    if row.met_on is not None:
        raise IllegalStep(_("This need is met already."))
    row.met_on = max(timezone.localdate(at), row.raised_on)
    row.save(update_fields=["met_on"])
    trail.record(by=by, at=at, what="casework.meet_need", about="need", about_id=row.id)


@action
def add_statement(*, case_id: UUID, kind: StatementKind, words: str, by: Viewer, at: dt.datetime) -> UUID:
    """Keep what matters to the person or what was planned, in their words, dated today; its id."""
    case = running_case(case_id, by)
    row = _add_statement(case, kind, words, at, timezone.localdate(at))
    detail: dict[str, object] = {"kind": kind.value}
    trail.record(
        by=by, at=at, what="casework.add_statement", about="statement", about_id=row.id, detail=detail
    )
    return row.id


def _add_statement(
    case: Case,
    kind: StatementKind,
    words: str,
    at: dt.datetime,
    on: dt.date,
    contact_id: UUID | None = None,
) -> Statement:
    check_text("words", words)
    return Statement.objects.create(
        id=id_at(at),
        programme_id=case.programme_id,
        created_at=at,
        case_id=case.id,
        contact_id=contact_id,
        kind=kind,
        words=words.strip(),
        said_on=on,
    )


@action
def set_follow_up(
    *,
    case_id: UUID,
    due_on: dt.date,
    about: str,
    by: Viewer,
    at: dt.datetime,
    worker_id: UUID | None = None,
) -> UUID:
    """Promise something for a day; the follow-up's id. It is the case's worker's where no other is named."""
    case = running_case(case_id, by)
    if worker_id is not None:
        check_worker(worker_id, by)
    row = _set_follow_up(case, due_on, about, at, worker_id or case.worker_id or worker_of(by))
    trail.record(by=by, at=at, what="casework.set_follow_up", about="follow_up", about_id=row.id)
    return row.id


def _set_follow_up(
    case: Case,
    due_on: dt.date,
    about: str,
    at: dt.datetime,
    worker_id: UUID | None,
    contact_id: UUID | None = None,
) -> FollowUp:
    check_text("about", about)
    return FollowUp.objects.create(
        id=id_at(at),
        programme_id=case.programme_id,
        created_at=at,
        case_id=case.id,
        contact_id=contact_id,
        worker_id=worker_id,
        due_on=due_on,
        about=about.strip(),
    )


@action
def finish_follow_up(*, follow_up_id: UUID, by: Viewer, at: dt.datetime) -> None:
    """Say that it is done. Raises IllegalStep where it was."""
    check_may_see_people(by)
    rows = FollowUp.objects.select_for_update(of=("self",)).filter(programme_id=by.programme, id=follow_up_id)
    row = rows.filter(seen_by(by, "case__person_id")).first()
    if row is None:
        raise NotFound(_("There is no such follow-up in this programme."))
    if row.done_on is not None:
        raise IllegalStep(_("This was done already."))
    row.done_on = timezone.localdate(at)
    row.save(update_fields=["done_on"])
    trail.record(by=by, at=at, what="casework.finish_follow_up", about="follow_up", about_id=row.id)
