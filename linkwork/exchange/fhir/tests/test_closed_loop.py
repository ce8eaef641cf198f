"""Does a connection's file say what was agreed, and no more; does an answer come back in?"""

import datetime as dt
import json
from typing import Any
from uuid import UUID

import pytest

from linkwork.casework import actions as casework
from linkwork.casework import reads as cases
from linkwork.connections import actions, reads
from linkwork.connections.rules import Handover, Kind, Manner, Outcome, Owner, Shared, State
from linkwork.connections.tests.conftest import NAME, PHONE, WANTS, Scene
from linkwork.core.errors import NotAllowed, Refused
from linkwork.core.viewer import Viewer
from linkwork.exchange.fhir import closed_loop
from linkwork.exchange.fhir.checking import check
from linkwork.exchange.fhir.reading.file import read_file
from linkwork.exchange.fhir.taking_in import TakenIn, take_in
from linkwork.exchange.fhir.tests.schema import schema_faults
from linkwork.instruments import actions as instruments
from linkwork.instruments.rules.codes import System
from linkwork.instruments.rules.terms import Code
from linkwork.programmes import reads as programmes
from linkwork.testing.cast import NOON

pytestmark = pytest.mark.django_db


def connection_bundle(by: Viewer, connection_id: UUID, at: dt.datetime) -> dict[str, Any]:
    card = reads.connection(by, connection_id)
    return closed_loop.connection_bundle(by, card, cases.case(by, card.case_id), programmes.programme(by), at)


def resource(bundle, kind):
    (only,) = [entry["resource"] for entry in bundle["entry"] if entry["resource"]["resourceType"] == kind]
    return only


def answered(scene: Scene, bundle, **change) -> TakenIn:
    """What comes of the file when the other side has changed its Task."""
    resource(bundle, "Task").update(change)
    entries = read_file(json.dumps(bundle), "answer.json")
    return take_in(entries, source="general_practice", by=scene.by, at=NOON)


def test_the_file_is_whole_and_says_what_was_agreed(scene):
    bundle = connection_bundle(scene.by, scene.connect().connection_id, NOON)
    assert check(bundle) == []
    assert resource(bundle, "Patient")["name"] == [{"given": ["Maryam"], "family": "Al Amin"}]
    assert resource(bundle, "ServiceRequest")["note"] == [{"text": WANTS}]
    assert resource(bundle, "Task")["status"] == "requested"
    assert resource(bundle, "Consent")["status"] == "active"


def test_the_file_fits_the_schema(scene):
    assert schema_faults(connection_bundle(scene.by, scene.connect().connection_id, NOON)) == []


def test_what_was_not_agreed_is_not_in_the_file(scene):
    handover = Handover("The worker", False, None, Manner.IN_PERSON)
    sent = scene.connect(kind=Kind.WARM_HANDOVER, handover=handover, shared=(Shared.NAME,))
    text = json.dumps(connection_bundle(scene.by, sent.connection_id, NOON))
    assert NAME.split()[0] in text
    assert PHONE not in text
    assert WANTS not in text
    assert "I’d like company" not in text


def test_nothing_goes_out_once_they_took_their_consent_back(scene):
    sent = scene.connect()
    person_id = cases.case(scene.by, scene.case_id).person_id
    for one in cases.consents_of(scene.by, person_id, NOON):
        casework.withdraw_consent(consent_id=one.id, by=scene.by, at=NOON)
    with pytest.raises(Refused, match="no longer holds"):
        connection_bundle(scene.by, sent.connection_id, NOON)


def test_a_no_is_in_the_file_with_its_reason(scene):
    sent = scene.connect()
    actions.move(
        connection_id=sent.connection_id,
        to=State.DECLINED,
        reason="We are full.",
        by=scene.partner(sent),
        at=NOON,
    )
    bundle = connection_bundle(scene.by, sent.connection_id, NOON)
    assert resource(bundle, "Task")["statusReason"] == {"text": "We are full."}
    assert check(bundle) == []


def test_somebody_who_may_not_see_people_gets_no_file(scene):
    with pytest.raises(NotAllowed):
        connection_bundle(scene.cast.evaluator, scene.connect().connection_id, NOON)


def test_a_yes_comes_back_in_as_the_partners_own_step(scene):
    sent = scene.connect()
    done = answered(scene, connection_bundle(scene.by, sent.connection_id, NOON), status="accepted")
    assert (done.answers, done.rejected) == (1, [])
    assert scene.card(sent).state is State.ACCEPTED
    assert reads.history(scene.by, sent.connection_id)[-1].owner is Owner.PARTNER


def test_the_same_answer_twice_changes_nothing(scene):
    sent = scene.connect()
    bundle = connection_bundle(scene.by, sent.connection_id, NOON)
    answered(scene, bundle, status="accepted")
    before = reads.history(scene.by, sent.connection_id)
    done = answered(scene, bundle, status="accepted")
    assert (done.answers, done.known) == (0, 1)
    assert reads.history(scene.by, sent.connection_id) == before


def test_an_answer_that_comes_late_does_not_turn_things_back(scene):
    sent = scene.connect()
    bundle = connection_bundle(scene.by, sent.connection_id, NOON)
    answered(scene, bundle, status="in-progress")
    assert answered(scene, bundle, status="accepted").known == 1
    assert scene.card(sent).state is State.STARTED


def test_an_end_comes_back_in_with_what_came_of_it(scene):
    sent = scene.connect()
    output = [{"type": {"text": "result"}, "valueCodeableConcept": {"text": "She comes every week"}}]
    bundle = connection_bundle(scene.by, sent.connection_id, NOON)
    assert answered(scene, bundle, status="completed", output=output).rejected == []
    card = scene.card(sent)
    assert (card.state, card.outcome) == (State.FINISHED, Outcome.NOT_KNOWN)
    assert card.outcome_words == "She comes every week"


def test_an_answer_after_the_end_is_listed_with_its_reason(scene):
    sent = scene.connect()
    bundle = connection_bundle(scene.by, sent.connection_id, NOON)
    answered(scene, bundle, status="cancelled", statusReason={"text": "Asked twice"})
    done = answered(scene, bundle, status="accepted")
    assert [one.number for one in done.rejected] == [len(bundle["entry"])]


def test_an_answer_to_something_we_never_asked_is_listed(scene):
    focus = {"identifier": {"system": "urn:linkwork:connection", "value": str(scene.case_id)}}
    bundle = connection_bundle(scene.by, scene.connect().connection_id, NOON)
    done = answered(scene, bundle, status="accepted", focus=focus)
    assert "no such connection" in done.rejected[0].reason


def test_the_need_carries_the_codes_the_deployment_entered(scene):
    for code in (
        Code(System.ICD_10, "Z60.2", licence="Ours"),
        Code(System.GRAVITY, "stress", licence="CC0"),
    ):
        instruments.map_term(list_id="needs", code="company", mapping=code, by=scene.cast.manager, at=NOON)
    bundle = connection_bundle(scene.by, scene.connect().connection_id, NOON)
    assert check(bundle) == []
    need = resource(bundle, "Condition")
    assert {"system": "http://hl7.org/fhir/sid/icd-10", "code": "Z60.2"} in need["code"]["coding"]
    assert resource(bundle, "ServiceRequest")["category"][0]["coding"][0]["code"] == "stress"
