"""The letters to partners say why they come, carry the link, and name nobody who is supported."""

import datetime as dt

import pytest

from linkwork.commands.rounds import role_clarity
from linkwork.core.viewer import system
from linkwork.exchange.mail import FakePost, deliver_waiting
from linkwork.partnerships import actions, reads
from linkwork.partnerships.rules import Ask, Sector
from linkwork.testing.cast import NOON, Cast

YEAR = dt.timedelta(days=365)


@pytest.mark.parametrize("asks", list(Ask))
def test_each_letter_carries_its_link(cast: Cast, asks: Ask) -> None:
    partner_id = actions.add_partner(name="School", sector=Sector.SCHOOL, by=cast.worker, at=NOON)
    contact_id = actions.add_contact(
        partner_id=partner_id, name="Ms Reed", email="reed@example.org", by=cast.worker, at=NOON
    )
    actions.send_partner_link(contact_id=contact_id, asks=asks, by=cast.worker, at=NOON)
    post = FakePost()
    deliver_waiting(NOON, cast.programme_id, post)
    [(to, subject, body)] = post.sent
    assert to == "reed@example.org"
    assert "North practices" in subject
    assert "/alongside/" in body
    assert "Reed" not in subject


def test_the_round_asks_once_a_year(cast: Cast) -> None:
    partner_id = actions.add_partner(name="School", sector=Sector.SCHOOL, by=cast.worker, at=NOON)
    contact_id = actions.add_contact(
        partner_id=partner_id, name="Ms Reed", email="reed@example.org", by=cast.worker, at=NOON
    )
    token = actions.make_partner_link(contact_id=contact_id, asks=Ask.ROLE_CARD, by=cast.worker, at=NOON)
    actions.say_clarity(score=4, by=reads.partners_own(token, NOON).viewer, at=NOON)
    by = system(cast.programme_id)
    assert [role_clarity.due(by, NOON + days) for days in (YEAR / 2, YEAR, YEAR)] == [0, 1, 0]
