"""The only writes: an errand is asked for, moved on by the runner, stopped by whoever asked, forgotten."""

import datetime as dt
from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from linkwork.core.actions import action
from linkwork.core.errors import NotFound
from linkwork.core.ids import new_id
from linkwork.core.viewer import Viewer
from linkwork.errands import places
from linkwork.errands.access import check_may_ask, check_runs
from linkwork.errands.models import Errand
from linkwork.errands.rules import State, after_interruption, forgotten_before, next_state
from linkwork.trail import actions as trail

LONGEST_ABOUT, LONGEST_SAID, LONGEST_ERROR = 160, 200, 600


@action
def ask(
    *, kind: str, given: Mapping[str, Any], language: str, by: Viewer, at: dt.datetime, about: str = ""
) -> UUID:
    """Ask for something long; its id. What was asked for in the same words and is not done yet is not asked twice.

    `given` are ids and choices, as plain values. Raises NotAllowed.
    """
    check_may_ask(by)
    same = Errand.objects.filter(
        programme_id=by.programme, asked_by_id=by.id, kind=kind, language=language, ended_at__isnull=True
    )
    for row in same:
        if row.given == dict(given):
            return row.id
    row = Errand.objects.create(
        id=new_id(),  # by the clock, also where `at` is another day: what waits is done in this order
        programme_id=by.programme,
        created_at=at,
        kind=kind,
        about=about[:LONGEST_ABOUT],
        given=dict(given),
        language=language,
        asked_by_id=by.worker_id,
        state=State.WAITING,
    )
    _record("ask", row, by, at)
    return row.id


@action
def begin(*, errand_id: UUID, by: Viewer, at: dt.datetime) -> None:
    """The runner takes it in hand. Raises IllegalStep where it does not wait any more."""
    row = _run(errand_id, by)
    row.state = next_state(State(row.state), State.WORKING)
    row.tries += 1
    row.parts = row.parts_done = 0
    row.doing = ""
    row.save()
    _record("begin", row, by, at)


@action
def note_progress(*, errand_id: UUID, done: int, parts: int, doing: str, by: Viewer, at: dt.datetime) -> None:
    """Say how far it is. No step, so that no row of the trail is made of it."""
    check_runs(by)
    Errand.objects.filter(programme_id=by.programme, id=errand_id, state=State.WORKING).update(
        parts=parts, parts_done=done, doing=doing[:LONGEST_SAID]
    )


@action
def finish(*, errand_id: UUID, brought: Mapping[str, Any], by: Viewer, at: dt.datetime) -> None:
    """It is done: a file lies in its place, or a page goes on. Raises IllegalStep where it was stopped."""
    row = _run(errand_id, by)
    row.state = next_state(State(row.state), State.DONE)
    row.parts_done, row.doing, row.ended_at, row.brought = row.parts, "", at, dict(brought)
    row.save()
    _record("finish", row, by, at)


@action
def fail(*, errand_id: UUID, error: str, by: Viewer, at: dt.datetime) -> None:
    """It could not be done, for a reason in plain words. Raises IllegalStep where it was stopped."""
    row = _run(errand_id, by)
    row.state = next_state(State(row.state), State.FAILED)
    row.doing, row.ended_at, row.error = "", at, error[:LONGEST_ERROR]
    row.save()
    _record("fail", row, by, at)


@action
def take_up_again(*, by: Viewer, at: dt.datetime) -> int:
    """What was begun in this programme and is in nobody's hands waits again; how many that was.

    The runner asks while it holds the programme, so that whoever began it is gone. What breaks off three times fails.
    """
    check_runs(by)
    rows = list(Errand.objects.select_for_update().filter(programme_id=by.programme, state=State.WORKING))
    for row in rows:
        row.state = next_state(State.WORKING, after_interruption(row.tries))
        row.doing, row.parts, row.parts_done = "", 0, 0
        if row.state == State.FAILED:
            row.ended_at = at
            row.error = _("The work broke off three times. Tell whoever runs Linkwork on this machine.")
        row.save()
        _record("take_up_again", row, by, at)
    return len(rows)


@action
def stop(*, errand_id: UUID, by: Viewer, at: dt.datetime) -> None:
    """Whoever asked does not want it any more. Raises NotFound; IllegalStep where it ended already."""
    row = _own(errand_id, by)
    row.state = next_state(State(row.state), State.STOPPED)
    row.doing, row.ended_at = "", at
    row.save()
    _record("stop", row, by, at)


@action
def take_file(*, errand_id: UUID, by: Viewer, at: dt.datetime) -> None:
    """Note that whoever asked took the file along. Raises NotFound."""
    _record("take_file", _own(errand_id, by), by, at)


@action
def forget_old(*, by: Viewer, at: dt.datetime) -> int:
    """Forget what ended some days ago, and its files; how many."""
    check_runs(by)
    rows = Errand.objects.filter(programme_id=by.programme, ended_at__lte=forgotten_before(at))
    gone = list(rows.values_list("id", flat=True))
    if gone:
        Errand.objects.filter(programme_id=by.programme, id__in=gone).delete()
        trail.record(by=by, at=at, what="errands.forget_old", about="errand", detail={"count": len(gone)})
        transaction.on_commit(lambda: places.remove(*gone))
    return len(gone)


def _own(errand_id: UUID, by: Viewer) -> Errand:
    return _locked(Errand.objects.filter(asked_by_id=by.id), errand_id, by)


def _run(errand_id: UUID, by: Viewer) -> Errand:
    check_runs(by)
    return _locked(Errand.objects.all(), errand_id, by)


def _locked(rows: Any, errand_id: UUID, by: Viewer) -> Errand:
    row: Errand | None = rows.select_for_update().filter(programme_id=by.programme, id=errand_id).first()
    if row is None:
        raise NotFound(_("This is no longer kept, or somebody else asked for it."))
    return row


def _record(verb: str, row: Errand, by: Viewer, at: dt.datetime) -> None:
    detail: dict[str, object] = {"kind": row.kind, "state": str(row.state), "tries": row.tries}
    trail.record(by=by, at=at, what=f"errands.{verb}", about="errand", about_id=row.id, detail=detail)
