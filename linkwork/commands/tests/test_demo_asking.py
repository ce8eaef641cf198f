"""What is asked for and done together, in the demonstration: something to propose, to print and to show a funder."""

import datetime as dt

import pytest

from linkwork.commands.demo import asking, directory, partners, people
from linkwork.commands.demo.programmes import PLANS, open_programme
from linkwork.partnerships import reads
from linkwork.partnerships.rules import FactorState

NOW = dt.datetime(2026, 3, 12, 12, 0, tzinfo=dt.UTC)


@pytest.mark.django_db
def test_there_is_something_to_propose_and_to_show():
    scene = open_programme(PLANS[0], NOW)
    for fill in (directory.fill, people.fill, partners.fill, asking.fill):
        fill(scene)
    [proposal] = reads.proposals(scene.manager)
    assert proposal.people == asking.SINGLES
    [activity] = reads.activities(scene.manager)
    assert activity.sessions == 5
    assert FactorState.EASED in [one.state for one in reads.factors(scene.manager)]
    assert len(reads.agreed_words(scene.evaluator)) == 1
    assert sum(one.shown for one in reads.statements(scene.manager)) == 2
