"""The gate opens: an extract of the record, or of a contact log kept elsewhere."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from contextlib import nullcontext
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any
from uuid import UUID

from linkwork.core.actions import action, long_action
from linkwork.core.days import Days
from linkwork.core.facts import FactTable
from linkwork.core.ids import new_id
from linkwork.core.moments import one_moment
from linkwork.core.viewer import Kind, Viewer
from linkwork.extracts import gather, parquet
from linkwork.extracts.access import check_may_take
from linkwork.extracts.kept import kept_ids
from linkwork.extracts.keys import key_for
from linkwork.extracts.making import in_the_making
from linkwork.extracts.models import Extract, Origin
from linkwork.extracts.reads import MANIFEST, folder_of
from linkwork.extracts.rules.logs import LogContact, tables_of
from linkwork.extracts.rules.manifest import Manifest, TableNote
from linkwork.extracts.rules.mappings import LogMapping
from linkwork.extracts.rules.parts import Part, tables_of_part
from linkwork.extracts.rules.pseudonyms import pseudonym
from linkwork.extracts.rules.surveys import SurveyAnswer, table_of
from linkwork.extracts.spool import Spool, spooled
from linkwork.instruments import indicators, lists
from linkwork.programmes.reads import own_lists
from linkwork.trail import actions as trail

STUDY_KEY = "programme"  # one key for all extracts of a programme, unless one is taken for a study
EVERYTHING = Part()


@dataclass(frozen=True)
class Asked:
    """What somebody asked for. Without a `name` it is called after the day. `study_key`: whose pseudonyms.

    `mapping`: how a file from elsewhere was read.
    """

    name: str = ""
    study_key: str = STUDY_KEY
    days: Days = Days.EXACT
    part: Part = EVERYTHING
    mapping: Mapping[str, Any] = field(default_factory=dict)

    @property
    def pseudonyms(self) -> str:
        """Which key: exact days and others never share one, or each would give the other away."""
        return self.study_key if self.days is Days.EXACT else f"{self.study_key}\n{self.days}"


@long_action
def take_extract(
    *,
    by: Viewer,
    at: dt.datetime,
    study_key: str = STUDY_KEY,
    name: str = "",
    days: Days = Days.EXACT,
    part: Part = EVERYTHING,
) -> UUID:
    """Copy the practice record, or a part of it, through the gate. The extract's id. Raises NotAllowed, Invalid.

    Extracts of one `study_key` and one way of giving `days` share pseudonyms; others do not. All tables are of one
    moment; while they are written others work on, and memory does not grow with the record.
    """
    check_may_take(by)
    return _take(gather.record_tables(), Origin.RECORD, Asked(name, study_key, days, part), by, at)


@long_action
def take_log(
    *,
    contacts: Iterable[LogContact] | Spool,
    by: Viewer,
    at: dt.datetime,
    study_key: str = STUDY_KEY,
    name: str = "",
    days: Days = Days.EXACT,
    part: Part = EVERYTHING,
    mapping: LogMapping | None = None,
) -> UUID:
    """Turn the good rows of a foreign contact log into an extract of origin "log". Its id.

    `contacts` are taken as they come and once only, so that memory does not grow with the log. `mapping` says how they
    were read, and stands in the manifest. Raises NotAllowed, Invalid.
    """
    check_may_take(by)
    asked = Asked(name, study_key, days, part, mapping.read() if mapping else {})
    with nullcontext(contacts) if isinstance(contacts, Spool) else spooled(contacts) as log:
        tables = (*tables_of(log), *gather.CONTEXT)
        return _take(tables, Origin.LOG, asked, by, at)


@long_action
def take_survey(
    *,
    answers: Sequence[SurveyAnswer],
    by: Viewer,
    at: dt.datetime,
    study_key: str = STUDY_KEY,
    name: str = "",
    columns: Mapping[str, str] | None = None,
) -> UUID:
    """Turn the answers to a survey of staff into an extract of origin "survey". Its id. Raises NotAllowed.

    `columns` say which column of their file was read as what, for the manifest.
    """
    check_may_take(by)
    tables = (table_of(answers), *gather.CONTEXT)
    return _take(
        tables,
        Origin.SURVEY,
        Asked(name, study_key, mapping={"columns": dict(columns)} if columns else {}),
        by,
        at,
    )


def _take(tables: tuple[FactTable, ...], origin: Origin, asked: Asked, by: Viewer, at: dt.datetime) -> UUID:
    extract_id = new_id()
    with in_the_making(extract_id) as folder:
        with one_moment(), kept_ids(folder) as kept:
            named = replace(
                asked,
                name=asked.name.strip()[:160] or gather.default_name(at, origin),
                part=gather.part_asked_for(by, asked.part),
            )
            wanted = tables_of_part(tables, named.part, kept) if named.part != EVERYTHING else tables
            manifest = _write(wanted, folder, extract_id, origin, named, by, at)
        _keep(manifest=manifest, folder=folder, study_key=asked.study_key, by=by, at=at)
    return extract_id


def _write(
    tables: tuple[FactTable, ...],
    folder: Path,
    extract_id: UUID,
    origin: Origin,
    asked: Asked,
    by: Viewer,
    at: dt.datetime,
) -> Manifest:
    key = key_for(by.programme, asked.pseudonyms)
    notes = tuple(parquet.write(table, by.programme, key, folder, asked.days) for table in tables)
    manifest = Manifest(
        id=str(extract_id),
        name=asked.name,
        taken_at=at.isoformat(),
        origin=str(origin),
        programme=str(pseudonym(key, by.programme)),
        study_key=str(pseudonym(key, asked.study_key)),
        tables=notes,
        definitions={one.id: one.version for one in indicators.definitions()},
        labels=lists.own_labels(own_lists(by.programme)),
        days=asked.days.value,
        part=asked.part.data(),
        mapping=dict(asked.mapping),
    )
    path = folder / MANIFEST
    path.write_text(manifest.text(), "utf-8")
    path.chmod(0o444)
    return manifest


@action
def _keep(*, manifest: Manifest, folder: Path, study_key: str, by: Viewer, at: dt.datetime) -> None:
    extract_id, rows = UUID(manifest.id), _rows(manifest.tables)
    Extract.objects.create(
        id=extract_id,
        programme_id=by.programme,
        created_at=at,
        name=manifest.name,
        taken_at=at,
        taken_by_id=by.id if by.kind is Kind.LOGIN else None,
        origin=manifest.origin,
        study_key=study_key[:80],
        hash=manifest.hash,
        rows=rows,
        days=manifest.days,
        part=manifest.part,
    )
    detail: dict[str, object] = {
        "origin": manifest.origin,
        "hash": manifest.hash,
        "rows": rows,
        "days": manifest.days,
        "part": manifest.part,
    }
    trail.record(by=by, at=at, what="extracts.take", about="extract", about_id=extract_id, detail=detail)
    folder.rename(folder_of(extract_id))  # last, so that a folder of this name is always whole


def _rows(tables: tuple[TableNote, ...]) -> dict[str, int]:
    return {table.name: table.rows for table in tables}
