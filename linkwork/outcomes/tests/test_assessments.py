"""Answers kept with their scores, corrected and voided, asked of the person, followed up where they worry."""

import datetime as dt
from decimal import Decimal
from fractions import Fraction
from uuid import UUID

import pytest
from django.db import IntegrityError, transaction
from pytest_django import DjangoAssertNumQueries

from linkwork.casework import actions as casework
from linkwork.casework.rules.persons import PersonDetails
from linkwork.core.errors import Invalid, NotAllowed, NotFound, Refused
from linkwork.core.ids import new_id
from linkwork.core.viewer import Viewer, system
from linkwork.instruments import measures, scoring
from linkwork.instruments.measures.shapes import FlagKind
from linkwork.outcomes import access, actions, facts, models, reads
from linkwork.outcomes.actions import Recorded
from linkwork.outcomes.rules.occasions import Mode, Occasion
from linkwork.testing.cast import NOON, Cast
from linkwork.trail import reads as trail

TODAY = NOON.date()
DAY = dt.timedelta(days=1)
CALM = dict.fromkeys("123456789", 1) | {"9": 0}
WORRIED = CALM | {"9": 1}


def record(by: Viewer, case_id: UUID, **changes: object) -> Recorded:
    values: dict[str, object] = {
        "case_id": case_id,
        "measure_id": "phq-9",
        "answers": CALM,
        "occasion": Occasion.BASELINE,
        "mode": Mode.TOGETHER,
        "answered_on": TODAY,
        "by": by,
        "at": NOON,
    }
    return actions.record_assessment(**(values | changes))  # type: ignore[arg-type]


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


def correct(by: Viewer, assessment_id: UUID, **changes: object) -> Recorded:
    values: dict[str, object] = {
        "assessment_id": assessment_id,
        "answers": CALM,
        "occasion": Occasion.BASELINE,
        "answered_on": TODAY,
        "reason": " Read the wrong line ",
        "by": by,
        "at": NOON,
    }
    return actions.correct_assessment(**(values | changes))  # type: ignore[arg-type]


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


def test_the_person_answers_what_they_were_asked(cast: Cast, case_id: UUID, person: Viewer) -> None:
    with pytest.raises(NotFound):
        record(person, case_id)
    ask(cast.worker, case_id)
    assert ask(cast.manager, case_id) == reads.askings_of(cast.worker, case_id, NOON)[0].id
    [asked] = reads.askings_of(person, case_id, NOON)
    assert (asked.measure, asked.occasion, asked.worker_name, asked.kept_at) == (
        "phq-9",
        Occasion.END,
        "Amal Haddad",
        None,
    )
    actions.keep_unfinished(
        case_id=case_id,
        measure_id="phq-9",
        occasion=Occasion.BASELINE,
        answers={"1": 2},
        by=person,
        at=NOON,
    )
    kept = reads.asking(person, case_id, "phq-9", NOON)
    assert kept is not None
    assert (kept.answers, kept.occasion) == ({"1": 2}, Occasion.END)
    made = record(person, case_id, answers=WORRIED, answered_on=TODAY - DAY, mode=Mode.PAPER)
    assert reads.askings_of(person, case_id, NOON) == []
    [card] = reads.assessments_of(cast.worker, case_id)
    assert (card.id, card.mode, card.occasion, card.answered_on) == (made.id, Mode.SELF, Occasion.END, TODAY)
    assert card.worker_name == ""
    assert [one.mode for one in reads.flagged(cast.worker)] == [Mode.SELF]
    with pytest.raises(NotFound):
        actions.keep_unfinished(
            case_id=case_id, measure_id="phq-9", occasion=Occasion.END, answers={}, by=person, at=NOON
        )


def ask(by: Viewer, case_id: UUID, measure_id: str = "phq-9") -> UUID:
    return actions.ask_person(case_id=case_id, measure_id=measure_id, occasion=Occasion.END, by=by, at=NOON)


def test_what_was_begun_with_a_worker_is_kept(cast: Cast, case_id: UUID, person: Viewer) -> None:
    def keep(answers: dict[str, int], occasion: Occasion) -> UUID:
        return actions.keep_unfinished(
            case_id=case_id,
            measure_id="gad-7",
            occasion=occasion,
            answers=answers,
            by=cast.worker,
            at=NOON,
        )

    assert keep({"1": 1}, Occasion.BASELINE) == keep({"1": 1, "2": 0}, Occasion.DURING)
    kept = reads.asking(cast.worker, case_id, "gad-7", NOON)
    assert kept is not None
    assert (kept.answers, kept.occasion, kept.by_link) == ({"1": 1, "2": 0}, Occasion.DURING, False)
    assert reads.askings_of(person, case_id, NOON) == []
    assert reads.asking(cast.worker, case_id, "phq-9", NOON) is None
    with pytest.raises(Invalid):
        keep({"1": 9}, Occasion.BASELINE)
    record(cast.worker, case_id, measure_id="gad-7", answers={"1": 1})
    assert reads.askings_of(cast.worker, case_id, NOON) == []


def test_an_asking_is_taken_back(cast: Cast, case_id: UUID, person: Viewer) -> None:
    asking_id = ask(cast.worker, case_id)
    assert actions.stop_asking(asking_id=asking_id, by=cast.worker, at=NOON) == case_id
    assert reads.askings_of(person, case_id, NOON) == []
    with pytest.raises(NotFound):
        actions.stop_asking(asking_id=asking_id, by=cast.worker, at=NOON)


def test_a_link_reaches_its_own_case_only(cast: Cast, case_id: UUID, person: Viewer) -> None:
    assert access.may_answer(person, case_id, NOON)
    assert access.may_answer(cast.worker, case_id, NOON)
    assert not access.may_answer(person, case_id, NOON + 91 * DAY)
    for refused in (
        lambda: record(person, new_id()),
        lambda: reads.askings_of(person, new_id(), NOON),
        lambda: reads.assessments_of(person, case_id),
        lambda: ask(person, case_id),
        lambda: reads.flagged(person),
    ):
        with pytest.raises(NotAllowed):
            refused()


@pytest.mark.parametrize("part", ["supervisor", "evaluator", "adviser", "administrator"])
def test_only_those_who_work_with_people(cast: Cast, case_id: UUID, part: str) -> None:
    viewer = cast.everyone()[part]
    made = record(cast.worker, case_id, answers=WORRIED)
    for refused in (
        lambda: record(viewer, case_id),
        lambda: correct(viewer, made.id),
        lambda: actions.void_assessment(assessment_id=made.id, reason="x", by=viewer, at=NOON),
        lambda: actions.follow_up_flag(assessment_id=made.id, by=viewer, at=NOON),
        lambda: actions.stop_asking(asking_id=made.id, by=viewer, at=NOON),
        lambda: reads.assessment(viewer, made.id),
        lambda: reads.every_assessment_of(viewer, case_id),
        lambda: reads.paired_change(viewer, "phq-9", "total"),
    ):
        with pytest.raises(NotAllowed):
            refused()


def test_another_programme_s_answers_are_not_there(cast: Cast, case_id: UUID) -> None:
    made = record(cast.worker, case_id, answers=WORRIED)
    assert reads.assessments_of(cast.outsider, case_id) == []
    assert reads.flagged(cast.outsider) == []
    for refused in (
        lambda: record(cast.outsider, case_id),
        lambda: ask(cast.outsider, case_id),
        lambda: correct(cast.outsider, made.id),
        lambda: reads.assessment(cast.outsider, made.id),
        lambda: actions.keep_unfinished(
            case_id=case_id, measure_id="gad-7", occasion=Occasion.END, answers={}, by=cast.outsider, at=NOON
        ),
    ):
        with pytest.raises(NotFound):
            refused()


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


def test_the_command_line_may_enter_answers_too(cast: Cast, case_id: UUID) -> None:
    record(system(cast.programme_id), case_id, mode=Mode.PAPER)
    assert [one.worker_name for one in reads.assessments_of(cast.worker, case_id)] == [""]


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


def test_a_restricted_record_keeps_its_answers_to_those_named(cast: Cast, case_id: UUID) -> None:
    made = record(cast.worker, case_id, answers=WORRIED)
    asking_id = ask(cast.worker, case_id, "gad-7")
    person_id = reads.assessment(cast.worker, made.id).person_id
    casework.restrict_person(
        person_id=person_id,
        workers=[cast.worker.worker_id],
        why="Their sister works here",
        by=cast.manager,
        at=NOON,
    )
    other = cast.other_worker
    assert reads.every_assessment_of(other, case_id) == []
    assert reads.flagged(other) == []
    assert reads.askings_of(other, case_id, NOON) == []
    assert len(reads.flagged(cast.worker)) == 1
    for refused in (
        lambda: reads.assessment(other, made.id),
        lambda: record(other, case_id),
        lambda: correct(other, made.id),
        lambda: actions.follow_up_flag(assessment_id=made.id, by=other, at=NOON),
        lambda: actions.stop_asking(asking_id=asking_id, by=other, at=NOON),
    ):
        with pytest.raises(NotFound):
            refused()


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
    rows = [row[2:] for row in table.rows(cast.programme_id)]
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
