"""What the database keeps true of answers, and what an extract learns of them."""

from uuid import UUID

import pytest
from django.db import IntegrityError, transaction

from linkwork.instruments import measures
from linkwork.outcomes import actions, facts, models
from linkwork.outcomes.rules.occasions import Occasion
from linkwork.outcomes.tests.answering import DAY, TODAY, WORRIED, ask, correct, record
from linkwork.testing.cast import NOON, Cast


def test_an_extract_learns_scores_and_no_answers(cast: Cast, case_id: UUID) -> None:
    first = record(cast.worker, case_id, answers=WORRIED)
    again = correct(cast.worker, first.id)
    voided = record(cast.worker, case_id)
    actions.void_assessment(assessment_id=voided.id, reason="Typed twice", by=cast.worker, at=NOON)
    record(cast.worker, case_id, measure_id="ons4", answers={"1": 7})
    [table] = [one for one in facts.TABLES if one.name == "assessments"]
    names = [column.name for column in table.columns]
    assert not {"answers", "void_reason", "correction_reason", "flagged"} & set(names)
    rows = [dict(zip(names, row, strict=True)) for row in table.rows(cast.programme_id)]
    assert [(row["measure"], row["score"], row["total"], row["items_missing"]) for row in rows] == [
        ("phq-9", "total", 8.0, 0),
        ("ons4", "satisfied", 7.0, 0),
        ("ons4", "worthwhile", None, 1),
        ("ons4", "happy", None, 1),
        ("ons4", "anxious", None, 1),
    ]
    assert rows[0]["assessment_id"] == again.id
    assert list(table.rows(cast.outsider.programme)) == []


@pytest.mark.parametrize(
    ("constraint", "values"),
    [
        ("outcomes_occasion_is_known", {"occasion": "never"}),
        ("outcomes_mode_is_known", {"mode": "dream"}),
        ("outcomes_a_correction_has_its_reason", {"correction_reason": "Because"}),
        ("outcomes_a_voiding_has_its_reason", {"voided_at": NOON}),
        ("outcomes_a_voiding_has_its_reason", {"void_reason": "Because"}),
        ("outcomes_followed_is_flagged", {"flag_followed_at": NOON}),
    ],
)
def test_the_database_keeps_the_rules_of_answers(
    cast: Cast, case_id: UUID, constraint: str, values: dict[str, object]
) -> None:
    record(cast.worker, case_id)
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        models.Assessment.objects.update(**values)


def test_the_database_keeps_one_correction_and_one_asking(cast: Cast, case_id: UUID) -> None:
    first = record(cast.worker, case_id)
    second = record(cast.worker, case_id)
    correct(cast.worker, first.id)
    with pytest.raises(IntegrityError), transaction.atomic():
        models.Assessment.objects.filter(id=second.id).update(replaces_id=first.id, correction_reason="x")
    ask(cast.worker, case_id)
    ask(cast.worker, case_id, "gad-7")
    with pytest.raises(IntegrityError), transaction.atomic():
        models.Asking.objects.update(measure="gad-7")
    with pytest.raises(IntegrityError, match="outcomes_asking_occasion"), transaction.atomic():
        models.Asking.objects.update(occasion="never")


def test_the_database_keeps_scores_apart(cast: Cast, case_id: UUID) -> None:
    record(cast.worker, case_id, measure_id="ons4", answers={"1": 7})
    with pytest.raises(IntegrityError), transaction.atomic():
        models.AssessmentScore.objects.update(score="happy")
    with pytest.raises(IntegrityError, match="outcomes_no_band"), transaction.atomic():
        models.AssessmentScore.objects.update(value=None)


def test_an_extract_learns_which_way_each_pair_went(cast: Cast, case_id: UUID) -> None:
    record(cast.worker, case_id, answers=dict.fromkeys("123456789", 3), answered_on=TODAY - 30 * DAY)
    record(cast.worker, case_id, answers=dict.fromkeys("123456789", 0), occasion=Occasion.END)
    record(cast.worker, case_id, measure_id="gad-7", answers=dict.fromkeys("1234567", 1))
    for days, occasion in ((30, Occasion.BASELINE), (0, Occasion.DURING)):
        answers = {"1": 10 if days else 9, "4": 5}
        record(
            cast.worker,
            case_id,
            measure_id="ons4",
            answers=answers,
            answered_on=TODAY - days * DAY,
            occasion=occasion,
        )
    [table] = [one for one in facts.TABLES if one.name == "measure_pairs"]
    rows = [row[2:8] for row in table.rows(cast.programme_id)]
    held = {row[3]: row[8:] for row in table.rows(cast.programme_id)}
    assert held["satisfied"] == (TODAY - 30 * DAY, 10.0, 9.0)
    assert sorted(rows) == [
        ("gad-7", "total", False, None, None, None),
        ("ons4", "anxious", True, None, "between", "between"),
        ("ons4", "satisfied", True, None, "best", "between"),
        ("phq-9", "total", True, "better", "worst", "best"),
    ]


def test_a_measure_that_was_taken_away_hands_on_no_pairs(
    cast: Cast, case_id: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    record(cast.worker, case_id)
    left = tuple(one for one in measures.measures() if one.id != "phq-9")
    monkeypatch.setattr(measures, "measures", lambda: left)
    [table] = [one for one in facts.TABLES if one.name == "measure_pairs"]
    assert list(table.rows(cast.programme_id)) == []
