"""Visits made alone in the demonstration: most end well, one was missed and somebody reached them, one goes on now."""

import datetime as dt
from uuid import UUID

from linkwork.commands.demo.scene import Scene
from linkwork.core.viewer import Viewer
from linkwork.workforce import actions

DAY, MINUTE = dt.timedelta(days=1), dt.timedelta(minutes=1)
PLACES = ("14 Mill Lane", "3 Station Road", "27 Church Street", "8 Orchard Close")
PHONES = ("+447700900101", "+447700900102")  # numbers that are kept free for stories


def fill(scene: Scene) -> None:
    """Six visits of the last weeks, of which one is missed; one that goes on; one place to be careful at."""
    first, second = scene.workers[:2]
    for worker, phone in zip((first, second), PHONES, strict=True):
        actions.keep_phone(number=phone, by=worker, at=_before(scene, 60))
    for number in range(6):
        worker, buddy = (first, second) if number % 2 else (second, first)
        begins = _before(scene, 5 + 4 * number)
        visit_id = _out(worker, buddy, begins)
        actions.start_visit(visit_id=visit_id, by=worker, at=begins + 4 * MINUTE)
        if number == 2:
            _missed(scene, visit_id, buddy, begins)
        else:
            if number == 4:
                actions.extend_visit(visit_id=visit_id, minutes=30, by=worker, at=begins + 55 * MINUTE)
            actions.end_visit(visit_id=visit_id, by=worker, at=begins + 57 * MINUTE)
    actions.warn_of_place(
        place=PLACES[0],
        words="The light in the stairs is broken; go before dark, or take a torch.",
        review_on=(scene.now + 60 * DAY).date(),
        by=second,
        at=_before(scene, 9),
    )
    _goes_on(scene, first, second)


def _missed(scene: Scene, visit_id: UUID, buddy: Viewer, begins: dt.datetime) -> None:
    ends = begins + 60 * MINUTE
    for late in (1, 11):
        actions.escalate_visit(visit_id=visit_id, by=scene.system, at=ends + late * MINUTE)
    actions.acknowledge_alarm(visit_id=visit_id, by=buddy, at=ends + 16 * MINUTE)
    actions.resolve_alarm(
        visit_id=visit_id,
        words="Well, and on the way back. The telephone was flat.",
        by=buddy,
        at=ends + 18 * MINUTE,
    )


def _goes_on(scene: Scene, buddy: Viewer, worker: Viewer) -> None:
    begins = scene.now - 20 * MINUTE
    visit_id = _out(worker, buddy, begins, ends=scene.now + 8 * 60 * MINUTE)
    actions.start_visit(visit_id=visit_id, by=worker, at=scene.now - 10 * MINUTE)


def _out(worker: Viewer, buddy: Viewer, begins: dt.datetime, ends: dt.datetime | None = None) -> UUID:
    return actions.plan_visit(
        about="A first talk at home",
        address=PLACES[begins.day % len(PLACES)],
        starts_at=begins,
        ends_at=ends or begins + 60 * MINUTE,
        buddy_id=buddy.worker_id,
        by=worker,
        at=begins - 30 * MINUTE,
    )


def _before(scene: Scene, days: float) -> dt.datetime:
    """Early in the afternoon so many days ago. Nothing here is left to chance: other files draw from it."""
    return (scene.now - days * DAY).replace(hour=13, minute=0, second=0, microsecond=0)
