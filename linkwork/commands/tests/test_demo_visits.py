"""The demonstration's visits made alone: one goes on, one was missed and reached."""

import datetime as dt

import pytest

from linkwork.commands.demo import visits
from linkwork.commands.demo.programmes import PLANS, open_programme
from linkwork.workforce import reads

NOW = dt.datetime(2026, 3, 12, 12, 0, tzinfo=dt.UTC)


@pytest.mark.django_db
@pytest.mark.parametrize("plan", PLANS, ids=lambda plan: plan.key)
def test_every_programme_has_somebody_out(plan):
    scene = open_programme(plan, NOW)
    visits.fill(scene)
    [out] = reads.visits_open(scene.manager)
    assert out.alarm is None
    over = reads.visits_over(scene.manager)
    assert len(over) == 6
    assert all(line.ended_at is not None and line.ended_at < NOW for line in over)
    missed = [alarm for line in over for alarm in reads.visit(scene.manager, line.id).alarms]
    assert [alarm.words != "" for alarm in missed] == [True]
    assert len(reads.place_warnings(scene.manager)) == 1
