"""The end of a case, what comes after, and how it goes on."""

import datetime as dt

import pytest
from django.urls import reverse
from django.utils import timezone

from linkwork.casework import actions, reads
from linkwork.casework.rules.persons import PersonDetails
from linkwork.casework.rules.states import CaseState
from linkwork.connections import actions as connections
from linkwork.connections.tests.conftest import make_scene


def address(name, case_id):
    return reverse(f"people:{name}", args=[case_id])


def text(answer):
    return answer.content.decode()


@pytest.fixture
def client(signed_in):
    return signed_in("worker")


@pytest.fixture
def case_id(cast):
    """A running case that began today."""
    return actions.start_case(
        details=PersonDetails(given_name="Maryam", family_name="Al-Amin"),
        source="self",
        worker_id=cast.worker.id,
        by=cast.worker,
        at=timezone.now(),
    )


def test_what_is_open_is_named_with_the_way_to_settle_it(client, cast):
    scene = make_scene(cast)
    scene.connect()
    connections.signpost(
        case_id=scene.case_id,
        need_id=scene.need_id,
        service_id=scene.service_id,
        by=cast.worker,
        at=timezone.now(),
    )
    actions.open_plan(case_id=scene.case_id, template="Sleep better", by=cast.worker, at=timezone.now())
    said = text(client.get(address("close", scene.case_id)))
    assert "Not finished yet" in said
    assert said.count('">Garden group</a>') == 2
    assert "Sleep better" in said
    assert client.post(address("close", scene.case_id), {"reason": "done"}).status_code == 422


def test_after_closing_comes_the_letter_the_question_and_the_way_back(client, cast, case_id):
    answer = client.post(address("close", case_id), {"reason": "done"})
    assert answer.headers["Location"] == address("closed", case_id)
    said = text(client.get(address("closed", case_id)))
    for words in ("Tell the referrer", "Ask how it was", "Open it again", "Support them again"):
        assert words in said, words
    assert "After closing" in text(client.get(address("person", case_id)))


def test_an_open_case_has_no_after(client, case_id):
    assert client.get(address("closed", case_id)).headers["Location"] == address("person", case_id)


def test_it_is_opened_again(client, cast, case_id):
    client.post(address("close", case_id), {"reason": "done"})
    assert client.get(address("reopen", case_id)).status_code == 200
    assert client.post(address("reopen", case_id), {"words": ""}).status_code == 422
    client.post(address("reopen", case_id), {"words": "Rang again"})
    assert reads.case(cast.worker, case_id).state is CaseState.OPEN


def test_later_it_is_a_new_spell(client, cast):
    long_ago = timezone.now() - dt.timedelta(days=100)
    case_id = actions.start_case(
        details=PersonDetails(given_name="Ada"), source="self", by=cast.worker, at=long_ago
    )
    actions.close_case(case_id=case_id, reason="done", by=cast.worker, at=long_ago)
    said = text(client.get(address("closed", case_id)))
    assert "Open it again" not in said
    assert client.get(address("again", case_id)).status_code == 200
    answer = client.post(address("again", case_id), {"source": "self", "wants": "Company", "mine": "on"})
    made = answer.headers["Location"].strip("/").split("/")[-1]
    assert made != str(case_id)
    assert client.post(address("again", case_id), {"source": "self"}).status_code == 400


@pytest.mark.parametrize("name", ["closed", "reopen", "again"])
def test_who_stays_outside(signed_in, case_id, name):
    assert signed_in("supervisor").get(address(name, case_id)).status_code == 403
    assert signed_in("outsider").get(address(name, case_id)).status_code == 404


def test_a_manager_says_how_plans_and_closings_go(signed_in, cast):
    manager = signed_in("manager")
    page = reverse("settings:plans")
    assert manager.get(page).status_code == 200
    manager.post(page, {"plans_need_approval": "on", "reopen_within_days": "7"})
    assert "can go on for 7 days" in text(manager.get(reverse("settings:home")))
