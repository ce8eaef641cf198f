"""Is a request handed over as a file while, and only while, the person agrees?"""

import json

import pytest
from django.urls import reverse
from django.utils import timezone

from linkwork.casework import actions as casework
from linkwork.casework import reads as cases
from linkwork.trail import reads as trail
from linkwork.web.connect.tests.conftest import person_id, sent

pytestmark = pytest.mark.django_db


def test_the_file_is_fhir_and_leaves_an_access_row(client, cast, known):
    answer = client.get(reverse("connect:fhir", args=[sent(cast, known).connection_id]))
    assert json.loads(answer.content)["resourceType"] == "Bundle"
    looks = trail.looks_at(cast.manager, person_id(cast, known))
    assert [look.page for look in looks] == ["connect:fhir"]


def test_without_consent_there_is_no_file(client, cast, known):
    done, now = sent(cast, known), timezone.now()
    for one in cases.consents_of(cast.worker, person_id(cast, known), now):
        casework.withdraw_consent(consent_id=one.id, by=cast.worker, at=now)
    answer = client.get(reverse("connect:fhir", args=[done.connection_id]))
    assert answer.status_code >= 400
    assert b"resourceType" not in answer.content
