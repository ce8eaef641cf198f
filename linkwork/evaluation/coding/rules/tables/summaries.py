"""Does a written summary still rest on the passages it was written about?"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, NamedTuple
from uuid import UUID

MOST_THEMES = 100


class MatrixKind(StrEnum):
    """What is written into the cells."""

    FRAMEWORK = "framework"  # framework method: each case's passages on a theme, summarised (Gale 2013)
    RAPID = "rapid"  # a structured summary of each source, without coding first (Nevedal 2021)


class Place(NamedTuple):
    """A passage as it was when a summary was written."""

    start: int
    end: int
    valence: str
    stage: str


@dataclass(frozen=True)
class Since:
    """What has become of a cell's passages since its summary was written."""

    came: tuple[UUID, ...] = ()
    changed: tuple[UUID, ...] = ()
    gone: tuple[UUID, ...] = ()

    @property
    def stale(self) -> bool:
        """Whether the summary should be read again."""
        return bool(self.came or self.changed or self.gone)


def since(then: Mapping[UUID, Place], now: Mapping[UUID, Place], *, same_text: bool) -> Since:
    """What came, changed and went. Where the text was edited, passages that only moved along have not changed."""
    both = then.keys() & now.keys()
    return Since(
        tuple(one for one in now if one not in then),
        tuple(one for one in now if one in both and not _same(then[one], now[one], same_text=same_text)),
        tuple(one for one in then if one not in now),
    )


def _same(then: Place, now: Place, *, same_text: bool) -> bool:
    if same_text:
        return then == now
    return (then.end - then.start, *then[2:]) == (now.end - now.start, *now[2:])


def kept_places(places: Mapping[UUID, Place]) -> dict[str, Any]:
    """Passages as JSON values."""
    return {str(key): list(one) for key, one in places.items()}


def places_kept(kept: Mapping[str, Any]) -> dict[UUID, Place]:
    """The twin of `kept_places`."""
    return {UUID(key): Place(*one) for key, one in kept.items()}
