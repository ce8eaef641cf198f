"""The table of a concern's states, whose steps they are, and the clock."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linkwork.casework.rules.safeguarding import (
    NEEDS_REASON,
    STEPS,
    Account,
    Answer,
    ConcernState,
    Limits,
    Part,
    check_step,
    due_at,
    duty_holds,
    next_lead,
    next_states,
    parts_of,
)
from linkwork.core.errors import IllegalStep, NotAllowed
from linkwork.core.ids import new_id
from linkwork.testing.cast import NOON

pytestmark = pytest.mark.rules
LEAD, AUTHOR = frozenset({Part.LEAD}), frozenset({Part.AUTHOR})


@pytest.mark.parametrize("start", list(ConcernState))
@pytest.mark.parametrize("end", list(ConcernState))
@pytest.mark.parametrize("parts", [LEAD, AUTHOR, frozenset()])
def test_a_step_is_taken_by_those_whose_it_is_and_by_nobody_else(start, end, parts):
    owners = STEPS.get((start, end))
    if owners is None:
        with pytest.raises(IllegalStep):
            check_step(start, end, parts)
    elif owners & parts:
        check_step(start, end, parts)
    else:
        with pytest.raises(NotAllowed):
            check_step(start, end, parts)


def test_every_state_is_reached_and_none_is_a_trap():
    assert {to for _start, to in STEPS} | {ConcernState.RAISED} == set(ConcernState)
    assert {start for start, _to in STEPS} == set(ConcernState)
    assert ConcernState.ACKNOWLEDGED not in NEEDS_REASON


def test_what_each_may_do_next():
    assert next_states(ConcernState.DECIDED, LEAD) == [ConcernState.DECIDED, ConcernState.CLOSED]
    assert next_states(ConcernState.DECIDED, AUTHOR) == []
    assert next_states(ConcernState.CLOSED, AUTHOR) == [ConcernState.REOPENED]


def test_nearly_everybody_is_nothing_to_a_concern():
    author, lead, other = new_id(), new_id(), new_id()
    assert parts_of(author, author, [lead]) == AUTHOR
    assert parts_of(lead, author, [lead]) == LEAD
    assert parts_of(lead, lead, [lead]) == AUTHOR | LEAD
    assert parts_of(other, author, [lead]) == frozenset()


Y, N, U = Answer.YES, Answer.NO, Answer.NOT_SURE


@pytest.mark.parametrize(
    ("answers", "child", "holds"),
    [((Y, Y, Y), False, Y), ((Y, Y, U), False, U), ((None, Y, Y), False, U), ((Y, N, U), False, N),
     ((N, N, N), True, Y), ((None, None, None), False, U)],
)  # fmt: skip
def test_the_three_questions_together(answers, child, holds):
    needs, risk, cannot = answers
    account = Account("", care_needs=needs, at_risk=risk, cannot_protect=cannot, child=child)
    assert duty_holds(account) is holds


def test_the_clock_runs_faster_in_danger():
    limits = Limits(24, 4)
    assert due_at(NOON, False, limits) - NOON == dt.timedelta(hours=24)
    assert due_at(NOON, True, limits) - NOON == dt.timedelta(hours=4)


@given(st.lists(st.uuids(), unique=True, max_size=5), st.uuids(), st.data())
def test_passing_on_goes_round_all_leads_and_spares_the_author(leads, stranger, data):
    author = data.draw(st.sampled_from([*leads, stranger]))
    others = [lead for lead in leads if lead != author] or leads
    asked, now = [], None
    for _turn in others:
        now = next_lead(leads, now, author)
        asked.append(now)
    assert asked == others
    assert next_lead(leads, now, author) == (others[0] if others else None)
