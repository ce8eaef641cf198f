"""What a person agrees to is captured, shown, renewed and taken back, and what it carried stops."""

import datetime as dt

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from linkwork.casework import actions, reads
from linkwork.casework.rules.persons import PersonDetails
from linkwork.testing.capabilities import epic
from linkwork.testing.cast import PASSWORD


@pytest.fixture
def case_id(cast):
    return actions.start_case(
        details=PersonDetails("Maryam", "Al-Amin"),
        source="self",
        worker_id=cast.worker.id,
        by=cast.worker,
        at=timezone.now() - dt.timedelta(days=1),
    )


@pytest.fixture
def worker(cast):
    browser = Client()
    assert browser.login(email="worker@example.org", password=PASSWORD)
    return browser


@epic("C37E9", pages=["people:consent", "people:about", "people:renew", "people:consent_end"])
def test_c37e9_a_consent_is_captured_with_its_evidence_and_taken_back(cast, case_id, worker):
    """
    Given a person who agrees, on paper, that their name and need are shared with one organisation until a day
    When the worker notes it, the person says yes again for longer, and later says no
    Then each is on the page with how it was said, sharing is allowed only in between, and the history stays.
    """
    soon = timezone.localdate() + dt.timedelta(days=3)
    worker.post(
        reverse("people:consent", args=[case_id]),
        {
            "purpose": "share",
            "recipient": "Garden group",
            "how": "signed",
            "said": "Only that I like roses",
            "expires_on": soon.isoformat(),
        },
    )
    page = reverse("people:about", args=[case_id])
    text = worker.get(page).content.decode()
    assert "Signed on paper" in text
    assert "Only that I like roses" in text
    assert reads.may_share(cast.worker, case_id, "share", "garden group", at=timezone.now())
    assert not reads.may_share(cast.worker, case_id, "share", "Somebody else", at=timezone.now())
    person_id = reads.case(cast.worker, case_id).person_id
    [first] = reads.consents_of(cast.worker, person_id, timezone.now())
    later = {"how": "said", "expires_on": (soon + dt.timedelta(days=365)).isoformat()}
    worker.post(reverse("people:renew", args=[case_id, first.id]), later)
    assert "renewed since" in worker.get(page).content.decode()
    for consent in reads.consents_of(cast.worker, person_id, timezone.now()):
        worker.post(reverse("people:consent_end", args=[case_id, consent.id]))
    assert worker.get(page).content.decode().count("taken back") == 2
    assert not reads.may_share(cast.worker, case_id, "share", "garden group", at=timezone.now())
