"""The words the directory uses, and the records an importer hands over."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

Place = tuple[float, float]  # latitude, longitude in degrees


class Status(StrEnum):
    """Whether the service still runs, in HSDS' words (specification 3.1, service.status)."""

    ACTIVE = "active"
    INACTIVE = "inactive"
    DEFUNCT = "defunct"
    TEMPORARILY_CLOSED = "temporarily closed"


FOUND = frozenset({Status.ACTIVE, Status.TEMPORARILY_CLOSED})  # what a search may return


class LocationType(StrEnum):
    """HSDS location_type. A helpline or a website is virtual; so is a place whose address is withheld."""

    PHYSICAL = "physical"
    VIRTUAL = "virtual"


class Precision(StrEnum):
    """How exactly the place is known. Only an address may tell two services of one name apart."""

    ADDRESS = "address"
    AREA = "area"
    NONE = "none"


class CostKind(StrEnum):
    """What is known about the cost."""

    FREE = "free"
    PAID = "paid"
    NOT_STATED = "not stated"


class ConfirmedBy(StrEnum):
    """How somebody knows that an entry is still right."""

    PHONE = "phone"
    VISIT = "visit"
    PROVIDER = "provider"
    FEED = "feed"
    OUTCOME = "outcome"


@dataclass(frozen=True)
class Cost:
    """`words` are the source's own. `imputed`: a compiler filled in "Free"; the provider never said so."""

    kind: CostKind = CostKind.NOT_STATED
    words: str = ""
    imputed: bool = False


@dataclass(frozen=True)
class OpenTime:
    """One weekly opening. `day` 0 is Monday; minutes after midnight; `closes` above 1440 runs into the next day."""

    day: int
    opens: int
    closes: int


@dataclass(frozen=True)
class Source:
    """Where a record came from, kept with it for as long as it is kept."""

    name: str
    date: dt.date | None = None
    licence: str = ""
    attribution: str = ""
    url: str = ""


@dataclass(frozen=True)
class ServiceRecord:
    """One service as an importer hands it over. `row` is its line in the file, for the report."""

    name: str
    source: Source
    row: int = 0
    source_key: str = ""
    organisation: str = ""
    description: str = ""
    category: str = ""
    phone: str = ""
    email: str = ""
    website: str = ""
    address: str = ""
    place: Place | None = None
    precision: Precision = Precision.NONE
    hours_text: str = ""
    cost: Cost = Cost()
    eligibility: str = ""
    languages: tuple[str, ...] = ()
    directions: str = ""
    assured_on: dt.date | None = None


@dataclass(frozen=True)
class Mended:
    """One thing an importer put right: where, what was there, and why it was changed."""

    row: int
    field: str
    found: str
    note: str


@dataclass(frozen=True)
class RowRefused:
    """One row an importer could not take: why, and what to do. `cells` is the row as it stood."""

    row: int
    reason: str
    what_to_do: str
    cells: tuple[str, ...] = ()
