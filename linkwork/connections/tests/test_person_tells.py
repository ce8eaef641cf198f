"""The person closes the loop by their own link, and nobody else's."""

import datetime as dt

import pytest

from linkwork.connections import actions, reads
from linkwork.connections.rules import Attendance, Kind, LetterKind, Outcome, Owner, Shared, State
from linkwork.connections.tests.conftest import make_scene, person_of, waiting
from linkwork.core.errors import IllegalStep, Invalid, NotAllowed, NotFound
from linkwork.core.ids import new_id
from linkwork.directory import reads as directory
from linkwork.testing.cast import NOON

LATER = NOON + dt.timedelta(days=3)


def tell(scene, sent, went, by=None, **more):
    by = by or person_of(scene)
    actions.tell(connection_id=sent.connection_id, went=went, by=by, at=LATER, **more)


def give(scene):
    return actions.signpost(
        case_id=scene.case_id, need_id=scene.need_id, service_id=scene.service_id, by=scene.by, at=NOON
    )


def test_they_went_and_it_helped(scene):
    sent = scene.connect()
    tell(scene, sent, Attendance.WENT, outcome=Outcome.HELPED, words="They are kind")
    card = scene.card(sent)
    assert (card.state, card.outcome, card.went) == (State.FINISHED, Outcome.HELPED, Attendance.WENT)
    assert (card.outcome_words, card.news_at) == ("They are kind", LATER)
    last = reads.history(scene.by, card.id)[-1]
    assert (last.owner, last.noted_by) == (Owner.PERSON, Owner.PERSON)
    assert directory.service(scene.by, scene.service_id).freshness.how == "outcome"
    with pytest.raises(IllegalStep):
        tell(scene, sent, Attendance.WENT, outcome=Outcome.NOT)
    assert scene.card(sent).outcome is Outcome.HELPED


@pytest.mark.parametrize("went", [Attendance.DID_NOT_GO, Attendance.NOT_KNOWN])
def test_they_did_not_go_and_their_worker_decides_what_is_next(scene, went):
    sent = scene.connect()
    tell(scene, sent, went, words="The bus was late")
    card = scene.card(sent)
    assert (card.state, card.news_at, card.outcome_words) == (State.SENT, LATER, "The bus was late")
    assert card.went == (went if went is Attendance.DID_NOT_GO else None)


def test_they_see_what_was_arranged_and_no_draft(scene):
    sent, post = scene.connect(), give(scene)
    actions.draft(
        case_id=scene.case_id,
        need_id=scene.need_id,
        service_id=scene.service_id,
        kind=Kind.REFERRAL,
        by=scene.by,
        at=NOON,
    )
    person = person_of(scene)
    shown = {one.id: one for one in reads.own_connections(person, scene.case_id, NOON)}
    assert set(shown) == {sent.connection_id, post}
    assert all(one.may_tell for one in shown.values())
    actions.tell_of_signpost(
        signpost_id=post, went=Attendance.WENT, outcome=Outcome.PARTLY, by=person, at=LATER
    )
    assert reads.signpost(scene.by, post).outcome is Outcome.PARTLY
    with pytest.raises(IllegalStep):
        actions.tell_of_signpost(signpost_id=post, went=Attendance.DID_NOT_GO, by=person, at=LATER)
    did_not = give(scene)
    actions.tell_of_signpost(signpost_id=did_not, went=Attendance.DID_NOT_GO, by=person, at=LATER)
    assert reads.signpost(scene.by, did_not).went is Attendance.DID_NOT_GO


def test_refused(scene):
    sent, other = scene.connect(), make_scene(scene.cast)
    stranger = person_of(other)
    with pytest.raises(Invalid):
        tell(scene, sent, Attendance.WENT)
    with pytest.raises(Invalid):
        tell(scene, sent, Attendance.WENT, outcome=Outcome.NOT_KNOWN)
    for by in (stranger, scene.by, scene.partner(sent)):
        with pytest.raises(NotAllowed):
            tell(scene, sent, Attendance.WENT, by=by, outcome=Outcome.HELPED)
    with pytest.raises(NotAllowed):
        reads.own_connections(stranger, scene.case_id, NOON)
    with pytest.raises(NotAllowed):
        actions.tell(connection_id=new_id(), went=Attendance.WENT, by=stranger, at=LATER)
    with pytest.raises(NotAllowed):
        actions.tell_of_signpost(signpost_id=give(scene), went=Attendance.WENT, by=stranger, at=LATER)
    with pytest.raises(NotFound):
        actions.tell_of_signpost(signpost_id=new_id(), went=Attendance.WENT, by=stranger, at=LATER)
    draft = actions.draft(
        case_id=scene.case_id,
        need_id=scene.need_id,
        service_id=scene.service_id,
        kind=Kind.REFERRAL,
        by=scene.by,
        at=NOON,
    )
    with pytest.raises(NotAllowed):
        actions.tell(connection_id=draft, went=Attendance.DID_NOT_GO, by=person_of(scene), at=LATER)


def test_they_take_it_back_and_everybody_hears(scene):
    sent, draft = scene.connect(), new_id()
    person = person_of(scene)
    [one] = reads.own_connections(person, scene.case_id, NOON)
    assert one.may_call_off
    assert Shared.NAME in one.shared
    actions.call_off(connection_id=sent.connection_id, by=person, at=LATER)
    card = scene.card(sent)
    assert (card.state, card.news_at) == (State.CANCELLED, LATER)
    last = reads.history(scene.by, card.id)[-1]
    assert (last.owner, last.noted_by) == (Owner.PERSON, Owner.PERSON)
    kinds = [letter.kind for letter in waiting(scene) if letter.about_id == card.id]
    assert kinds == [LetterKind.WITHDRAWN]  # what was still to be asked of them is not
    [over] = reads.own_connections(person, scene.case_id, LATER)
    assert not over.may_call_off
    with pytest.raises(IllegalStep):
        actions.call_off(connection_id=sent.connection_id, by=person, at=LATER)
    for by in (scene.by, person_of(scene)):
        with pytest.raises(NotAllowed):
            actions.call_off(connection_id=sent.connection_id if by is scene.by else draft, by=by, at=LATER)
