"""One of each resource, made by our own writers from plain values."""

import datetime as dt
from dataclasses import replace
from decimal import Decimal
from uuid import UUID

from linkwork.exchange.fhir.writing.agreeing import Agreed, consent
from linkwork.exchange.fhir.writing.answering import (
    Answer,
    Answered,
    Scored,
    observations,
    questionnaire_response,
)
from linkwork.exchange.fhir.writing.asking import Order, service_request, task
from linkwork.exchange.fhir.writing.parts import CONNECTION_SYSTEM, Resource, points_at
from linkwork.exchange.fhir.writing.people import Subject, organization, patient
from linkwork.exchange.fhir.writing.wanting import Wanted, condition, goal

AT = dt.datetime(2026, 3, 4, 9, 30, tzinfo=dt.UTC)
DAY = dt.date(2026, 3, 4)


def number(last: int) -> UUID:
    """A made-up id."""
    return UUID(int=last)


PERSON = Subject(number(1), "Amira", "Åström", DAY.replace(year=1990), None, "070 123", "a@example.org", "sv")
HOUSE = points_at(number(2), "Organization", "The house")
CLUB = points_at(number(3), "Organization", "The club")
ORDER = Order(
    id=number(4),
    task_id=number(5),
    system=CONNECTION_SYSTEM,
    value="4",
    person_id=PERSON.id,
    status="requested",
    authored_at=AT,
    changed_at=AT,
    what="Company and belonging",
    category="social-connection",
    urgency="soon",
    words="She would like to sing.",
    asks=HOUSE,
    asked=CLUB,
    conditions=(number(6),),
    consents=(number(7),),
)
NEED = Wanted(number(6), PERSON.id, "Company and belonging", "I want to meet people.", DAY)
GOAL = Wanted(number(8), PERSON.id, "", "Sing with others", DAY, due_on=DAY.replace(month=6))
AGREED = Agreed(number(7), PERSON.id, "Share name and need", "The club", AT, DAY.replace(year=2027), True)
ANSWERED = Answered(
    number(9),
    PERSON.id,
    "gad-7",
    "GAD-7",
    "1",
    DAY,
    AT,
    (Answer("1", "", 2), Answer("2", "", None)),
    (Scored(number(10), "GAD-7", Decimal(7), "mild"), Scored(number(12), "Half", Decimal("3.5"))),
)


def everything(order: Order = ORDER) -> list[Resource]:
    """Every kind of resource, each pointing at others of the same file only."""
    return [
        patient(PERSON),
        organization(number(2), "The house"),
        organization(number(3), "The club"),
        condition(NEED),
        goal(GOAL),
        consent(AGREED),
        service_request(order),
        task(order),
        questionnaire_response(ANSWERED),
        *observations(ANSWERED),
    ]


def unscored() -> Resource:
    """A score that could not be made."""
    score = Scored(number(11), "GAD-7", None, why="Two items are missing.")
    (only,) = observations(replace(ANSWERED, scores=(score,)))
    return only
