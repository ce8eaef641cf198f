"""What the tables of the plan refuse, and what an extract learns of them."""

import datetime as dt

import pytest
from django.db import IntegrityError, transaction

from linkwork.casework import actions, models, reads
from linkwork.casework.facts import plans as facts
from linkwork.casework.tests.plans.making import goal, step
from linkwork.testing.cast import NOON

DAY = dt.timedelta(days=1)
TEMPLATE = "Meet people\n- Go to the library\n+ Ask what is on\nSleep better"


@pytest.fixture
def whole(cast, plan_id, me):
    goal_id = goal(cast, plan_id)
    step(cast, plan_id, goal_id=goal_id)
    actions.comment_on_plan(plan_id=plan_id, words="Hello", by=me, at=NOON)
    actions.keep_template(title="First", body="Goal", by=cast.manager, at=NOON)


@pytest.mark.parametrize(
    ("table", "changes", "name"),
    [
        ("Plan", {"state": "closed"}, "casework_plan_closed_says_why"),
        ("Plan", {"state": "waiting"}, "casework_plan_waits_since"),
        (
            "Plan",
            {"state": "closed", "close_reason": "done", "closed_on": NOON.date() - DAY},
            "casework_plan_in_order",
        ),
        ("Goal", {"words": ""}, "casework_goal_says_something"),
        ("Goal", {"state": "reached"}, "casework_goal_closed_on_a_day"),
        ("Goal", {"state": "reached", "closed_on": NOON.date() - DAY}, "casework_goal_in_order"),
        ("PlanAction", {"words": ""}, "casework_action_says_something"),
        ("PlanAction", {"state": "done"}, "casework_action_settled_on_a_day"),
        ("PlanAction", {"state": "done", "settled_on": NOON.date() - DAY}, "casework_action_in_order"),
        ("PlanAction", {"state": "dropped", "settled_on": NOON.date()}, "casework_action_dropped_says_why"),
        ("PlanAction", {"owner": "other"}, "casework_action_names_others"),
        ("PlanAction", {"owner_words": "Her neighbour"}, "casework_action_names_others"),
        ("PlanComment", {"words": ""}, "casework_comment_says_something"),
        ("PlanTemplate", {"title": ""}, "casework_plan_template_says_something"),
    ],
)
def test_a_row_that_cannot_be_true_is_refused(whole, table, changes, name):
    with pytest.raises(IntegrityError, match=name), transaction.atomic():
        getattr(models, table).objects.update(**changes)


def test_only_a_worker_is_a_worker(cast, whole):
    with pytest.raises(IntegrityError, match="casework_action_worker_is_owner"), transaction.atomic():
        models.PlanAction.objects.update(worker_id=cast.worker.id)


@pytest.mark.parametrize("table", ["Plan", "PlanVersion", "PlanTemplate"])
def test_a_row_stands_once(whole, table):
    row = getattr(models, table).objects.first()
    row.id, row._state.adding = row._meta.pk.get_default(), True
    with pytest.raises(IntegrityError), transaction.atomic():
        row.save()


def test_an_extract_learns_states_and_terms_and_no_words(cast, case_id, plan_id):
    goal_id = goal(cast, plan_id, term="company")
    step(cast, plan_id, goal_id=goal_id)
    [kept] = facts.goals(cast.programme_id)
    person_id = reads.case(cast.worker, case_id).person_id
    assert kept == (goal_id, plan_id, case_id, person_id, "company", "open", NOON.date(), None)
    [done] = facts.actions(cast.programme_id)
    assert done[1:] == (plan_id, case_id, person_id, goal_id, "person", "to_do", NOON.date(), None, False)
