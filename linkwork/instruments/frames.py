"""Which constructs do the frames name, and where does each frame come from?

Each frame is one JSON file in `data/frames` with its citation, source, licence, author, version and day of review.
The loader is strict: an unknown key, a count that does not add up or a parent that is not there is refused by name,
so that a frame edited by hand cannot quietly lose a construct.
"""

import datetime as dt
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property
from pathlib import Path
from types import MappingProxyType
from typing import Any

from linkwork.core.errors import NotFound

FOLDER = Path(__file__).parent / "data" / "frames"
HEAD = {"id", "name", "short_name", "citation", "author", "version", "reviewed_on", "licence", "source"}
HEAD_MAY_HAVE = {
    "counts",
    "notes",
    "rating_scale",
    "scales",
    "scoring",
    "psychometrics",
    "translations_known",
    "verification_words",
}
CONSTRUCT = {"id", "parent", "name", "definition"}
CONSTRUCT_MAY_HAVE = {"kind", "code"}
# What single frames say beyond that: scope (CFIR), options (FRAME), ratings (ERIC), scales (NoMAD), data sources (MRC).
CONSTRUCT_EXTRA = {
    "scope",
    "applies_per",
    "verification",
    "options",
    "data_source",
    "level",
    "number",
    "importance",
    "feasibility",
    "go_zone",
    "mean_importance",
    "mean_feasibility",
    "scale",
    "npt",
    "reverse",
}
# What each name in a file's "counts" counts.
COUNTED: dict[str, Callable[["Construct"], bool]] = {
    "domains": lambda c: c.kind == "domain",
    "subconstructs": lambda c: c.kind == "subconstruct",
    "constructs": lambda c: c.kind == "construct",
    "components": lambda c: c.kind == "component",
    "primary": lambda c: c.kind == "primary",
    "secondary": lambda c: c.kind == "secondary",
    "strategies": lambda c: c.kind == "strategy",
    "clusters": lambda c: c.kind == "cluster",
    "general": lambda c: c.kind == "item" and c.parent == "general",
    "categories": lambda c: c.kind == "category",
    "starters": lambda c: c.kind == "starter",
    "practices": lambda c: c.kind == "practice",
    "groups": lambda c: c.kind == "group",
    "levels": lambda c: c.kind == "level",
    "themes": lambda c: c.kind == "theme",
    "stages": lambda c: c.kind == "stage",
    "construct_items": lambda c: c.kind == "item" and c.parent != "general",
}


@dataclass(frozen=True)
class Construct:
    """One construct. `domain` is the id of the top it hangs under (its own for a top); `depth` is 0 for a top.

    `extra` holds what only some frames say: options, scope, ratings, scales.
    """

    id: str
    code: str
    name: str
    parent: str | None
    definition: str
    domain: str
    kind: str
    depth: int
    extra: Mapping[str, Any] = field(default_factory=dict, hash=False, compare=False)


@dataclass(frozen=True)
class FrameCard:
    """One frame without its constructs. `for_coding` is false for instruments people answer (NoMAD)."""

    id: str
    name: str
    short_name: str
    citation: str
    author: str
    version: str
    reviewed_on: dt.date
    licence: str
    source: str
    for_coding: bool


@dataclass(frozen=True)
class Frame(FrameCard):
    """A frame with its constructs in reading order: each under its parent, parents in the file's order."""

    constructs: tuple[Construct, ...]
    notes: tuple[str, ...] = ()

    def construct(self, construct_id: str) -> Construct:
        """One construct by its id. Raises NotFound."""
        if construct_id not in self._by_id:
            raise NotFound(f'{self.short_name} has no construct "{construct_id}".')
        return self._by_id[construct_id]

    def has(self, construct_id: str) -> bool:
        """Whether the frame names this construct."""
        return construct_id in self._by_id

    @cached_property
    def _by_id(self) -> dict[str, Construct]:
        return {one.id: one for one in self.constructs}

    @property
    def domains(self) -> tuple[Construct, ...]:
        """The tops of the frame, in order."""
        return tuple(one for one in self.constructs if one.depth == 0)


@dataclass(frozen=True)
class ChecklistItem:
    """One item of a reporting checklist, named in our own words."""

    number: str
    section: str
    item: str


@dataclass(frozen=True)
class Checklist:
    """A reporting checklist by the names of its items; the full wording belongs to its publisher.

    `compared`: every name was held against the original.
    """

    id: str
    name: str
    citation: str
    licence: str
    items: tuple[ChecklistItem, ...]
    two_columns: bool = False
    compared: bool = True

    @property
    def lines(self) -> tuple[tuple[str, ChecklistItem, str], ...]:
        """(key, item, side) of each line; with two columns, one for the strategy and one the intervention."""
        sides = (("s", "strategy"), ("i", "intervention")) if self.two_columns else (("", ""),)
        return tuple((one.number + mark, one, side) for one in self.items for mark, side in sides)


@cache
def frame_ids() -> tuple[str, ...]:
    """The ids of all frames, the two the study desk opens with first."""
    found = {path.stem for path in FOLDER.glob("*.json")} - {"reporting-checklists"}
    first = ("cfir-2022", "npt")
    return (*first, *sorted(found.difference(first)))


def frames() -> list[FrameCard]:
    """Every frame without its constructs."""
    return [_card(frame(frame_id)) for frame_id in frame_ids()]


@cache
def frame(frame_id: str) -> Frame:
    """One frame. Raises NotFound for an unknown id, ValueError naming file and fault for a faulty file."""
    if frame_id not in frame_ids():
        raise NotFound(f'There is no frame "{frame_id}".')
    return read(FOLDER / f"{frame_id}.json")


@cache
def checklists() -> tuple[Checklist, ...]:
    """The reporting checklists (COREQ, SRQR, TIDieR, GRAMMS, StaRI) as item names."""
    data = json.loads((FOLDER / "reporting-checklists.json").read_text(encoding="utf-8"))
    return tuple(
        Checklist(
            one["id"],
            one["name"],
            one["citation"],
            one["licence"],
            tuple(
                ChecklistItem(str(item.get("no", "")), item.get("section", ""), item["item"])
                for item in one["items"]
            ),
            bool(one.get("two_columns")),
            "general knowledge" not in one["verification"],
        )
        for one in data["checklists"]
    )


def checklist(checklist_id: str) -> Checklist:
    """One reporting checklist. Raises NotFound."""
    found = next((one for one in checklists() if one.id == checklist_id), None)
    if found is None:
        raise NotFound(f'There is no checklist "{checklist_id}".')
    return found


def read(path: Path) -> Frame:
    """One file as a frame. Raises ValueError that names the file and what is wrong with it."""
    try:
        return _frame(json.loads(path.read_text(encoding="utf-8")))
    except (ValueError, TypeError) as fault:
        raise ValueError(f"{path.name}: {fault}") from fault


def _card(full: Frame) -> FrameCard:
    return FrameCard(**{name: getattr(full, name) for name in FrameCard.__dataclass_fields__})


def _frame(data: dict[str, Any]) -> Frame:
    _check_keys("the frame", data, HEAD | {"constructs", "for_coding"}, HEAD_MAY_HAVE)
    constructs = _in_reading_order(data["constructs"])
    _check_counts(data.get("counts", {}), constructs)
    return Frame(
        **{name: _said("the frame", data, name) for name in HEAD - {"reviewed_on"}},
        reviewed_on=dt.date.fromisoformat(data["reviewed_on"]),
        for_coding=bool(data["for_coding"]),
        constructs=constructs,
        notes=tuple(data.get("notes", ())),
    )


def _in_reading_order(raw: list[dict[str, Any]]) -> tuple[Construct, ...]:
    children: dict[str | None, list[dict[str, Any]]] = {}
    for one in raw:
        _check_keys(str(one.get("id")), one, CONSTRUCT, CONSTRUCT_MAY_HAVE | CONSTRUCT_EXTRA)
        children.setdefault(one["parent"], []).append(one)
    ids = [one["id"] for one in raw]
    if len(set(ids)) != len(ids):
        raise ValueError("two constructs have the same id")
    made: list[Construct] = []

    def descend(parent: str | None, domain: str, depth: int) -> None:
        for one in children.get(parent, []):
            made.append(_construct(one, domain or one["id"], depth))
            descend(one["id"], domain or one["id"], depth + 1)

    descend(None, "", 0)
    lost = set(ids).difference(one.id for one in made)
    if lost:
        raise ValueError(f"{', '.join(sorted(lost))}: the parent is not in the frame")
    return tuple(made)


def _construct(one: dict[str, Any], domain: str, depth: int) -> Construct:
    where = one["id"]
    return Construct(
        id=_said(where, one, "id"),
        code=one.get("code", ""),
        name=_said(where, one, "name"),
        parent=one["parent"],
        definition=_said(where, one, "definition"),
        domain=domain,
        kind=one.get("kind", ""),
        depth=depth,
        extra=MappingProxyType({key: one[key] for key in sorted(CONSTRUCT_EXTRA.intersection(one))}),
    )


def _said(where: str, data: dict[str, Any], name: str) -> str:
    value = data[name]
    if not isinstance(value, str) or not value.strip():
        raise ValueError(f'{where}: "{name}" must be words')
    return value


def _check_keys(where: str, data: dict[str, Any], must: set[str], may: set[str]) -> None:
    missing, unknown = must.difference(data), set(data).difference(must | may)
    if missing or unknown:
        said = [f"{name} is missing" for name in sorted(missing)]
        said += [f"{name} is not known" for name in sorted(unknown)]
        raise ValueError(f"{where}: {', '.join(said)}")


def _check_counts(counts: dict[str, int], constructs: tuple[Construct, ...]) -> None:
    for name, expected in counts.items():
        if name not in COUNTED:
            raise ValueError(f'"{name}" is not something that can be counted here')
        found = sum(1 for one in constructs if COUNTED[name](one))
        if found != expected:
            raise ValueError(f"{found} {name} where {expected} are promised")
