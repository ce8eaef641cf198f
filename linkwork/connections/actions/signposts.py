"""Telling somebody of a service, and asking later whether they went. Nothing about them leaves."""

import datetime as dt
from uuid import UUID

from django.utils.translation import gettext as _

from linkwork.casework import reads as cases
from linkwork.casework.access import seen_by
from linkwork.connections.access import check_may_connect
from linkwork.connections.actions.parts.checks import check_case_runs, check_need, worker_for
from linkwork.connections.actions.parts.ends import close_signpost
from linkwork.connections.actions.parts.entry import entry_is_gone, entry_is_right
from linkwork.connections.models import Signpost
from linkwork.connections.rules import Attendance, LetterKind, Outcome, SignpostState
from linkwork.core.actions import action
from linkwork.core.errors import IllegalStep, NotFound, Refused
from linkwork.core.ids import id_at
from linkwork.core.viewer import Viewer
from linkwork.directory import reads as directory
from linkwork.programmes import actions as programmes
from linkwork.trail import actions as trail


@action
def signpost(
    *, case_id: UUID, need_id: UUID, service_id: UUID, by: Viewer, at: dt.datetime, note: str = ""
) -> UUID:
    """Keep that the person was told of a service; the signpost's id. No letter is written and no link is made."""
    check_may_connect(by)
    case, service = cases.case_head(by, case_id), directory.service(by, service_id)
    check_case_runs(case, at)
    check_need(by, case_id, need_id)
    row = Signpost.objects.create(
        id=id_at(at),
        programme_id=by.programme,
        case_id=case.id,
        need_id=need_id,
        service_id=service.id,
        worker_id=worker_for(by, case.worker_id),
        state=SignpostState.GIVEN,
        note=note.strip(),
        given_at=at,
        created_at=at,
    )
    trail.record(by=by, at=at, what="connections.signpost", about="signpost", about_id=row.id)
    return row.id


@action
def send_signpost(*, signpost_id: UUID, by: Viewer, at: dt.datetime) -> None:
    """Write the service's public details to the person's own address. Nothing goes to the service.

    Raises Refused for a person without an e-mail address.
    """
    check_may_connect(by)
    row = _signpost(by, signpost_id)
    case = cases.case_head(by, row.case_id)
    if not case.email:
        raise Refused(_("There is no e-mail address for them. Print it instead, or add an address first."))
    programmes.write_letter(
        kind=LetterKind.SIGNPOST.value,
        about_id=row.id,
        to=case.email,
        language=case.language or "en",
        by=by,
        at=at,
    )
    trail.record(by=by, at=at, what="connections.send_signpost", about="signpost", about_id=row.id)


def _signpost(by: Viewer, signpost_id: UUID) -> Signpost:
    rows = Signpost.objects.select_for_update(of=("self",)).filter(
        seen_by(by, "case__person_id"), programme_id=by.programme, id=signpost_id
    )
    row = rows.first()
    if row is None:
        raise NotFound(_("There is no such signpost."))
    return row


@action
def follow_up_signpost(
    *,
    signpost_id: UUID,
    went: Attendance,
    by: Viewer,
    at: dt.datetime,
    outcome: Outcome | None = None,
    words: str = "",
    service_closed: bool = False,
) -> None:
    """Keep whether they went and what came of it. Raises IllegalStep the second time, Invalid without an outcome."""
    check_may_connect(by)
    row = _signpost(by, signpost_id)
    if row.state != SignpostState.GIVEN:
        raise IllegalStep(_("This was followed up already."))
    close_signpost(row, went, outcome, words, at)
    if outcome in (Outcome.HELPED, Outcome.PARTLY, Outcome.NOT) and went is Attendance.WENT:
        entry_is_right(row.service_id, by, at)
    if service_closed:
        entry_is_gone(row.service_id, by, at)
    trail.record(
        by=by,
        at=at,
        what="connections.follow_up_signpost",
        about="signpost",
        about_id=row.id,
        detail={"went": went.value, "outcome": row.outcome},
    )
