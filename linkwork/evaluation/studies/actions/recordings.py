"""Keeping the sound of a talk beside its transcript. The file itself is put in its place by the room of exchange."""

import datetime as dt
from uuid import UUID

from linkwork.core.actions import action
from linkwork.core.viewer import Viewer
from linkwork.evaluation.studies.actions.shared import _source_for
from linkwork.evaluation.studies.models import Recording
from linkwork.evaluation.studies.rules import Doing
from linkwork.trail import actions as trail


@action
def keep_recording(
    *, source_id: UUID, stored: str, media_type: str, size: int, sha256: str, by: Viewer, at: dt.datetime
) -> str:
    """Say where the recording of a source lies; the name of the file it replaces, or nothing. Raises NotFound."""
    row = _source_for(by, source_id, Doing.CODE)
    before = Recording.objects.filter(programme_id=by.programme, source_id=row.id).first()
    if before is not None:
        before.delete()
    Recording.objects.create(
        programme_id=by.programme,
        source_id=row.id,
        stored=stored,
        media_type=media_type,
        size=size,
        sha256=sha256,
        created_at=at,
    )
    detail: dict[str, object] = {"size": size, "type": media_type}
    trail.record(by=by, at=at, what="studies.keep_recording", about="source", about_id=row.id, detail=detail)
    return before.stored if before else ""


@action
def drop_recording(*, source_id: UUID, by: Viewer, at: dt.datetime) -> str:
    """Take the recording of a source away; the name of the file to delete, or nothing. Raises NotFound."""
    row = _source_for(by, source_id, Doing.CODE)
    before = Recording.objects.filter(programme_id=by.programme, source_id=row.id).first()
    if before is None:
        return ""
    before.delete()
    trail.record(by=by, at=at, what="studies.drop_recording", about="source", about_id=row.id)
    return before.stored
