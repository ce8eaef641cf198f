"""One case as a FHIR file: for the person, who may have what is kept about them, or for the programme they move to."""

import datetime as dt
from collections.abc import Iterator
from uuid import UUID, uuid5

from django.utils.translation import gettext as _

from linkwork.casework import reads as cases
from linkwork.casework.reads import CaseCard, NeedCard, ReferralCard
from linkwork.casework.rules.plan import GoalLine, GoalState
from linkwork.core.viewer import Viewer
from linkwork.exchange.fhir import terms
from linkwork.exchange.fhir.agreements import agreed
from linkwork.exchange.fhir.statuses import NEEDS_REASON, of_referral
from linkwork.exchange.fhir.writing.agreeing import consent
from linkwork.exchange.fhir.writing.answering import (
    Answer,
    Answered,
    Scored,
    observations,
    questionnaire_response,
)
from linkwork.exchange.fhir.writing.asking import Order, service_request, task
from linkwork.exchange.fhir.writing.bundle import bundle
from linkwork.exchange.fhir.writing.parts import CASE_SYSTEM, Resource, named, points_at
from linkwork.exchange.fhir.writing.people import Subject, organization, patient
from linkwork.exchange.fhir.writing.wanting import Wanted, condition, goal
from linkwork.instruments import measures
from linkwork.instruments.measures import Measure
from linkwork.outcomes import reads as outcomes
from linkwork.outcomes.reads import AssessmentCard
from linkwork.programmes.reads import ProgrammeCard


def case_bundle(viewer: Viewer, case: CaseCard, home: ProgrammeCard, at: dt.datetime) -> Resource:
    """The person, the referral and how it stands, needs, goals, consents and what was measured.

    `home` is the programme that holds the record. Contact notes, safeguarding concerns and what others said in
    confidence are not in it.
    """
    us = organization(home.id, home.name)
    needs = cases.needs_of(viewer, case.id)
    consents = cases.consents_of(viewer, case.person_id, at)
    order = _order(cases.referral(viewer, case.referral_id, at), case, (us, home), needs, at)
    return bundle(
        [
            patient(_subject(viewer, case)),
            us,
            *(condition(_need(one, case, home)) for one in needs),
            *(goal(_goal(one, case, home)) for one in _goals(viewer, case.id)),
            *(consent(agreed(one, case.person_id)) for one in consents),
            service_request(order),
            task(order),
            *_measured(viewer, case),
        ],
        at,
        f"case:{case.id}",
    )


def _subject(viewer: Viewer, case: CaseCard) -> Subject:
    person = cases.person(viewer, case.person_id)
    return Subject(
        person.id,
        person.given_name,
        person.family_name,
        person.born_on,
        person.born_year,
        person.phone,
        person.email,
        person.language,
    )


def _need(need: NeedCard, case: CaseCard, home: ProgrammeCard) -> Wanted:
    return Wanted(
        need.id,
        case.person_id,
        terms.said(home, "needs", need.term),
        need.words,
        need.raised_on,
        need.met_on,
        codes=terms.codings(home, "needs", need.term),
        category=terms.category(home, need.term),
    )


def _goals(viewer: Viewer, case_id: UUID) -> tuple[GoalLine, ...]:
    plan = cases.plan_of(viewer, case_id)
    return plan.body.goals if plan else ()


def _goal(line: GoalLine, case: CaseCard, home: ProgrammeCard) -> Wanted:
    return Wanted(
        line.id,
        case.person_id,
        terms.said(home, "needs", line.term),
        line.words,
        line.set_on,
        line.closed_on,
        reached=line.state is GoalState.REACHED,
        codes=terms.codings(home, "needs", line.term),
        due_on=line.by_when,
    )


def _order(
    referral: ReferralCard,
    case: CaseCard,
    ours: tuple[Resource, ProgrammeCard],
    needs: list[NeedCard],
    at: dt.datetime,
) -> Order:
    us, home = ours
    status = of_referral(referral.state, case.state)
    system, value = referral.outside or (CASE_SYSTEM, str(referral.id))
    ended = terms.said(home, "close_reasons", case.close_reason)
    asks = referral.referrer_organisation or referral.referrer_name
    return Order(
        id=referral.id,
        task_id=uuid5(referral.id, "task"),
        system=system,
        value=value,
        person_id=case.person_id,
        status=status,
        authored_at=_morning(referral.received_on, at),
        changed_at=_morning(case.closed_on or case.opened_on, at),
        what=_("Support by a link worker"),
        urgency=referral.urgency.value,
        words=referral.wants,
        asks=named(asks) if asks else points_at(case.person_id, "Patient"),
        asked=points_at(UUID(us["id"]), "Organization", us["name"]),
        reason=referral.reason_words or terms.said(home, "decline_reasons", referral.reason)
        if status in NEEDS_REASON
        else "",
        result=ended if status == "completed" else "",
        conditions=tuple(one.id for one in needs),
    )


def _morning(day: dt.date, at: dt.datetime) -> dt.datetime:
    """The beginning of a day, in the time zone of the moment asked about."""
    return dt.datetime.combine(day, dt.time(), tzinfo=at.tzinfo)


def _measured(viewer: Viewer, case: CaseCard) -> Iterator[Resource]:
    for card in outcomes.assessments_of(viewer, case.id):
        if card.counts:
            answered = _answered(card, measures.measure(card.measure))
            yield questionnaire_response(answered)
            yield from observations(answered)


def _answered(card: AssessmentCard, measure: Measure) -> Answered:
    labels = {rule.id: rule.label for rule in measure.scores}
    return Answered(
        id=card.id,
        person_id=card.person_id,
        measure=card.measure,
        title=measure.title,
        version=card.version,
        on=card.answered_on,
        kept_at=card.kept_at,
        answers=tuple(Answer(item.id, "", card.answers.get(item.id)) for item in measure.items),
        scores=tuple(
            Scored(
                uuid5(card.id, score.id),
                labels.get(score.id, score.id),
                score.value,
                score.band,
                _("%(n)s answers are missing.") % {"n": score.missing} if score.missing else "",
            )
            for score in card.scores
        ),
    )
