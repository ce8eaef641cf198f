"""Where does one frame lead into another, and how sure is each step?

Each mapping is one JSON file in `data/mappings`: an older frame's constructs and what follows them (`successor`),
constructs of two frames that touch (`hint`), barriers and the strategies experts chose for them (`strategy`). A row
says where it comes from and whether that was read there (`confirmed`) or is a proposal.
"""

import datetime as dt
import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from linkwork.core.errors import NotFound
from linkwork.instruments.frames import frame

FOLDER = Path(__file__).parent / "data" / "mappings"


@dataclass(frozen=True)
class Link:
    """One row. `to` names the constructs that together stand for `start`; it is empty where nothing follows.

    `level` is how strongly a strategy was endorsed: 1 by half of the experts or more, 2 by a fifth; else None.
    """

    start: str
    to: tuple[str, ...]
    confirmed: bool
    origin: str
    level: int | None


@dataclass(frozen=True)
class Mapping:
    """One mapping with its rows in the file's order."""

    id: str
    name: str
    kind: str
    from_frame: str
    to_frame: str
    author: str
    reviewed_on: dt.date
    licence: str
    notes: tuple[str, ...]
    links: tuple[Link, ...]

    def of(self, construct_id: str) -> tuple[Link, ...]:
        """The rows that start at a construct."""
        return tuple(one for one in self.links if one.start == construct_id)


@cache
def mappings() -> tuple[Mapping, ...]:
    """Every mapping there is. Raises ValueError naming the file and a construct that its frame does not have."""
    return tuple(read(path) for path in sorted(FOLDER.glob("*.json")))


def mapping(mapping_id: str) -> Mapping:
    """One mapping. Raises NotFound."""
    for one in mappings():
        if one.id == mapping_id:
            return one
    raise NotFound(f'There is no mapping "{mapping_id}".')


@cache
def touching(frame_id: str, construct_id: str) -> tuple[tuple[str, str], ...]:
    """What to think of too when coding with a construct: (frame id, construct id) of the hints, both ways."""
    hints = [one for one in mappings() if one.kind == "hint"]
    there = [
        (one.to_frame, target)
        for one in hints
        if one.from_frame == frame_id
        for link in one.of(construct_id)
        for target in link.to
    ]
    back = [
        (one.from_frame, link.start)
        for one in hints
        if one.to_frame == frame_id
        for link in one.links
        if construct_id in link.to
    ]
    return tuple(dict.fromkeys([*there, *back]))


def read(path: Path) -> Mapping:
    """One file as a mapping. Raises ValueError that names the file and what is wrong with it."""
    data = json.loads(path.read_text(encoding="utf-8"))
    links = tuple(_link(one) for one in data["rows"])
    start, end = frame(data["from_frame"]), frame(data["to_frame"])
    for link in links:
        lost = [one for one in (link.start,) if not start.has(one)]
        lost += [one for one in link.to if not end.has(one)]
        if lost:
            raise ValueError(f"{path.name}: {', '.join(lost)} is in neither frame")
    return Mapping(
        data["id"],
        data["name"],
        data["kind"],
        start.id,
        end.id,
        data["author"],
        dt.date.fromisoformat(data["reviewed_on"]),
        data["licence"],
        tuple(data["notes"]),
        links,
    )


def _link(row: dict[str, Any]) -> Link:
    return Link(row["from"], tuple(row["to"]), row["confirmed"], row["origin"], row.get("level"))
