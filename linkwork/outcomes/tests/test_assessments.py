"""Answers kept with their scores, corrected and voided, followed up where they worry, compared with themselves."""

from decimal import Decimal
from fractions import Fraction
from uuid import UUID

import pytest
from pytest_django import DjangoAssertNumQueries

from linkwork.casework import actions as casework
from linkwork.casework.rules.persons import PersonDetails
from linkwork.core.errors import Invalid, NotFound, Refused
from linkwork.core.ids import new_id
from linkwork.instruments import measures, scoring
from linkwork.instruments.measures.shapes import FlagKind
from linkwork.outcomes import actions, reads
from linkwork.outcomes.rules.occasions import Mode, Occasion
from linkwork.outcomes.tests.answering import CALM, DAY, TODAY, WORRIED, correct, record
from linkwork.testing.cast import NOON, Cast
from linkwork.trail import reads as trail


def test_answers_are_kept_with_their_score(
    cast: Cast, case_id: UUID, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    later = record(cast.worker, case_id, occasion=Occasion.DURING, language="fr-CA")
    first = record(cast.other_worker, case_id, answered_on=TODAY - 20 * DAY, answers=CALM | {"1": 3})
    with django_assert_max_num_queries(2):
        before, after = reads.assessments_of(cast.manager, case_id)
    assert (before.id, after.id) == (first.id, later.id)
    assert (before.worker_name, before.language, before.version) == ("Bo Lind", "en", "2001")
    assert (after.occasion, after.mode, after.language) == (Occasion.DURING, Mode.TOGETHER, "fr")
    [score] = after.scores
    assert (score.id, score.value, score.band, score.missing) == ("total", Decimal(8), "mild", 0)
    assert after.score("total") == score
    assert after.score("none") is None
    assert reads.assessment(cast.worker, later.id) == after
    assert later.flags == ()
    steps = [step.what for step in trail.steps_about(cast.manager, later.id)]
    assert steps == ["outcomes.record_assessment"]


def test_a_measure_without_a_total_has_a_score_for_each_question(cast: Cast, case_id: UUID) -> None:
    record(cast.worker, case_id, measure_id="ons4", answers={"1": 7, "2": 8, "4": 2})
    [card] = reads.assessments_of(cast.worker, case_id)
    assert [(one.id, one.value, one.band) for one in card.scores] == [
        ("satisfied", 7, "high"),
        ("worthwhile", 8, "high"),
        ("happy", None, ""),
        ("anxious", 2, "low"),
    ]


def test_what_is_stored_is_what_the_answers_come_to(cast: Cast, case_id: UUID) -> None:
    record(cast.worker, case_id, answers=dict.fromkeys("123456789", 2))
    record(cast.worker, case_id, measure_id="gad-7", answers=dict.fromkeys("1234567", 3))
    record(cast.worker, case_id, measure_id="ons4", answers={"1": 0, "4": 10})
    for card in reads.assessments_of(cast.worker, case_id):
        anew = scoring.score(measures.measure(card.measure), card.answers)
        assert [(one.id, one.value, one.band, one.missing) for one in card.scores] == [
            (one.id, one.value, one.band, one.missing) for one in anew.scores
        ]


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"measure_id": "nothing"}, "measure"),
        ({"measure_id": "swemwbs"}, "measure"),
        ({"answers": {}}, "answers"),
        ({"answers": {"1": 4}}, "1"),
        ({"answers": {"10": 1}}, "10"),
        ({"answers": {"1": True}}, "1"),
        ({"answered_on": TODAY + DAY}, "answered_on"),
        ({"answered_on": TODAY - 41 * DAY}, "answered_on"),
    ],
)
def test_what_cannot_be_is_refused_by_field(
    cast: Cast, case_id: UUID, changes: dict[str, object], field: str
) -> None:
    with pytest.raises(Invalid) as refusal:
        record(cast.worker, case_id, **changes)
    assert set(refusal.value.errors) == {field}


def test_a_correction_stands_in_its_place(cast: Cast, case_id: UUID) -> None:
    first = record(cast.worker, case_id)
    again = correct(cast.manager, first.id, answers=CALM | {"1": 3}, occasion=Occasion.DURING)
    [card] = reads.assessments_of(cast.worker, case_id)
    assert (card.id, card.replaces, card.correction_reason) == (again.id, first.id, "Read the wrong line")
    assert (card.occasion, card.mode, card.scores[0].value) == (Occasion.DURING, Mode.TOGETHER, Decimal(10))
    [old, _new] = reads.every_assessment_of(cast.worker, case_id)
    assert (old.id, old.counts, old.scores[0].value) == (first.id, False, Decimal(8))
    assert not reads.assessment(cast.worker, first.id).counts
    with pytest.raises(Refused):
        correct(cast.worker, first.id)
    with pytest.raises(Refused):
        actions.void_assessment(assessment_id=first.id, reason="x", by=cast.worker, at=NOON)


def test_a_voided_one_no_longer_counts_and_stays(cast: Cast, case_id: UUID) -> None:
    made = record(cast.worker, case_id)
    assert (
        actions.void_assessment(assessment_id=made.id, reason="Somebody else’s", by=cast.worker, at=NOON)
        == case_id
    )
    assert reads.assessments_of(cast.worker, case_id) == []
    [card] = reads.every_assessment_of(cast.worker, case_id)
    assert (card.counts, card.void_reason) == (False, "Somebody else’s")
    with pytest.raises(Refused):
        actions.void_assessment(assessment_id=made.id, reason="Again", by=cast.worker, at=NOON)


@pytest.mark.parametrize("reason", ["", "  ", "x" * 301])
def test_a_reason_is_needed(cast: Cast, case_id: UUID, reason: str) -> None:
    made = record(cast.worker, case_id)
    with pytest.raises(Invalid):
        correct(cast.worker, made.id, reason=reason)
    with pytest.raises(Invalid):
        actions.void_assessment(assessment_id=made.id, reason=reason, by=cast.worker, at=NOON)


def test_a_worrying_answer_waits_until_somebody_has_asked(
    cast: Cast, case_id: UUID, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    made = record(cast.worker, case_id, answers=WORRIED)
    assert [(flag.item, flag.kind) for flag in made.flags] == [("9", FlagKind.SAFEGUARDING)]
    with django_assert_max_num_queries(1):
        [waiting] = reads.flagged(cast.manager)
    assert (waiting.assessment_id, waiting.case_id, waiting.short_name) == (made.id, case_id, "Ada B.")
    assert len(reads.flagged(cast.worker, cast.worker.id)) == 1
    assert reads.flagged(cast.worker, cast.other_worker.id) == []
    with pytest.raises(Refused):
        actions.void_assessment(assessment_id=made.id, reason="A mistake", by=cast.worker, at=NOON)
    for at in (NOON, NOON + DAY):
        assert actions.follow_up_flag(assessment_id=made.id, by=cast.worker, at=at) == case_id
    assert reads.flagged(cast.manager) == []
    assert reads.assessment(cast.worker, made.id).flag_followed_at == NOON
    actions.void_assessment(assessment_id=made.id, reason="A mistake", by=cast.worker, at=NOON)


def test_a_slip_of_the_hand_raises_nothing_once_corrected(cast: Cast, case_id: UUID) -> None:
    correct(cast.worker, record(cast.worker, case_id, answers=WORRIED).id)
    assert reads.flagged(cast.manager) == []


def test_a_corrected_worry_waits_once(cast: Cast, case_id: UUID) -> None:
    again = correct(cast.worker, record(cast.worker, case_id, answers=WORRIED).id, answers=WORRIED | {"1": 0})
    assert [one.assessment_id for one in reads.flagged(cast.manager)] == [again.id]


def test_a_talk_that_was_had_counts_for_the_corrected_answers(cast: Cast, case_id: UUID) -> None:
    for answers in (WORRIED | {"1": 0}, CALM):
        made = record(cast.worker, case_id, answers=WORRIED)
        actions.follow_up_flag(assessment_id=made.id, by=cast.worker, at=NOON)
        again = correct(cast.worker, made.id, answers=answers)
        assert reads.flagged(cast.manager) == []
        assert (reads.assessment(cast.worker, again.id).flag_followed_at == NOON) is (answers is not CALM)


def test_calm_answers_have_nothing_to_follow_up(cast: Cast, case_id: UUID) -> None:
    made = record(cast.worker, case_id)
    for assessment_id in (made.id, new_id()):
        with pytest.raises(NotFound):
            actions.follow_up_flag(assessment_id=assessment_id, by=cast.worker, at=NOON)


def test_change_is_of_those_asked_twice(
    cast: Cast, case_id: UUID, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    record(cast.worker, case_id, answers=CALM, answered_on=TODAY - 30 * DAY)
    record(cast.worker, case_id, answers=CALM | dict.fromkeys("1234567", 0), occasion=Occasion.END)
    wrong = record(cast.worker, case_id, answers=CALM | {"1": 3}, occasion=Occasion.END)
    actions.void_assessment(assessment_id=wrong.id, reason="Typed twice", by=cast.worker, at=NOON)
    other = casework.start_case(
        details=PersonDetails(given_name="Ben", family_name="Cole"),
        source="self",
        worker_id=None,
        by=cast.worker,
        at=NOON,
    )
    record(cast.worker, other, answers=dict.fromkeys("12345678", 3) | {"9": 0})
    with django_assert_max_num_queries(1):
        found = reads.paired_change(cast.manager, "phq-9", "total")
    assert (found.paired, found.baseline_only, found.later_only, found.missing) == (1, 1, 0, 1)
    assert (found.mean, found.better, found.worse, found.steady) == (Fraction(-7), 1, 0, 0)
    with pytest.raises(NotFound):
        reads.paired_change(cast.manager, "phq-9", "none")
