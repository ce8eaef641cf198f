"""ServiceRequest and Task: what is asked for, and how far it is."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from linkwork.exchange.fhir.writing.parts import (
    SDOHCC,
    TASK_CODES,
    Resource,
    coding,
    concept,
    identifier,
    moment,
    points_at,
    whole,
)

PRIORITIES = {"routine": "routine", "soon": "urgent", "urgent": "asap"}
ORDER_STATES = {  # Task.status: what that makes of the order itself (request-status)
    "draft": "draft",
    "requested": "active",
    "accepted": "active",
    "in-progress": "active",
    "on-hold": "active",
    "completed": "completed",
    "rejected": "revoked",
    "cancelled": "revoked",
    "failed": "revoked",
}


@dataclass(frozen=True)
class Order:
    """One request for support, out or in. `status` is a Task.status; `system` and `value` its lasting identifier.

    `asks_id` and `asks_kind` name the requester's entry, or `asks` only their name; so for who is asked.
    """

    id: UUID
    task_id: UUID
    system: str
    value: str
    person_id: UUID
    status: str
    authored_at: dt.datetime
    changed_at: dt.datetime
    what: str
    codes: tuple[Resource, ...] = ()
    category: str = ""
    urgency: str = ""
    words: str = ""
    asks: Resource | None = None
    asked: Resource | None = None
    reason: str = ""
    result: str = ""
    conditions: tuple[UUID, ...] = ()
    consents: tuple[UUID, ...] = ()


def service_request(order: Order) -> Resource:
    """ServiceRequest. R4 4.0.1, 12.7; category, reasonReference and supportingInfo as in the SDOH guide's profile."""
    return whole(
        resourceType="ServiceRequest",
        id=str(order.id),
        identifier=[identifier(order.system, order.value)],
        status=ORDER_STATES[order.status],
        intent="order",
        category=[concept(codings=[coding(SDOHCC, order.category or "sdoh-category-unspecified")])],
        priority=PRIORITIES.get(order.urgency),
        code=concept(order.what, order.codes),
        subject=points_at(order.person_id, "Patient"),
        authoredOn=moment(order.authored_at),
        requester=order.asks,
        performer=[order.asked] if order.asked else [],
        reasonReference=[points_at(one, "Condition") for one in order.conditions],
        supportingInfo=[points_at(one, "Consent") for one in order.consents],
        note=_notes([order.words]),
    )


def task(order: Order) -> Resource:
    """Task for managing the referral. R4 4.0.1, 12.3; focus, for, owner, statusReason and output as in the guide."""
    result = {"type": concept(codings=[coding(SDOHCC, "resulting-activity")]), "valueCodeableConcept": None}
    result["valueCodeableConcept"] = concept(order.result)
    return whole(
        resourceType="Task",
        id=str(order.task_id),
        identifier=[identifier(f"{order.system}:task", order.value)],
        status=order.status,
        statusReason=concept(order.reason) if order.reason else None,
        intent="order",
        code=concept(codings=[coding(TASK_CODES, "fulfill")]),
        focus=points_at(order.id, "ServiceRequest"),
        for_=points_at(order.person_id, "Patient"),
        authoredOn=moment(order.authored_at),
        lastModified=moment(order.changed_at),
        requester=order.asks,
        owner=order.asked,
        output=[result] if order.result else [],
    )


def _notes(texts: Iterable[str]) -> list[Resource]:
    return [{"text": text} for text in texts if text]
