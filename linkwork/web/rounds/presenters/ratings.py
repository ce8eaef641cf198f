"""Ratings in plain values: the matrix, one cell, what tells cases apart."""

from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.formats import number_format

from linkwork.evaluation.coding.reads import Quote, Sheet, SheetLine
from linkwork.evaluation.coding.reads.ratings import Cell, RatingCard
from linkwork.evaluation.coding.rules.scores import Mark, Score
from linkwork.web.rounds.labels import CASE_KINDS, COEFFICIENTS, FLAGS, SCORES, VERDICTS
from linkwork.web.rounds.presenters.agreement import number
from linkwork.web.shared.days import date_said, local_day
from linkwork.web.study.labels import Labels


def sheet_row(one: SheetLine) -> dict[str, Any]:
    """One sheet in the list."""
    return {
        "title": one.title,
        "url": reverse("rounds:sheet", args=[one.id]),
        "kind": CASE_KINDS[one.kind],
        "opened": date_said(local_day(one.opened_at)),
        "compared": one.compared_at is not None,
    }


def said(score: Score) -> str:
    """A rating as it stands in a cell: "+2", "0 ±" for mixed, "–" for missing."""
    if score.value is None:
        return "–"
    if score.mark is Mark.MIXED:
        return "0 ±"
    return f"+{score.value}" if score.value > 0 else str(score.value).replace("-", "−")


def matrix(sheet: Sheet, viewer_id: UUID | None) -> list[dict[str, Any]]:
    """A row a construct: its cells, what is suggested and what was decided."""
    rows = []
    for code in sheet.constructs:
        pair = (code.frame_id, code.construct_id)
        ruled, suggested = sheet.ruled_verdicts.get(pair), sheet.suggested.get(pair)
        rows.append(
            {
                "name": code.name,
                "code": ":".join(pair),
                "cells": [_cell(sheet, (case.id, *pair), viewer_id) for case in sheet.cases],
                "suggested": VERDICTS[suggested] if suggested else "",
                "differs": bool(ruled and ruled.verdict and suggested and suggested is not ruled.verdict),
                "suggested_key": suggested.value if suggested else "",
                "verdict": VERDICTS[ruled.verdict] if ruled and ruled.verdict else "",
                "verdict_key": ruled.verdict.value if ruled and ruled.verdict else "",
                "note": ruled.note if ruled else "",
                "by": ruled.by if ruled else "",
            }
        )
    return rows


def counts(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """How many constructs were decided to be what."""
    return [
        {"label": label, "n": n}
        for verdict, label in VERDICTS.items()
        if (n := sum(row["verdict_key"] == verdict.value for row in rows))
    ]


def agreed(sheet: Sheet) -> list[dict[str, str]]:
    """How far the raters agree, a coefficient each."""
    return [
        {
            "name": str(COEFFICIENTS[one.coefficient]),
            "said": "–" if one.value is None else number(one.value, one.coefficient),
        }
        for one in sheet.agreed
    ]


def cell_page(sheet: Sheet, cell: Cell) -> dict[str, Any]:
    """One cell: who gave what, and what asks for a second look."""
    case = next(one for one in sheet.cases if one.id == cell[0])
    code = next(one for one in sheet.constructs if (one.frame_id, one.construct_id) == cell[1:])
    return {
        "case": case.name,
        "construct": code.name,
        "ratings": [_given(one) for one in sheet.ratings.get(cell, ())],
        "flags": [
            {
                "key": flag.value,
                "said": FLAGS[flag],
                "ruled": sheet.ruled_flags[cell, flag].upheld if (cell, flag) in sheet.ruled_flags else None,
            }
            for flag in sheet.flagged.get(cell, ())
        ],
    }


def own(sheet: Sheet, cell: Cell, viewer_id: UUID | None) -> dict[str, Any]:
    """The first values of the form: one's own rating, or after the comparison what is settled."""
    found = (
        sheet.settled(cell)
        if sheet.compared_at
        else next((one for one in sheet.ratings.get(cell, ()) if one.rater_id == viewer_id), None)
    )
    if found is None:
        return {}
    score = found.score
    key = score.mark.value if score.mark is not Mark.RATED else str(score.value)
    return {"score": key, "reason": found.reason, "evidence": [str(one) for one in found.evidence]}


def evidence(quotes: list[Quote]) -> Labels:
    """Passages to tick, with where they stand."""
    return [
        (str(one.id), f"“{one.text[:160]}{'…' if len(one.text) > 160 else ''}” {one.source_title}")
        for one in quotes
    ]


def case_rows(sheet: Sheet) -> list[dict[str, Any]]:
    """The cases in order, with their outcome."""
    return [
        {
            "id": one.id,
            "name": one.name,
            "outcome": "" if one.outcome is None else f"{one.outcome.normalize():f}",
            "said": "" if one.outcome is None else number_format(one.outcome.normalize()),
            "upper": sheet.upper is not None and place < sheet.upper,
        }
        for place, one in enumerate(sheet.cases)
    ]


def _given(one: RatingCard) -> dict[str, Any]:
    key = one.score.mark.value if one.score.mark is not Mark.RATED else str(one.score.value)
    return {
        "who": one.rater,
        "said": SCORES[key],
        "reason": one.reason,
        "passages": len(one.evidence),
        "settled": one.rater_id is None,
    }


def _cell(sheet: Sheet, cell: Cell, viewer_id: UUID | None) -> dict[str, Any]:
    found = sheet.ratings.get(cell, ())
    settled = sheet.settled(cell)
    words = said(settled.score) if settled else " / ".join(said(one.score) for one in found) or "…"
    waiting = [flag for flag in sheet.flagged.get(cell, ()) if (cell, flag) not in sheet.ruled_flags]
    score = settled.score if settled else None
    return {
        "said": words,
        "url": reverse("rounds:cell", args=[sheet.id, cell[0], ":".join(cell[1:])]),
        "kind": _kind(score),
        "flags": len(waiting) if sheet.compared_at else 0,
        "open": not found,
    }


def _kind(score: Score | None) -> str:
    if score is None or score.value is None or score.value == 0:
        return "none"
    return "helps" if score.value > 0 else "hinders"
