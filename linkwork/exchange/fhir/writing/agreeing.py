"""Consent: what the person agreed to, with whom, until when."""

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from linkwork.exchange.fhir.writing.parts import Resource, coding, concept, day, moment, points_at, whole

SCOPES = "http://terminology.hl7.org/CodeSystem/consentscope"
ACTS = "http://terminology.hl7.org/CodeSystem/v3-ActCode"
ROLES = "http://terminology.hl7.org/CodeSystem/v3-ParticipationType"


@dataclass(frozen=True)
class Agreed:
    """One consent. `holds`: in force at the time of writing; `purpose` in words; `with_whom` empty for anybody."""

    id: UUID
    person_id: UUID
    purpose: str
    with_whom: str
    given_at: dt.datetime
    expires_on: dt.date | None
    holds: bool
    learning: bool = False


def consent(given: Agreed) -> Resource:
    """Consent. R4 4.0.1, 6.2: a policy or a policy rule is needed (ppc-1); ours is what was said, in words."""
    recipient = {
        "role": concept(codings=[coding(ROLES, "IRCP")]),
        "reference": {"display": given.with_whom},
    }
    return whole(
        resourceType="Consent",
        id=str(given.id),
        status="active" if given.holds else "inactive",
        scope=concept(codings=[coding(SCOPES, "research" if given.learning else "patient-privacy")]),
        category=[concept(codings=[coding(ACTS, "RESEARCH" if given.learning else "IDSCL")])],
        patient=points_at(given.person_id, "Patient"),
        dateTime=moment(given.given_at),
        policyRule=concept(given.purpose),
        provision=whole(
            type="permit",
            period=whole(start=moment(given.given_at), end=day(given.expires_on)),
            actor=[recipient] if given.with_whom else [],
        ),
    )
