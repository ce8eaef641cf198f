"""The rows of a display as coding, figures, ratings and reviewers have them now. Seven questions, however many rows."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.db.models import F

from linkwork.core.viewer import Viewer
from linkwork.evaluation.coding.reads.rated import Rated, rated
from linkwork.evaluation.coding.reads.rows import Pair, codes
from linkwork.evaluation.coding.rules.agreement import Agreement
from linkwork.evaluation.portraits.models import DisplayQuote, DisplayReviewer, DisplayRow, JointDisplay
from linkwork.evaluation.portraits.reads.displays.cards import RowCard
from linkwork.evaluation.portraits.reads.evidence import figure_cards, quote_cards
from linkwork.evaluation.portraits.rules.displays.layouts import COMPONENTS
from linkwork.evaluation.portraits.rules.displays.verdicts import Given, agreed, review
from linkwork.evaluation.portraits.rules.evidence import Evidence, FigureKey, linked_key
from linkwork.evaluation.portraits.rules.kinds import Verdict
from linkwork.evaluation.portraits.rules.review import fingerprint


@dataclass
class Linked:
    """One row of the table with the keys of what it links to, in the order of linking."""

    row: DisplayRow
    figures: list[FigureKey] = field(default_factory=list)
    codings: list[UUID] = field(default_factory=list)

    @property
    def about(self) -> Pair | None:
        """The construct it asks about."""
        return (self.row.frame or COMPONENTS, self.row.component) if self.row.component else None

    @property
    def rated(self) -> list[Pair]:
        """The rated constructs that stand in it."""
        return [(frame, construct) for frame, construct in self.row.rated]

    @property
    def fingerprint(self) -> str:
        """Of what a reviewer judges: the question and the evidence, not who says what of it."""
        row = self.row
        return fingerprint(
            {
                "row": [row.question, row.component, row.bridge, row.rated],
                "figures": sorted(map(str, self.figures)),
                "quotes": sorted(map(str, self.codings)),
            }
        )


@dataclass(frozen=True)
class Reviewing:
    """Who reviews a display, and what was given so far by row."""

    reviewers: tuple[tuple[UUID, str], ...]
    given: Mapping[UUID, Sequence[tuple[Given, str]]]  # with the fingerprint it was given of

    @property
    def ids(self) -> list[UUID]:
        """The reviewers' ids, in the order of their names."""
        return [one for one, _name in self.reviewers]

    def of(self, linked: Linked) -> list[Given]:
        """What was given of one row, by reviewer."""
        now = linked.fingerprint
        return [
            Given(one.reviewer_id, one.reviewer, one.verdict, one.reasoning, about != now)
            for one, about in self.given.get(linked.row.id, ())
        ]

    def agreed(self, rows: Sequence[Linked]) -> tuple[Agreement, ...]:
        """How far they agree."""
        return agreed(self.ids, [self.of(one) for one in rows])


def linked_rows(viewer: Viewer, display_id: UUID, row_id: UUID | None = None) -> list[Linked]:
    """The rows with their keys, those taken out too; `row_id` asks for one alone. Two questions."""
    rows = DisplayRow.objects.filter(programme_id=viewer.programme, display_id=display_id)
    rows = rows.filter(id=row_id) if row_id else rows
    joined = {"f_id": F("figures__id"), "f_indicator": F("figures__indicator")}
    joined |= {"f_grouping": F("figures__grouping"), "f_group": F("figures__group")}
    joined |= {"f_extract": F("figures__extract_id")}
    found: dict[UUID, Linked] = {}
    row: Any  # carries the figure it was joined with
    asked: Any = rows.select_related("decided_by").annotate(**joined)
    for row in asked.order_by("place", "id", "f_id"):
        linked = found.setdefault(row.id, Linked(row))
        if row.f_id is not None:
            linked.figures.append(linked_key(row.f_indicator, row.f_grouping, row.f_group, row.f_extract))
    quotes = DisplayQuote.objects.filter(programme_id=viewer.programme, row_id__in=list(found))
    for row_id_, coding_id in quotes.order_by("id").values_list("row_id", "coding_id"):
        found[row_id_].codings.append(coding_id)
    return list(found.values())


def reviewing(viewer: Viewer, display_id: UUID) -> Reviewing:
    """Who reviews, and all that was given. One question; whoever asks decides who may see it."""
    rows = DisplayReviewer.objects.filter(programme_id=viewer.programme, display_id=display_id)
    joined = {"row": F("verdicts__row_id"), "said": F("verdicts__verdict"), "why": F("verdicts__reasoning")}
    joined |= {"about": F("verdicts__fingerprint"), "name": F("reviewer__name")}
    people: dict[UUID, str] = {}
    given: dict[UUID, list[tuple[Given, str]]] = defaultdict(list)
    one: Any
    for one in rows.order_by("reviewer__name", "reviewer_id").values("reviewer_id", **joined):
        people[one["reviewer_id"]] = one["name"]
        if one["row"]:
            verdict = Given(one["reviewer_id"], one["name"], Verdict(one["said"]), one["why"])
            given[one["row"]].append((verdict, one["about"]))
    return Reviewing(tuple(people.items()), given)


def row_cards(
    viewer: Viewer, display: JointDisplay, linked: Sequence[Linked], said: Reviewing
) -> tuple[RowCard, ...]:
    """These rows with their evidence."""
    quotes = quote_cards(viewer, {coding for one in linked for coding in one.codings})
    figures = figure_cards(viewer, {at for one in linked for at in _places(display, one)})
    shown = _ratings(viewer, display, linked)
    names = construct_names(viewer, {one.about for one in linked if one.about})
    return tuple(
        _card(
            viewer,
            display,
            one,
            said,
            Evidence(
                tuple(quotes[coding] for coding in one.codings),
                tuple(figures[at] for at in _places(display, one)),
            ),
            tuple(shown[pair] for pair in one.rated if pair in shown),
            names[one.about] if one.about else "",
        )
        for one in linked
    )


def _places(display: JointDisplay, one: Linked) -> list[tuple[UUID, FigureKey]]:
    """The figures of a row, each with its extract; those without one are left out."""
    found = [(key.of(display.extract_id), key) for key in one.figures]
    return [(extract_id, key) for extract_id, key in found if extract_id]


def construct_names(viewer: Viewer, pairs: Collection[Pair]) -> dict[Pair, str]:
    """What constructs are called."""
    return {pair: code.name for pair, code in codes(viewer, pairs).items()}


def _ratings(viewer: Viewer, display: JointDisplay, linked: Sequence[Linked]) -> dict[Pair, Rated]:
    if display.sheet_id is None:
        return {}
    return rated(viewer, display.sheet_id, [pair for one in linked for pair in one.rated])


def _card(
    viewer: Viewer,
    display: JointDisplay,
    one: Linked,
    said: Reviewing,
    evidence: Evidence,
    ratings: tuple[Rated, ...],
    about: str,
) -> RowCard:
    row = one.row
    decided = Verdict(row.verdict) if row.verdict else None
    by = row.decided_by.name if row.decided_by else ""
    seen, verdict = review(viewer.id, said.ids, said.of(one), display.opened_at is not None, decided, by)
    return RowCard(
        id=row.id,
        place=row.place,
        frame=one.about[0] if one.about else "",
        component=row.component,
        about=about,
        question=row.question,
        bridge=row.bridge,
        verdict=verdict,
        reasoning=row.reasoning,
        evidence=evidence,
        ratings=ratings,
        review=seen,
    )
