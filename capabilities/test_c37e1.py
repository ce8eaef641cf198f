"""A person's wellness is assessed, by a worker or by themselves, and what changed is read honestly."""

import datetime as dt

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from linkwork.casework import actions as casework
from linkwork.casework.rules.persons import PersonDetails
from linkwork.outcomes import actions, reads
from linkwork.outcomes.rules.occasions import Mode, Occasion
from linkwork.testing.capabilities import epic
from linkwork.testing.cast import PASSWORD

DAY = dt.timedelta(days=1)


@pytest.fixture
def case_id(cast):
    return casework.start_case(
        details=PersonDetails("Maryam", "Al-Amin", language="en"),
        source="self",
        worker_id=cast.worker.id,
        by=cast.worker,
        at=timezone.now() - 60 * DAY,
    )


@pytest.fixture
def worker(cast):
    browser = Client()
    assert browser.login(email="worker@example.org", password=PASSWORD)
    return browser


@epic("C37E1", pages=["measures:home", "mine:open", "mine:measures:answer", "mine:measures:thanks"])
def test_c37e1_a_person_assesses_their_own_wellness(cast, case_id, worker):
    """
    Given a person who was asked about their wellbeing by their own link
    When they answer on their own device, without an account
    Then the worker sees their answers, and the person sees thanks and no label.
    """
    asked = {"measure": "ons4", "how": "link", "occasion": "suggested"}
    worker.post(reverse("measures:new", args=[case_id]), asked)
    token = casework.make_person_link(case_id=case_id, by=cast.worker, at=timezone.now())
    person = Client()
    assert "Some questions for you" in person.get(reverse("mine:open", args=[token])).content.decode()
    answers = {"item_1": "3", "item_2": "4", "item_3": "6", "item_4": "8"}
    sent = person.post(reverse("mine:measures:answer", args=[token, "ons4"]), answers, follow=True)
    assert "Thank you" in sent.content.decode()
    assert "low" not in sent.content.decode().split("<main")[1].split("</main")[0]
    seen = worker.get(reverse("measures:home", args=[case_id])).content.decode()
    assert "Satisfied with life" in seen
    assert "By their own link" in seen


@epic("C37E1", pages=["measures:home", "measures:change"])
def test_c37e1_change_is_that_of_people_asked_twice(cast, case_id, worker):
    """
    Given a person asked at the start and again later, and another asked at the start only
    When a worker reads how people changed
    Then the change is that of the person asked twice, and the other is counted as missing.
    """
    other = casework.start_case(
        details=PersonDetails("Ben", "Cole"), source="self", worker_id=None, by=cast.worker,
        at=timezone.now() - 60 * DAY,
    )  # fmt: skip
    for case, score, days, occasion in (
        (case_id, 2, 50, Occasion.BASELINE),
        (case_id, 1, 1, Occasion.END),
        (other, 3, 50, Occasion.BASELINE),
    ):
        actions.record_assessment(
            case_id=case, measure_id="gad-7", answers={str(n): score for n in range(1, 8)}, occasion=occasion,
            mode=Mode.TOGETHER, answered_on=timezone.localdate() - days * DAY, by=cast.worker, at=timezone.now(),
        )  # fmt: skip
    home = worker.get(reverse("measures:home", args=[case_id])).content.decode()
    assert "Better than the first time: from 14 to 7." in home
    page = worker.get(reverse("measures:change")).content.decode()
    assert "mean change of 1 person asked twice" in page
    assert "1 asked at the start only" in page


@epic("C37E1", pages=["measures:answer", "measures:done", "measures:followed", "today:home"])
def test_c37e1_an_answer_that_worries_is_never_left_alone(cast, case_id, worker):
    """
    Given an answer that speaks of dying or of hurting oneself
    When it is recorded
    Then the page says what to do now, and the first page keeps saying so until somebody has asked about safety.
    """
    answers = {f"item_{number}": "0" for number in range(1, 9)} | {"item_9": "1"}
    about = {"mode": "together", "answered_on": timezone.localdate().isoformat(), "occasion": "baseline"}
    done = worker.post(reverse("measures:answer", args=[case_id, "phq-9"]), answers | about, follow=True)
    assert "Ask about safety now" in done.content.decode()
    assert "about safety" in worker.get(reverse("today:home")).content.decode()
    [card] = reads.flagged(cast.worker)
    worker.post(reverse("measures:followed", args=[card.assessment_id]))
    assert "about safety" not in worker.get(reverse("today:home")).content.decode()
