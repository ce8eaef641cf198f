"""Figures as they may leave the programme: what is small is hidden, and so is what it could be worked out from.

Whatever of it is published, in whatever choice, gives nothing small away: decided once for all figures of an extract,
with what left from earlier extracts in view. Breakdowns whose groups are made of the same pieces are decided together,
whichever of them is asked for. See `rules.hiding`, `rules.ties` and decisions 0016 and 0028.
"""

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from uuid import UUID

from django.core.cache import cache, caches

from linkwork.core.numbers import SMALLEST_SHOWN
from linkwork.core.viewer import Viewer
from linkwork.evaluation.indicators.counting import KEPT, Groups, counts_of, way_of, whole_and_parts
from linkwork.evaluation.indicators.reads.figures import available, checked_scope
from linkwork.evaluation.indicators.reads.telling import Figure, told
from linkwork.evaluation.indicators.rules.hiding import hidden_units, knowledge
from linkwork.evaluation.indicators.rules.links import together
from linkwork.evaluation.indicators.rules.numbers import Held, Unit
from linkwork.evaluation.indicators.rules.telling import can_be_parted
from linkwork.evaluation.indicators.rules.ties import cells, of_cells, tied_to
from linkwork.evaluation.indicators.rules.values import hidden_groups, is_small, measured
from linkwork.extracts import reads as extracts
from linkwork.extracts.reads import ExtractCard
from linkwork.extracts.rules.regions import Region
from linkwork.instruments.indicators import Definition, Grouping

RULES = ("hiding", "ranges", "numbers", "within", "ties", "links", "values", "score_counts")
CODE = ("reads/leaving.py", *(f"rules/{name}.py" for name in RULES))
EVERYTHING = "contacts"  # a group hidden in it is hidden in every figure


Level = Mapping[str, dict[str, Groups]]  # by grouping


@dataclass(frozen=True)
class Counted:
    """What was counted of one extract, level by level: "" with the whole, then breakdowns, the coarser first.

    Breakdowns on one level are decided together. A group hidden in the figure `everything` is hidden in all of them.
    `region`: of which days, where that is known more closely than for the extract.
    """

    card: ExtractCard
    found: list[Definition]
    levels: tuple[Level, ...]
    everything: str = EVERYTHING
    region: Region | None = None

    def held(self, level: int, hidden: frozenset[Unit] = frozenset()) -> Held:
        """As the rules want it, down to a level."""
        counts = dict(chain.from_iterable(one.items() for one in self.levels[: level + 1]))
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
    scope = checked_scope(card, by)
    beside = tied_to(by or "") or ((Grouping(by),) if by else ())

    def count(one: ExtractCard) -> Counted:
        return _counted(one, beside)

    counted = count(card)
    hidden = hidden_units_of(card, released, " ".join(beside), count)
    whole, parts = counted.levels[0][""], counted.levels[-1][by] if by else {}
    figures = []
    for one in counted.found:
        if by is not None and one.id not in parts:
            continue
        few = frozenset(key for id_, grouping, key in hidden if grouping == by and id_ == one.id)
        figure = told(one, card, whole[one.id][""], scope, parts.get(one.id), few, card.base)
        figures.append(replace(figure, small=figure.small or (one.id, "", "") in hidden))
    return figures


def _counted(card: ExtractCard, beside: Sequence[Grouping]) -> Counted:
    """The whole, and below it these breakdowns, as far as the extract's days tell them, with their cells."""
    found, scope = available(card), checked_scope(card, None)
    told = [by for by in beside if can_be_parted(by, card.lost)]
    if not told:
        return Counted(card, found, ({"": counts_of(card, found, scope)},))
    below: dict[str, dict[str, Groups]] = {}
    for by in told:
        whole, below[by] = whole_and_parts(card, found, scope.parted(by))
    if len(told) > 1:
        both = [one for one in found if set(told) <= set(one.grouping)]
        below[cells(told)] = counts_of(card, both, scope.parted(*told))
    return Counted(card, found, ({"": whole}, below))


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

    Kept on disk beside the counts. `count` counts one extract; `asked` names what it counts.
    """
    counted, earlier = count(card), _before(card, released)
    marks = [f"{one.hash}:{one.base}" for one in (card, *earlier)]
    said = " ".join([way_of(CODE), asked, *marks, *(f"{one.id}:{one.version}" for one in counted.found)])
    key = "leaving:" + hashlib.sha256(said.encode()).hexdigest()
    known: frozenset[Unit] | None = cache.get(key) or caches[KEPT].get(key)
    if known is None:
        held: list[tuple[Counted, frozenset[Unit]]] = []
        for one in earlier:
            theirs = count(one)
            held.append((theirs, _decided(theirs, held)))
        known = _decided(counted, held)
        caches[KEPT].set(key, known)
    cache.set(key, known, None)
    return known


def _decided(counted: Counted, earlier: Sequence[tuple[Counted, frozenset[Unit]]]) -> frozenset[Unit]:
    """Level by level: first which whole figures are hidden, then, with these given, which groups.

    Whoever has a level above has it exactly, and a figure that is hidden there is not told below: so what is decided
    below one breakdown is safe beside every other, of which it knows nothing.
    """
    hidden: frozenset[Unit] = frozenset()
    for level, below in enumerate(counted.levels):
        before = [one.held(level, gone) for one, gone in earlier]
        linked, forced = together(counted.held(level), before, counted.found, SMALLEST_SHOWN)
        units = {unit: held for unit, held in linked.units.items() if unit[1] in below}
        above = {unit: held for unit, held in linked.units.items() if unit[1] not in below}
        known = knowledge(replace(linked, units=above), {*hidden})
        gone = {unit for unit in units if level and (unit[0], "", "") in hidden}
        hidden |= hidden_units(
            replace(linked, units=units, known=known),
            base=counted.card.base,
            forced=(forced & set(units)) | gone | (_alone(counted, level) if level else _small(counted)),
        )
    return hidden


def _small(counted: Counted) -> frozenset[Unit]:
    whole = counted.levels[0][""]
    return frozenset(
        (one.id, "", "")
        for one in counted.found
        if one.id in whole and is_small(one.shape, measured(one.shape, whole[one.id][""]), one.suppress_below)
    )


def _alone(counted: Counted, level: int) -> frozenset[Unit]:
    """The groups that each figure hides by itself, and those hidden in the figure of everything."""
    found: set[Unit] = set()
    for by, parts in counted.levels[level].items():
        if of_cells(by):
            continue
        few: frozenset[str] = frozenset()
        for one in sorted(counted.found, key=lambda one: one.id != counted.everything):
            groups = parts.get(one.id)
            if groups is None:
                continue
            own = hidden_groups(one.shape, groups, one.suppress_below)
            few = own if one.id == counted.everything else few
            found |= {(one.id, by, key) for key in (own | few) & set(groups)}
    return frozenset(found)
