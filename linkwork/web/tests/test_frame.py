"""The frame around a page: languages, programmes, refusals."""

import pytest
from django.test import Client
from django.urls import reverse

from linkwork.core.errors import Invalid, NotAllowed, NotFound, Refused
from linkwork.core.viewer import Role, system
from linkwork.programmes import actions, reads
from linkwork.testing.browsing import signed_in
from linkwork.testing.cast import NOON, PASSWORD, Cast
from linkwork.web.home import views
from linkwork.web.shared.navigation import links_for


def test_a_visitor_reads_what_linkwork_is(db: None) -> None:
    answer = Client().get("/")
    assert answer.status_code == 200
    assert "Linkwork" in answer.content.decode()


@pytest.mark.parametrize("part", ["worker", "manager", "supervisor", "evaluator", "adviser", "administrator"])
def test_each_role_has_a_home(cast: Cast, part: str) -> None:
    client = signed_in(part)
    answer = client.get("/", follow=True)
    assert answer.status_code == 200
    assert answer.redirect_chain, "the front door leads to where the work waits"


def test_the_language_of_the_browser_is_spoken(db: None) -> None:
    assert '<html lang="fr"' in Client().get("/", headers={"accept-language": "fr-CA,fr"}).content.decode()


def test_a_chosen_language_is_remembered(cast: Cast) -> None:
    client = signed_in("worker")
    answer = client.post("/language/", {"language": "fr", "next": "/sign/second/"})
    assert answer.headers["Location"] == "/sign/second/"
    assert '<html lang="fr"' in client.get("/sign/second/").content.decode()


def test_right_to_left_turns_the_page(db: None) -> None:
    client = Client()
    client.post("/language/", {"language": "ar"})
    assert 'dir="rtl"' in client.get("/").content.decode()


def test_an_unknown_language_changes_nothing(db: None) -> None:
    client = Client()
    client.post("/language/", {"language": "xx", "next": "https://elsewhere.example/"})
    assert 'lang="en"' in client.get("/").content.decode()


def test_the_language_switch_never_leads_elsewhere(db: None) -> None:
    answer = Client().post("/language/", {"language": "fr", "next": "https://elsewhere.example/"})
    assert answer.headers["Location"] == "/"


def test_a_login_of_two_programmes_can_change_between_them(cast: Cast) -> None:
    south = cast.outsider.programme
    actions.add_worker(
        name="Amal Haddad",
        roles=[Role.WORKER],
        since=NOON.date(),
        login_id=cast.worker.login_id,
        by=system(south),
        at=NOON,
    )
    client = signed_in("worker")
    assert "North practices" in client.get("/sign/second/").content.decode()
    client.post("/programme/", {"programme": str(south)})
    page = client.get("/sign/second/").content.decode()
    assert "South families" in page


def test_someone_elses_programme_cannot_be_chosen(cast: Cast) -> None:
    client = signed_in("worker")
    client.post("/programme/", {"programme": str(cast.outsider.programme)})
    assert "South families" not in client.get("/sign/second/").content.decode()
    client.post("/programme/", {"programme": "not an id"})
    assert client.get("/sign/second/").status_code == 200


@pytest.mark.parametrize(
    ("error", "status"),
    [
        (NotFound("There is no such person."), 404),
        (NotAllowed("Not for your role."), 403),
        (Refused("This link has run out."), 400),
        (Invalid({"name": "Give a name."}), 400),
    ],
)
def test_a_refusal_becomes_a_calm_page(
    cast: Cast, monkeypatch: pytest.MonkeyPatch, error: Exception, status: int
) -> None:
    def refuse(*_: object) -> None:
        raise error

    monkeypatch.setattr(views, "home_for", refuse)
    answer = signed_in("worker").get("/")
    assert answer.status_code == status
    assert str(error) in answer.content.decode()


def test_a_missing_page_is_a_calm_page(db: None) -> None:
    answer = Client().get("/no/such/page/")
    assert answer.status_code == 404
    assert "<html" in answer.content.decode()


def test_a_login_without_a_programme_is_told(cast: Cast) -> None:
    actions.create_login(email="lost@example.org", password=PASSWORD, by=system(None), at=NOON)
    assert reads.login_named("lost@example.org")
    client = Client()
    client.login(email="lost@example.org", password=PASSWORD)
    assert client.get("/").status_code == 200


@pytest.mark.parametrize(
    ("part", "first"),
    [
        ("worker", "/today/"),
        ("manager", "/today/"),
        ("supervisor", "/team/"),
        ("evaluator", "/study/"),
        ("administrator", "/settings/"),
    ],
)
def test_everybody_begins_where_their_work_is(cast: Cast, part: str, first: str) -> None:
    assert signed_in(part).get("/").headers["Location"] == first


@pytest.mark.parametrize("path", ["/plan/waiting/", "/measures/", "/connect/a/", "/safety/", "/people/"])
def test_pages_about_the_people_stand_under_people(cast: Cast, path: str) -> None:
    assert [link.url for link in links_for(cast.worker, path) if link.current] == [reverse("people:list")]


def test_pages_of_an_account_are_never_half_in_a_language(cast: Cast) -> None:
    """Arabic is spoken by the pages anybody may open; somebody who read one of those then signs in."""
    client = signed_in("worker")
    client.post("/language/", {"language": "ar"})
    assert '<html lang="en" dir="ltr"' in client.get("/today/").content.decode()
