"""What comes from another program, before it is kept: codes of a tree, codings, and names that must differ."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import NamedTuple
from uuid import UUID

from linkwork.core.text import fold
from linkwork.evaluation.coding.rules.own import DEEPEST, in_tree_order
from linkwork.evaluation.coding.rules.words import Valence

LONGEST_NAME = 120
Pair = tuple[str, str]


@dataclass(frozen=True)
class NewCode:
    """One code of a list to be taken in. `guid` is its id in the file; `parent` another of the same list."""

    guid: UUID
    name: str
    parent: UUID | None = None
    definition: str = ""
    include: str = ""
    exclude: str = ""
    example: str = ""
    colour: int = 0


class NewCoding(NamedTuple):
    """One passage of one coder. `start` and `end` count code points of the source's text as it is kept."""

    guid: UUID
    source_id: UUID
    start: int
    end: int
    codes: tuple[Pair, ...]
    coder_id: UUID | None = None
    valence: Valence = Valence.NEUTRAL
    strength: int | None = None
    stage: str = ""
    memo: str = ""
    at: dt.datetime | None = None


def in_order(codes: Iterable[NewCode]) -> list[NewCode]:
    """Parents before children; what would hang deeper than a list can hold hangs under the last that fits."""
    by_id = {one.guid: one for one in codes}
    depth: dict[UUID, int] = {}
    parents: dict[UUID, UUID | None] = {}
    for guid, _top, _deep in in_tree_order({one.guid: one.parent for one in by_id.values()}):
        parent = by_id[guid].parent if by_id[guid].parent in by_id else None
        while parent is not None and depth[parent] + 1 >= DEEPEST:
            parent = parents[parent]
        depth[guid], parents[guid] = 0 if parent is None else depth[parent] + 1, parent
    return [replace(by_id[guid], parent=parent) for guid, parent in parents.items()]


def names_apart(names: Iterable[str]) -> list[str]:
    """The names with whatever is needed to tell them apart: shortened, "(2)" after the second of a name."""
    taken: set[str] = set()
    found = []
    for name in names:
        plain = " ".join(name.split())[:LONGEST_NAME] or "–"
        made, count = plain, 1
        while fold(made)[:LONGEST_NAME] in taken:
            count += 1
            end = f" ({count})"
            made = plain[: LONGEST_NAME - len(end)] + end
        taken.add(fold(made)[:LONGEST_NAME])
        found.append(made)
    return found
