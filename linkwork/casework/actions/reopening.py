"""A case that was closed and goes on: the same spell within the programme's days, a new one later."""

import datetime as dt
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as _

from linkwork.casework.access import check_may_see_people
from linkwork.casework.actions.cases import _allocate
from linkwork.casework.actions.parts.checks import check_text, check_worker, locked_case
from linkwork.casework.actions.plan import _reopen_with_case
from linkwork.casework.actions.receiving import receive_referral
from linkwork.casework.actions.referrals import accept_referral
from linkwork.casework.models import Case, Reopening
from linkwork.casework.reads.people import person
from linkwork.casework.rules.persons import PersonDetails
from linkwork.casework.rules.states import CASE, CaseState, may_still_reopen
from linkwork.core.actions import action
from linkwork.core.errors import IllegalStep, Invalid, Refused
from linkwork.core.ids import id_at
from linkwork.core.viewer import Viewer
from linkwork.programmes import reads as programmes
from linkwork.trail import actions as trail


@action
def reopen_case(*, case_id: UUID, words: str, by: Viewer, at: dt.datetime) -> None:
    """Go on with a case closed a short while ago; `words` say why. How it had been closed is kept.

    Raises IllegalStep where it is not closed, Refused past the programme's days or where the person is supported
    anew already. The worker who had it gets it back if they still work here; connections stay as they ended.
    """
    row = locked_case(case_id, by)
    if row.closed_on is None:
        raise IllegalStep(_("This case is not closed."))
    check_text("words", words)
    days = programmes.programme(by).reopen_within_days
    if not may_still_reopen(row.closed_on, timezone.localdate(at), days):
        raise Refused(_("This case was closed too long ago to go on with. Take the person on again."))
    _check_alone(row)
    Reopening.objects.create(
        id=id_at(at),
        programme_id=by.programme,
        created_at=at,
        case_id=row.id,
        closed_on=row.closed_on,
        close_reason=row.close_reason,
        close_note=row.close_note,
        words=words.strip(),
    )
    CASE.check_step(CaseState(row.state), CaseState.OPEN, by)
    row.state, row.closed_on, row.close_reason, row.close_note = CaseState.OPEN, None, "", ""
    row.save()
    _give_back(row, by, at)
    trail.record(by=by, at=at, what="casework.reopen_case", about="case", about_id=row.id)
    _reopen_with_case(row, by, at)


def _check_alone(row: Case) -> None:
    others = Case.objects.filter(programme_id=row.programme_id, person_id=row.person_id).exclude(id=row.id)
    if others.exclude(state=CaseState.CLOSED).exists():
        raise Refused(_("This person is supported anew already. Go on with that case."))


def _give_back(row: Case, by: Viewer, at: dt.datetime) -> None:
    before, row.worker_id = row.worker_id, None
    try:
        if before is not None:
            check_worker(before, by)
            _allocate(row, before, by, at)
    except Invalid:  # who had it has left: it waits for somebody
        row.save(update_fields=["worker"])


@action
def start_again(
    *,
    person_id: UUID,
    source: str,
    by: Viewer,
    at: dt.datetime,
    wants: str = "",
    worker_id: UUID | None = None,
) -> UUID:
    """Take on somebody who was supported before: a new referral and a new case, the same person; the case's id."""
    check_may_see_people(by)
    known = person(by, person_id)
    referral_id = receive_referral(
        details=PersonDetails(given_name=known.given_name, family_name=known.family_name),
        source=source,
        wants=wants,
        agreed=True,
        by=by,
        at=at,
    )
    return accept_referral(
        referral_id=referral_id, worker_id=worker_id, known_person_id=person_id, by=by, at=at
    )
