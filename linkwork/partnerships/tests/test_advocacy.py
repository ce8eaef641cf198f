"""Asking for a change, being persistent, and what came of it."""

import datetime as dt

import pytest
from pytest_django import DjangoAssertNumQueries

from linkwork.core.errors import IllegalStep, Invalid, NotAllowed, NotFound
from linkwork.core.ids import new_id
from linkwork.partnerships import actions, reads
from linkwork.partnerships.rules import AdvocacyState, Level, Method
from linkwork.partnerships.tests.builders import TODAY, advocacy, partner
from linkwork.testing.cast import NOON, Cast


def test_attempts_make_a_chain(cast: Cast, django_assert_max_num_queries: DjangoAssertNumQueries) -> None:
    action_id = advocacy(cast.worker)
    assert reads.advocacy(cast.worker, action_id).next_on == TODAY - dt.timedelta(days=30)
    numbers = [
        actions.add_attempt(
            action_id=action_id,
            made_on=TODAY - dt.timedelta(days=days),
            method=Method.LETTER,
            response="No budget this year",
            obstacle="Nobody feels responsible",
            next_step="Go along to the council meeting",
            next_on=next_on,
            by=cast.worker,
            at=NOON,
        )
        for days, next_on in [(20, None), (5, TODAY + dt.timedelta(days=2))]
    ]
    assert numbers == [1, 2]
    with django_assert_max_num_queries(2):
        [card] = reads.advocacy_actions(cast.supervisor)
    assert [one.number for one in card.attempts] == [1, 2]
    assert card.attempts[0].worker_name == "Amal Haddad"
    assert card.next_on == TODAY + dt.timedelta(days=2)


def test_what_was_lost_may_be_taken_up_again(cast: Cast) -> None:
    action_id = advocacy(cast.worker)
    actions.settle_advocacy(
        action_id=action_id,
        to=AdvocacyState.LOST,
        settled_on=TODAY,
        result="Refused",
        by=cast.worker,
        at=NOON,
    )
    settled = reads.advocacy(cast.worker, action_id)
    assert (settled.state, settled.settled_on, settled.next_on) == (AdvocacyState.LOST, TODAY, None)
    assert reads.advocacy_actions(cast.worker) == []
    with pytest.raises(IllegalStep):
        actions.add_attempt(action_id=action_id, made_on=TODAY, method=Method.CALL, by=cast.worker, at=NOON)
    actions.reopen_advocacy(action_id=action_id, by=cast.worker, at=NOON)
    assert reads.advocacy(cast.worker, action_id).state is AdvocacyState.OPEN


def test_what_is_won_is_done(cast: Cast) -> None:
    action_id = advocacy(cast.worker)
    actions.settle_advocacy(
        action_id=action_id,
        to=AdvocacyState.WON,
        settled_on=TODAY,
        result="It stops here",
        by=cast.worker,
        at=NOON,
    )
    with pytest.raises(IllegalStep):
        actions.reopen_advocacy(action_id=action_id, by=cast.worker, at=NOON)
    with pytest.raises(IllegalStep):
        actions.settle_advocacy(
            action_id=action_id, to=AdvocacyState.OPEN, settled_on=TODAY, result="", by=cast.worker, at=NOON
        )


def test_a_partner_can_be_asked(cast: Cast) -> None:
    partner_id = partner(cast.worker)
    action_id = actions.open_advocacy(
        level=Level.ORGANISATIONAL,
        for_whom="Children who arrive in the middle of a year",
        ask="A place within two weeks",
        partner_id=partner_id,
        opened_on=TODAY,
        by=cast.worker,
        at=NOON,
    )
    [card] = reads.advocacy_actions(cast.worker, partner_id=partner_id)
    assert (card.id, card.target, card.partner_id) == (action_id, "Hill primary school", partner_id)
    advocacy(cast.worker)
    assert len(reads.advocacy_actions(cast.worker, partner_id=partner_id)) == 1


def test_each_missing_answer_is_named(cast: Cast) -> None:
    with pytest.raises(Invalid) as refusal:
        actions.open_advocacy(
            level=Level.INDIVIDUAL, for_whom="", ask=" ", opened_on=TODAY, by=cast.worker, at=NOON
        )
    assert set(refusal.value.errors) == {"for_whom", "ask", "target"}


def test_days_that_cannot_be(cast: Cast) -> None:
    action_id = advocacy(cast.worker, opened_on=TODAY)
    yesterday = TODAY - dt.timedelta(days=1)
    with pytest.raises(Invalid):
        actions.add_attempt(
            action_id=action_id, made_on=yesterday, method=Method.CALL, by=cast.worker, at=NOON
        )
    with pytest.raises(Invalid):
        actions.add_attempt(
            action_id=action_id, made_on=TODAY, next_on=yesterday, method=Method.CALL, by=cast.worker, at=NOON
        )
    with pytest.raises(Invalid):
        actions.settle_advocacy(
            action_id=action_id,
            to=AdvocacyState.WON,
            settled_on=yesterday,
            result="",
            by=cast.worker,
            at=NOON,
        )


def test_refusals(cast: Cast) -> None:
    action_id = advocacy(cast.worker)
    with pytest.raises(NotFound):
        reads.advocacy(cast.outsider, action_id)
    with pytest.raises(NotFound):
        actions.reopen_advocacy(action_id=new_id(), by=cast.worker, at=NOON)
    with pytest.raises(NotAllowed):
        actions.reopen_advocacy(action_id=action_id, by=cast.supervisor, at=NOON)


def test_what_was_settled_hides_nothing_that_is_open(cast: Cast) -> None:
    old, long_open, new = (advocacy(cast.worker, TODAY - dt.timedelta(days=days)) for days in (90, 60, 3))
    older = advocacy(cast.worker, TODAY - dt.timedelta(days=95))
    for days, action_id in ((9, older), (2, old)):
        actions.settle_advocacy(
            action_id=action_id,
            to=AdvocacyState.WON,
            settled_on=TODAY - dt.timedelta(days=days),
            result="A stop",
            by=cast.worker,
            at=NOON,
        )
    found = reads.advocacy_actions(cast.worker, tuple(AdvocacyState), most=3)
    assert [one.id for one in found] == [long_open, new, old]
