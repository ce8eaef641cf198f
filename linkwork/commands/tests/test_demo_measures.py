"""The measures of the demonstration: quick, thin as in routine care, with somebody whose way can be seen."""

import datetime as dt
import time

import pytest

from linkwork.commands.demo import measures, people
from linkwork.commands.demo.programmes import PLANS, open_programme
from linkwork.outcomes import reads

NOW = dt.datetime(2026, 3, 12, 15, tzinfo=dt.UTC)


@pytest.mark.django_db
@pytest.mark.parametrize("plan", PLANS, ids=lambda plan: plan.key)
def test_some_are_asked_and_fewer_asked_again(plan):
    scene = open_programme(plan, NOW)
    people.fill(scene)
    begun = time.process_time()
    measures.fill(scene)
    assert time.process_time() - begun < 5  # a slow machine; about half a second on a quiet one
    found = [change for change in reads.paired_changes(scene.manager).values() if change.paired]
    assert found
    assert all(change.missing > change.paired for change in found)
    assert reads.flagged(scene.manager) == []
