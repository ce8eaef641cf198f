"""QuestionnaireResponse and Observation: one answering of a measure, and its scores."""

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

from linkwork.exchange.fhir.writing.parts import Resource, concept, day, moment, points_at, whole

SURVEY = "http://terminology.hl7.org/CodeSystem/observation-category"


@dataclass(frozen=True)
class Answer:
    """One item: its number in the measure, its wording (empty where it may not be copied), the value chosen."""

    item: str
    text: str
    value: int | None


@dataclass(frozen=True)
class Scored:
    """One score. `value` is None where too much is missing; then `why` says so."""

    id: UUID
    label: str
    value: Decimal | None
    band: str = ""
    why: str = ""


@dataclass(frozen=True)
class Answered:
    """One assessment with its scores: a measure may have several, or one in all."""

    id: UUID
    person_id: UUID
    measure: str
    title: str
    version: str
    on: dt.date
    kept_at: dt.datetime
    answers: tuple[Answer, ...]
    scores: tuple[Scored, ...]
    codes: tuple[Resource, ...] = ()


def questionnaire_response(of: Answered) -> Resource:
    """QuestionnaireResponse. R4 4.0.1, 4.8. An item nobody answered has no answer: it is never a nought."""
    return whole(
        resourceType="QuestionnaireResponse",
        id=str(of.id),
        questionnaire=f"urn:linkwork:measure:{of.measure}|{of.version}",
        status="completed",
        subject=points_at(of.person_id, "Patient"),
        authored=moment(of.kept_at),
        item=[_item(one) for one in of.answers],
    )


def _item(one: Answer) -> Resource:
    answer = [] if one.value is None else [{"valueInteger": one.value}]
    return whole(linkId=one.item, text=one.text, answer=answer)


def observations(of: Answered) -> list[Resource]:
    """One Observation for each score. R4 4.0.1, 10.1: a value, or the reason why there is none (obs-6)."""
    return [_observation(of, one) for one in of.scores]


def _observation(of: Answered, score: Scored) -> Resource:
    title = of.title if score.label in ("", of.title) else f"{of.title}: {score.label}"
    return whole(
        resourceType="Observation",
        id=str(score.id),
        status="final",
        category=[concept(codings=[{"system": SURVEY, "code": "survey"}])],
        code=concept(title, of.codes),
        subject=points_at(of.person_id, "Patient"),
        effectiveDateTime=day(of.on),
        valueQuantity=None if score.value is None else {"value": _number(score.value)},
        dataAbsentReason=concept(score.why or "not scored") if score.value is None else None,
        interpretation=[concept(score.band)] if score.band else [],
        derivedFrom=[points_at(of.id, "QuestionnaireResponse")],
    )


def _number(value: Decimal) -> int | float:
    """JSON has no decimals: whole numbers stay whole."""
    return int(value) if value == value.to_integral_value() else float(value)
