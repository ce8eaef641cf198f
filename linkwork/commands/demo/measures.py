"""Measures answered in the demonstration: at the start, some during, some at the end; most people once only.

Follow-up is as thin as in routine care (about one in seven comes back), so that the figures show what is missing.
"""

import datetime as dt
from uuid import UUID

from linkwork.casework import reads as cases
from linkwork.commands.demo.scene import Scene
from linkwork.instruments import measures
from linkwork.outcomes import actions
from linkwork.outcomes.rules.occasions import Mode, Occasion

ASKED = {"practices": "ons4", "mothers": "loneliness-direct", "families": "gad-7"}
SHARE_ASKED, SHARE_AGAIN = 0.55, 0.3


def fill(scene: Scene) -> None:
    """Some people of the programme answer its usual measure; the first of all have a way that can be seen."""
    measure_id = ASKED[scene.key]
    for place, card in enumerate(cases.cases(scene.system).rows):
        first = place < 3
        if not first and scene.chance.random() > SHARE_ASKED:
            continue
        level = scene.chance.uniform(0.45, 0.85)
        days = (scene.now.date() - card.opened_on).days
        _answer(scene, card.id, measure_id, level, days, Occasion.BASELINE)
        if days > 20 and (first or scene.chance.random() < SHARE_AGAIN):
            better = level - scene.chance.uniform(-0.1, 0.4)
            _answer(scene, card.id, measure_id, better, days // 2, Occasion.DURING)
    _asked_by_link(scene)


def _answer(
    scene: Scene, case_id: UUID, measure_id: str, level: float, days: int, occasion: Occasion
) -> None:
    """`level` from 0 (well) to 1 (badly): each answer lies near it."""
    measure = measures.measure(measure_id)
    answers = {}
    for item in measure.items:
        scores = sorted(measure.scores_of(item.id))
        rule = next(one for one in measure.scores if item.id in one.items)
        wanted = level if rule.better == "lower" else 1 - level
        near = wanted * (len(scores) - 1) + scene.chance.uniform(-0.7, 0.7)
        answers[item.id] = scores[min(len(scores) - 1, max(0, round(near)))]
    at = scene.before(days)
    actions.record_assessment(
        case_id=case_id,
        measure_id=measure_id,
        answers=answers,
        occasion=occasion,
        mode=scene.chance.choice([Mode.TOGETHER, Mode.TOGETHER, Mode.PHONE, Mode.PAPER]),
        answered_on=at.date(),
        by=scene.workers[0],
        at=max(at, scene.now - dt.timedelta(days=days)),
    )


def _asked_by_link(scene: Scene) -> None:
    """One person is asked by their own link and has not answered yet."""
    rows = cases.cases(scene.system, worker_id=scene.workers[0].id, closed=False).rows
    if rows:
        actions.ask_person(
            case_id=rows[0].id,
            measure_id="ucla-3",
            occasion=Occasion.BASELINE,
            by=scene.workers[0],
            at=scene.now - dt.timedelta(hours=20),
        )
