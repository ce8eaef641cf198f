"""Whatever workers, partners and people do, in whatever order, and however often: the rows obey the state tables."""

import datetime as dt
import itertools

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from linkwork.connections import actions, reads
from linkwork.connections.access import partner_viewer
from linkwork.connections.rules import ENDS, STEPS, Attendance, Attended, Outcome, State, Why
from linkwork.connections.tests.conftest import end_consents, person_of, waiting
from linkwork.core.errors import LinkworkError
from linkwork.core.viewer import system
from linkwork.programmes import actions as post
from linkwork.testing.cast import NOON
from linkwork.trail import reads as trail

HOUR = dt.timedelta(hours=1)
STATES = [state for state in State if state is not State.SENT]
MOVES = st.one_of(
    st.tuples(st.just("partner"), st.sampled_from(STATES)),
    st.tuples(st.just("worker"), st.sampled_from(STATES)),
    st.tuples(st.just("person"), st.sampled_from(Attendance)),
    st.tuples(st.just("went"), st.sampled_from(Attendance)),
    st.tuples(
        st.sampled_from(["appointment", "propose", "choose", "came", "chase", "withdraw", "post"]), st.none()
    ),
)


class Play:
    """One connection and everybody who may move it."""

    def __init__(self, scene):
        self.scene, self.sent, self.at = scene, scene.connect(), NOON
        self.person = person_of(scene)
        self.system = system(scene.cast.programme_id)

    @property
    def partner(self):
        return partner_viewer(self.sent.token, self.at)

    def do(self, who, what):
        """Try one move; a refusal is a fine answer."""
        try:
            getattr(self, f"_{who}")(what)
        except LinkworkError:
            return False
        return True

    def _move(self, by, to):
        actions.move(
            connection_id=self.sent.connection_id,
            to=to,
            why=Why.FULL if to is State.DECLINED else None,
            reason="because",
            outcome=Outcome.HELPED if to is State.FINISHED else None,
            by=by,
            at=self.at,
        )

    def _partner(self, to):
        self._move(self.partner, to)

    def _worker(self, to):
        self._move(self.scene.by, to)

    def _person(self, went):
        actions.tell(
            connection_id=self.sent.connection_id,
            went=went,
            outcome=Outcome.PARTLY,
            by=self.person,
            at=self.at,
        )

    def _went(self, went):
        actions.follow_up(
            connection_id=self.sent.connection_id,
            went=went,
            outcome=Outcome.HELPED if went is Attendance.WENT else None,
            reason="because",
            by=self.scene.by,
            at=self.at,
        )

    def _appointment(self, _what):
        actions.set_appointment(
            connection_id=self.sent.connection_id, starts_at=self.at + HOUR, by=self.partner, at=self.at
        )

    def _propose(self, _what):
        times = [self.at + HOUR, self.at + 2 * HOUR]
        actions.propose_times(connection_id=self.sent.connection_id, times=times, by=self.partner, at=self.at)

    def _choose(self, _what):
        found = reads.open_proposal(self.scene.by, self.sent.connection_id)
        if found:
            actions.choose_time(proposal_id=found.id, chosen=found.times[0], by=self.person, at=self.at)

    def _came(self, _what):
        for card in reads.appointments_for(self.scene.by, self.sent.connection_id):
            actions.note_attendance(appointment_id=card.id, attended=Attended.YES, by=self.person, at=self.at)

    def _chase(self, _what):
        actions.chase_if_silent(connection_id=self.sent.connection_id, by=self.system, at=self.at)

    def _withdraw(self, _what):
        end_consents(self.scene, self.at)
        actions.stop_sharing(case_id=self.scene.case_id, by=self.system, at=self.at)

    def _post(self, _what):
        for letter in waiting(self.scene):
            post.try_letter(letter_id=letter.id, by=self.system, at=self.at)
            post.mark_delivered(letter_id=letter.id, by=self.system, at=self.at)

    def stands(self):
        """All that may not change by a reply that was given before."""
        steps = reads.history(self.scene.by, self.sent.connection_id)
        return self.scene.card(self.sent).state, [step.state for step in steps]


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(MOVES, st.integers(0, 200)), max_size=7))
def test_any_sequence_of_events_obeys_the_table(scene, moves):
    play = Play(scene)
    for (who, what), hours in moves:
        play.at += hours * HOUR
        before, taken = play.stands()
        done = play.do(who, what)
        after, now = play.stands()
        assert now[: len(taken)] == taken  # nothing of the past is rewritten
        assert done or (after, now) == (before, taken)  # what is refused has changed nothing
        assert before not in ENDS or after is before
    card, (state, taken) = scene.card(play.sent), play.stands()
    assert taken[0] is State.DRAFT
    assert all(there in STEPS[here] for here, there in itertools.pairwise(taken))
    assert taken[-1] is state
    assert (card.outcome is not None) >= (state is State.FINISHED)
    day = play.at.date() + dt.timedelta(days=1)
    assert reads.state_on(scene.by, card.id, day) is state


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(MOVES, st.integers(0, 90)), min_size=1, max_size=4))
def test_replaying_any_reply_changes_nothing(scene, moves):
    play = Play(scene)
    for (who, what), hours in moves:
        play.at += hours * HOUR
        play.do(who, what)
        once, letters = play.stands(), len(waiting(scene))
        if who in ("partner", "worker", "person", "went", "choose", "came", "chase", "withdraw", "post"):
            play.do(who, what)  # the same form twice, the same letter twice
            assert play.stands() == once
            assert len(waiting(scene)) == letters
    assert trail.chains(system(None))[0].broken_at is None
