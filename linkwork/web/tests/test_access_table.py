"""Every page stands in the access table with who may open it, and every row of the table has a page."""

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

from linkwork.core.viewer import NOBODY, Kind, Role, Viewer
from linkwork.testing.cast import PASSWORD, Cast
from linkwork.web.access_table import ACCESS, ANY_LOGIN, PUBLIC, only, opens


def page_names(resolver: URLResolver, space: str = "") -> set[str]:
    """The full name ("area:page") of every address."""
    names = set()
    for entry in resolver.url_patterns:
        if isinstance(entry, URLResolver):
            names |= page_names(entry, f"{space}{entry.namespace}:" if entry.namespace else space)
        elif isinstance(entry, URLPattern):
            names.add(f"{space}{entry.name}")
    return names


def test_each_page_is_listed_and_no_row_is_stale() -> None:
    pages = page_names(get_resolver())
    assert pages - set(ACCESS) == set(), "these pages open for nobody: add their rows"
    assert set(ACCESS) - pages == set(), "these rows have no page: remove them"


@pytest.mark.rules
def test_doors() -> None:
    worker = Viewer(Kind.LOGIN, roles=frozenset({Role.WORKER}))
    assert opens(PUBLIC, NOBODY)
    assert not opens(ANY_LOGIN, NOBODY)
    assert opens(only(Role.WORKER), worker)
    assert not opens(only(Role.MANAGER), worker)
    assert not opens(only(Role.WORKER), Viewer(Kind.PARTNER, roles=frozenset({Role.WORKER})))


def test_an_unlisted_page_opens_for_nobody(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    rest = {name: door for name, door in ACCESS.items() if name != "mfa_index"}
    monkeypatch.setattr("linkwork.web.shared.middleware.ACCESS", rest)
    client = Client()
    client.login(email="administrator@example.org", password=PASSWORD)
    assert client.get("/sign/second/").status_code == 403


def test_a_visitor_is_led_to_the_door(cast: Cast) -> None:
    answer = Client().get("/sign/second/")
    assert answer.status_code == 302
    assert answer.headers["Location"].startswith("/sign/in/")


def test_pages_are_not_kept_by_the_browser(cast: Cast) -> None:
    assert Client().get("/").headers["Cache-Control"] == "no-store"
