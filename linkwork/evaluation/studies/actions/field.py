"""Keeping a field conversation: what was said, and apart from it what the researcher thinks."""

import datetime as dt
from uuid import UUID

from django.utils.translation import gettext as _

from linkwork.core.actions import action
from linkwork.core.errors import Invalid
from linkwork.core.viewer import Viewer
from linkwork.evaluation.studies.actions.sources import add_source
from linkwork.evaluation.studies.models import FieldNote
from linkwork.evaluation.studies.rules import ConsentForm, Group, SourceKind
from linkwork.programmes.rules import Stage
from linkwork.trail import actions as trail


@action
def note_conversation(
    *,
    study_id: UUID,
    title: str,
    said: str,
    held_on: dt.date,
    language: str,
    by: Viewer,
    at: dt.datetime,
    group: Group | None = None,
    stage: Stage | None = None,
    place: str = "",
    thoughts: str = "",
    consent: ConsentForm = ConsentForm.ANALYSE,
) -> UUID:
    """Bring a field conversation into a study; the source's id. Raises as `add_source`, Invalid (held_on)."""
    if held_on > at.date() + dt.timedelta(days=1):  # a day ahead is today somewhere
        raise Invalid({"held_on": _("This day has not come yet.")})
    source_id = add_source(
        study_id=study_id,
        title=title,
        kind=SourceKind.FIELD_CONVERSATION,
        text=said,
        language=language,
        group=group,
        stage=stage,
        consent=consent,
        by=by,
        at=at,
    )
    FieldNote.objects.create(
        programme_id=by.programme,
        source_id=source_id,
        held_on=held_on,
        place=place.strip(),
        thoughts=thoughts.strip(),
        created_at=at,
    )
    trail.record(by=by, at=at, what="studies.note_conversation", about="source", about_id=source_id)
    return source_id
