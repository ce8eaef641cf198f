"""A referral is closed with an outcome or a reason, by any of three, never by a timer."""

import datetime as dt

import pytest

from linkwork.connections import actions, reads
from linkwork.connections.rules import Attendance, Outcome, State
from linkwork.connections.tests.conftest import person_of
from linkwork.core.errors import Invalid, Refused
from linkwork.core.viewer import system
from linkwork.testing.cast import NOON

DAY = dt.timedelta(days=1)


def by_worker(scene, sent):
    actions.follow_up(
        connection_id=sent.connection_id,
        went=Attendance.WENT,
        outcome=Outcome.HELPED,
        by=scene.by,
        at=NOON + DAY,
    )


def by_partner(scene, sent):
    actions.move(
        connection_id=sent.connection_id,
        to=State.FINISHED,
        outcome=Outcome.HELPED,
        by=scene.partner(sent),
        at=NOON + DAY,
    )


def by_person(scene, sent):
    actions.tell(
        connection_id=sent.connection_id,
        went=Attendance.WENT,
        outcome=Outcome.HELPED,
        by=person_of(scene),
        at=NOON + DAY,
    )


@pytest.mark.parametrize("close", [by_worker, by_partner, by_person])
def test_operations_anchor_7_any_of_three_closes_the_loop(scene, close):
    sent = scene.connect()
    close(scene, sent)
    assert (scene.card(sent).state, scene.card(sent).outcome) == (State.FINISHED, Outcome.HELPED)


def test_operations_anchor_7_no_end_without_an_outcome_or_a_reason(scene):
    sent = scene.connect()
    partner = scene.partner(sent)
    for end in (State.FINISHED, State.DECLINED, State.CANCELLED, State.NOT_REACHED):
        with pytest.raises(Invalid):
            actions.move(connection_id=sent.connection_id, to=end, by=partner, at=NOON)
    assert scene.card(sent).state is State.SENT


def test_operations_anchor_7_silence_is_chased_then_shown_and_never_declined(scene):
    sent, by = scene.connect(), system(scene.cast.programme_id)
    for day in range(0, 120, 7):
        at = NOON + day * DAY
        for one in reads.to_chase(by, at):
            actions.chase_if_silent(connection_id=one, by=by, at=at)
    card = scene.card(sent)
    assert (card.state, card.chased) == (State.SENT, 2)
    assert [one.id for one in reads.awaiting(scene.by)] == [sent.connection_id]
    with pytest.raises(Refused):  # the first link has run out meanwhile
        reads.reply_page(sent.token, NOON + 31 * DAY)
