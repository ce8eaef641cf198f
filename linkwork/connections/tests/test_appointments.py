"""Appointments: who sets them, who is told, who is reminded, and what it means that somebody came."""

import datetime as dt

import pytest

from linkwork.connections import actions, reads
from linkwork.connections.models import Connection
from linkwork.connections.rules import (
    AppointmentKind,
    AppointmentState,
    Attended,
    Handover,
    Kind,
    LetterKind,
    Manner,
    Owner,
    State,
)
from linkwork.connections.tests.conftest import end_consents, give_address, person_of, waiting
from linkwork.core.errors import IllegalStep, Invalid, NotAllowed, NotFound, Refused
from linkwork.core.ids import new_id
from linkwork.core.viewer import system
from linkwork.testing.cast import NOON

DAY = dt.timedelta(days=1)
SOON = NOON + 5 * DAY


def set_one(scene, **changes):
    asked = {"case_id": scene.case_id, "starts_at": SOON, "by": scene.by, "at": NOON, "where": "Room 4"}
    return actions.set_appointment(**(asked | changes))


def kinds(scene):
    return sorted(letter.kind for letter in waiting(scene) if "appointment" in letter.kind)


def attend(scene, id_, attended, by=None, at=SOON + DAY, **more):
    actions.note_attendance(appointment_id=id_, attended=attended, by=by or scene.by, at=at, **more)


def test_a_partner_sets_one_and_the_worker_hears_of_it(scene):
    sent = scene.connect()
    id_ = set_one(scene, connection_id=sent.connection_id, by=scene.partner(sent))
    card = reads.appointment(scene.by, id_)
    assert (card.made_by, card.kind, card.tell_partner) == (Owner.PARTNER, AppointmentKind.AT_SERVICE, True)
    connection = scene.card(sent)
    assert (connection.state, connection.starts_on, connection.news_at) == (State.WAITING, SOON.date(), NOON)
    (letter,) = [one for one in waiting(scene) if one.kind == LetterKind.APPOINTMENT_WORKER]
    assert letter.to == "worker@example.org"
    assert reads.reply_page(sent.token, NOON).appointments == (card,)
    set_one(scene, connection_id=sent.connection_id, by=scene.partner(sent), starts_at=SOON + DAY)
    assert scene.card(sent).starts_on == (SOON + DAY).date()


def test_a_worker_sets_one_and_tells_the_partner_and_the_person(scene):
    sent = scene.connect()
    give_address(scene)
    id_ = set_one(scene, connection_id=sent.connection_id, tell_partner=True, tell_person=True)
    assert kinds(scene) == [LetterKind.APPOINTMENT_PARTNER, LetterKind.APPOINTMENT_PERSON]
    assert scene.card(sent).state is State.WAITING
    assert [card.id for card in reads.appointments_for(scene.by, sent.connection_id)] == [id_]


def test_what_has_begun_does_not_begin_again(scene):
    sent = scene.connect()
    actions.move(connection_id=sent.connection_id, to=State.STARTED, by=scene.partner(sent), at=NOON)
    set_one(scene, connection_id=sent.connection_id)
    card = scene.card(sent)
    assert (card.state, card.starts_on, card.started_at) == (State.STARTED, None, NOON)


def test_one_with_us_needs_no_connection(scene):
    id_ = set_one(scene, kind=AppointmentKind.WITH_US)
    (card,) = reads.appointments_of(scene.by, scene.case_id)
    assert (card.id, card.connection_id, card.service_name, card.initials) == (id_, None, "", "M.A.A.")
    assert kinds(scene) == []
    assert reads.my_appointments(scene.by, NOON, SOON) == [card]
    assert reads.my_appointments(scene.cast.other_worker, NOON, SOON) == []


def test_a_handover_with_a_day_is_an_appointment(scene):
    handover = Handover("Amal Haddad", True, SOON, Manner.IN_PERSON)
    sent = scene.connect(kind=Kind.WARM_HANDOVER, handover=handover)
    (card,) = reads.appointments_for(scene.by, sent.connection_id)
    assert (card.kind, card.starts_at, card.tell_partner) == (AppointmentKind.INTRODUCTION, SOON, True)
    actions.move_appointment(appointment_id=card.id, starts_at=SOON + DAY, by=scene.by, at=NOON)
    kept = scene.card(sent)
    assert kept.handover is not None
    assert kept.handover.meet_at == SOON + DAY
    attend(scene, card.id, Attended.YES, at=SOON + 2 * DAY, words="They liked each other")
    kept = scene.card(sent)
    assert (kept.introduced, kept.introduced_on) == (True, (SOON + DAY).date())
    assert (kept.introduced_words, kept.state) == ("They liked each other", State.SENT)


def test_moved_and_called_off_the_same_entry_changes_in_every_calendar(scene):
    sent = scene.connect()
    id_ = set_one(scene, connection_id=sent.connection_id, tell_partner=True)
    actions.move_appointment(
        appointment_id=id_, starts_at=SOON + DAY, minutes=30, where="Room 5", by=scene.by, at=NOON
    )
    card = reads.appointment(scene.by, id_)
    assert (card.sequence, card.where, card.minutes, card.ends_at) == (
        1,
        "Room 5",
        30,
        SOON + DAY + dt.timedelta(minutes=30),
    )
    actions.cancel_appointment(appointment_id=id_, reason="She is ill", by=scene.partner(sent), at=NOON)
    card = reads.appointment(scene.by, id_)
    assert (card.state, card.sequence, card.reason) == (AppointmentState.CANCELLED, 2, "She is ill")
    assert kinds(scene) == [LetterKind.APPOINTMENT_WORKER]  # what was older and waited is stopped
    with pytest.raises(IllegalStep):
        actions.cancel_appointment(appointment_id=id_, reason="Again", by=scene.by, at=NOON)


def test_who_came_to_the_service_has_started_there(scene):
    sent = scene.connect()
    partner = scene.partner(sent)
    id_ = set_one(scene, connection_id=sent.connection_id, by=partner)
    with pytest.raises(IllegalStep):
        attend(scene, id_, Attended.YES, at=NOON)
    attend(scene, id_, Attended.YES, by=scene.partner(sent))
    card = scene.card(sent)
    assert (card.state, card.started_at) == (State.STARTED, SOON + DAY)
    last = reads.history(scene.by, card.id)[-1]
    assert (last.owner, last.noted_by) == (Owner.PARTNER, Owner.PARTNER)
    with pytest.raises(IllegalStep):
        attend(scene, id_, Attended.NO)


@pytest.mark.parametrize("attended", [Attended.NO, Attended.NOT_KNOWN])
def test_who_did_not_come_has_ended_nothing(scene, attended):
    sent = scene.connect()
    id_ = set_one(scene, connection_id=sent.connection_id)
    attend(scene, id_, attended, by=person_of(scene))
    card = scene.card(sent)
    assert card.state is State.WAITING
    assert (card.news_at is not None) == (attended is Attended.NO)
    kept = reads.appointment(scene.by, id_)
    assert (kept.attended, kept.attended_by) == (attended, Owner.PERSON)


def test_whether_they_came_to_us_is_kept_without_a_connection(scene):
    id_ = set_one(scene, kind=AppointmentKind.WITH_US)
    attend(scene, id_, Attended.YES, words="On time")
    card = reads.appointment(scene.by, id_)
    assert (card.attended, card.attended_by, card.connection_id) == (Attended.YES, Owner.WORKER, None)


def test_a_new_time_is_told_to_nobody_who_may_not_know_or_has_no_address(scene):
    sent = scene.connect()
    give_address(scene)
    id_ = set_one(scene, connection_id=sent.connection_id, tell_partner=True, tell_person=True)
    end_consents(scene)
    give_address(scene, "")
    actions.move_appointment(appointment_id=id_, starts_at=SOON + DAY, by=scene.by, at=NOON)
    assert reads.appointment(scene.by, id_).starts_at == SOON + DAY
    assert kinds(scene) == []


def remind(scene, at):
    by = system(scene.cast.programme_id)
    return [actions.remind(appointment_id=one, by=by, at=at) for one in reads.to_remind(by, at)]


def test_a_person_who_wants_it_is_reminded_once_by_e_mail(scene):
    give_address(scene)
    id_ = set_one(scene, kind=AppointmentKind.WITH_US, tell_person=True)
    assert remind(scene, SOON - 2 * DAY) == []
    assert remind(scene, SOON - DAY) == [True]
    assert remind(scene, SOON - DAY) == []
    (letter,) = [one for one in waiting(scene) if one.kind == LetterKind.REMINDER]
    assert (letter.to, letter.language, letter.sender) == ("maryam@home.example", "ar", "Amal Haddad")
    again = actions.remind(appointment_id=id_, by=system(scene.cast.programme_id), at=SOON - DAY)
    assert not again
    actions.move_appointment(appointment_id=id_, starts_at=SOON + DAY, by=scene.by, at=SOON - DAY)
    assert remind(scene, SOON) == [True]


def test_anybody_else_is_called_by_their_worker(scene):
    id_ = set_one(scene, kind=AppointmentKind.WITH_US)
    assert remind(scene, SOON - DAY) == []
    assert not actions.remind(appointment_id=id_, by=scene.by, at=SOON - DAY)
    actions.note_reminded(appointment_id=id_, by=scene.by, at=SOON - DAY)
    assert reads.appointment(scene.by, id_).reminded_at == SOON - DAY


def test_what_came_to_nothing_takes_its_appointments_along(scene):
    sent = scene.connect()
    id_ = set_one(scene, connection_id=sent.connection_id, tell_partner=True)
    actions.move(
        connection_id=sent.connection_id, to=State.CANCELLED, reason="Moved away", by=scene.by, at=NOON
    )
    assert not reads.appointment(scene.by, id_).is_planned
    assert reads.my_appointments(scene.by, NOON, SOON) == []


@pytest.mark.parametrize(
    ("changes", "error"),
    [
        ({"starts_at": NOON}, Invalid),
        ({"minutes": 0}, Invalid),
        ({"minutes": 721}, Invalid),
        ({"tell_person": True}, Invalid),
        ({"case_id": None}, NotFound),
        ({"case_id": new_id()}, NotFound),
    ],
)
def test_refused(scene, changes, error):
    with pytest.raises(error):
        set_one(scene, **changes)
    assert reads.appointments_of(scene.by, scene.case_id) == []


def test_others_are_refused(scene):
    sent, other = scene.connect(), scene.connect()
    id_ = set_one(scene, connection_id=sent.connection_id)
    ours = set_one(scene)
    for by in (scene.partner(other), scene.cast.evaluator):
        with pytest.raises(NotAllowed):
            actions.cancel_appointment(appointment_id=id_, reason="x", by=by, at=NOON)
    with pytest.raises(NotAllowed):
        set_one(scene, by=scene.partner(sent))
    with pytest.raises(NotAllowed):
        actions.cancel_appointment(appointment_id=ours, reason="x", by=scene.partner(sent), at=NOON)
    with pytest.raises(Invalid):
        actions.cancel_appointment(appointment_id=ours, reason=" ", by=person_of(scene), at=NOON)
    with pytest.raises(NotFound):
        actions.cancel_appointment(appointment_id=id_, reason="x", by=scene.cast.outsider, at=NOON)
    with pytest.raises(NotFound):
        reads.appointment(scene.cast.outsider, id_)
    Connection.objects.filter(id=sent.connection_id).update(worker_id=None)
    end_consents(scene)
    with pytest.raises(Refused):
        set_one(scene, connection_id=sent.connection_id)


def test_a_worker_s_calendar_opens_by_its_own_address_only(scene):
    id_ = set_one(scene)
    token = actions.make_calendar_link(by=scene.by, at=NOON)
    name, cards = reads.calendar(token, NOON)
    assert (name, [card.id for card in cards]) == ("North practices", [id_])
    other = actions.make_calendar_link(by=scene.cast.other_worker, at=NOON)
    assert reads.calendar(other, NOON)[1] == []
    newer = actions.make_calendar_link(by=scene.by, at=NOON)
    for closed, at in ((token, NOON), (newer, NOON + 200 * DAY), ("nonsense", NOON)):
        with pytest.raises(Refused):
            reads.calendar(closed, at)
    assert actions.end_calendar_links(by=scene.by, at=NOON) == 1
    with pytest.raises(Refused):
        reads.calendar(newer, NOON)
    for by in (scene.cast.evaluator, system(scene.cast.programme_id)):
        with pytest.raises(NotAllowed):
            actions.make_calendar_link(by=by, at=NOON)
