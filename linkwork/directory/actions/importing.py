"""Taking in a list of services from elsewhere: what is new is added, what changed is changed, nothing is doubled."""

import datetime as dt
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from uuid import UUID

from linkwork.core.actions import action
from linkwork.core.ids import new_id
from linkwork.core.text import fold
from linkwork.core.viewer import Viewer
from linkwork.directory.access import check_may_change
from linkwork.directory.actions.parts.indexing import put_in_index
from linkwork.directory.actions.parts.rows import fill, named
from linkwork.directory.models import Service
from linkwork.directory.rules.hours import parse_hours
from linkwork.directory.rules.kinds import ConfirmedBy, Cost, CostKind, Precision, ServiceRecord
from linkwork.directory.rules.matching import (
    Marks,
    likeness,
    marks_of,
    numbers_in,
    phones_in,
    plain_name,
    plain_website,
    repeats,
)
from linkwork.directory.rules.reports import Fate, Imported, ImportReport
from linkwork.trail import actions as trail

TEXTS = (
    "description",
    "category",
    "phone",
    "email",
    "website",
    "address",
    "hours_text",
    "eligibility",
    "directions",
)


@dataclass
class _Known:
    """What the directory holds under the names of the file, and what was taken already."""

    rows: dict[str, list[Service]]
    taken: dict[UUID, Marks] = field(default_factory=dict)


@action
def import_services(
    *, records: Sequence[ServiceRecord], source: str, by: Viewer, at: dt.datetime
) -> ImportReport:
    """Take in `records`; what became of each. `source` names the list in the trail.

    A record is the same service as one here by name and place, phone or website (see `rules.matching`), and each
    service here answers to one record only. A blank never erases; a correction made here after the list's date stays.
    """
    check_may_change(by)
    known = _known(by, records)
    organisations = named(by.programme, {record.organisation or record.name for record in records}, at)
    imported: list[Imported] = []
    kept: list[tuple[int, str]] = []
    new: list[Service] = []
    changed: list[Service] = []
    for record in records:
        marks = _marks(record)
        fields: tuple[str, ...] = ()
        row = _same(known, marks)
        if row is None:
            row = Service(id=new_id(), programme_id=by.programme, created_at=at)
            row.organisation = organisations[plain_name(record.organisation or record.name)[:200]]
            _write(row, record)
            new.append(row)
            known.rows[marks.name].append(row)
            fate = Fate.NEW
        elif row.id in known.taken:
            fate = Fate.REPEATED
        else:
            fields, held = _update(row, record)
            kept += [(record.row, name) for name in held]
            fate = Fate.CHANGED if fields else Fate.UNCHANGED
            if fields:
                changed.append(row)
        known.taken.setdefault(row.id, marks)
        imported.append(Imported(record.row, record.name, fate, row.id, fields))
    _save(new, changed, at)
    report = ImportReport(tuple(imported), tuple(kept))
    trail.record(
        by=by,
        at=at,
        what="directory.import_services",
        about="service",
        detail={"source": source} | {fate.value: report.count(fate) for fate in Fate},
    )
    return report


def _save(new: list[Service], changed: list[Service], at: dt.datetime) -> None:
    Service.objects.bulk_create(new, batch_size=200)
    for row in changed:
        row.save()
    put_in_index([*new, *changed], at)


def _known(by: Viewer, records: Sequence[ServiceRecord]) -> _Known:
    rows: dict[str, list[Service]] = defaultdict(list)
    names = sorted({plain_name(record.name)[:200] for record in records})
    for start in range(0, len(names), 500):
        for row in (
            Service.objects.select_related("organisation")
            .filter(programme_id=by.programme, folded__in=names[start : start + 500])
            .order_by("id")
        ):
            rows[row.folded].append(row)
    return _Known(rows)


def _marks(record: ServiceRecord) -> Marks:
    return marks_of(
        name=record.name[:200],
        place=record.place,
        precision=record.precision,
        address=record.address,
        phone=record.phone,
        website=record.website,
        description=record.description,
    )


def _marks_of_row(row: Service) -> Marks:
    place = None if row.latitude is None or row.longitude is None else (row.latitude, row.longitude)
    return marks_of(
        name=row.name,
        place=place,
        precision=Precision(row.precision),
        address=row.address,
        phone=row.phone,
        website=row.website,
        description=row.description,
    )


def _same(known: _Known, marks: Marks) -> Service | None:
    """The service this record is about: one the file named already only where it says the very same again."""
    rows = known.rows[marks.name]
    free = [row for row in rows if row.id not in known.taken]
    ranked = sorted(
        ((likeness(marks, _marks_of_row(row)), -place) for place, row in enumerate(free)), reverse=True
    )
    possible = [sure for sure, _place in ranked if sure]
    if possible and (possible[0] > 1 or len(possible) == 1):
        return free[-ranked[0][1]]
    return next((row for row in rows if row.id in known.taken and repeats(marks, known.taken[row.id])), None)


def _write(row: Service, record: ServiceRecord) -> None:
    fill(row, record)
    if record.assured_on is not None:
        row.checked_on, row.checked_how = record.assured_on, ConfirmedBy.FEED


def _update(row: Service, record: ServiceRecord) -> tuple[tuple[str, ...], list[str]]:
    """Bring a row up to date; (fields changed, fields held back because they were put right here since)."""
    differing = [name for name in TEXTS if _differs(name, getattr(row, name), getattr(record, name))]
    if _cost_differs(row, record.cost):
        differing.append("cost")
    if record.place and not row.latitude:
        differing.append("place")
    if record.assured_on and (row.checked_on is None or record.assured_on > row.checked_on):
        row.checked_on, row.checked_how = record.assured_on, ConfirmedBy.FEED
        differing.append("checked_on")
    if row.edited_on and record.source.date and record.source.date <= row.edited_on:
        held = [name for name in differing if name != "checked_on"]
        return tuple(name for name in differing if name == "checked_on"), held
    if differing:
        _merge(row, record, differing)
    return tuple(differing), []


def _differs(name: str, old: str, new: str) -> bool:
    """Whether a text says something else; spacing, case and a missing new value do not count."""
    if not new.strip():
        return False
    if name == "website":
        return plain_website(old) != plain_website(new)
    if name == "phone":
        return not phones_in(new) <= phones_in(old)
    if name == "hours_text":
        read = parse_hours(new)
        return parse_hours(old) != read if read is not None else not _same_hours(old, new)
    if name == "address":  # a list that gives only the town says less, not something else
        return not old or not numbers_in(new) <= numbers_in(old)
    if name == "category":
        return not old
    return fold(old) != fold(new)


def _same_hours(old: str, new: str) -> bool:
    return set(filter(str.isalnum, fold(new))) <= set(filter(str.isalnum, fold(old))) and bool(old)


def _cost_differs(row: Service, cost: Cost) -> bool:
    if cost.imputed or (cost.kind is CostKind.NOT_STATED and not cost.words):
        return False
    return fold(row.cost_words) != fold(cost.words)


def _merge(row: Service, record: ServiceRecord, differing: list[str]) -> None:
    for name in differing:
        if name in TEXTS:
            setattr(row, name, getattr(record, name).strip())
    if "cost" in differing:
        row.cost_kind, row.cost_words, row.cost_imputed = record.cost.kind, record.cost.words, False
    if "place" in differing and record.place:
        row.latitude, row.longitude = record.place
        row.precision = record.precision
        row.location_type = "physical"
    if "hours_text" in differing:
        times = parse_hours(row.hours_text)
        row.open_times = None if times is None else [[time.day, time.opens, time.closes] for time in times]
    row.source_date = record.source.date or row.source_date
