"""An adviser at a portrait: by a private link, statement by statement, and the author who answers."""

import re
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from linkwork.core.ids import new_id
from linkwork.core.viewer import Kind, Viewer
from linkwork.evaluation.portraits import actions, reads
from linkwork.evaluation.portraits.reads import PortraitCard
from linkwork.evaluation.portraits.rules.events import EventKind, Picture
from linkwork.evaluation.portraits.rules.kinds import Mark
from linkwork.evaluation.portraits.tests.test_rules import figure
from linkwork.evaluation.portraits.tests.world import CLOSED_WORDS, OPEN_WORDS, World, say
from linkwork.exchange import media
from linkwork.testing.browsing import signed_in
from linkwork.testing.cast import NOON
from linkwork.testing.queries import questions, unstated
from linkwork.web.advise import presenters
from linkwork.web.advise.desk import Desk


@pytest.fixture
def link(world: World) -> str:
    """The path of a fresh link."""
    return made_link(world)


def made_link(world: World) -> str:
    """Made on the author's page, which shows it once."""
    actions.share_portrait(portrait_id=world.portrait, shared=True, by=world.by, at=NOON)
    author = signed_in("evaluator")
    made = author.post(
        reverse("portraits:link_new", args=[world.portrait]),
        {"days": "14", "label": "Thursday"},
        follow=True,
    )
    [path] = re.findall(r'value="http://testserver(/advise/[^"]+)"', made.content.decode())
    assert path not in author.get(reverse("portraits:advisers", args=[world.portrait])).content.decode()
    return str(path)


def main_of(answer: Any) -> str:
    return str(answer.content.decode().split("<main")[1].split("</main>")[0])


def now(world: World) -> PortraitCard:
    return reads.portrait(world.by, world.portrait)


def test_a_link_leads_through_every_statement(world: World, link: str) -> None:
    adviser = Client()
    page = adviser.get(link).content.decode()
    for words in ("A room by the door", "One statement at a time", OPEN_WORDS, "This is an opinion"):
        assert words in page
    assert CLOSED_WORDS not in page
    assert "1 quotation may not be shown." in page
    first = adviser.get(f"{link}1/").content.decode()
    assert "1 of 2" in first
    assert "People came once a nurse brought them." in first
    answer = adviser.post(f"{link}1/say/", {"mark": "not_right", "text": "It was my sister."})
    assert answer.headers["Location"] == f"{link}2/"
    halfway = adviser.get(link).content.decode()
    assert "You have answered 1 of 2 statements." in halfway
    assert f'href="{link}2/">' in halfway.split("Go on with the next one")[0].rsplit("<a", 1)[1]
    page = adviser.post(f"{link}2/say/", {"mark": "clear"}, follow=True).content.decode()
    assert "That was the last one." in page
    assert "You have answered 2 of 2 statements." in page
    assert "Go on with the next one" not in page
    assert "You said: Not right" in page
    assert "It was my sister." in page
    assert [one.mark for one in now(world).reviews] == [Mark.NOT_RIGHT, Mark.CLEAR]


def test_the_author_answers_and_the_adviser_sees_it(world: World, link: str) -> None:
    adviser, author = Client(), signed_in("evaluator")
    adviser.post(f"{link}1/say/", {"mark": "hurts", "text": "You make us small."})
    (said,) = now(world).reviews
    page = author.get(reverse("portraits:advisers", args=[world.portrait])).content.decode()
    assert "It hurts 1" in page
    assert "You make us small." in page
    answer = reverse("portraits:answer", args=[world.portrait, said.id])
    assert "Write something here." in author.post(answer, {"text": " "}, follow=True).content.decode()
    author.post(answer, {"text": "It now says what you did."})
    page = adviser.get(link).content.decode()
    assert "What we changed because of you" in page
    assert "It now says what you did." in page


def test_comment_voice_and_signature(world: World, link: str) -> None:
    adviser = Client()
    assert adviser.post(f"{link}comment/", {"text": ""}).status_code == 422
    adviser.post(f"{link}comment/", {"text": "Who chose this?", "statement_id": str(world.bare)})
    adviser.post(f"{link}comment/", {"text": "Thank you."})
    assert [one.statement_id for one in now(world).reviews] == [world.bare, None]
    given = {"words": "I was the first to come.", "called": "Rosa"}
    assert adviser.post(f"{link}voice/", given).status_code == 422
    assert now(world).voices == ()
    page = adviser.post(f"{link}voice/", given | {"agreed": "on"}, follow=True).content.decode()
    assert "I was the first to come." in page
    read = signed_in("manager").get(reverse("portraits:read", args=[world.portrait])).content.decode()
    assert "I was the first to come." in read
    adviser.post(f"{link}voice/", {"take_back": "yes"})
    assert now(world).voices == ()
    assert "changed while you read" in adviser.post(f"{link}sign/", follow=True).content.decode()
    mark = {"fingerprint": now(world).fingerprint}
    assert "You have signed off" in adviser.post(f"{link}sign/", mark, follow=True).content.decode()
    assert "You signed this off on" in adviser.get(link).content.decode()


def test_a_link_shows_its_version_only(world: World, link: str) -> None:
    say(world.by, world.portrait, "Only in the draft.")
    actions.freeze_portrait(portrait_id=world.portrait, by=world.by, at=NOON)
    page = Client().get(link).content.decode()
    assert "Only in the draft." not in page
    assert "There is a newer version since." in page


def test_links_that_do_not_open_look_the_same(world: World, link: str) -> None:
    adviser, author = Client(), signed_in("evaluator")
    assert adviser.get(link)["Referrer-Policy"] == "strict-origin"
    (line,) = reads.adviser_links(world.by, world.portrait, NOON)
    author.post(reverse("portraits:link_revoke", args=[world.portrait, line.id]))
    closed = adviser.get(link)
    assert closed.status_code == 404
    assert main_of(adviser.get("/advise/nonsense/")) == main_of(closed)
    assert adviser.post(f"{link}1/say/", {"mark": "clear"}).status_code == 404
    assert now(world).reviews == ()
    page = author.get(reverse("portraits:advisers", args=[world.portrait])).content.decode()
    assert "ended" in page


def test_what_is_not_there(world: World, link: str) -> None:
    adviser = Client()
    assert adviser.get(f"{link}3/").status_code == 404
    assert adviser.get(f"{link}0/").status_code == 404
    for number, mark in ((3, "clear"), (1, "nonsense")):
        assert adviser.post(f"{link}{number}/say/", {"mark": mark}).status_code == 404
    assert adviser.get(f"{link}pictures/{new_id()}/").status_code == 404
    assert adviser.get(f"{link}comment/").status_code == 405


def test_too_much_by_one_link_waits(world: World, link: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("linkwork.evaluation.portraits.rules.advising.MOST_AN_HOUR", 1)
    adviser = Client()
    adviser.post(f"{link}1/say/", {"mark": "clear"})
    page = adviser.post(f"{link}2/say/", {"mark": "clear"}, follow=True).content.decode()
    assert "Too much was sent by this link" in page
    page = adviser.post(f"{link}comment/", {"text": "Kept here?"}).content.decode()
    assert "Kept here?" in page
    assert len(now(world).reviews) == 1


def test_pictures_of_the_version_come_by_the_link(world: World, settings: Any, tmp_path: Any) -> None:
    settings.HOME = tmp_path
    name = media.keep(b"\xff\xd8picture", ".jpg")
    event = actions.add_event(
        portrait_id=world.portrait,
        happened_on=NOON.date(),
        title="The chair",
        kind=EventKind.PICTURE,
        picture=Picture(name, "image/jpeg", 8, 6, "A chair.", "Rosa", "nobody is in it"),
        by=world.by,
        at=NOON,
    )
    path = made_link(world)
    where = f"{path}pictures/{event}/"
    assert where in Client().get(path).content.decode()
    assert Client().get(where).content == b"\xff\xd8picture"


@pytest.mark.parametrize("language", ["fr", "sv", "ar", "zh-hans"])
def test_it_is_drawn_in_the_readers_language(world: World, link: str, language: str) -> None:
    page = Client().get(link, headers={"Accept-Language": language}).content.decode()
    assert f'lang="{language}"' in page
    assert ('dir="rtl"' in page.split(">", 2)[1]) is (language == "ar")


def test_an_adviser_who_is_signed_in_takes_the_same_steps(world: World, link: str) -> None:
    adviser = signed_in("adviser")
    one = reverse("portraits:review_one", args=[world.portrait, 1])
    assert "1 of 2" in adviser.get(one).content.decode()
    adviser.post(reverse("portraits:review_mark", args=[world.portrait, 1]), {"mark": "clear"})
    adviser.post(reverse("portraits:voice", args=[world.portrait]), {"called": "A.", "agreed": "on"})
    Client().post(f"{link}comment/", {"text": "From somebody else."})
    page = adviser.get(reverse("portraits:review", args=[world.portrait])).content.decode()
    assert "What others said" in page
    assert "From somebody else." in page
    assert "From somebody else." not in Client().get(link).content.decode().split("What you said")[0]


def test_only_the_author_makes_links(world: World) -> None:
    author = signed_in("evaluator")
    page = author.post(reverse("portraits:link_new", args=[world.portrait]), {"days": "14"})
    assert page.status_code == 422
    page = author.post(reverse("portraits:link_new", args=[world.portrait]), {"days": "1000"})
    assert page.status_code == 422
    for part in ("manager", "adviser"):
        assert signed_in(part).get(reverse("portraits:advisers", args=[world.portrait])).status_code == 403


def test_the_questions_do_not_grow(world: World, link: str) -> None:
    author = signed_in("evaluator")
    advisers = reverse("portraits:advisers", args=[world.portrait])

    def asked(client: Client, path: str) -> int:
        with CaptureQueriesContext(connection) as seen:
            assert client.get(path).status_code == 200
        sql = questions(seen.captured_queries)
        assert unstated(sql) == []
        return len(sql)

    before = [asked(Client(), link), asked(Client(), f"{link}1/"), asked(author, advisers)]
    viewer = reads.by_link(link.split("/")[2], NOON).viewer
    for number in range(6):
        actions.comment(portrait_id=world.portrait, text=f"No. {number}", by=viewer, at=NOON)
        actions.make_adviser_link(portrait_id=world.portrait, days=14, by=world.by, at=NOON)
    after = [asked(Client(), link), asked(Client(), f"{link}1/"), asked(author, advisers)]
    assert after <= before
    assert max(after) <= 12


def test_a_figure_about_few_is_not_shown_to_somebody_with_a_link() -> None:
    """Neither below a statement nor on the timeline."""
    few = figure(small=True, sentence="3 people came")
    desk = Desk(Viewer(Kind.PARTNER), None, str, "base_public.html")  # type: ignore[arg-type]
    assert presenters._as_seen(few, desk).sentence == ""
    inside = Desk(Viewer(Kind.LOGIN), None, str, "base.html")  # type: ignore[arg-type]
    assert presenters._as_seen(few, inside).sentence == "3 people came"
