"""Letters that wait, chasing a silent partner, and what the post may do."""

import datetime as dt

import pytest

from linkwork.connections import actions, reads
from linkwork.connections.rules import MessageKind, MessageState, State, Why
from linkwork.core.errors import NotAllowed, NotFound, Refused
from linkwork.core.viewer import system
from linkwork.testing.cast import NOON

LATER = NOON + dt.timedelta(days=9)


def test_a_silent_partner_is_asked_again_with_a_new_link(scene):
    sent = scene.connect()
    token = actions.chase(connection_id=sent.connection_id, by=scene.by, at=LATER)
    assert scene.card(sent).asked_at == LATER
    assert scene.card(sent).sent_at == NOON
    kinds = [letter.kind for letter in reads.letters_of(scene.by, sent.connection_id)]
    assert kinds == [MessageKind.ASK, MessageKind.CHASE]
    assert reads.reply_page(token, LATER).connection.id == sent.connection_id


def test_nobody_chases_an_answer_that_came(scene):
    sent = scene.connect()
    actions.move(
        connection_id=sent.connection_id, to=State.DECLINED, why=Why.FULL, by=scene.partner(sent), at=NOON
    )
    with pytest.raises(Refused):
        actions.chase(connection_id=sent.connection_id, by=scene.by, at=LATER)


def test_a_delivered_letter_forgets_its_link(scene):
    sent = scene.connect()
    post = system(scene.cast.programme_id)
    (letter,) = reads.waiting_letters(post)
    actions.mark_delivered(message_id=letter.id, by=post, at=NOON)
    assert reads.waiting_letters(post) == []
    (kept,) = reads.letters_of(scene.by, sent.connection_id)
    assert (kept.state, kept.token, kept.tries) == (MessageState.DELIVERED, "", 1)
    with pytest.raises(NotFound):
        actions.mark_delivered(message_id=letter.id, by=post, at=NOON)


def test_a_letter_is_given_up_after_five_tries(scene):
    sent = scene.connect()
    post = system(scene.cast.programme_id)
    (letter,) = reads.waiting_letters(post)
    for _turn in range(5):
        assert reads.waiting_letters(post) != []
        actions.mark_failed(message_id=letter.id, by=post, at=NOON)
    assert reads.waiting_letters(post) == []
    assert reads.letters_of(scene.by, sent.connection_id)[0].state is MessageState.FAILED


def test_only_the_post_reads_and_marks(scene):
    scene.connect()
    (letter,) = reads.waiting_letters(system(scene.cast.programme_id))
    with pytest.raises(NotAllowed):
        reads.waiting_letters(scene.by)
    with pytest.raises(NotAllowed):
        actions.mark_delivered(message_id=letter.id, by=scene.by, at=NOON)
