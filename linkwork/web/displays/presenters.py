"""Joint displays as plain values for their templates."""

from collections.abc import Collection, Sequence
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from linkwork.core.viewer import Viewer
from linkwork.evaluation.coding.access import leads
from linkwork.evaluation.coding.reads.rated import Rated
from linkwork.evaluation.coding.rules.agreement import Agreement
from linkwork.evaluation.portraits.reads.displays import DisplayCard, DisplayLine, RowCard, Today
from linkwork.evaluation.portraits.rules.displays.cases import ALL, by_case, cases
from linkwork.evaluation.portraits.rules.displays.layouts import LAYOUTS, Column, DisplayKind, Split, columns
from linkwork.evaluation.portraits.rules.displays.verdicts import Given, Judged, suggested
from linkwork.evaluation.portraits.rules.evidence import Evidence
from linkwork.evaluation.studies.rules import Group
from linkwork.exchange.displays.composing import coefficient_said, rating_said
from linkwork.exchange.displays.names import COEFFICIENTS, FLAGGED, KINDS, column_name
from linkwork.programmes.rules import Stage
from linkwork.web.displays.labels import CHANGES, JUDGED
from linkwork.web.portraits.labels import VERDICT_ICONS, VERDICTS
from linkwork.web.portraits.presenters import evidence, paragraphs
from linkwork.web.shared.days import date_said, local_day
from linkwork.web.study.labels import GROUPS, STAGES

Values = dict[str, Any]


def line(one: DisplayLine) -> Values:
    """One display in the list."""
    return {
        "id": one.id,
        "title": one.title,
        "rows": one.rows,
        "kind": KINDS[one.kind],
        "version": one.version if one.version > 1 or one.has_later else 0,
        "frozen": date_said(local_day(one.frozen_at)) if one.frozen_at else "",
        "later": one.has_later,
        "mine": one.mine_to_judge,
    }


def display(card: DisplayCard, viewer: Viewer) -> Values:
    """One joint display whole."""
    rated = any(row.ratings for row in card.rows)
    mine = viewer.id in {one for one, _name in card.reviewers}
    return {
        "id": card.id,
        "title": card.title,
        "kind": KINDS[card.kind],
        "source": LAYOUTS[card.kind].source,
        "version": card.version if card.version > 1 or card.later_id else 0,
        "earlier": card.earlier_id,
        "later": card.later_id,
        "frozen": date_said(local_day(card.frozen_at)) if card.frozen_at else "",
        "hash": card.frozen_hash,
        "intact": card.intact,
        "undecided": card.undecided,
        "reviewers": ", ".join(name for _id, name in card.reviewers),
        "reviewed": bool(card.reviewers),
        "mine": mine,
        "to_judge": sum(waits_for(row, viewer.id) for row in card.rows) if mine else 0,
        "leads": leads(viewer, card.opened_by_id),
        "opened": card.opened,
        "waiting": any(row.review.judged is Judged.WAITING for row in card.rows),
        "agreed": agreed(card.agreed),
        "agreed_rows": card.agreed[0].n_units if card.agreed else 0,
        "removed": [{"id": one, "question": question} for one, question in card.removed],
        "rows": [row(one, card, columns(card.kind, rated), viewer, mine) for one in card.rows],
    }


def row(
    card: RowCard, of: DisplayCard, drawn: Sequence[Column], viewer: Viewer, mine: bool = False
) -> Values:
    """One row, its columns in the order of its kind."""
    words, chip = JUDGED[card.review.judged]
    return {
        "id": card.id,
        "place": card.place,
        "about": card.about,
        "question": card.question,
        "columns": [_column(card, of, one) for one in drawn if one is not Column.FIT],
        "verdict": VERDICTS[card.verdict] if card.verdict else "",
        "verdict_key": card.verdict.value if card.verdict else "",
        "verdict_icon": VERDICT_ICONS[card.verdict] if card.verdict else "",
        "reasoning": paragraphs(card.reasoning),
        "standing": words,
        "standing_chip": chip,
        "decided": card.review.judged is Judged.DECIDED,
        "decided_by": card.review.decided_by,
        "given": [given(one) for one in card.review.given],
        "given_count": card.review.count,
        "stale": card.review.stale,
        "silent": suggested(len(card.evidence.figures), len(card.evidence.quotes)) is not None,
        "judges": mine and waits_for(card, viewer.id),
        "settles": card.review.judged is Judged.APART or (card.review.judged is Judged.WAITING and of.opened),
    }


def given(one: Given) -> Values:
    """What a reviewer said."""
    return {
        "who": one.reviewer,
        "verdict": VERDICTS[one.verdict],
        "key": one.verdict.value,
        "icon": VERDICT_ICONS[one.verdict],
        "reasoning": paragraphs(one.reasoning),
        "stale": one.stale,
    }


def agreed(found: Sequence[Agreement]) -> list[Values]:
    """How far reviewers agree: a share as a percentage, a coefficient with two places, a dash for none."""
    return [
        {"name": COEFFICIENTS[one.coefficient], "said": coefficient_said(one)}
        for one in found
        if one.coefficient in COEFFICIENTS
    ]


def rating(one: Rated) -> Values:
    """One rated construct: its cases, what the rule suggests and what the analyst decided, who wins."""
    return {
        "name": one.name,
        "cells": [{"case": cell.case, "said": rating_said(cell)} for cell in one.cells],
        "stands": FLAGGED[one.stands] if one.stands else "",
        "by_analyst": one.decided is not None,
        "rule": FLAGGED[one.suggested]
        if one.suggested and one.decided and one.suggested is not one.decided
        else "",
    }


def today(found: Today) -> Values:
    """What would be different, row by row."""
    return {
        "extract": found.extract_name,
        "extract_day": date_said(local_day(found.extract_at)) if found.extract_at else "",
        "same": sum(not row.different for row in found.rows),
        "rows": [
            {
                "id": row.id,
                "question": row.question,
                "different": [
                    {"what": CHANGES[one.change], "title": one.title, "then": one.then, "now": one.now}
                    for one in row.different
                ],
            }
            for row in found.rows
            if row.different
        ],
    }


def case_named(case: str, split: Split) -> str:
    """What a case is called."""
    if case == ALL:
        return _("All together")
    return str(STAGES[Stage(case)] if split is Split.STAGE else GROUPS[Group(case)])


def _column(card: RowCard, of: DisplayCard, column: Column) -> Values:
    values: Values = {"key": column.value, "name": column_name(of.kind, column)}
    match column:
        case Column.FIGURES:
            values |= {"figures": evidence(card.evidence)["figures"]}
        case Column.WORDS:
            values |= {"quotes": evidence(card.evidence)["quotes"]}
        case Column.BRIDGE:
            values |= {"lines": paragraphs(card.bridge)}
        case Column.RATINGS:
            values |= {"ratings": [rating(one) for one in card.ratings]}
        case _:
            values |= {"cases": _cases(card.evidence, of)}
    return values


def _cases(found: Evidence, of: DisplayCard) -> list[Values]:
    order = [ALL, *(stage.value for stage in Stage), *(group.value for group in Group)]
    drawn = cases(of.split, [row.evidence for row in of.rows], order)
    held = by_case(found, of.split)
    return [{"name": case_named(case, of.split)} | evidence(held.get(case, Evidence())) for case in drawn]


def waits_for(card: RowCard, viewer_id: UUID | None) -> bool:
    """Whether a reviewer is asked for a verdict: none given yet, and nobody has decided."""
    said: Collection[UUID] = {one.reviewer_id for one in card.review.given}
    return card.review.judged in (Judged.WAITING, Judged.OPEN) and viewer_id not in said


def kinds() -> list[Values]:
    """Each kind with where it is described."""
    return [{"name": KINDS[kind], "source": LAYOUTS[kind].source} for kind in DisplayKind]
