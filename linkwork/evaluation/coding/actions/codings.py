"""Coding passages, and taking that back."""

import datetime as dt
from collections.abc import Sequence
from uuid import UUID

from django.utils.translation import gettext as _

from linkwork.core.actions import action
from linkwork.core.errors import IllegalStep, Invalid, NotFound
from linkwork.core.viewer import Kind, Viewer
from linkwork.evaluation.coding.access import check_may_change, check_may_code
from linkwork.evaluation.coding.models import Coding, CodingCode
from linkwork.evaluation.coding.rules import Origin, Valence, is_within
from linkwork.evaluation.studies import reads as studies
from linkwork.evaluation.studies.access import check_part
from linkwork.evaluation.studies.rules import Doing
from linkwork.instruments import frames
from linkwork.programmes.rules import Stage
from linkwork.trail import actions as trail

LONGEST_MEMO = 5000
Code = tuple[str, str]


@action
def code_passage(
    *,
    source_id: UUID,
    start: int,
    end: int,
    constructs: Sequence[Code],
    valence: Valence,
    by: Viewer,
    at: dt.datetime,
    strength: int | None = None,
    stage: Stage | None = None,
    memo: str = "",
    origin: Origin = Origin.MANUAL,
) -> UUID:
    """Code one passage with one or more constructs, as (frame id, construct id); the coding's id.

    `start` and `end` count code points of the source's text, `end` exclusive. `stage` only where it differs from the
    source's own. Raises NotFound, or Invalid (passage, constructs, strength, memo).
    """
    check_may_code(by)
    source = studies.source(by, source_id)
    check_part(source.my_part, Doing.CODE)
    codes = list(dict.fromkeys(constructs))
    _check(start, end, len(source.text), codes, strength, memo)
    row = Coding.objects.create(
        programme_id=by.programme,
        study_id=source.study_id,
        source_id=source_id,
        text_hash=source.hash,
        start=start,
        end=end,
        coder_id=by.id if by.kind is Kind.LOGIN else None,
        valence=valence,
        strength=strength,
        stage=stage or "",
        memo=memo.strip(),
        origin=origin,
        created_at=at,
    )
    CodingCode.objects.bulk_create(
        CodingCode(programme_id=by.programme, coding=row, frame=frame, construct=construct, created_at=at)
        for frame, construct in codes
    )
    detail: dict[str, object] = {"source": str(source_id), "start": start, "end": end, "codes": len(codes)}
    trail.record(by=by, at=at, what="coding.code_passage", about="coding", about_id=row.id, detail=detail)
    return row.id


@action
def write_memo(*, coding_id: UUID, memo: str, by: Viewer, at: dt.datetime) -> None:
    """Write or replace the memo of one's own coding. Raises NotFound, Invalid (memo)."""
    row = _own(by, coding_id)
    if len(memo) > LONGEST_MEMO:
        raise Invalid({"memo": _("Keep the memo under 5,000 characters.")})
    row.memo = memo.strip()
    row.save(update_fields=["memo"])
    trail.record(by=by, at=at, what="coding.write_memo", about="coding", about_id=coding_id)


@action
def remove_coding(*, coding_id: UUID, by: Viewer, at: dt.datetime) -> None:
    """Take one's own coding out of every count and page. Raises NotFound, IllegalStep where it is removed already."""
    row = _own(by, coding_id)
    if row.removed_at is not None:
        raise IllegalStep(_("This coding is removed already."))
    row.removed_at = at
    row.save(update_fields=["removed_at"])
    trail.record(by=by, at=at, what="coding.remove_coding", about="coding", about_id=coding_id)


@action
def restore_coding(*, coding_id: UUID, by: Viewer, at: dt.datetime) -> None:
    """Bring one's own removed coding back. Raises NotFound, IllegalStep where it was not removed."""
    row = _own(by, coding_id)
    if row.removed_at is None:
        raise IllegalStep(_("This coding is not removed."))
    if studies.source_line(by, row.source_id).hash != row.text_hash:
        raise IllegalStep(
            _("The text was edited and these words are no longer in it. Code the passage anew.")
        )
    row.removed_at = None
    row.save(update_fields=["removed_at"])
    trail.record(by=by, at=at, what="coding.restore_coding", about="coding", about_id=coding_id)


def _own(by: Viewer, coding_id: UUID) -> Coding:
    check_may_code(by)
    row = Coding.objects.select_for_update().filter(programme_id=by.programme, id=coding_id).first()
    if row is None:
        raise NotFound(_("There is no such coding in this programme."))
    check_may_change(by, row.coder_id)
    check_part(studies.part_in(by, row.study_id), Doing.CODE)
    return row


def _check(start: int, end: int, length: int, codes: Sequence[Code], strength: int | None, memo: str) -> None:
    errors = {}
    if not is_within(start, end, length):
        errors["passage"] = _("Choose some words of the text.")
    if not codes:
        errors["constructs"] = _("Choose at least one construct.")
    elif not all(_is_known(*code) for code in codes):
        errors["constructs"] = _("One of these constructs is in no frame. Choose it from the list.")
    if strength is not None and strength not in (1, 2, 3):
        errors["strength"] = _("Choose a strength from 1 to 3, or none.")
    if len(memo) > LONGEST_MEMO:
        errors["memo"] = _("Keep the memo under 5,000 characters.")
    if errors:
        raise Invalid(errors)


def _is_known(frame_id: str, construct_id: str) -> bool:
    if frame_id not in frames.frame_ids():
        return False
    frame = frames.frame(frame_id)
    return frame.for_coding and frame.has(construct_id)
