"""Which tables go into an extract of the record? Those of every practice room that is built, and the context.

The only place that takes a room's `facts`.
"""

import datetime as dt
from collections.abc import Iterator
from importlib import import_module
from importlib.util import find_spec
from uuid import UUID

from django.utils.translation import gettext as _

from linkwork.core.errors import Invalid
from linkwork.core.facts import Column, ColumnKind, FactTable
from linkwork.core.privacy import PrivacyClass
from linkwork.core.viewer import Role, Viewer, system
from linkwork.extracts.rules.parts import Part, within_stage
from linkwork.programmes import reads as programmes
from linkwork.programmes.rules import SiteKind

ROOMS = ("directory", "casework", "connections", "outcomes", "partnerships", "workforce")
PROGRAMME = PrivacyClass.PROGRAMME


def record_tables() -> tuple[FactTable, ...]:
    """The tables of all rooms. Raises ValueError where two rooms use one name."""
    tables = [table for room in ROOMS for table in _tables_of(room)] + list(CONTEXT)
    names = [table.name for table in tables]
    twice = sorted({name for name in names if names.count(name) > 1})
    if twice:
        raise ValueError(f"Two rooms hand over a table of the same name: {', '.join(twice)}.")
    return tuple(tables)


def _tables_of(room: str) -> tuple[FactTable, ...]:
    if not find_spec(f"linkwork.{room}.facts"):
        return ()
    tables: tuple[FactTable, ...] = import_module(f"linkwork.{room}.facts").TABLES
    return tables


def _workers(programme_id: UUID) -> Iterator[tuple[object, ...]]:
    for card in programmes.workers(system(programme_id)):
        yield card.id, card.since, card.until, Role.WORKER in card.roles or not card.roles


def _stages(programme_id: UUID) -> Iterator[tuple[object, ...]]:
    for span in programmes.stage_spans(system(programme_id)):
        yield span.stage.value, span.starts_on


def _programme(programme_id: UUID) -> Iterator[tuple[object, ...]]:
    card = programmes.programme_with_id(programme_id)
    yield card.id, card.model.value, card.target_size, card.demonstration


WORKERS = FactTable(
    "workers",
    (
        Column("worker_id", ColumnKind.ID, PrivacyClass.PSEUDONYM, "how work spreads over workers"),
        Column("since", ColumnKind.DAY, PROGRAMME, "who worked when"),
        Column("until", ColumnKind.DAY, PROGRAMME, "who worked when"),
        Column("supports", ColumnKind.FLAG, PROGRAMME, "who is to be supervised: those who support people"),
    ),
    _workers,
)
STAGES = FactTable(
    "stages",
    (
        Column("stage", ColumnKind.TEXT, PrivacyClass.OPEN, "figures by stage"),
        Column("starts_on", ColumnKind.DAY, PrivacyClass.OPEN, "figures by stage"),
    ),
    _stages,
)
PROGRAMME_FACTS = FactTable(
    "programme",
    (
        Column("programme_id", ColumnKind.ID, PrivacyClass.PSEUDONYM, "which programme"),
        Column("model", ColumnKind.TEXT, PrivacyClass.OPEN, "which of the founding models it is like"),
        Column("target_size", ColumnKind.WHOLE, PrivacyClass.OPEN, "the denominator of reach"),
        Column("demonstration", ColumnKind.FLAG, PROGRAMME, "to say that its people are invented"),
    ),
    _programme,
)
CONTEXT = (WORKERS, STAGES, PROGRAMME_FACTS)


def default_name(at: dt.datetime, origin: str) -> str:
    """What an extract is called where nobody named it."""
    said = {"log": "Contact log", "survey": "Survey"}.get(origin, "Record")
    return f"{said}, {at.date().isoformat()}"


def part_asked_for(by: Viewer, part: Part) -> Part:
    """The part with its stage turned into days. Raises Invalid for what cannot be cut out."""
    if part.site_kind and part.site_kind not in set(SiteKind):
        raise Invalid({"site_kind": _("Choose one of the kinds of places.")})
    starts = [(one.stage.value, one.starts_on) for one in programmes.stage_spans(by)] if part.stage else []
    try:
        found = within_stage(part, starts)
    except LookupError:
        raise Invalid({"stage": _("The programme has no first day of that stage yet.")}) from None
    if found.since and found.until and found.since > found.until:
        raise Invalid({"until": _("The last day lies before the first.")})
    return found
