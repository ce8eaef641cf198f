"""Is a figure kept as it was, and does it say when the codings have changed since?"""

import pytest

from linkwork.core.errors import Invalid, NotAllowed, NotFound
from linkwork.core.ids import new_id
from linkwork.evaluation.coding import actions, reads
from linkwork.evaluation.coding.reads import Asked
from linkwork.evaluation.coding.reads.records import asked_as_json, asked_from
from linkwork.evaluation.coding.rules.agreement import Unit
from linkwork.evaluation.coding.tests.scene import ENROLMENT, RELATIONS, Scene, build, code, second_coder
from linkwork.testing.cast import NOON, Cast


def coded(cast: Cast) -> Scene:
    scene, second = build(cast), second_coder(cast)
    code(cast.evaluator, scene.quotable, "nurses came", RELATIONS)
    code(second, scene.quotable, "One of the nurses", RELATIONS)
    return scene


def test_a_record_is_kept_with_its_question_and_grows_stale(cast: Cast) -> None:
    scene = coded(cast)
    asked = Asked(unit=Unit.WINDOW, window=30, draws=20, seed=7)
    kept = actions.keep_agreement(
        study_id=scene.study_id, title=" Round one ", asked=asked, by=cast.evaluator, at=NOON
    )
    (line,) = reads.agreement_records(cast.evaluator, scene.study_id)
    assert (line.id, line.title, line.kept_at, line.kept_by) == (kept, "Round one", NOON, "Elif Kaya")
    record = reads.agreement_record(cast.evaluator, kept)
    assert record.asked.constructs == (RELATIONS,)
    assert (record.asked.window, record.asked.seed, record.asked.draws) == (30, 7, 20)
    assert not record.stale
    again = reads.answer(cast.evaluator, scene.study_id, record.asked)
    assert record.found["pooled"][1]["value"] == again.pooled[1].value
    assert record.found["pooled"][1]["lower"] == again.pooled[1].lower
    assert [one["name"] for one in record.found["coders"]] == ["Elif Kaya", "Ida Moe"]
    code(cast.evaluator, scene.quotable, "meeting", ENROLMENT)
    assert not reads.agreement_record(cast.evaluator, kept).stale
    code(cast.evaluator, scene.quotable, "meeting", RELATIONS)
    assert reads.agreement_record(cast.evaluator, kept).stale


def test_a_question_comes_back_as_it_was_kept() -> None:
    asked = Asked((RELATIONS,), (new_id(),), (new_id(), new_id()), Unit.WINDOW, 50, 10, 3)
    assert asked_from(asked_as_json(asked)) == asked


def test_what_cannot_be_cited_is_refused(cast: Cast) -> None:
    scene = coded(cast)
    for title, asked, field in (
        (" ", Asked(), "title"),
        ("One", Asked(coders=(cast.evaluator.worker_id,)), "coders"),
    ):
        with pytest.raises(Invalid) as refused:
            actions.keep_agreement(
                study_id=scene.study_id, title=title, asked=asked, by=cast.evaluator, at=NOON
            )
        assert list(refused.value.errors) == [field]
    with pytest.raises(NotFound):
        reads.agreement_record(cast.evaluator, new_id())


def test_only_evaluators_keep_and_read_records(cast: Cast) -> None:
    scene = coded(cast)
    for attempt in (
        lambda: reads.agreement_records(cast.manager, scene.study_id),
        lambda: reads.agreement_record(cast.manager, new_id()),
        lambda: actions.keep_agreement(
            study_id=scene.study_id, title="x", asked=Asked(), by=cast.manager, at=NOON
        ),
    ):
        with pytest.raises(NotAllowed):
            attempt()
