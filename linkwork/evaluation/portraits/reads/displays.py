"""Asking about joint displays: live from coding and figures, or as they stood when they were frozen."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Count, Prefetch
from django.utils.translation import gettext as _

from linkwork.core.errors import NotFound
from linkwork.core.viewer import Viewer
from linkwork.evaluation.portraits.access import check_may_read
from linkwork.evaluation.portraits.models import DisplayFigure, DisplayQuote, DisplayRow, JointDisplay
from linkwork.evaluation.portraits.reads.evidence import figure_cards, quote_cards
from linkwork.evaluation.portraits.rules.evidence import Evidence, FigureKey, QuoteCard
from linkwork.evaluation.portraits.rules.freezing import thaw_figure, thaw_quote
from linkwork.evaluation.portraits.rules.kinds import Verdict
from linkwork.evaluation.portraits.rules.review import fingerprint


@dataclass(frozen=True)
class DisplayLine:
    """One display in a list."""

    id: UUID
    study_id: UUID
    title: str
    rows: int
    frozen_at: dt.datetime | None


@dataclass(frozen=True)
class RowCard:
    """One question with what both sides say."""

    id: UUID
    place: int
    component: str
    question: str
    verdict: Verdict
    reasoning: str
    evidence: Evidence


@dataclass(frozen=True)
class DisplayCard:
    """One display whole. `intact`: what was frozen still has its hash (true while it is live)."""

    id: UUID
    study_id: UUID
    title: str
    extract_id: UUID | None
    frozen_at: dt.datetime | None
    frozen_hash: str
    intact: bool
    rows: tuple[RowCard, ...]


def displays(viewer: Viewer) -> list[DisplayLine]:
    """The programme's joint displays by title."""
    check_may_read(viewer)
    rows = JointDisplay.objects.filter(programme_id=viewer.programme).annotate(many=Count("rows"))
    return [
        DisplayLine(row.id, row.study_id, row.title, row.many, row.frozen_at)
        for row in rows.order_by("title", "id")
    ]


def display(viewer: Viewer, display_id: UUID) -> DisplayCard:
    """One display, live or as frozen. Raises NotFound."""
    check_may_read(viewer)
    row = JointDisplay.objects.filter(programme_id=viewer.programme, id=display_id).first()
    if row is None:
        raise NotFound(_("There is no such joint display in this programme."))
    rows = live_rows(viewer, row) if row.frozen is None else _frozen_rows(viewer, row, row.frozen)
    return DisplayCard(
        id=row.id,
        study_id=row.study_id,
        title=row.title,
        extract_id=row.extract_id,
        frozen_at=row.frozen_at,
        frozen_hash=row.frozen_hash,
        intact=row.frozen is None or fingerprint(row.frozen) == row.frozen_hash,
        rows=rows,
    )


def live_rows(viewer: Viewer, row: JointDisplay) -> tuple[RowCard, ...]:
    """The rows as coding and figures have them now."""
    kept = list(
        DisplayRow.objects.filter(programme_id=viewer.programme, display_id=row.id)
        .prefetch_related(
            Prefetch("figures", DisplayFigure.objects.filter(programme_id=viewer.programme)),
            Prefetch("quotes", DisplayQuote.objects.filter(programme_id=viewer.programme)),
        )
        .order_by("place")
    )
    quotes = quote_cards(viewer, {link.coding_id for one in kept for link in one.quotes.all()})
    extract = row.extract_id
    keys = [_key(link) for one in kept for link in one.figures.all()]
    figures = figure_cards(viewer, [(extract, key) for key in keys]) if extract else {}
    return tuple(
        RowCard(
            id=one.id,
            place=one.place,
            component=one.component,
            question=one.question,
            verdict=Verdict(one.verdict),
            reasoning=one.reasoning,
            evidence=Evidence(
                tuple(quotes[link.coding_id] for link in sorted(one.quotes.all(), key=lambda link: link.id)),
                tuple(
                    figures[extract, _key(link)]
                    for link in sorted(one.figures.all(), key=lambda link: link.id)
                    if extract
                ),
            ),
        )
        for one in kept
    )


def _key(link: DisplayFigure) -> FigureKey:
    return FigureKey(link.indicator, link.grouping, link.group)


def _frozen_rows(viewer: Viewer, row: JointDisplay, frozen: dict[str, Any]) -> tuple[RowCard, ...]:
    """As frozen; but words whose consent has ended since are withheld again."""
    kept: list[dict[str, Any]] = frozen["rows"]
    linked = {UUID(quote["coding_id"]) for one in kept for quote in one["quotes"]}
    now = quote_cards(viewer, linked)
    return tuple(_frozen_row(one, now) for one in kept)


def _frozen_row(one: Mapping[str, Any], now: Mapping[UUID, QuoteCard]) -> RowCard:
    quotes = [thaw_quote(quote) for quote in one["quotes"]]
    return RowCard(
        id=UUID(one["id"]),
        place=one["place"],
        component=one["component"],
        question=one["question"],
        verdict=Verdict(one["verdict"]),
        reasoning=one["reasoning"],
        evidence=Evidence(
            tuple(_while_consented(quote, now[quote.coding_id]) for quote in quotes),
            tuple(thaw_figure(figure) for figure in one["figures"]),
        ),
    )


def _while_consented(frozen: QuoteCard, now: QuoteCard) -> QuoteCard:
    return now if now.withheld and not now.removed else frozen
