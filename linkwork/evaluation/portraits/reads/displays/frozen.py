"""A display as it was frozen. Words whose consent has ended since are withheld again, frozen or not."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from linkwork.core.viewer import Viewer
from linkwork.evaluation.coding.reads.rated import Rated, RatedCell
from linkwork.evaluation.coding.rules.agreement import Agreement
from linkwork.evaluation.coding.rules.scores import Mark
from linkwork.evaluation.coding.rules.scores import Verdict as Flagged
from linkwork.evaluation.portraits.reads.displays.cards import DisplayCard, RowCard
from linkwork.evaluation.portraits.reads.evidence import quote_cards
from linkwork.evaluation.portraits.rules.displays.keeping import (
    freeze_agreement,
    freeze_review,
    thaw_agreement,
    thaw_review,
)
from linkwork.evaluation.portraits.rules.evidence import Evidence, QuoteCard
from linkwork.evaluation.portraits.rules.freezing import (
    freeze_figure,
    freeze_quote,
    thaw_figure,
    thaw_quote,
)
from linkwork.evaluation.portraits.rules.kinds import Verdict

Kept = Mapping[str, Any]


def as_frozen(card: DisplayCard) -> dict[str, Any]:
    """Everything that stands in a live display, as JSON-able values."""
    return {
        "title": card.title,
        "kind": card.kind.value,
        "split": card.split.value,
        "version": card.version,
        "extract_id": str(card.extract_id) if card.extract_id else None,
        "sheet": card.sheet_title,
        "reviewers": [[str(one), name] for one, name in card.reviewers],
        "agreed": freeze_agreement(card.agreed),
        "rows": [_freeze_row(row) for row in card.rows],
    }


def frozen_rows(viewer: Viewer, frozen: Kept) -> tuple[RowCard, ...]:
    """The rows as they stood."""
    kept: list[dict[str, Any]] = frozen["rows"]
    now = quote_cards(viewer, {UUID(quote["coding_id"]) for one in kept for quote in one["quotes"]})
    return tuple(_thaw_row(one, now) for one in kept)


def frozen_reviewers(frozen: Kept) -> tuple[tuple[UUID, str], ...]:
    """Who judged it."""
    return tuple((UUID(one), name) for one, name in frozen.get("reviewers", ()))


def frozen_agreed(frozen: Kept) -> tuple[Agreement, ...]:
    """How far they agreed."""
    return thaw_agreement(frozen.get("agreed", ()))


def _freeze_row(row: RowCard) -> dict[str, Any]:
    return {
        "id": str(row.id),
        "place": row.place,
        "frame": row.frame,
        "component": row.component,
        "about": row.about,
        "question": row.question,
        "bridge": row.bridge,
        "verdict": row.verdict.value if row.verdict else "",
        "reasoning": row.reasoning,
        "review": freeze_review(row.review),
        "ratings": [_freeze_rated(one) for one in row.ratings],
        "quotes": [freeze_quote(card) for card in row.evidence.quotes],
        "figures": [freeze_figure(card) for card in row.evidence.figures],
    }


def _thaw_row(one: Kept, now: Mapping[UUID, QuoteCard]) -> RowCard:
    quotes = [thaw_quote(quote) for quote in one["quotes"]]
    return RowCard(
        id=UUID(one["id"]),
        place=one["place"],
        frame=one.get("frame", ""),
        component=one["component"],
        about=one.get("about", ""),
        question=one["question"],
        bridge=one.get("bridge", ""),
        verdict=Verdict(one["verdict"]) if one["verdict"] else None,
        reasoning=one["reasoning"],
        evidence=Evidence(
            tuple(_while_consented(quote, now[quote.coding_id]) for quote in quotes),
            tuple(thaw_figure(figure) for figure in one["figures"]),
        ),
        ratings=tuple(_thaw_rated(rated) for rated in one.get("ratings", ())),
        review=thaw_review(one.get("review")),
    )


def _while_consented(frozen: QuoteCard, now: QuoteCard) -> QuoteCard:
    return now if now.withheld and not now.removed else frozen


def _freeze_rated(one: Rated) -> dict[str, Any]:
    return {
        "frame": one.frame,
        "construct": one.construct,
        "name": one.name,
        "cells": [[cell.case, cell.mark.value if cell.mark else "", cell.value] for cell in one.cells],
        "suggested": one.suggested.value if one.suggested else "",
        "decided": one.decided.value if one.decided else "",
    }


def _thaw_rated(one: Kept) -> Rated:
    cells: Sequence[tuple[str, str, int | None]] = one["cells"]
    return Rated(
        frame=one["frame"],
        construct=one["construct"],
        name=one["name"],
        cells=tuple(RatedCell(case, Mark(mark) if mark else None, value) for case, mark, value in cells),
        suggested=Flagged(one["suggested"]) if one["suggested"] else None,
        decided=Flagged(one["decided"]) if one["decided"] else None,
    )
