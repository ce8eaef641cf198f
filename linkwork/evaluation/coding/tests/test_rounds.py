"""Can evaluators code together, and who closes a round?"""

import datetime as dt
from uuid import UUID

import pytest
from django.db import IntegrityError, transaction
from hypothesis import given
from hypothesis import strategies as st
from pytest_django import DjangoAssertNumQueries

from linkwork.core.errors import IllegalStep, Invalid, NotAllowed, NotFound
from linkwork.core.ids import new_id
from linkwork.core.viewer import system
from linkwork.evaluation.coding import access, actions, reads
from linkwork.evaluation.coding.models import Round, RoundCoder, RoundDone, RoundSource
from linkwork.evaluation.coding.rules.agreement import Unit
from linkwork.evaluation.coding.rules.rounds import Progress, Purpose, faults, progress
from linkwork.evaluation.coding.tests.rounds_scene import practice, together
from linkwork.evaluation.coding.tests.scene import build
from linkwork.testing.cast import NOON, Cast
from linkwork.trail import reads as trail

LATER = NOON + dt.timedelta(hours=1)


def test_a_round_is_opened_done_and_closed(cast: Cast) -> None:
    made = together(cast)
    (card,) = reads.rounds(made.first, made.scene.study_id)
    assert (card.id, card.title, card.purpose, card.unit) == (
        made.round_id,
        "First round",
        Purpose.DOUBLE,
        Unit.SENTENCE,
    )
    assert [(one.id, one.title, one.settled_at) for one in card.sources] == [
        (made.scene.quotable, "A worker", None)
    ]
    assert [(one.name, one.progress) for one in card.coders] == [
        ("Elif Kaya", Progress(0, 1)),
        ("Ida Moe", Progress(0, 1)),
    ]
    assert (card.opened_by, card.opened_at, card.closed_at, card.expert) == ("Elif Kaya", NOON, None, "")
    assert card.keeps_apart
    assert not card.finished
    for by in (made.first, made.second, made.second):
        actions.mark_done(round_id=made.round_id, source_id=made.scene.quotable, by=by, at=NOON)
    assert reads.round_card(made.first, made.round_id).finished
    actions.mark_not_done(round_id=made.round_id, source_id=made.scene.quotable, by=made.second, at=NOON)
    assert not reads.round_card(made.first, made.round_id).finished
    with pytest.raises(NotAllowed, match="before everybody"):
        actions.close_round(round_id=made.round_id, by=made.second, at=LATER)
    actions.mark_done(round_id=made.round_id, source_id=made.scene.quotable, by=made.second, at=NOON)
    actions.close_round(round_id=made.round_id, by=made.second, at=LATER)
    card = reads.round_card(made.first, made.round_id)
    assert (card.closed_at, card.keeps_apart) == (LATER, False)
    said = [step.what for step in trail.steps_about(system(cast.programme_id), made.round_id)]
    assert sorted(set(said)) == [
        "coding.close_round",
        "coding.mark_done",
        "coding.mark_not_done",
        "coding.open_round",
    ]


def test_who_opened_it_may_close_it_early(cast: Cast) -> None:
    made = together(cast)
    actions.close_round(round_id=made.round_id, by=made.first, at=LATER)
    for attempt in (
        lambda: actions.close_round(round_id=made.round_id, by=made.first, at=LATER),
        lambda: actions.mark_done(
            round_id=made.round_id, source_id=made.scene.quotable, by=made.first, at=LATER
        ),
    ):
        with pytest.raises(IllegalStep, match="closed already"):
            attempt()


def test_what_is_not_ones_part_is_refused(cast: Cast) -> None:
    made = practice(cast)
    with pytest.raises(IllegalStep, match="do not code"):
        actions.mark_done(round_id=made.round_id, source_id=made.scene.quotable, by=made.first, at=NOON)
    with pytest.raises(NotFound, match="not in the round"):
        actions.mark_done(round_id=made.round_id, source_id=made.scene.closed, by=made.second, at=NOON)
    for attempt in (
        lambda: reads.round_card(made.first, new_id()),
        lambda: reads.round_card(system(cast.outsider.programme_id), made.round_id),
    ):
        with pytest.raises(NotFound, match="no such round"):
            attempt()
    assert reads.rounds(system(cast.outsider.programme_id), made.scene.study_id) == []


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"title": " "}, "title"),
        ({"source_ids": []}, "sources"),
        ({"source_ids": [new_id()]}, "sources"),
        ({"coder_ids": []}, "coders"),
        ({"coder_ids": [new_id(), new_id()]}, "coders"),
        ({"coder_ids": [], "purpose": Purpose.OPEN}, "coders"),
        ({"expert_id": new_id()}, "expert"),
        ({"purpose": Purpose.PRACTICE}, "expert"),
        ({"purpose": Purpose.PRACTICE, "blind": False, "expert_id": "first"}, "blind"),
        ({"unit": Unit.CONTINUUM}, "unit"),
        ({"unit": Unit.WINDOW}, "window"),
        ({"unit": Unit.WINDOW, "window": 19}, "window"),
    ],
)
def test_what_does_not_fit_is_said_by_field(cast: Cast, change: dict[str, object], field: str) -> None:
    if change.get("expert_id") == "first":  # the expert is not a learner too
        change = change | {"expert_id": cast.evaluator.worker_id}
    with pytest.raises(Invalid) as refused:
        together(cast, **change)
    assert field in refused.value.errors


def test_a_title_stands_once_in_a_study_and_a_window_has_its_length(cast: Cast) -> None:
    made = together(cast, unit=Unit.WINDOW, window=200)
    assert reads.round_card(made.first, made.round_id).window == 200
    same = {
        "study_id": made.scene.study_id,
        "purpose": Purpose.OPEN,
        "source_ids": [made.scene.closed],
        "coder_ids": [made.second.worker_id],
        "by": made.first,
        "at": NOON,
    }
    with pytest.raises(Invalid, match="this title"):
        actions.open_round(title="First round", **same)  # type: ignore[arg-type]
    open_ = actions.open_round(title="Second", blind=False, window=20, **same)  # type: ignore[arg-type]
    card = reads.round_card(made.first, open_)
    assert (card.window, card.keeps_apart) == (None, False)


@pytest.mark.parametrize("part", ["worker", "manager", "supervisor", "adviser", "administrator"])
def test_only_evaluators_code_together(cast: Cast, part: str) -> None:
    made, viewer = together(cast), cast.everyone()[part]
    assert not access.may_close(viewer, viewer.id, True)
    assert not access.may_see_attempts(viewer, viewer.worker_id, None)
    for attempt in (
        lambda: reads.rounds(viewer, made.scene.study_id),
        lambda: actions.close_round(round_id=made.round_id, by=viewer, at=NOON),
        lambda: actions.mark_done(round_id=made.round_id, source_id=made.scene.quotable, by=viewer, at=NOON),
        lambda: actions.open_round(
            study_id=made.scene.study_id,
            title="x",
            purpose=Purpose.OPEN,
            source_ids=[],
            coder_ids=[],
            by=viewer,
            at=NOON,
        ),
    ):
        with pytest.raises(NotAllowed):
            attempt()


def test_questions_stay_few(cast: Cast, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    made = together(cast)
    with django_assert_num_queries(4):
        reads.rounds(made.first, made.scene.study_id)


@given(
    st.sampled_from(Purpose),
    st.booleans(),
    st.integers(0, 3),
    st.integers(0, 2),
    st.booleans(),
    st.sampled_from(Unit),
    st.none() | st.integers(0, 30_000),
)
def test_a_round_without_faults_can_be_kept(
    purpose: Purpose, blind: bool, coders: int, sources: int, expert: bool, unit: Unit, window: int | None
) -> None:
    found = faults(
        purpose=purpose,
        blind=blind,
        coders=coders,
        sources=sources,
        expert=expert,
        unit=unit,
        window=window,
    )
    if not found:
        assert sources
        assert coders >= 1 + (purpose is Purpose.DOUBLE)
        assert expert == (purpose is Purpose.PRACTICE)
        assert unit is not Unit.WINDOW or (window or 0) >= 20


def test_marks_on_sources_that_left_do_not_count() -> None:
    one, two, coder = new_id(), new_id(), new_id()
    assert progress([one], [coder], [(coder, two)]) == {coder: Progress(0, 1)}
    assert progress([one, two], [coder], [(coder, two)])[coder] == Progress(1, 2)


def row(cast: Cast, **change: object) -> Round:
    whole: dict[str, object] = {
        "programme_id": cast.programme_id,
        "study_id": build(cast).study_id,
        "title": "A",
        "purpose": "double",
        "unit": "sentence",
        "blind": True,
        "created_at": NOON,
    }
    return Round.objects.create(**whole | change)


@pytest.mark.parametrize(
    "fault",
    [
        {"closed_at": NOON - dt.timedelta(days=1)},
        {"unit": "window"},
        {"window": 50},
        {"purpose": "practice"},
        {"expert": True},
        {"purpose": "practice", "expert": True, "blind": False},
    ],
)
def test_the_database_keeps_the_truth(cast: Cast, fault: dict[str, object]) -> None:
    if fault.get("expert"):
        fault = {**fault, "expert_id": cast.evaluator.id}
        del fault["expert"]
    with pytest.raises(IntegrityError), transaction.atomic():
        row(cast, **fault)


def test_the_database_keeps_each_once(cast: Cast) -> None:
    made = together(cast)
    kept = {"programme_id": cast.programme_id, "round_id": made.round_id, "created_at": NOON}
    source, coder = {"source_id": made.scene.quotable}, {"coder_id": made.second.id}
    actions.mark_done(round_id=made.round_id, source_id=made.scene.quotable, by=made.second, at=NOON)
    for model, own in ((RoundSource, source), (RoundCoder, coder), (RoundDone, source | coder)):
        with pytest.raises(IntegrityError), transaction.atomic():
            model.objects.create(**kept, **own)
    RoundSource.objects.update(settled_at=NOON)
    other = row_in(made.scene.study_id, cast)
    with pytest.raises(IntegrityError), transaction.atomic():
        RoundSource.objects.create(**kept | {"round_id": other.id}, **source, settled_at=NOON)


def row_in(study_id: UUID, cast: Cast) -> Round:
    return Round.objects.create(
        programme_id=cast.programme_id,
        study_id=study_id,
        title="B",
        purpose="open",
        unit="sentence",
        blind=False,
        created_at=NOON,
    )


def test_a_round_is_given_a_codebook_there_is(cast: Cast) -> None:
    with pytest.raises(Invalid, match="version of this study"):
        together(cast, codebook=1)
