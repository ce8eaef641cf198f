"""Who may ask, answer and read: workers, the person by their own link, and nobody else."""

from uuid import UUID

import pytest

from linkwork.casework import actions as casework
from linkwork.core.errors import Invalid, NotAllowed, NotFound
from linkwork.core.ids import new_id
from linkwork.core.viewer import Viewer, system
from linkwork.outcomes import access, actions, reads
from linkwork.outcomes.rules.occasions import Mode, Occasion
from linkwork.outcomes.tests.answering import DAY, TODAY, WORRIED, ask, correct, record
from linkwork.testing.cast import NOON, Cast


def test_the_person_answers_what_they_were_asked(cast: Cast, case_id: UUID, person: Viewer) -> None:
    with pytest.raises(NotFound):
        record(person, case_id)
    ask(cast.worker, case_id)
    assert ask(cast.manager, case_id) == reads.askings_of(cast.worker, case_id, NOON)[0].id
    [asked] = reads.askings_of(person, case_id, NOON)
    assert (asked.measure, asked.occasion, asked.worker_name, asked.kept_at) == (
        "phq-9",
        Occasion.END,
        "Amal Haddad",
        None,
    )
    actions.keep_unfinished(
        case_id=case_id,
        measure_id="phq-9",
        occasion=Occasion.BASELINE,
        answers={"1": 2},
        by=person,
        at=NOON,
    )
    kept = reads.asking(person, case_id, "phq-9", NOON)
    assert kept is not None
    assert (kept.answers, kept.occasion) == ({"1": 2}, Occasion.END)
    made = record(person, case_id, answers=WORRIED, answered_on=TODAY - DAY, mode=Mode.PAPER)
    assert reads.askings_of(person, case_id, NOON) == []
    [card] = reads.assessments_of(cast.worker, case_id)
    assert (card.id, card.mode, card.occasion, card.answered_on) == (made.id, Mode.SELF, Occasion.END, TODAY)
    assert card.worker_name == ""
    assert [one.mode for one in reads.flagged(cast.worker)] == [Mode.SELF]
    with pytest.raises(NotFound):
        actions.keep_unfinished(
            case_id=case_id, measure_id="phq-9", occasion=Occasion.END, answers={}, by=person, at=NOON
        )


def test_what_was_begun_with_a_worker_is_kept(cast: Cast, case_id: UUID, person: Viewer) -> None:
    def keep(answers: dict[str, int], occasion: Occasion) -> UUID:
        return actions.keep_unfinished(
            case_id=case_id,
            measure_id="gad-7",
            occasion=occasion,
            answers=answers,
            by=cast.worker,
            at=NOON,
        )

    assert keep({"1": 1}, Occasion.BASELINE) == keep({"1": 1, "2": 0}, Occasion.DURING)
    kept = reads.asking(cast.worker, case_id, "gad-7", NOON)
    assert kept is not None
    assert (kept.answers, kept.occasion, kept.by_link) == ({"1": 1, "2": 0}, Occasion.DURING, False)
    assert reads.askings_of(person, case_id, NOON) == []
    assert reads.asking(cast.worker, case_id, "phq-9", NOON) is None
    with pytest.raises(Invalid):
        keep({"1": 9}, Occasion.BASELINE)
    record(cast.worker, case_id, measure_id="gad-7", answers={"1": 1})
    assert reads.askings_of(cast.worker, case_id, NOON) == []


def test_an_asking_is_taken_back(cast: Cast, case_id: UUID, person: Viewer) -> None:
    asking_id = ask(cast.worker, case_id)
    assert actions.stop_asking(asking_id=asking_id, by=cast.worker, at=NOON) == case_id
    assert reads.askings_of(person, case_id, NOON) == []
    with pytest.raises(NotFound):
        actions.stop_asking(asking_id=asking_id, by=cast.worker, at=NOON)


def test_a_link_reaches_its_own_case_only(cast: Cast, case_id: UUID, person: Viewer) -> None:
    access.check_may_answer(person, case_id, NOON)
    access.check_may_answer(cast.worker, case_id, NOON)
    with pytest.raises(NotAllowed):
        access.check_may_answer(person, case_id, NOON + 91 * DAY)
    for refused in (
        lambda: record(person, new_id()),
        lambda: reads.askings_of(person, new_id(), NOON),
        lambda: reads.assessments_of(person, case_id),
        lambda: ask(person, case_id),
        lambda: reads.flagged(person),
    ):
        with pytest.raises(NotAllowed):
            refused()


@pytest.mark.parametrize("part", ["supervisor", "evaluator", "adviser", "administrator"])
def test_only_those_who_work_with_people(cast: Cast, case_id: UUID, part: str) -> None:
    viewer = cast.everyone()[part]
    made = record(cast.worker, case_id, answers=WORRIED)
    for refused in (
        lambda: record(viewer, case_id),
        lambda: correct(viewer, made.id),
        lambda: actions.void_assessment(assessment_id=made.id, reason="x", by=viewer, at=NOON),
        lambda: actions.follow_up_flag(assessment_id=made.id, by=viewer, at=NOON),
        lambda: actions.stop_asking(asking_id=made.id, by=viewer, at=NOON),
        lambda: reads.assessment(viewer, made.id),
        lambda: reads.every_assessment_of(viewer, case_id),
        lambda: reads.paired_change(viewer, "phq-9", "total"),
    ):
        with pytest.raises(NotAllowed):
            refused()


def test_another_programme_s_answers_are_not_there(cast: Cast, case_id: UUID) -> None:
    made = record(cast.worker, case_id, answers=WORRIED)
    assert reads.assessments_of(cast.outsider, case_id) == []
    assert reads.flagged(cast.outsider) == []
    for refused in (
        lambda: record(cast.outsider, case_id),
        lambda: ask(cast.outsider, case_id),
        lambda: correct(cast.outsider, made.id),
        lambda: reads.assessment(cast.outsider, made.id),
        lambda: actions.keep_unfinished(
            case_id=case_id, measure_id="gad-7", occasion=Occasion.END, answers={}, by=cast.outsider, at=NOON
        ),
    ):
        with pytest.raises(NotFound):
            refused()


def test_a_restricted_record_keeps_its_answers_to_those_named(cast: Cast, case_id: UUID) -> None:
    made = record(cast.worker, case_id, answers=WORRIED)
    asking_id = ask(cast.worker, case_id, "gad-7")
    person_id = reads.assessment(cast.worker, made.id).person_id
    casework.restrict_person(
        person_id=person_id,
        workers=[cast.worker.worker_id],
        why="Their sister works here",
        by=cast.manager,
        at=NOON,
    )
    other = cast.other_worker
    assert reads.every_assessment_of(other, case_id) == []
    assert reads.flagged(other) == []
    assert reads.askings_of(other, case_id, NOON) == []
    assert len(reads.flagged(cast.worker)) == 1
    for refused in (
        lambda: reads.assessment(other, made.id),
        lambda: record(other, case_id),
        lambda: correct(other, made.id),
        lambda: actions.follow_up_flag(assessment_id=made.id, by=other, at=NOON),
        lambda: actions.stop_asking(asking_id=asking_id, by=other, at=NOON),
    ):
        with pytest.raises(NotFound):
            refused()


def test_the_command_line_may_enter_answers_too(cast: Cast, case_id: UUID) -> None:
    record(system(cast.programme_id), case_id, mode=Mode.PAPER)
    assert [one.worker_name for one in reads.assessments_of(cast.worker, case_id)] == [""]
