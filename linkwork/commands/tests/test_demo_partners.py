"""The partners' part of the demonstration: whole, in the past, and quickly made."""

import datetime as dt

import pytest

from linkwork.commands.demo import partner_depth, partners
from linkwork.commands.demo.programmes import PLANS, open_programme
from linkwork.partnerships import reads
from linkwork.partnerships.rules import AdvocacyState
from linkwork.workforce import reads as workforce

NOW = dt.datetime(2026, 3, 12, 12, 0, tzinfo=dt.UTC)


@pytest.mark.django_db
@pytest.mark.parametrize("plan", PLANS, ids=lambda plan: plan.key)
def test_every_programme_has_partners_to_show(plan):
    scene = open_programme(plan, NOW)
    partners.fill(scene)
    partner_depth.fill(scene)
    found = reads.partners(scene.manager, NOW.date()).rows
    assert 8 <= len(found) <= 12
    assert sum(row.quiet for row in found) == 2
    assert all(row.last_on is None or row.last_on <= NOW.date() for row in found)
    assert [len(reads.ratings(scene.manager, row)) for row in scene.made["partners"][:2]] == [6, 0]
    assert sum(known.version == 1 for known in reads.who_knows_the_role(scene.manager)) == 3
    assert reads.agreements(scene.manager, scene.made["partners"][1])[0].review_on < NOW.date()
    states = {
        card.state: len(card.attempts) for card in reads.advocacy_actions(scene.manager, list(AdvocacyState))
    }
    assert states == {AdvocacyState.OPEN: 2, AdvocacyState.PARTLY: 3}
    assert sum(gap.too_long for gap in workforce.gaps(scene.supervisor, NOW.date())) == 1
