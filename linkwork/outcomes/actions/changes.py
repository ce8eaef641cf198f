"""Noting what changed: the only writes of this room."""

import datetime as dt
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as _

from linkwork.casework import reads as casework
from linkwork.core.actions import action
from linkwork.core.errors import Invalid
from linkwork.core.viewer import Viewer
from linkwork.outcomes.access import check_may_note
from linkwork.outcomes.models import Change
from linkwork.outcomes.rules.changes import Direction
from linkwork.trail import actions as trail


@action
def record_change(
    *, case_id: UUID, direction: Direction, noted_on: dt.date, by: Viewer, at: dt.datetime, words: str = ""
) -> UUID:
    """Note what changed for a person; its id. Closed cases too: people are asked again later.

    Raises NotFound, Invalid for a day to come or before the case began.
    """
    check_may_note(by)
    case = casework.case_head(by, case_id)
    if noted_on > timezone.localdate(at):
        raise Invalid({"noted_on": _("This day has not come yet. Choose today or an earlier day.")})
    if noted_on < case.opened_on:
        raise Invalid({"noted_on": _("This is before the support began. Choose a later day.")})
    row = Change.objects.create(
        programme_id=by.programme,
        case_id=case.id,
        worker_id=by.id,
        direction=direction,
        words=words.strip(),
        noted_on=noted_on,
        created_at=at,
    )
    trail.record(
        by=by,
        at=at,
        what="outcomes.record_change",
        about="case",
        about_id=case.id,
        detail={"direction": direction.value},
    )
    return row.id
