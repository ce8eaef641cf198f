"""Groups and outreach of the demonstration."""

import datetime as dt

import pytest

from linkwork.casework import actions, reads
from linkwork.casework.rules.persons import PersonDetails
from linkwork.commands.demo import together
from linkwork.commands.demo.programmes import PLANS, open_programme

NOW = dt.datetime(2026, 3, 12, 15, tzinfo=dt.UTC)


@pytest.mark.django_db
@pytest.mark.parametrize("plan", PLANS, ids=lambda plan: plan.key)
def test_a_group_met_and_outreach_met_somebody_and_nobody(plan):
    scene = open_programme(plan, NOW)
    worker = scene.workers[0]
    scene.made["cases"] = [
        actions.start_case(
            details=PersonDetails(given_name=name),
            source="self",
            worker_id=worker.id,
            by=worker,
            at=NOW - dt.timedelta(days=30),
        )
        for name in ("Ada", "Bea")
    ]
    together.fill(scene)
    met = [card.people_met for card in reads.presences(worker)[0]]
    assert sorted(met) == [0, 3, 6]
    assert all(reads.contacts_of(worker, case_id)[0].session_note for case_id in scene.made["cases"])
