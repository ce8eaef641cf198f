"""Patient and Organization: who it is about and who is asked."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from linkwork.exchange.fhir.writing.parts import Resource, concept, day, whole


@dataclass(frozen=True)
class Subject:
    """The person, with no more than may be shared: what is empty is not said."""

    id: UUID
    given: str = ""
    family: str = ""
    born_on: date | None = None
    born_year: int | None = None
    phone: str = ""
    email: str = ""
    language: str = ""


def patient(of: Subject) -> Resource:
    """Patient. R4 4.0.1, 8.1. A language is a BCP 47 code; a year of birth is a whole birthDate in R4."""
    name = whole(given=[of.given] if of.given else [], family=of.family)
    telecom = [whole(system="phone", value=of.phone), whole(system="email", value=of.email)]
    spoken = {"language": concept(codings=[{"system": "urn:ietf:bcp:47", "code": of.language}])}
    return whole(
        resourceType="Patient",
        id=str(of.id),
        name=[name] if name else [],
        telecom=[one for one in telecom if "value" in one],
        birthDate=day(of.born_on) or (str(of.born_year) if of.born_year else None),
        communication=[spoken] if of.language else [],
    )


def organization(id_: UUID, name: str) -> Resource:
    """Organization. R4 4.0.1, 8.6: a name or an identifier is needed (org-1)."""
    return {"resourceType": "Organization", "id": str(id_), "name": name}
