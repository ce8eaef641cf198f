"""A new version of a source's text. The room of codings calls this and moves its codings along."""

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models.functions import Length
from django.utils.translation import gettext as _

from linkwork.core.actions import part_of_action
from linkwork.core.errors import Invalid
from linkwork.core.viewer import Viewer
from linkwork.evaluation.studies.actions.shared import _source_for
from linkwork.evaluation.studies.models import EarlierText, Source, Turn
from linkwork.evaluation.studies.reads import fault_sentence
from linkwork.evaluation.studies.reads.parts import with_part
from linkwork.evaluation.studies.rules import Doing, Part, Unreadable, hash_of, normalised, part_of
from linkwork.evaluation.studies.rules.shifting import Shift, changes
from linkwork.trail import actions as trail


@dataclass(frozen=True)
class HeldText:
    """A source's text while it is held: its version and hash, its length in code points, the viewer's part in it."""

    id: UUID
    study_id: UUID
    version: int
    hash: str
    sealed: bool
    length: int
    my_part: Part | None


@part_of_action
def hold_texts(*, source_ids: Collection[UUID], by: Viewer, at: dt.datetime) -> dict[UUID, HeldText]:
    """Keep these sources' texts as they are until the action ends; what they are now, by id. Sealed ones too."""
    rows = Source.objects.select_for_update(no_key=True).filter(programme_id=by.programme, id__in=source_ids)
    told: Any = with_part(rows.order_by("id"), by).annotate(length=Length("text"))
    columns = ("id", "study_id", "version", "sha256", "withdrawn_at", "length", "named_part", "has_team")
    return {
        source_id: HeldText(
            source_id, study, version, sha256, sealed is not None, length, part_of(by, named, has_team=team)
        )
        for source_id, study, version, sha256, sealed, length, named, team in told.values_list(*columns)
    }


@part_of_action
def replace_text(*, source_id: UUID, text: str, by: Viewer, at: dt.datetime) -> str:
    """Give a source a new version of its text, kept as it is normalised; the text it had.

    The earlier version is kept beside it and the turns move along. Raises NotFound, NotAllowed, Invalid (text) where
    the text cannot be kept or is the same.
    """
    row = _source_for(by, source_id, Doing.CODE)
    try:
        new = normalised(text)
    except Unreadable as fault:
        raise Invalid({"text": fault_sentence(fault.fault)}) from fault
    old = row.text
    _check_new(by, row, new)
    EarlierText.objects.create(
        programme_id=by.programme,
        source=row,
        version=row.version,
        text=old,
        sha256=row.sha256,
        created_at=at,
    )
    _write(row, new)
    _move_turns(row, Shift(changes(old, new)))
    detail: dict[str, object] = {"version": row.version, "characters": len(new)}
    trail.record(by=by, at=at, what="studies.replace_text", about="source", about_id=row.id, detail=detail)
    return old


def _check_new(by: Viewer, row: Source, new: str) -> None:
    if new == row.text:
        raise Invalid({"text": _("Nothing was changed.")})
    there = Source.objects.filter(programme_id=by.programme, study_id=row.study_id, sha256=hash_of(new))
    if there.exists():
        raise Invalid({"text": _("This very text is in the study already.")})


def _write(row: Source, new: str) -> None:
    row.text, row.sha256, row.version = new, hash_of(new), row.version + 1
    row.save(update_fields=["text", "sha256", "version"])


def _move_turns(row: Source, shift: Shift) -> None:
    """Turns go where their words went; one whose words are gone goes with them."""
    turns = list(Turn.objects.filter(programme_id=row.programme_id, source_id=row.id).order_by("start"))
    Turn.objects.filter(programme_id=row.programme_id, source_id=row.id).delete()
    kept, last = [], -1
    for turn in turns:
        start = shift.place(turn.start)
        turn.end = shift.place(turn.end - 1) + 1
        turn.said_from = min(max(shift.place(turn.said_from), start), turn.end)
        turn.start = start
        if last < turn.start < turn.end <= len(row.text) and row.text[turn.said_from : turn.end].strip():
            kept.append(turn)
            last = turn.start
    Turn.objects.bulk_create(kept)
