"""Feedback by the page: with a worker, by the person's own link, in sum on the service's page, whole for managers."""

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from linkwork.casework import actions as casework
from linkwork.connections import actions, reads
from linkwork.connections.rules import Attendance, Outcome
from linkwork.connections.rules.feedback import Rating
from linkwork.connections.tests.conftest import make_scene
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


def browser(part=""):
    client = Client()
    assert not part or client.login(email=f"{part}@example.org", password=PASSWORD)
    return client


def text(answer):
    return answer.content.decode()


def test_with_a_worker(scene):
    client, page = browser("worker"), reverse("feedback:new", args=[scene.case_id])
    assert "Garden group" in text(client.get(page))
    assert client.post(page, {"about": "support"}).status_code == 422
    client.post(page, {"about": "support", "rating": "good", "words": "Kind"})
    client.post(page, {"about": str(scene.service_id), "rating": "poor"})
    ratings = [one.rating for one in reads.to_rate(scene.by, scene.case_id, NOON)]
    assert ratings == [Rating.GOOD, Rating.POOR]
    assert browser("supervisor").get(page).status_code == 403
    assert browser("outsider").get(page).status_code == 404


def test_by_their_own_link(scene):
    token = casework.make_person_link(case_id=scene.case_id, by=scene.by, at=timezone.now())
    client = browser()
    client.post(reverse("mine:language", args=[token]), {"language": "en"})
    assert "Say how it was" in text(client.get(reverse("mine:open", args=[token])))
    assert "Garden group" in text(client.get(reverse("mine:feedback:asked", args=[token])))
    page = reverse("mine:feedback:say", args=[token, scene.service_id])
    assert "Neither good nor poor" in text(client.get(page))
    assert client.post(page, {"rating": "", "words": "Too far"}).status_code == 422
    client.post(page, {"rating": "mixed", "words": "Too far"})
    assert "Too far" in text(client.get(page))
    [_support, said] = reads.to_rate(scene.by, scene.case_id, NOON)
    assert (said.rating, said.words) == (Rating.MIXED, "Too far")
    assert client.get(reverse("mine:feedback:say", args=[token, "nonsense"])).status_code == 404
    assert client.get(reverse("mine:feedback:asked", args=["forged"])).status_code == 404


def test_in_sum_for_many_and_whole_for_managers(scene):
    actions.give_feedback(
        case_id=scene.case_id,
        service_id=scene.service_id,
        rating=Rating.GOOD,
        words="Kind people",
        by=scene.by,
        at=NOON,
    )
    entry, whole = (reverse(name, args=[scene.service_id]) for name in ("find:service", "feedback:service"))
    said = text(browser("worker").get(entry))
    assert "too few to show" in said
    assert "Kind people" not in said
    assert whole in text(browser("manager").get(entry))
    assert "Kind people" in text(browser("manager").get(whole))
    assert browser("worker").get(whole).status_code == 403
    assert "Nobody has written anything yet" in text(browser("manager").get(reverse("feedback:support")))


def test_five_answers_are_shown_as_a_sum(scene, monkeypatch):
    from linkwork.connections.rules.feedback import sums

    found = sums([Rating.GOOD] * 5 + [Rating.POOR])
    monkeypatch.setattr(reads, "service_sums", lambda viewer, service_id: found)
    said = text(browser("worker").get(reverse("find:service", args=[scene.service_id])))
    assert "6 people answered" in said
    assert "few" in said
