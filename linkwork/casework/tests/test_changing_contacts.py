"""Taking a contact back, putting it right, adding to it: nothing that stood there is lost."""

import datetime as dt
from dataclasses import replace

import pytest

from linkwork.casework import actions, reads
from linkwork.casework.rules.persons import NewNeed
from linkwork.casework.tests import scenes
from linkwork.core.errors import Invalid, NotAllowed, NotFound, Refused
from linkwork.core.ids import new_id
from linkwork.core.viewer import system
from linkwork.testing.cast import NOON
from linkwork.trail import reads as trail

MINUTE, DAY = dt.timedelta(minutes=1), dt.timedelta(days=1)
LATER = NOON + 11 * DAY


@pytest.fixture
def case_id(cast):
    """A running case."""
    return scenes.case(cast)


@pytest.fixture
def contact_id(cast, case_id):
    """A contact with all that may come of one."""
    return scenes.contact(
        cast,
        case_id,
        minutes=20,
        minutes_travel=15,
        minutes_admin=5,
        note="Called about the form",
        topics=["plan"],
        support_types=["practical"],
        needs=[NewNeed("food", "Bread")],
        what_matters="My garden",
        follow_up_on=NOON.date() + DAY,
        interpreter=True,
        planned=True,
        accompanied_to="the town hall",
        partner_present="The school nurse",
        linking=True,
        education=False,
        language="ar",
    )


def test_everything_said_of_a_contact_is_read_back(cast, contact_id):
    card = reads.contact(cast.worker, contact_id)
    assert (card.minutes, card.minutes_travel, card.minutes_admin) == (20, 15, 5)
    assert (card.interpreter, card.planned, card.linking, card.education) == (True, True, True, False)
    assert (card.accompanied_to, card.partner_present) == ("the town hall", "The school nurse")
    assert card.how().topics == ("plan",)
    assert reads.contacts_of(cast.worker, card.case_id) == [card]


def test_what_was_just_logged_is_taken_back_whole(cast, case_id, contact_id):
    assert reads.contact_standing(cast.worker, reads.contact(cast.worker, contact_id), NOON + MINUTE).may_undo
    assert actions.undo_contact(contact_id=contact_id, by=cast.worker, at=NOON + 10 * MINUTE) == case_id
    assert reads.contacts_of(cast.worker, case_id) == []
    assert reads.needs_of(cast.worker, case_id) == []
    assert reads.statements_of(cast.worker, case_id) == []
    assert reads.follow_ups_of(cast.worker, case_id) == []
    assert [step.what for step in trail.steps_about(cast.manager, contact_id)] == [
        "casework.log_contact",
        "casework.undo_contact",
    ]


def test_only_its_author_takes_it_back_and_only_soon(cast, contact_id):
    for by, at in ((cast.other_worker, NOON), (cast.worker, NOON + 11 * MINUTE)):
        with pytest.raises(Refused):
            actions.undo_contact(contact_id=contact_id, by=by, at=at)
        assert not reads.contact_standing(by, reads.contact(by, contact_id), at).may_undo
    with pytest.raises(NotAllowed):
        actions.undo_contact(contact_id=contact_id, by=cast.evaluator, at=NOON)
    with pytest.raises(NotFound):
        actions.undo_contact(contact_id=contact_id, by=cast.outsider, at=NOON)


def test_what_the_command_line_entered_nobody_takes_back(cast, case_id):
    one = scenes.contact(cast, case_id, by=system(cast.programme_id))
    with pytest.raises(Refused):
        actions.undo_contact(contact_id=one, by=cast.worker, at=NOON)


def test_a_contact_is_put_right_and_its_history_kept(cast, contact_id):
    how = replace(reads.contact(cast.worker, contact_id).how(), minutes=30, topics=("plan", "rights"))
    changed = actions.change_contact(
        contact_id=contact_id, how=how, note="Called about both forms", by=cast.other_worker, at=NOON + DAY
    )
    assert changed
    card = reads.contact(cast.worker, contact_id)
    assert (card.minutes, card.topics, card.note) == (30, ("plan", "rights"), "Called about both forms")
    [change] = reads.changes_of(cast.worker, [contact_id])[contact_id]
    assert change.before == {"minutes": 20, "note": "Called about the form", "topics": ["plan"]}
    assert change.after == {
        "minutes": 30,
        "note": "Called about both forms",
        "topics": ["plan", "rights"],
    }
    assert (change.worker_name, change.when_locked, change.why) == ("Bo Lind", False, "")


def test_keeping_what_stands_changes_nothing(cast, contact_id):
    card = reads.contact(cast.worker, contact_id)
    same = actions.change_contact(
        contact_id=contact_id, how=card.how(), note=f" {card.note} ", by=cast.worker, at=LATER
    )
    assert not same
    assert reads.changes_of(cast.worker, [contact_id]) == {}


def test_a_locked_note_is_added_to_never_rewritten(cast, contact_id):
    card = reads.contact(cast.worker, contact_id)
    assert not reads.contact_standing(cast.worker, card, NOON + 9 * DAY).locked
    assert reads.contact_standing(cast.worker, card, NOON + 10 * DAY).locked
    with pytest.raises(Invalid) as caught:
        actions.change_contact(
            contact_id=contact_id, how=card.how(), note="Nothing", by=cast.worker, at=LATER
        )
    assert set(caught.value.errors) == {"note"}
    actions.add_to_note(contact_id=contact_id, words=" It was the other form. ", by=cast.worker, at=LATER)
    with pytest.raises(Invalid):
        actions.add_to_note(contact_id=contact_id, words=" ", by=cast.worker, at=LATER)
    [change] = reads.changes_of(cast.worker, [contact_id])[contact_id]
    assert (change.addition, change.when_locked) == ("It was the other form.", True)
    assert reads.contact(cast.worker, contact_id).note == "Called about the form"


def test_a_figure_of_a_locked_contact_needs_a_reason(cast, contact_id):
    card = reads.contact(cast.worker, contact_id)
    how = replace(card.how(), minutes=25)
    with pytest.raises(Invalid) as caught:
        actions.change_contact(contact_id=contact_id, how=how, note=card.note, by=cast.worker, at=LATER)
    assert set(caught.value.errors) == {"why"}
    actions.change_contact(
        contact_id=contact_id, how=how, note=card.note, why="Mistyped", by=cast.worker, at=LATER
    )
    [change] = reads.changes_of(cast.worker, [contact_id])[contact_id]
    assert (change.why, change.before, change.when_locked) == ("Mistyped", {"minutes": 20}, True)


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"occurred_at": NOON + 99 * DAY}, "occurred_at"),
        ({"minutes_travel": -1}, "minutes_travel"),
        ({"minutes_admin": 1441}, "minutes_admin"),
        ({"mode": "pigeon"}, "mode"),
        ({"topics": ("x",)}, "topics"),
    ],
)
def test_what_cannot_be_kept_is_not_put_right_either(cast, contact_id, changes, field):
    card = reads.contact(cast.worker, contact_id)
    with pytest.raises(Invalid) as caught:
        actions.change_contact(
            contact_id=contact_id,
            how=replace(card.how(), **changes),
            note=card.note,
            by=cast.worker,
            at=NOON,
        )
    assert set(caught.value.errors) == {field}
    assert reads.contact(cast.worker, contact_id) == card


def test_others_change_nothing(cast, contact_id):
    how = reads.contact(cast.worker, contact_id).how()
    for by, refusal in ((cast.outsider, NotFound), (cast.evaluator, NotAllowed)):
        with pytest.raises(refusal):
            actions.change_contact(contact_id=contact_id, how=how, note="", by=by, at=NOON)
        with pytest.raises(refusal):
            actions.add_to_note(contact_id=contact_id, words="x", by=by, at=NOON)
        with pytest.raises(refusal):
            reads.contact(by, contact_id)
    with pytest.raises(NotFound):
        reads.contact(cast.worker, new_id())


def test_three_hundred_contacts_are_paged_by_key(cast, case_id, django_assert_num_queries):
    for number in range(45):
        at = NOON + (number // 2) * MINUTE  # two at the same moment: the key still tells them apart
        mode = "met" if number % 3 else "phone"
        scenes.contact(cast, case_id, at=at, mode=mode, topics=["plan"] if number % 5 else ["rights"])
    seen, after = [], None
    while True:
        with django_assert_num_queries(1):
            page = reads.contacts_page(cast.worker, case_id, after=after)
        seen += page.rows
        after = page.next
        if after is None:
            break
    assert seen == reads.contacts_of(cast.worker, case_id)
    calls = reads.contacts_page(cast.worker, case_id, mode="phone", topic="rights")
    assert len(calls.rows) == 3
    assert {(one.mode, one.topics) for one in calls.rows} == {("phone", ("rights",))}


def test_words_are_found_in_notes_and_in_what_was_added(cast, case_id, contact_id):
    scenes.contact(cast, case_id, at=NOON + MINUTE, note="Nothing new")
    actions.add_to_note(contact_id=contact_id, words="The bursary", by=cast.worker, at=LATER)
    for words in ("form", "called FORM", "bursary", "town hall"):
        [found] = reads.contacts_page(cast.worker, case_id, words=words).rows
        assert found.id == contact_id
    assert reads.contacts_page(cast.worker, case_id, words="form nothing").rows == []


def test_the_next_contact_begins_where_the_last_one_was(cast, case_id):
    assert reads.last_contact(cast.worker, case_id) is None
    scenes.contact(cast, case_id, site_id=cast.site_id, language="ar", mode="met")
    scenes.contact(cast, case_id, at=NOON + MINUTE, reached=False)
    last = reads.last_contact(cast.worker, case_id)
    assert last is not None
    assert (last.mode, last.site_id, last.language) == ("met", cast.site_id, "ar")
