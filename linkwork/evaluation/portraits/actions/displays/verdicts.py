"""Judging rows: each reviewer apart, opened, settled by a named person where they differ."""

import datetime as dt
from uuid import UUID

from django.utils.translation import gettext as _

from linkwork.core.actions import action
from linkwork.core.errors import IllegalStep, NotAllowed
from linkwork.core.viewer import Viewer
from linkwork.evaluation.coding.access import leads
from linkwork.evaluation.portraits.actions.displays.parts import live, live_row, record, who
from linkwork.evaluation.portraits.actions.parts.checks import LONGEST_TEXT, said
from linkwork.evaluation.portraits.models import DisplayRow, JointDisplay, RowVerdict
from linkwork.evaluation.portraits.reads.displays.live import Linked, Reviewing, linked_rows, reviewing
from linkwork.evaluation.portraits.rules.displays.verdicts import is_open
from linkwork.evaluation.portraits.rules.kinds import Verdict


@action
def give_verdict(*, row_id: UUID, verdict: Verdict, reasoning: str, by: Viewer, at: dt.datetime) -> None:
    """Judge a row as one of its reviewers; anew as long as the others' verdicts are not open.

    Raises NotFound, NotAllowed (not a reviewer), IllegalStep (frozen, decided or open), Invalid (reasoning).
    """
    row, display = live_row(by, row_id)
    people, linked = _reviewing(by, row, display)
    if by.id not in people.ids:
        raise NotAllowed(_("Only the reviewers of this display judge its rows."))
    given = people.of(linked)
    mine = next((one for one in given if one.reviewer_id == by.id), None)
    if row.verdict:
        raise IllegalStep(_("This row is decided. Ask for it to be judged anew first."))
    if mine is not None and is_open(people.ids, given, display.opened_at is not None):
        raise IllegalStep(_("The reviewers see each other’s verdicts now. Settle the row instead."))
    reviewer = display.reviewers.get(programme_id=by.programme, reviewer_id=by.id)
    RowVerdict.objects.update_or_create(
        programme_id=by.programme,
        row=row,
        reviewer=reviewer,
        defaults={
            "verdict": verdict,
            "reasoning": said("reasoning", reasoning, LONGEST_TEXT),
            "fingerprint": linked.fingerprint,
            "created_at": at,
        },
    )
    record(by, at, "give_verdict", display.id, {"row": str(row_id)})


@action
def open_verdicts(*, display_id: UUID, by: Viewer, at: dt.datetime) -> None:
    """Let reviewers see each other's verdicts also where not all have judged. For who opened the display.

    Raises NotFound, NotAllowed, IllegalStep (frozen, open already).
    """
    display = live(by, display_id)
    _check_leads(by, display)
    if display.opened_at is not None:
        raise IllegalStep(_("The verdicts are open already."))
    display.opened_at = at
    display.save(update_fields=["opened_at"])
    record(by, at, "open_verdicts", display_id)


@action
def settle_verdict(*, row_id: UUID, verdict: Verdict, reasoning: str, by: Viewer, at: dt.datetime) -> None:
    """Decide a row whose verdicts are open, with a reason; what the reviewers said stays.

    Raises NotFound, IllegalStep (frozen, or reviewers still judge apart), Invalid (reasoning).
    """
    row, display = live_row(by, row_id)
    people, linked = _reviewing(by, row, display)
    if people.ids and not is_open(people.ids, people.of(linked), display.opened_at is not None):
        raise IllegalStep(_("The reviewers have not all judged this row yet."))
    row.verdict, row.reasoning = verdict, said("reasoning", reasoning, LONGEST_TEXT)
    row.decided_by_id, row.decided_at = who(by), at
    row.save(update_fields=["verdict", "reasoning", "decided_by", "decided_at"])
    record(by, at, "settle_verdict", display.id, {"row": str(row_id), "verdict": verdict.value})


@action
def judge_anew(*, row_id: UUID, by: Viewer, at: dt.datetime) -> None:
    """Take all verdicts off a row, because it was changed since. For who opened the display.

    Raises NotFound, NotAllowed, IllegalStep (frozen).
    """
    row, display = live_row(by, row_id)
    _check_leads(by, display)
    RowVerdict.objects.filter(programme_id=by.programme, row=row).delete()
    row.verdict, row.reasoning = "", ""
    row.decided_by_id, row.decided_at = None, None
    row.save(update_fields=["verdict", "reasoning", "decided_by", "decided_at"])
    record(by, at, "judge_anew", display.id, {"row": str(row_id)})


def _reviewing(by: Viewer, row: DisplayRow, display: JointDisplay) -> tuple[Reviewing, Linked]:
    return reviewing(by, display.id), linked_rows(by, display.id, row.id)[0]


def _check_leads(by: Viewer, display: JointDisplay) -> None:
    if not leads(by, display.opened_by_id):
        raise NotAllowed(_("Only who opened the display does this."))
