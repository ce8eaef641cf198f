"""Scores leave by the rule that figures leave by: somebody who has all of it works no small number out."""

import datetime as dt
from collections.abc import Mapping
from typing import Any
from uuid import UUID

import pytest

from linkwork.core.errors import NotAllowed
from linkwork.evaluation.indicators import reads
from linkwork.evaluation.indicators.reads import PairedOutcome, SurveyScores, leaving_scores
from linkwork.evaluation.indicators.tests.attacker import narrowed
from linkwork.evaluation.indicators.tests.test_paired import pair, record
from linkwork.extracts import actions as gate
from linkwork.extracts import reads as extracts
from linkwork.extracts.rules.surveys import SurveyAnswer
from linkwork.instruments.surveys import survey
from linkwork.testing.cast import NOON, Cast

NOMAD = survey("nomad")
DAY = dt.date(2026, 2, 3)
COHERENCE = {item.id for item in NOMAD.constructs[0].items}
Said = dict[Any, tuple[int, int]]


def staff(cast: Cast, groups: Mapping[str, int], apart: int = 0, day: dt.date = DAY, silent: int = 0) -> UUID:
    """So many of each group; the first `apart` found coherence not relevant to their role, the next skipped it."""
    people = [f"{group}-{n}" for group, many in groups.items() for n in range(many)]
    given = [
        SurveyAnswer(
            one, "nomad", "2018", item.id, *_answer(place, item.id, apart, silent), one.split("-")[0], day
        )
        for place, one in enumerate(people)
        for item in NOMAD.items
    ]
    return gate.take_survey(answers=given, by=cast.evaluator, at=NOON)


def _answer(place: int, item: str, apart: int, silent: int) -> tuple[int | None, str | None]:
    if item in COHERENCE and place < apart:
        return None, "role"
    return (None, None) if item in COHERENCE and place < apart + silent else (4, None)


def surveyed(cast: Cast, made: UUID) -> SurveyScores:
    [found] = reads.leaving_surveys(cast.evaluator, extracts.extract(cast.evaluator, made))
    return found


def changed(cast: Cast, made: UUID) -> dict[str, PairedOutcome]:
    found = reads.leaving_changes(cast.evaluator, extracts.extract(cast.evaluator, made))
    return {f"{one.measure} {one.score}": one for one in found}


def attack_survey(found: SurveyScores, truth: Mapping[str, int]) -> dict[Any, int]:
    """Everybody is the sum of the groups: the small groups that are pinned to what they are."""
    said: Said = {}
    for one in found.constructs[1:2]:  # one that everybody answered
        scores = {"": one.whole} | {group.key: group.score for group in one.groups}
        said |= {key: (score.respondents,) * 2 for key, score in scores.items() if score}
    spans = narrowed([("", list(truth))], said)
    return {
        key: low
        for key, (low, high) in spans.items()
        if low == high == {**truth}.get(str(key)) and 0 < low < 5
    }


def test_a_small_group_cannot_be_worked_out(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    groups = {"worker": 9, "manager": 2, "nurse": 7}
    made = staff(cast, groups)
    found = surveyed(cast, made)
    assert found.respondents == 18
    assert attack_survey(found, groups) == {}
    shown = {group.key for group in found.constructs[1].groups if group.score}
    assert shown == {"worker"}
    monkeypatch.setattr("linkwork.evaluation.indicators.reads.surveys.hidden", lambda _people: frozenset())
    [open_] = reads.survey_scores(cast.evaluator, made)
    assert attack_survey(open_, groups) == {"manager": 2}  # so that this test can fail


def test_a_construct_that_few_answered_is_hidden_whole(cast: Cast) -> None:
    found = surveyed(cast, staff(cast, {"worker": 12}, apart=9))
    coherence, *others = found.constructs
    assert coherence.whole is None
    assert coherence.sentence == "Coherence: too few answered to show it."
    assert all(one.whole and one.whole.respondents == 12 for one in others)
    assert reads.not_relevant_words(coherence.whole) == ""


def test_how_often_something_was_not_relevant_is_hidden_where_it_is_small(cast: Cast) -> None:
    few, many = (surveyed(cast, staff(cast, {"worker": 40}, apart=n)) for n in (1, 6))
    assert reads.not_relevant_words(few.constructs[0].whole) == "not relevant to the role: few, hidden"
    assert reads.not_relevant_words(many.constructs[0].whole) == "not relevant to the role: 24"
    assert few.constructs[0].whole
    assert few.constructs[0].whole.answered is None  # 160 less this would be the number that is hidden


def test_a_survey_of_few_does_not_leave(cast: Cast) -> None:
    found = surveyed(cast, staff(cast, {"worker": 3}))
    assert (found.small, found.respondents, found.constructs) == (True, None, ())


def test_what_came_between_two_extracts_of_a_survey_stays_unknown(cast: Cast) -> None:
    """The same answers and two more: the second says nothing that the first could be taken off."""
    first, then = staff(cast, {"worker": 9}), staff(cast, {"worker": 11})
    later = staff(cast, {"worker": 11}, day=DAY + dt.timedelta(days=30))
    gate.release(extract_id=first, by=cast.evaluator, at=NOON)
    assert surveyed(cast, then).respondents is None
    assert surveyed(cast, later).respondents == 11  # another wave: nobody is in both
    assert surveyed(cast, first).respondents == 9


def test_numbers_of_respondents_leave_rounded_where_that_was_said(cast: Cast) -> None:
    made = staff(cast, {"worker": 12, "manager": 8}, apart=3)
    gate.release(extract_id=made, by=cast.evaluator, at=NOON, base=5)
    found = surveyed(cast, made)
    assert found.respondents == 20
    assert [group.score.respondents for group in found.constructs[1].groups if group.score] == [10, 10]
    assert found.constructs[0].whole
    assert found.constructs[0].whole.not_relevant == {"role": 10}


def asked(measure: str, score: str, many: int, went: str | None, first: int) -> list[Any]:
    return [pair(first + n, measure, score, 9.0, 5.0, went) for n in range(many)]


def test_change_cannot_be_worked_out_from_the_figures_of_all_scores(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Pairs of all scores stand in a figure, those of a measure in its breakdown: the small score is the rest."""
    rows = asked("phq-9", "total", 12, "better", 0) + asked("ons4", "happy", 9, "steady", 20)
    rows += asked("ons4", "satisfied", 3, "better", 40)
    made = record(cast, monkeypatch, rows)
    card = extracts.extract(cast.evaluator, made)
    truth = {f"{one.measure} {one.score}": one.change.paired for one in reads.paired_outcomes_of(card)}
    found = changed(cast, made)
    assert found["ons4 satisfied"].change.paired is None
    assert found["ons4 satisfied"].sentence.endswith("too few to show.")

    def pinned(shown: Mapping[str, int | None]) -> dict[Any, int]:
        said: Said = {key: (many, many) for key, many in shown.items() if many is not None}
        for by in (None, "measure"):
            one = next(
                one
                for one in reads.leaving(cast.evaluator, made, by)
                if one.definition.id == "measures_paired"
            )
            told = {"": None if one.small else one.numerator} | {
                group.key: group.numerator for group in one.groups
            }
            said |= {key: (many, many) for key, many in told.items() if many is not None}
        sums = [("", list(truth)), ("ons4", ["ons4 happy", "ons4 satisfied"]), ("phq-9", ["phq-9 total"])]
        spans = {**said, **narrowed(sums, said)}
        return {
            key: low for key, (low, high) in spans.items() if low == high == truth.get(key) and 0 < low < 5
        }

    assert pinned({key: one.change.paired for key, one in found.items()}) == {}
    assert pinned(truth) == {"ons4 satisfied": 3}  # so that this test can fail


def test_who_got_neither_better_nor_worse_is_the_rest(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    rows = asked("phq-9", "total", 10, "better", 0) + asked("phq-9", "total", 8, "worse", 20)
    made = record(cast, monkeypatch, rows + asked("phq-9", "total", 2, "steady", 40))
    figures = {one.definition.id: one for one in reads.leaving(cast.evaluator, made)}
    assert not figures["measures_paired"].small
    assert (
        figures["measures_better"].small or figures["measures_worse"].small
    )  # both known, two are left over
    ways = changed(cast, made)["phq-9 total"].change.ways
    assert ways is not None
    assert ways.steady is None
    assert None in (ways.better, ways.worse)
    open_ = record(cast, monkeypatch, asked("phq-9", "total", 12, "better", 100))
    whole = changed(cast, open_)["phq-9 total"]
    assert whole.change.ways
    assert (whole.change.ways.better, whole.change.ways.steady) == (12, 0)
    assert "mean change −4.00; asked twice: 12" in whole.sentence


def test_who_may_ask(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    made = record(cast, monkeypatch, [])
    assert changed(cast, made) == {}
    card = extracts.extract(cast.evaluator, staff(cast, {"worker": 6}))
    assert leaving_scores.leaving_changes(cast.evaluator, card) == []
    with pytest.raises(NotAllowed):
        reads.leaving_surveys(cast.worker, card)
