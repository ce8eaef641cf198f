"""Reaching somebody of whom nothing was heard, and saying how they are."""

import datetime as dt
from uuid import UUID

from django.utils.translation import gettext as _

from linkwork.core.actions import action
from linkwork.core.errors import Invalid, NotFound
from linkwork.core.viewer import Viewer
from linkwork.workforce.actions.parts.visits import held_visit, note, running_alarm, settle, step
from linkwork.workforce.models import Visit, VisitAlarm
from linkwork.workforce.rules.visits import ALARM, LONGEST, AlarmState, Part, VisitState


@action
def acknowledge_alarm(*, visit_id: UUID, by: Viewer, at: dt.datetime) -> None:
    """Somebody has reached them: nobody further up is asked. Raises NotFound, IllegalStep, NotAllowed."""
    visit, parts, alarm = _held(visit_id, by)
    _reach(visit, parts, alarm, by, at)


@action
def resolve_alarm(
    *, visit_id: UUID, words: str, by: Viewer, at: dt.datetime, out_until: dt.datetime | None = None
) -> None:
    """Say what was the matter. They are out until `out_until`, or the visit is over where it is None.

    Whoever resolves an alarm that nobody has acknowledged has reached them. Raises Invalid, IllegalStep, NotAllowed.
    """
    visit, parts, alarm = _held(visit_id, by)
    errors = {}
    if not words.strip():
        errors["words"] = _("Write a few words: how they are, and what was the matter.")
    if out_until is not None and not at < out_until <= at + LONGEST:
        errors["out_until"] = _("Enter a time that is still to come today.")
    if errors:
        raise Invalid(errors)
    if alarm.state == AlarmState.RAISED:
        _reach(visit, parts, alarm, by, at)
    settle(alarm, parts - {Part.VISITOR}, by, at, words)
    if out_until is None:
        step(visit, VisitState.ENDED, parts, at)
    else:
        visit.ends_at = out_until
        visit.save(update_fields=["ends_at"])
    note(visit, "resolve_alarm_of", by, at)


def _reach(visit: Visit, parts: frozenset[Part], alarm: VisitAlarm, by: Viewer, at: dt.datetime) -> None:
    ALARM.check(AlarmState(alarm.state), AlarmState.ACKNOWLEDGED, parts)
    alarm.state, alarm.reached_by_id, alarm.reached_at = AlarmState.ACKNOWLEDGED, by.worker_id, at
    alarm.save(update_fields=["state", "reached_by", "reached_at"])
    note(visit, "reach_on", by, at)


def _held(visit_id: UUID, by: Viewer) -> tuple[Visit, frozenset[Part], VisitAlarm]:
    visit, parts = held_visit(visit_id, by)
    alarm = running_alarm(visit)
    if alarm is None:
        raise NotFound(_("There is no alarm about this visit now."))
    return visit, parts, alarm
