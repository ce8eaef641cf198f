"""How far a portrait is, and what changed between two versions: without a database."""

import datetime as dt
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from linkwork.evaluation.portraits.rules.advising import MOST_AN_HOUR, too_many
from linkwork.evaluation.portraits.rules.changes import What, changes
from linkwork.evaluation.portraits.rules.events import EventKind, drawn
from linkwork.evaluation.portraits.rules.kinds import Step
from linkwork.evaluation.portraits.rules.steps import WANTED, Lack, next_step, step_states

pytestmark = pytest.mark.rules
NOON = dt.datetime(2026, 3, 2, 12, tzinfo=dt.UTC)


def test_every_lack_belongs_to_one_step() -> None:
    assert sorted(lack for wanted in WANTED.values() for lack in wanted) == sorted(Lack)


def test_the_next_step_is_the_first_that_is_not_done() -> None:
    states = step_states({Lack.FOCUS: 1, Lack.PLAIN: 1})
    assert next_step(states) is Step.FOCUS
    assert states[0].lacks == ((Lack.FOCUS, 1),)
    assert next_step(step_states({Lack.EVIDENCE: 3, Lack.PLAIN: 1})) is Step.INTERPRET  # opinions may stand
    assert next_step(step_states({Lack.GONE: 1})) is Step.POPULATE
    assert next_step(step_states({})) is Step.INTERPRET
    assert all(state.done for state in step_states({Lack.EXTRACT: 1}))


def test_a_link_that_answers_too_fast_waits() -> None:
    fast = [NOON - dt.timedelta(seconds=n) for n in range(MOST_AN_HOUR)]
    assert too_many(fast, NOON)
    assert not too_many(fast[1:], NOON)
    assert not too_many([NOON - dt.timedelta(hours=2)] * MOST_AN_HOUR, NOON)


def test_an_event_is_drawn_as_chosen_or_as_usual() -> None:
    assert drawn(EventKind.EVENT, "bus") == "bus"
    assert drawn(EventKind.ADAPTATION, "nonsense") == "wrench"


def said(key: str, text: str = "", **more: Any) -> dict[str, Any]:
    return {"id": key, "kind": "finding", "text": text or key, "plain": "", "rests_on": [], **more}


def content(*chapters: list[dict[str, Any]], **more: Any) -> dict[str, Any]:
    stages = ("initiation", "operation", "maintenance")
    sections = [
        {"stage": stage, "heading": "", "summary": "", "statements": list(inside)}
        for stage, inside in zip(stages, [*chapters, [], [], []], strict=False)
    ]
    return {
        "title": "T",
        "focus": "",
        "interpretation": "",
        "plain": "",
        "sections": sections,
        "events": [],
    } | more


def test_what_changed_is_told_once_each() -> None:
    before = content(
        [said("a"), said("b"), said("c", rests_on=["quote:1"])],
        events=[{"id": "e", "title": "A room"}, {"id": "f", "title": "A chair"}],
    )
    after = content(
        [said("b", "b anew"), said("c", rests_on=["quote:2", "quote:3"], plain="easy")],
        [said("d")],
        title="U",
        events=[{"id": "e", "title": "Two rooms"}, {"id": "g", "title": "A table"}],
    )
    after["sections"][0]["heading"] = "Begun"
    found = [(one.what, one.about, one.before, one.after) for one in changes(before, after)]
    assert found == [
        (What.REWORDED, "title", "T", "U"),
        (What.REWORDED, "chapter", "", "Begun"),
        (What.REWORDED, "statement", "b", "b anew"),
        (What.REWORDED, "plain", "", "easy"),
        (What.EVIDENCE, "statement", "c", "c"),
        (What.ADDED, "statement", "", "d"),
        (What.REMOVED, "statement", "a", ""),
        (What.ADDED, "event", "", "A table"),
        (What.REWORDED, "event", "A room", "Two rooms"),
        (What.REMOVED, "event", "A chair", ""),
    ]
    (rests,) = [one for one in changes(before, after) if one.what is What.EVIDENCE]
    assert (rests.gained, rests.lost) == (2, 1)


def test_one_that_was_moved_is_the_only_one_that_moved() -> None:
    before = content([said(key) for key in "abcd"])
    found = changes(before, content([said(key) for key in "dabc"]))
    assert [(one.what, one.after) for one in found] == [(What.MOVED, "d")]
    elsewhere = changes(before, content([said(key) for key in "abc"], [said("d")]))
    assert [(one.what, one.before, one.stage) for one in elsewhere] == [
        (What.MOVED, "initiation", "operation")
    ]


@settings(max_examples=60, deadline=None)
@given(st.permutations("abcdef"), st.sets(st.sampled_from("abcdef")), st.sets(st.sampled_from("uvw")))
def test_changes_are_complete(order: list[str], gone: set[str], come: set[str]) -> None:
    """Added and removed are exactly the difference of the two sets; the same twice changes nothing."""
    before = content([said(key) for key in "abcdef"])
    after = content([said(key) for key in [*(key for key in order if key not in gone), *sorted(come)]])
    found = changes(before, after)
    assert {one.after for one in found if one.what is What.ADDED} == come
    assert {one.before for one in found if one.what is What.REMOVED} == gone
    assert changes(after, after) == ()
