"""Composing the toolkit, publishing it, and looking at it before it goes out."""

import io
from collections.abc import Callable
from typing import Any
from zipfile import ZipFile

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from linkwork.evaluation.portraits import actions as portraits
from linkwork.evaluation.portraits.tests.world import OPEN_WORDS, World, say
from linkwork.evaluation.toolkit import reads
from linkwork.testing.cast import NOON
from linkwork.testing.queries import questions, unstated

SignIn = Callable[[str], Client]


def given(world: World) -> dict[str, Any]:
    return {
        "title": "A room people pass",
        "advice": "Ask for it.",
        "stage": "initiation",
        "audience": "practice",
        "barrier": "Nobody knows her.",
        "checklist": "A key\n\nA name",
        "strategies": [reads.strategies()[0][0]],
        "statements": [str(world.statement), "junk"],
    }


def text(client: Client, name: str, *args: object) -> str:
    response = client.get(reverse(f"toolkit:{name}", args=args))
    assert response.status_code == 200
    return response.content.decode()


def test_advice_from_nothing_to_a_site(world: World, sign_in: SignIn) -> None:
    client = sign_in("evaluator")
    assert "Nothing is advised yet" in text(client, "home")
    text(client, "new")
    client.post(reverse("toolkit:new"), given(world))
    (card,) = reads.recommendations(world.by)
    assert (card.checklist, card.statement_ids) == (("A key", "A name"), (world.statement,))
    assert "checked" in text(client, "edit", card.id)
    client.post(reverse("toolkit:edit", args=[card.id]), given(world) | {"title": "A door people pass"})
    page = client.post(reverse("toolkit:publish", args=[card.id]), follow=True).content.decode()
    assert "Published" in page
    assert "public since" in page
    assert "It is public" in text(client, "edit", card.id)
    manager = sign_in("manager")
    index = text(manager, "preview", "index.html")
    assert "A door people pass" in index
    assert "/static/" not in index
    assert manager.get(reverse("toolkit:preview", args=["site.css"]))["Content-Type"].startswith("text/css")
    assert manager.get(reverse("toolkit:preview", args=["../settings.py"])).status_code == 404
    with ZipFile(io.BytesIO(manager.get(reverse("toolkit:download")).content)) as packed:
        assert any(OPEN_WORDS in packed.read(name).decode() for name in packed.namelist())
    client.post(reverse("toolkit:withdraw", args=[card.id]))
    assert "A door people pass" not in text(manager, "preview", "index.html")


def test_steps_out_of_turn_are_said_calmly(world: World, sign_in: SignIn) -> None:
    client = sign_in("evaluator")
    client.post(reverse("toolkit:new"), given(world) | {"advice": "Ask Amal."})
    (card,) = reads.recommendations(world.by)
    page = client.post(reverse("toolkit:publish", args=[card.id]), follow=True).content.decode()
    assert "name stands in the text" in page
    page = client.post(reverse("toolkit:withdraw", args=[card.id]), follow=True).content.decode()
    assert "cannot withdraw" in page


def test_a_refused_form_keeps_what_was_typed(world: World, sign_in: SignIn) -> None:
    client = sign_in("evaluator")
    page = client.post(reverse("toolkit:new"), given(world) | {"title": ""}).content.decode()
    assert "Ask for it." in page
    assert "checked" in page
    client.post(reverse("toolkit:new"), given(world))
    page = client.post(reverse("toolkit:new"), given(world)).content.decode()
    assert "Choose another title" in page


def test_others_read_and_do_not_write(world: World, sign_in: SignIn) -> None:
    for part in ("manager", "adviser"):
        client = sign_in(part)
        assert "New recommendation" not in text(client, "home")
        assert client.get(reverse("toolkit:new")).status_code == 403
    assert sign_in("worker").get(reverse("toolkit:home")).status_code == 403


def asked(client: Client, name: str, *args: object) -> int:
    with CaptureQueriesContext(connection) as seen:
        assert client.get(reverse(f"toolkit:{name}", args=args)).status_code == 200
    sql = questions(seen.captured_queries)
    assert unstated(sql) == []
    return len(sql)


def test_pages_ask_few_questions_however_many_portraits(world: World, sign_in: SignIn) -> None:
    client, by = sign_in("evaluator"), world.by
    for number in range(4):
        story = portraits.open_portrait(study_id=world.study, title=f"Story {number}", by=by, at=NOON)
        said = say(by, story, "They came back.")
        portraits.link_quotes(statement_id=said, codings=[world.open_quote], by=by, at=NOON)
        new = given(world) | {"title": f"Number {number}", "statements": [str(said), str(world.statement)]}
        client.post(reverse("toolkit:new"), new)
    for card in reads.recommendations(by):
        client.post(reverse("toolkit:publish", args=[card.id]))
    pages: list[tuple[str, list[object]]]
    pages = [("home", []), ("new", []), ("edit", [card.id]), ("download", []), ("preview", ["index.html"])]
    for name, args in pages:
        assert asked(client, name, *args) <= 12, name
    assert asked(client, "preview", "site.css") <= 3
