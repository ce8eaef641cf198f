"""Which surveys of staff can be scored here, and which item belongs to which construct? Read from the frame's file.

So far NoMAD: Finch et al. 2018, BMC Medical Research Methodology 18:135, DOI 10.1186/s12874-018-0591-x. Its items are
meant to be put into the words of the programme; what is scored is the answer under the item's number.
"""

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from linkwork.core.errors import NotFound

FOLDER = Path(__file__).parent / "data" / "frames"
SURVEYS = ("nomad",)


@dataclass(frozen=True)
class Item:
    """One item. `options` maps the words of an answer to its number, empty where numbers alone are asked for.

    `reverse`: agreeing speaks against the construct.
    """

    id: str
    construct: str
    name: str
    text: str
    low: int
    high: int
    reverse: bool
    options: dict[str, int]
    not_relevant: tuple[str, ...]


@dataclass(frozen=True)
class Construct:
    """What is scored: a construct over its items, or a single item that stands alone."""

    id: str
    name: str
    items: tuple[Item, ...]


@dataclass(frozen=True)
class Survey:
    """One instrument."""

    id: str
    version: str
    name: str
    citation: str
    constructs: tuple[Construct, ...]

    @property
    def items(self) -> tuple[Item, ...]:
        """Every item in its order."""
        return tuple(item for construct in self.constructs for item in construct.items)


@cache
def survey(survey_id: str) -> Survey:
    """One instrument. Raises NotFound."""
    if survey_id not in SURVEYS:
        raise NotFound(f'There is no survey "{survey_id}". There are: {", ".join(SURVEYS)}.')
    data = json.loads((FOLDER / f"{survey_id}.json").read_text("utf-8"))
    names = {row["id"]: row["name"] for row in data["constructs"] if row["kind"] != "item"}
    items = [_item(row, data["scales"]) for row in data["constructs"] if row["kind"] == "item"]
    scored = [row["id"] for row in data["constructs"] if row["kind"] == "construct"]
    found = [
        Construct(one, names[one], tuple(item for item in items if item.construct == one)) for one in scored
    ]
    found += [Construct(item.id, item.name, (item,)) for item in items if item.construct not in scored]
    return Survey(survey_id, data["version"], data["short_name"], data["citation"], tuple(found))


def _item(row: dict[str, Any], scales: dict[str, Any]) -> Item:
    scale = scales[row["scale"]]
    options = {one["label"]: one["value"] for one in scale.get("options", ())}
    values = list(options.values()) or [scale["min"], scale["max"]]
    return Item(
        id=row["id"],
        construct=row["parent"],
        name=row["name"],
        text=row["definition"],
        low=min(values),
        high=max(values),
        reverse=row.get("reverse", False),
        options=options,
        not_relevant=tuple(scale.get("not_relevant", ())),
    )
