"""How does an own list stand among the frames, and in which order are its codes read?

An own list is a frame whose id is "own-" and the 32 hexadecimal digits of the list's id; the id of each construct in it
is the 32 digits of the code's id. Nothing else in the house needs to know whether a code was shipped or made here.
"""

from collections.abc import Hashable, Mapping, Sequence
from enum import StrEnum
from typing import TypeVar
from uuid import UUID

OWN = "own-"
COLOURS = 8
DEEPEST = 6
Key = TypeVar("Key", bound=Hashable)


class ListKind(StrEnum):
    """Where the codes of an own list come from."""

    DEDUCTIVE = "deductive"  # set down before reading
    INDUCTIVE = "inductive"  # found while reading
    OWN = "own"  # anything else the study wants to mark


class CodeState(StrEnum):
    """Whether a code may be given to passages."""

    IN_USE = "in_use"
    LEFT_OUT = "left_out"  # of a shipped frame, not used by this study
    RETIRED = "retired"
    MERGED = "merged"


def frame_id_of(list_id: UUID) -> str:
    """The frame id of an own list."""
    return f"{OWN}{list_id.hex}"


def list_id_of(frame_id: str) -> UUID | None:
    """The own list a frame id names; None for a shipped frame, or for what no own list could be called."""
    if not frame_id.startswith(OWN):
        return None
    return uuid_of(frame_id.removeprefix(OWN))


def uuid_of(digits: str) -> UUID | None:
    """The id that 32 hexadecimal digits say; None where they say none."""
    try:
        found = UUID(digits)
    except ValueError:
        return None
    return found if found.hex == digits else None


def in_tree_order(parents: Mapping[Key, Key | None]) -> list[tuple[Key, Key, int]]:
    """Each code as (itself, the top it hangs under, how deep), every code after its parent, siblings as they came.

    A parent that is not among the keys counts as none.
    """
    children: dict[Key | None, list[Key]] = {}
    for one, parent in parents.items():
        children.setdefault(parent if parent in parents else None, []).append(one)
    found: list[tuple[Key, Key, int]] = []
    waiting = [(one, one, 0) for one in reversed(children.get(None, []))]
    while waiting:
        one, top, depth = waiting.pop()
        found.append((one, top, depth))
        waiting.extend((child, top, depth + 1) for child in reversed(children.get(one, [])))
    return found


def below(parents: Mapping[Key, Key | None], top: Key) -> set[Key]:
    """A code and all that hang under it."""
    found = {top}
    for one, _, _ in in_tree_order(parents):  # a parent comes before its children
        if parents[one] in found:
            found.add(one)
    return found


def may_hang_under(parents: Mapping[Key, Key | None], one: Key, parent: Key | None) -> bool:
    """Whether `one` may be moved under `parent`: not under itself, and not so deep that the tree cannot be read."""
    if parent is None:
        return True
    moved = below(parents, one)
    depth = {each: deep for each, _, deep in in_tree_order(parents)}
    tallest = max(depth[each] for each in moved) - depth[one]
    return parent not in moved and depth[parent] + 1 + tallest < DEEPEST


def next_colour(used: Sequence[int]) -> int:
    """The colour of the palette that is used least, the first of them."""
    return min(range(1, COLOURS + 1), key=lambda colour: (used.count(colour), colour))
