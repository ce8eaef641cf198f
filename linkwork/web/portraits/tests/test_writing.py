"""Writing a portrait: the four steps, drafts from evidence, order, the timeline with pictures, plain words."""

import datetime as dt
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from linkwork.core.ids import new_id
from linkwork.evaluation.portraits import actions, reads
from linkwork.evaluation.portraits.rules.events import ICONS, USUAL_ICON, EventKind
from linkwork.evaluation.portraits.tests.world import CLOSED_WORDS, CONTACTS, OPEN_WORDS, World
from linkwork.exchange.tests.test_images import photo
from linkwork.testing.cast import NOON, Cast
from linkwork.web.portraits.tests.test_pages import SignIn, asked, send, share, text
from linkwork.web.shared.icons import icon


def sent_picture(client: Client, world: World, content: bytes, **more: str) -> Any:
    given = {"happened_on": "2026-02-03", "title": "The chair", "alt": "A chair by a door.", "credit": "Rosa"}
    given |= {"agreed": "Nobody is in it.", **more}
    return client.post(
        reverse("portraits:event_new", args=[world.portrait]) + "?kind=picture",
        {**given, "picture": SimpleUploadedFile("me-at-home.jpg", content)},
        follow=True,
    )


@pytest.fixture
def own_home(settings: Any, tmp_path: Path) -> None:
    settings.HOME = tmp_path


def test_every_sign_can_be_drawn() -> None:
    assert all(icon(name) for name in {*ICONS, *USUAL_ICON.values()})


def test_coming_back_leads_to_what_is_missing(world: World, sign_in: SignIn) -> None:
    client = sign_in("evaluator")
    page = text(client, "edit", world.portrait)
    assert "2 chapters have no name." in page
    assert "Next: Populate" in page
    page = text(client, "edit", world.portrait, query="?step=populate")
    assert "1 statement rests on nothing yet." in page
    assert "Evidence of 1 statement may no longer be shown." in page
    assert "This step is done." in text(client, "edit", world.portrait, query="?step=focus")


def test_drafting_from_a_passage_a_figure_and_a_row(world: World, sign_in: SignIn) -> None:
    client = sign_in("evaluator")
    assert OPEN_WORDS in text(client, "draft", world.portrait)
    assert "Contacts" in text(client, "draft", world.portrait, query="?of=figures")
    assert "Whom do we reach?" in text(client, "draft", world.portrait, query="?of=displays")
    new = reverse("portraits:statement_new", args=[world.portrait])
    for query, words in (
        (f"?quote={world.open_quote}", OPEN_WORDS),
        (f"?figure={CONTACTS}", "Contacts"),
        (f"?display={world.display}&row={world.row}", "The numbers say how many, the words say why."),
    ):
        page = client.get(new + query).content.decode()
        assert words in page
        assert "It will rest on" in page
        client.post(new + query, {"text": f"Drafted {query}", "stage": "operation", "kind": "finding"})
    drafted = [one for one in reads.portrait(world.by, world.portrait).statements if "Drafted" in one.text]
    assert [(len(one.evidence.quotes), len(one.evidence.figures)) for one in drafted] == [
        (1, 0),
        (0, 1),
        (2, 1),
    ]
    page = client.get(f"{new}?quote={world.closed_quote}").content.decode()
    assert CLOSED_WORDS not in page
    for nothing in ("?figure=nonsense", f"?display={world.display}&row={new_id()}", ""):
        assert "It will rest on" not in client.get(new + nothing).content.decode()


def test_figures_about_too_few_are_counted_and_not_offered(
    world: World, sign_in: SignIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    few = [replace(one, hidden=True) for one in reads.figure_choices(world.by, world.extract)[:3]]
    monkeypatch.setattr(reads, "figure_choices", lambda *_asked: few)
    client, said = sign_in("evaluator"), "%s figures are hidden: they are about too few."
    page = text(client, "draft", world.portrait, query="?of=figures")
    assert said % 3 in page
    assert "Choose an extract" not in page
    assert said % 2 in text(client, "statement", world.portrait, world.statement)  # one of them is linked


def test_order_merge_and_the_way_back(world: World, sign_in: SignIn) -> None:
    client = sign_in("evaluator")
    send(client, "statement_move", world.portrait, world.bare, way="up")
    assert reads.portrait(world.by, world.portrait).statements[0].id == world.bare
    page = send(client, "statement_remove", world.portrait, world.bare).content.decode()
    back = reverse("portraits:statement_put_back", args=[world.portrait, world.bare])
    assert page.count(back) == 2  # in the message, and in the list of what is out
    client.post(back)
    assert "Choose this one" in text(client, "statement_merge", world.portrait, world.statement)
    asked_for = f"?other={world.bare}"
    page = text(client, "statement_merge", world.portrait, world.statement, query=asked_for)
    assert "brought them. The room mattered" in page
    given = {"other": world.bare, "text": "Both.", "keep": "yes"}
    send(client, "statement_merge", world.portrait, world.statement, **given)
    assert [one.text for one in reads.portrait(world.by, world.portrait).statements] == ["Both."]
    send(client, "statement_throw_away", world.portrait, world.bare)
    assert reads.taken_out(world.by, world.portrait) == []
    gone = reverse("portraits:statement_merge", args=[world.portrait, world.bare])
    assert client.get(gone).status_code == 302


@pytest.mark.usefixtures("own_home")
def test_the_timeline_takes_four_kinds(world: World, sign_in: SignIn) -> None:
    client = sign_in("evaluator")
    new = reverse("portraits:event_new", args=[world.portrait])
    when = {"happened_on": "2026-02-03"}
    client.post(f"{new}?kind=adaptation", {**when, "title": "By telephone", "detail": "The room was closed."})
    client.post(f"{new}?kind=figure", {**when, "title": "So many came", "figure": str(CONTACTS)})
    assert "It stands on the timeline" in sent_picture(client, world, photo()).content.decode()
    read = text(client, "read", world.portrait)
    for words in (
        "The plan was changed",
        "The room was closed.",
        "So many came",
        'alt="A chair by a door."',
        "Rosa",
    ):
        assert words in read
    bare = actions.open_portrait(study_id=world.study, title="Bare", by=world.by, at=NOON)
    assert "No extract is chosen yet" in text(client, "event_new", bare, query="?kind=figure")


@pytest.mark.usefixtures("own_home")
def test_a_picture_is_seen_by_those_who_may(world: World, cast: Cast, sign_in: SignIn) -> None:
    client, adviser = sign_in("evaluator"), sign_in("adviser")
    sent_picture(client, world, photo())
    event = reads.portrait(world.by, world.portrait).events[-1]
    where = reverse("portraits:picture", args=[world.portrait, event.id])
    answer = client.get(where)
    assert (answer["Content-Type"], answer["X-Content-Type-Options"]) == ("image/jpeg", "nosniff")
    assert adviser.get(where).status_code == 404
    share(world)
    assert adviser.get(where).status_code == 200
    assert adviser.get(f"{where}?version=1").status_code == 200
    assert Client().get(where).status_code == 302
    other = reverse("portraits:picture", args=[world.portrait, new_id()])
    assert client.get(other).status_code == 404
    send(client, "picture_withdraw", world.portrait, event.id)
    assert client.get(where).status_code == 404
    assert adviser.get(f"{where}?version=1").status_code == 404


@pytest.mark.usefixtures("own_home")
def test_a_refused_picture_leaves_no_file(world: World, sign_in: SignIn, tmp_path: Path) -> None:
    client = sign_in("evaluator")
    for content, more, words in (
        (b"<svg onload=alert(1)>", {}, "Choose a JPEG, PNG or WebP picture."),
        (photo()[:300], {}, "Choose a JPEG, PNG or WebP picture."),
        (photo(), {"alt": ""}, "Fill this in."),
    ):
        assert words in sent_picture(client, world, content, **more).content.decode()
    assert not list((tmp_path / "media").glob("*"))


def test_plain_words_are_counted_and_kept(world: World, sign_in: SignIn) -> None:
    client = sign_in("evaluator")
    page = text(client, "plain", world.portrait)
    assert "Flesch 1948" in page
    given = {f"plain-{world.bare}": "The room helped.", "story": "They came.", "language": "sv"}
    page = send(client, "plain", world.portrait, check="yes", **given).content.decode()
    assert "LIX (Björnsson 1968)" in page
    assert reads.portrait(world.by, world.portrait).plain == ""
    page = send(client, "plain", world.portrait, **(given | {"language": "ar"})).content.decode()
    assert "no reading formula" in page
    card = reads.portrait(world.by, world.portrait)
    assert (card.plain, card.plain_language, card.statements[1].plain) == (
        "They came.",
        "ar",
        "The room helped.",
    )
    page = send(client, "plain", world.portrait, **(given | {"story": "x" * 10_001})).content.decode()
    assert "Keep this under" in page


def test_the_questions_of_writing_do_not_grow(world: World, sign_in: SignIn) -> None:
    client = sign_in("evaluator")
    names = ("edit", "plain", "draft", "statement_new", "event_new")
    before = {name: asked(client, name, world.portrait) for name in names}
    for number in range(4):
        actions.add_event(
            portrait_id=world.portrait,
            happened_on=dt.date(2026, 2, 1 + number),
            title="More",
            kind=EventKind.FIGURE,
            extract_id=world.extract,
            figure=CONTACTS,
            by=world.by,
            at=NOON,
        )
    for name in names:
        assert asked(client, name, world.portrait) <= before[name] <= 12
