"""Filling the demonstration, file by file, in the order in which the rooms stand."""

import datetime as dt
from collections.abc import Callable

from django.db import transaction

from linkwork.commands.demo import (
    asking,
    connections,
    directory,
    measures,
    partner_depth,
    partners,
    people,
    plans,
    post,
    referrals,
    staff_survey,
    story,
    study,
    study_depth,
    team,
    together,
    visits,
    week,
)
from linkwork.commands.demo.programmes import PLANS, open_programme
from linkwork.commands.demo.scene import Scene
from linkwork.extracts import actions as extracts

Tell = Callable[[str], None]


def build(now: dt.datetime, tell: Tell) -> None:
    """Make the three programmes, each in one transaction: whole or not at all. `tell` hears each step."""
    for plan in PLANS:
        with transaction.atomic():
            scene = open_programme(plan, now)
            for name, fill in STEPS:
                tell(f"{plan.name}: {name}")
                fill(scene)


def take_extract(scene: Scene) -> None:
    """The extract that the story's figures come from."""
    taken = extracts.take_extract(by=scene.evaluator, at=scene.now)
    scene.made["extract"] = [taken]


STEPS: tuple[tuple[str, Callable[[Scene], None]], ...] = (
    ("directory", directory.fill),
    ("people and contacts", people.fill),
    ("referrals", referrals.fill),
    ("groups and outreach", together.fill),
    ("connections", connections.fill),
    ("measures", measures.fill),
    ("plans", plans.fill),
    ("a week", week.fill),
    ("partners and advocacy", partners.fill),
    ("what lies behind partners", partner_depth.fill),
    ("what is asked for and done together", asking.fill),
    ("visits made alone", visits.fill),
    ("the team", team.fill),
    ("interviews and coding", study.fill),
    ("coding together", study_depth.fill),
    ("letters", post.fill),
    ("a survey of staff", staff_survey.fill),
    ("extract", take_extract),
    ("portrait and recommendations", story.fill),
)
