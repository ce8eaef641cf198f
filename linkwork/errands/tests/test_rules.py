"""The states of an errand, and how long it is kept."""

import pytest

from linkwork.core.errors import IllegalStep
from linkwork.errands import rules
from linkwork.errands.rules import State
from linkwork.testing.cast import NOON

pytestmark = pytest.mark.rules


def test_what_ended_does_not_go_on() -> None:
    for ended in rules.ENDED:
        for to in State:
            with pytest.raises(IllegalStep):
                rules.next_state(ended, to)
    assert rules.next_state(State.WAITING, State.WORKING) is State.WORKING


def test_what_broke_off_is_tried_three_times() -> None:
    assert [rules.after_interruption(tries) for tries in (1, 2, 3)] == [
        State.WAITING,
        State.WAITING,
        State.FAILED,
    ]


def test_how_much_is_done_and_how_long_it_is_kept() -> None:
    assert [rules.share_done(*one) for one in ((0, 0), (1, 3), (3, 3), (9, 3))] == [0, 33, 100, 100]
    assert (NOON - rules.forgotten_before(NOON)).days == 7
