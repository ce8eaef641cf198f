"""Drafts resumed, introductions noted, refusals for want of room counted, and how it stood on any day."""

import datetime as dt
from typing import Any

import pytest

from linkwork.connections import actions, reads
from linkwork.connections.rules import Handover, Kind, LetterKind, Manner, Shared, State, Why
from linkwork.connections.tests.conftest import EVERYTHING, give_address, waiting
from linkwork.core.errors import IllegalStep, Invalid, NotFound, Refused
from linkwork.core.ids import new_id
from linkwork.directory import reads as directory
from linkwork.testing.cast import NOON

DAY = dt.timedelta(days=1)
HANDOVER = Handover("Amal Haddad", False, None, Manner.THREE_WAY_CALL)


def draft(scene, kind=Kind.REFERRAL, **more):
    return actions.draft(
        case_id=scene.case_id,
        need_id=scene.need_id,
        service_id=scene.service_id,
        kind=kind,
        by=scene.by,
        at=NOON,
        **more,
    )


def test_a_draft_is_found_again_and_sent(scene):
    id_ = draft(scene, wants="To sing")
    assert [card.id for card in reads.drafts(scene.by)] == [id_]
    assert reads.drafts(scene.cast.other_worker) == []
    sent = actions.finish_draft(
        connection_id=id_,
        shared=EVERYTHING,
        wants="To sing with others",
        agreed=True,
        agreed_how="On the phone",
        by=scene.by,
        at=NOON + DAY,
    )
    card = scene.card(sent)
    assert (card.state, card.wants, card.sent_at) == (State.SENT, "To sing with others", NOON + DAY)
    assert reads.drafts(scene.by) == []
    with pytest.raises(IllegalStep):
        actions.change_draft(connection_id=id_, wants="To dance", by=scene.by, at=NOON + DAY)


def test_a_draft_that_cannot_be_sent_stays_as_it_was(scene):
    id_ = draft(scene, kind=Kind.WARM_HANDOVER, handover=HANDOVER, wants="To sing")
    with pytest.raises(Invalid):
        actions.finish_draft(
            connection_id=id_, shared=(Shared.NAME,), handover=HANDOVER, wants="x", by=scene.by, at=NOON
        )
    assert reads.connection(scene.by, id_).wants == "To sing"
    with pytest.raises(Invalid):
        actions.change_draft(connection_id=id_, handover=None, by=scene.by, at=NOON)


def test_an_introduction_took_place_or_not(scene):
    sent = scene.connect(kind=Kind.WARM_HANDOVER, handover=HANDOVER)
    note: dict[str, Any] = {"connection_id": sent.connection_id, "by": scene.by, "at": NOON + DAY}
    wrong: list[dict[str, Any]] = [
        {"happened": True, "on": (NOON + 2 * DAY).date()},
        {"happened": False, "on": NOON.date()},
    ]
    for refused in wrong:
        with pytest.raises(Invalid):
            actions.note_introduction(**note, **refused)
    actions.note_introduction(**note, happened=False, on=NOON.date(), words="Nobody answered")
    card = scene.card(sent)
    assert (card.introduced, card.introduced_words, card.state) == (False, "Nobody answered", State.SENT)
    actions.note_introduction(**note, happened=True, on=(NOON + DAY).date())
    assert scene.card(sent).introduced
    with pytest.raises(Invalid):
        actions.note_introduction(
            connection_id=scene.connect().connection_id,
            happened=True,
            on=NOON.date(),
            by=scene.by,
            at=NOON,
        )


def test_no_place_is_counted_and_says_that_the_entry_is_right(scene):
    assert reads.no_place_lately(scene.by, scene.service_id, NOON - DAY) is None
    for _turn in range(2):
        sent = scene.connect()
        partner = scene.partner(sent)
        actions.move(connection_id=sent.connection_id, to=State.DECLINED, why=Why.FULL, by=partner, at=NOON)
    found = reads.no_place_lately(scene.by, scene.service_id, NOON - DAY)
    assert found is not None
    assert (found.count, found.last_on) == (2, NOON.date())
    freshness = directory.service(scene.by, scene.service_id).freshness
    assert (freshness.on, freshness.doubt) == (NOON.date(), "")


def test_operations_anchor_8_how_it_stood_on_any_past_day(scene):
    sent = scene.connect()
    actions.move(
        connection_id=sent.connection_id, to=State.ACCEPTED, by=scene.partner(sent), at=NOON + 3 * DAY
    )
    day = NOON.date()
    stood = [
        reads.as_it_stood(scene.by, sent.connection_id, day + dt.timedelta(days=n)) for n in (-1, 0, 3, 99)
    ]
    assert [one.state for one in stood] == [None, State.SENT, State.ACCEPTED, State.ACCEPTED]
    assert [len(one.steps) for one in stood] == [0, 2, 4, 4]
    assert {one.first_day for one in stood} == {day}
    assert reads.as_it_stood(scene.by, new_id(), day).first_day is None


def test_a_signpost_may_go_to_the_person_s_own_address_and_nowhere_else(scene):
    ask = {"case_id": scene.case_id, "need_id": scene.need_id, "service_id": scene.service_id}
    post = actions.signpost(**ask, by=scene.by, at=NOON)
    with pytest.raises(Refused):
        actions.send_signpost(signpost_id=post, by=scene.by, at=NOON)
    with pytest.raises(NotFound):
        actions.send_signpost(signpost_id=new_id(), by=scene.by, at=NOON)
    give_address(scene)
    actions.send_signpost(signpost_id=post, by=scene.by, at=NOON)
    (letter,) = waiting(scene)
    assert (letter.kind, letter.to) == (LetterKind.SIGNPOST, "maryam@home.example")
