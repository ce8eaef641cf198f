"""The demonstration's referrals: each state once, nobody left out of the lists."""

import datetime as dt

import pytest

from linkwork.casework import reads
from linkwork.casework.reads import ReferralList, ReferralQuery
from linkwork.commands.demo import referrals
from linkwork.commands.demo.programmes import PLANS, open_programme

NOW = dt.datetime(2026, 3, 12, 15, tzinfo=dt.UTC)


@pytest.mark.django_db
@pytest.mark.parametrize("plan", PLANS, ids=lambda plan: plan.key)
def test_referrals_of_every_kind(plan):
    scene = open_programme(plan, NOW)
    referrals.fill(scene)
    found = reads.referrals(scene.manager, ReferralQuery(), NOW)
    assert [card.name for card in found.rows] == ["Alex Brook", "Kim Shore"]
    assert found.counts[ReferralList.URGENT] == 1
    assert len(reads.waiting_list(scene.manager)) == 1
    assert reads.referral_report(scene.manager, NOW).total == 5
