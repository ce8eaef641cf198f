"""How far a goal came: noted by who works with people, kept beside what was noted before."""

import datetime as dt

import pytest
from django.db import IntegrityError, transaction

from linkwork.casework import actions as casework
from linkwork.casework.rules.persons import PersonDetails
from linkwork.casework.rules.plan import NewGoal
from linkwork.core.errors import Invalid, NotAllowed, NotFound
from linkwork.outcomes import actions, facts, models, reads
from linkwork.outcomes.rules.attainment import Level, moved
from linkwork.testing.cast import NOON

DAY = dt.timedelta(days=1)


@pytest.fixture
def case_id(cast):
    details = PersonDetails(given_name="Maryam")
    return casework.start_case(details=details, source="self", by=cast.worker, at=NOON)


@pytest.fixture
def goal_id(cast, case_id):
    plan_id = casework.open_plan(case_id=case_id, by=cast.worker, at=NOON)
    return casework.add_goal(plan_id=plan_id, goal=NewGoal("Know a neighbour"), by=cast.worker, at=NOON)


def note(cast, goal_id, level=Level.LESS, days=0, **more):
    given = {"goal_id": goal_id, "level": level, "by": cast.worker, "at": NOON + 9 * DAY}
    return actions.note_attainment(**given | {"noted_on": NOON.date() + days * DAY} | more)


def test_it_is_noted_over_time_and_closed_plans_too(cast, case_id, goal_id):
    note(cast, goal_id, words=" We say hello ")
    casework.close_case(case_id=case_id, reason="done", by=cast.worker, at=NOON + DAY)
    note(cast, goal_id, Level.MORE, days=7)
    [first, last] = reads.attainments_of(cast.worker, case_id)[goal_id]
    assert (first.level, first.words, first.noted_on) == (Level.LESS, "We say hello", NOON.date())
    assert moved([first.level, last.level]) == 2
    rows = list(facts.attainments(cast.programme_id))
    assert [(row[1], row[4]) for row in rows] == [(goal_id, -1), (goal_id, 1)]


def test_once_is_no_change():
    assert moved([Level.LESS]) is None
    assert moved([]) is None


def test_days_that_cannot_be(cast, goal_id):
    for days in (-1, 10):
        with pytest.raises(Invalid) as refusal:
            note(cast, goal_id, days=days)
        assert "noted_on" in refusal.value.errors


def test_who_stays_outside(cast, case_id, goal_id):
    with pytest.raises(NotAllowed):
        note(cast, goal_id, by=cast.supervisor)
    with pytest.raises(NotAllowed):
        reads.attainments_of(cast.evaluator, case_id)
    with pytest.raises(NotFound):
        note(cast, goal_id, by=cast.outsider)
    assert reads.attainments_of(cast.outsider, case_id) == {}


def test_the_database_knows_five_levels(cast, goal_id):
    note(cast, goal_id)
    with pytest.raises(IntegrityError, match="outcomes_attainment_has_a_level"), transaction.atomic():
        models.Attainment.objects.update(level=3)
