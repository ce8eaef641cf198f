"""Are quotations found, withheld where they must be, and meetings of frames counted?"""

import dataclasses

import pytest
from pytest_django import DjangoAssertNumQueries

from linkwork.core.errors import NotAllowed, NotFound
from linkwork.evaluation.coding import actions, reads
from linkwork.evaluation.coding.rules import Valence
from linkwork.evaluation.coding.tests.scene import (
    ENROLMENT,
    RELATIONS,
    SPACE,
    WORKABILITY,
    Scene,
    build,
    code,
    second_coder,
)
from linkwork.evaluation.studies.rules import Group
from linkwork.instruments import frames
from linkwork.programmes.rules import Stage
from linkwork.testing.cast import NOON, Cast

PAIR = frames.frame("cfir-2022"), frames.frame("npt")


def coded(cast: Cast) -> Scene:
    scene, second = build(cast), second_coder(cast)
    code(cast.evaluator, scene.quotable, "One of the nurses came to the meeting", RELATIONS, memo="A door.")
    code(second, scene.quotable, "nurses came to the meeting with me", ENROLMENT)
    code(cast.evaluator, scene.quotable, "people sent me someone", SPACE, ENROLMENT, valence=Valence.BARRIER)
    code(cast.evaluator, scene.closed, "After that", RELATIONS, WORKABILITY, stage=Stage.MAINTENANCE)
    return scene


def test_an_evaluator_reads_a_quotation_with_its_surroundings(cast: Cast) -> None:
    scene = coded(cast)
    first = reads.quotes(cast.evaluator, scene.study_id)[0]
    assert first.text == "One of the nurses came to the meeting"
    assert (first.before, first.after) == ("", " with me. After that people sent me someone.")
    assert (first.memo, first.coder, first.may_quote) == ("A door.", "Elif Kaya", True)
    assert first.codes == ((*RELATIONS, "Relational Connections"),)
    assert reads.quote(cast.evaluator, first.id) == first


@pytest.mark.parametrize("part", ["adviser", "manager"])
def test_others_read_only_what_may_be_quoted(cast: Cast, part: str) -> None:
    scene = coded(cast)
    viewer = cast.everyone()[part]
    found = reads.quotes(viewer, scene.study_id)
    assert next(one.text for one in found if one.may_quote) == "One of the nurses came to the meeting"
    (withheld,) = [one for one in found if not one.may_quote]
    assert withheld.text == ""
    assert {(one.before, one.after, one.memo, one.coder) for one in found} == {("", "", "", "")}
    with pytest.raises(NotAllowed):
        reads.codings(viewer, scene.quotable)


@pytest.mark.parametrize("part", ["evaluator", "adviser", "manager"])
def test_what_is_cited_is_what_is_quoted(cast: Cast, part: str) -> None:
    scene, viewer = coded(cast), cast.everyone()[part]
    quoted = {one.id: one for one in reads.quotes(viewer, scene.study_id)}
    found = reads.cited(viewer, list(quoted))
    assert found.keys() == quoted.keys()
    for coding_id, one in found.items():
        for field in dataclasses.fields(one):
            assert getattr(one, field.name) == getattr(quoted[coding_id], field.name)


def test_a_coding_taken_back_is_not_cited(cast: Cast) -> None:
    scene = coded(cast)
    gone, *others = [one.id for one in reads.quotes(cast.evaluator, scene.study_id)]
    mine = next(one for one in others if reads.quote(cast.evaluator, one).coder == "Elif Kaya")
    actions.remove_coding(coding_id=mine, by=cast.evaluator, at=NOON)
    assert reads.cited(cast.evaluator, [gone, mine]).keys() == {gone}


def test_workers_read_nothing(cast: Cast) -> None:
    scene = coded(cast)
    for attempt in (
        lambda: reads.quotes(cast.worker, scene.study_id),
        lambda: reads.cited(cast.worker, [scene.study_id]),
        lambda: reads.overlap(cast.worker, scene.study_id, "cfir-2022", "npt"),
        lambda: reads.counts(cast.worker, scene.study_id),
    ):
        with pytest.raises(NotAllowed):
            attempt()


def test_quotations_are_narrowed(cast: Cast) -> None:
    scene = coded(cast)
    ask = cast.evaluator

    def texts(**narrow: object) -> list[str]:
        return [one.text for one in reads.quotes(ask, scene.study_id, **narrow)]  # type: ignore[arg-type]

    assert len(texts()) == 4
    assert texts(frame="npt", construct="collective_action") == ["After that"]
    assert texts(frame="cfir-2022", construct="inner_setting.available_resources") == [
        "people sent me someone"
    ]
    assert len(texts(frame="npt")) == 3
    assert texts(valence=Valence.BARRIER) == ["people sent me someone"]
    assert texts(stage=Stage.MAINTENANCE) == ["After that"]
    assert texts(group=Group.PERSON) == ["After that"]
    assert texts(stage=Stage.INITIATION) == []
    ids = [one.id for one in reads.quotes(ask, scene.study_id, stage=Stage.OPERATION)]
    assert len(texts(ids=ids[:1])) == 1


def test_frames_meet_on_one_coding_and_where_two_overlap(cast: Cast) -> None:
    scene = coded(cast)
    table = reads.overlap(cast.evaluator, scene.study_id, "cfir-2022", "npt")
    met = {(a.split(".")[-1], b.split(".")[-1]): cell.passages for (a, b), cell in table.cells.items()}
    assert met == {
        ("relational_connections", "enrolment"): 1,
        ("space", "enrolment"): 1,
        ("relational_connections", "interactional_workability"): 1,
    }
    assert [(line.construct.name, line.codings) for line in table.rows] == [
        ("Relational Connections", 2),
        ("Space", 1),
    ]
    assert len(table.cells[RELATIONS[1], ENROLMENT[1]].coding_ids) == 2
    assert table.codings == 4


def test_the_meeting_is_narrowed_by_stage_group_and_source(cast: Cast) -> None:
    scene = coded(cast)

    def cells(**narrow: object) -> int:
        return len(reads.overlap(cast.manager, scene.study_id, "cfir-2022", "npt", **narrow).cells)  # type: ignore[arg-type]

    assert cells(stage=Stage.MAINTENANCE) == 1
    assert cells(stage=Stage.INITIATION) == 0
    assert cells(group=Group.WORKER) == 2
    assert cells(source_id=scene.closed) == 1
    by_domain = reads.overlap(cast.evaluator, scene.study_id, "cfir-2022", "npt", by_domain=True)
    assert {pair: cell.passages for pair, cell in by_domain.cells.items()} == {
        ("inner_setting", "cognitive_participation"): 2,
        ("inner_setting", "collective_action"): 1,
    }


def test_counts(cast: Cast) -> None:
    scene = coded(cast)
    assert reads.counts(cast.evaluator, scene.study_id) == {scene.quotable: 3, scene.closed: 1}
    assert reads.studies_counts(cast.evaluator) == {scene.study_id: 4}
    assert reads.used(cast.evaluator, scene.study_id)[ENROLMENT] == 2


def test_a_removed_passage_can_still_be_cited_but_counts_no_more(cast: Cast) -> None:
    scene = build(cast)
    coding_id = code(cast.evaluator, scene.quotable, "nurses", RELATIONS, ENROLMENT)
    actions.remove_coding(coding_id=coding_id, by=cast.evaluator, at=NOON)
    assert reads.quote(cast.evaluator, coding_id).text == "nurses"
    assert reads.overlap(cast.evaluator, scene.study_id, "cfir-2022", "npt").cells == {}
    assert reads.used(cast.evaluator, scene.study_id) == {}


def test_an_unknown_frame_is_not_found(cast: Cast) -> None:
    scene = build(cast)
    with pytest.raises(NotFound):
        reads.overlap(cast.evaluator, scene.study_id, "cfir-2022", "none")


def test_questions_stay_few_however_many_codings(
    cast: Cast, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    scene = coded(cast)
    with django_assert_num_queries(2):
        reads.codings(cast.evaluator, scene.quotable)
    with django_assert_num_queries(2):
        reads.quotes(cast.evaluator, scene.study_id, frame="npt")
    everything = {one.id for one in reads.quotes(cast.evaluator, scene.study_id)}
    with django_assert_num_queries(1):
        assert len(reads.cited(cast.evaluator, everything)) == 4
    with django_assert_num_queries(0):
        assert reads.cited(cast.evaluator, []) == {}
    with django_assert_num_queries(1):
        reads.overlap(cast.evaluator, scene.study_id, "cfir-2022", "npt")
