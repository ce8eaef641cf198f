"""A note with words that may point to harm: a calm question, never a block, and the choice is kept."""

import pytest

from linkwork.casework import actions, reads
from linkwork.casework.rules.contacts import Encounter
from linkwork.casework.rules.safeguarding import RiskAnswer, RiskSource
from linkwork.casework.tests import scenes
from linkwork.core.errors import IllegalStep, NotAllowed, NotFound
from linkwork.testing.cast import NOON


@pytest.fixture
def asked(cast):
    case_id = scenes.case(cast)
    contact_id = scenes.contact(cast, case_id, note="She said she wants to die.")
    return actions.ask_about_risk(
        case_id=case_id,
        source=RiskSource.NOTE,
        kinds=["self_harm"],
        contact_id=contact_id,
        by=cast.worker,
        at=NOON,
    )


def test_the_words_are_shown_as_they_stand_in_the_note(cast, asked, django_assert_num_queries):
    with django_assert_num_queries(1):
        card = reads.risk_question(cast.worker, asked)
    assert [found.words for found in card.found] == ["wants to die"]
    assert (card.kinds, card.name, card.answer) == (("self_harm",), "Maryam Al-Amin", None)
    assert reads.risk_questions(cast.worker) == [card]


def test_the_choice_is_kept_and_a_lead_sees_it(cast, asked):
    actions.answer_risk(
        question_id=asked, answer=RiskAnswer.NONE, words="She spoke of her mother", by=cast.worker, at=NOON
    )
    [card] = reads.risk_questions(cast.manager)
    assert (card.answer, card.words, card.worker_name) == (
        RiskAnswer.NONE, "She spoke of her mother", "Amal Haddad",
    )  # fmt: skip
    assert reads.risk_questions(cast.worker) == []
    with pytest.raises(IllegalStep):
        actions.answer_risk(question_id=asked, answer=RiskAnswer.NONE, by=cast.worker, at=NOON)


def test_a_note_is_asked_about_once(cast, asked):
    card = reads.risk_question(cast.worker, asked)
    [contact] = reads.contacts_of(cast.worker, card.case_id)
    again = actions.ask_about_risk(
        case_id=card.case_id, source=RiskSource.NOTE, contact_id=contact.id, by=cast.worker, at=NOON
    )
    assert again == asked


def test_other_words_put_in_later_are_asked_about_once_the_first_were_answered(cast, asked):
    first = reads.risk_question(cast.worker, asked)
    [contact] = reads.contacts_of(cast.worker, first.case_id)

    def again(by):
        return actions.ask_about_risk(
            case_id=first.case_id, source=RiskSource.NOTE, kinds=["abuse"], contact_id=contact.id,
            again=True, by=by, at=NOON,
        )  # fmt: skip

    assert again(cast.worker) == asked  # it waits still, and now asks about both
    assert reads.risk_question(cast.worker, asked).kinds == ("abuse", "self_harm")
    assert again(cast.other_worker) != asked  # what somebody else was asked is not theirs to answer
    actions.answer_risk(question_id=asked, answer=RiskAnswer.NONE, words="No", by=cast.worker, at=NOON)
    further = again(cast.worker)
    assert further != asked
    assert reads.risk_question(cast.worker, asked).words == "No"
    assert reads.risk_question(cast.worker, further).answer is None


def test_the_words_of_a_session_are_shown_with_each_who_came(cast):
    case_id = scenes.case(cast)
    note = "One said: I want to die"
    actions.log_session(case_ids=[case_id], how=Encounter(NOON, "group"), note=note, by=cast.worker, at=NOON)
    [contact] = reads.contacts_of(cast.worker, case_id)
    asked = actions.ask_about_risk(
        case_id=case_id, source=RiskSource.NOTE, contact_id=contact.id, by=cast.worker, at=NOON
    )
    assert [found.words for found in reads.risk_question(cast.worker, asked).found] == ["want to die"]


def test_a_measure_asks_without_a_note(cast):
    case_id = scenes.case(cast)
    question = actions.ask_about_risk(case_id=case_id, source=RiskSource.MEASURE, by=cast.worker, at=NOON)
    assert reads.risk_question(cast.worker, question).found == ()


@pytest.mark.parametrize(
    "part", ["other_worker", "manager", "supervisor", "evaluator", "adviser", "administrator", "outsider"]
)
def test_nobody_else_is_asked(cast, asked, part):
    viewer = cast.everyone()[part]
    with pytest.raises((NotFound, NotAllowed)):
        reads.risk_question(viewer, asked)
    with pytest.raises((NotFound, NotAllowed)):
        actions.answer_risk(question_id=asked, answer=RiskAnswer.NONE, by=viewer, at=NOON)
    if viewer in (cast.other_worker, cast.outsider):
        assert reads.risk_questions(viewer) == []


def test_a_contact_of_somebody_else_is_not_asked_about(cast, asked):
    other = scenes.case(cast)
    [contact] = reads.contacts_of(cast.worker, reads.risk_question(cast.worker, asked).case_id)
    with pytest.raises(NotFound):
        actions.ask_about_risk(
            case_id=other, source=RiskSource.NOTE, contact_id=contact.id, by=cast.worker, at=NOON
        )
