"""Condition and Goal: a need, and what the person wants."""

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from linkwork.exchange.fhir.writing.parts import SDOHCC, Resource, coding, concept, day, points_at, whole

CLINICAL = "http://terminology.hl7.org/CodeSystem/condition-clinical"
SURE = "http://terminology.hl7.org/CodeSystem/condition-ver-status"


@dataclass(frozen=True)
class Wanted:
    """A need or a goal. `label` is our term, `words` the person's own; `ended_on` when it was met or given up."""

    id: UUID
    person_id: UUID
    label: str
    words: str
    since: dt.date
    ended_on: dt.date | None = None
    reached: bool = True
    codes: tuple[Resource, ...] = ()
    category: str = ""
    due_on: dt.date | None = None


def condition(need: Wanted) -> Resource:
    """Condition. R4 4.0.1, 9.2; a social need as the person says it, so unconfirmed by any test."""
    return whole(
        resourceType="Condition",
        id=str(need.id),
        clinicalStatus=concept(codings=[coding(CLINICAL, "resolved" if need.ended_on else "active")]),
        verificationStatus=concept(codings=[coding(SURE, "unconfirmed")]),
        category=[concept(codings=[coding(SDOHCC, need.category or "sdoh-category-unspecified")])],
        code=concept(need.label, need.codes),
        subject=points_at(need.person_id, "Patient"),
        abatementDateTime=day(need.ended_on),
        recordedDate=day(need.since),
        note=[{"text": need.words}] if need.words else [],
    )


def goal(wanted: Wanted) -> Resource:
    """Goal. R4 4.0.1, 9.6; the description is the person's own words."""
    state = "active" if wanted.ended_on is None else "completed" if wanted.reached else "cancelled"
    return whole(
        resourceType="Goal",
        id=str(wanted.id),
        lifecycleStatus=state,
        category=[concept(wanted.label, wanted.codes)] if wanted.label else [],
        description=concept(wanted.words),
        subject=points_at(wanted.person_id, "Patient"),
        startDate=day(wanted.since),
        target=[{"dueDate": day(wanted.due_on)}] if wanted.due_on else [],
        statusDate=day(wanted.ended_on),
    )
