"""Are thoughts kept about sources, codes and the study, found again, and changed by their author alone?"""

import pytest
from django.db import IntegrityError, transaction

from linkwork.core.errors import IllegalStep, Invalid, NotAllowed, NotFound
from linkwork.core.ids import new_id
from linkwork.core.viewer import system
from linkwork.evaluation.coding import actions, reads
from linkwork.evaluation.coding.models import Memo
from linkwork.evaluation.coding.tests.scene import RELATIONS, build, code, second_coder
from linkwork.evaluation.studies import actions as studies
from linkwork.evaluation.studies.rules import Design
from linkwork.testing.cast import NOON, Cast


def test_memos_of_every_kind_are_listed_and_searched(cast: Cast) -> None:
    scene, by = build(cast), cast.evaluator
    actions.add_memo(study_id=scene.study_id, text="On the whole.", by=by, at=NOON)
    actions.add_memo(study_id=scene.study_id, text="Tense.", source_id=scene.quotable, by=by, at=NOON)
    actions.add_memo(
        study_id=scene.study_id, text="Too wide?", code=RELATIONS, by=system(by.programme), at=NOON
    )
    code(by, scene.closed, "nurses came", RELATIONS, memo="A turn.")
    found = reads.memos(by, scene.study_id)
    assert {one.text for one in found} == {"On the whole.", "Tense.", "Too wide?", "A turn."}
    assert [one.text for one in reads.memos(by, scene.study_id, "relational wide")] == ["Too wide?"]
    assert [one.text for one in reads.memos(by, scene.study_id, "b person")] == ["A turn."]
    assert [one.author for one in reads.memos_about_source(by, scene.quotable)] == ["Elif Kaya"]
    with pytest.raises(NotAllowed):
        reads.memos(cast.manager, scene.study_id)


def test_a_memo_is_changed_removed_and_brought_back_by_its_author(cast: Cast) -> None:
    scene, by = build(cast), cast.evaluator
    memo = actions.add_memo(study_id=scene.study_id, text="First", by=by, at=NOON)
    actions.change_memo(memo_id=memo, text=" Second ", by=by, at=NOON)
    assert [one.text for one in reads.memos(by, scene.study_id)] == ["Second"]
    with pytest.raises(NotAllowed):
        actions.change_memo(memo_id=memo, text="Not mine", by=second_coder(cast), at=NOON)
    with pytest.raises(IllegalStep):
        actions.restore_memo(memo_id=memo, by=by, at=NOON)
    actions.remove_memo(memo_id=memo, by=by, at=NOON)
    assert reads.memos(by, scene.study_id) == []
    with pytest.raises(IllegalStep):
        actions.remove_memo(memo_id=memo, by=by, at=NOON)
    actions.restore_memo(memo_id=memo, by=by, at=NOON)
    assert len(reads.memos(by, scene.study_id)) == 1


def test_what_is_no_memo_is_refused(cast: Cast) -> None:
    scene, by = build(cast), cast.evaluator
    for text in ("  ", "x" * 5001):
        with pytest.raises(Invalid) as said:
            actions.add_memo(study_id=scene.study_id, text=text, by=by, at=NOON)
        assert list(said.value.errors) == ["text"]
    with pytest.raises(ValueError, match="one thing"):
        actions.add_memo(
            study_id=scene.study_id, text="x", source_id=scene.closed, code=RELATIONS, by=by, at=NOON
        )
    with pytest.raises(NotFound):
        actions.add_memo(study_id=scene.study_id, text="x", source_id=new_id(), by=by, at=NOON)
    elsewhere = studies.open_study(
        title="Another", design=Design.CASE_STUDY, opened_on=NOON.date(), by=by, at=NOON
    )
    with pytest.raises(NotFound, match="in this study"):
        actions.add_memo(study_id=elsewhere, text="x", source_id=scene.closed, by=by, at=NOON)
    with pytest.raises(NotFound):
        actions.remove_memo(memo_id=new_id(), by=by, at=NOON)
    with pytest.raises(NotAllowed):
        actions.add_memo(study_id=scene.study_id, text="x", by=cast.manager, at=NOON)


@pytest.mark.parametrize(
    "fault", [{"text": ""}, {"frame": "npt"}, {"frame": "npt", "construct": "x", "both": True}]
)
def test_the_database_keeps_memos_true(cast: Cast, fault: dict[str, object]) -> None:
    scene = build(cast)
    values = {"text": "x"} | {name: value for name, value in fault.items() if name != "both"}
    source_id = scene.closed if "both" in fault else None
    with pytest.raises(IntegrityError), transaction.atomic():
        Memo.objects.create(
            programme_id=cast.programme_id,
            study_id=scene.study_id,
            source_id=source_id,
            changed_at=NOON,
            created_at=NOON,
            **values,
        )
