"""Do the frame, the specimen and the pages for what went wrong draw themselves?"""

from __future__ import annotations

import pytest
from django.template.loader import render_to_string
from django.test import Client, RequestFactory

from linkwork.testing.cast import PASSWORD, Cast
from linkwork.testing.demonstration import build_demonstration


def visitor(part: str) -> Client:
    client = Client()
    assert client.login(email=f"{part}@example.org", password=PASSWORD)
    return client


def test_the_specimen_draws_every_component_in_a_demonstration(cast: Cast) -> None:
    build_demonstration()
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
