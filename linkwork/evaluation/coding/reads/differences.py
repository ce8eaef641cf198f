"""Where did the coders of a round see the same, where did they differ, and what was decided about it?"""

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from linkwork.core.errors import IllegalStep, NotFound
from linkwork.core.viewer import Viewer
from linkwork.evaluation.coding.models import Coding, Decision
from linkwork.evaluation.coding.reads.apart import known
from linkwork.evaluation.coding.reads.rounds import RoundCard, round_card
from linkwork.evaluation.coding.reads.rows import Row, load
from linkwork.evaluation.coding.rules import Origin
from linkwork.evaluation.coding.rules.differences import Choice, Place, Seen, Sort, places
from linkwork.evaluation.coding.rules.rounds import Purpose
from linkwork.evaluation.studies import access


@dataclass(frozen=True)
class DecisionCard:
    """What was decided about a place. `taken` are the codings the consensus follows."""

    id: UUID
    choice: Choice
    taken: tuple[UUID, ...]
    reason: str
    by: str
    at: dt.datetime


@dataclass(frozen=True)
class Difference:
    """One place of a source. `members` are codings in the order of the round's coders, one of each at most.

    `decision` is None while nothing is decided; `changed` says that something was, about codings that changed since.
    """

    source_id: UUID
    sort: Sort
    start: int
    end: int
    keys: tuple[str, ...]
    digest: str
    members: tuple[Row, ...]
    decision: DecisionCard | None
    changed: bool


@dataclass(frozen=True)
class SourceDifferences:
    """One source's places by sort, and how many of them wait for a decision."""

    source_id: UUID
    by_sort: Counter[Sort]
    undecided: int
    agreed_undecided: int

    @property
    def ready(self) -> bool:
        """Whether something was coded here and every place is decided."""
        return bool(self.by_sort) and not self.undecided


@dataclass(frozen=True)
class RoundDifferences:
    """All places of a round, by source in the order of its titles and by place."""

    card: RoundCard
    places: tuple[Difference, ...]

    def of(self, source_id: UUID) -> list[Difference]:
        """The places of one source."""
        return [one for one in self.places if one.source_id == source_id]

    def summary(self) -> list[SourceDifferences]:
        """Each source of the round with its counts."""
        return [_summary(one.id, self.of(one.id)) for one in self.card.sources]


def differences(viewer: Viewer, round_id: UUID, source_id: UUID | None = None) -> RoundDifferences:
    """The places of a round, or of one of its sources. Six questions, however many. For evaluators.

    Raises NotFound, IllegalStep while the round is blind and open, or for a practice set (which has its own page).
    """
    card = round_card(viewer, round_id)
    if card.purpose is Purpose.PRACTICE:
        raise IllegalStep(_("A practice set has no consensus: its key is the expert’s coding."))
    if card.keeps_apart:
        raise IllegalStep(_("This round is blind. Close it before you compare."))
    wanted = [one.id for one in card.sources if source_id in (None, one.id)]
    rows = load(viewer, coders_rows(known(viewer), wanted, [one.id for one in card.coders]))
    decisions = _decisions(viewer, round_id, wanted)
    found: list[Difference] = []
    for source, inside in _by_source(rows, wanted).items():
        own = [one for one in decisions if one.source_id == source]
        found += _of_source(source, inside, [one.id for one in card.coders], own)
    return RoundDifferences(card, tuple(found))


def settled_place(viewer: Viewer, coding_id: UUID) -> tuple[UUID, Difference, int]:
    """Where a coding of the consensus was decided: the round, the place, and how many of its source stand before.

    Raises NotFound, also where the decision holds no more, and as `differences` does.
    """
    access.check_may_read_sources(viewer)
    rows = Decision.objects.filter(programme_id=viewer.programme, codings__id=coding_id)
    for made, round_id, source_id in rows.values_list("id", "round_id", "source_id"):
        places = differences(viewer, round_id, source_id).places
        for number, one in enumerate(places):
            if one.decision and one.decision.id == made:
                return round_id, one, number
    raise NotFound(_("Nothing is decided here any more."))


def compared_places(
    rows: Sequence[Row], sources: Sequence[UUID], coders: Sequence[UUID]
) -> tuple[Difference, ...]:
    """The places that these rows make, about which nothing can be decided: for a practice set."""
    found: list[Difference] = []
    for source, inside in _by_source(rows, sources).items():
        found += _of_source(source, inside, coders, [])
    return tuple(found)


def coders_rows(rows: QuerySet[Coding], sources: Iterable[UUID], coders: Iterable[UUID]) -> QuerySet[Coding]:
    """The standing codings of these coders in these sources, in the order of the texts."""
    own = rows.filter(source_id__in=list(sources), coder_id__in=list(coders), removed_at__isnull=True)
    return own.exclude(origin=Origin.CONSENSUS).order_by("source_id", "start", "end", "id")


def seen(rows: Iterable[Row]) -> list[Seen]:
    """Codings as the rules compare them."""
    return [
        Seen(
            str(row.id),
            row.coder_id,
            row.start,
            row.end,
            frozenset((one.frame_id, one.construct_id) for one in row.codes),
            (row.valence, row.strength, row.stage),
        )
        for row in rows
    ]


def _of_source(
    source_id: UUID, rows: Sequence[Row], coders: Sequence[UUID], decisions: Sequence[Decision]
) -> list[Difference]:
    by_key = {str(row.id): row for row in rows}
    exact = {tuple(sorted(one.members)): one for one in decisions}
    touched = {key for one in decisions for key in one.members}
    return [
        _difference(source_id, place, by_key, exact.get(place.keys), touched)
        for place in places(seen(rows), coders)
    ]


def _difference(
    source_id: UUID, place: Place, rows: Mapping[str, Row], made: Decision | None, touched: set[str]
) -> Difference:
    holds = made is not None and made.digest == place.digest
    return Difference(
        source_id,
        place.sort,
        place.start,
        place.end,
        place.keys,
        place.digest,
        tuple(rows[one.key] for one in place.members),
        _card(made) if made and holds else None,
        not holds and not touched.isdisjoint(place.keys),
    )


def _card(row: Decision) -> DecisionCard:
    return DecisionCard(
        row.id,
        Choice(row.choice),
        tuple(UUID(one) for one in row.taken),
        row.reason,
        row.decided_by.name if row.decided_by else "",
        row.created_at,
    )


def _decisions(viewer: Viewer, round_id: UUID, sources: Sequence[UUID]) -> list[Decision]:
    rows = Decision.objects.filter(programme_id=viewer.programme, round_id=round_id, undone_at__isnull=True)
    return list(rows.filter(source_id__in=sources).select_related("decided_by").order_by("created_at", "id"))


def _by_source(rows: Iterable[Row], sources: Iterable[UUID]) -> dict[UUID, list[Row]]:
    found: dict[UUID, list[Row]] = defaultdict(list)
    for row in rows:
        found[row.source_id].append(row)
    return {one: found[one] for one in sources}


def _summary(source_id: UUID, found: Sequence[Difference]) -> SourceDifferences:
    waiting = [one for one in found if one.decision is None]
    return SourceDifferences(
        source_id,
        Counter(one.sort for one in found),
        len(waiting),
        sum(one.sort is Sort.SAME for one in waiting),
    )
