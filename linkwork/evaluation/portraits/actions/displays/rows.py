"""Filling a joint display: rows added one by one or for a list of constructs, and said anew."""

import datetime as dt
from collections.abc import Sequence
from uuid import UUID

from django.db.models import Max
from django.utils.translation import gettext as _

from linkwork.core.actions import action
from linkwork.core.errors import Invalid
from linkwork.core.viewer import Viewer
from linkwork.evaluation.coding.reads.rows import Pair, codes
from linkwork.evaluation.portraits.actions.displays.parts import (
    check_about,
    check_row,
    link,
    live,
    live_row,
    record,
    reviewers_of,
    rows_of,
    unlink,
    who,
)
from linkwork.evaluation.portraits.actions.parts.checks import LONGEST_TEXT, fitting, said
from linkwork.evaluation.portraits.models import DisplayRow, JointDisplay
from linkwork.evaluation.portraits.rules.displays.layouts import COMPONENTS
from linkwork.evaluation.portraits.rules.evidence import FigureKey
from linkwork.evaluation.portraits.rules.kinds import Verdict

LONGEST_QUESTION = 300


@action
def add_row(
    *,
    display_id: UUID,
    question: str,
    by: Viewer,
    at: dt.datetime,
    verdict: Verdict | None = None,
    component: str = "",
    frame: str = COMPONENTS,
    bridge: str = "",
    reasoning: str = "",
    figures: Sequence[FigureKey] = (),
    codings: Sequence[UUID] = (),
    rated: Sequence[Pair] = (),
) -> UUID:
    """Add a row at the end; its id. Where the display is reviewed its verdict is given by the reviewers.

    Raises NotFound, IllegalStep (frozen), Invalid (question, component, bridge, reasoning, verdict, figures, quotes,
    ratings).
    """
    display = live(by, display_id)
    check_row(by, display, (frame, component) if component else None, figures, codings, rated)
    row = _new_row(display, question, frame, component, at)
    _say(row, display, question, bridge, verdict, reasoning, rated, by, at)
    link(row, figures, codings, at)
    record(by, at, "add_row", display_id)
    return row.id


@action
def add_rows_about(*, display_id: UUID, about: Sequence[Pair], by: Viewer, at: dt.datetime) -> int:
    """Add an empty row for each of these constructs that has none yet; how many were added.

    Raises NotFound, IllegalStep (frozen), Invalid (component).
    """
    display = live(by, display_id)
    check_about(by, about)
    there = {(row.frame or COMPONENTS, row.component) for row in rows_of(display)}
    named = codes(by, about)
    new = [pair for pair in dict.fromkeys(about) if pair not in there]
    for frame, component in new:
        question = _("%(name)s: what do figures and words say?") % {"name": named[frame, component].name}
        _new_row(display, question[:LONGEST_QUESTION], frame, component, at).save()
    record(by, at, "add_rows_about", display_id, {"rows": len(new)})
    return len(new)


@action
def change_row(
    *,
    row_id: UUID,
    question: str,
    by: Viewer,
    at: dt.datetime,
    verdict: Verdict | None = None,
    component: str = "",
    frame: str = COMPONENTS,
    bridge: str = "",
    reasoning: str = "",
    figures: Sequence[FigureKey] = (),
    codings: Sequence[UUID] = (),
    rated: Sequence[Pair] = (),
) -> None:
    """Say a row anew: all of it is replaced, but not what reviewers said of it. Raises as `add_row`."""
    row, display = live_row(by, row_id)
    check_row(by, display, (frame, component) if component else None, figures, codings, rated)
    row.frame, row.component = (frame, component) if component else ("", "")
    _say(row, display, question, bridge, verdict, reasoning, rated, by, at)
    unlink(row)
    link(row, figures, codings, at)
    record(by, at, "change_row", display.id)


def _new_row(display: JointDisplay, question: str, frame: str, component: str, at: dt.datetime) -> DisplayRow:
    """A row at the end, not saved yet."""
    last = rows_of(display).aggregate(last=Max("place"))["last"]
    return DisplayRow(
        programme_id=display.programme_id,
        display=display,
        place=(last or 0) + 1,
        frame=frame if component else "",
        component=component,
        question=question,
        created_at=at,
    )


def _say(
    row: DisplayRow,
    display: JointDisplay,
    question: str,
    bridge: str,
    verdict: Verdict | None,
    reasoning: str,
    rated: Sequence[Pair],
    by: Viewer,
    at: dt.datetime,
) -> None:
    """Put what was said on the row and save it; a reviewed row keeps its verdict and the reason for it."""
    row.question = said("question", question, LONGEST_QUESTION)
    row.bridge = fitting("bridge", bridge, LONGEST_TEXT)
    row.rated = [list(pair) for pair in dict.fromkeys(rated)]
    if not reviewers_of(display):
        row.reasoning = fitting("reasoning", reasoning, LONGEST_TEXT)
        row.verdict = verdict or ""
        row.decided_by_id, row.decided_at = (who(by), at) if verdict else (None, None)
    elif verdict is not None:
        raise Invalid({"verdict": _("Reviewers judge this display, each apart. Give yours beside the row.")})
    row.save()
