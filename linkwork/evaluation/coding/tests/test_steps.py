"""Does undoing every step and doing all again lead back to the same codings, and does nobody undo another's?"""

from typing import Any

import pytest
from django.db import IntegrityError, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from linkwork.core.errors import IllegalStep, Invalid, NotAllowed, NotFound, Refused
from linkwork.core.ids import new_id
from linkwork.core.viewer import Viewer, system
from linkwork.evaluation.coding import actions, reads
from linkwork.evaluation.coding.models import Coding, Step
from linkwork.evaluation.coding.rules import Valence
from linkwork.evaluation.coding.rules.steps import State, StepKind, difference, kind_of
from linkwork.evaluation.coding.tests.scene import (
    ENROLMENT,
    RELATIONS,
    SPACE,
    TEXT,
    Scene,
    build,
    code,
    second_coder,
)
from linkwork.testing.cast import NOON, Cast

CHANGES: list[State] = [
    {"valence": "barrier"},
    {"valence": "mixed", "strength": 3},
    {"strength": None},
    {"stage": "maintenance"},
    {"memo": "Think again."},
    {"codes": [list(SPACE)]},
    {"codes": [list(ENROLMENT), list(RELATIONS)]},
    {"start": 4, "end": 12},
    {"end": 30},
]


def state(by: Viewer, scene: Scene) -> list[Any]:
    return sorted(reads.codings(by, scene.quotable), key=lambda one: one.id)


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.integers(0, len(CHANGES) + 2), min_size=1, max_size=20))
def test_undoing_all_and_doing_all_again_is_the_same(cast: Cast, chosen: list[int]) -> None:
    with transaction.atomic():
        scene, by = build(cast), cast.evaluator
        seen, ids = [state(by, scene)], [code(by, scene.quotable, "nurses came", RELATIONS)]
        seen.append(state(by, scene))
        for number in chosen:
            last = ids[-1]
            there = any(one.id == last for one in seen[-1])
            if number == len(CHANGES):
                ids.append(code(by, scene.quotable, "the meeting", ENROLMENT))
            elif number > len(CHANGES):
                turn = actions.remove_coding if there else actions.restore_coding
                turn(coding_id=last, by=by, at=NOON)
            elif not there or not actions.change_coding(coding_id=last, to=CHANGES[number], by=by, at=NOON):
                continue
            seen.append(state(by, scene))
        for before in reversed(seen[:-1]):
            actions.undo(source_id=scene.quotable, by=by, at=NOON)
            assert state(by, scene) == before
        assert reads.steps(by, scene.quotable).undo is None
        for after in seen[1:]:
            actions.redo(source_id=scene.quotable, by=by, at=NOON)
            assert state(by, scene) == after
        assert reads.steps(by, scene.quotable).redo is None
        transaction.set_rollback(True)


def test_a_new_step_forgets_what_was_undone(cast: Cast) -> None:
    scene, by = build(cast), cast.evaluator
    code(by, scene.quotable, "nurses came", RELATIONS)
    actions.undo(source_id=scene.quotable, by=by, at=NOON)
    found = reads.steps(by, scene.quotable)
    assert (found.undo, found.redo and found.redo.kind) == (None, StepKind.CODE)
    code(by, scene.quotable, "the meeting", RELATIONS)
    found = reads.steps(by, scene.quotable)
    assert (found.undo and found.undo.codings, found.redo) == (1, None)
    with pytest.raises(NotFound, match="do again"):
        actions.redo(source_id=scene.quotable, by=by, at=NOON)


def test_each_coder_undoes_their_own(cast: Cast) -> None:
    scene, other = build(cast), second_coder(cast)
    mine = code(cast.evaluator, scene.quotable, "nurses came", RELATIONS)
    code(other, scene.quotable, "nurses came", RELATIONS)
    assert reads.steps(other, scene.closed).undo is None
    actions.undo(source_id=scene.quotable, by=other, at=NOON)
    assert [one.id for one in reads.codings(cast.evaluator, scene.quotable)] == [mine]
    with pytest.raises(NotFound, match="nothing to undo"):
        actions.undo(source_id=scene.quotable, by=other, at=NOON)
    with pytest.raises(NotAllowed):
        actions.change_coding(coding_id=mine, to={"memo": "Mine"}, by=other, at=NOON)
    with pytest.raises(NotAllowed):
        actions.undo(source_id=scene.quotable, by=cast.manager, at=NOON)


def test_a_passage_is_not_moved_back_into_an_edited_text(cast: Cast) -> None:
    scene, by = build(cast), cast.evaluator
    coding_id = code(by, scene.quotable, "nurses came", RELATIONS)
    actions.change_coding(coding_id=coding_id, to={"start": 0, "end": 5}, by=by, at=NOON)
    Coding.objects.filter(programme_id=cast.programme_id, id=coding_id).update(text_hash="another")
    with pytest.raises(Refused, match="edited since"):
        actions.undo(source_id=scene.quotable, by=by, at=NOON)
    actions.remove_coding(coding_id=coding_id, by=by, at=NOON)
    with pytest.raises(Refused, match="edited since"):
        actions.undo(source_id=scene.quotable, by=by, at=NOON)
    with pytest.raises(IllegalStep, match="edited"):
        actions.restore_coding(coding_id=coding_id, by=by, at=NOON)


def test_a_coding_whose_words_are_gone_is_not_done_again(cast: Cast) -> None:
    scene, by = build(cast), cast.evaluator
    code(by, scene.quotable, "people sent me someone", RELATIONS)
    actions.undo(source_id=scene.quotable, by=by, at=NOON)
    edited = TEXT.replace("people sent me someone", "they rang")
    actions.edit_text(source_id=scene.quotable, text=edited, by=by, at=NOON)
    with pytest.raises(Refused, match="edited since"):
        actions.redo(source_id=scene.quotable, by=by, at=NOON)
    assert reads.codings(by, scene.quotable) == []


@pytest.mark.parametrize(
    ("to", "field"),
    [
        ({"start": 50, "end": 40}, "passage"),
        ({"end": 5000}, "passage"),
        ({"codes": []}, "constructs"),
        ({"codes": [["cfir-2022", "nothing"]]}, "constructs"),
        ({"codes": [["nothing", "nothing"]]}, "constructs"),
        ({"valence": "good"}, "valence"),
        ({"strength": 4}, "strength"),
        ({"stage": "later"}, "stage"),
        ({"memo": "x" * 5001}, "memo"),
    ],
)
def test_what_cannot_be_changed_is_said_by_field(cast: Cast, to: State, field: str) -> None:
    scene = build(cast)
    coding_id = code(cast.evaluator, scene.quotable, "nurses came", RELATIONS)
    with pytest.raises(Invalid) as said:
        actions.change_coding(coding_id=coding_id, to=to, by=cast.evaluator, at=NOON)
    assert list(said.value.errors) == [field]


def test_a_removed_coding_is_not_changed(cast: Cast) -> None:
    scene = build(cast)
    coding_id = code(cast.evaluator, scene.quotable, "nurses came", RELATIONS)
    assert not actions.change_coding(
        coding_id=coding_id, to={"codes": [list(RELATIONS)], "start": 11}, by=cast.evaluator, at=NOON
    )
    actions.remove_coding(coding_id=coding_id, by=cast.evaluator, at=NOON)
    with pytest.raises(IllegalStep, match="removed"):
        actions.change_coding(coding_id=coding_id, to={"memo": "Late"}, by=cast.evaluator, at=NOON)


def test_hits_of_a_search_are_coded_and_taken_back_at_once(cast: Cast) -> None:
    scene, by = build(cast), cast.evaluator
    places = [(scene.quotable, 11, 17), (scene.closed, 11, 17), (scene.quotable, 11, 17)]
    step, n = actions.code_found(study_id=scene.study_id, places=places, constructs=[SPACE], by=by, at=NOON)
    assert (n, reads.counts(by, scene.study_id)) == (2, {scene.quotable: 1, scene.closed: 1})
    (card,) = reads.codings(by, scene.closed)
    assert (card.origin, card.valence, TEXT[card.start : card.end]) == ("search", Valence.NEUTRAL, "nurses")
    assert reads.steps(by, scene.quotable).undo is None
    assert [one.codings for one in reads.searches(by, scene.study_id)] == [2]
    again = actions.code_found(study_id=scene.study_id, places=places, constructs=[SPACE], by=by, at=NOON)
    assert again == (None, 0)
    assert step is not None
    assert actions.undo_found(step_id=step, by=by, at=NOON) == 2
    assert reads.counts(by, scene.study_id) == {}
    with pytest.raises(IllegalStep, match="undone already"):
        actions.undo_found(step_id=step, by=by, at=NOON)
    with pytest.raises(NotFound):
        actions.undo_found(step_id=new_id(), by=by, at=NOON)


def test_hits_that_are_none_are_refused(cast: Cast) -> None:
    scene = build(cast)
    one = (scene.quotable, 0, 3)
    for places, codes, field in (
        ([], [SPACE], "passage"),
        ([one] * 1001, [SPACE], "passage"),
        ([one], [], "constructs"),
        ([(scene.quotable, 0, 5000)], [SPACE], "passage"),
        ([(new_id(), 0, 3)], [SPACE], "passage"),
    ):
        with pytest.raises(Invalid) as said:
            actions.code_found(
                study_id=scene.study_id, places=places, constructs=codes, by=cast.evaluator, at=NOON
            )
        assert list(said.value.errors) == [field]


def test_the_command_line_leaves_no_steps(cast: Cast) -> None:
    scene = build(cast)
    by = system(cast.programme_id)
    coding_id = code(by, scene.quotable, "nurses", RELATIONS)
    actions.change_coding(coding_id=coding_id, to={"memo": "By rule"}, by=by, at=NOON)
    assert not Step.objects.filter(programme_id=cast.programme_id).exists()


def test_a_step_at_the_desk_has_its_source(cast: Cast) -> None:
    scene = build(cast)
    with pytest.raises(IntegrityError), transaction.atomic():
        Step.objects.create(
            programme_id=cast.programme_id,
            study_id=scene.study_id,
            coder_id=cast.evaluator.worker_id,
            kind=StepKind.CODE,
            changes=[],
            created_at=NOON,
        )


def test_a_step_is_called_by_what_it_changed() -> None:
    was: State = {"start": 1, "end": 2, "codes": [["a", "b"], ["c", "d"]], "memo": "", "removed": False}
    before, after = difference(was, {"codes": [["c", "d"], ["a", "b"]], "end": 3})
    assert (before, after) == ({"end": 2}, {"end": 3})
    assert kind_of(after) is StepKind.SPAN
    assert kind_of({"removed": True}) is StepKind.REMOVE
    assert kind_of({"removed": False}) is StepKind.RESTORE
    assert kind_of({"memo": "x", "valence": "mixed"}) is StepKind.CHANGE
