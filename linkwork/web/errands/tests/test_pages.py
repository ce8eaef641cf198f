"""What takes a while by page: at once where it is small, else followed, stopped, taken along; its asker's alone."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any
from uuid import UUID

import pytest
from django.test import Client
from django.urls import reverse

from linkwork.core.viewer import Role
from linkwork.errands import places, reads, runner
from linkwork.errands.hand import Hand
from linkwork.errands.kinds import KINDS, REPORT, Kind
from linkwork.errands.rules import State
from linkwork.extracts import actions as gate
from linkwork.extracts import reads as extracts
from linkwork.extracts.rules.logs import LogContact
from linkwork.testing.browsing import post, signed_in, text
from linkwork.testing.cast import NOON, Cast
from linkwork.trail import reads as trail
from linkwork.web.shared import errands as asking


@pytest.fixture
def evaluator(cast: Cast) -> Client:
    return signed_in("evaluator")


def does(patch: pytest.MonkeyPatch, do: Callable[[Hand], dict[str, Any]]) -> None:
    """How a report is made here."""
    patch.setitem(KINDS, REPORT, Kind("Report", frozenset({Role.EVALUATOR}), do))


@contextmanager
def busy_runner() -> Iterator[None]:
    """Somebody does errands beside the pages, and has not come to ours yet."""
    with places.held(places.RUNNER):
        yield


def work() -> None:
    assert runner.work_next(lambda: NOON)


def made(hand: Hand) -> dict[str, Any]:
    return hand.file("report.txt", "text/plain", b"told", [hand.id_given("extract")])


@pytest.fixture
def extract(cast: Cast) -> UUID:
    return gate.take_log(
        contacts=[LogContact(2, "P1", NOON.date())], by=cast.evaluator, at=NOON, name="March"
    )


def ask(client: Client, extract: UUID) -> Any:
    return client.post(reverse("figures:report", args=[extract]), {"as": "html"})


def begun(patch: pytest.MonkeyPatch, client: Client, extract: UUID) -> UUID:
    """One that waits for the runner."""
    patch.setattr(asking, "PATIENCE", 0)
    with busy_runner():
        answer = ask(client, extract)
    assert answer.status_code == 302
    return UUID(answer["Location"].split("/")[-2])


def test_what_is_small_is_ready_at_once(
    evaluator: Client, cast: Cast, extract: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    does(monkeypatch, made)
    answer = ask(evaluator, extract)
    assert answer["Content-Disposition"] == 'attachment; filename="report.txt"'
    assert answer.content == b"told"
    [card] = reads.errands(cast.evaluator)
    steps = [one.what for one in trail.steps_about(cast.administrator, card.id)]
    assert steps == ["errands.ask", "errands.begin", "errands.finish", "errands.take_file"]
    assert extracts.extract(cast.evaluator, extract).released_at


def test_with_a_runner_the_page_waits_a_moment(
    evaluator: Client, extract: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    does(monkeypatch, made)
    monkeypatch.setattr("linkwork.web.shared.errands.time.sleep", lambda _seconds: work())
    with busy_runner():
        assert ask(evaluator, extract).content == b"told"


def test_what_takes_longer_is_followed_and_taken_along(
    evaluator: Client, cast: Cast, extract: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    looks = []

    def slow(hand: Hand) -> dict[str, Any]:
        hand.tell(1, 4, "Drawing")
        looks.append(text(evaluator, "errands:errand", errand_id))
        return made(hand)

    does(monkeypatch, slow)
    errand_id = begun(monkeypatch, evaluator, extract)
    with busy_runner():
        said = text(evaluator, "errands:errand", errand_id)
    assert "It waits for its turn" in said
    assert "Nobody is at work" not in said
    assert "Look again" in said
    assert "Nobody is at work" in text(evaluator, "errands:errand", errand_id)
    assert evaluator.post(reverse("errands:file", args=[errand_id])).status_code == 404
    work()
    assert "Drawing" in looks[0]
    assert 'value="25"' in looks[0]
    assert "It is ready" in text(evaluator, "errands:errand", errand_id)
    assert "March" in text(evaluator, "errands:home")
    assert post(evaluator, "errands:file", errand_id, status=200) == "told"


def test_it_is_stopped(evaluator: Client, cast: Cast, extract: UUID, monkeypatch: pytest.MonkeyPatch) -> None:
    does(monkeypatch, made)
    errand_id = begun(monkeypatch, evaluator, extract)
    post(evaluator, "errands:stop", errand_id)
    assert "Nothing is kept of it" in text(evaluator, "errands:errand", errand_id)
    assert reads.errand(cast.evaluator, errand_id).state is State.STOPPED
    assert "This has ended already." in post(evaluator, "errands:stop", errand_id, status=400)


def test_why_it_failed_is_said(evaluator: Client, extract: UUID, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(hand: Hand) -> dict[str, Any]:
        raise ValueError("Maryam Al Amin")

    does(monkeypatch, fails)
    answer = ask(evaluator, extract)
    assert answer.status_code == 400
    assert "Something went wrong on our side." in answer.content.decode()
    errand_id = begun(monkeypatch, evaluator, extract)
    work()
    said = text(evaluator, "errands:errand", errand_id)
    assert "It could not be done" in said
    assert "Maryam" not in said + answer.content.decode()


def test_a_file_that_is_gone_says_so(
    evaluator: Client, cast: Cast, extract: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    does(monkeypatch, made)
    ask(evaluator, extract)
    [card] = reads.errands(cast.evaluator)
    places.remove(card.id)
    assert "no longer kept" in post(evaluator, "errands:file", card.id, status=404)


@pytest.mark.parametrize("part", ["manager", "adviser"])
def test_it_is_the_askers_alone(
    evaluator: Client, extract: UUID, part: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    does(monkeypatch, made)
    errand_id = begun(monkeypatch, evaluator, extract)
    other = signed_in(part)
    text(other, "errands:errand", errand_id, status=404)
    for name in ("errands:stop", "errands:file"):
        post(other, name, errand_id, status=404)
    assert "Nothing is under way" in text(other, "errands:home")


def test_whose_role_ended_does_not_get_the_file(
    evaluator: Client, cast: Cast, extract: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    does(monkeypatch, made)
    ask(evaluator, extract)
    [card] = reads.errands(cast.evaluator)
    monkeypatch.setitem(KINDS, REPORT, Kind("Report", frozenset({Role.MANAGER}), made))
    post(evaluator, "errands:file", card.id, status=403)
