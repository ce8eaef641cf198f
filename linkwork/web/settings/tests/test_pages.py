"""Setting up a programme by its pages, and reading its trail."""

import datetime as dt

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from linkwork.core.ids import new_id
from linkwork.core.viewer import Role
from linkwork.programmes import reads
from linkwork.programmes.rules import SiteKind
from linkwork.testing.browsing import signed_in
from linkwork.testing.cast import NOON, PASSWORD, Cast
from linkwork.trail import actions as trail


def test_the_programme_at_a_glance(cast: Cast, django_assert_max_num_queries: DjangoAssertNumQueries) -> None:
    client = signed_in("administrator")
    with django_assert_max_num_queries(16):
        html = client.get(reverse("settings:home")).content.decode()
    assert "Elm Street practice" in html
    assert "Dana Petit" in html


def test_a_place_is_added_by_whoever_sets_the_programme_up(cast: Cast) -> None:
    client, address = signed_in("administrator"), reverse("settings:site_new")
    said = {"name": "Harbour hall", "kind": "venue", "place": "55.60, 13.00"}
    assert client.post(address, said).status_code == 302
    assert "Harbour hall" in client.get(reverse("settings:home")).content.decode()
    [site] = [one for one in reads.sites(cast.manager) if one.name == "Harbour hall"]
    assert (site.kind, site.place) == (SiteKind.VENUE, (55.6, 13.0))
    assert "There is a site with this name already" in client.post(address, said).content.decode()
    far = client.post(address, said | {"name": "The moon", "place": "455.6, 13"}).content.decode()
    assert "This is no place on earth" in far
    assert client.post(address, {"name": "By phone", "kind": "remote", "place": ""}).status_code == 302
    assert signed_in("worker").get(address).status_code == 403


def test_words_and_limits_are_changed(cast: Cast) -> None:
    client = signed_in("manager")
    address = reverse("settings:programme")
    assert 'value="North practices"' in client.get(address).content.decode()
    said = {
        "name": "South families",
        "worker_word": "connector",
        "person_word": "neighbour",
        "people_word": "neighbours",
        "target_size": "",
        "answer_within_days": "3",
        "chase_after_days": "8",
        "follow_up_after_days": "20",
    }
    assert "There is a programme with this name already" in client.post(address, said).content.decode()
    assert client.post(address, said | {"name": "North"}).status_code == 302
    card = reads.programme(cast.manager)
    assert (card.name, card.words.people, card.answer_within_days) == ("North", "neighbours", 3)
    assert card.target_size is None


def test_somebody_new_comes_in(cast: Cast) -> None:
    client = signed_in("administrator")
    address = reverse("settings:worker_new")
    said = {"name": "Noor Vance", "roles": ["worker", "supervisor"], "since": "2026-03-01"}
    taken = client.post(address, said | {"email": "worker@example.org"}).content.decode()
    assert "works in the programme already" in taken
    client.post(address, said | {"email": "noor@example.org"})
    [card] = [one for one in reads.workers(cast.manager) if one.name == "Noor Vance"]
    assert card.roles == {Role.WORKER, Role.SUPERVISOR}


def test_somebody_of_another_programme_keeps_their_login(cast: Cast) -> None:
    said = {
        "name": "Hana Sato",
        "roles": ["worker"],
        "since": "2026-03-01",
        "email": "outsider@example.org",
    }
    signed_in("administrator").post(reverse("settings:worker_new"), said)
    login_id = cast.outsider.login_id
    assert login_id is not None
    assert [name for _id, name in reads.standing(login_id).programmes] == [
        "North practices",
        "South families",
    ]
    assert Client().login(email="outsider@example.org", password=PASSWORD)


def test_a_stage_begins(cast: Cast) -> None:
    client = signed_in("manager")
    address = reverse("settings:stage")
    assert client.get(address).status_code == 200
    wrong = client.post(address, {"stage": "maintenance", "starts_on": "2025-01-01"}).content.decode()
    assert "Stages follow each other" in wrong
    client.post(address, {"stage": "maintenance", "starts_on": "2026-05-01"})
    assert reads.stage_spans(cast.manager)[-1].starts_on == dt.date(2026, 5, 1)


def test_who_looked(cast: Cast) -> None:
    client = signed_in("manager")
    person_id = new_id()
    trail.look(by=cast.worker, at=NOON, page="people:person", person_id=person_id)
    trail.record(by=cast.worker, at=NOON, what="casework.close_case", about="case", about_id=person_id)
    address = reverse("settings:trail")
    assert client.get(address).status_code == 200
    html = client.get(address, {"id": str(person_id)}).content.decode()
    assert "people:person" in html
    assert "casework.close_case" in html
    assert "Amal Haddad" in html
    assert "data-error-summary" in client.get(address, {"id": "seven"}).content.decode()


@pytest.mark.parametrize("part", ["worker", "supervisor", "evaluator", "adviser"])
@pytest.mark.parametrize("name", ["home", "programme", "worker_new", "stage", "trail"])
def test_nobody_else_comes_in(cast: Cast, part: str, name: str) -> None:
    assert signed_in(part).get(reverse(f"settings:{name}")).status_code == 403


def test_somebody_is_named_for_late_referrals(cast: Cast) -> None:
    client = signed_in("manager")
    assert "every manager" in client.get(reverse("settings:home")).content.decode()
    address = reverse("settings:late")
    assert client.post(address, {"worker": str(cast.manager.id)}).status_code == 302
    assert "Chris Okafor <a" in client.get(reverse("settings:home")).content.decode()
    assert "checked" in client.get(address).content.decode()
    assert client.post(address, {"worker": ""}).status_code == 302
    assert not reads.worker(cast.manager, cast.manager.worker_id).takes_late
