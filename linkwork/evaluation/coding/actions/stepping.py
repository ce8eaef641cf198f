"""Taking steps back and doing them again; and the parts of other actions that make that possible."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import asdict
from uuid import UUID

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from linkwork.core.actions import action, part_of_action
from linkwork.core.errors import IllegalStep, NotFound, Refused
from linkwork.core.viewer import Kind, Viewer
from linkwork.evaluation.coding.access import check_may_change, check_may_code
from linkwork.evaluation.coding.actions.parts.lookups import standing, touched
from linkwork.evaluation.coding.models import Coding, CodingCode, Step
from linkwork.evaluation.coding.rules.steps import Change, State, StepKind, Touched
from linkwork.evaluation.studies.access import check_part
from linkwork.evaluation.studies.reads.parts import part, with_part
from linkwork.evaluation.studies.reads.sources import text_hashes
from linkwork.evaluation.studies.rules import Doing
from linkwork.trail import actions as trail

PLAIN = ("start", "end", "valence", "strength", "stage", "memo")


@action
def undo(*, source_id: UUID, by: Viewer, at: dt.datetime) -> Touched:
    """Take back one's own last step at the desk of this source; the coding it was about.

    Raises NotFound where there is nothing to undo, Refused where the text was edited since.
    """
    check_may_code(by)
    return _turned(_own_steps(by, source_id).filter(undone_at__isnull=True).order_by("-id"), True, by, at)[0]


@action
def redo(*, source_id: UUID, by: Viewer, at: dt.datetime) -> Touched:
    """Do again the step one undid last. Raises NotFound, Refused as `undo` does."""
    check_may_code(by)
    return _turned(_own_steps(by, source_id).filter(undone_at__isnull=False).order_by("id"), False, by, at)[0]


@action
def undo_found(*, step_id: UUID, by: Viewer, at: dt.datetime) -> int:
    """Take back all that one's own search coded at once; how many codings. Raises NotFound, IllegalStep."""
    check_may_code(by)
    rows = Step.objects.filter(programme_id=by.programme, coder_id=by.id, kind=StepKind.SEARCH, id=step_id)
    if rows.filter(undone_at__isnull=False).exists():
        raise IllegalStep(_("This is undone already."))
    return len(_turned(rows, True, by, at))


@part_of_action
def own_coding(*, coding_id: UUID, by: Viewer, at: dt.datetime) -> Coding:
    """One's own coding, held until the action ends. Raises NotFound, NotAllowed."""
    check_may_code(by)
    rows = Coding.objects.select_for_update().filter(programme_id=by.programme, id=coding_id)
    row = with_part(rows, by).first()
    if row is None:
        raise NotFound(_("There is no such coding in this programme."))
    check_may_change(by, row.coder_id)
    check_part(part(by, row), Doing.CODE)
    return row


@part_of_action
def step(
    *, kind: StepKind, row: Coding, changes: Sequence[Change], by: Viewer, at: dt.datetime
) -> UUID | None:
    """Keep what was done, so that its coder can undo it; what they undid before cannot be done again then.

    The command line's own codings have no coder, and no steps.
    """
    if by.kind is not Kind.LOGIN:
        return None
    source_id = None if kind is StepKind.SEARCH else row.source_id
    if source_id:
        _own_steps(by, source_id).filter(undone_at__isnull=False).delete()
    kept = Step.objects.create(
        programme_id=by.programme,
        study_id=row.study_id,
        source_id=source_id,
        coder_id=by.worker_id,
        kind=kind,
        changes=[asdict(change) for change in changes],
        created_at=at,
    )
    return kept.id


@part_of_action
def put(*, row: Coding, state: State, by: Viewer, at: dt.datetime) -> None:
    """Give a coding the state's parts."""
    if "codes" in state:
        codes = [(frame, construct) for frame, construct in state["codes"]]
        _put_codes(row, standing(row.programme_id, codes), at)
    plain: list[str] = [name for name in PLAIN if name in state]
    for name in plain:
        setattr(row, name, state[name])  # type: ignore[literal-required]
    if "removed" in state:
        row.removed_at = at if state["removed"] else None
        plain.append("removed_at")
    if plain:
        row.save(update_fields=plain)


def _put_codes(row: Coding, wanted: set[tuple[str, str]], at: dt.datetime) -> None:
    held = CodingCode.objects.filter(programme_id=row.programme_id, coding_id=row.id)
    there = {(one.frame, one.construct): one.id for one in held}
    held.filter(id__in=[there[code] for code in there.keys() - wanted]).delete()
    CodingCode.objects.bulk_create(
        CodingCode(programme_id=row.programme_id, coding=row, frame=frame, construct=construct, created_at=at)
        for frame, construct in sorted(wanted - there.keys())
    )


def _own_steps(by: Viewer, source_id: UUID) -> QuerySet[Step]:
    return Step.objects.filter(programme_id=by.programme, coder_id=by.id, source_id=source_id)


def _turned(steps: QuerySet[Step], back: bool, by: Viewer, at: dt.datetime) -> list[Touched]:
    """Take back (or do again) the first of these steps; the codings it was about."""
    kept = with_part(steps, by).first()
    if kept is None:
        raise NotFound(_("There is nothing to undo.") if back else _("There is nothing to do again."))
    check_part(part(by, kept), Doing.CODE)
    changes = [Change(**one) for one in kept.changes]
    wanted = {UUID(change.coding) for change in changes}
    rows = Coding.objects.select_for_update().filter(programme_id=by.programme, id__in=wanted, coder_id=by.id)
    found = {row.id: row for row in rows}
    now = text_hashes(by, {row.source_id for row in found.values()})
    done = []
    for change in changes:
        row, state = found[UUID(change.coding)], change.before if back else change.after
        lost = state.get("removed") is False and row.text_hash != now[row.source_id]
        if lost or (change.moves and change.hash != row.text_hash):
            raise Refused(_("The text has been edited since. Place the coding anew instead."))
        before = (row.start, row.end)
        put(row=row, state=state, by=by, at=at)
        done.append(touched(row, *before))
    kept.undone_at = at if back else None
    kept.save(update_fields=["undone_at"])
    verb = "undo" if back else "redo"
    detail: dict[str, object] = {"kind": kept.kind, "codings": len(changes)}
    trail.record(by=by, at=at, what=f"coding.{verb}", about="step", about_id=kept.id, detail=detail)
    return done
