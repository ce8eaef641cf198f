"""Figures as they may leave the programme: what is small is hidden, and so is what it could be worked out from.

Whatever of it is published, in whatever choice, gives nothing small away: decided once for all figures of an extract,
with what left from earlier extracts in view. See `rules.hiding` and decision 0016.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from django.core.cache import cache

from linkwork.core.numbers import SMALLEST_SHOWN
from linkwork.core.viewer import Viewer
from linkwork.evaluation.indicators.counting import Groups, counts_of, whole_and_parts
from linkwork.evaluation.indicators.reads.figures import available, checked_scope
from linkwork.evaluation.indicators.reads.telling import Figure, told
from linkwork.evaluation.indicators.rules.hiding import Name, hidden_units, knowledge
from linkwork.evaluation.indicators.rules.links import Held, Unit, together
from linkwork.evaluation.indicators.rules.values import hidden_groups, is_small, measured
from linkwork.extracts import reads as extracts
from linkwork.extracts.reads import ExtractCard
from linkwork.instruments.indicators import Definition

EVERYTHING = "contacts"  # a group hidden in it is hidden in every figure


@dataclass(frozen=True)
class Counted:
    """What was counted of one extract for one breakdown ("" for none)."""

    card: ExtractCard
    by: str
    found: list[Definition]
    whole: dict[str, Groups]
    parts: dict[str, Groups]

    def held(self, hidden: frozenset[Unit] = frozenset(), *, parts: bool = True) -> Held:
        """As the rules want it."""
        counts = {"": self.whole} | ({self.by: self.parts} if parts and self.by else {})
        return Held(str(self.card.id), self.card.region, counts, hidden, self.card.base)


def leaving(viewer: Viewer, extract_id: UUID, by: str | None = None) -> list[Figure]:
    """Every figure of an extract, or those that can be broken down by `by` with their groups, as they may leave.

    `small` figures and `hidden` groups must not be shown; where the extract leaves rounded, every number is. Raises
    NotAllowed; NotFound for an unknown extract or breakdown; Refused.
    """
    return leaving_of(extracts.extract(viewer, extract_id), extracts.released(viewer), by)


def leaving_of(card: ExtractCard, released: Sequence[ExtractCard], by: str | None = None) -> list[Figure]:
    """As `leaving`, of extracts that were looked up already."""
    counted = _counted(card, by or "")
    hidden = _hidden(counted, _before(card, released), by or "")
    figures = []
    scope = checked_scope(card, by)
    for one in counted.found:
        if by is not None and one.id not in counted.parts:
            continue
        few = frozenset(key for id_, grouping, key in hidden if grouping == by and id_ == one.id)
        figure = told(one, card, counted.whole[one.id][""], scope, counted.parts.get(one.id), few, card.base)
        figures.append(replace(figure, small=figure.small or (one.id, "", "") in hidden))
    return figures


def _counted(card: ExtractCard, by: str) -> Counted:
    found, scope = available(card), checked_scope(card, by or None)
    if not by:
        return Counted(card, by, found, counts_of(card, found, scope), {})
    return Counted(card, by, found, *whole_and_parts(card, found, scope))


def _before(card: ExtractCard, released: Sequence[ExtractCard]) -> list[ExtractCard]:
    """What left before this one, or all that did where it has not left: only what it has something in common with."""
    earlier = [
        one
        for one in sorted(released, key=lambda one: (one.released_at or one.taken_at, one.id))
        if one.id != card.id
        and (card.released_at is None or (one.released_at, one.id) < (card.released_at, card.id))
    ]
    return [one for one in earlier if not one.region.apart(card.region)]


def _hidden(counted: Counted, earlier: Sequence[ExtractCard], by: str) -> frozenset[Unit]:
    """The units of one extract that are hidden; decided once, as neither it nor what was before it ever changes."""
    marks = [f"{one.hash}:{one.base}" for one in (counted.card, *earlier)]
    asked = " ".join([by, *marks, *(f"{one.id}:{one.version}" for one in counted.found)])
    key = "leaving:" + hashlib.sha256(asked.encode()).hexdigest()
    known: frozenset[Unit] | None = cache.get(key)
    if known is None:
        held: list[Held] = []
        for one in earlier:
            theirs = _counted(one, by)
            held.append(theirs.held(_decided(theirs, held)))
        known = _decided(counted, held)
        cache.set(key, known, None)
    return known


def _decided(counted: Counted, earlier: Sequence[Held]) -> frozenset[Unit]:
    """First which whole figures are hidden, then, with these given, which groups."""
    wholes = _wholes(counted, [replace(one, counts={"": one.counts[""]}) for one in earlier])
    if not counted.by:
        return wholes
    linked, forced = together(counted.held(), earlier, counted.found, SMALLEST_SHOWN)
    shown: dict[Name, tuple[int, int]] = {**linked.known}
    only_wholes = replace(linked, units={unit: held for unit, held in linked.units.items() if not unit[1]})
    shown |= knowledge(only_wholes, {*wholes}, counted.card.base)
    groups = {unit: held for unit, held in linked.units.items() if unit[1]}
    found = hidden_units(
        replace(linked, units=groups, known=shown),
        base=counted.card.base,
        forced=(forced & set(groups)) | _alone(counted),
    )
    return wholes | found


def _wholes(counted: Counted, earlier: Sequence[Held]) -> frozenset[Unit]:
    linked, forced = together(counted.held(parts=False), earlier, counted.found, SMALLEST_SHOWN)
    small = {
        (one.id, "", "")
        for one in counted.found
        if is_small(one.shape, measured(one.shape, counted.whole[one.id][""]), one.suppress_below)
    }
    return hidden_units(linked, base=counted.card.base, forced=forced | small)


def _alone(counted: Counted) -> frozenset[Unit]:
    """The groups that each figure hides by itself, and those hidden in the figure of everything."""
    few: frozenset[str] = frozenset()
    found: set[Unit] = set()
    for one in sorted(counted.found, key=lambda one: one.id != EVERYTHING):
        groups = counted.parts.get(one.id)
        if groups is None:
            continue
        own = hidden_groups(one.shape, groups, one.suppress_below)
        few = own if one.id == EVERYTHING else few
        found |= {(one.id, counted.by, key) for key in (own | few) & set(groups)}
    return frozenset(found)
