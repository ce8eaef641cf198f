"""A safeguarding concern from the first word to its end: kept for good, seen by few, never lost to silence."""

import datetime as dt
from typing import Any

import pytest

from linkwork.casework import access, actions, reads
from linkwork.casework.rules.safeguarding import (
    Account,
    Agreed,
    Answer,
    Capacity,
    ConcernState,
    Decision,
    EntryKind,
    Part,
)
from linkwork.casework.tests import scenes
from linkwork.core.errors import IllegalStep, Invalid, NotAllowed, NotFound, Refused
from linkwork.core.viewer import system
from linkwork.programmes import actions as programmes
from linkwork.programmes import reads as programmes_reads
from linkwork.testing.cast import NOON
from linkwork.trail import reads as trail

HOUR = dt.timedelta(hours=1)
SEEN = Account(
    facts="A bruise on her arm. She said: he pushed me.", without_agreement="She is afraid to be asked"
)
NOBODY_ELSE = ["other_worker", "supervisor", "evaluator", "adviser", "administrator", "outsider"]


@pytest.fixture
def named(cast):
    """The other worker is the first lead, the manager the second."""
    leads = [cast.other_worker.worker_id, cast.manager.worker_id]
    programmes.set_safeguarding(
        leads=leads, acknowledge_within_hours=24, danger_within_hours=4, by=cast.manager, at=NOON
    )
    return cast


def raised(cast, account=SEEN, **more):
    about = more or {"about": "A man at the library, about sixty"}
    return actions.raise_concern(account=account, by=cast.worker, at=NOON, **about)


def passed_on(by, at):
    """One round: how many were passed on, each for itself."""
    late = reads.late_concerns(by, at)
    return sum(actions.pass_on_concern(concern_id=one, by=by, at=at) for one in late)


def step(cast, concern_id, to, by=None, at=NOON + HOUR, **more):
    verbs: dict[str, Any] = {
        "ack": actions.acknowledge_concern,
        "decide": actions.decide_concern,
        "close": actions.close_concern,
        "reopen": actions.reopen_concern,
    }
    return verbs[to](concern_id=concern_id, by=by or cast.manager, at=at, **more)


def test_a_concern_is_raised_about_a_person_and_waits_for_the_lead(cast):
    account = Account(
        facts="A bruise",
        care_needs=Answer.YES,
        opinion="I think he hurts her",
        wishes="To be safe at home",
        outcomes="That it stops",
        capacity=Capacity.IN_DOUBT,
        capacity_words="Whether she can decide to stay",
        agreed=Agreed.YES,
    )
    case_id = scenes.case(cast)
    concern_id = raised(cast, account, case_id=case_id)
    card = reads.concern(cast.manager, concern_id)
    assert (card.line.who, card.line.state, card.line.lead_name) == (
        "Maryam Al-Amin",
        ConcernState.RAISED,
        "Chris Okafor",
    )
    assert card.line.due_at == NOON + 24 * HOUR
    [told] = card.accounts
    assert (told.account, told.told_by, told.number) == (account, "Amal Haddad", 1)
    assert [one.kind for one in card.entries] == [EntryKind.RAISED]
    assert (card.parts, card.steps) == (frozenset({Part.LEAD}), (ConcernState.ACKNOWLEDGED,))


def test_a_concern_is_raised_about_somebody_nobody_knows(cast):
    card = reads.concern(cast.worker, raised(cast))
    assert (card.line.who, card.line.case_id, card.line.initials) == (
        "A man at the library, about sixty",
        None,
        "",
    )
    assert card.parts == {Part.AUTHOR}
    with pytest.raises(Invalid) as refusal:
        raised(cast, about=" ")
    assert set(refusal.value.errors) == {"about"}


@pytest.mark.parametrize(
    ("account", "field"),
    [
        (Account(facts=" ", agreed=Agreed.YES), "facts"),
        (Account(facts="x"), "without_agreement"),
        (Account(facts="x", agreed=Agreed.NO), "without_agreement"),
        (Account(facts="x", agreed=Agreed.YES, capacity=Capacity.LACKING), "capacity_words"),
    ],
)
def test_what_a_lead_cannot_do_without_is_asked_for(cast, account, field):
    with pytest.raises(Invalid) as refusal:
        raised(cast, account)
    assert set(refusal.value.errors) == {field}


def test_the_whole_way_to_the_end_and_back(cast):
    concern_id = raised(cast)
    step(cast, concern_id, "ack")
    step(cast, concern_id, "decide", decision=Decision.REFER, words="The three questions hold")
    told_at = NOON + HOUR
    actions.note_told(
        concern_id=concern_id, told="Duty desk, town", told_at=told_at, by=cast.worker, at=NOON + HOUR
    )
    step(cast, concern_id, "decide", decision=Decision.ADVICE, words="The town takes it")
    step(cast, concern_id, "close", words="She is safe, as she wanted")
    step(cast, concern_id, "reopen", by=cast.worker, words="He is back", at=NOON + 2 * HOUR)
    card = reads.concern(cast.manager, concern_id)
    assert [one.kind.value for one in card.entries] == [
        "raised", "acknowledged", "decided", "told", "decided", "closed", "reopened",
    ]  # fmt: skip
    assert [one.decision for one in card.entries if one.decision] == [Decision.REFER, Decision.ADVICE]
    [told] = [one for one in card.entries if one.told]
    assert (told.told, told.told_at, told.by) == ("Duty desk, town", told_at, "Amal Haddad")
    assert (card.line.state, card.line.due_at) == (ConcernState.REOPENED, NOON + 26 * HOUR)
    step(cast, concern_id, "ack", at=NOON + 3 * HOUR)
    assert reads.concern(cast.manager, concern_id).line.due_at is None


@pytest.mark.parametrize("to", ["decide", "close", "reopen"])
def test_a_reason_is_always_given(cast, to):
    concern_id = raised(cast)
    step(cast, concern_id, "ack")
    if to != "decide":
        step(cast, concern_id, "decide", decision=Decision.ADVICE, words="x")
    if to == "reopen":
        step(cast, concern_id, "close", words="x")
    more = {"decision": Decision.ADVICE} if to == "decide" else {}
    with pytest.raises(Invalid):
        step(cast, concern_id, to, words=" ", **more)


def test_steps_out_of_turn_and_of_others_are_refused(cast):
    concern_id = raised(cast)
    with pytest.raises(IllegalStep):
        step(cast, concern_id, "close", words="x")
    with pytest.raises(NotAllowed):
        step(cast, concern_id, "ack", by=cast.worker)


def test_an_account_stands_beside_the_older_one(cast):
    concern_id = raised(cast)
    actions.add_account(
        concern_id=concern_id, account=Account(facts="He also took her money", agreed=Agreed.YES),
        by=cast.worker, at=NOON + HOUR,
    )  # fmt: skip
    card = reads.concern(cast.manager, concern_id)
    assert [one.account.facts for one in card.accounts] == [SEEN.facts, "He also took her money"]
    assert [one.kind for one in card.entries] == [EntryKind.RAISED, EntryKind.ADDED]


def test_new_danger_makes_the_clock_run_faster(cast):
    concern_id = raised(cast)
    danger = Account(facts="He is at the door", agreed=Agreed.YES, danger=True)
    actions.add_account(concern_id=concern_id, account=danger, by=cast.worker, at=NOON + HOUR)
    line = reads.concern(cast.manager, concern_id).line
    assert (line.danger, line.due_at, line.lead_name) == (True, NOON + 5 * HOUR, "Chris Okafor")
    actions.acknowledge_concern(concern_id=concern_id, by=cast.manager, at=NOON + HOUR)
    actions.add_account(concern_id=concern_id, account=danger, by=cast.worker, at=NOON + HOUR)


def test_danger_after_acknowledging_is_kept_without_a_clock(cast):
    concern_id = raised(cast)
    step(cast, concern_id, "ack")
    danger = Account(facts="He is at the door", agreed=Agreed.YES, danger=True)
    actions.add_account(concern_id=concern_id, account=danger, by=cast.worker, at=NOON + HOUR)
    line = reads.concern(cast.manager, concern_id).line
    assert (line.danger, line.due_at) == (True, None)


def test_a_closed_concern_takes_nothing_until_it_is_open_again(cast):
    concern_id = raised(cast)
    step(cast, concern_id, "ack")
    step(cast, concern_id, "decide", decision=Decision.NO_ACTION, words="A misunderstanding")
    step(cast, concern_id, "close", words="x")
    with pytest.raises(Refused):
        actions.add_account(concern_id=concern_id, account=SEEN, by=cast.worker, at=NOON)
    with pytest.raises(Refused):
        actions.note_told(concern_id=concern_id, told="x", told_at=NOON, by=cast.worker, at=NOON)
    assert reads.concerns(cast.manager) == []
    assert [line.id for line in reads.concerns(cast.manager, closed=True)] == [concern_id]
    assert reads.concerns(cast.manager, closed=True, after=concern_id) == []


def test_somebody_is_told_by_now_and_has_a_name(cast):
    concern_id = raised(cast)
    for told, told_at in (("", NOON), ("Duty desk", NOON + HOUR)):
        with pytest.raises(Invalid):
            actions.note_told(concern_id=concern_id, told=told, told_at=told_at, by=cast.worker, at=NOON)


def test_silence_passes_it_on_to_the_next_lead_and_never_ends_it(named):
    concern_id = raised(named)
    by = system(named.programme_id)
    assert passed_on(by, at=NOON + 23 * HOUR) == 0
    names = []
    for round_number in range(1, 4):
        at = NOON + round_number * 24 * HOUR
        assert passed_on(by, at=at) == 1
        assert passed_on(by, at=at) == 0
        line = reads.concern(named.manager, concern_id).line
        names.append(line.lead_name)
        assert line.state is ConcernState.RAISED
    assert names == ["Chris Okafor", "Bo Lind", "Chris Okafor"]
    last = reads.concern(named.manager, concern_id).entries[-1]
    assert (last.kind, last.by, last.lead_name) == (EntryKind.PASSED_ON, "", "Chris Okafor")
    step(named, concern_id, "ack", by=named.other_worker)
    assert reads.concern(named.manager, concern_id).line.lead_name == "Bo Lind"
    assert passed_on(by, at=NOON + 500 * HOUR) == 0
    assert not actions.pass_on_concern(concern_id=concern_id, by=by, at=NOON + 500 * HOUR)


def test_in_danger_it_is_passed_on_sooner(named):
    raised(named, Account(facts="Now", agreed=Agreed.YES, danger=True), about="x")
    assert passed_on(system(named.programme_id), at=NOON + 4 * HOUR) == 1


def test_a_lead_does_not_wait_for_themself(named):
    concern_id = actions.raise_concern(account=SEEN, about="x", by=named.other_worker, at=NOON)
    assert reads.concern(named.manager, concern_id).line.lead_name == "Chris Okafor"


def test_only_the_rounds_pass_on(cast):
    with pytest.raises(NotAllowed):
        reads.late_concerns(cast.manager, NOON)
    with pytest.raises(NotAllowed):
        actions.pass_on_concern(concern_id=raised(cast), by=cast.manager, at=NOON)


def test_the_lead_is_written_to_without_a_word_about_whom(named):
    concern_id = raised(named)
    by = system(named.programme_id)
    [letter] = programmes_reads.letters_about(by, concern_id)
    assert (letter.kind, letter.to) == ("casework.concern", "other_worker@example.org")
    assert reads.concern_waits(by, concern_id)
    step(named, concern_id, "ack")
    assert not reads.concern_waits(by, concern_id)
    with pytest.raises(NotAllowed):
        reads.concern_waits(named.manager, concern_id)


def test_without_any_lead_it_waits_with_its_author_until_there_is_one(cast, monkeypatch):
    monkeypatch.setattr("linkwork.programmes.reads.safeguarding_leads", lambda viewer: [])
    concern_id = raised(cast)
    line = reads.concern(cast.worker, concern_id).line
    assert (line.lead_id, line.due_at) == (None, NOON + 24 * HOUR)
    monkeypatch.undo()
    passed_on(system(cast.programme_id), at=NOON + 24 * HOUR)
    assert reads.concern(cast.worker, concern_id).line.lead_name == "Chris Okafor"


@pytest.mark.parametrize("part", NOBODY_ELSE)
def test_no_other_role_reaches_a_concern(cast, part):
    concern_id, viewer = raised(cast), cast.everyone()[part]
    with pytest.raises((NotFound, NotAllowed)):
        reads.concern(viewer, concern_id)
    assert reads.concerns_waiting(viewer) == []
    tries: tuple[tuple[Any, dict[str, Any]], ...] = (
        (actions.acknowledge_concern, {}),
        (actions.add_account, {"account": SEEN}),
        (actions.note_told, {"told": "x", "told_at": NOON}),
        (actions.decide_concern, {"decision": Decision.ADVICE, "words": "x"}),
        (actions.close_concern, {"words": "x"}),
        (actions.reopen_concern, {"words": "x"}),
    )
    for act, more in tries:
        with pytest.raises((NotFound, NotAllowed)):
            act(concern_id=concern_id, by=viewer, at=NOON, **more)
    if viewer in (cast.other_worker, cast.outsider):
        assert reads.concerns(viewer) == []


def test_the_command_line_is_no_exception(cast):
    concern_id, operator = raised(cast), system(cast.programme_id)
    with pytest.raises(NotAllowed):
        reads.concern(operator, concern_id)
    with pytest.raises(NotAllowed):
        reads.concerns(operator)
    with pytest.raises(NotAllowed):
        actions.raise_concern(account=SEEN, about="x", by=operator, at=NOON)


def test_a_lead_has_a_part_in_a_concern_and_is_one(named):
    assert access.is_safeguarding_lead(named.manager)
    assert access.check_part_in_concern(named.manager, named.worker.worker_id) == {Part.LEAD}


def test_whoever_may_not_raise_a_concern_has_no_part_in_one(cast):
    for viewer in (cast.adviser, system(cast.programme_id)):
        assert not access.is_safeguarding_lead(viewer)
        with pytest.raises(NotFound):
            access.check_part_in_concern(viewer, cast.worker.worker_id)


def test_a_manager_who_is_no_lead_finds_nothing(cast):
    programmes.set_safeguarding(
        leads=[cast.other_worker.worker_id], acknowledge_within_hours=24, danger_within_hours=4,
        by=cast.manager, at=NOON,
    )  # fmt: skip
    concern_id = raised(cast)
    with pytest.raises(NotFound):
        reads.concern(cast.manager, concern_id)
    assert reads.concerns(cast.manager) == []
    assert len(reads.concerns(cast.other_worker)) == 1


def test_what_waits_for_whom(named):
    first, second = raised(named), raised(named)
    assert {line.id for line in reads.concerns_waiting(named.other_worker)} == {first, second}
    assert {line.id for line in reads.concerns_waiting(named.worker)} == {first, second}
    assert reads.concerns_waiting(named.manager) == []
    step(named, first, "ack", by=named.manager)
    assert [line.id for line in reads.concerns_waiting(named.manager)] == [first]
    assert [line.id for line in reads.concerns_waiting(named.worker)] == [second]


def test_the_trail_says_that_something_was_done_and_nothing_else(cast):
    concern_id = raised(cast)
    step(cast, concern_id, "ack", words="I call her now")
    steps = trail.steps_about(cast.manager, concern_id)
    assert [(one.what, one.detail) for one in steps] == [
        ("casework.raise_concern", {"state": "raised"}),
        ("casework.move_concern", {"state": "acknowledged"}),
    ]


def test_a_concern_is_found_in_few_questions(cast, django_assert_num_queries):
    concern_id = raised(cast)
    for number in range(3):
        actions.note_told(
            concern_id=concern_id, told=f"Desk {number}", told_at=NOON, by=cast.worker, at=NOON + HOUR
        )
    with django_assert_num_queries(4):
        reads.concern(cast.manager, concern_id)
    with django_assert_num_queries(2):
        reads.concerns(cast.manager)
    with django_assert_num_queries(1):
        reads.concerns_waiting(cast.manager)
