"""Which efforts for single people meet the same obstacle, so that a wider effort would spare the next ones theirs?

Deterministic and explained: an effort belongs to a pattern because of values somebody entered, and the pattern names
them. Three ways to be alike, the narrowest first; an effort counts in one pattern only.
"""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from linkwork.core.text import fold
from linkwork.partnerships.rules.advocacy import Level, Obstacle

PEOPLE = 3  # from how many people on, unless the programme says otherwise


class Alike(StrEnum):
    """What the efforts of a pattern share."""

    TARGET_AND_OBSTACLE = "target_and_obstacle"
    TARGET_AND_NEED = "target_and_need"
    NEED_AND_OBSTACLE = "need_and_obstacle"


@dataclass(frozen=True)
class Single:
    """An effort for one person, as far as patterns look at it. `whom` tells people apart: a case, else the effort.

    `target` is the partner's id or the words, `target_name` what it is called; `obstacles` are those of its attempts.
    """

    id: UUID
    whom: UUID
    target: str
    target_name: str
    need: str
    obstacles: frozenset[Obstacle]


@dataclass(frozen=True)
class Pattern:
    """Efforts that are alike. `people` counts different people; `level` is where something should change."""

    key: str
    alike: Alike
    level: Level
    target: str
    target_name: str
    need: str
    obstacle: Obstacle | None
    ids: tuple[UUID, ...]
    people: int


def target_key(partner_id: UUID | None, target: str) -> str:
    """What tells those who are asked apart: the partner, else the words, however they are written."""
    return str(partner_id) if partner_id else fold(target)


def patterns(singles: Iterable[Single], people: int = PEOPLE) -> list[Pattern]:
    """The patterns that at least `people` people share, those of most people first."""
    left = sorted(singles, key=lambda one: one.id)
    found: list[Pattern] = []
    for alike in Alike:
        groups: dict[tuple[str, str, str], list[Single]] = {}
        for one in left:
            for mark in _marks(one, alike):
                groups.setdefault(mark, []).append(one)
        taken: set[UUID] = set()
        for mark, group in sorted(groups.items(), key=lambda pair: (-_people(pair[1]), pair[0])):
            free = [one for one in group if one.id not in taken]
            if _people(free) >= people:
                found.append(_pattern(alike, mark, free))
                taken |= {one.id for one in free}
        left = [one for one in left if one.id not in taken]
    return sorted(found, key=lambda one: (-one.people, one.key))


def _marks(one: Single, alike: Alike) -> list[tuple[str, str, str]]:
    """Every (target, need, obstacle) by which it could belong; empty where a value is not known."""
    obstacles = sorted(kind.value for kind in one.obstacles if kind is not Obstacle.OTHER)
    match alike:
        case Alike.TARGET_AND_OBSTACLE:
            return [(one.target, "", kind) for kind in obstacles]
        case Alike.TARGET_AND_NEED:
            return [(one.target, one.need, "")] if one.need else []
        case _need_and_obstacle:
            return [("", one.need, kind) for kind in obstacles] if one.need else []


def _people(group: Iterable[Single]) -> int:
    return len({one.whom for one in group})


def _pattern(alike: Alike, mark: tuple[str, str, str], group: list[Single]) -> Pattern:
    target, need, obstacle = mark
    name = group[0].target_name if target else ""
    return Pattern(
        key=hashlib.sha256("\n".join([alike, *mark]).encode()).hexdigest(),
        alike=alike,
        level=Level.ORGANISATIONAL if target else Level.COMMUNITY,
        target=target,
        target_name=name,
        need=need,
        obstacle=Obstacle(obstacle) if obstacle else None,
        ids=tuple(one.id for one in group),
        people=_people(group),
    )
