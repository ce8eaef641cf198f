"""What a week also brings in the demonstration: somebody is away and covered, somebody was entered twice."""

import datetime as dt
from dataclasses import replace

from linkwork.casework import actions, reads
from linkwork.commands.demo.scene import Scene

DAY = dt.timedelta(days=1)


def fill(scene: Scene) -> None:
    """The demonstration's worker covers for a colleague, and meets somebody whom a colleague knows already."""
    first, second = scene.workers[:2]
    today = scene.now.date()
    actions.plan_absence(
        worker_id=second.worker_id,
        cover_id=first.id,
        starts_on=today,
        ends_on=today + 4 * DAY,
        note="Back on the phone after that.",
        by=second,
        at=scene.now - 3 * DAY,
    )
    known = next(card for card in scene.cards() if card.closed_on is None and card.phone)
    record = reads.person(scene.manager, known.person_id).details
    again = replace(record, family_name=f"{record.family_name}e", area="", place=None)
    actions.start_case(
        details=again, source="self", worker_id=first.id, by=first, at=max(scene.now - DAY, scene.before(2))
    )
