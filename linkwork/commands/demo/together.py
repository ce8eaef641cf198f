"""Groups and outreach of the demonstration: people met together, and people met without a name."""

import datetime as dt
import random

from linkwork.casework import actions
from linkwork.casework.rules.contacts import Encounter
from linkwork.commands.demo.scene import Scene

HOUR = dt.timedelta(hours=1)
GROUPS = {
    "practices": ("Walk in the park", "A slow round of the lake. Tea afterwards.", "en"),
    "mothers": ("Open preschool", "Songs, and a talk about sleep and small children.", "ar"),
    "families": ("Atelier cuisine", "We cooked together and talked about school lunches.", "fr"),
}
PLACES = ("Library, ground floor", "Health centre, waiting room", "Market square")
TALKS = ((("rights",), 10), (("health_information",), 15), (("finding_support", "feelings"), 20))


def fill(scene: Scene) -> None:
    """One group, and three afternoons where people are, one of which met nobody."""
    chance = random.Random(scene.key)
    title, note, language = GROUPS[scene.key]
    running = [card.id for card in scene.cards() if card.closed_on is None]
    at = scene.now - dt.timedelta(days=6)
    actions.log_session(
        case_ids=running[:4],
        how=Encounter(at - HOUR, "group", minutes=60, topics=("health_information",), education=True),
        others=3,
        title=title,
        note=note,
        by=scene.workers[0],
        at=at,
    )
    for number, place in enumerate(PLACES):
        _be_present(scene, place, 4 + number * 9, number * 3, language, chance)


def _be_present(
    scene: Scene, place: str, days: int, people: int, language: str, chance: random.Random
) -> None:
    at = scene.now - dt.timedelta(days=days)
    adults = people - people // 3
    presence_id = actions.log_presence(
        started_at=at - 3 * HOUR,
        ended_at=at - HOUR,
        place=place,
        people_met=people,
        adults=adults,
        children=people - adults,
        languages={language: adults},
        by=scene.workers[0],
        at=at,
    )
    for topics, minutes in chance.sample(TALKS, min(people, 2)):
        actions.log_anonymous(
            occurred_at=at - 2 * HOUR,
            presence_id=presence_id,
            topics=topics,
            minutes=minutes,
            language=language,
            by=scene.workers[0],
            at=at,
        )
