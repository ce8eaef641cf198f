"""Does each check find what it is for?"""

import copy

import pytest

from linkwork.exchange.fhir.checking import Fault, check
from linkwork.exchange.fhir.checking.required import GUIDE, REQUIRED
from linkwork.exchange.fhir.tests.samples import AT, everything, unscored
from linkwork.exchange.fhir.writing.bundle import bundle

pytestmark = pytest.mark.rules

SAMPLES = {one["resourceType"]: one for one in everything()}
TOP = [
    (kind, path) for kind in SAMPLES for path in (*REQUIRED[kind], *GUIDE.get(kind, ())) if "." not in path
]


@pytest.mark.parametrize(("kind", "path"), TOP)
def test_a_required_field_that_is_not_there_is_named(kind, path):
    without = {name: value for name, value in SAMPLES[kind].items() if name != path}
    assert Fault(kind, f"{path} is missing") in check(without)


def test_a_required_field_inside_a_list_is_named_once_for_each_gap():
    response = {**SAMPLES["QuestionnaireResponse"], "item": [{"text": "a"}, {"linkId": "2"}, {"text": "c"}]}
    assert [one.rule for one in check(response)] == ["item.linkId is missing"] * 2


BROKEN: dict[str, tuple[str, dict[str, object]]] = {
    "org-1": ("Organization", {"name": None}),
    "prr-1": ("ServiceRequest", {"orderDetail": [{"text": "x"}], "code": None}),
    "inv-1": ("Task", {"lastModified": "2026-03-01T00:00:00+00:00"}),
    "statusReason": ("Task", {"status": "rejected"}),
    "needs an output": ("Task", {"status": "completed"}),
    "not used": ("Task", {"status": "received"}),
    "an output needs a value": ("Task", {"output": [{"type": {"text": "x"}}]}),
    "ppc-1": ("Consent", {"policyRule": None}),
    "con-4": ("Condition", {"abatementDateTime": "2026-03-04"}),
    "con-5": ("Condition", {"verificationStatus": {"coding": [{"code": "entered-in-error"}]}}),
    "gol-1": ("Goal", {"target": [{"detailInteger": 3}]}),
    "obs-6": ("Observation", {"dataAbsentReason": {"text": "x"}}),
    "qrs-1": ("QuestionnaireResponse", {"item": [{"linkId": "1", "answer": [], "item": []}]}),
}


@pytest.mark.parametrize("rule", BROKEN)
def test_a_broken_rule_is_named(rule):
    kind, change = BROKEN[rule]
    changed = {**SAMPLES[kind], **change}
    assert any(rule in fault.rule for fault in check({k: v for k, v in changed.items() if v is not None}))


def test_a_score_that_is_missing_says_why():
    assert check(unscored()) == []


def test_an_address_that_stands_twice_is_named():
    twice = bundle([everything()[0]] * 2, AT, "1")
    assert any("bdl-7" in fault.rule for fault in check(twice))


def test_something_pointed_at_outside_the_file_is_named():
    whole = bundle(everything(), AT, "1")
    whole["entry"] = copy.deepcopy(whole["entry"])[1:]
    assert [fault.where for fault in check(whole)] == ["Bundle"]
    assert "is not in the file" in check(whole)[0].rule


def test_a_fault_inside_a_bundle_says_which_entry():
    whole = bundle([{"resourceType": "Task", "id": "00000000-0000-0000-0000-000000000005"}], AT, "1")
    assert check(whole)[0].where == "entry 1, Task"


def test_what_we_do_not_know_is_left_alone():
    assert check({"resourceType": "Basic"}) == []
