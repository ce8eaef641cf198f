"""The list of extracts, a part of the record, two extracts side by side, one removed: as pages."""

import datetime as dt

import pytest
from django.test import Client
from django.urls import reverse

from linkwork.core.ids import new_id
from linkwork.extracts import actions as gate
from linkwork.extracts import reads as extracts
from linkwork.testing.browsing import signed_in
from linkwork.testing.cast import NOON, Cast
from linkwork.web.figures import lines
from linkwork.web.figures.tests.test_pages import MOST, extract_of, text

HOME = reverse("figures:home")


@pytest.fixture
def evaluator(cast: Cast) -> Client:
    return signed_in("evaluator")


def test_a_part_with_days_to_the_month_is_taken_and_said_in_the_list(evaluator: Client, cast: Cast) -> None:
    asked = {
        "name": "Spring",
        "days": "month",
        "since": "2026-01-01",
        "until": "2026-03-31",
        "site_kind": "home",
    }
    assert evaluator.post(reverse("figures:take"), asked | {"stage": "operation"}).status_code == 302
    [card] = extracts.extracts(cast.evaluator)
    assert (card.days, card.part["site_kind"], card.part["stage"]) == ("month", "home", "operation")
    said = text(evaluator.get(HOME))
    for words in ("days to the month", "to 31 March 2026", "At home", "Operation", "0 contacts"):
        assert words in said
    wrong = evaluator.post(reverse("figures:take"), asked | {"until": "2025-12-31"})
    assert wrong.status_code == 400
    assert "The last day lies before the first." in text(wrong)
    assert evaluator.post(reverse("figures:take"), {"name": "x", "days": "often"}).status_code == 400


def test_extracts_are_found_by_words_and_put_in_order(
    evaluator: Client, cast: Cast, django_assert_max_num_queries
) -> None:
    for place, name in enumerate(("Beech", "Ash", "Cedar", "Döderhult")):
        gate.take_extract(by=cast.evaluator, at=NOON + dt.timedelta(days=place), name=name)
    with django_assert_max_num_queries(MOST):
        said = text(evaluator.get(HOME, {"sort": "name"}))
    assert said.index("Ash</a>") < said.index("Beech</a>") < said.index("Cedar</a>")
    newest = text(evaluator.get(HOME, {"sort": "luck"}))
    assert newest.index("Cedar</a>") < newest.index("Ash</a>")
    assert "Ash</a>" not in text(evaluator.get(HOME, {"q": "doderhult"}))
    assert "No extract has all these words." in text(evaluator.get(HOME, {"q": "oak"}))


def test_a_long_list_shows_the_first_and_all_when_asked(
    evaluator: Client, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lines, "MOST", 1)
    for name in ("Beech", "Ash"):
        gate.take_log(contacts=[], by=cast.evaluator, at=NOON, name=name)
    said = text(evaluator.get(HOME, {"sort": "name"}))
    assert "Beech</a>" not in said
    assert "1 more is found by its words." in said
    assert "Beech</a>" in text(evaluator.get(HOME, {"sort": "name", "all": "1"}))


def test_two_extracts_side_by_side(evaluator: Client, cast: Cast, django_assert_max_num_queries) -> None:
    address = reverse("figures:compare")
    assert evaluator.get(address).status_code == 200
    one, other = extract_of(cast), extract_of(cast, people=15)
    pair = {"one": str(one), "other": str(other)}
    with django_assert_max_num_queries(MOST):
        said = text(evaluator.get(address, pair))
    for words in ("Figures that moved", "People reached", "36", "45"):
        assert words in said
    assert "Nothing that an extract says" in text(
        evaluator.get(address, {"one": str(one), "other": str(one)})
    )
    assert evaluator.get(address, {"one": str(one), "other": str(new_id())}).status_code == 400
    thesis = gate.take_extract(by=cast.evaluator, at=NOON, study_key="thesis")
    said = text(evaluator.get(address, {"one": str(one), "other": str(thesis)}))
    assert "by different codes" in said
    assert "cannot be told" in said


def test_what_is_offered_to_compare_came_by_the_same_way(evaluator: Client, cast: Cast) -> None:
    first = extract_of(cast)
    gate.take_extract(by=cast.evaluator, at=NOON, name="The record")
    assert "Compare two extracts" not in text(evaluator.get(HOME))
    second = gate.take_log(contacts=[], by=cast.evaluator, at=NOON, name="Their next log")
    said = text(evaluator.get(HOME))
    for one in (first, second):
        assert f'<option value="{one}" selected>' in said


def test_a_manager_removes_an_extract_with_a_reason(
    cast: Cast, django_capture_on_commit_callbacks, evaluator: Client
) -> None:
    made = extract_of(cast)
    address, manager = reverse("figures:remove", args=[made]), signed_in("manager")
    assert evaluator.get(address).status_code == 403
    assert address not in text(evaluator.get(HOME))
    assert address in text(manager.get(HOME))
    assert "The rows go for good." in text(manager.get(address))
    assert manager.post(address, {"why": ""}).status_code == 400
    with django_capture_on_commit_callbacks(execute=True):
        answer = manager.post(address, {"why": "Sent by mistake"}, follow=True)
    assert "Sent by mistake" in text(answer)
    assert "The rows were removed." in text(answer)
    assert "Sent by mistake" in text(manager.get(address))
    assert evaluator.get(reverse("figures:extract", args=[made])).status_code == 404
