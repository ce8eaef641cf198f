"""What do we make of files that other systems write?"""

import copy
import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from linkwork.casework.rules.persons import Urgency
from linkwork.connections.rules import Outcome, State
from linkwork.core.errors import Refused
from linkwork.exchange.fhir.categories import CATEGORIES, NEEDS, UNSPECIFIED, category_of
from linkwork.exchange.fhir.reading.answers import read_answers
from linkwork.exchange.fhir.reading.file import read_file
from linkwork.exchange.fhir.reading.referrals import details_of, read_referrals
from linkwork.exchange.fhir.tests.samples import AT, everything, number
from linkwork.exchange.fhir.writing.bundle import as_text, bundle
from linkwork.instruments import lists

pytestmark = pytest.mark.rules

PATIENT = {
    "resourceType": "Patient",
    "id": "p",
    "name": [{"given": ["Lena", "Maria"], "family": "Öberg"}],
    "telecom": [{"system": "email", "value": "l@example.org"}, {"system": "sms", "value": "070 1"}],
    "birthDate": "1950-02-03",
    "communication": [
        {"language": {"coding": [{"code": "sv-SE"}]}},
        {"language": {"coding": [{"code": "fr"}]}, "preferred": True},
    ],
}
PRACTICE = {"resourceType": "Organization", "id": "o", "name": "North practice"}
NURSE = {"resourceType": "Practitioner", "id": "n", "name": [{"text": "A nurse"}]}
ROLE = {
    "resourceType": "PractitionerRole",
    "id": "r",
    "practitioner": {"reference": "Practitioner/n"},
    "organization": {"reference": "Organization/o"},
}
NEED = {
    "resourceType": "Condition",
    "id": "c",
    "category": [{"coding": [{"code": "food-insecurity"}]}],
    "code": {"text": "Runs out of food"},
    "note": [{"text": "before the end of the month"}],
}
REQUEST = {
    "resourceType": "ServiceRequest",
    "id": "s",
    "identifier": [{"system": "https://practice.example", "value": "77"}],
    "status": "active",
    "intent": "order",
    "category": [{"coding": [{"code": "social-connection"}]}],
    "priority": "asap",
    "code": {"coding": [{"display": "Referral to social prescribing service"}]},
    "subject": {"reference": "Patient/p"},
    "requester": {"reference": "PractitionerRole/r"},
    "reasonReference": [{"reference": "Condition/c"}],
    "note": [{"text": "Please call in the morning."}],
}
AGREED = {"resourceType": "Consent", "id": "k", "status": "active"}


def a_file(*resources):
    entries = [{"resource": one} for one in resources]
    return read_file(json.dumps({"resourceType": "Bundle", "type": "collection", "entry": entries}), "a.json")


def one_referral(request=REQUEST, *more):
    (only,) = read_referrals(a_file(PATIENT, PRACTICE, NURSE, ROLE, NEED, request, *more)).referrals
    return only


def test_a_referral_is_read_whole():
    found = one_referral()
    assert found.number == 6
    assert found.outside == ("https://practice.example", "77")
    assert (found.details.given_name, found.details.family_name) == ("Lena Maria", "Öberg")
    assert (found.details.phone, found.details.email) == ("070 1", "l@example.org")
    assert str(found.details.born_on) == "1950-02-03"
    assert found.details.language == "fr"
    assert found.needs == ("company", "food")
    assert found.wants.splitlines() == [
        "Referral to social prescribing service",
        "Runs out of food",
        "Please call in the morning.",
        "before the end of the month",
    ]
    assert (found.referrer_name, found.referrer_organisation) == ("A nurse", "North practice")
    assert found.urgency is Urgency.URGENT
    assert found.agreed is None


def test_a_single_request_with_its_person_inside_is_read():
    inside = {
        **REQUEST,
        "contained": [PATIENT],
        "subject": {"reference": "#p"},
        "requester": {"display": "Dr A"},
    }
    (found,) = read_referrals(read_file(json.dumps(inside), "one.json")).referrals
    assert (found.details.given_name, found.referrer_name, found.referrer_organisation) == (
        "Lena Maria",
        "Dr A",
        "",
    )


def test_an_organisation_may_ask_by_itself():
    found = one_referral({**REQUEST, "requester": {"reference": "Organization/o"}})
    assert (found.referrer_name, found.referrer_organisation) == ("", "North practice")


def test_what_they_agreed_to_is_read_from_the_consent():
    pointing = {**REQUEST, "supportingInfo": [{"reference": "Consent/k"}]}
    assert one_referral(pointing, AGREED).agreed is True
    assert one_referral(pointing, {**AGREED, "status": "rejected"}).agreed is False
    assert one_referral(pointing, {**AGREED, "provision": {"type": "deny"}}).agreed is False


def test_a_mark_that_they_must_not_be_contacted_outweighs_a_consent():
    pointing = {**REQUEST, "supportingInfo": [{"reference": "Consent/k"}]}
    task = {
        "resourceType": "Task",
        "focus": {"reference": "ServiceRequest/s"},
        "code": {"coding": [{"code": "contacting-subject-prohibited"}]},
    }
    assert one_referral(pointing, AGREED, task).agreed is False


def test_a_request_that_is_over_is_left_aside():
    assert read_referrals(a_file(PATIENT, {**REQUEST, "status": "completed"})).referrals == []


def test_our_own_requests_are_not_taken_in_again():
    read = read_referrals(read_file(as_text(bundle(everything(), AT, "4")), "ours.json"))
    assert (read.referrals, read.rejected) == ([], [])


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"identifier": [{"value": "77"}]}, "identifier"),
        ({"subject": {"reference": "Patient/x"}}, "not in the file"),
        ({"subject": {"reference": "Patient/nameless"}}, "no name"),
    ],
)
def test_what_cannot_be_taken_in_says_why_and_what_to_do(change, reason):
    nameless = {"resourceType": "Patient", "id": "nameless"}
    (wrong,) = read_referrals(a_file(PATIENT, nameless, {**REQUEST, **change})).rejected
    assert wrong.number == 3
    assert reason in wrong.reason


@pytest.mark.parametrize("born", ["1950", "1950-02", "", "soon"])
def test_a_birth_date_that_is_no_day_is_a_year_or_nothing(born):
    details = details_of({**PATIENT, "birthDate": born})
    assert details.born_on is None
    assert details.born_year == (1950 if born.startswith("1950") else None)


def test_a_person_with_a_family_name_alone_is_called_by_it():
    assert details_of({"name": [{"family": "Öberg"}]}).given_name == "Öberg"


def test_a_file_that_is_not_json_names_the_line():
    with pytest.raises(Refused, match=r"bad\.json is not JSON: line 2"):
        read_file('{"resourceType":\n oops}', "bad.json")


@pytest.mark.parametrize("text", ["[]", "{}", "3"])
def test_a_file_without_a_resource_is_refused(text):
    with pytest.raises(Refused, match="no FHIR resource"):
        read_file(text, "odd.json")


def answered(**change):
    whole = copy.deepcopy(bundle(everything(), AT, "4"))
    for entry in whole["entry"]:
        resource = entry["resource"]
        if resource["resourceType"] == "ServiceRequest":
            resource["identifier"][0]["value"] = str(number(4))
        if resource["resourceType"] == "Task":
            resource.update(change)
    return read_answers(read_file(as_text(whole), "answer.json"))


def test_a_yes_is_read():
    (answer,) = answered(status="accepted").answers
    assert (answer.connection_id, answer.to, answer.outcome) == (number(4), State.ACCEPTED, None)
    assert answer.changed_at == AT


def test_a_no_is_read_with_its_reason():
    (answer,) = answered(status="rejected", statusReason={"text": "We are full."}).answers
    assert (answer.to, answer.reason) == (State.DECLINED, "We are full.")


@pytest.mark.parametrize(("said", "outcome"), [("Helped", Outcome.HELPED), ("She sings", Outcome.NOT_KNOWN)])
def test_an_end_is_read_with_what_came_of_it(said, outcome):
    output = [{"type": {"text": "result"}, "valueCodeableConcept": {"text": said}}]
    (answer,) = answered(status="completed", output=output).answers
    assert (answer.to, answer.outcome, answer.words) == (State.FINISHED, outcome, said)


@pytest.mark.parametrize("changed", [None, "yesterday", "2026-03-04T09:30:00"])
def test_a_moment_that_cannot_be_read_is_none(changed):
    (answer,) = answered(status="accepted", lastModified=changed).answers
    assert answer.changed_at is None


def test_what_is_only_asked_answers_nothing():
    assert answered(status="requested").answers == []


def test_a_focus_by_its_identifier_alone_is_enough():
    focus = {"identifier": {"system": "urn:linkwork:connection", "value": str(number(8))}}
    (answer,) = answered(status="accepted", focus=focus).answers
    assert answer.connection_id == number(8)


@pytest.mark.parametrize("value", ["not one of ours", ""])
def test_a_task_about_something_else_is_left_alone(value):
    focus = {"identifier": {"system": "urn:linkwork:connection", "value": value}}
    read = answered(status="accepted", focus=focus)
    assert (read.answers, read.rejected) == ([], [])


@pytest.mark.parametrize("status", ["received", "rejected", "completed"])
def test_an_answer_that_lacks_something_is_named(status):
    (wrong,) = answered(status=status).rejected
    assert status in wrong.reason or "output" in wrong.reason


def test_each_category_leads_back_to_its_need():
    needs = {term.code for term in lists.terms("needs")}
    assert set(CATEGORIES) <= needs
    assert set(NEEDS.values()) <= needs
    assert all(NEEDS[category_of(need)] == need for need in CATEGORIES)
    assert category_of("culture") == UNSPECIFIED


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from([*REQUEST, "reference", "coding", "text", "code"]), inner, max_size=4
        )
    ),
    max_leaves=12,
)


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(sorted(REQUEST)), JSON, st.sampled_from(["ServiceRequest", "Task", "Patient"]))
def test_another_systems_mistakes_never_end_the_reading(field, value, kind):
    task = {"resourceType": "Task", "status": "accepted", "focus": {"reference": "ServiceRequest/s"}}
    bases: dict[str, Any] = {"ServiceRequest": REQUEST, "Task": task, "Patient": PATIENT}
    changed = {**bases[kind], field: value}
    others = [one for one in (PATIENT, REQUEST, task) if one["resourceType"] != kind]
    entries = a_file(*others, {**changed, "resourceType": kind, "id": changed.get("id", "t")})
    read_referrals(entries)
    read_answers(entries)
