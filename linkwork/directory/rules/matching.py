"""Are two entries the same service?

Names alone do not say: one body has five branches of one name. Websites alone do not either: the branches share it.
"""

import re
from dataclasses import dataclass

from linkwork.core.text import fold
from linkwork.directory.rules.kinds import Place, Precision
from linkwork.directory.rules.places import distance_km

SAME_PLACE_KM = 0.25
_NOT_NAME = re.compile(r"[\W_]+")


@dataclass(frozen=True)
class Marks:
    """What tells a service apart, made comparable."""

    name: str
    place: Place | None
    exact: bool
    street: str
    phones: frozenset[str]
    website: str
    text: str = ""


def marks_of(
    *,
    name: str,
    place: Place | None,
    precision: Precision,
    address: str,
    phone: str,
    website: str,
    description: str = "",
) -> Marks:
    """The marks of one record or stored service."""
    return Marks(
        name=plain_name(name),
        place=place,
        exact=precision is Precision.ADDRESS,
        street=_NOT_NAME.sub(" ", fold(address)).strip(),
        phones=phones_in(phone),
        website=plain_website(website),
        text=fold(description),
    )


def plain_name(name: str) -> str:
    """A name without case, marks and punctuation: "St. Mary’s House" and "St Marys House" are equal."""
    return _NOT_NAME.sub(" ", re.sub(r"[’'.]", "", fold(name))).strip()


def plain_website(address: str) -> str:
    """A web address without scheme, "www." and a closing slash."""
    return re.sub(r"^(https?://)?(www\.)?", "", address.strip().casefold()).rstrip("/")


def phones_in(text: str) -> frozenset[str]:
    """The phone numbers of a text, each by its last eight digits: country and trunk codes are written in many ways."""
    return frozenset(
        digits[-8:] for part in re.split(r"[;,/]|\bor\b", text) if (digits := re.sub(r"\D", "", part))
    )


def likeness(one: Marks, other: Marks) -> int:
    """How sure it is that two entries of one name are the same service: 0 they are not, 3 they are.

    Exact places decide where both are known. Otherwise the phone, then the website; 1 says that nothing speaks
    against it and nothing for it, which is enough only where there is no other candidate.
    """
    if one.name != other.name:
        return 0
    if one.place and other.place and one.exact and other.exact:
        return 3 if distance_km(one.place, other.place) <= SAME_PLACE_KM else 0
    if one.street and other.street and numbers_in(one.street) != numbers_in(other.street):
        return 0
    if one.phones & other.phones or (one.website and one.website == other.website):
        return 2
    if one.street and one.street == other.street:
        return 2
    if one.website and other.website:
        return 0
    return 1


def repeats(one: Marks, other: Marks) -> bool:
    """Whether a file says the same thing twice: every mark equal, the description too."""
    return one == other


def numbers_in(address: str) -> frozenset[str]:
    """The numbers of an address: the house, the floor, the postcode."""
    return frozenset(re.findall(r"\d+", address))
