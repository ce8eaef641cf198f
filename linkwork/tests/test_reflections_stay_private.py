"""A worker's private notes are reached by nobody else: by no page, search, file, extract, command, letter or trail."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from django.apps import apps
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from django.utils import timezone

from linkwork.casework import actions as casework
from linkwork.casework.rules.persons import PersonDetails
from linkwork.commands import line
from linkwork.core.viewer import system
from linkwork.extracts import actions as extracts
from linkwork.extracts import gather
from linkwork.extracts.reads import folder_of
from linkwork.programmes.reads import Standing
from linkwork.testing.browsing import signed_in
from linkwork.testing.cast import Cast
from linkwork.web.today.presenters import OFFERS, gathered
from linkwork.workforce import actions
from linkwork.workforce.rules.reflections import ReflectionKind

WORDS = "kestrelzinnober"
Reflection = apps.get_model("workforce", "Reflection")
ActionRow = apps.get_model("trail", "ActionRow")
OTHERS = ("other_worker", "manager", "supervisor", "evaluator", "adviser", "administrator")
ABOUT_SIGNING_IN = ("sign/", "language/", "programme/", "look/")


@pytest.fixture
def note(cast: Cast) -> UUID:
    """A note of a worker's, about a day on which they also worked."""
    return actions.write_reflection(
        kind=ReflectionKind.HARD_DAY,
        words=f"I cried in the car. {WORDS} would not open the door.",
        by=cast.worker,
        at=timezone.now(),
    )


@pytest.fixture
def case(cast: Cast) -> UUID:
    """Somebody the author works with."""
    return casework.start_case(
        details=PersonDetails(given_name="Ada", family_name="Bell"),
        source="self",
        worker_id=cast.worker.id,
        by=cast.worker,
        at=timezone.now(),
    )


def addresses(found: Any = None, before: str = "") -> Iterator[str]:
    """Every address of the house as it is written: "team/notes/<uuid:reflection_id>/"."""
    for one in found or get_resolver().url_patterns:
        route = before + str(getattr(one.pattern, "_route", ""))
        if isinstance(one, URLResolver):
            yield from addresses(one.url_patterns, route)
        elif isinstance(one, URLPattern) and not route.startswith(ABOUT_SIGNING_IN):
            yield route


def filled(route: str, about: UUID) -> str:
    """An address with something in each of its places."""
    parts = []
    for part in route.split("/"):
        kind = part.partition(":")[0]
        parts.append(str(about) if kind == "<uuid" else WORDS if kind.startswith("<") else part)
    return "/" + "/".join(parts)


def shows(client: Client, address: str) -> bool:
    """Whether a page, with the words searched for, gives them back in any way but as what was typed."""
    answer = client.get(address)
    content = b"".join(answer.streaming_content) if answer.streaming else answer.content  # type: ignore[attr-defined]
    return b"I cried in the car" in content


@pytest.mark.parametrize("part", OTHERS)
def test_no_page_shows_it_to_anybody_else(cast: Cast, note: UUID, case: UUID, part: str) -> None:
    client = signed_in(part)
    routes = list(addresses())
    assert len(routes) > 200
    tried = {"manager": (note, cast.worker.worker_id, case), "supervisor": (note, cast.worker.worker_id)}
    for route in routes:
        if "<" not in route or "team/" in route:
            assert not shows(client, filled(route, note)), route
        for about in tried.get(part, ()) if "<uuid" in route else ():
            assert not shows(client, filled(route, about)), route


@pytest.mark.parametrize("part", OTHERS)
def test_no_search_finds_it(cast: Cast, note: UUID, part: str) -> None:
    client = signed_in(part)
    for name in ("find:search", "team:supervision", "team:training", "partners:home"):
        assert not shows(client, f"{reverse(name)}?q={WORDS}&words={WORDS}")
    found = client.post(reverse("people:list"), {"q": WORDS, "show": "all"}, follow=True)
    assert b"I cried" not in found.content


def test_its_own_pages_open_for_the_author_alone(cast: Cast, note: UUID) -> None:
    own = signed_in("worker")
    assert shows(own, reverse("team:reflections"))
    assert shows(own, reverse("team:reflection_change", args=[note]))
    for part in OTHERS:
        client = signed_in(part)
        for name in ("reflection_change", "reflection_share"):
            assert client.get(reverse(f"team:{name}", args=[note])).status_code in (403, 404)
        for name in ("reflection_change", "reflection_share", "reflection_take_back", "reflection_remove"):
            said = {"kind": "other", "words": "mine now", "supervisor": str(cast.supervisor.id)}
            assert client.post(reverse(f"team:{name}", args=[note]), said).status_code in (403, 404)
    assert WORDS in Reflection.objects.get(programme_id=cast.programme_id, id=note).words


def test_shared_it_opens_for_the_one_named_until_taken_back(cast: Cast, note: UUID) -> None:
    at = timezone.now()
    actions.share_reflection(
        reflection_id=note, supervisor_id=cast.supervisor.worker_id, by=cast.worker, at=at
    )
    assert shows(signed_in("supervisor"), reverse("team:reflections"))
    for part in OTHERS:
        if part != "supervisor":
            answer = signed_in(part).get(reverse("team:reflections"))
            assert b"I cried" not in answer.content
    supervisor = signed_in("supervisor")
    assert supervisor.get(reverse("team:reflection_change", args=[note])).status_code == 404
    assert supervisor.get(reverse("team:reflection_share", args=[note])).status_code == 404
    signed_in("worker").post(reverse("team:reflection_take_back", args=[note]))
    assert not shows(supervisor, reverse("team:reflections"))


def test_nobodys_first_page_speaks_of_it(cast: Cast, note: UUID) -> None:
    at = timezone.now()
    actions.share_reflection(
        reflection_id=note, supervisor_id=cast.supervisor.worker_id, by=cast.worker, at=at
    )
    for part in OTHERS:
        items = gathered(OFFERS, Standing(cast.everyone()[part]), at)
        assert all(WORDS not in f"{item.title}{item.small}{item.quote}" for item in items)


def test_no_extract_carries_it(cast: Cast, note: UUID) -> None:
    for table in gather.record_tables():
        assert "reflection" not in table.name
        for row in table.rows(cast.programme_id):
            assert WORDS not in str(row), table.name
    by = system(cast.programme_id)
    folder = folder_of(extracts.take_extract(by=by, at=timezone.now()))
    names = [path.name for path in folder.rglob("*") if path.is_file()]
    assert names
    assert not any("reflection" in name for name in names)
    for path in folder.rglob("*"):
        assert path.is_dir() or WORDS.encode() not in path.read_bytes()


def test_no_command_says_it(
    cast: Cast, note: UUID, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    name = ["--programme", "North practices"]
    for words in (
        ["extract", *name],
        ["figures", *name],
        ["report", *name, "--to", str(tmp_path)],
        ["rounds"],
    ):
        line.run([*words, "--json"])
        said = capsys.readouterr()
        assert WORDS not in said.out + said.err
    for path in tmp_path.rglob("*"):
        assert path.is_dir() or WORDS.encode() not in path.read_bytes()


def test_the_trail_keeps_no_word_and_not_which_note_or_with_whom(cast: Cast, note: UUID) -> None:
    at = timezone.now() + dt.timedelta(minutes=1)
    actions.share_reflection(
        reflection_id=note, supervisor_id=cast.supervisor.worker_id, by=cast.worker, at=at
    )
    actions.change_reflection(
        reflection_id=note, kind=ReflectionKind.OTHER, words=f"{WORDS} again", by=cast.worker, at=at
    )
    actions.take_back_reflection(reflection_id=note, by=cast.worker, at=at)
    actions.remove_reflection(reflection_id=note, by=cast.worker, at=at)
    rows = ActionRow.objects.filter(programme_id=cast.programme_id, about="reflection")
    assert rows.count() == 5
    for row in rows:
        assert (row.about_id, row.detail) == (None, {})
    assert not Reflection.objects.filter(programme_id=cast.programme_id).exists()
