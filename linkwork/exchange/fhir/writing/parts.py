"""The small pieces that resources are made of."""

import datetime as dt
from collections.abc import Iterable
from typing import Any
from uuid import UUID

Resource = dict[str, Any]

CASE_SYSTEM = "urn:linkwork:referral"
CONNECTION_SYSTEM = "urn:linkwork:connection"
SDOHCC = "http://hl7.org/fhir/us/sdoh-clinicalcare/CodeSystem/SDOHCC-CodeSystemTemporaryCodes"
TASK_CODES = "http://hl7.org/fhir/CodeSystem/task-code"


def whole(**fields: Any) -> Resource:
    """The fields that hold something: R4 knows no empty values."""
    return {name.rstrip("_"): value for name, value in fields.items() if value not in (None, "", [], {})}


def urn(id_: UUID) -> str:
    """How entries of one bundle point at each other."""
    return f"urn:uuid:{id_}"


def points_at(id_: UUID, kind: str, display: str = "") -> Resource:
    """A Reference to an entry of the same bundle."""
    return whole(reference=urn(id_), type=kind, display=display)


def named(display: str) -> Resource:
    """A Reference to somebody by name alone."""
    return {"display": display}


def coding(system: str, code: str, display: str = "", version: str = "") -> Resource:
    """A Coding."""
    return whole(system=system, version=version, code=code, display=display)


def concept(text: str = "", codings: Iterable[Resource] = ()) -> Resource:
    """A CodeableConcept: our own words, and codes where there are any."""
    return whole(coding=list(codings), text=text)


def identifier(system: str, value: object) -> Resource:
    """An Identifier."""
    return {"system": system, "value": str(value)}


def moment(at: dt.datetime | None) -> str | None:
    """An instant or dateTime, to the second, with its time zone. Raises ValueError for one that has none."""
    if at is None:
        return None
    if at.tzinfo is None:
        raise ValueError("A moment without a time zone says no moment.")
    return at.replace(microsecond=0).isoformat()


def day(on: dt.date | None) -> str | None:
    """A date."""
    return on.isoformat() if on else None
