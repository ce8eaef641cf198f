"""Does a referral from another system become one of ours, once?"""

import copy
import json
from typing import Any

import pytest

from linkwork.casework import reads as cases
from linkwork.core.viewer import Viewer
from linkwork.exchange.fhir.reading.file import read_file
from linkwork.exchange.fhir.taking_in import TakenIn, take_in
from linkwork.exchange.fhir.tests.test_reading import NEED, NURSE, PATIENT, PRACTICE, REQUEST, ROLE
from linkwork.testing.cast import NOON

pytestmark = pytest.mark.django_db
OUTSIDE = ("https://practice.example", "77")


def taken(by: Viewer, *requests: dict[str, Any]) -> TakenIn:
    entries = [{"resource": one} for one in (PATIENT, PRACTICE, NURSE, ROLE, NEED, *requests)]
    text = json.dumps({"resourceType": "Bundle", "type": "collection", "entry": entries})
    return take_in(read_file(text, "a.json"), source="general_practice", by=by, at=NOON)


def test_a_request_becomes_a_referral_that_waits(cast):
    assert taken(cast.manager, REQUEST).referrals == 1
    referral_id = cases.referral_from(cast.manager, OUTSIDE)
    assert referral_id is not None
    card = cases.referral(cast.manager, referral_id, NOON)
    assert card.name == "Lena Maria Öberg"
    assert (card.referrer_name, card.referrer_organisation) == ("A nurse", "North practice")
    assert "Runs out of food" in card.wants
    assert card.answered_on is None


def test_the_same_request_twice_is_one_referral(cast):
    taken(cast.manager, REQUEST)
    done = taken(cast.manager, REQUEST)
    assert (done.referrals, done.known) == (0, 1)


def test_another_programme_does_not_know_it(cast):
    taken(cast.manager, REQUEST)
    assert cases.referral_from(cast.outsider, OUTSIDE) is None


def test_a_faulty_request_holds_up_no_other(cast):
    faulty = {**copy.deepcopy(REQUEST), "id": "t", "identifier": []}
    done = taken(cast.manager, faulty, REQUEST)
    assert (done.referrals, [one.number for one in done.rejected]) == (1, [6])
