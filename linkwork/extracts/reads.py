"""Asking about extracts: which there are, where their tables lie, whether they are still what they were."""

import datetime as dt
import hashlib
import json
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db.models import Case, F, Q, QuerySet, When
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from linkwork.core.errors import NotFound
from linkwork.core.viewer import Viewer
from linkwork.extracts.access import check_may_read, check_may_take
from linkwork.extracts.models import Extract, Origin, SavedMapping
from linkwork.extracts.parquet import sha256_of
from linkwork.extracts.rules.days import Lost, lost
from linkwork.extracts.rules.manifest import hash_of
from linkwork.extracts.rules.mappings import LogMapping, SurveyMapping, mapping_from, survey_mapping_from
from linkwork.extracts.rules.parts import cuts_beginnings, part_from
from linkwork.extracts.rules.regions import Region, region_of

MANIFEST = "manifest.json"


@dataclass(frozen=True)
class ExtractCard:
    """One extract. `origin` is "record", "log" or "survey"; `rows` counts by table; `folder` holds the files.

    `days` is "exact", "month" or "shifted": see `rules.days`; `part` what it was cut to: see `rules.parts`. Where its
    figures left, `released_at` says since when, `released_why` what for, and `base` to what they are rounded (0: not
    at all). `taken_by` and `removed_by` are names; empty where no worker did it.
    """

    id: UUID
    name: str
    taken_at: dt.datetime
    origin: str
    study_key: str
    hash: str
    rows: dict[str, int]
    folder: Path
    days: str = "exact"
    part: dict[str, str] = field(default_factory=dict)
    released_at: dt.datetime | None = None
    released_why: str = ""
    base: int = 0
    removed_at: dt.datetime | None = None
    removed_why: str = ""
    taken_by: str = ""
    removed_by: str = ""

    @property
    def short_hash(self) -> str:
        """The first twelve digits: enough to cite it by."""
        return self.hash[:12]

    @property
    def lost(self) -> frozenset[Lost]:
        """What it can no longer tell."""
        return lost(self.days, cuts_beginnings(part_from(self.part)))

    @property
    def region(self) -> Region:
        """Of which days and places it is: whether its figures may leave beside another's."""
        return region_of(self.part, localdate(self.taken_at), self.origin)


def folder_of(extract_id: UUID) -> Path:
    """Where an extract's files lie."""
    return Path(settings.EXTRACTS) / str(extract_id)


def extracts(viewer: Viewer, *, removed: bool = False) -> list[ExtractCard]:
    """The programme's extracts, the latest first; with `removed`, those too whose rows are gone. Raises NotAllowed."""
    check_may_read(viewer)
    rows = _named(viewer).order_by("-taken_at", "-id")
    return [card_of(row) for row in (rows if removed else rows.filter(removed_at=None))]


def extract(viewer: Viewer, extract_id: UUID) -> ExtractCard:
    """One extract. Raises NotAllowed, NotFound."""
    check_may_read(viewer)
    row = _named(viewer).filter(id=extract_id).first()
    if row is None:
        raise NotFound(_("There is no such extract in this programme."))
    return card_of(row)


def extracts_by_id(viewer: Viewer, extract_ids: Collection[UUID]) -> dict[UUID, ExtractCard]:
    """These extracts of the programme by id, in one question; an unknown one is not in it. Raises NotAllowed."""
    check_may_read(viewer)
    rows = _named(viewer).filter(id__in=set(extract_ids)) if extract_ids else ()
    return {row.id: card_of(row) for row in rows}


def released(viewer: Viewer) -> list[ExtractCard]:
    """The extracts whose figures left the programme, the first first. Raises NotAllowed."""
    check_may_read(viewer)
    rows = _named(viewer).filter(released_at__isnull=False)
    return [card_of(row) for row in rows.order_by("released_at", "id")]


def in_the_way(card: ExtractCard, left: Iterable[ExtractCard]) -> ExtractCard | None:
    """The extract that left and shares only some days or places with this one, which then cannot leave."""
    others = (one for one in left if one.id != card.id and not card.region.clear_of(one.region))
    return next(others, None)


def with_released(
    viewer: Viewer, extract_ids: Collection[UUID]
) -> tuple[dict[UUID, ExtractCard], list[ExtractCard]]:
    """What `extracts_by_id` and `released` say, in one question. Raises NotAllowed."""
    check_may_read(viewer)
    wanted = set(extract_ids)
    if not wanted:
        return {}, []
    rows = _named(viewer).filter(Q(id__in=wanted) | Q(released_at__isnull=False))
    cards = [card_of(row) for row in rows.order_by("released_at", "id")]
    return {one.id: one for one in cards if one.id in wanted}, [one for one in cards if one.released_at]


def latest(viewer: Viewer) -> ExtractCard | None:
    """The latest extract that holds contacts; of a survey of staff where there is no other. None before the first.

    Raises NotAllowed.
    """
    check_may_read(viewer)
    rows = _named(viewer).filter(removed_at=None)
    of_staff = Case(When(origin=Origin.SURVEY, then=1), default=0)
    row = rows.order_by(of_staff, "-taken_at", "-id").first()
    return card_of(row) if row else None


def card_of(row: Extract) -> ExtractCard:
    """A row as the rooms above know it."""
    return ExtractCard(
        id=row.id,
        name=row.name,
        taken_at=row.taken_at,
        origin=row.origin,
        study_key=row.study_key,
        hash=row.hash,
        rows=row.rows,
        folder=folder_of(row.id),
        days=row.days,
        part=row.part,
        released_at=row.released_at,
        released_why=row.released_why,
        base=row.base,
        removed_at=row.removed_at,
        removed_why=row.removed_why,
        taken_by=getattr(row, "taken_name", None) or "",
        removed_by=getattr(row, "removed_name", None) or "",
    )


def _named(viewer: Viewer) -> QuerySet[Extract]:
    rows = Extract.objects.filter(programme_id=viewer.programme)
    return rows.annotate(taken_name=F("taken_by__name"), removed_name=F("removed_by__name"))


@dataclass(frozen=True)
class MappingCard:
    """One way of reading logs, by its name."""

    id: UUID
    name: str
    mapping: LogMapping
    changed_at: dt.datetime


@dataclass(frozen=True)
class SurveyMappingCard:
    """One way of reading answers to a survey, by its name."""

    id: UUID
    name: str
    mapping: SurveyMapping
    changed_at: dt.datetime


def mappings(viewer: Viewer) -> list[MappingCard]:
    """The programme's mappings of contact logs, by name. Raises NotAllowed."""
    check_may_take(viewer)
    rows = SavedMapping.objects.filter(programme_id=viewer.programme).order_by("name")
    return [
        MappingCard(row.id, row.name, mapping_from(row.mapping), row.changed_at)
        for row in rows
        if survey_mapping_from(row.mapping) is None
    ]


def survey_mappings(viewer: Viewer) -> list[SurveyMappingCard]:
    """The programme's mappings of answers to surveys, by name. Raises NotAllowed."""
    check_may_take(viewer)
    rows = SavedMapping.objects.filter(programme_id=viewer.programme).order_by("name")
    return [
        SurveyMappingCard(row.id, row.name, found, row.changed_at)
        for row in rows
        if (found := survey_mapping_from(row.mapping))
    ]


def mapping(viewer: Viewer, which: UUID | str) -> MappingCard:
    """One, by its id or its name. Raises NotAllowed, NotFound."""
    for one in mappings(viewer):
        if which in (one.id, one.name):
            return one
    raise NotFound(_("There is no such mapping in this programme."))


def table_path(viewer: Viewer, extract_id: UUID, table: str) -> Path:
    """The Parquet file of one table. Raises NotAllowed, NotFound."""
    card = extract(viewer, extract_id)
    if table not in card.rows:
        raise NotFound(_('This extract has no table "%(table)s".') % {"table": table})
    return card.folder / f"{table}.parquet"


def manifest(viewer: Viewer, extract_id: UUID) -> dict[str, Any]:
    """What the extract says about itself. Raises NotAllowed, NotFound."""
    return manifest_of(extract(viewer, extract_id))


def manifest_of(card: ExtractCard) -> dict[str, Any]:
    """As `manifest`, of an extract that was looked up already. Raises NotFound."""
    path = card.folder / MANIFEST
    if not path.exists():
        raise NotFound(_("The files of this extract are gone."))
    data: dict[str, Any] = json.loads(path.read_text("utf-8"))
    return data


def own_labels(card: ExtractCard) -> dict[str, dict[str, str]]:
    """What the programme called terms when this extract was taken, by list and code. No question of the database."""
    found = (_manifest_or_none(card.folder / MANIFEST) or {}).get("labels", {})
    return found if isinstance(found, dict) else {}


def columns_of(card: ExtractCard) -> frozenset[tuple[str, str]] | None:
    """Every column in the extract, each with its table; None where the manifest is gone. Asks no database."""
    found = _manifest_or_none(card.folder / MANIFEST)
    if found is None:
        return None
    tables = found.get("tables", [])
    return frozenset((table["name"], column["name"]) for table in tables for column in table["columns"])


def content_of(card: ExtractCard) -> str:
    """A mark of the rows alone: the same for two extracts whose tables are the same. Asks no database."""
    tables = (_manifest_or_none(card.folder / MANIFEST) or {}).get("tables", [])
    return hashlib.sha256(" ".join(f"{one['name']}:{one['sha256']}" for one in tables).encode()).hexdigest()


def verify(viewer: Viewer, extract_id: UUID) -> list[str]:
    """What is wrong with an extract's files, a sentence each; empty while it is what it was.

    Raises NotAllowed, NotFound.
    """
    return faults(extract(viewer, extract_id))


def faults(card: ExtractCard) -> list[str]:
    """As `verify`, of an extract that was looked up already: no question of the database.

    Reads every byte: the manifest must have the hash the database holds, and each file the hash the manifest holds. Of
    an extract whose rows were removed there is only the manifest.
    """
    data = _manifest_or_none(card.folder / MANIFEST)
    if data is None:
        return [_("The manifest is gone or cannot be read.")]
    wrong = []
    if hash_of(data) != card.hash:
        wrong.append(_("The manifest was changed."))
    for table in data.get("tables", []) if card.removed_at is None else ():
        path = card.folder / str(table.get("file"))
        if not path.exists():
            wrong.append(_("%(file)s is gone.") % {"file": path.name})
        elif sha256_of(path) != table.get("sha256"):
            wrong.append(_("%(file)s was changed.") % {"file": path.name})
    return wrong


def _manifest_or_none(path: Path) -> dict[str, Any] | None:
    try:
        data = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError):
        return None
    return data if isinstance(data, dict) else None
