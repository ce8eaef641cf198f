"""Writing, changing and removing memos about a source, a code or the study."""

import datetime as dt
from uuid import UUID

from django.utils.translation import gettext as _

from linkwork.core.actions import action
from linkwork.core.errors import IllegalStep, Invalid, NotFound
from linkwork.core.viewer import Kind, Viewer
from linkwork.evaluation.coding.access import check_may_change, check_may_code
from linkwork.evaluation.coding.actions.codings import LONGEST_MEMO
from linkwork.evaluation.coding.models import Memo
from linkwork.evaluation.coding.reads.rows import codes
from linkwork.evaluation.studies import reads as studies
from linkwork.evaluation.studies.access import check_part
from linkwork.evaluation.studies.rules import Doing
from linkwork.trail import actions as trail


@action
def add_memo(
    *,
    study_id: UUID,
    text: str,
    by: Viewer,
    at: dt.datetime,
    source_id: UUID | None = None,
    code: tuple[str, str] | None = None,
) -> UUID:
    """Write a memo about a source or a code of the study, or about the study where neither is given.

    Raises NotFound, ValueError where both are given, Invalid (text).
    """
    check_may_code(by)
    if source_id and code:
        raise ValueError("A memo is about one thing.")
    studies.study(by, study_id)
    check_part(studies.part_in(by, study_id), Doing.COMMENT)
    if source_id and studies.source_line(by, source_id).study_id != study_id:
        raise NotFound(_("There is no such source in this study."))
    if code:
        codes(by, [code])  # raises NotFound for a construct of no list
    frame, construct = code or ("", "")
    row = Memo.objects.create(
        programme_id=by.programme,
        study_id=study_id,
        source_id=source_id,
        frame=frame,
        construct=construct,
        author_id=by.id if by.kind is Kind.LOGIN else None,
        text=_said(text),
        changed_at=at,
        created_at=at,
    )
    trail.record(by=by, at=at, what="coding.add_memo", about="memo", about_id=row.id)
    return row.id


@action
def change_memo(*, memo_id: UUID, text: str, by: Viewer, at: dt.datetime) -> None:
    """Write one's own memo anew. Raises NotFound, NotAllowed, Invalid (text)."""
    row = _own(by, memo_id)
    row.text, row.changed_at = _said(text), at
    row.save(update_fields=["text", "changed_at"])
    trail.record(by=by, at=at, what="coding.change_memo", about="memo", about_id=memo_id)


@action
def remove_memo(*, memo_id: UUID, by: Viewer, at: dt.datetime) -> None:
    """Remove one's own memo. Raises NotFound, NotAllowed, IllegalStep where it is removed already."""
    row = _own(by, memo_id)
    if row.removed_at is not None:
        raise IllegalStep(_("This memo is removed already."))
    row.removed_at = at
    row.save(update_fields=["removed_at"])
    trail.record(by=by, at=at, what="coding.remove_memo", about="memo", about_id=memo_id)


@action
def restore_memo(*, memo_id: UUID, by: Viewer, at: dt.datetime) -> None:
    """Bring one's own removed memo back. Raises NotFound, NotAllowed, IllegalStep where it was not removed."""
    row = _own(by, memo_id)
    if row.removed_at is None:
        raise IllegalStep(_("This memo is not removed."))
    row.removed_at = None
    row.save(update_fields=["removed_at"])
    trail.record(by=by, at=at, what="coding.restore_memo", about="memo", about_id=memo_id)


def _own(by: Viewer, memo_id: UUID) -> Memo:
    check_may_code(by)
    row = Memo.objects.select_for_update().filter(programme_id=by.programme, id=memo_id).first()
    if row is None:
        raise NotFound(_("There is no such memo in this programme."))
    check_may_change(by, row.author_id)
    check_part(studies.part_in(by, row.study_id), Doing.COMMENT)
    return row


def _said(text: str) -> str:
    said = text.strip()
    if not said:
        raise Invalid({"text": _("Write something.")})
    if len(said) > LONGEST_MEMO:
        raise Invalid({"text": _("Keep the memo under 5,000 characters.")})
    return said
