"""Does the database refuse an appointment, a proposal or an introduction that is not whole? And their facts?"""

import datetime as dt

import pytest
from django.db import IntegrityError, transaction

from linkwork.connections import actions
from linkwork.connections.facts import APPOINTMENTS, CONNECTIONS
from linkwork.connections.models import Appointment, CalendarLink, Connection, Proposal
from linkwork.connections.rules import Attended, State, Why
from linkwork.testing.cast import NOON

DAY = dt.timedelta(days=1)


def refused(model, **change):
    with pytest.raises(IntegrityError), transaction.atomic():
        model.objects.update(**change)


def test_an_appointment_is_whole(scene):
    actions.set_appointment(case_id=scene.case_id, starts_at=NOON + DAY, by=scene.by, at=NOON)
    refused(Appointment, state="cancelled")
    refused(Appointment, cancelled_at=NOON)
    refused(Appointment, attended="yes")
    refused(Appointment, attended_at=NOON)
    refused(Appointment, minutes=0)
    refused(Appointment, minutes=721)
    refused(Appointment, tell_partner=True)


def test_a_proposal_is_whole_and_the_only_open_one(scene):
    sent = scene.connect()
    for days in (2, 3):
        actions.propose_times(
            connection_id=sent.connection_id,
            times=[NOON + days * DAY],
            by=scene.partner(sent),
            at=NOON,
        )
    refused(Proposal, answered_at=None, answered_by="")
    refused(Proposal, answered_by="")
    refused(Proposal.objects.filter(answered_at=None).model, chosen_at=NOON, answered_at=None)


def test_an_introduction_and_a_calendar_link_are_whole(scene):
    scene.connect()
    refused(Connection, introduced=True)
    refused(Connection, introduced_on=NOON.date())
    refused(Connection, introduced=True, introduced_on=NOON.date())  # a referral introduces nobody
    actions.make_calendar_link(by=scene.by, at=NOON)
    refused(CalendarLink, expires_at=NOON - DAY)
    actions.make_calendar_link(by=scene.by, at=NOON)
    refused(CalendarLink, key_hash="same")


def test_an_extract_gets_appointments_and_why_partners_say_no(scene):
    sent, full = scene.connect(), scene.connect()
    made = actions.set_appointment(
        connection_id=sent.connection_id,
        starts_at=NOON + DAY,
        where="Room 4",
        by=scene.partner(sent),
        at=NOON,
    )
    actions.note_attendance(appointment_id=made, attended=Attended.YES, by=scene.by, at=NOON + 2 * DAY)
    actions.move(
        connection_id=full.connection_id, to=State.DECLINED, why=Why.FULL, by=scene.partner(full), at=NOON
    )
    names = [column.name for column in APPOINTMENTS.columns]
    (row,) = (dict(zip(names, row, strict=True)) for row in APPOINTMENTS.rows(scene.cast.programme_id))
    assert (row["made_by"], row["attended"], row["reminded"]) == ("partner", "yes", False)
    assert (row["made_on"], row["starts_on"]) == (NOON.date(), (NOON + DAY).date())
    assert "Room 4" not in repr(row)
    names = [column.name for column in CONNECTIONS.columns]
    found = {row[0]: dict(zip(names, row, strict=True)) for row in CONNECTIONS.rows(scene.cast.programme_id)}
    assert found[full.connection_id]["declined_why"] == "full"
    assert found[sent.connection_id]["declined_why"] is None
