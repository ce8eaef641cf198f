"""A partner proposes times; the worker or the person picks one."""

import datetime as dt

import pytest

from linkwork.connections import actions, reads
from linkwork.connections.rules import LetterKind, Owner, State, Why
from linkwork.connections.tests.conftest import person_of, waiting
from linkwork.core.errors import IllegalStep, Invalid, NotAllowed, NotFound
from linkwork.core.ids import new_id
from linkwork.testing.cast import NOON

DAY = dt.timedelta(days=1)
TIMES = [NOON + 6 * DAY, NOON + 4 * DAY, NOON + 5 * DAY]


def propose(scene, sent, times=TIMES, **more):
    by = more.pop("by", None) or scene.partner(sent)
    return actions.propose_times(
        connection_id=sent.connection_id, times=times, where="Hall", by=by, at=NOON, **more
    )


def choose(scene, id_, chosen, by=None, **more):
    return actions.choose_time(proposal_id=id_, chosen=chosen, by=by or scene.by, at=NOON, **more)


def test_a_partner_proposes_and_the_worker_picks(scene):
    sent = scene.connect()
    id_ = propose(scene, sent)
    card = reads.open_proposal(scene.by, sent.connection_id)
    assert card is not None
    assert (card.id, card.times, card.where) == (id_, tuple(sorted(TIMES)), "Hall")
    assert (scene.card(sent).state, scene.card(sent).proposes) == (State.ACCEPTED, True)
    appointment = choose(scene, id_, TIMES[0])
    assert reads.appointment(scene.by, appointment).starts_at == TIMES[0]
    assert reads.open_proposal(scene.by, sent.connection_id) is None
    after = scene.card(sent)
    assert (after.state, after.starts_on, after.proposes) == (State.WAITING, TIMES[0].date(), False)
    assert LetterKind.APPOINTMENT_PARTNER in {letter.kind for letter in waiting(scene)}


def test_the_person_picks_by_their_own_link(scene):
    sent = scene.connect()
    id_ = propose(scene, sent)
    person = person_of(scene)
    (own,) = reads.own_connections(person, scene.case_id, NOON)
    assert own.proposal is not None
    appointment = choose(scene, id_, TIMES[1], by=person)
    card = reads.appointment(scene.by, appointment)
    assert card.made_by is Owner.PERSON
    assert LetterKind.APPOINTMENT_WORKER in {letter.kind for letter in waiting(scene)}
    assert reads.own_page_values(person, scene.case_id, NOON)[1] == [card]
    last = reads.history(scene.by, sent.connection_id)[-1]
    assert (last.state, last.noted_by) == (State.WAITING, Owner.PERSON)


def test_none_fits_and_the_partner_hears_it(scene):
    sent = scene.connect()
    assert choose(scene, propose(scene, sent), None, by=person_of(scene)) is None
    assert LetterKind.NO_TIME_FITS in {letter.kind for letter in waiting(scene)}
    assert scene.card(sent).news_at == NOON
    assert choose(scene, propose(scene, sent), None) is None
    assert scene.card(sent).news_at is None


def test_newer_times_replace_older_ones(scene):
    sent = scene.connect()
    first, second = propose(scene, sent), propose(scene, sent, TIMES[:1])
    card = reads.open_proposal(scene.by, sent.connection_id)
    assert card is not None
    assert card.id == second
    with pytest.raises(IllegalStep):
        choose(scene, first, TIMES[0])


@pytest.mark.parametrize("times", [[], [NOON], [TIMES[0], TIMES[0]], [NOON + n * DAY for n in (1, 2, 3, 4)]])
def test_refused_times(scene, times):
    sent = scene.connect()
    with pytest.raises(Invalid):
        propose(scene, sent, times)
    assert scene.card(sent).state is State.SENT


def test_refused_hands_and_choices(scene):
    sent = scene.connect()
    with pytest.raises(NotAllowed):
        propose(scene, sent, by=scene.by)
    id_ = propose(scene, sent)
    with pytest.raises(Invalid):
        choose(scene, id_, NOON + 9 * DAY)
    with pytest.raises(NotAllowed):
        choose(scene, id_, TIMES[0], by=scene.partner(sent))
    with pytest.raises(NotFound):
        choose(scene, new_id(), TIMES[0])
    choose(scene, id_, TIMES[0])
    with pytest.raises(IllegalStep):
        choose(scene, id_, TIMES[0])
    over = scene.connect()
    partner = scene.partner(over)
    actions.move(connection_id=over.connection_id, to=State.DECLINED, why=Why.FULL, by=partner, at=NOON)
    with pytest.raises(IllegalStep):
        propose(scene, over)
