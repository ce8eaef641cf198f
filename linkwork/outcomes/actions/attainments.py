"""Noting how far a goal came."""

import datetime as dt
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as _

from linkwork.casework import reads as casework
from linkwork.core.actions import action
from linkwork.core.errors import Invalid
from linkwork.core.ids import id_at
from linkwork.core.viewer import Viewer
from linkwork.outcomes.access import check_may_note
from linkwork.outcomes.models import Attainment
from linkwork.outcomes.rules.attainment import Level
from linkwork.trail import actions as trail


@action
def note_attainment(
    *, goal_id: UUID, level: Level, noted_on: dt.date, by: Viewer, at: dt.datetime, words: str = ""
) -> UUID:
    """Note where a goal stands, as the person sees it; its id. Closed plans too: people are asked again later.

    Raises NotFound, Invalid for a day to come or before the goal was set.
    """
    check_may_note(by)
    plan = casework.plan_of_goal(by, goal_id)
    [goal] = [one for one in plan.body.goals if one.id == goal_id]
    if noted_on > timezone.localdate(at):
        raise Invalid({"noted_on": _("This day has not come yet. Choose today or an earlier day.")})
    if noted_on < goal.set_on:
        raise Invalid({"noted_on": _("This is before the goal was set. Choose a later day.")})
    row = Attainment.objects.create(
        id=id_at(at),
        programme_id=by.programme,
        case_id=plan.case_id,
        goal_id=goal_id,
        worker_id=by.id,
        level=level,
        words=words.strip(),
        noted_on=noted_on,
        created_at=at,
    )
    detail: dict[str, object] = {"level": int(level)}
    trail.record(by=by, at=at, what="outcomes.note_attainment", about="goal", about_id=goal_id, detail=detail)
    return row.id
