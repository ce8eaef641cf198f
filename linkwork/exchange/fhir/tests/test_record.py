"""Does a case's file hold what was recorded, whole by every check?"""

import datetime as dt
from decimal import Decimal

import pytest

from linkwork.casework import actions as casework
from linkwork.casework import reads as cases
from linkwork.casework.rules.consent import Purpose
from linkwork.casework.rules.plan import NewGoal
from linkwork.exchange.fhir.checking import check
from linkwork.exchange.fhir.record import case_bundle
from linkwork.exchange.fhir.tests.schema import schema_faults
from linkwork.instruments import actions as instruments
from linkwork.instruments import measures
from linkwork.instruments.rules.codes import System
from linkwork.instruments.rules.terms import Code
from linkwork.outcomes import actions as outcomes
from linkwork.outcomes.rules.occasions import Mode, Occasion
from linkwork.programmes import reads as programmes
from linkwork.testing.cast import NOON

pytestmark = pytest.mark.django_db


def of_kind(bundle, kind):
    return [one["resource"] for one in bundle["entry"] if one["resource"]["resourceType"] == kind]


@pytest.fixture
def recorded(scene):
    """A case with a consent, a plan with a goal, and an assessment with an answer missing."""
    by = scene.by
    casework.give_consent(case_id=scene.case_id, purpose=Purpose.LEARN, by=by, at=NOON)
    casework.open_plan(case_id=scene.case_id, by=by, at=NOON)
    plan = cases.plan_of(by, scene.case_id)
    assert plan is not None
    casework.add_goal(plan_id=plan.id, goal=NewGoal("Sing with others"), by=by, at=NOON)
    items = measures.measure("gad-7").items
    outcomes.record_assessment(
        case_id=scene.case_id,
        measure_id="gad-7",
        answers={item.id: 1 for item in items[:-1]},
        occasion=Occasion.BASELINE,
        mode=Mode.PAPER,
        answered_on=NOON.date(),
        by=by,
        at=NOON,
    )
    case, home = cases.case(by, scene.case_id), programmes.programme(by)
    return case_bundle(by, case, home, NOON + dt.timedelta(days=1))


def test_the_file_is_whole(recorded):
    assert check(recorded) == []


def test_the_file_fits_the_schema(recorded):
    assert schema_faults(recorded) == []


def test_what_was_recorded_is_there(recorded):
    (goal,) = of_kind(recorded, "Goal")
    assert goal["description"] == {"text": "Sing with others"}
    (need,) = of_kind(recorded, "Condition")
    assert need["note"] == [{"text": "I’d like company"}]
    assert [one["scope"]["coding"][0]["code"] for one in of_kind(recorded, "Consent")] == ["research"]
    (task,) = of_kind(recorded, "Task")
    assert task["status"] == "in-progress"


def test_an_answer_that_is_missing_is_never_a_nought(recorded):
    (response,) = of_kind(recorded, "QuestionnaireResponse")
    assert "answer" not in response["item"][-1]
    (score,) = of_kind(recorded, "Observation")
    assert "valueQuantity" not in score
    assert "missing" in score["dataAbsentReason"]["text"]
    assert Decimal(0) not in score.values()


def test_a_need_and_a_goal_are_said_and_coded_as_the_programme_does(scene):
    by, lead = scene.by, scene.cast.manager
    instruments.say_term(list_id="needs", code="company", label="Being with others", by=lead, at=NOON)
    snomed = Code(System.SNOMED_CT, "73211009", "As entered", "2026-01", "Ours")
    for code in (snomed, Code(System.GRAVITY, "stress", licence="CC0")):
        instruments.map_term(list_id="needs", code="company", mapping=code, by=lead, at=NOON)
    own = instruments.add_term(list_id="needs", label="Warm meals", by=lead, at=NOON)
    casework.open_plan(case_id=scene.case_id, by=by, at=NOON)
    plan = cases.plan_of(by, scene.case_id)
    assert plan is not None
    casework.add_goal(plan_id=plan.id, goal=NewGoal("Eat with others", term=own), by=by, at=NOON)
    bundle = case_bundle(by, cases.case(by, scene.case_id), programmes.programme(by), NOON)
    assert check(bundle) == []
    assert schema_faults(bundle) == []
    (need,) = of_kind(bundle, "Condition")
    assert need["code"]["text"] == "Being with others"
    assert need["code"]["coding"][0] == {
        "system": "http://snomed.info/sct",
        "version": "2026-01",
        "code": "73211009",
        "display": "As entered",
    }
    assert need["category"][0]["coding"][0]["code"] == "stress"
    (goal,) = of_kind(bundle, "Goal")
    assert goal["category"] == [{"text": "Warm meals"}]


def test_a_case_that_ended_says_why_in_the_words_of_the_programme(scene):
    reason = instruments.add_term(
        list_id="close_reasons", label="Went back home", by=scene.cast.manager, at=NOON
    )
    casework.close_case(case_id=scene.case_id, reason=reason, by=scene.by, at=NOON)
    bundle = case_bundle(scene.by, cases.case(scene.by, scene.case_id), programmes.programme(scene.by), NOON)
    (task,) = of_kind(bundle, "Task")
    assert task["output"][0]["valueCodeableConcept"] == {"text": "Went back home"}
