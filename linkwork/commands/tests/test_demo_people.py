"""The people of the demonstration: as many as promised, told quickly, like the published figures."""

import datetime as dt

import pytest

from linkwork.casework import facts, reads
from linkwork.commands.demo import people
from linkwork.commands.demo.numbers import NUMBERS
from linkwork.commands.demo.programmes import PLANS, open_programme
from linkwork.directory.rules.places import distance_km
from linkwork.programmes import reads as programmes

NOW = dt.datetime(2026, 3, 12, 15, tzinfo=dt.UTC)


@pytest.mark.django_db
@pytest.mark.parametrize("plan", PLANS, ids=lambda plan: plan.key)
def test_a_year_of_people(plan):
    scene = open_programme(plan, NOW)
    people.fill(scene)
    numbers = NUMBERS[plan.key]
    assert len(scene.made["cases"]) == numbers.people
    assert scene.made["needs"]
    cases = list(facts.cases.cases(scene.programme_id))
    assert 1 <= sum(1 for row in cases if row[5] is None) <= numbers.people / 4
    contacts = list(facts.contacts.contacts(scene.programme_id))
    first = sum(1 for row in cases if row[5] is not None)
    share = first / len(contacts)
    assert {"practices": share < 0.25, "mothers": 0.3 < share < 0.5, "families": share < 0.45}[plan.key]
    sites = [(site.name, site.place) for site in programmes.sites(scene.manager) if site.place]
    for one in reads.whereabouts(scene.manager, scene.made["cases"]).values():
        assert one.place
        far = {name: distance_km(one.place, place) for name, place in sites}
        assert one.area == f"Near {min(far, key=far.__getitem__)}"  # as the day's visits are put together
    waiting = reads.referrals_waiting(scene.manager, NOW)
    assert len(waiting) == 3
    assert waiting[0].escalated_to
    due = reads.follow_ups_due(scene.workers[0], NOW.date(), scene.workers[0].id)
    assert len(due) >= 2
    assert reads.first_contact_disagreements(scene.manager)
