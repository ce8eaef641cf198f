"""Figures leave by page: what would be hidden is seen first, what is out already, and what it was for."""

import datetime as dt

import pytest
from django.test import Client
from django.urls import reverse

from linkwork.extracts import actions as gate
from linkwork.extracts import reads as extracts
from linkwork.extracts.rules.parts import Part
from linkwork.extracts.rules.surveys import SurveyAnswer
from linkwork.testing.browsing import signed_in
from linkwork.testing.cast import NOON, Cast
from linkwork.trail import reads as trail
from linkwork.web.figures.tests.test_pages import extract_of, text


@pytest.fixture
def evaluator(cast: Cast) -> Client:
    return signed_in("evaluator")


def test_what_is_hidden_is_seen_and_then_it_leaves(evaluator: Client, cast: Cast) -> None:
    made = extract_of(cast)
    address = reverse("figures:release", args=[made])
    said = text(evaluator.get(address, {"by": "mode"}))
    for words in ("figures are hidden", "hidden</td>", "few, hidden", "No figure has left yet.", "35"):
        assert words in said
    assert evaluator.post(address, {"base": "5", "why": ""}).status_code == 400
    answer = evaluator.post(address, {"base": "5", "why": "For the board"}, follow=True)
    assert "rounded to 5. For the board" in text(answer)
    card = extracts.extract(cast.evaluator, made)
    assert (card.base, card.released_why) == (5, "For the board")
    assert [one.what for one in trail.steps_about(cast.manager, made)][-1] == "extracts.release"
    assert "That stays as it was decided." in text(evaluator.get(address))


def test_one_that_shares_only_some_days_with_what_is_out_cannot_follow(evaluator: Client, cast: Cast) -> None:
    day = dt.date(2025, 10, 1)
    one, other = (
        gate.take_extract(
            by=cast.evaluator,
            at=NOON,
            name=name,
            part=Part(day + dt.timedelta(start), day + dt.timedelta(end)),
        )
        for name, start, end in (("First", 0, 60), ("Second", 30, 90))
    )
    gate.release(extract_id=one, by=cast.evaluator, at=NOON)
    said = text(evaluator.get(reverse("figures:release", args=[other])))
    assert "Figures of “First” left already" in said
    assert 'name="why"' not in said
    assert "as they are." in said


def test_a_removed_one_says_so(evaluator: Client, cast: Cast) -> None:
    made = extract_of(cast)
    gate.remove(extract_id=made, why="By mistake", by=cast.manager, at=NOON)
    assert "By mistake" in text(evaluator.get(reverse("figures:release", args=[made])))


def test_of_a_survey_the_means_that_would_leave_are_seen(
    evaluator: Client, cast: Cast, django_assert_max_num_queries
) -> None:
    answers = [
        SurveyAnswer(f"{n}", "nomad", "2018", "N01", 4, None, "worker" if n < 8 else "manager", NOON.date())
        for n in range(10)
    ]
    made = gate.take_survey(answers=answers, by=cast.evaluator, at=NOON, name="First wave")
    with django_assert_max_num_queries(12):
        said = text(evaluator.get(reverse("figures:release", args=[made])))
    for words in ("NoMAD: what staff say", "Respondents: 10.", "few, hidden", "4.00"):
        assert words in said
    assert "0 of 0" not in said
    assert "Break down by" not in said
