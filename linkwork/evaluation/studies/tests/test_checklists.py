"""Is a reporting checklist kept line by line, and does a draft never stand over what somebody wrote?"""

import pytest
from django.db import IntegrityError, transaction

from linkwork.core.errors import Invalid, NotAllowed, NotFound
from linkwork.core.ids import new_id
from linkwork.evaluation.studies import actions, reads
from linkwork.evaluation.studies.models import ChecklistAnswer
from linkwork.evaluation.studies.tests.scene import open_study
from linkwork.testing.cast import NOON


@pytest.fixture
def study(cast):
    return open_study(cast.evaluator)


def answer(by, study, **answers):
    actions.answer_checklist(
        study_id=study,
        checklist="coreq",
        answers={key[1:]: said for key, said in answers.items()},
        by=by,
        at=NOON,
    )


def draft(by, study, **drafts):
    return actions.draft_checklist(
        study_id=study,
        checklist="coreq",
        drafts={key[1:]: said for key, said in drafts.items()},
        by=by,
        at=NOON,
    )


def test_answers_are_kept_and_changed(cast, study):
    answer(cast.evaluator, study, _1=("p. 2", " Two of us "), _2=("", ""))
    answer(cast.evaluator, study, _1=("p. 3", "Two of us"))
    found = reads.checklist_answers(cast.evaluator, study, "coreq")
    assert (found["1"].place, found["1"].text, found["2"].text) == ("p. 3", "Two of us", "")
    assert reads.checklists_begun(cast.evaluator, study) == {"coreq": 1}
    assert ChecklistAnswer.objects.count() == 2


def test_a_draft_fills_what_is_empty_and_renews_only_itself(cast, study):
    by = cast.evaluator
    answer(by, study, _1=("p. 2", "Ours"), _2=("p. 5", ""))
    assert draft(by, study, _1="Theirs", _2="Two", _3="Three", _4=" ") == 2
    assert draft(by, study, _2="Two again") == 1
    found = reads.checklist_answers(by, study, "coreq")
    assert {key: (one.place, one.text, one.drafted) for key, one in found.items()} == {
        "1": ("p. 2", "Ours", False),
        "2": ("p. 5", "Two again", True),
        "3": ("", "Three", True),
    }
    answer(by, study, _2=("p. 6", "Two again"), _3=("", "Three of us"))
    found = reads.checklist_answers(by, study, "coreq")
    assert (found["2"].drafted, found["3"].drafted) == (True, False)
    assert draft(by, study) == 0


def test_what_cannot_be_kept_is_said_by_line(cast, study):
    with pytest.raises(Invalid) as refusal:
        answer(cast.evaluator, study, _99=("", "x"), _1=("p" * 121, ""), _2=("", "x" * 4001))
    assert set(refusal.value.errors) == {"99", "1", "2"}
    assert reads.checklist_answers(cast.evaluator, study, "coreq") == {}
    with pytest.raises(NotFound):
        actions.draft_checklist(
            study_id=study, checklist="none", drafts={"1": "x"}, by=cast.evaluator, at=NOON
        )
    with pytest.raises(NotFound):
        answer(cast.evaluator, new_id(), _1=("", "x"))


def test_only_evaluators_fill_it_in(cast, study):
    for who in (cast.manager, cast.worker):
        with pytest.raises(NotAllowed):
            answer(who, study, _1=("", "x"))
        with pytest.raises(NotAllowed):
            draft(who, study, _1="x")
        with pytest.raises(NotAllowed):
            reads.checklist_answers(who, study, "coreq")
        with pytest.raises(NotAllowed):
            reads.checklists_begun(who, study)


def test_a_draft_says_something_and_a_line_stands_once(cast, study):
    row = {
        "programme_id": cast.programme_id,
        "study_id": study,
        "checklist": "coreq",
        "item": "1",
        "created_at": NOON,
    }
    with pytest.raises(IntegrityError), transaction.atomic():
        ChecklistAnswer.objects.create(**row, drafted=True)
    ChecklistAnswer.objects.create(**row)
    with pytest.raises(IntegrityError), transaction.atomic():
        ChecklistAnswer.objects.create(**row)
