"""Are calendar entries read rightly by others, kept the same over changes, and free of what a calendar must not say?"""

import datetime as dt

import pytest
from icalendar import Calendar

from linkwork.connections import actions, reads
from linkwork.connections.rules import AppointmentKind
from linkwork.connections.tests.conftest import PHONE, WANTS, Scene, make_scene
from linkwork.exchange.ical import Audience, feed, invitation
from linkwork.testing.cast import NOON, Cast

SOON = NOON + dt.timedelta(days=5)
PRIVATE = ["Maryam", "Al Amin", PHONE, WANTS, "Garden", "company"]


@pytest.fixture
def scene(cast: Cast) -> Scene:
    return make_scene(cast)


def made(scene, kind=AppointmentKind.AT_SERVICE):
    sent = scene.connect()
    return actions.set_appointment(
        connection_id=sent.connection_id,
        starts_at=SOON,
        kind=kind,
        where="Hall\n4; by the door, left",
        by=scene.by,
        at=NOON,
    )


def entry(content):
    (found,) = Calendar.from_ical(content).walk("VEVENT")
    return found


def test_an_invitation_is_whole(scene):
    card = reads.appointment(scene.by, made(scene))
    content = invitation(card, "North practices", Audience.PARTNER, "hello@garden.example", NOON)
    assert str(Calendar.from_ical(content)["method"]) == "REQUEST"
    one = entry(content)
    assert (one.decoded("dtstart"), one.decoded("dtend")) == (SOON, SOON + dt.timedelta(hours=1))
    assert (str(one["uid"]), one["sequence"]) == (f"{card.id}@linkwork", 0)
    assert (str(one["attendee"]), str(one["status"])) == ("mailto:hello@garden.example", "CONFIRMED")
    assert str(one["location"]) == "Hall 4; by the door, left"
    assert b"\r\n" in content
    assert max(len(line) for line in content.split(b"\r\n")) <= 75


def test_a_change_is_the_same_entry_and_a_cancelling_says_so(scene):
    id_ = made(scene)
    actions.move_appointment(appointment_id=id_, starts_at=SOON + dt.timedelta(days=1), by=scene.by, at=NOON)
    moved = reads.appointment(scene.by, id_)
    actions.cancel_appointment(appointment_id=id_, reason="Ill", by=scene.by, at=NOON)
    over = reads.appointment(scene.by, id_)
    first, second = (
        invitation(card, "North practices", Audience.PERSON, "a@b.example", NOON) for card in (moved, over)
    )
    assert entry(first)["uid"] == entry(second)["uid"]
    assert (entry(first)["sequence"], entry(second)["sequence"]) == (1, 2)
    assert str(Calendar.from_ical(second)["method"]) == "CANCEL"
    assert str(entry(second)["status"]) == "CANCELLED"


@pytest.mark.parametrize("kind", list(AppointmentKind))
def test_no_calendar_says_who_or_what_for(scene, kind):
    card = reads.appointment(scene.by, made(scene, kind))
    for audience in Audience:
        said = str(entry(invitation(card, "North practices", audience, "a@b.example", NOON))["summary"])
        assert not [word for word in PRIVATE if word in said]
        assert ("M.A.A." in said) == (audience is Audience.WORKER)


def test_a_feed_holds_initials_only(scene):
    made(scene)
    made(scene, AppointmentKind.CALL)
    token = actions.make_calendar_link(by=scene.by, at=NOON)
    name, cards = reads.calendar(token, NOON)
    content = feed(cards, name, NOON)
    assert str(Calendar.from_ical(content)["x-wr-calname"]) == "North practices"
    said = {str(one["summary"]) for one in Calendar.from_ical(content).walk("VEVENT")}
    assert said == {"Appointment, M.A.A.", "Call, M.A.A."}
    assert not [word for word in PRIVATE if word.encode() in content]
