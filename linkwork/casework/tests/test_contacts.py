"""Logging a contact: one entry, many uses."""

import datetime as dt

import pytest

from linkwork.casework import actions, reads
from linkwork.casework.rules.persons import NewNeed, StatementKind
from linkwork.casework.tests import scenes
from linkwork.core.errors import IllegalStep, Invalid, NotAllowed, NotFound, Refused
from linkwork.core.ids import new_id
from linkwork.core.viewer import system
from linkwork.testing.cast import NOON
from linkwork.trail import reads as trail

HOUR, DAY = dt.timedelta(hours=1), dt.timedelta(days=1)
TODAY = dt.date(2026, 3, 12)


def test_one_entry_moves_everything_on(cast):
    case_id = scenes.case(cast)
    contact_id = scenes.contact(
        cast,
        case_id,
        mode="met",
        minutes=45,
        note="Talked about the week",
        topics=["plan", "getting_to_know", "plan"],
        support_types=["psychosocial"],
        needs=[NewNeed("company", "I would like to know one other mother here."), NewNeed("food")],
        what_matters="That the children have friends",
        plan="Try the open preschool",
        site_id=cast.site_id,
        language="ar",
        marked_first=True,
        follow_up_on=TODAY + DAY,
        follow_up_about="Ask about the preschool",
    )
    [card] = reads.contacts_of(cast.worker, case_id)
    assert (card.id, card.mode, card.minutes, card.worker_name, card.site_name) == (
        contact_id,
        "met",
        45,
        "Amal Haddad",
        "Elm Street practice",
    )
    assert (card.topics, card.support_types) == (("getting_to_know", "plan"), ("psychosocial",))
    assert (card.marked_first, card.derived_first, card.occurred_on) == (True, True, TODAY)
    needs = reads.needs_of(cast.worker, case_id)
    assert [(need.term, need.label, need.words) for need in needs] == [
        ("company", "Company and belonging", "I would like to know one other mother here."),
        ("food", "Food", ""),
    ]
    kinds = {each.kind: each.words for each in reads.statements_of(cast.worker, case_id)}
    assert kinds == {
        StatementKind.MATTERS: "That the children have friends",
        StatementKind.PLAN: "Try the open preschool",
    }
    [promise] = reads.follow_ups_due(cast.worker, TODAY + DAY, cast.worker.id)
    assert promise.matters == "That the children have friends"
    assert (promise.about, promise.due_on, promise.name) == (
        "Ask about the preschool",
        TODAY + DAY,
        "Maryam Al-Amin",
    )
    assert reads.case(cast.worker, case_id).last_contact_on == TODAY
    [step] = trail.steps_about(cast.manager, contact_id)
    assert step.detail == {"case": str(case_id), "mode": "met", "reached": True, "needs": 2}


def test_the_smallest_entry_is_enough(cast):
    case_id = scenes.case(cast)
    scenes.contact(cast, case_id, follow_up_on=TODAY)
    [card] = reads.contacts_of(cast.worker, case_id)
    assert (card.minutes, card.note, card.marked_first, card.site_name) == (None, "", None, "")
    assert reads.follow_ups_of(cast.worker, case_id)[0].about == "Get in touch again"


def test_an_attempt_is_no_first_contact(cast):
    case_id = scenes.case(cast)
    scenes.contact(cast, case_id, reached=False, marked_first=True)
    first = scenes.contact(cast, case_id, at=NOON + HOUR)
    contact, attempt = reads.contacts_of(cast.worker, case_id)
    assert (attempt.reached, attempt.marked_first, attempt.derived_first) == (False, None, False)
    assert (contact.id, contact.derived_first) == (first, True)


def test_marks_and_record_that_differ_are_listed_and_left_alone(cast):
    case_id = scenes.case(cast)
    late = scenes.contact(cast, case_id, at=NOON + HOUR, marked_first=True)
    scenes.contact(cast, case_id, occurred_at=NOON, at=NOON + 2 * HOUR)
    [found] = reads.first_contact_disagreements(cast.manager)
    assert (found.contact_id, found.marked_first, found.derived_first) == (late, True, False)


def test_a_contact_can_be_entered_for_a_colleague_and_from_a_device(cast):
    case_id, made_elsewhere = scenes.case(cast), new_id()
    scenes.contact(cast, case_id, worker_id=cast.other_worker.id, contact_id=made_elsewhere)
    [card] = reads.contacts_of(cast.worker, case_id)
    assert (card.id, card.worker_name) == (made_elsewhere, "Bo Lind")


def test_the_command_line_logs_for_the_worker_of_the_case(cast):
    case_id = scenes.case(cast)
    scenes.contact(cast, case_id, by=system(cast.programme_id))
    assert reads.contacts_of(cast.worker, case_id)[0].worker_id == cast.worker.id


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"occurred_at": NOON + HOUR}, "occurred_at"),
        ({"mode": "carrier pigeon"}, "mode"),
        ({"minutes": 1441}, "minutes"),
        ({"language": "xx"}, "language"),
        ({"topics": ["x"]}, "topics"),
        ({"support_types": ["x"]}, "support_types"),
        ({"needs": [NewNeed("x", "words")]}, "needs"),
        ({"site_id": new_id()}, "site"),
        ({"worker_id": new_id()}, "worker"),
    ],
)
def test_what_cannot_be_kept_is_named_and_nothing_is_stored(cast, changes, field):
    case_id = scenes.case(cast)
    with pytest.raises(Invalid) as caught:
        scenes.contact(cast, case_id, **changes)
    assert set(caught.value.errors) == {field}
    assert reads.contacts_of(cast.worker, case_id) == []


def test_a_closed_case_takes_only_what_happened_before(cast):
    case_id = scenes.case(cast)
    actions.close_case(case_id=case_id, reason="done", by=cast.worker, at=NOON)
    scenes.contact(cast, case_id, occurred_at=NOON - HOUR, at=NOON + DAY)
    with pytest.raises(Invalid):
        scenes.contact(cast, case_id, occurred_at=NOON + DAY, at=NOON + DAY)
    with pytest.raises(Refused):
        scenes.contact(cast, case_id, needs=[NewNeed("food")])


def test_a_need_is_added_and_met(cast):
    case_id = scenes.case(cast)
    need_id = actions.add_need(case_id=case_id, term="food", words="Bread", by=cast.worker, at=NOON + DAY)
    actions.meet_need(need_id=need_id, by=cast.worker, at=NOON + DAY)
    actions.add_need(case_id=case_id, term="money", by=cast.worker, at=NOON + DAY)
    assert [need.term for need in reads.needs_of(cast.worker, case_id)] == ["money", "food"]
    assert reads.need(cast.worker, need_id).met_on == TODAY + DAY
    with pytest.raises(IllegalStep):
        actions.meet_need(need_id=need_id, by=cast.worker, at=NOON + DAY)


def test_a_follow_up_is_set_and_done(cast):
    case_id = scenes.case(cast)
    one = actions.set_follow_up(case_id=case_id, due_on=TODAY, about="Call", by=cast.manager, at=NOON)
    two = actions.set_follow_up(
        case_id=case_id,
        due_on=TODAY + DAY,
        about="Write",
        worker_id=cast.other_worker.id,
        by=cast.manager,
        at=NOON,
    )
    assert reads.follow_up(cast.worker, one).worker_id == cast.worker.id
    assert [each.id for each in reads.follow_ups_due(cast.worker, TODAY + DAY)] == [one, two]
    actions.finish_follow_up(follow_up_id=one, by=cast.worker, at=NOON)
    assert [each.id for each in reads.follow_ups_of(cast.worker, case_id)] == [two, one]
    with pytest.raises(IllegalStep):
        actions.finish_follow_up(follow_up_id=one, by=cast.worker, at=NOON)


def test_a_closed_case_reminds_nobody(cast):
    case_id = scenes.case(cast)
    actions.set_follow_up(case_id=case_id, due_on=TODAY, about="Call", by=cast.worker, at=NOON)
    actions.close_case(case_id=case_id, reason="done", by=cast.worker, at=NOON)
    assert reads.follow_ups_due(cast.worker, TODAY) == []


def test_words_are_kept_and_nothing_is_not(cast):
    case_id = scenes.case(cast)
    actions.add_statement(
        case_id=case_id, kind=StatementKind.MATTERS, words="My garden", by=cast.worker, at=NOON
    )
    for empty in (
        lambda: actions.add_statement(
            case_id=case_id, kind=StatementKind.MATTERS, words=" ", by=cast.worker, at=NOON
        ),
        lambda: actions.set_follow_up(case_id=case_id, due_on=TODAY, about=" ", by=cast.worker, at=NOON),
    ):
        with pytest.raises(Invalid):
            empty()
    assert [each.words for each in reads.statements_of(cast.worker, case_id)] == ["My garden"]


def test_what_is_not_there_is_said(cast):
    nothing = new_id()
    for ask in (
        lambda: reads.need(cast.worker, nothing),
        lambda: reads.follow_up(cast.worker, nothing),
        lambda: actions.meet_need(need_id=nothing, by=cast.worker, at=NOON),
        lambda: actions.finish_follow_up(follow_up_id=nothing, by=cast.worker, at=NOON),
        lambda: scenes.contact(cast, nothing),
    ):
        with pytest.raises(NotFound):
            ask()


def test_an_evaluator_logs_nothing(cast):
    case_id = scenes.case(cast)
    with pytest.raises(NotAllowed):
        scenes.contact(cast, case_id, by=cast.evaluator)


def test_a_timeline_asks_one_question(cast, django_assert_num_queries):
    case_id = scenes.case(cast)
    for number in range(3):
        scenes.contact(cast, case_id, at=NOON + number * HOUR, topics=["plan"])
    with django_assert_num_queries(1):
        reads.contacts_of(cast.worker, case_id)
