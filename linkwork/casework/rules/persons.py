"""What is asked about a person, and how urgent a referral can be."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Prefers(StrEnum):
    """How a person likes to be contacted."""

    ANY = "any"
    PHONE = "phone"
    MESSAGE = "message"
    EMAIL = "email"
    LETTER = "letter"


class Urgency(StrEnum):
    """How soon the referrer thinks the person should be contacted."""

    ROUTINE = "routine"
    SOON = "soon"
    URGENT = "urgent"


class StatementKind(StrEnum):
    """Two things said and dated in the plan."""

    MATTERS = "matters"  # what matters to me
    PLAN = "plan"  # what we will do


@dataclass(frozen=True)
class OtherWay:
    """Another number or address. `whose` says in words whose or where it is; `message_ok` None is not known."""

    value: str
    whose: str = ""
    message_ok: bool | None = None


@dataclass(frozen=True)
class PersonDetails:
    """A person as entered. Everything but the given name may be missing; `born_year` and `born_on` not both.

    `place` is (latitude, longitude) in degrees; `language` (to talk) and `reading_language` are codes of the list of
    languages, `access_needs` of the list of access needs; `phone_message_ok` None is not known; `never_by` are ways
    that are not safe or not wanted.
    """

    given_name: str
    family_name: str = ""
    born_year: int | None = None
    born_on: date | None = None
    phone: str = ""
    email: str = ""
    language: str = ""
    interpreter: bool = False
    place: tuple[float, float] | None = None
    area: str = ""
    prefers: Prefers = Prefers.ANY
    other_names: tuple[str, ...] = ()
    form_of_address: str = ""
    reading_language: str = ""
    phone_message_ok: bool | None = None
    other_ways: tuple[OtherWay, ...] = ()
    best_time: str = ""
    never_by: tuple[Prefers, ...] = ()
    address: str = ""
    access_needs: tuple[str, ...] = ()
    access_words: str = ""
    trusted_name: str = ""
    trusted_relation: str = ""
    trusted_phone: str = ""


@dataclass(frozen=True)
class NewNeed:
    """A need as entered: a term of the list of needs, and the person's own words, which may be empty."""

    term: str
    words: str = ""


def on_earth(place: tuple[float, float]) -> bool:
    """Whether (latitude, longitude) in degrees is a place."""
    return -90 <= place[0] <= 90 and -180 <= place[1] <= 180
