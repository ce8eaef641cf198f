"""Are the files we write whole, by three checks that do not know each other?"""

import datetime as dt
from dataclasses import replace

import pytest

from linkwork.casework.rules.states import CaseState, ReferralState
from linkwork.connections.rules import State
from linkwork.exchange.fhir.checking import check
from linkwork.exchange.fhir.statuses import ANSWERS, CONNECTIONS, NEEDS_REASON, NOT_USED, of_referral
from linkwork.exchange.fhir.tests.samples import AT, NEED, ORDER, PERSON, everything, unscored
from linkwork.exchange.fhir.tests.schema import schema_faults
from linkwork.exchange.fhir.writing.asking import service_request, task
from linkwork.exchange.fhir.writing.bundle import as_text, bundle
from linkwork.exchange.fhir.writing.parts import moment
from linkwork.exchange.fhir.writing.people import Subject, patient
from linkwork.exchange.fhir.writing.wanting import condition

pytestmark = pytest.mark.rules


def order_in(status: str):
    reason = "They are full." if status in NEEDS_REASON else ""
    return replace(ORDER, status=status, reason=reason, result="helped" if status == "completed" else "")


def test_everything_we_write_breaks_no_rule():
    assert check(bundle(everything(), AT, "4")) == []


def test_everything_we_write_fits_the_r4_schema():
    assert schema_faults(bundle([*everything(), unscored()], AT, "4")) == []


@pytest.mark.parametrize("status", sorted(set(CONNECTIONS.values())))
def test_each_status_is_whole_in_itself(status):
    entries = bundle(everything(order_in(status)), AT, "4")
    assert check(entries) == []


@pytest.mark.parametrize("status", sorted(set(CONNECTIONS.values())))
def test_each_status_fits_the_schema(status):
    assert schema_faults(service_request(order_in(status))) + schema_faults(task(order_in(status))) == []


def test_the_schema_refuses_what_it_should():
    assert schema_faults({**task(ORDER), "status": "done"})
    assert schema_faults({**task(ORDER), "mood": "good"})


def test_what_is_not_shared_is_not_said():
    bare = patient(Subject(PERSON.id))
    assert set(bare) == {"resourceType", "id"}


def test_a_year_of_birth_is_a_birth_date_of_a_year():
    assert patient(Subject(PERSON.id, born_year=1950))["birthDate"] == "1950"


def test_a_met_need_has_abated_and_is_resolved():
    met = condition(replace(NEED, ended_on=dt.date(2026, 5, 1)))
    assert met["abatementDateTime"] == "2026-05-01"
    assert check(met) == []


def test_a_moment_without_a_time_zone_is_refused():
    with pytest.raises(ValueError, match="time zone"):
        moment(dt.datetime(2026, 3, 4))  # noqa: DTZ001


def test_every_state_of_a_connection_has_a_status_the_guide_uses():
    assert set(CONNECTIONS) == set(State)
    assert not set(CONNECTIONS.values()) & NOT_USED


def test_an_answer_said_back_is_the_state_it_came_from():
    assert all(CONNECTIONS[state] == status for status, state in ANSWERS.items())


@pytest.mark.parametrize(
    ("state", "case", "status"),
    [
        (ReferralState.RECEIVED, None, "requested"),
        (ReferralState.DECLINED, None, "rejected"),
        (ReferralState.WITHDRAWN, None, "cancelled"),
        (ReferralState.ACCEPTED, None, "accepted"),
        (ReferralState.ACCEPTED, CaseState.OPEN, "in-progress"),
        (ReferralState.ACCEPTED, CaseState.PAUSED, "in-progress"),
        (ReferralState.ACCEPTED, CaseState.CLOSED, "completed"),
    ],
)
def test_where_a_referral_into_the_programme_stands(state, case, status):
    assert of_referral(state, case) == status


def test_the_text_keeps_letters_as_they_are():
    text = as_text(patient(PERSON))
    assert "Åström" in text
    assert text.endswith("}\n")
