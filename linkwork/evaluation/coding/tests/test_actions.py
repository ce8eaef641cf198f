"""Can an evaluator code a passage, take it back, and nobody touch another's?"""

from uuid import UUID

import pytest
from django.db import IntegrityError, transaction

from linkwork.core.errors import IllegalStep, Invalid, NotAllowed, NotFound
from linkwork.core.ids import new_id
from linkwork.core.viewer import system
from linkwork.evaluation.coding import access, actions, reads
from linkwork.evaluation.coding.models import Coding, CodingCode
from linkwork.evaluation.coding.rules import Origin, Valence
from linkwork.evaluation.coding.tests.scene import (
    ENROLMENT,
    RELATIONS,
    TEXT,
    build,
    code,
    second_coder,
)
from linkwork.programmes.rules import Stage
from linkwork.testing.cast import NOON, Cast
from linkwork.trail import reads as trail


def test_one_passage_carries_constructs_of_several_frames(cast: Cast) -> None:
    scene = build(cast)
    coding_id = actions.code_passage(
        source_id=scene.quotable,
        start=0,
        end=17,
        constructs=[ENROLMENT, RELATIONS, ENROLMENT],
        valence=Valence.MIXED,
        strength=2,
        memo=" The nurse opened a door. ",
        by=cast.evaluator,
        at=NOON,
    )
    (card,) = reads.codings(cast.evaluator, scene.quotable)
    assert card.id == coding_id
    assert [(one.frame_id, one.name, one.domain) for one in card.codes] == [
        ("cfir-2022", "Relational Connections", "inner_setting"),
        ("npt", "Enrolment", "cognitive_participation"),
    ]
    assert (card.valence, card.strength, card.stage) == (Valence.MIXED, 2, Stage.OPERATION)
    assert (card.memo, card.origin, card.coder) == ("The nurse opened a door.", Origin.MANUAL, "Elif Kaya")
    (step,) = trail.steps_about(system(cast.programme_id), coding_id)
    assert step.detail == {"source": str(scene.quotable), "start": 0, "end": 17, "codes": 2}


def test_letters_outside_the_basic_plane_count_as_one(cast: Cast) -> None:
    scene = build(cast)
    coding_id = code(cast.evaluator, scene.quotable, "مكاني 🙂 now", RELATIONS)
    assert reads.quote(cast.evaluator, coding_id).text == "مكاني 🙂 now"


def test_removing_is_undone_by_restoring(cast: Cast) -> None:
    scene = build(cast)
    coding_id = code(cast.evaluator, scene.quotable, "nurses", RELATIONS)
    actions.remove_coding(coding_id=coding_id, by=cast.evaluator, at=NOON)
    assert reads.codings(cast.evaluator, scene.quotable) == []
    assert reads.counts(cast.evaluator, scene.study_id) == {}
    with pytest.raises(IllegalStep, match="removed already"):
        actions.remove_coding(coding_id=coding_id, by=cast.evaluator, at=NOON)
    actions.restore_coding(coding_id=coding_id, by=cast.evaluator, at=NOON)
    assert [one.id for one in reads.codings(cast.evaluator, scene.quotable)] == [coding_id]
    with pytest.raises(IllegalStep, match="not removed"):
        actions.restore_coding(coding_id=coding_id, by=cast.evaluator, at=NOON)


def test_a_memo_can_be_written_later(cast: Cast) -> None:
    scene = build(cast)
    coding_id = code(cast.evaluator, scene.quotable, "nurses", RELATIONS)
    actions.write_memo(coding_id=coding_id, memo="Ask again.", by=cast.evaluator, at=NOON)
    assert reads.codings(cast.evaluator, scene.quotable)[0].memo == "Ask again."
    with pytest.raises(Invalid, match=r"5,000"):
        actions.write_memo(coding_id=coding_id, memo="x" * 5001, by=cast.evaluator, at=NOON)


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"start": 5, "end": 5}, "passage"),
        ({"start": -1}, "passage"),
        ({"end": len(TEXT) + 1}, "passage"),
        ({"constructs": []}, "constructs"),
        ({"constructs": [("npt", "coffee")]}, "constructs"),
        ({"constructs": [("none", "coherence")]}, "constructs"),
        ({"constructs": [("nomad", "general")]}, "constructs"),
        ({"strength": 4}, "strength"),
        ({"memo": "x" * 5001}, "memo"),
    ],
)
def test_what_cannot_be_kept_is_said_by_field(cast: Cast, change: dict[str, object], field: str) -> None:
    scene = build(cast)
    whole: dict[str, object] = {"start": 0, "end": 3, "constructs": [RELATIONS], "valence": Valence.BARRIER}
    with pytest.raises(Invalid) as refused:
        actions.code_passage(source_id=scene.quotable, by=cast.evaluator, at=NOON, **whole | change)  # type: ignore[arg-type]
    assert list(refused.value.errors) == [field]


@pytest.mark.parametrize("part", ["worker", "manager", "supervisor", "adviser", "administrator", "outsider"])
def test_nobody_but_an_evaluator_codes(cast: Cast, part: str) -> None:
    scene = build(cast)
    coding_id = code(cast.evaluator, scene.quotable, "nurses", RELATIONS)
    viewer = cast.everyone()[part]
    assert not access.may_code(viewer)
    for attempt in (
        lambda: code(viewer, scene.quotable, "nurses", RELATIONS),
        lambda: actions.write_memo(coding_id=coding_id, memo="", by=viewer, at=NOON),
        lambda: actions.remove_coding(coding_id=coding_id, by=viewer, at=NOON),
        lambda: actions.restore_coding(coding_id=coding_id, by=viewer, at=NOON),
    ):
        with pytest.raises(NotAllowed):
            attempt()


def test_a_second_coder_has_rows_of_their_own(cast: Cast) -> None:
    scene, second = build(cast), second_coder(cast)
    first_id = code(cast.evaluator, scene.quotable, "nurses", RELATIONS)
    code(second, scene.quotable, "nurses", RELATIONS)
    assert [one.coder for one in reads.codings(second, scene.quotable)] == ["Elif Kaya", "Ida Moe"]
    with pytest.raises(NotAllowed, match="another coder"):
        actions.remove_coding(coding_id=first_id, by=second, at=NOON)
    actions.remove_coding(coding_id=first_id, by=system(cast.programme_id), at=NOON)


def test_the_command_line_codes_without_a_name(cast: Cast) -> None:
    scene = build(cast)
    code(system(cast.programme_id), scene.quotable, "nurses", RELATIONS)
    (card,) = reads.codings(cast.evaluator, scene.quotable)
    assert (card.coder_id, card.coder) == (None, "")


def test_another_programme_finds_nothing(cast: Cast) -> None:
    scene = build(cast)
    coding_id = code(cast.evaluator, scene.quotable, "nurses", RELATIONS)
    stranger = system(cast.outsider.programme_id)
    for attempt in (
        lambda: code(stranger, scene.quotable, "nurses", RELATIONS),
        lambda: actions.remove_coding(coding_id=coding_id, by=stranger, at=NOON),
        lambda: reads.codings(stranger, scene.quotable),
        lambda: reads.quote(stranger, coding_id),
    ):
        with pytest.raises(NotFound):
            attempt()
    assert reads.quotes(stranger, scene.study_id) == []


def row(cast: Cast, source_id: UUID, study_id: UUID, **change: object) -> None:
    whole: dict[str, object] = {
        "id": new_id(),
        "programme_id": cast.programme_id,
        "study_id": study_id,
        "source_id": source_id,
        "text_hash": "h",
        "start": 0,
        "end": 1,
        "valence": "mixed",
        "origin": "manual",
        "created_at": NOON,
    }
    Coding.objects.create(**whole | change)


@pytest.mark.parametrize("fault", [{"end": 0}, {"strength": 0}, {"strength": 4}])
def test_the_database_keeps_the_truth(cast: Cast, fault: dict[str, object]) -> None:
    scene = build(cast)
    with pytest.raises(IntegrityError), transaction.atomic():
        row(cast, scene.quotable, scene.study_id, **fault)


def test_the_database_keeps_a_code_once(cast: Cast) -> None:
    scene = build(cast)
    code(cast.evaluator, scene.quotable, "nurses", RELATIONS)
    there = CodingCode.objects.get()
    with pytest.raises(IntegrityError), transaction.atomic():
        CodingCode.objects.create(
            programme_id=there.programme_id,
            coding_id=there.coding_id,
            frame=there.frame,
            construct=there.construct,
            created_at=NOON,
        )
