"""QuestionnaireResponse and Observation: one answering of a measure, and its score."""

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from linkwork.exchange.fhir.writing.parts import Resource, concept, moment, points_at, whole

SURVEY = "http://terminology.hl7.org/CodeSystem/observation-category"


@dataclass(frozen=True)
class Answer:
    """One item: its number in the measure, its wording (empty where it may not be copied), the value chosen."""

    item: str
    text: str
    value: int | None


@dataclass(frozen=True)
class Answered:
    """One assessment. `total` is None where the measure has no total or too much is missing; then `why` says which."""

    id: UUID
    score_id: UUID
    person_id: UUID
    measure: str
    title: str
    version: str
    at: dt.datetime
    answers: tuple[Answer, ...]
    total: float | None
    band: str = ""
    why: str = ""
    codes: tuple[Resource, ...] = ()


def questionnaire_response(of: Answered) -> Resource:
    """QuestionnaireResponse. R4 4.0.1, 4.8. An item nobody answered has no answer: it is never a nought."""
    return whole(
        resourceType="QuestionnaireResponse",
        id=str(of.id),
        questionnaire=f"urn:linkwork:measure:{of.measure}|{of.version}",
        status="completed",
        subject=points_at(of.person_id, "Patient"),
        authored=moment(of.at),
        item=[_item(one) for one in of.answers],
    )


def _item(one: Answer) -> Resource:
    answer = [] if one.value is None else [{"valueInteger": one.value}]
    return whole(linkId=one.item, text=one.text, answer=answer)


def observation(of: Answered) -> Resource:
    """Observation. R4 4.0.1, 10.1: a value, or the reason why there is none (obs-6)."""
    return whole(
        resourceType="Observation",
        id=str(of.score_id),
        status="final",
        category=[concept(codings=[{"system": SURVEY, "code": "survey"}])],
        code=concept(of.title, of.codes),
        subject=points_at(of.person_id, "Patient"),
        effectiveDateTime=moment(of.at),
        valueQuantity=None if of.total is None else {"value": of.total},
        dataAbsentReason=concept(of.why or "not scored") if of.total is None else None,
        interpretation=[concept(of.band)] if of.band else [],
        derivedFrom=[points_at(of.id, "QuestionnaireResponse")],
    )
