"""Answering a referral."""

import datetime as dt
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as _

from linkwork.casework.access import check_may_refer, check_may_see_people, seen_by
from linkwork.casework.actions.cases import _allocate
from linkwork.casework.actions.merging import _merge
from linkwork.casework.actions.parts.checks import check_term, check_worker, locked_person
from linkwork.casework.actions.plans import _add_need
from linkwork.casework.actions.receiving import receive_referral
from linkwork.casework.models import Case, Referral, ReferralNeed
from linkwork.casework.rules.persons import NewNeed, PersonDetails
from linkwork.casework.rules.referrals import first_words
from linkwork.casework.rules.states import REFERRAL, CaseState, ReferralState
from linkwork.core.actions import action
from linkwork.core.errors import NotFound, Refused
from linkwork.core.ids import id_at
from linkwork.core.rows import the_one
from linkwork.core.viewer import Viewer
from linkwork.trail import actions as trail


@action
def accept_referral(
    *,
    referral_id: UUID,
    by: Viewer,
    at: dt.datetime,
    worker_id: UUID | None = None,
    known_person_id: UUID | None = None,
) -> UUID:
    """Open a case, with its worker where one is named, else on the waiting list; the case's id.

    What the referrer said the person wants help with begins the case's needs: nobody types it twice.
    `known_person_id`: somebody on record, so that nobody is entered twice. Raises IllegalStep where the referral
    was answered, Refused where the person has a running case, Invalid for a worker who has left.
    """
    row = _locked(referral_id, by)
    REFERRAL.check_step(ReferralState(row.state), ReferralState.ACCEPTED, by)
    if worker_id is not None:
        check_worker(worker_id, by)
    if known_person_id is not None and known_person_id != row.person_id:
        _same_as(row, known_person_id, by, at)
    running = Case.objects.filter(programme_id=by.programme, person_id=row.person_id)
    if running.exclude(state=CaseState.CLOSED).exists():
        raise Refused(_("This person is supported already. Withdraw the referral and go on with their case."))
    _answer(row, ReferralState.ACCEPTED, by, at)
    case = Case.objects.create(
        id=id_at(at),
        programme_id=by.programme,
        created_at=at,
        person_id=row.person_id,
        referral_id=row.id,
        state=CaseState.OPEN,
        opened_on=timezone.localdate(at),
    )
    _begin_needs(row, case, at)
    if worker_id is not None:
        _allocate(case, worker_id, by, at)
    return case.id


def _begin_needs(row: Referral, case: Case, at: dt.datetime) -> None:
    needs = ReferralNeed.objects.filter(programme_id=row.programme_id, referral_id=row.id).order_by("id")
    terms = list(needs.values_list("term", flat=True))
    words = first_words(row.wants, terms)
    for number, term in enumerate(terms):  # a millisecond apart: their ids keep the order
        moment = at + dt.timedelta(milliseconds=number)
        _add_need(case, NewNeed(term, words), moment, timezone.localdate(at), None)


@action
def decline_referral(*, referral_id: UUID, reason: str, by: Viewer, at: dt.datetime, words: str = "") -> None:
    """Say no, for a reason of decline_reasons. Raises IllegalStep where the referral was answered."""
    row = _locked(referral_id, by)
    check_term("reason", "decline_reasons", reason, by.programme)
    REFERRAL.check_step(ReferralState(row.state), ReferralState.DECLINED, by)
    row.reason, row.reason_words = reason, words.strip()
    _answer(row, ReferralState.DECLINED, by, at)


@action
def withdraw_referral(*, referral_id: UUID, by: Viewer, at: dt.datetime, words: str = "") -> None:
    """Take the referral back, as the referrer, the person or the programme may."""
    row = _locked(referral_id, by)
    REFERRAL.check_step(ReferralState(row.state), ReferralState.WITHDRAWN, by)
    row.reason_words = words.strip()
    _answer(row, ReferralState.WITHDRAWN, by, at)


@action
def start_case(
    *,
    details: PersonDetails,
    source: str,
    by: Viewer,
    at: dt.datetime,
    wants: str = "",
    worker_id: UUID | None = None,
) -> UUID:
    """A person who asked themselves or was met on outreach: referral and acceptance at once; the case's id."""
    check_may_see_people(by)
    referral_id = receive_referral(details=details, source=source, wants=wants, agreed=True, by=by, at=at)
    return accept_referral(referral_id=referral_id, worker_id=worker_id, by=by, at=at)


def _locked(referral_id: UUID, by: Viewer) -> Referral:
    check_may_refer(by)
    rows = Referral.objects.select_for_update().filter(programme_id=by.programme, id=referral_id)
    row = the_one(rows.filter(seen_by(by)))
    if row is None:
        raise NotFound(_("There is no such referral in this programme."))
    return row


def _answer(row: Referral, state: ReferralState, by: Viewer, at: dt.datetime) -> None:
    row.state, row.answered_at = state, at
    row.save()
    detail: dict[str, object] = {"state": state.value, "reason": row.reason}
    trail.record(
        by=by, at=at, what="casework.answer_referral", about="referral", about_id=row.id, detail=detail
    )


def _same_as(row: Referral, known_person_id: UUID, by: Viewer, at: dt.datetime) -> None:
    """Merge whom the referral is about into the person on record: nothing is lost, and it can be undone."""
    known, double = locked_person(known_person_id, by), locked_person(row.person_id, by)
    _merge(known, double, (), None, "", by, at)
    row.person_id = known.id
