"""Sending a referral or a warm handover: what leaves, and what must be there first."""

import datetime as dt

import pytest

from linkwork.casework import actions as casework
from linkwork.casework.rules.consent import Purpose
from linkwork.connections import actions, reads
from linkwork.connections.rules import Handover, Kind, Manner, Shared, State
from linkwork.connections.tests.conftest import EVERYTHING, PHONE, WANTS, letters, make_scene, waiting
from linkwork.core.errors import IllegalStep, Invalid, NotAllowed, NotFound
from linkwork.core.viewer import system
from linkwork.testing.cast import NOON
from linkwork.trail import reads as trail

HANDOVER = Handover("Amal Haddad", True, NOON + dt.timedelta(days=2), Manner.IN_PERSON)


def test_a_referral_is_sent_with_what_the_person_agreed_to(scene):
    sent = scene.connect()
    card = scene.card(sent)
    assert (card.state, card.kind, card.sent_at) == (State.SENT, Kind.REFERRAL, NOON)
    assert card.shared == tuple(sorted(EVERYTHING))
    assert (card.recipient, card.agreed_how) == ("Green Corner", "On the phone today")
    assert (card.person_name, card.service_name) == ("Maryam", "Garden group")
    assert [step.state for step in reads.history(scene.by, card.id)] == [State.DRAFT, State.SENT]
    assert reads.connections_of(scene.by, scene.case_id) == [card]
    assert {"connections.draft", "connections.send"} == {
        step.what for step in trail.steps_about(scene.cast.manager, card.id)
    }


def test_the_letter_says_nothing_about_the_person(scene):
    sent = scene.connect()
    (letter,) = waiting(scene)
    assert letter.to == "hello@garden.example"
    assert letter.token == sent.token
    said = repr(letter)
    assert not any(word in said for word in ["Maryam", "Al Amin", PHONE, WANTS])
    assert letters(scene, sent)[0].token == ""


def test_without_an_address_no_letter_waits_and_the_link_is_there(scene):
    sent = scene.connect(send_to="")
    assert letters(scene, sent) == []
    assert reads.reply_page(sent.token, NOON).connection.id == sent.connection_id


def test_a_warm_handover_keeps_who_when_and_how(scene):
    sent = scene.connect(kind=Kind.WARM_HANDOVER, handover=HANDOVER, shared=())
    assert scene.card(sent).handover == HANDOVER
    assert reads.reply_page(sent.token, NOON).told == {}


def test_a_draft_waits_for_its_worker(scene):
    draft = actions.draft(
        case_id=scene.case_id,
        need_id=scene.need_id,
        service_id=scene.service_id,
        kind=Kind.REFERRAL,
        by=system(scene.cast.programme_id),
        at=NOON,
    )
    card = reads.connection(scene.by, draft)
    assert (card.state, card.worker_id, card.sent_at) == (State.DRAFT, scene.by.id, None)
    assert card.handover is None


def test_standing_consent_is_enough(scene):
    casework.give_consent(
        case_id=scene.case_id, purpose=Purpose.SHARE, recipient="green corner", by=scene.by, at=NOON
    )
    assert scene.card(scene.connect(agreed=False, agreed_how="")).state is State.SENT


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"agreed": False}, "agreed"),
        ({"agreed_how": " "}, "agreed_how"),
        ({"shared": ()}, "shared"),
        ({"shared": (Shared.NAME,)}, "shared"),
        ({"kind": Kind.SIGNPOST}, "kind"),
        ({"handover": HANDOVER}, "kind"),
        ({"kind": Kind.WARM_HANDOVER}, "introduced_by"),
        (
            {"kind": Kind.WARM_HANDOVER, "handover": Handover(" ", False, None, Manner.WRITTEN)},
            "introduced_by",
        ),
    ],
)
def test_what_is_missing_is_said_and_nothing_is_kept(scene, changes, field):
    with pytest.raises(Invalid) as refusal:
        scene.connect(**changes)
    assert set(refusal.value.errors) == {field}
    assert reads.connections_of(scene.by, scene.case_id) == []
    assert waiting(scene) == []


def test_a_need_of_somebody_else_is_refused(scene):
    with pytest.raises(Invalid):
        scene.connect(need_id=make_scene(scene.cast).need_id)


def test_nothing_is_sent_twice(scene):
    sent = scene.connect()
    with pytest.raises(IllegalStep):
        actions.send(connection_id=sent.connection_id, shared=(), by=scene.by, at=NOON)


@pytest.mark.parametrize("part", ["supervisor", "evaluator", "adviser", "administrator"])
def test_other_roles_send_nothing_and_see_nothing(scene, part):
    viewer = getattr(scene.cast, part)
    with pytest.raises(NotAllowed):
        scene.connect(by=viewer)
    with pytest.raises(NotAllowed):
        reads.connections_of(viewer, scene.case_id)


def test_another_programme_finds_nothing(scene):
    sent = scene.connect()
    outsider = scene.cast.outsider
    with pytest.raises(NotFound):
        reads.connection(outsider, sent.connection_id)
    with pytest.raises(NotFound):
        actions.move(connection_id=sent.connection_id, to=State.CANCELLED, reason="x", by=outsider, at=NOON)
    assert reads.connections_of(outsider, scene.case_id) == []


def test_a_list_is_one_question_however_long(scene, django_assert_num_queries):
    for _turn in range(3):
        scene.connect()
    with django_assert_num_queries(1):
        assert len(reads.connections_of(scene.by, scene.case_id)) == 3
    with django_assert_num_queries(1):
        assert len(reads.awaiting(scene.by)) == 3
    with django_assert_num_queries(2):
        assert len(reads.unresolved(scene.by, scene.case_id)) == 3
