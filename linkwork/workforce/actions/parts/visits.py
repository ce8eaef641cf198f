"""What the actions about visits share: the row held, who is asked, and the end of it."""

import datetime as dt
from collections.abc import Sequence
from uuid import UUID

from django.utils.translation import gettext as _

from linkwork.core.errors import NotFound, Refused
from linkwork.core.ids import id_at
from linkwork.core.viewer import Role, Viewer
from linkwork.programmes import actions as letters
from linkwork.programmes import reads as programmes
from linkwork.trail import actions as trail
from linkwork.workforce.access import parts_in_visit
from linkwork.workforce.models import OwnPhone, Visit, VisitAlarm, VisitPlace, VisitRung, VisitText
from linkwork.workforce.reads.visit_ways import ladder
from linkwork.workforce.rules.texts import TextState
from linkwork.workforce.rules.visits import (
    ALARM,
    ASK_LETTER,
    LATE_LETTER,
    RUNNING,
    UNSAFE_LETTER,
    VISIT,
    AlarmKind,
    AlarmState,
    Part,
    Rung,
    VisitState,
    asked_on,
)

Held = tuple[Visit, frozenset[Part]]


def held_visit(visit_id: UUID, by: Viewer) -> Held:
    """The visit's row, locked until the action ends, and what the viewer is to it. Raises NotFound to all others."""
    row = Visit.objects.select_for_update().filter(programme_id=by.programme, id=visit_id).first()
    parts = parts_in_visit(by, row.worker_id, row.buddy_id) if row else frozenset()
    if row is None or not parts:
        raise NotFound(_("There is no such visit for you to see."))
    return row, parts


def running_alarm(visit: Visit) -> VisitAlarm | None:
    """The alarm that is not over, if there is one; nobody else moves it while the visit's row is held."""
    return VisitAlarm.objects.filter(
        programme_id=visit.programme_id, visit_id=visit.id, state__in=RUNNING
    ).first()


def raise_alarm(visit: Visit, kind: AlarmKind, at: dt.datetime) -> VisitAlarm:
    """A new alarm. Nobody is asked yet: see `climb`."""
    return VisitAlarm.objects.create(
        id=id_at(at),
        programme_id=visit.programme_id,
        created_at=at,
        visit_id=visit.id,
        kind=kind,
        state=AlarmState.RAISED,
        raised_at=at,
    )


def climb(visit: Visit, alarm: VisitAlarm, rungs: Sequence[Rung], by: Viewer, at: dt.datetime) -> int:
    """Ask whom these rungs ask, each rung once; how many were new."""
    before = VisitRung.objects.filter(programme_id=visit.programme_id, alarm_id=alarm.id)
    done = set(before.values_list("rung", flat=True))
    new = [rung for rung in rungs if rung not in done]
    if not new:
        return 0
    now, everybody = ladder(by), programmes.reachable(by)
    managers = [one for one in everybody.values() if Role.MANAGER in one.roles]
    for rung in new:
        asked = asked_on(rung, now, visit.worker_id, visit.buddy_id)
        named = everybody.get(asked) if asked else None
        told = [named] if named else managers
        if rung is Rung.EMERGENCY and visit.buddy_id in everybody:
            told = [everybody[visit.buddy_id], *told]
        VisitRung.objects.create(
            id=id_at(at),
            programme_id=visit.programme_id,
            created_at=at,
            alarm_id=alarm.id,
            rung=rung,
            asked_id=named.id if named else None,
            asked_at=at,
        )
        once = {one.id: one for one in told if rung is Rung.WORKER or one.id != visit.worker_id}
        _tell(alarm, rung, list(once.values()), by, at)
        note(visit, "ask", by, at, {"rung": rung.value, "kind": alarm.kind})
    return len(new)


def _tell(
    alarm: VisitAlarm, rung: Rung, told: Sequence[programmes.Reachable], by: Viewer, at: dt.datetime
) -> None:
    """A letter to each who has an address, a text to each who has left a number."""
    phones = OwnPhone.objects.filter(programme_id=alarm.programme_id, worker_id__in=[one.id for one in told])
    with_phone = set(phones.values_list("worker_id", flat=True))
    kind = UNSAFE_LETTER if alarm.kind == AlarmKind.UNSAFE else LATE_LETTER
    kind = ASK_LETTER if rung is Rung.WORKER else kind
    for one in told:
        if one.email and not (rung is Rung.WORKER and one.id in with_phone):
            letters.write_letter(
                kind=kind, about_id=alarm.id, to=one.email, language=one.language, by=by, at=at
            )
        if one.id in with_phone:
            VisitText.objects.create(
                id=id_at(at),
                programme_id=alarm.programme_id,
                created_at=at,
                alarm_id=alarm.id,
                worker_id=one.id,
                rung=rung,
                state=TextState.WAITING,
            )


def settle(alarm: VisitAlarm, parts: frozenset[Part], by: Viewer, at: dt.datetime, words: str = "") -> None:
    """End the alarm. Raises IllegalStep, NotAllowed."""
    ALARM.check(AlarmState(alarm.state), AlarmState.RESOLVED, parts)
    alarm.state, alarm.resolved_by_id, alarm.resolved_at = AlarmState.RESOLVED, by.worker_id, at
    alarm.words = words.strip()
    alarm.save(update_fields=["state", "resolved_by", "resolved_at", "words"])


def sign_of_life(visit: Visit, by: Viewer, at: dt.datetime) -> None:
    """The visitor was heard: an alarm because they were late is over.

    Raises Refused where they said that they are not safe: only somebody who has reached them ends that, for it may
    not be their own hand that taps.
    """
    alarm = running_alarm(visit)
    if alarm is None:
        return
    if alarm.kind == AlarmKind.UNSAFE:
        raise Refused(_("Your colleagues are still looking out for you. Whoever reaches you ends this."))
    settle(alarm, frozenset({Part.VISITOR}), by, at)


def step(visit: Visit, to: VisitState, parts: frozenset[Part], at: dt.datetime) -> None:
    """Take the step if the table has it and it is theirs; at the end, forget what leads to a door."""
    VISIT.check(VisitState(visit.state), to, parts)
    visit.state = to
    if to is VisitState.UNDER_WAY:
        visit.started_at = at
    else:
        visit.ended_at, visit.address, visit.about = at, "", ""
        VisitPlace.objects.filter(programme_id=visit.programme_id, visit_id=visit.id).delete()
    visit.save(update_fields=["state", "started_at", "ended_at", "address", "about"])


def note(
    visit: Visit, verb: str, by: Viewer, at: dt.datetime, detail: dict[str, object] | None = None
) -> None:
    """The trail row of what was done with a visit: states and counts, never where or whom."""
    said = {"state": str(visit.state), **(detail or {})}
    trail.record(by=by, at=at, what=f"workforce.{verb}_visit", about="visit", about_id=visit.id, detail=said)
