"""Is a person's record handed over as a file, and is the taking of it seen?"""

import json

import pytest
from django.urls import reverse

from linkwork.casework import actions
from linkwork.casework import reads as cases
from linkwork.casework.rules.persons import PersonDetails
from linkwork.testing.cast import NOON
from linkwork.trail import reads as trail

pytestmark = pytest.mark.django_db


def test_the_file_is_fhir_and_leaves_an_access_row(signed_in, cast):
    case_id = actions.start_case(details=PersonDetails("Maryam"), source="self", by=cast.worker, at=NOON)
    answer = signed_in("worker").get(reverse("people:fhir", args=[case_id]))
    assert answer["Content-Type"].startswith("application/fhir+json")
    assert "Maryam" not in answer["Content-Disposition"]
    assert json.loads(answer.content)["resourceType"] == "Bundle"
    looks = trail.looks_at(cast.manager, cases.case(cast.worker, case_id).person_id)
    assert [look.page for look in looks] == ["people:fhir"]


def test_somebody_who_may_not_see_people_gets_no_file(signed_in, cast):
    case_id = actions.start_case(details=PersonDetails("Maryam"), source="self", by=cast.worker, at=NOON)
    assert signed_in("evaluator").get(reverse("people:fhir", args=[case_id])).status_code == 403
