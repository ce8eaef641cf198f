"""Does a source whose speaker withdrew leave every count and quotation, whole and only until they agree again?"""

import pytest

from linkwork.core.errors import NotAllowed, NotFound
from linkwork.evaluation.coding import actions, reads
from linkwork.evaluation.coding.tests.scene import ENROLMENT, RELATIONS, build, code, second_coder
from linkwork.evaluation.studies import actions as studies
from linkwork.evaluation.studies import reads as study_reads
from linkwork.evaluation.studies.rules import ConsentForm, Part
from linkwork.testing.cast import NOON, Cast


def test_a_withdrawn_source_leaves_counts_and_quotations(cast: Cast) -> None:
    scene = build(cast)
    kept = code(cast.evaluator, scene.quotable, "the nurses", RELATIONS)
    removed = code(cast.evaluator, scene.quotable, "the meeting", ENROLMENT)
    actions.remove_coding(coding_id=removed, by=cast.evaluator, at=NOON.replace(hour=11))
    code(cast.evaluator, scene.closed, "the nurses", RELATIONS)
    by = cast.evaluator
    assert actions.withdraw_consent(source_id=scene.quotable, by=by, at=NOON) == 1
    assert reads.counts(by, scene.study_id) == {scene.closed: 1}
    assert [one.source_id for one in reads.quotes(by, scene.study_id)] == [scene.closed]
    assert reads.cited(by, [kept]) == {}
    assert [one.title for one in study_reads.sources(by, scene.study_id)] == ["B person"]
    assert [one.title for one in study_reads.sealed(by, scene.study_id)] == ["A worker"]
    assert study_reads.study(by, scene.study_id).sources == 1
    for attempt in (
        lambda: reads.quote(by, kept),
        lambda: reads.codings(by, scene.quotable),
        lambda: actions.restore_coding(coding_id=kept, by=by, at=NOON),
        lambda: actions.withdraw_consent(source_id=scene.quotable, by=by, at=NOON),
        lambda: actions.give_consent(source_id=scene.closed, consent=ConsentForm.QUOTE, by=by, at=NOON),
    ):
        with pytest.raises(NotFound):
            attempt()
    assert actions.give_consent(source_id=scene.quotable, consent=ConsentForm.ANALYSE, by=by, at=NOON) == 1
    assert [one.id for one in reads.codings(by, scene.quotable)] == [kept]
    assert not study_reads.source(by, scene.quotable).quotable


def test_a_part_narrows_who_codes_and_who_reads_quotations_whole(cast: Cast) -> None:
    scene = build(cast)
    code(cast.evaluator, scene.closed, "the nurses", RELATIONS)
    ida = second_coder(cast)
    own = code(ida, scene.quotable, "the nurses", RELATIONS)

    def named(part: Part) -> None:
        studies.set_part(
            study_id=scene.study_id, worker_id=ida.worker_id, part=part, by=cast.evaluator, at=NOON
        )

    named(Part.OBSERVER)
    for attempt in (
        lambda: code(ida, scene.quotable, "the nurses", RELATIONS),
        lambda: actions.remove_coding(coding_id=own, by=ida, at=NOON),
        lambda: actions.withdraw_consent(source_id=scene.quotable, by=ida, at=NOON),
    ):
        with pytest.raises(NotAllowed):
            attempt()
    assert [one.text for one in reads.quotes(ida, scene.study_id)] == ["the nurses", "the nurses"]
    named(Part.ADVISER)
    assert [one.text for one in reads.quotes(ida, scene.study_id)] == ["the nurses", ""]
    with pytest.raises(NotAllowed):
        actions.withdraw_consent(source_id=scene.quotable, by=cast.manager, at=NOON)
    with pytest.raises(NotAllowed):
        actions.give_consent(source_id=scene.quotable, consent=ConsentForm.QUOTE, by=cast.manager, at=NOON)
