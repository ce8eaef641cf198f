"""Is agreement found over the codings of a study, and only by those who may?"""

import numpy as np
import pytest
from pytest_django import DjangoAssertNumQueries

from linkwork.core.errors import NotAllowed, NotFound
from linkwork.core.ids import new_id
from linkwork.core.viewer import Viewer, system
from linkwork.evaluation.coding import actions, reads
from linkwork.evaluation.coding.reads.agreement import BY_UNIT, UNITIZING, why
from linkwork.evaluation.coding.rules.agreement import Chance, Coefficient, Undefined, Unit
from linkwork.evaluation.coding.tests.rounds_scene import together
from linkwork.evaluation.coding.tests.scene import (
    ENROLMENT,
    RELATIONS,
    SPACE,
    TEXT,
    WORKABILITY,
    Scene,
    build,
    code,
    second_coder,
)
from linkwork.testing.cast import NOON, Cast

RESOURCES = ("cfir-2022", "inner_setting.available_resources")


def coded(cast: Cast) -> tuple[Scene, Viewer]:
    """Both read the quotable source; the closed one only the first has read."""
    scene, second = build(cast), second_coder(cast)
    code(cast.evaluator, scene.quotable, "nurses came to the meeting", RELATIONS)
    code(second, scene.quotable, "One of the nurses came", RELATIONS)
    code(cast.evaluator, scene.quotable, "people sent me someone", SPACE, ENROLMENT)
    code(second, scene.quotable, "now.", ENROLMENT)
    code(cast.evaluator, scene.closed, "After that", RELATIONS)
    return scene, second


def test_two_coders_by_sentence(cast: Cast) -> None:
    scene, _second = coded(cast)
    found = reads.agreement(cast.evaluator, scene.study_id, [RELATIONS, ENROLMENT])
    assert [(one.name, one.sources, one.codings) for one in found.coders] == [
        ("Elif Kaya", 2, 3),
        ("Ida Moe", 1, 2),
    ]
    relations, enrolment = found.constructs
    assert (relations.code.construct_id, enrolment.code.construct_id) == (RELATIONS[1], ENROLMENT[1])
    # Three sentences of the source both have read; the first coder's other three have no second rating.
    percent = relations.of(Coefficient.PERCENT)
    assert (percent.value, percent.n_units, percent.n_missing, percent.unit) == (1, 3, 3, Unit.SENTENCE)
    assert relations.of(Coefficient.COHEN).value == 1
    assert relations.given == (2 / 6, 1 / 3)
    assert enrolment.of(Coefficient.PERCENT).value == pytest.approx(1 / 3)
    assert enrolment.of(Coefficient.COHEN).value == pytest.approx(-0.5)
    assert (found.sources, found.unit) == (2, Unit.SENTENCE)


def test_by_character_it_is_stricter_and_u_alpha_names_its_own_unit(cast: Cast) -> None:
    scene, _second = coded(cast)
    (relations,) = reads.agreement(
        cast.evaluator, scene.study_id, [RELATIONS], unit=Unit.CHARACTER
    ).constructs
    same, one, other = len("nurses came"), len("nurses came to the meeting"), len("One of the nurses came")
    percent = relations.of(Coefficient.PERCENT)
    assert percent.value == pytest.approx(1 - (one + other - 2 * same) / len(TEXT))
    assert percent.n_units == len(TEXT)
    assert relations.of(Coefficient.U_ALPHA).unit is Unit.CONTINUUM


def test_a_construct_counts_with_those_below_it(cast: Cast) -> None:
    scene, second = coded(cast)
    code(second, scene.quotable, "people sent me", RESOURCES)
    parent, child = reads.agreement(cast.evaluator, scene.study_id, [RESOURCES, SPACE]).constructs
    assert parent.of(Coefficient.COHEN).value == 1
    assert child.of(Coefficient.COHEN).value == 0


def test_nothing_asked_is_everything_used(cast: Cast) -> None:
    scene, second = coded(cast)
    found = reads.agreement(second, scene.study_id, unit=Unit.CONTINUUM)
    assert [one.code.construct_id for one in found.constructs] == [RELATIONS[1], SPACE[1], ENROLMENT[1]]
    assert [one.coefficient for one in found.constructs[0].found] == [Coefficient.U_ALPHA]
    assert {one.why for one in found.together} == {
        Undefined.OVERLAPPING
    }  # SPACE and ENROLMENT, on the same words
    apart = reads.agreement(second, scene.study_id, [RELATIONS, SPACE], unit=Unit.CONTINUUM)
    assert apart.together[0].value is not None


def test_intervals_come_with_chance(cast: Cast) -> None:
    scene, _second = coded(cast)
    found = reads.agreement(
        cast.evaluator,
        scene.study_id,
        [ENROLMENT],
        unit=Unit.CHARACTER,
        chance=Chance(np.random.default_rng(1), draws=50),
    )
    percent = found.constructs[0].of(Coefficient.PERCENT)
    assert percent.lower is not None
    assert percent.upper is not None
    assert percent.lower <= (percent.value or 0) <= percent.upper
    assert percent.drawn is Unit.PARAGRAPH


def test_every_coefficient_has_its_interval_and_all_are_pooled(cast: Cast) -> None:
    scene, _second = coded(cast)
    chance = Chance(np.random.default_rng(3), draws=50)
    found = reads.agreement(cast.evaluator, scene.study_id, [RELATIONS, SPACE], chance=chance)
    assert [one.coefficient for one in found.pooled] == [*BY_UNIT]
    # The three sentences both read, twice: the codes meet on the first and part on the second.
    assert found.pooled[0].n_units == 6
    assert found.pooled[0].value == pytest.approx(5 / 6)
    assert found.pooled[0].lower is not None
    assert found.pooled[0].drawn is Unit.SENTENCE
    assert {one.coefficient for one in found.together} == set(UNITIZING)


def test_a_source_done_without_a_coding_is_read(cast: Cast) -> None:
    made = together(cast, source_ids="both")
    code(made.first, made.scene.closed, "After that", RELATIONS)
    before = reads.agreement(system(cast.programme_id), made.scene.study_id)
    actions.mark_done(round_id=made.round_id, source_id=made.scene.closed, by=made.second, at=NOON)
    who = [made.first.worker_id, made.second.worker_id]
    found = reads.agreement(system(cast.programme_id), made.scene.study_id, coders=who)
    assert [one.sources for one in found.coders] == [1, 1]
    assert found.constructs[0].of(Coefficient.PERCENT).value == pytest.approx(2 / 3)
    assert found.digest != before.digest
    blind = reads.agreement(made.first, made.scene.study_id, coders=who)
    assert [one.sources for one in blind.coders] == [1, 0]


def test_sources_and_windows_are_chosen(cast: Cast) -> None:
    scene, second = coded(cast)
    code(second, scene.closed, "After that", RELATIONS)
    one = reads.agreement(cast.evaluator, scene.study_id, [RELATIONS], sources=[scene.closed])
    assert (one.sources, one.constructs[0].of(Coefficient.COHEN).value) == (1, 1)
    windows = reads.agreement(cast.evaluator, scene.study_id, [RELATIONS], unit=Unit.WINDOW, window=20)
    assert windows.window == 20
    assert windows.constructs[0].of(Coefficient.PERCENT).unit is Unit.WINDOW
    whole = reads.agreement(cast.evaluator, scene.study_id, [RELATIONS], unit=Unit.DOCUMENT)
    assert whole.constructs[0].of(Coefficient.PERCENT).n_units == 2


def test_the_digest_changes_with_what_is_compared(cast: Cast) -> None:
    scene, second = coded(cast)
    first = reads.agreement(cast.evaluator, scene.study_id, [RELATIONS]).digest
    assert reads.agreement(second, scene.study_id, [RELATIONS]).digest == first
    code(second, scene.quotable, "sent me", ENROLMENT)
    assert reads.agreement(cast.evaluator, scene.study_id, [RELATIONS]).digest == first
    code(second, scene.quotable, "sent me", RELATIONS)
    assert reads.agreement(cast.evaluator, scene.study_id, [RELATIONS]).digest != first


def test_removed_codings_and_other_coders_do_not_count(cast: Cast) -> None:
    scene, second = build(cast), second_coder(cast)
    coding_id = code(cast.evaluator, scene.quotable, "nurses", WORKABILITY)
    code(second, scene.quotable, "nurses", WORKABILITY)
    alone = reads.agreement(cast.evaluator, scene.study_id, [WORKABILITY], [cast.evaluator.id])  # type: ignore[list-item]
    assert alone.constructs[0].of(Coefficient.AC1).why is Undefined.ONE_CODER
    actions.remove_coding(coding_id=coding_id, by=cast.evaluator, at=NOON)
    left = reads.agreement(cast.evaluator, scene.study_id)
    assert [one.name for one in left.coders] == ["Ida Moe"]


def test_a_study_without_codings(cast: Cast) -> None:
    scene = build(cast)
    found = reads.agreement(cast.evaluator, scene.study_id)
    assert (found.coders, found.constructs, found.sources) == ((), (), 0)
    assert {one.why for one in found.together} == {Undefined.ONE_CODER}


@pytest.mark.parametrize("part", ["worker", "manager", "adviser", "supervisor", "administrator"])
def test_only_evaluators_compare_coders(cast: Cast, part: str) -> None:
    scene = build(cast)
    with pytest.raises(NotAllowed):
        reads.agreement(cast.everyone()[part], scene.study_id)


def test_what_is_unknown_is_refused(cast: Cast) -> None:
    scene, _second = coded(cast)
    for attempt in (
        lambda: reads.agreement(cast.evaluator, new_id()),
        lambda: reads.agreement(cast.evaluator, scene.study_id, coders=[new_id()]),
        lambda: reads.agreement(cast.evaluator, scene.study_id, [("npt", "none")]),
    ):
        with pytest.raises(NotFound):
            attempt()
    with pytest.raises(ValueError, match="given"):
        reads.agreement(cast.evaluator, scene.study_id, unit=Unit.GIVEN)


def test_questions_stay_few(cast: Cast, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    scene, _second = coded(cast)
    with django_assert_num_queries(4):
        reads.agreement(cast.evaluator, scene.study_id)


@pytest.mark.parametrize("reason", list(Undefined))
def test_every_reason_has_its_sentence(reason: Undefined) -> None:
    assert why(reason).endswith(".")
