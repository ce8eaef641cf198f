"""Which services does this spreadsheet list?

Three layouts are known by their columns: the City of Melbourne's "Helping Out" export (34 columns), the Open
Australian Services Archive (one layout for many sources), and a plain one with our own column names.
"""

import datetime as dt
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace

from django.utils.translation import gettext as _

from linkwork.core.errors import Refused
from linkwork.directory.rules.costs import is_stray, read_cost
from linkwork.directory.rules.kinds import (
    Cost,
    CostKind,
    Mended,
    Place,
    Precision,
    RowRefused,
    ServiceRecord,
    Source,
)
from linkwork.directory.rules.places import is_place
from linkwork.exchange.sheets.mending import Mender
from linkwork.exchange.sheets.table import Sheet

WEEK = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "Public Holidays")
MELBOURNE = ("Name", "What", "Who", *WEEK, "Cost", "Category 1", "Latitude", "Longitude")
OASA = (
    "id",
    "name",
    "source_id",
    "source_name",
    "source_license",
    "source_date",
    "location_precision",
    "cost",
)
PLAIN = (
    "name", "organisation", "description", "category", "phone", "email", "website", "address", "latitude",
    "longitude", "hours", "cost", "eligibility", "languages", "directions", "checked",
)  # fmt: skip


@dataclass(frozen=True)
class DirectoryFile:
    """What a file holds: `records` and `refused` together are every row of it."""

    layout: str
    header: tuple[str, ...]
    records: tuple[ServiceRecord, ...]
    mended: tuple[Mended, ...]
    refused: tuple[RowRefused, ...]

    @property
    def rows_read(self) -> int:
        """How many rows the file has under its header."""
        return len(self.records) + len(self.refused)


def read_directory(sheet: Sheet, source_date: dt.date | None = None) -> DirectoryFile:
    """Map a sheet to service records by its layout. Raises Refused where the layout is not known.

    `source_date` says how old a list is that does not say so itself.
    """
    layout, make = _layout(sheet, source_date)
    mender = Mender()
    records: list[ServiceRecord] = []
    refused: list[RowRefused] = []
    for row in sheet.rows:
        try:
            records.append(make(row.number, mender.cells(row.number, row.cells), mender))
        except _NotTaken as why:
            refused.append(RowRefused(row.number, why.reason, why.what_to_do, tuple(row.cells.values())))
    if layout == "oasa":
        records = _without_imputed_costs(records, mender)
    return DirectoryFile(layout, sheet.header, tuple(records), tuple(mender.mended), tuple(refused))


class _NotTaken(Exception):
    def __init__(self, reason: str, what_to_do: str) -> None:
        super().__init__(reason)
        self.reason, self.what_to_do = reason, what_to_do


Make = Callable[[int, dict[str, str], Mender], ServiceRecord]


def _layout(sheet: Sheet, source_date: dt.date | None) -> tuple[str, Make]:
    found = set(sheet.header)
    if found >= set(MELBOURNE):
        return "melbourne", lambda row, cells, mender: _melbourne(row, cells, mender, source_date)
    if found >= set(OASA):
        return "oasa", _oasa
    if "name" in found and len(found & set(PLAIN)) >= 2:
        return "plain", lambda row, cells, mender: _plain(row, cells, mender, sheet.name, source_date)
    raise Refused(
        _(
            "%(file)s has no layout that is known. Name its columns in the first row: %(columns)s."
            " Only “name” and one more are needed."
        )
        % {"file": sheet.name, "columns": ", ".join(PLAIN)}
    )


def _melbourne(row: int, cells: dict[str, str], mender: Mender, source_date: dt.date | None) -> ServiceRecord:
    address = ", ".join(filter(None, (_flat(cells[name]) for name in ("Address 1", "Address 2", "Suburb"))))
    place = _place(row, cells["Latitude"], cells["Longitude"], mender)
    categories = dict.fromkeys(filter(None, (cells.get(f"Category {slot}", "") for slot in range(1, 7))))
    phones = [_phone(row, name, cells[name], mender) for name in ("Phone", "Phone 2", "Free Call")]
    return ServiceRecord(
        row=row,
        name=_name(cells["Name"]),
        source=Source(
            "Free and Cheap Support Services (Helping Out)",
            source_date,
            "CC-BY-4.0",
            "City of Melbourne, CC BY 4.0",
            "https://data.melbourne.vic.gov.au",
        ),
        description=cells["What"],
        category="; ".join(categories),
        phone="; ".join(filter(None, phones)),
        email=cells["Email"],
        website=cells["Website"],
        address=address,
        place=place,
        precision=Precision.ADDRESS if place else Precision.NONE,
        hours_text="\n".join(f"{day}: {cells[day]}" for day in WEEK if cells[day]),
        cost=_melbourne_cost(row, cells["Cost"], mender),
        eligibility=cells["Who"],
        directions="\n".join(
            f"{how}: {_flat(cells[column])}"
            for how, column in (
                ("Tram", "Tram routes"),
                ("Bus", "Bus routes"),
                ("Train", "Nearest train station"),
            )
            if cells.get(column)
        ),
    )


def _melbourne_cost(row: int, text: str, mender: Mender) -> Cost:
    if is_stray(text):
        mender.note(row, "Cost", text, _("Not a cost: it strayed in from another column. Left empty."))
        return Cost()
    return read_cost(text)


def _oasa(row: int, cells: dict[str, str], mender: Mender) -> ServiceRecord:
    operator = cells["description"].partition(" operated by ")[2]
    name, place, precision = (
        _name(cells["name"]),
        _place(row, cells["latitude"], cells["longitude"], mender),
        Precision.NONE,
    )
    if place:
        precision = Precision.ADDRESS if cells["location_precision"] == "address" else Precision.AREA
    address = cells["address"]
    for part in (cells["suburb"], cells["state"], cells["postcode"]):
        if part and part.casefold() not in address.casefold():
            address = f"{address}, {part}" if address else part
    if "withheld" in (name.casefold(), cells["address"].casefold()):
        mender.note(
            row, "address", "Withheld", _("The provider withholds the place: it is not put on the map.")
        )
        address, place, precision = "", None, Precision.NONE
        if name.casefold() == "withheld":
            name = _name(operator)
            mender.note(row, "name", "Withheld", _("Called after who runs it."))
    elif not cells["address"] and not place:
        address = ""  # a state alone is no place to go to
    return ServiceRecord(
        row=row,
        name=name,
        organisation=operator,
        source=Source(
            cells["source_name"],
            _day(cells["source_date"]),
            cells["source_license"],
            f"{cells.get('source_organisation', '')}, {cells['source_license']}".strip(", "),
            cells.get("source_url", ""),
        ),
        source_key=cells["id"],
        description=cells["description"],
        category=cells.get("category", "").replace("_", " "),
        phone=cells.get("phone", ""),
        email=cells.get("email", ""),
        website=cells.get("website", ""),
        address=address,
        place=place,
        precision=precision,
        hours_text=cells.get("hours", ""),
        cost=read_cost(cells["cost"]),
        eligibility=cells.get("eligibility", ""),
    )


def _without_imputed_costs(records: list[ServiceRecord], mender: Mender) -> list[ServiceRecord]:
    """ "Free" on every row of a source was filled in by the archive: kept, marked, and not taken as a fact."""
    costs: dict[str, Counter[str]] = {}
    for record in records:
        costs.setdefault(record.source.name, Counter())[record.cost.words] += 1
    imputed = {name for name, counted in costs.items() if list(counted) == ["Free"] and counted["Free"] > 1}
    marked = []
    for record in records:
        if record.source.name in imputed:
            note = _("“Free” on every row of the list: filled in by its compiler, so marked as not stated.")
            mender.note(record.row, "cost", "Free", note)
            record = replace(record, cost=Cost(CostKind.NOT_STATED, "Free", imputed=True))
        marked.append(record)
    return marked


def _plain(
    row: int, cells: dict[str, str], mender: Mender, file: str, source_date: dt.date | None
) -> ServiceRecord:
    place = _place(row, cells.get("latitude", ""), cells.get("longitude", ""), mender)
    return ServiceRecord(
        row=row,
        name=_name(cells["name"]),
        organisation=cells.get("organisation", ""),
        source=Source(file, source_date),
        place=place,
        precision=Precision.ADDRESS if place else Precision.NONE,
        hours_text=cells.get("hours", ""),
        cost=read_cost(cells.get("cost", "")),
        languages=tuple(cells.get("languages", "").replace(";", ",").replace(",", " ").casefold().split()),
        assured_on=_checked(cells.get("checked", "")),
        **{
            name: cells.get(name, "")
            for name in (
                "description",
                "category",
                "phone",
                "email",
                "website",
                "address",
                "eligibility",
                "directions",
            )
        },
    )


def _name(text: str) -> str:
    if not any(character.isalnum() for character in text):
        raise _NotTaken(_("The row has no name."), _("Give the service a name, or delete the row."))
    return text


def _phone(row: int, column: str, text: str, mender: Mender) -> str:
    if text and len(text) < 3:
        mender.note(row, column, text, _("Too short for a phone number: left empty."))
        return ""
    return _flat(text)


def _place(row: int, latitude: str, longitude: str, mender: Mender) -> Place | None:
    if not latitude and not longitude:
        return None
    try:
        place = (float(latitude), float(longitude))
    except ValueError:
        place = None
    if place is None or not is_place(*place):
        mender.note(
            row,
            "Latitude",
            f"{latitude} {longitude}".strip(),
            _("Half a place or none: kept without a place."),
        )
        return None
    return place


def _day(text: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(text[:10])
    except ValueError:
        return None


def _checked(text: str) -> dt.date | None:
    if text and _day(text) is None:
        raise _NotTaken(
            _("“%(text)s” is not a day.") % {"text": text}, _("Write the day it was checked as 2026-04-19.")
        )
    return _day(text)


def _flat(text: str) -> str:
    return " ".join(text.split())
