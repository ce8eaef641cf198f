"""Walking through displays and portraits as evaluator, manager and public adviser."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from linkwork.core.ids import new_id
from linkwork.evaluation.coding import actions as coding
from linkwork.evaluation.portraits import actions, reads
from linkwork.evaluation.portraits.rules.review import Standing
from linkwork.evaluation.portraits.tests.world import CLOSED_WORDS, CONTACTS, OPEN_WORDS, World, say
from linkwork.testing.cast import NOON, Cast
from linkwork.testing.queries import questions, unstated

SignIn = Callable[[str], Client]


def text(client: Client, name: str, *args: object, query: str = "") -> str:
    response = client.get(reverse(f"portraits:{name}", args=args) + query)
    assert response.status_code == 200
    return response.content.decode()


def send(client: Client, name: str, *args: object, **given: Any) -> Any:
    return client.post(reverse(f"portraits:{name}", args=args), given, follow=True)


def share(world: World) -> None:
    actions.share_portrait(portrait_id=world.portrait, shared=True, by=world.by, at=NOON)


def test_a_portrait_from_nothing_to_read(world: World, cast: Cast, sign_in: SignIn) -> None:
    client = sign_in("evaluator")
    assert "New portrait" in text(client, "home")
    text(client, "new")
    send(client, "new", title="Seen", study_id=world.study, extract_id=world.extract)
    made = next(one.id for one in reads.portraits(world.by) if one.title == "Seen")
    for step in ("focus", "structure", "populate", "interpret", "nonsense"):
        text(client, "edit", made, query=f"?step={step}")
    edit = reverse("portraits:edit", args=[made])
    client.post(edit, {"title": "Seen", "focus": "Presence.", "extract_id": world.extract})
    client.post(f"{edit}?step=interpret", {"interpretation": "Being there."})
    send(client, "plain", made, language="en", story="They come.")
    send(
        client,
        "section",
        made,
        "operation",
        **{"operation-heading": "Every Tuesday", "operation-summary": "A chair."},
    )
    send(client, "event_new", made, happened_on="2026-02-03", title="A chair is given")
    send(client, "statement_new", made, text="Trust took time.", stage="operation", kind="finding")
    (statement,) = reads.portrait(world.by, made).statements
    page = text(client, "statement", made, statement.id, query="?words=nurse&within=operation")
    assert OPEN_WORDS in page
    assert CLOSED_WORDS not in page
    send(client, "evidence", made, statement.id, quotes=[world.open_quote], figures=[str(CONTACTS), "junk"])
    send(
        client, "statement", made, statement.id, text="Trust took a year.", stage="operation", kind="barrier"
    )
    read = text(client, "read", made)
    for words in (
        "Trust took a year.",
        OPEN_WORDS,
        "Every Tuesday",
        "A chair is given",
        "Being there.",
        "Contacts",
    ):
        assert words in read
    event = reads.portrait(world.by, made).events[0]
    send(client, "event_remove", made, event.id)
    send(client, "statement_remove", made, statement.id)
    card = reads.portrait(world.by, made)
    assert (card.events, card.statements, card.plain, card.focus) == ((), (), "They come.", "Presence.")


def test_what_rests_on_nothing_says_so_and_what_is_withheld_stays(world: World, sign_in: SignIn) -> None:
    for part in ("evaluator", "manager"):
        page = text(sign_in(part), "read", world.portrait)
        assert "Opinion: no evidence linked." in page
        assert "Quotation withheld" in page
        assert CLOSED_WORDS not in page
    coding.remove_coding(coding_id=world.open_quote, by=world.by, at=NOON)
    assert "taken back since" in text(sign_in("evaluator"), "read", world.portrait)


def test_an_adviser_reads_comments_and_signs(world: World, sign_in: SignIn) -> None:
    adviser, evaluator = sign_in("adviser"), sign_in("evaluator")
    assert adviser.get(reverse("portraits:read", args=[world.portrait])).status_code == 404
    send(evaluator, "share", world.portrait, shared="yes")
    assert "A room by the door" in text(adviser, "home")
    page = text(adviser, "review", world.portrait)
    assert "Sign off this portrait" in page
    assert CLOSED_WORDS not in page
    send(adviser, "review", world.portrait, text="Whose room?", statement_id=world.bare)
    assert (
        "changed while you read" in send(adviser, "sign", world.portrait, fingerprint="old").content.decode()
    )
    now = reads.portrait(world.by, world.portrait).fingerprint
    assert "You have signed off" in send(adviser, "sign", world.portrait, fingerprint=now).content.decode()
    assert reads.portrait(world.by, world.portrait).standing is Standing.SIGNED
    send(evaluator, "share", world.portrait)
    assert reads.portrait(world.by, world.portrait).standing is Standing.DRAFT


def test_a_refused_form_keeps_what_was_typed(world: World, sign_in: SignIn) -> None:
    client = sign_in("evaluator")
    page = send(
        client, "statement_new", world.portrait, text="Kept?", stage="", kind="finding"
    ).content.decode()
    assert "Kept?" in page
    assert "Something needs another look" in page
    text(client, "event_new", world.portrait)
    page = send(client, "event_new", world.portrait, happened_on="soon", title="Something").content.decode()
    assert "Something" in page
    page = send(client, "new", title="A room by the door", study_id=world.study).content.decode()
    assert "Choose another title" in page
    page = send(client, "section", world.portrait, "operation", **{"operation-heading": "x" * 161})
    assert "x" * 161 in page.content.decode()
    page = send(client, "evidence", world.portrait, world.bare, quotes=[new_id(), "junk"]).content.decode()
    assert "no longer coded" in page
    share(world)
    page = send(sign_in("adviser"), "review", world.portrait, text="").content.decode()
    assert "Fill this in." in page


def test_an_empty_portrait_is_not_sent(world: World, sign_in: SignIn) -> None:
    empty = actions.open_portrait(study_id=world.study, title="Empty", by=world.by, at=NOON)
    page = send(sign_in("evaluator"), "share", empty, shared="yes").content.decode()
    assert "Write a statement" in page


def test_it_comes_as_pdf(world: World, sign_in: SignIn) -> None:
    paper, client = reverse("portraits:pdf", args=[world.portrait]), sign_in("manager")
    assert "Let them out and make the file" in client.get(paper).content.decode()
    answer = client.post(paper, follow=True)
    assert answer["Content-Type"] == "application/pdf"
    assert answer.content.startswith(b"%PDF-")
    actions.freeze_portrait(portrait_id=world.portrait, by=world.by, at=NOON)
    slides = reverse("portraits:slides", args=[world.portrait])
    assert sign_in("manager").get(f"{slides}?version=1").content.startswith(b"%PDF-")


@pytest.mark.parametrize("part", ["manager", "adviser", "worker"])
def test_only_evaluators_write(world: World, sign_in: SignIn, part: str) -> None:
    client = sign_in(part)
    for name, args in (("edit", [world.portrait]), ("new", [])):
        assert client.get(reverse(f"portraits:{name}", args=args)).status_code == 403


def test_what_is_gone_is_not_found(world: World, sign_in: SignIn) -> None:
    client = sign_in("evaluator")
    for name, args in (
        ("statement", [world.portrait, new_id()]),
        ("read", [new_id()]),
    ):
        assert client.get(reverse(f"portraits:{name}", args=args)).status_code == 404
    assert send(client, "section", world.portrait, "weather").status_code == 404


def asked(client: Client, name: str, *of: UUID) -> int:
    with CaptureQueriesContext(connection) as seen:
        assert client.get(reverse(f"portraits:{name}", args=of)).status_code == 200
    sql = questions(seen.captured_queries)
    assert unstated(sql) == []
    return len(sql)


def test_the_questions_do_not_grow(world: World, sign_in: SignIn) -> None:
    client = sign_in("evaluator")
    pages: list[tuple[str, tuple[UUID, ...]]] = [
        ("home", ()),
        ("read", (world.portrait,)),
        ("edit", (world.portrait,)),
        ("pdf", (world.portrait,)),
        ("statement", (world.portrait, world.statement)),
    ]
    before = {name: asked(client, name, *of) for name, of in pages}
    for number in range(5):
        another = say(world.by, world.portrait, f"Another {number}.")
        actions.link_quotes(statement_id=another, codings=[world.open_quote], by=world.by, at=NOON)
    for name, of in pages:
        assert asked(client, name, *of) <= before[name] <= 12


def test_looking_for_passages_loses_nothing_typed_or_ticked(world: World, sign_in: SignIn) -> None:
    client = sign_in("evaluator")
    page = send(
        client,
        "evidence",
        world.portrait,
        world.bare,
        quotes=[world.open_quote],
        words="nurse",
        find="passages",
    ).content.decode()
    assert f'value="{world.open_quote}" checked' in page
    assert reads.portrait(world.by, world.portrait).statements[1].evidence.is_opinion


def test_an_adviser_is_led_to_the_draft_that_waits(world: World, sign_in: SignIn) -> None:
    adviser = sign_in("adviser")
    assert adviser.get("/").headers["Location"] == reverse("portraits:home")
    share(world)
    assert "A draft waits for you" in text(adviser, "home")
    now = reads.portrait(world.by, world.portrait).fingerprint
    assert "You signed this off on" in send(adviser, "sign", world.portrait, fingerprint=now).content.decode()
    assert "Nothing waits for you now" in text(adviser, "home")


@pytest.mark.parametrize(("part", "current"), [("evaluator", "/portraits/"), ("manager", "/toolkit/")])
def test_the_navigation_says_where_portraits_are(
    world: World, sign_in: SignIn, part: str, current: str
) -> None:
    page = text(sign_in(part), "home")
    assert f'class="nav-link" href="{current}" aria-current="page"' in page
