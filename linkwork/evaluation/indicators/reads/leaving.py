"""Figures as they may leave the programme: what is small is hidden, and so is what it could be worked out from.

Whatever of it is published, in whatever choice, gives nothing small away: decided once for all figures of an extract,
with what left from earlier extracts in view. See `rules.hiding` and decision 0016.
"""

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from django.core.cache import cache

from linkwork.core.numbers import SMALLEST_SHOWN
from linkwork.core.viewer import Viewer
from linkwork.evaluation.indicators.counting import Groups, counts_of, whole_and_parts
from linkwork.evaluation.indicators.reads.figures import available, checked_scope
from linkwork.evaluation.indicators.reads.telling import Figure, told
from linkwork.evaluation.indicators.rules.hiding import hidden_units, knowledge
from linkwork.evaluation.indicators.rules.links import Held, Unit, together
from linkwork.evaluation.indicators.rules.values import hidden_groups, is_small, measured
from linkwork.extracts import reads as extracts
from linkwork.extracts.reads import ExtractCard
from linkwork.extracts.rules.regions import Region
from linkwork.instruments.indicators import Definition

EVERYTHING = "contacts"  # a group hidden in it is hidden in every figure


@dataclass(frozen=True)
class Counted:
    """What was counted of one extract, level by level: ("" with the whole), then breakdowns, the coarser first.

    A group hidden in the figure `everything` is hidden in all of them. `region`: of which days, where that is known
    more closely than for the extract.
    """

    card: ExtractCard
    found: list[Definition]
    levels: tuple[tuple[str, dict[str, Groups]], ...]
    everything: str = EVERYTHING
    region: Region | None = None

    def held(self, level: int, hidden: frozenset[Unit] = frozenset()) -> Held:
        """As the rules want it, down to a level."""
        counts = dict(self.levels[: level + 1])
        return Held(str(self.card.id), self.region or self.card.region, counts, hidden, self.card.base)


Count = Callable[[ExtractCard], Counted]


def leaving(viewer: Viewer, extract_id: UUID, by: str | None = None) -> list[Figure]:
    """Every figure of an extract, or those that can be broken down by `by` with their groups, as they may leave.

    `small` figures and `hidden` groups must not be shown; where the extract leaves rounded, every number is. Raises
    NotAllowed; NotFound for an unknown extract or breakdown; Refused.
    """
    return leaving_of(extracts.extract(viewer, extract_id), extracts.released(viewer), by)


def leaving_of(card: ExtractCard, released: Sequence[ExtractCard], by: str | None = None) -> list[Figure]:
    """As `leaving`, of extracts that were looked up already."""
    counted = _counted(card, by or "")
    hidden = hidden_units_of(card, released, by or "", lambda one: _counted(one, by or ""))
    whole, parts = counted.levels[0][1], counted.levels[-1][1] if by else {}
    figures = []
    scope = checked_scope(card, by)
    for one in counted.found:
        if by is not None and one.id not in parts:
            continue
        few = frozenset(key for id_, grouping, key in hidden if grouping == by and id_ == one.id)
        figure = told(one, card, whole[one.id][""], scope, parts.get(one.id), few, card.base)
        figures.append(replace(figure, small=figure.small or (one.id, "", "") in hidden))
    return figures


def _counted(card: ExtractCard, by: str) -> Counted:
    found, scope = available(card), checked_scope(card, by or None)
    if not by:
        return Counted(card, found, (("", counts_of(card, found, scope)),))
    whole, parts = whole_and_parts(card, found, scope)
    return Counted(card, found, (("", whole), (by, parts)))


def _before(card: ExtractCard, released: Sequence[ExtractCard]) -> list[ExtractCard]:
    """What left before this one, or all that did where it has not left: only what it has something in common with."""
    earlier = [
        one
        for one in sorted(released, key=lambda one: (one.released_at or one.taken_at, one.id))
        if one.id != card.id
        and (card.released_at is None or (one.released_at, one.id) < (card.released_at, card.id))
    ]
    return [one for one in earlier if not one.region.apart(card.region)]


def hidden_units_of(
    card: ExtractCard, released: Sequence[ExtractCard], asked: str, count: Count
) -> frozenset[Unit]:
    """The units of one extract that are hidden; decided once, as neither it nor what was before it ever changes.

    `count` counts one extract; `asked` names what it counts.
    """
    counted, earlier = count(card), _before(card, released)
    marks = [f"{one.hash}:{one.base}" for one in (card, *earlier)]
    said = " ".join([asked, *marks, *(f"{one.id}:{one.version}" for one in counted.found)])
    key = "leaving:" + hashlib.sha256(said.encode()).hexdigest()
    known: frozenset[Unit] | None = cache.get(key)
    if known is None:
        held: list[tuple[Counted, frozenset[Unit]]] = []
        for one in earlier:
            theirs = count(one)
            held.append((theirs, _decided(theirs, held)))
        known = _decided(counted, held)
        cache.set(key, known, None)
    return known


def _decided(counted: Counted, earlier: Sequence[tuple[Counted, frozenset[Unit]]]) -> frozenset[Unit]:
    """Level by level: first which whole figures are hidden, then, with these given, which groups."""
    hidden: frozenset[Unit] = frozenset()
    for level, (by, _groups) in enumerate(counted.levels):
        before = [one.held(level, gone) for one, gone in earlier]
        linked, forced = together(counted.held(level), before, counted.found, SMALLEST_SHOWN)
        units = {unit: held for unit, held in linked.units.items() if unit[1] == by}
        shown = {unit: held for unit, held in linked.units.items() if unit[1] != by}
        known = knowledge(replace(linked, units=shown), {*hidden}, counted.card.base)
        alone = _alone(counted, level) if by else _small(counted)
        hidden |= hidden_units(
            replace(linked, units=units, known=known),
            base=counted.card.base,
            forced=(forced & set(units)) | alone,
        )
    return hidden


def _small(counted: Counted) -> frozenset[Unit]:
    whole = counted.levels[0][1]
    return frozenset(
        (one.id, "", "")
        for one in counted.found
        if one.id in whole and is_small(one.shape, measured(one.shape, whole[one.id][""]), one.suppress_below)
    )


def _alone(counted: Counted, level: int) -> frozenset[Unit]:
    """The groups that each figure hides by itself, and those hidden in the figure of everything."""
    by, parts = counted.levels[level]
    few: frozenset[str] = frozenset()
    found: set[Unit] = set()
    for one in sorted(counted.found, key=lambda one: one.id != counted.everything):
        groups = parts.get(one.id)
        if groups is None:
            continue
        own = hidden_groups(one.shape, groups, one.suppress_below)
        few = own if one.id == counted.everything else few
        found |= {(one.id, by, key) for key in (own | few) & set(groups)}
    return frozenset(found)
