"""What the directory tells: plain values, made from rows of the database however they were asked for."""

import datetime as dt
import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from linkwork.directory.rules.freshness import Freshness, state_on
from linkwork.directory.rules.kinds import Cost, CostKind, OpenTime, Place, Precision, Status


@dataclass(frozen=True)
class Provenance:
    """Which list an entry came from, how old that list is, and on what terms it may be used."""

    source: str
    date: dt.date | None
    licence: str
    attribution: str
    url: str


@dataclass(frozen=True)
class ServiceCard:
    """One service. `open_times` is None where the hours are not stated for certain: `hours_text` then stands alone.

    `place` is (latitude, longitude); with `place_is_exact` False it is the middle of an area.
    """

    id: UUID
    name: str
    description: str
    organisation_id: UUID
    organisation_name: str
    category: str
    status: Status
    phone: str
    email: str
    website: str
    address: str
    place: Place | None
    place_is_exact: bool
    directions: str
    hours_text: str
    open_times: tuple[OpenTime, ...] | None
    cost: Cost
    eligibility: str
    languages: tuple[str, ...]
    freshness: Freshness
    provenance: Provenance


@dataclass(frozen=True)
class OrganisationCard:
    """One organisation."""

    id: UUID
    name: str
    description: str
    website: str
    phone: str
    email: str


@dataclass(frozen=True)
class CheckCard:
    """One time somebody checked: right or not, how they knew, what they noted."""

    on: dt.date
    right: bool
    how: str
    note: str
    by_kind: str
    by_id: UUID | None


COLUMNS = (
    "id",
    "name",
    "description",
    "organisation_id",
    "category",
    "status",
    "phone",
    "email",
    "website",
    "address",
    "latitude",
    "longitude",
    "precision",
    "directions",
    "hours_text",
    "open_times",
    "cost_kind",
    "cost_words",
    "cost_imputed",
    "eligibility",
    "languages",
    "checked_on",
    "checked_how",
    "doubt",
    "source_name",
    "source_date",
    "licence",
    "attribution",
    "source_url",
)


def card(row: Sequence[Any], organisation_name: str, today: dt.date) -> ServiceCard:
    """A card from the values of COLUMNS, in that order, as either database or Django hands them over."""
    (
        key,
        name,
        description,
        organisation_id,
        category,
        status,
        phone,
        email,
        website,
        address,
        latitude,
        longitude,
        precision,
        directions,
        hours_text,
        open_times,
        cost_kind,
        cost_words,
        cost_imputed,
        eligibility,
        languages,
        checked_on,
        checked_how,
        doubt,
        source_name,
        source_date,
        licence,
        attribution,
        source_url,
    ) = row
    times = _json(open_times)
    checked = _day(checked_on)
    return ServiceCard(
        id=_uuid(key),
        name=name,
        description=description,
        organisation_id=_uuid(organisation_id),
        organisation_name=organisation_name,
        category=category,
        status=Status(status),
        phone=phone,
        email=email,
        website=website,
        address=address,
        place=None if latitude is None or longitude is None else (latitude, longitude),
        place_is_exact=precision == Precision.ADDRESS,
        directions=directions,
        hours_text=hours_text,
        open_times=None if times is None else tuple(OpenTime(*time) for time in times),
        cost=Cost(CostKind(cost_kind), cost_words, bool(cost_imputed)),
        eligibility=eligibility,
        languages=tuple(_json(languages) or ()),
        freshness=Freshness(state_on(checked, today), checked, checked_how, doubt),
        provenance=Provenance(source_name, _day(source_date), licence, attribution, source_url),
    )


def _uuid(value: Any) -> UUID:
    return value if isinstance(value, UUID) else UUID(value)


def _json(value: Any) -> Any:
    return json.loads(value) if isinstance(value, str) else value


def _day(value: Any) -> dt.date | None:
    return dt.date.fromisoformat(value) if isinstance(value, str) else value
