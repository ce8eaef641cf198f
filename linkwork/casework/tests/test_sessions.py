"""Several people at once: one entry, a contact for each."""

import datetime as dt
from dataclasses import replace

import pytest

from linkwork.casework import actions, facts, reads
from linkwork.casework.rules.contacts import Encounter
from linkwork.casework.rules.persons import PersonDetails
from linkwork.casework.tests import scenes
from linkwork.core.errors import Invalid, NotAllowed, NotFound, Refused
from linkwork.core.ids import new_id
from linkwork.core.viewer import system
from linkwork.testing.cast import NOON

MINUTE, DAY = dt.timedelta(minutes=1), dt.timedelta(days=1)
HOW = Encounter(NOON, "group", minutes=90, minutes_travel=30, topics=("health_information",), education=True)


@pytest.fixture
def cases(cast):
    """Three running cases of the worker and one of a colleague's."""
    mine = [scenes.case(cast, PersonDetails(given_name=name)) for name in ("Ada", "Bea", "Cleo")]
    return [*mine, scenes.case(cast, PersonDetails(given_name="Dot"), worker=cast.other_worker)]


@pytest.fixture
def session_id(cast, cases):
    """A group with two known people and five others."""
    return actions.log_session(
        case_ids=cases[:2],
        how=HOW,
        others=5,
        title="Sewing café",
        note="We talked about sleep.",
        by=cast.worker,
        at=NOON,
    )


def test_one_entry_is_a_contact_for_each(cast, cases, session_id):
    card = reads.session(cast.worker, session_id, NOON)
    assert [one.name for one in card.people] == ["Ada", "Bea"]
    assert (card.others, card.title, card.minutes, card.minutes_travel) == (5, "Sewing café", 90, 30)
    assert (card.topics, card.education, card.worker_name) == (
        ("health_information",),
        True,
        "Amal Haddad",
    )
    [contact] = reads.contacts_of(cast.worker, cases[0])
    assert (contact.session_id, contact.together, contact.session_note) == (
        session_id,
        "Sewing café",
        "We talked about sleep.",
    )
    assert (contact.minutes, contact.minutes_travel, contact.derived_first) == (90, None, True)


def test_a_session_asks_the_same_however_many_came(cast, cases, session_id, django_assert_num_queries):
    with django_assert_num_queries(4):
        reads.session(cast.worker, session_id, NOON)


def test_who_could_come(cast, cases):
    actions.close_case(case_id=cases[2], reason="done", by=cast.worker, at=NOON)
    assert [one.name for one in reads.could_come(cast.worker, cast.worker.id)] == ["Ada", "Bea"]
    also = reads.could_come(cast.worker, cast.worker.id, (cases[3],))
    assert [one.name for one in also] == ["Ada", "Bea", "Dot"]
    assert len(reads.could_come(cast.worker, None)) == 3


def test_it_is_put_right_for_all_at_once(cast, cases, session_id):
    actions.change_session(
        session_id=session_id,
        case_ids=[cases[1], cases[2]],
        how=replace(HOW, minutes=60, topics=("rights",)),
        others=3,
        title="Sewing",
        note="Sleep, and rent.",
        by=cast.worker,
        at=NOON + DAY,
    )
    assert reads.contacts_of(cast.worker, cases[0]) == []
    for case_id in cases[1:3]:
        [contact] = reads.contacts_of(cast.worker, case_id)
        assert (contact.minutes, contact.topics, contact.session_note) == (
            60,
            ("rights",),
            "Sleep, and rent.",
        )
    assert reads.session(cast.worker, session_id, NOON).others == 3


def test_a_note_of_ones_own_is_not_thrown_away(cast, cases, session_id):
    [contact] = reads.contacts_of(cast.worker, cases[0])
    actions.change_contact(
        contact_id=contact.id, how=contact.how(), note="She stayed on", by=cast.worker, at=NOON
    )
    with pytest.raises(Invalid) as caught:
        actions.change_session(session_id=session_id, case_ids=cases[1:2], how=HOW, by=cast.worker, at=NOON)
    assert set(caught.value.errors) == {"people"}
    assert len(reads.session(cast.worker, session_id, NOON).people) == 2


def test_it_is_taken_back_as_a_whole(cast, cases, session_id):
    [contact] = reads.contacts_of(cast.worker, cases[0])
    with pytest.raises(Refused):
        actions.undo_contact(contact_id=contact.id, by=cast.worker, at=NOON)
    for by, at in ((cast.other_worker, NOON), (cast.worker, NOON + 11 * MINUTE)):
        with pytest.raises(Refused):
            actions.undo_session(session_id=session_id, by=by, at=at)
    assert reads.session(cast.worker, session_id, NOON).may_undo
    actions.undo_session(session_id=session_id, by=cast.worker, at=NOON + MINUTE)
    assert reads.contacts_of(cast.worker, cases[0]) == []
    with pytest.raises(NotFound):
        reads.session(cast.worker, session_id, NOON)


def test_what_is_locked_is_put_right_one_by_one(cast, cases, session_id):
    late = NOON + 10 * DAY
    assert reads.session(cast.worker, session_id, late).locked
    with pytest.raises(Refused):
        actions.change_session(session_id=session_id, case_ids=cases[:2], how=HOW, by=cast.worker, at=late)


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"case_ids": []}, "people"),
        ({"others": -1}, "others"),
        ({"others": 2001}, "others"),
        ({"how": replace(HOW, mode="pigeon")}, "mode"),
        ({"how": replace(HOW, minutes=1441)}, "minutes"),
        ({"worker_id": new_id()}, "worker"),
    ],
)
def test_what_cannot_be_kept_is_named(cast, cases, changes, field):
    usual = {"case_ids": cases[:1], "how": HOW, "by": cast.worker, "at": NOON}
    with pytest.raises(Invalid) as caught:
        actions.log_session(**usual | changes)
    assert set(caught.value.errors) == {field}


def test_a_closed_case_came_only_before_it_was_closed(cast, cases):
    actions.close_case(case_id=cases[0], reason="done", by=cast.worker, at=NOON)
    late = replace(HOW, occurred_at=NOON + DAY)
    with pytest.raises(Invalid):
        actions.log_session(case_ids=cases[:2], how=late, by=cast.worker, at=NOON + DAY)
    assert reads.contacts_of(cast.worker, cases[1]) == []


def test_somebody_else_led_it_and_the_command_line_logs_it(cast, cases):
    one = actions.log_session(
        case_ids=cases[:1],
        how=HOW,
        worker_id=cast.other_worker.id,
        by=system(cast.programme_id),
        at=NOON,
    )
    assert reads.session(cast.worker, one, NOON).worker_name == "Bo Lind"
    assert not reads.session(cast.worker, one, NOON).may_undo


def test_others_may_not(cast, cases, session_id):
    with pytest.raises(NotAllowed):
        actions.log_session(case_ids=cases[:1], how=HOW, by=cast.evaluator, at=NOON)
    with pytest.raises(NotFound):
        actions.undo_session(session_id=session_id, by=cast.outsider, at=NOON)
    with pytest.raises(NotFound):
        actions.log_session(case_ids=[new_id()], how=HOW, by=cast.worker, at=NOON)
    with pytest.raises(NotFound):
        reads.session(cast.outsider, session_id, NOON)


def test_time_is_counted_once_in_the_facts(cast, cases, session_id):
    table = {table.name: table for table in facts.TABLES}["sessions"]
    [row] = table.rows(cast.programme_id)
    named = dict(zip([column.name for column in table.columns], row, strict=True))
    assert (named["minutes"], named["minutes_travel"], named["known"], named["others"]) == (90, 30, 2, 5)


def test_who_cannot_be_seen_is_not_left_out_by_others(cast, cases, session_id):
    hidden = reads.case(cast.worker, cases[0]).person_id
    actions.restrict_person(
        person_id=hidden, why="Known to the team", workers=[cast.worker.id], by=cast.manager, at=NOON
    )
    assert [one.name for one in reads.session(cast.other_worker, session_id, NOON).people] == ["Bea"]
    actions.change_session(
        session_id=session_id, case_ids=[cases[2]], how=HOW, by=cast.other_worker, at=NOON + MINUTE
    )
    assert [one.name for one in reads.session(cast.worker, session_id, NOON).people] == ["Ada", "Cleo"]
