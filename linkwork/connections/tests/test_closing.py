"""Closing a case with appointments ahead: they are called off, and who was told of them is told."""

import datetime as dt

import pytest

from linkwork.casework import actions as casework
from linkwork.casework import reads as cases
from linkwork.casework.rules.persons import PersonDetails
from linkwork.connections import actions, reads
from linkwork.connections.rules import AppointmentState, LetterKind
from linkwork.connections.tests.conftest import give_address, waiting
from linkwork.core.errors import Refused
from linkwork.instruments import lists
from linkwork.testing.cast import NOON

DAY = dt.timedelta(days=1)
SOON = NOON + 5 * DAY


def set_one(scene, **changes):
    asked = {"case_id": scene.case_id, "starts_at": SOON, "by": scene.by, "at": NOON}
    return actions.set_appointment(**(asked | changes))


def close(scene, at=NOON + DAY, **more):
    reason = lists.terms("close_reasons")[0].code
    actions.close_case(case_id=scene.case_id, reason=reason, by=scene.by, at=at, **more)


def state_of(scene, id_):
    return reads.appointment(scene.by, id_).state


def test_what_is_ahead_is_called_off_and_told(scene):
    sent = scene.connect()
    give_address(scene)
    there = set_one(scene, connection_id=sent.connection_id, tell_partner=True)
    here = set_one(scene, tell_person=True)
    close(scene, not_known=[sent.connection_id])
    for id_ in (there, here):
        card = reads.appointment(scene.by, id_)
        assert (card.state, card.reason) == (AppointmentState.CANCELLED, "The case was closed.")
        assert card.sequence == 1  # told once, not once for the connection and again for the case
    told = {(one.kind, one.about_id) for one in waiting(scene) if "appointment" in one.kind}
    assert told == {(LetterKind.APPOINTMENT_PARTNER, there), (LetterKind.APPOINTMENT_PERSON, here)}
    assert reads.my_appointments(scene.by, NOON, SOON + DAY) == []


def test_what_has_been_stays_as_it_was(scene):
    id_ = set_one(scene)
    close(scene, at=SOON + DAY)
    assert state_of(scene, id_) is AppointmentState.PLANNED


def test_a_case_that_cannot_be_closed_keeps_its_appointments(scene):
    sent = scene.connect()
    id_ = set_one(scene, connection_id=sent.connection_id)
    with pytest.raises(Refused):
        close(scene)
    assert state_of(scene, id_) is AppointmentState.PLANNED


def test_bringing_two_records_together_leaves_appointments_alone(scene):
    id_ = set_one(scene)
    case = cases.case(scene.by, scene.case_id)
    details = PersonDetails("Maryam", "Al Amin")
    twice = casework.start_case(details=details, source="self", worker_id=scene.by.id, by=scene.by, at=NOON)
    casework.merge_people(
        kept_id=cases.case(scene.by, twice).person_id,
        absorbed_id=case.person_id,
        continues=twice,
        by=scene.cast.manager,
        at=NOON,
    )
    assert state_of(scene, id_) is AppointmentState.PLANNED
    assert [one for one in waiting(scene) if "appointment" in one.kind] == []
