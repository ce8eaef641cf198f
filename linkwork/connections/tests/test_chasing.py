"""Chasing a silent partner."""

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from linkwork.casework import actions as casework
from linkwork.casework.rules.consent import Purpose
from linkwork.connections import actions, reads
from linkwork.connections.reads import due
from linkwork.connections.rules import LetterKind, State, Why, chase_is_due
from linkwork.connections.tests.conftest import end_consents, letters, make_scene
from linkwork.core.errors import Refused
from linkwork.core.viewer import system
from linkwork.programmes import actions as setting_up
from linkwork.programmes import reads as programmes
from linkwork.testing.cast import NOON
from linkwork.trail import reads as trail

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


def rounds(scene, days):
    """What the rounds do after so many days; whom they asked again."""
    by, at = system(scene.cast.programme_id), NOON + dt.timedelta(days=days)
    found = reads.to_chase(by, at)
    return [one for one in found if actions.chase_if_silent(connection_id=one, by=by, at=at)]


def test_a_silent_partner_is_asked_twice_more_then_a_worker_calls(scene):
    sent = scene.connect()
    id_ = sent.connection_id
    assert [rounds(scene, day) for day in (6, 7, 7, 8)] == [[], [id_], [], []]
    assert [rounds(scene, day) for day in (14, 21, 28, 60)] == [[id_], [], [], []]
    card = scene.card(sent)
    assert (card.state, card.chased, card.asked_at) == (State.SENT, 2, NOON + dt.timedelta(days=14))
    chasers = [one for one in letters(scene, sent) if one.kind == LetterKind.CHASE]
    assert [one.sender for one in chasers] == ["Amal Haddad", "Amal Haddad"]
    steps = trail.steps_about(scene.cast.manager, id_)
    assert [step.detail["times"] for step in steps if step.what == "connections.chase"] == [1, 2]


def test_nobody_is_chased_at_night_nor_on_a_sunday(scene):
    scene.connect()
    assert rounds(scene, 10) == []  # a Sunday
    assert rounds(scene, 7.5) == []  # midnight


def test_who_answered_has_no_address_or_took_consent_back_is_not_chased(scene):
    answered, asks, unwritten = scene.connect(), scene.connect(), scene.connect(send_to="")
    actions.move(connection_id=answered.connection_id, to=State.ACCEPTED, by=scene.partner(answered), at=NOON)
    end_consents(scene)
    assert rounds(scene, 7) == []
    with pytest.raises(Refused):
        actions.chase(connection_id=asks.connection_id, by=scene.by, at=LATER)
    assert scene.card(unwritten).chased == 0


def test_a_programme_may_leave_chasing_to_its_workers(scene):
    card = programmes.programme(scene.by)
    change(scene, card, chase_times=0)
    scene.connect()
    assert rounds(scene, 7) == []


def change(scene, card, **limits):
    setting_up.change_programme(
        name=card.name,
        worker_word="w",
        person_word="p",
        people_word="pp",
        answer_within_days=5,
        chase_after_days=7,
        follow_up_after_days=14,
        by=scene.cast.manager,
        at=NOON,
        **limits,
    )


def test_the_rounds_find_what_no_consent_covers_any_more(scene):
    by, other = system(scene.cast.programme_id), make_scene(scene.cast)
    sent, kept = scene.connect(), other.connect()
    assert list(reads.cases_to_stop(by, NOON)) == []
    end_consents(scene)
    assert list(reads.cases_to_stop(by, NOON)) == [scene.case_id]
    assert actions.stop_sharing(case_id=scene.case_id, by=by, at=NOON) == 1
    assert list(reads.cases_to_stop(by, NOON)) == []
    assert (scene.card(sent).state, scene.card(kept).state) == (State.CANCELLED, State.SENT)


def test_what_stays_in_the_list_hides_nobody_behind_it(scene, monkeypatch):
    """A page at a time: the first stands there again after its turn, and the others get theirs all the same."""
    monkeypatch.setattr(due, "PAGE", 1)
    scenes = [scene, make_scene(scene.cast), make_scene(scene.cast)]
    sent = [one.connect().connection_id for one in scenes]
    by = system(scene.cast.programme_id)
    assert sorted(reads.to_chase(by, NOON + dt.timedelta(days=7))) == sorted(sent)
    for one in scenes:
        end_consents(one)
    assert list(reads.cases_to_stop(by, NOON)) == sorted(one.case_id for one in scenes)


def test_a_consent_that_ran_out_stops_too(scene):
    by = system(scene.cast.programme_id)
    casework.give_consent(
        case_id=scene.case_id,
        purpose=Purpose.SHARE,
        recipient="Green Corner",
        expires_on=NOON.date(),
        by=scene.by,
        at=NOON,
    )
    sent = scene.connect(agreed=False, agreed_how="")
    assert list(reads.cases_to_stop(by, NOON)) == []
    late = NOON + dt.timedelta(days=1)
    assert list(reads.cases_to_stop(by, late)) == [scene.case_id]
    assert actions.stop_sharing(case_id=scene.case_id, by=by, at=late) == 1
    assert not reads.connection(scene.by, sent.connection_id).is_open


@settings(max_examples=50, deadline=None)
@given(st.lists(st.integers(0, 3), max_size=60), st.integers(0, 3), st.integers(1, 9))
def test_never_more_chasers_than_the_programme_says(waits, times, after):
    asked, chased, today = NOON.date(), 0, NOON.date()
    for wait in waits:
        today += dt.timedelta(days=wait)
        if chase_is_due(State.SENT, asked, today, after_days=after, chased=chased, times=times):
            assert (today - asked).days >= after
            asked, chased = today, chased + 1
    assert chased <= times
