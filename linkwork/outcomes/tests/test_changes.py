"""What changed, in the person's words: noting it, reading it, handing it on without the words."""

import datetime as dt
from uuid import UUID

import pytest
from django.db import IntegrityError, transaction
from pytest_django import DjangoAssertNumQueries

from linkwork.casework import reads as cases
from linkwork.core.errors import Invalid, NotAllowed, NotFound
from linkwork.core.ids import new_id
from linkwork.core.viewer import Viewer
from linkwork.outcomes import access, actions, facts, models, reads
from linkwork.outcomes.rules import Direction
from linkwork.testing.cast import NOON, Cast
from linkwork.trail import reads as trail

TODAY = NOON.date()


def note(by: Viewer, case_id: UUID, direction: Direction, days: int, words: str = "") -> UUID:
    return actions.record_change(
        case_id=case_id,
        direction=direction,
        words=words,
        noted_on=TODAY - dt.timedelta(days=days),
        by=by,
        at=NOON,
    )


def test_changes_stand_beside_each_other(
    cast: Cast, case_id: UUID, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    note(cast.worker, case_id, Direction.BETTER, 2, " I go out again. ")
    note(cast.other_worker, case_id, Direction.TOO_EARLY, 30)
    with django_assert_max_num_queries(1):
        early, late = reads.changes_of(cast.manager, case_id)
    assert (early.direction, early.words, early.worker_name) == (Direction.TOO_EARLY, "", "Bo Lind")
    assert (late.direction, late.words) == (Direction.BETTER, "I go out again.")
    steps = [step.what for step in trail.steps_about(cast.manager, case_id)]
    assert steps.count("outcomes.record_change") == 2


@pytest.mark.parametrize("days", [-1, 41])
def test_a_day_that_cannot_be(cast: Cast, case_id: UUID, days: int) -> None:
    with pytest.raises(Invalid) as refusal:
        note(cast.worker, case_id, Direction.SAME, days)
    assert set(refusal.value.errors) == {"noted_on"}


def test_another_programme_s_case_is_not_there(cast: Cast, case_id: UUID) -> None:
    with pytest.raises(NotFound):
        note(cast.outsider, case_id, Direction.SAME, 1)
    with pytest.raises(NotFound):
        note(cast.worker, new_id(), Direction.SAME, 1)
    note(cast.worker, case_id, Direction.SAME, 1)
    assert reads.changes_of(cast.outsider, case_id) == []


@pytest.mark.parametrize("part", ["supervisor", "evaluator", "adviser", "administrator"])
def test_only_those_who_work_with_people(cast: Cast, case_id: UUID, part: str) -> None:
    viewer = cast.everyone()[part]
    assert not access.may_read(viewer)
    with pytest.raises(NotAllowed):
        reads.changes_of(viewer, case_id)
    with pytest.raises(NotAllowed):
        note(viewer, case_id, Direction.SAME, 1)


def test_the_words_stay_with_the_practice(cast: Cast, case_id: UUID) -> None:
    change_id = note(cast.worker, case_id, Direction.WORSE, 3, "It is harder now.")
    [table] = [one for one in facts.TABLES if one.name == "changes"]
    assert [column.name for column in table.columns] == [
        "change_id",
        "case_id",
        "person_id",
        "direction",
        "noted_on",
    ]
    person_id = cases.case(cast.worker, case_id).person_id
    assert list(table.rows(cast.programme_id)) == [
        (change_id, case_id, person_id, "worse", TODAY - dt.timedelta(days=3))
    ]
    assert list(table.rows(cast.outsider.programme)) == []


def test_the_database_knows_the_directions(cast: Cast, case_id: UUID) -> None:
    note(cast.worker, case_id, Direction.SAME, 1)
    with pytest.raises(IntegrityError), transaction.atomic():
        models.Change.objects.update(direction="sideways")
