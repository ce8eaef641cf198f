"""Signposts: nothing leaves. And closing a case: nothing stays open unseen."""

import datetime as dt

import pytest

from linkwork.casework import reads as cases
from linkwork.connections import actions, reads
from linkwork.connections.models import Link
from linkwork.connections.rules import Attendance, Kind, Outcome, SignpostState, State
from linkwork.connections.tests.conftest import waiting
from linkwork.core.errors import IllegalStep, Invalid, NotAllowed, NotFound, Refused
from linkwork.directory import reads as directory
from linkwork.instruments import lists
from linkwork.testing.cast import NOON

DAY = dt.timedelta(days=1)


def give(scene, **changes):
    asked = {
        "case_id": scene.case_id,
        "need_id": scene.need_id,
        "service_id": scene.service_id,
        "note": "Wrote the day on a card",
        "by": scene.by,
        "at": NOON,
    }
    return actions.signpost(**(asked | changes))


def follow(scene, signpost_id, went=Attendance.WENT, **more):
    actions.follow_up_signpost(signpost_id=signpost_id, went=went, by=scene.by, at=NOON + 9 * DAY, **more)


def test_a_signpost_is_kept_and_nothing_leaves(scene):
    signpost_id = give(scene)
    card = reads.signpost(scene.by, signpost_id)
    assert (card.state, card.note, card.service_name) == (
        SignpostState.GIVEN,
        "Wrote the day on a card",
        "Garden group",
    )
    assert reads.signposts_of(scene.by, scene.case_id) == [card]
    assert not Link.objects.exists()
    assert cases.consents_of(scene.by, cases.case(scene.by, scene.case_id).person_id, NOON) == []
    assert waiting(scene) == []


def test_going_and_being_helped_makes_the_entry_fresh(scene):
    signpost_id = give(scene)
    assert reads.signposts_to_ask(scene.by, NOON + DAY)[0].id == signpost_id
    assert reads.signposts_to_ask(scene.by, NOON) == []
    follow(scene, signpost_id, outcome=Outcome.HELPED, words="Made a friend")
    card = reads.signpost(scene.by, signpost_id)
    assert (card.state, card.outcome, card.outcome_words) == (
        SignpostState.FOLLOWED_UP,
        Outcome.HELPED,
        "Made a friend",
    )
    assert directory.service(scene.by, scene.service_id).freshness.how == "outcome"
    assert reads.signposts_to_ask(scene.by, NOON + DAY) == []


def test_not_going_has_no_outcome_and_a_shut_door_is_told(scene):
    signpost_id = give(scene)
    follow(scene, signpost_id, Attendance.DID_NOT_GO, outcome=Outcome.HELPED, service_closed=True)
    assert reads.signpost(scene.by, signpost_id).outcome is None
    assert directory.service(scene.by, scene.service_id).freshness.doubt


def test_refused_signposts(scene):
    signpost_id = give(scene)
    with pytest.raises(Invalid):
        follow(scene, signpost_id)
    follow(scene, signpost_id, Attendance.NOT_KNOWN)
    with pytest.raises(IllegalStep):
        follow(scene, signpost_id, Attendance.NOT_KNOWN)
    with pytest.raises(NotFound):
        follow(scene, scene.case_id, Attendance.NOT_KNOWN)
    with pytest.raises(NotFound):
        reads.signpost(scene.by, scene.case_id)
    with pytest.raises(NotAllowed):
        give(scene, by=scene.cast.evaluator)


def reason():
    return lists.terms("close_reasons")[0].code


def close(scene, **more):
    actions.close_case(case_id=scene.case_id, reason=reason(), by=scene.by, at=NOON + DAY, **more)


def test_a_case_closes_where_nothing_is_open(scene):
    close(scene)
    assert cases.case(scene.by, scene.case_id).state == "closed"


def test_a_case_with_an_open_connection_stays_open_until_each_is_marked(scene):
    sent, signpost_id = scene.connect(), give(scene)
    draft = actions.draft(
        case_id=scene.case_id,
        need_id=scene.need_id,
        service_id=scene.service_id,
        kind=Kind.REFERRAL,
        by=scene.by,
        at=NOON,
    )
    assert {one.id for one in reads.unresolved(scene.by, scene.case_id)} == {
        sent.connection_id,
        signpost_id,
        draft,
    }
    for marked in ([], [sent.connection_id], [sent.connection_id, draft]):
        with pytest.raises(Refused):
            close(scene, not_known=marked)
    assert scene.card(sent).state is State.SENT
    close(scene, not_known=[sent.connection_id, signpost_id, draft])
    assert reads.unresolved(scene.by, scene.case_id) == []
    assert (scene.card(sent).state, scene.card(sent).outcome) == (State.LAPSED, Outcome.NOT_KNOWN)
    assert reads.connection(scene.by, draft).state is State.CANCELLED
    assert reads.signpost(scene.by, signpost_id).went is Attendance.NOT_KNOWN
    assert cases.case(scene.by, scene.case_id).state == "closed"


def test_nobody_is_connected_after_their_case_was_closed(scene):
    close(scene)
    later = NOON + 3 * DAY
    with pytest.raises(Refused):
        give(scene, at=later)
    with pytest.raises(Refused):
        scene.connect(at=later)
