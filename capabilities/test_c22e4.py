"""What is known of a case is brought up to date, and what stood there is never lost."""

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from linkwork.casework import actions, reads
from linkwork.casework.rules.persons import PersonDetails
from linkwork.testing.capabilities import epic
from linkwork.testing.cast import NOON, PASSWORD


@pytest.fixture
def case_id(cast):
    return actions.start_case(
        details=PersonDetails("Maryam", "Al-Amin", language="ar"),
        source="self",
        worker_id=cast.worker.id,
        by=cast.worker,
        at=NOON,
    )


@pytest.fixture
def worker(cast):
    browser = Client()
    assert browser.login(email="worker@example.org", password=PASSWORD)
    return browser


@epic("C22E4", pages=["people:log", "people:contacts", "people:contact"])
def test_c22e4_a_contact_brings_the_case_up_to_date(cast, case_id, worker):
    """
    Given a person a worker supports
    When the worker writes what happened and takes what is suggested from it
    Then the case shows the contact, the need and the promise, and nothing was typed twice.
    """
    log = f"{reverse('people:log')}?case={case_id}"
    note = "Called, 20 min. She is hungry. Call again in two weeks."
    offered = worker.post(reverse("people:suggest"), {"note": note}).content.decode()
    assert "because you wrote “Called”" in offered
    taken = {"mode": "phone", "length": "other", "minutes": "20", "need_1": "food"}
    soon = {"follow_up_on": "2099-01-01", "day": timezone.localdate().isoformat()}
    kept = worker.post(log, {"note": note} | taken | soon, follow=True).content.decode()
    assert "Contact kept." in kept
    assert "Food" in kept
    tab = worker.get(reverse("people:contacts", args=[case_id])).content.decode()
    assert note in tab
    assert "20 minutes" in tab


@epic("C22E4", pages=["people:contact", "people:contact_change"])
def test_c22e4_what_is_put_right_keeps_what_stood_there(cast, case_id, worker):
    """
    Given a contact whose note is locked by the programme's own number of days
    When a worker adds to the note and puts its minutes right with a reason
    Then the note stands as it was written, the addition is signed, and the history shows both numbers.
    """
    one = actions.log_contact(
        case_id=case_id,
        occurred_at=NOON,
        mode="phone",
        minutes=15,
        note="About the form",
        by=cast.worker,
        at=NOON,
    )
    page, change = reverse("people:contact", args=[one]), reverse("people:contact_change", args=[one])
    worker.post(page, {"words": "It was the other form."})
    right = {"mode": "phone", "length": "30", "day": "2026-03-12", "note": "Rewritten"}
    assert worker.post(change, right).status_code == 422
    assert worker.post(change, right | {"why": "Mistyped"}).status_code == 302
    shown = worker.get(page).content.decode()
    for said in ("About the form", "It was the other form.", "Mistyped", "15 minutes", "30 minutes"):
        assert said in shown
    assert reads.contact(cast.worker, one).note == "About the form"
