"""Taking in a referral and answering it."""

import datetime as dt
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as _

from linkwork.casework.access import check_may_refer, check_may_see_people
from linkwork.casework.actions.cases import _allocate
from linkwork.casework.actions.parts.checks import check_term, check_worker
from linkwork.casework.actions.people import _enter, _forget
from linkwork.casework.models import Case, Person, Referral
from linkwork.casework.rules.persons import PersonDetails, Urgency
from linkwork.casework.rules.states import REFERRAL, CaseState, ReferralState
from linkwork.core.actions import action
from linkwork.core.errors import NotFound, Refused
from linkwork.core.ids import id_at
from linkwork.core.viewer import Viewer
from linkwork.trail import actions as trail


@action
def receive_referral(
    *,
    details: PersonDetails,
    source: str,
    by: Viewer,
    at: dt.datetime,
    wants: str = "",
    referrer_name: str = "",
    referrer_organisation: str = "",
    referrer_contact: str = "",
    urgency: Urgency = Urgency.ROUTINE,
    agreed: bool | None = None,
) -> UUID:
    """Take in a referral, also from outside by the programme's own address; its id. Raises Invalid by field.

    `source` is a term of referral_sources; `agreed` whether the person said yes to being contacted, None not known.
    """
    check_may_refer(by)
    check_term("source", "referral_sources", source)
    person = _enter(details, by, at)
    row = Referral.objects.create(
        id=id_at(at),
        programme_id=by.programme,
        created_at=at,
        person_id=person.id,
        state=ReferralState.RECEIVED,
        source=source,
        referrer_name=referrer_name.strip(),
        referrer_organisation=referrer_organisation.strip(),
        referrer_contact=referrer_contact.strip(),
        wants=wants.strip(),
        urgency=urgency,
        agreed=agreed,
        received_at=at,
    )
    detail: dict[str, object] = {"source": source, "urgency": urgency.value}
    trail.record(
        by=by, at=at, what="casework.receive_referral", about="referral", about_id=row.id, detail=detail
    )
    return row.id


@action
def accept_referral(
    *,
    referral_id: UUID,
    by: Viewer,
    at: dt.datetime,
    worker_id: UUID | None = None,
    known_person_id: UUID | None = None,
) -> UUID:
    """Open a case, with its worker where one is named; the case's id.

    `known_person_id`: somebody on record, so that nobody is entered twice. Raises IllegalStep where the referral
    was answered, Refused where the person has a running case, Invalid for a worker who has left.
    """
    row = _locked(referral_id, by)
    REFERRAL.check_step(ReferralState(row.state), ReferralState.ACCEPTED, by)
    if worker_id is not None:
        check_worker(worker_id, by)
    if known_person_id is not None and known_person_id != row.person_id:
        _same_as(row, known_person_id)
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
    if worker_id is not None:
        _allocate(case, worker_id, by, at)
    return case.id


@action
def decline_referral(*, referral_id: UUID, reason: str, by: Viewer, at: dt.datetime, words: str = "") -> None:
    """Say no, for a reason of decline_reasons. Raises IllegalStep where the referral was answered."""
    row = _locked(referral_id, by)
    check_term("reason", "decline_reasons", reason)
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
    row = Referral.objects.select_for_update().filter(programme_id=by.programme, id=referral_id).first()
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


def _same_as(row: Referral, known_person_id: UUID) -> None:
    """Point the referral at the person on record, take over what was missing there, and forget the double."""
    known = Person.objects.filter(programme_id=row.programme_id, id=known_person_id).first()
    if known is None:
        raise NotFound(_("There is no such person in this programme."))
    double = Person.objects.get(programme_id=row.programme_id, id=row.person_id)
    known.phone, known.email = known.phone or double.phone, known.email or double.email
    known.save(update_fields=["phone", "email"])
    row.person_id = known.id
    row.save(update_fields=["person"])
    _forget(double)
