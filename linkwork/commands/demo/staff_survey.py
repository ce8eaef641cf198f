"""A survey of staff before the extract: invented answers to NoMAD, said to be synthetic.

Two thirds of the workers find sense in the work and less support around it; some items have no meaning for some.
"""

import datetime as dt
import random

from linkwork.commands.demo.scene import Scene
from linkwork.extracts import actions as extracts
from linkwork.extracts.rules.mappings import SurveyMapping
from linkwork.extracts.rules.surveys import SurveyAnswer
from linkwork.instruments.surveys import Item, survey

NAME = "NoMAD, first wave (synthetic)"
GROUPS = {"link workers": 9, "practice staff": 8, "managers": 3}
LEANS = {
    "coherence": 4.2,
    "cognitive_participation": 3.9,
    "collective_action": 3.1,
    "reflexive_monitoring": 3.4,
}
ASKED = "practices"
AGO = dt.timedelta(days=40)


def fill(scene: Scene) -> None:
    """One extract of a survey, taken before that of the record; in one of the programmes."""
    if scene.key != ASKED:
        return
    chance = random.Random(scene.key)
    asked = survey("nomad")
    on = (scene.now - AGO).date()
    answers = [
        SurveyAnswer(f"{group} {n}", asked.id, asked.version, item.id, *_answer(chance, item), group, on)
        for group, many in GROUPS.items()
        for n in range(many)
        for item in asked.items
    ]
    taken = extracts.take_survey(answers=answers, by=scene.evaluator, at=scene.now - AGO, name=NAME)
    scene.made["surveys"] = [taken]
    columns = {"day": "Answered on", "respondent": "No.", "group": "Role"}
    columns |= {item.id: f"Question {number}" for number, item in enumerate(asked.items, start=1)}
    extracts.keep_mapping(
        name="Survey form of the practices",
        mapping=SurveyMapping(asked.id, columns),
        by=scene.evaluator,
        at=scene.now - AGO,
    )


def _answer(chance: random.Random, item: Item) -> tuple[int | None, str | None]:
    if item.not_relevant and chance.random() < 0.08:
        return None, chance.choice(["role", "stage", "intervention"])
    if chance.random() < 0.03:
        return None, None
    middle = LEANS.get(item.construct, item.high * 0.6)
    leans = item.low + item.high - middle if item.reverse else middle
    spread = 0.8 if item.not_relevant else 2
    return min(max(round(chance.gauss(leans, spread)), item.low), item.high), None
