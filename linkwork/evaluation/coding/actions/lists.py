"""Own lists of codes, and which frames a study uses."""

import datetime as dt
from collections.abc import Collection, Sequence
from uuid import UUID

from django.utils.translation import gettext as _

from linkwork.core.actions import action
from linkwork.core.errors import Invalid
from linkwork.core.text import fold
from linkwork.core.viewer import Viewer
from linkwork.evaluation.coding.access import check_may_keep_codebook
from linkwork.evaluation.coding.actions.parts.lookups import LONGEST_NAME, check_study, is_shipped, the_list
from linkwork.evaluation.coding.models import CodeList, StudyFrame
from linkwork.evaluation.coding.rules.own import ListKind, frame_id_of
from linkwork.instruments import frames as shipped
from linkwork.trail import actions as trail


@action
def choose_frames(
    *, study_id: UUID, frames: Sequence[tuple[str, Collection[str]]], by: Viewer, at: dt.datetime
) -> None:
    """Say which frames a study uses, in order, each with the constructs left out.

    Own lists may be named to give them their place; one that is not named stands after the others. Nothing that was
    coded is touched. Raises NotFound, Invalid (frames).
    """
    check_may_keep_codebook(by)
    check_study(by, study_id)
    own = {
        frame_id_of(one)
        for one in CodeList.objects.filter(programme_id=by.programme, study_id=study_id).values_list(
            "id", flat=True
        )
    }
    _check_frames(frames, own)
    StudyFrame.objects.filter(programme_id=by.programme, study_id=study_id).delete()
    StudyFrame.objects.bulk_create(
        StudyFrame(
            programme_id=by.programme,
            study_id=study_id,
            frame=frame_id,
            position=place,
            left_out=sorted(left_out),
            created_at=at,
        )
        for place, (frame_id, left_out) in enumerate(frames)
    )
    detail: dict[str, object] = {"frames": {frame_id: len(left_out) for frame_id, left_out in frames}}
    trail.record(by=by, at=at, what="coding.choose_frames", about="study", about_id=study_id, detail=detail)


def _check_frames(frames: Sequence[tuple[str, Collection[str]]], own: Collection[str]) -> None:
    named = [frame_id for frame_id, _left_out in frames]
    if not named and not own:
        raise Invalid({"frames": _("Choose at least one frame, or make a list of your own first.")})
    if len(set(named)) < len(named):
        raise Invalid({"frames": _("A frame stands there twice. Name each once.")})
    for frame_id, left_out in frames:
        if frame_id in own:
            continue
        if frame_id not in shipped.frame_ids() or not shipped.frame(frame_id).for_coding:
            raise Invalid({"frames": _("There is no such frame to code with. Choose from the list.")})
        if not all(is_shipped(frame_id, one) for one in left_out):
            raise Invalid({"frames": _("What is left out must be in the frame. Choose from the list.")})
        if {one.id for one in shipped.frame(frame_id).domains} <= set(left_out):
            raise Invalid({"frames": _("Nothing is left of a frame. Leave the whole frame out instead.")})


@action
def add_list(*, study_id: UUID, title: str, kind: ListKind, by: Viewer, at: dt.datetime) -> UUID:
    """Begin a list of the study's own; its id. Raises NotFound, Invalid (title)."""
    check_may_keep_codebook(by)
    check_study(by, study_id)
    title = _title(by, study_id, title)
    row = CodeList.objects.create(
        programme_id=by.programme,
        study_id=study_id,
        title=title,
        title_key=fold(title)[:LONGEST_NAME],
        kind=kind,
        created_at=at,
    )
    trail.record(by=by, at=at, what="coding.add_list", about="code_list", about_id=row.id)
    return row.id


@action
def rename_list(*, list_id: UUID, title: str, kind: ListKind, by: Viewer, at: dt.datetime) -> None:
    """Call an own list otherwise. Raises NotFound, Invalid (title)."""
    check_may_keep_codebook(by)
    row = the_list(by, list_id)
    row.title = _title(by, row.study_id, title, list_id)
    row.title_key = fold(row.title)[:LONGEST_NAME]
    row.kind = kind
    row.save(update_fields=["title", "title_key", "kind"])
    trail.record(by=by, at=at, what="coding.rename_list", about="code_list", about_id=list_id)


def _title(by: Viewer, study_id: UUID, title: str, but: UUID | None = None) -> str:
    title = title.strip()
    if not title:
        raise Invalid({"title": _("Give the list a title.")})
    if len(title) > LONGEST_NAME:
        raise Invalid({"title": _("Keep the title under 120 characters.")})
    there = CodeList.objects.filter(
        programme_id=by.programme, study_id=study_id, title_key=fold(title)[:LONGEST_NAME]
    )
    if but:
        there = there.exclude(id=but)
    if there.exists():
        raise Invalid({"title": _("There is a list with this title already. Choose another title.")})
    return title
