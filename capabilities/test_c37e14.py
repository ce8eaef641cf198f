"""People say how a service was, and what they say is seen without showing who said it."""

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from linkwork.casework import actions as casework
from linkwork.connections import actions
from linkwork.connections.rules import Attendance, Outcome
from linkwork.connections.tests.conftest import make_scene
from linkwork.testing.capabilities import epic
from linkwork.testing.cast import NOON, PASSWORD


@pytest.fixture
def scene(cast):
    made = make_scene(cast)
    signpost = actions.signpost(
        case_id=made.case_id, need_id=made.need_id, service_id=made.service_id, by=made.by, at=NOON
    )
    actions.follow_up_signpost(
        signpost_id=signpost, went=Attendance.WENT, outcome=Outcome.HELPED, by=made.by, at=NOON
    )
    return made


def browser(part):
    client = Client()
    assert client.login(email=f"{part}@example.org", password=PASSWORD)
    return client


def said_by_the_person(scene):
    token = casework.make_person_link(case_id=scene.case_id, by=scene.by, at=timezone.now())
    person = Client()
    person.post(reverse("mine:language", args=[token]), {"language": "en"})
    page = reverse("mine:feedback:say", args=[token, scene.service_id])
    return person.post(page, {"rating": "very_good", "words": "Everybody was kind"}, follow=True)


@epic("C37E14", pages=["mine:feedback:asked", "mine:feedback:say", "feedback:new"])
def test_c37e14_a_person_says_how_a_service_was(cast, scene):
    """
    Given a person who went to a service they were told of
    When they say by their own link how it was, or say it to their worker
    Then it is kept once, in their words, as what they think now.
    """
    assert "Thank you" in said_by_the_person(scene).content.decode()
    page = reverse("feedback:new", args=[scene.case_id])
    assert "Very good" in browser("worker").get(page).content.decode()
    browser("worker").post(page, {"about": str(scene.service_id), "rating": "good"})
    assert "Good" in browser("worker").get(page).content.decode()


@epic("C37E15", pages=["find:service", "feedback:service"])
def test_c37e15_feedback_is_seen_in_sum_and_whole_by_managers(cast, scene):
    """
    Given a service that fewer than five people have said something of
    When a worker opens its entry, and a manager reads what was said
    Then the worker is shown no small number and no words, and the manager the words without a name.
    """
    said_by_the_person(scene)
    entry = browser("worker").get(reverse("find:service", args=[scene.service_id])).content.decode()
    assert "too few to show" in entry
    assert "Everybody was kind" not in entry
    whole = reverse("feedback:service", args=[scene.service_id])
    assert browser("worker").get(whole).status_code == 403
    read = browser("manager").get(whole).content.decode()
    assert "Everybody was kind" in read
    assert "Maryam" not in read
