"""Do the frame, the specimen and the pages for what went wrong draw themselves?"""

from __future__ import annotations

import datetime as dt

import pytest
from django.template.loader import render_to_string
from django.test import Client, RequestFactory

from linkwork.core.viewer import Role, system
from linkwork.programmes import actions
from linkwork.programmes.rules import Model
from linkwork.testing.cast import NOON, PASSWORD, Cast


def visitor(part: str) -> Client:
    client = Client()
    assert client.login(email=f"{part}@example.org", password=PASSWORD)
    return client


def demonstration() -> None:
    """A demonstration programme with one worker, show@example.org."""
    made = actions.create_programme(
        name="Shown",
        model=Model.LINK_WORK,
        worker_word="link worker",
        person_word="person",
        people_word="people",
        demonstration=True,
        by=system(None),
        at=NOON,
    )
    by = system(made)
    login = actions.create_login(email="show@example.org", password=PASSWORD, by=by, at=NOON)
    since = dt.date(2025, 9, 1)
    actions.add_worker(name="Show", roles=[Role.WORKER], since=since, login_id=login, by=by, at=NOON)


def test_the_specimen_draws_every_component_in_a_demonstration(cast: Cast) -> None:
    demonstration()
    answer = visitor("show").get("/look/")
    text = answer.content.decode()
    assert answer.status_code == 200
    assert text.count("<svg") > 40
    assert "Demonstration: every person here is invented" in text
    assert 'action="/sign/out/"' in text
    assert " style=" not in text


def test_the_specimen_is_not_there_outside_a_demonstration(cast: Cast) -> None:
    answer = visitor("worker").get("/look/")
    assert answer.status_code == 404
    assert "Demonstration" not in answer.content.decode()


def test_a_page_wears_the_theme_chosen_on_the_device_and_nothing_else(cast: Cast) -> None:
    client = Client()
    client.cookies["linkwork_theme"] = "dark"
    assert ' data-theme="dark"' in client.get("/").content.decode()
    client.cookies["linkwork_theme"] = '"><script>'
    assert "data-theme=" not in client.get("/").content.decode()


@pytest.mark.parametrize("status", [400, 403, 404])
def test_a_refusal_shows_our_sentence_or_a_calm_one(status: int) -> None:
    given = {"lang": "en", "dir": "ltr", "reason": ""}
    calm = render_to_string(f"errors/{status}.html", given)
    said = render_to_string(f"errors/{status}.html", given | {"reason": "The link is <b>old</b>."})
    assert "To the first page" in calm
    assert "The link is &lt;b&gt;old&lt;/b&gt;." in said


def test_the_page_for_our_own_fault_needs_nothing() -> None:
    request = RequestFactory().get("/")
    assert "It is not your doing" in render_to_string(
        "errors/500.html", {"lang": "en", "dir": "ltr"}, request
    )
    assert "It is not your doing" in render_to_string("errors/500.html", {})
