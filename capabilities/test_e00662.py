"""Outcomes of wellness assessments are recorded, whatever the measure."""

import datetime as dt
from decimal import Decimal

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from linkwork.casework import actions as casework
from linkwork.casework.rules.persons import PersonDetails
from linkwork.instruments.tests.test_measures import who5, written
from linkwork.outcomes import reads
from linkwork.testing.capabilities import epic
from linkwork.testing.cast import PASSWORD


@pytest.fixture
def case_id(cast):
    return casework.start_case(
        details=PersonDetails("Maryam", "Al-Amin"),
        source="self",
        worker_id=cast.worker.id,
        by=cast.worker,
        at=timezone.now() - dt.timedelta(days=3),
    )


@epic("E00662", pages=["measures:new", "measures:answer", "measures:done", "measures:home"])
def test_e00662_the_outcome_of_an_assessment_is_recorded(cast, case_id):
    """
    Given a worker who may see a person's record
    When they choose a measure and record the person's answers
    Then the outcome stands on the person's page, with its score, what it means and how it was asked.
    """
    browser = Client()
    assert browser.login(email="worker@example.org", password=PASSWORD)
    chosen = browser.post(
        reverse("measures:new", args=[case_id]), {"measure": "gad-7", "how": "now", "occasion": "suggested"}
    )
    answers = {f"item_{number}": "1" for number in range(1, 8)}
    about = {"mode": "phone", "answered_on": timezone.localdate().isoformat(), "occasion": "baseline"}
    done = browser.post(chosen["Location"], answers | about, follow=True).content.decode()
    assert "mild" in done
    home = browser.get(reverse("measures:home", args=[case_id])).content.decode()
    assert "GAD-7" in home
    assert "By phone" in home
    [card] = reads.assessments_of(cast.worker, case_id)
    assert card.scores[0].value == 7


@epic("E00662", pages=["measures:measure", "measures:paper"])
def test_e00662_any_methodology_the_programme_has_a_licence_for(cast, case_id, tmp_path, settings):
    """
    Given a programme that has filled the slot of a licensed measure with its own licence
    When a worker types in a sheet that was filled in on paper
    Then its outcome is recorded by the source's scoring, with the licence's reference.
    """
    settings.HOME = tmp_path
    (tmp_path / "measures").mkdir()
    written(tmp_path / "measures", who5())
    browser = Client()
    assert browser.login(email="worker@example.org", password=PASSWORD)
    about = {"answered_on": timezone.localdate().isoformat(), "occasion": "baseline"}
    browser.post(reverse("measures:paper", args=[case_id, "who-5"]), about | {"typed": "33322"})
    [card] = reads.assessments_of(cast.worker, case_id)
    assert (card.scores[0].value, card.licence_reference) == (Decimal(52), "L-1")
    assert "L-1" in browser.get(reverse("measures:measure", args=["who-5"])).content.decode()
