"""Joint displays: opening, filling, freezing."""

import datetime as dt
from collections.abc import Sequence
from uuid import UUID

from django.db.models import Max
from django.utils.translation import gettext as _

from linkwork.core.actions import action
from linkwork.core.errors import IllegalStep, Invalid, NotFound
from linkwork.core.viewer import Viewer
from linkwork.evaluation.portraits.access import check_may_write
from linkwork.evaluation.portraits.actions.parts.checks import (
    LONGEST_TEXT,
    check_codings,
    check_component,
    check_extract,
    check_figures,
    fitting,
    said,
)
from linkwork.evaluation.portraits.models import DisplayFigure, DisplayQuote, DisplayRow, JointDisplay
from linkwork.evaluation.portraits.reads.displays import live_rows
from linkwork.evaluation.portraits.rules.evidence import FigureKey
from linkwork.evaluation.portraits.rules.freezing import freeze_figure, freeze_quote
from linkwork.evaluation.portraits.rules.kinds import Verdict
from linkwork.evaluation.portraits.rules.review import fingerprint
from linkwork.evaluation.studies import reads as studies
from linkwork.trail import actions as trail

LONGEST_QUESTION = 300


@action
def open_display(*, study_id: UUID, title: str, extract_id: UUID | None, by: Viewer, at: dt.datetime) -> UUID:
    """Open a joint display for a study; its id. Raises NotFound, Invalid (title)."""
    check_may_write(by)
    studies.study(by, study_id)
    check_extract(by, extract_id)
    title = said("title", title)
    mine = JointDisplay.objects.filter(programme_id=by.programme)
    if mine.filter(study_id=study_id, title=title).exists():
        raise Invalid({"title": _("There is a display with this title already. Choose another title.")})
    row = JointDisplay.objects.create(
        programme_id=by.programme, study_id=study_id, title=title, extract_id=extract_id, created_at=at
    )
    trail.record(by=by, at=at, what="portraits.open_display", about="display", about_id=row.id)
    return row.id


@action
def add_row(
    *,
    display_id: UUID,
    question: str,
    verdict: Verdict,
    by: Viewer,
    at: dt.datetime,
    component: str = "",
    reasoning: str = "",
    figures: Sequence[FigureKey] = (),
    codings: Sequence[UUID] = (),
) -> UUID:
    """Add a row at the end; its id.

    Raises NotFound, IllegalStep (frozen), Invalid (question, component, reasoning, figures, quotes).
    """
    display = _live(by, display_id)
    _check_row(by, display, component, figures, codings)
    last = DisplayRow.objects.filter(programme_id=by.programme, display=display).aggregate(last=Max("place"))
    row = DisplayRow.objects.create(
        programme_id=by.programme,
        display=display,
        place=(last["last"] or 0) + 1,
        component=component,
        question=said("question", question, LONGEST_QUESTION),
        verdict=verdict,
        reasoning=fitting("reasoning", reasoning, LONGEST_TEXT),
        created_at=at,
    )
    _link(row, figures, codings, at)
    trail.record(by=by, at=at, what="portraits.add_row", about="display", about_id=display_id)
    return row.id


@action
def change_row(
    *,
    row_id: UUID,
    question: str,
    verdict: Verdict,
    by: Viewer,
    at: dt.datetime,
    component: str = "",
    reasoning: str = "",
    figures: Sequence[FigureKey] = (),
    codings: Sequence[UUID] = (),
) -> None:
    """Say a row anew: all of it is replaced. Raises as `add_row`."""
    row, display = _row(by, row_id)
    _check_row(by, display, component, figures, codings)
    row.question = said("question", question, LONGEST_QUESTION)
    row.verdict, row.component = verdict, component
    row.reasoning = fitting("reasoning", reasoning, LONGEST_TEXT)
    row.save(update_fields=["question", "verdict", "component", "reasoning"])
    _unlink(row)
    _link(row, figures, codings, at)
    trail.record(by=by, at=at, what="portraits.change_row", about="display", about_id=display.id)


@action
def remove_row(*, row_id: UUID, by: Viewer, at: dt.datetime) -> None:
    """Take a row out of a live display. Raises NotFound, IllegalStep (frozen)."""
    row, display = _row(by, row_id)
    _unlink(row)
    row.delete()
    trail.record(by=by, at=at, what="portraits.remove_row", about="display", about_id=display.id)


@action
def freeze_display(*, display_id: UUID, by: Viewer, at: dt.datetime) -> str:
    """Keep figures and quotations as they stand now; the hash to cite it by.

    Raises NotFound, IllegalStep (frozen already), Invalid (rows).
    """
    display = _live(by, display_id)
    rows = live_rows(by, display)
    if not rows:
        raise Invalid({"rows": _("Add a row before you freeze the display.")})
    display.frozen = {
        "title": display.title,
        "extract_id": str(display.extract_id) if display.extract_id else None,
        "rows": [
            {
                "id": str(row.id),
                "place": row.place,
                "component": row.component,
                "question": row.question,
                "verdict": row.verdict.value,
                "reasoning": row.reasoning,
                "quotes": [freeze_quote(card) for card in row.evidence.quotes],
                "figures": [freeze_figure(card) for card in row.evidence.figures],
            }
            for row in rows
        ],
    }
    display.frozen_at, display.frozen_hash = at, fingerprint(display.frozen)
    display.save(update_fields=["frozen", "frozen_at", "frozen_hash"])
    detail: dict[str, object] = {"hash": display.frozen_hash}
    trail.record(
        by=by, at=at, what="portraits.freeze_display", about="display", about_id=display_id, detail=detail
    )
    return display.frozen_hash


def _live(by: Viewer, display_id: UUID) -> JointDisplay:
    check_may_write(by)
    rows = JointDisplay.objects.select_for_update().filter(programme_id=by.programme)
    display = rows.filter(id=display_id).first()
    if display is None:
        raise NotFound(_("There is no such joint display in this programme."))
    if display.frozen_at is not None:
        raise IllegalStep(_("This display is frozen. Open a new one to go on."))
    return display


def _row(by: Viewer, row_id: UUID) -> tuple[DisplayRow, JointDisplay]:
    check_may_write(by)
    row = DisplayRow.objects.filter(programme_id=by.programme, id=row_id).first()
    if row is None:
        raise NotFound(_("There is no such row in this display."))
    return row, _live(by, row.display_id)


def _check_row(
    by: Viewer, display: JointDisplay, component: str, figures: Sequence[FigureKey], codings: Sequence[UUID]
) -> None:
    check_component(component)
    check_codings(by, display.study_id, codings)
    check_figures(display.extract_id, figures)


def _link(row: DisplayRow, figures: Sequence[FigureKey], codings: Sequence[UUID], at: dt.datetime) -> None:
    for key in dict.fromkeys(figures):
        DisplayFigure.objects.create(
            programme_id=row.programme_id,
            row=row,
            indicator=key.indicator,
            grouping=key.grouping,
            group=key.group,
            created_at=at,
        )
    for coding_id in dict.fromkeys(codings):
        DisplayQuote.objects.create(
            programme_id=row.programme_id, row=row, coding_id=coding_id, created_at=at
        )


def _unlink(row: DisplayRow) -> None:
    for table in (DisplayFigure, DisplayQuote):
        table.objects.filter(programme_id=row.programme_id, row=row).delete()
