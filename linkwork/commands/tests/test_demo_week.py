"""A colleague covered for, and a likely double, in every programme of the demonstration."""

import datetime as dt

import pytest

from linkwork.casework import actions, reads
from linkwork.casework.rules.persons import PersonDetails
from linkwork.commands.demo import week
from linkwork.commands.demo.programmes import PLANS, open_programme

NOW = dt.datetime(2026, 3, 12, 15, tzinfo=dt.UTC)


@pytest.mark.django_db
@pytest.mark.parametrize("plan", PLANS, ids=lambda plan: plan.key)
def test_somebody_is_away_and_somebody_was_entered_twice(plan):
    scene = open_programme(plan, NOW)
    first, second = scene.workers[:2]
    details = PersonDetails(given_name="Ada", family_name="Broun", phone="0555 111 222", born_year=1960)
    known = actions.start_case(
        details=details, source="self", worker_id=second.id, by=second, at=NOW - dt.timedelta(days=30)
    )
    scene.made["cases"] = [known]
    week.fill(scene)
    (away,) = reads.absences(scene.manager, NOW.date())
    assert (away.worker_id, away.cover_id) == (second.id, first.id)
    (double,) = reads.look_alikes(scene.manager, reads.case(scene.manager, known).person_id)
    assert double.details.phone == details.phone
