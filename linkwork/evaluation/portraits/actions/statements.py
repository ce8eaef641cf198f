"""Statements, and linking each to what it rests on."""

import datetime as dt
from collections.abc import Sequence
from uuid import UUID

from linkwork.core.actions import action
from linkwork.core.viewer import Viewer
from linkwork.evaluation.portraits.actions.parts.checks import (
    check_codings,
    check_extract,
    check_figures,
    said,
)
from linkwork.evaluation.portraits.actions.parts.finding import next_place, portrait_of, statement_of
from linkwork.evaluation.portraits.models import EvidenceLink, Statement
from linkwork.evaluation.portraits.rules.evidence import FigureKey
from linkwork.evaluation.portraits.rules.kinds import StatementKind
from linkwork.programmes.rules import Stage
from linkwork.trail import actions as trail

LONGEST_STATEMENT = 1200


@action
def add_statement(
    *, portrait_id: UUID, stage: Stage, kind: StatementKind, text: str, by: Viewer, at: dt.datetime
) -> UUID:
    """Add a statement at the end of a chapter; its id. Raises NotFound, Invalid (text)."""
    portrait = portrait_of(by, portrait_id)
    row = Statement.objects.create(
        programme_id=by.programme,
        portrait=portrait,
        stage=stage,
        place=next_place(portrait, stage),
        kind=kind,
        text=said("text", text, LONGEST_STATEMENT),
        created_at=at,
    )
    trail.record(by=by, at=at, what="portraits.add_statement", about="statement", about_id=row.id)
    return row.id


@action
def change_statement(
    *, statement_id: UUID, stage: Stage, kind: StatementKind, text: str, by: Viewer, at: dt.datetime
) -> None:
    """Say it anew, or in another chapter (then at its end). Raises NotFound, Invalid (text)."""
    row = statement_of(by, statement_id)
    if row.stage != stage:
        row.place = next_place(row.portrait, stage)
    row.stage, row.kind, row.text = stage, kind, said("text", text, LONGEST_STATEMENT)
    row.save(update_fields=["stage", "place", "kind", "text"])
    trail.record(by=by, at=at, what="portraits.change_statement", about="statement", about_id=row.id)


@action
def draft_statement(
    *,
    portrait_id: UUID,
    stage: Stage,
    kind: StatementKind,
    text: str,
    by: Viewer,
    at: dt.datetime,
    codings: Sequence[UUID] = (),
    figures: Sequence[tuple[UUID, FigureKey]] = (),
) -> UUID:
    """Add a statement together with what it was drafted from; its id. `figures` are (extract id, key).

    Raises NotFound, Invalid (text, quotes, figures).
    """
    made = add_statement(portrait_id=portrait_id, stage=stage, kind=kind, text=text, by=by, at=at)
    if codings:
        link_quotes(statement_id=made, codings=codings, by=by, at=at)
    if figures:
        # all figures of a statement come from one extract, but for scores of staff
        extract_id = next((one for one, key in figures if not key.wave), figures[0][0])
        keys = [key for one, key in figures if key.wave or one == extract_id]
        link_figures(statement_id=made, extract_id=extract_id, figures=keys, by=by, at=at)
    return made


@action
def link_quotes(*, statement_id: UUID, codings: Sequence[UUID], by: Viewer, at: dt.datetime) -> None:
    """Let the statement rest on exactly these passages. Raises NotFound, Invalid (quotes)."""
    row = statement_of(by, statement_id)
    links = EvidenceLink.objects.filter(programme_id=by.programme, statement=row, coding__isnull=False)
    before = set(links.values_list("coding_id", flat=True))
    new = [one for one in dict.fromkeys(codings) if one not in before]
    check_codings(by, row.portrait.study_id, new)
    links.exclude(coding_id__in=set(codings)).delete()
    for coding_id in new:
        EvidenceLink.objects.create(
            programme_id=by.programme, statement=row, coding_id=coding_id, created_at=at
        )
    _record(by, at, row, "portraits.link_quotes", len(set(codings)))


@action
def link_figures(
    *, statement_id: UUID, extract_id: UUID | None, figures: Sequence[FigureKey], by: Viewer, at: dt.datetime
) -> None:
    """Let the statement rest on exactly these figures of this extract, and scores of staff of theirs.

    Raises NotFound, Invalid (figures).
    """
    row = statement_of(by, statement_id)
    check_extract(by, extract_id)
    check_figures(by, extract_id, figures)
    EvidenceLink.objects.filter(programme_id=by.programme, statement=row, coding__isnull=True).delete()
    for key in dict.fromkeys(figures):
        EvidenceLink.objects.create(
            programme_id=by.programme,
            statement=row,
            extract_id=key.of(extract_id),
            indicator=key.indicator,
            grouping=key.grouping,
            group=key.group,
            created_at=at,
        )
    _record(by, at, row, "portraits.link_figures", len(set(figures)))


def _record(by: Viewer, at: dt.datetime, row: Statement, what: str, many: int) -> None:
    detail: dict[str, object] = {"links": many}
    trail.record(by=by, at=at, what=what, about="statement", about_id=row.id, detail=detail)
