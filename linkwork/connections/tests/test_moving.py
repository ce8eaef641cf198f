"""Moving a connection on: the partner by link, the worker on the phone, the person when asked."""

import datetime as dt
import itertools

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from linkwork.connections import actions, reads
from linkwork.connections.models import Connection, Step
from linkwork.connections.rules import STEPS, Attendance, LetterKind, Outcome, Owner, State, Why, path
from linkwork.connections.tests.conftest import waiting
from linkwork.core.errors import IllegalStep, Invalid, LinkworkError, NotAllowed, NotFound
from linkwork.directory import reads as directory
from linkwork.testing.cast import NOON

DAY = dt.timedelta(days=1)


def say(scene, sent, to, at=NOON + DAY, **more):
    actions.move(connection_id=sent.connection_id, to=to, by=scene.partner(sent), at=at, **more)


def note(scene, sent, to, at=NOON + DAY, **more):
    actions.move(connection_id=sent.connection_id, to=to, by=scene.by, at=at, **more)


def test_the_partner_says_yes_when_it_starts_and_what_came_of_it(scene):
    sent = scene.connect()
    say(scene, sent, State.ACCEPTED)
    say(scene, sent, State.WAITING, NOON + 2 * DAY, starts_on=dt.date(2026, 4, 1))
    say(scene, sent, State.STARTED, NOON + 20 * DAY)
    say(
        scene, sent, State.FINISHED, NOON + 29 * DAY, outcome=Outcome.HELPED, outcome_words="She comes weekly"
    )
    card = scene.card(sent)
    assert (card.state, card.outcome, card.outcome_words) == (
        State.FINISHED,
        Outcome.HELPED,
        "She comes weekly",
    )
    assert (card.answered_at, card.started_at) == (NOON + DAY, NOON + 20 * DAY)
    assert (card.starts_on, card.ended_at) == (dt.date(2026, 4, 1), NOON + 29 * DAY)
    said = [step.state for step in reads.history(scene.by, card.id) if not step.implied]
    assert State.RECEIVED not in said
    freshness = directory.service(scene.by, scene.service_id).freshness
    assert (freshness.on, freshness.how) == ((NOON + 29 * DAY).date(), "outcome")


def test_the_state_on_any_past_day_can_be_asked(scene):
    sent = scene.connect()
    say(scene, sent, State.ACCEPTED, NOON + 3 * DAY)
    day = NOON.date()
    states = [
        reads.state_on(scene.by, sent.connection_id, day + dt.timedelta(days=n)) for n in (-1, 0, 2, 3, 99)
    ]
    assert states == [None, State.SENT, State.SENT, State.ACCEPTED, State.ACCEPTED]


def test_the_worker_writes_down_what_the_partner_said_on_the_phone(scene):
    sent = scene.connect()
    note(scene, sent, State.DECLINED, told_by=Owner.PARTNER, why=Why.FULL)
    last = reads.history(scene.by, sent.connection_id)[-1]
    assert (last.owner, last.noted_by, last.why) == (Owner.PARTNER, Owner.WORKER, Why.FULL)
    assert scene.card(sent).answered_at == NOON + DAY
    assert scene.card(sent).news_at is None


def test_an_answer_is_news_until_the_worker_has_noted_it(scene):
    sent = scene.connect()
    say(scene, sent, State.DECLINED, why=Why.FULL)
    assert [card.id for card in reads.awaiting(scene.by)] == [sent.connection_id]
    actions.note_news(connection_id=sent.connection_id, by=scene.by, at=NOON + 2 * DAY)
    assert reads.awaiting(scene.by) == []


def test_a_service_said_to_be_closed_is_marked_in_the_directory(scene):
    sent = scene.connect()
    say(scene, sent, State.DECLINED, why=Why.CLOSED)
    assert directory.service(scene.by, scene.service_id).freshness.doubt


def test_cancelling_tells_the_partner_unless_it_was_a_draft_or_their_own_word(scene):
    first, second = scene.connect(), scene.connect()
    note(scene, first, State.CANCELLED, reason="Moved away", told_by=Owner.PERSON)
    say(scene, second, State.CANCELLED, reason="We close for the summer")
    about = [letter.about_id for letter in waiting(scene) if letter.kind == LetterKind.WITHDRAWN]
    assert about == [first.connection_id]


@pytest.mark.parametrize(
    ("to", "more", "field"),
    [
        (State.DECLINED, {}, "reason"),
        (State.DECLINED, {"why": Why.OTHER}, "reason"),
        (State.WAITING, {}, "reason"),
        (State.NOT_REACHED, {"reason": "  "}, "reason"),
        (State.FINISHED, {}, "outcome"),
        (State.FINISHED, {"outcome": Outcome.NOT_KNOWN}, "outcome"),
        (State.ACCEPTED, {"outcome": Outcome.HELPED}, "outcome"),
    ],
)
def test_what_a_step_lacks_is_said_and_nothing_is_kept(scene, to, more, field):
    sent = scene.connect()
    with pytest.raises(Invalid) as refusal:
        say(scene, sent, to, **more)
    assert set(refusal.value.errors) == {field}
    assert scene.card(sent).state is State.SENT
    assert len(reads.history(scene.by, sent.connection_id)) == 2


def test_refused_steps(scene):
    sent, other = scene.connect(), scene.connect()
    with pytest.raises(IllegalStep):
        note(scene, sent, State.ACCEPTED)  # the partner's step, and nobody said they told
    with pytest.raises(IllegalStep):
        note(scene, sent, State.SENT)
    with pytest.raises(NotAllowed):
        say(scene, sent, State.FINISHED, told_by=Owner.PERSON, outcome=Outcome.HELPED)
    with pytest.raises(NotAllowed):
        actions.move(connection_id=other.connection_id, to=State.ACCEPTED, by=scene.partner(sent), at=NOON)
    say(scene, sent, State.DECLINED, why=Why.NOT_RIGHT)
    with pytest.raises(IllegalStep):
        say(scene, sent, State.ACCEPTED)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.sampled_from(State), st.sampled_from(Owner)), max_size=6))
def test_whatever_is_tried_the_rows_obey_the_table(scene, wishes):
    sent = scene.connect()
    for to, owner in wishes:
        before = scene.card(sent).state
        allowed = bool(path(before, to, owner)) and to is not State.SENT
        outcome = Outcome.HELPED if to is State.FINISHED else None
        try:
            note(scene, sent, to, told_by=owner, reason="because", outcome=outcome)
        except LinkworkError:
            assert not allowed
            assert scene.card(sent).state is before
        else:
            assert allowed
    taken = [step.state for step in reads.history(scene.by, sent.connection_id)]
    assert taken[0] is State.DRAFT
    assert all(there in STEPS[here] for here, there in itertools.pairwise(taken))
    assert taken[-1] is scene.card(sent).state


def test_the_person_went_and_it_helped_though_the_partner_never_answered(scene):
    sent = scene.connect()
    actions.follow_up(
        connection_id=sent.connection_id,
        went=Attendance.WENT,
        outcome=Outcome.PARTLY,
        words="Too loud, kind people",
        by=scene.by,
        at=NOON + 9 * DAY,
    )
    card = scene.card(sent)
    assert (card.state, card.went, card.outcome) == (State.FINISHED, Attendance.WENT, Outcome.PARTLY)
    assert (card.answered_at, card.started_at) == (None, NOON + 9 * DAY)
    assert directory.service(scene.by, scene.service_id).freshness.how == "outcome"


def test_went_but_cannot_say_what_came_of_it_confirms_nothing(scene):
    sent = scene.connect()
    say(scene, sent, State.STARTED)
    actions.follow_up(
        connection_id=sent.connection_id,
        went=Attendance.WENT,
        outcome=Outcome.NOT_KNOWN,
        by=scene.by,
        at=NOON + 9 * DAY,
    )
    assert scene.card(sent).outcome is Outcome.NOT_KNOWN
    assert directory.service(scene.by, scene.service_id).freshness.on is None


@pytest.mark.parametrize(
    ("began", "state"), [(None, State.LAPSED), (State.STARTED, State.FINISHED), (State.WAITING, State.LAPSED)]
)
def test_nobody_knows_is_an_end_for_all_to_see(scene, began, state):
    sent = scene.connect()
    if began:
        say(scene, sent, began, starts_on=dt.date(2026, 3, 20))
    actions.follow_up(
        connection_id=sent.connection_id, went=Attendance.NOT_KNOWN, by=scene.by, at=NOON + 9 * DAY
    )
    card = scene.card(sent)
    assert (card.state, card.outcome, card.went) == (state, Outcome.NOT_KNOWN, Attendance.NOT_KNOWN)


def test_did_not_go_needs_why_and_may_say_that_the_place_is_gone(scene):
    sent = scene.connect()
    ask = {"connection_id": sent.connection_id, "went": Attendance.DID_NOT_GO, "by": scene.by}
    with pytest.raises(Invalid):
        actions.follow_up(**ask, at=NOON + DAY)
    actions.follow_up(**ask, reason="The door was shut", service_closed=True, at=NOON + DAY)
    card = scene.card(sent)
    assert (card.state, card.outcome, card.went) == (State.LAPSED, None, Attendance.DID_NOT_GO)
    assert directory.service(scene.by, scene.service_id).freshness.doubt


def test_ask_again_later_but_not_yesterday(scene):
    sent = scene.connect()
    actions.postpone(connection_id=sent.connection_id, until=dt.date(2026, 4, 1), by=scene.by, at=NOON)
    assert scene.card(sent).ask_again_on == dt.date(2026, 4, 1)
    with pytest.raises(Invalid):
        actions.postpone(connection_id=sent.connection_id, until=NOON.date(), by=scene.by, at=NOON)


def test_nothing_moves_what_is_not_there(scene):
    with pytest.raises(NotFound):
        actions.note_news(connection_id=scene.case_id, by=scene.by, at=NOON)
    with pytest.raises(NotFound):
        reads.connection(scene.by, scene.case_id)


def test_a_manager_sees_also_what_nobody_holds(scene):
    sent = scene.connect()
    assert reads.awaiting(scene.cast.manager) == []
    Connection.objects.filter(id=sent.connection_id).update(worker_id=None)
    assert [card.id for card in reads.awaiting(scene.cast.manager)] == [sent.connection_id]
    assert Step.objects.filter(connection_id=sent.connection_id).count() == 2
