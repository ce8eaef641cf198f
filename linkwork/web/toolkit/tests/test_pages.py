"""Composing the toolkit, publishing it, and looking at it before it goes out."""

import io
import re
from collections.abc import Callable
from typing import Any
from uuid import UUID
from zipfile import ZipFile

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from linkwork.evaluation.portraits import actions as portraits
from linkwork.evaluation.portraits.rules.kinds import StatementKind
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
        "language": "en",
        "title_fr": "Une pièce où l’on passe",
        "audience": "practice",
        "barrier": "Nobody knows her.",
        "checklist": "A key\n\nA name",
        "strategies": [reads.strategies()[0][0]],
        "statements": [str(world.statement), "junk"],
    }


def post(client: Client, name: str, recommendation: UUID, **data: str) -> str:
    """What the page says after a step."""
    address = reverse(f"toolkit:{name}", args=[recommendation])
    return client.post(address, data, follow=True).content.decode()


def publish(client: Client, reader: Client, recommendation: UUID) -> str:
    """The reader agrees to what their page shows, then it goes out."""
    post(client, "ask", recommendation)
    read = reader.get(reverse("toolkit:read", args=[recommendation])).content.decode()
    (now,) = re.findall(r'name="fingerprint" value="(\w+)"', read)
    assert "You agreed" in post(reader, "answer", recommendation, step="agree", fingerprint=now)
    return post(client, "publish", recommendation)


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
    manager = sign_in("manager")
    page = publish(client, manager, card.id)
    assert "Published" in page
    assert "Public since" in page
    assert "It is public" in text(client, "edit", card.id)
    index = text(manager, "preview", "index.html")
    assert "A door people pass" in index
    assert "/static/" not in index
    assert manager.get(reverse("toolkit:preview", args=["site.css"]))["Content-Type"].startswith("text/css")
    assert manager.get(reverse("toolkit:preview", args=["icon.svg"]))["Content-Type"] == "image/svg+xml"
    assert 'rel="icon" href="icon.svg"' in index
    assert manager.get(reverse("toolkit:preview", args=["../settings.py"])).status_code == 404
    with ZipFile(io.BytesIO(manager.post(reverse("toolkit:download")).content)) as packed:
        pages = [name for name in packed.namelist() if name.endswith(".html")]
        assert any(OPEN_WORDS in packed.read(name).decode() for name in pages)
    client.post(reverse("toolkit:withdraw", args=[card.id]), {"text": "Out of date."})
    assert "Out of date." in text(manager, "read", card.id)
    assert "A door people pass" not in text(manager, "preview", "index.html")


def test_steps_out_of_turn_are_said_calmly(world: World, sign_in: SignIn) -> None:
    client = sign_in("evaluator")
    client.post(reverse("toolkit:new"), given(world) | {"advice": "Ask Amal."})
    (card,) = reads.recommendations(world.by)
    assert "cannot publish" in post(client, "publish", card.id)
    assert "name stands in the text" in publish(client, sign_in("manager"), card.id)
    assert "cannot withdraw" in post(client, "withdraw", card.id, text="Wrong.")
    assert "Say why it is taken off" in post(client, "withdraw", card.id)


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
    client, manager, by = sign_in("evaluator"), sign_in("manager"), world.by
    for number in range(4):
        story = portraits.open_portrait(study_id=world.study, title=f"Story {number}", by=by, at=NOON)
        said = say(by, story, "They came back.")
        portraits.link_quotes(statement_id=said, codings=[world.open_quote], by=by, at=NOON)
        new = given(world) | {"title": f"Number {number}", "statements": [str(said), str(world.statement)]}
        client.post(reverse("toolkit:new"), new)
    for card in reads.recommendations(by):
        publish(client, manager, card.id)
    pages: list[tuple[str, list[object]]]
    pages = [
        ("home", []),
        ("new", []),
        ("edit", [card.id]),
        ("read", [card.id]),
        ("start", []),
        ("imprint", []),
        ("preview", ["index.html"]),
        ("preview", ["versions.html"]),
        ("preview", ["search-index.js"]),
    ]
    for name, args in pages:
        assert asked(client, name, *args) <= 12, name
    assert asked(client, "preview", "site.css") <= 3


def test_a_second_reader_asks_for_something(world: World, sign_in: SignIn) -> None:
    client, adviser = sign_in("evaluator"), sign_in("adviser")
    client.post(reverse("toolkit:new"), given(world))
    (card,) = reads.recommendations(world.by)
    assert "Your reading" not in text(adviser, "read", card.id)
    assert "waits for a second reader" in post(client, "ask", card.id)
    assert "You wrote it last" in text(client, "read", card.id)
    assert "Waits for your reading" in text(adviser, "home")
    said = post(adviser, "answer", card.id, step="want", text="Whose door?", fingerprint=card.fingerprint)
    assert "The author will see" in said
    assert "Whose door?" in text(client, "read", card.id)
    said = post(adviser, "answer", card.id, step="agree", fingerprint="another")
    assert "It was changed while you read it" in said


def test_it_begins_with_a_factor_or_a_finding(world: World, sign_in: SignIn) -> None:
    client = sign_in("evaluator")
    hindered = say(world.by, world.portrait, "Nobody had asked her.", kind=StatementKind.BARRIER)
    portraits.link_quotes(statement_id=hindered, codings=[world.open_quote], by=world.by, at=NOON)
    page = text(client, "start")
    assert "Cognitive participation" in page
    assert "no advice yet" in page
    for asked in ("factor=npt/cognitive_participation", f"finding={hindered}"):
        page = client.get(reverse("toolkit:new") + "?" + asked).content.decode()
        assert re.search(rf'value="{hindered}" checked', page)
        assert 'value="npt/cognitive_participation" checked' in page
    page = client.get(reverse("toolkit:new") + "?finding=unknown").content.decode()
    assert f'value="{hindered}" checked' not in page


def test_strategies_are_suggested_from_a_table_that_says_it_is_partial(world: World, sign_in: SignIn) -> None:
    client = sign_in("evaluator")
    asked = given(world) | {"constructs": ["cfir-2022/innovation.adaptability"], "step": "suggest"}
    page = client.post(reverse("toolkit:new"), asked | {"title": ""}).content.decode()
    assert "The table of suggestions is partial: it covers 12 of 39 barriers." in page
    assert "endorsed by half of the experts or more against “Adaptability”" in page
    assert "Say in a line" not in page
    assert reads.recommendations(world.by) == []


def test_the_list_is_searched_narrowed_and_ordered(world: World, sign_in: SignIn) -> None:
    client = sign_in("evaluator")
    for title, stage in (("Zebra crossing", "initiation"), ("Äpple first", "maintenance")):
        client.post(reverse("toolkit:new"), given(world) | {"title": title, "stage": stage})
    home = reverse("toolkit:home")

    def order(query: str) -> list[str]:
        page = client.get(home + "?" + query).content.decode()
        found = [(page.find(f">{title}</a>"), title) for title in ("Zebra crossing", "Äpple first")]
        return [title for place, title in sorted(found) if place > 0]

    assert order("") == ["Zebra crossing", "Äpple first"]
    assert order("order=title") == ["Äpple first", "Zebra crossing"]
    assert order("order=newest") == ["Äpple first", "Zebra crossing"]
    assert order("words=apple") == ["Äpple first"]
    assert order("stage=initiation") == ["Zebra crossing"]
    assert order("state=published") == []
    assert order("audience=practice&words=key") == ["Zebra crossing", "Äpple first"]
    assert "1 recommendation found" in client.get(home + "?words=zebra").content.decode()


def test_the_site_says_who_answers(world: World, sign_in: SignIn) -> None:
    client = sign_in("evaluator")
    said = {"mail": "kit@example.org", "address": "https://example.org/kit/", "licence": "CC0 1.0"}
    client.post(reverse("toolkit:imprint"), said)
    assert reads.imprint(world.by).licence == "CC0 1.0"
    assert "https://example.org/kit/" in text(client, "preview", "feed.xml")
    assert "North practices" in text(client, "preview", "graph.jsonld")
    assert client.post(reverse("toolkit:imprint"), said | {"mail": "nobody"}).status_code == 422
    assert sign_in("manager").get(reverse("toolkit:imprint")).status_code == 403
