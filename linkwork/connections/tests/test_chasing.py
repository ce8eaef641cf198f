"""Chasing a silent partner."""

import datetime as dt

import pytest

from linkwork.connections import actions, reads
from linkwork.connections.rules import LetterKind, State, Why
from linkwork.connections.tests.conftest import letters
from linkwork.core.errors import Refused
from linkwork.testing.cast import NOON

LATER = NOON + dt.timedelta(days=9)


def test_a_silent_partner_is_asked_again_with_a_new_link(scene):
    sent = scene.connect()
    token = actions.chase(connection_id=sent.connection_id, by=scene.by, at=LATER)
    assert scene.card(sent).asked_at == LATER
    assert scene.card(sent).sent_at == NOON
    kinds = [letter.kind for letter in letters(scene, sent)]
    assert kinds == [LetterKind.ASK, LetterKind.CHASE]
    assert reads.reply_page(token, LATER).connection.id == sent.connection_id


def test_nobody_chases_an_answer_that_came(scene):
    sent = scene.connect()
    actions.move(
        connection_id=sent.connection_id, to=State.DECLINED, why=Why.FULL, by=scene.partner(sent), at=NOON
    )
    with pytest.raises(Refused):
        actions.chase(connection_id=sent.connection_id, by=scene.by, at=LATER)
