"""The shared care plan: created, seen, amended, closed, together with the person."""

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from linkwork.casework import actions, reads
from linkwork.casework.rules.persons import PersonDetails
from linkwork.testing.capabilities import epic
from linkwork.testing.cast import PASSWORD


@pytest.fixture
def case_id(cast):
    return actions.start_case(
        details=PersonDetails("Maryam", "Al-Amin", language="en"),
        source="self",
        worker_id=cast.worker.id,
        by=cast.worker,
        at=timezone.now(),
    )


@pytest.fixture
def worker(cast):
    browser = Client()
    assert browser.login(email="worker@example.org", password=PASSWORD)
    return browser


def text(answer):
    return answer.content.decode()


def begun(cast, worker, case_id):
    """A plan with a goal and something the person does; its id."""
    worker.post(reverse("plan:begin", args=[case_id]), {"template": ""})
    card = reads.plan_of(cast.worker, case_id)
    assert card is not None
    worker.post(reverse("plan:goal_new", args=[card.id]), {"words": "Know a neighbour", "shared": "on"})
    step = {"words": "Go to the library", "owner": "person", "shared": "on"}
    worker.post(reverse("plan:action_new", args=[card.id]), step)
    return card.id


@epic("C36E1", pages=["plan:begin", "plan:goal_new", "plan:action_new", "plan:plan"])
def test_c36e1_a_plan_is_made_with_the_person(cast, worker, case_id):
    """
    Given a person who is supported and has no plan
    When their worker begins one, with a goal in the person's words and who does what
    Then the plan stands on the person's pages, dated, and holds from that day.
    """
    begun(cast, worker, case_id)
    seen = text(worker.get(reverse("plan:plan", args=[case_id])))
    assert "Plan since today" in seen
    assert "Know a neighbour" in seen
    assert "Go to the library" in seen


@epic("C36E2", pages=["plan:plan", "mine:open", "mine:plan:paper", "plan:pdf"])
def test_c36e2_the_person_sees_their_plan_in_their_own_hands(cast, worker, case_id):
    """
    Given a plan with something that is not for sharing
    When the person opens their own link, without an account, or the plan is printed in large letters
    Then they see what is shared, they can tick off what is theirs, and nothing kept back is shown.
    """
    plan_id = begun(cast, worker, case_id)
    worker.post(reverse("plan:goal_new", args=[plan_id]), {"words": "Something kept back"})
    token = actions.make_person_link(case_id=case_id, by=cast.worker, at=timezone.now())
    person = Client()
    for page in (reverse("mine:open", args=[token]), reverse("mine:plan:paper", args=[token]) + "?large"):
        seen = text(person.get(page))
        assert "Know a neighbour" in seen
        assert "Something kept back" not in seen
    [step] = reads.plan(cast.worker, plan_id).body.actions
    person.post(reverse("mine:plan:tick", args=[token, step.id]))
    assert "they say so themself" in text(worker.get(reverse("plan:plan", args=[case_id])))
    assert worker.get(reverse("plan:pdf", args=[case_id])).content.startswith(b"%PDF-")


@epic("C36E3", pages=["plan:goal", "plan:history"])
def test_c36e3_a_plan_is_changed_and_its_past_is_kept(cast, worker, case_id):
    """
    Given a plan that was agreed
    When a goal is said anew
    Then the plan shows the new words, and how it stood before can still be read with who changed it.
    """
    plan_id = begun(cast, worker, case_id)
    [goal] = reads.plan(cast.worker, plan_id).body.goals
    worker.post(reverse("plan:goal", args=[goal.id]), {"words": "Know two neighbours", "shared": "on"})
    assert "Know two neighbours" in text(worker.get(reverse("plan:plan", args=[case_id])))
    changes = text(worker.get(reverse("plan:history", args=[plan_id])))
    assert "A goal said anew" in changes
    assert "Amal Haddad" in changes


@epic("C36E4", pages=["plan:close", "plan:plan", "mine:open"])
def test_c36e4_a_plan_is_closed_with_a_reason(cast, worker, case_id):
    """
    Given a plan that runs
    When it is closed with how it ended
    Then it can no longer be changed, the reason stands beside it, and the person can still look back on it.
    """
    plan_id = begun(cast, worker, case_id)
    worker.post(reverse("plan:close", args=[plan_id]), {"reason": "done", "words": "We have coffee"})
    seen = text(worker.get(reverse("plan:plan", args=[case_id])))
    assert "What we set out to do is done" in seen
    assert "Add a goal" not in seen
    assert worker.post(reverse("plan:goal_new", args=[plan_id]), {"words": "More"}).status_code == 400
    token = actions.make_person_link(case_id=case_id, by=cast.worker, at=timezone.now())
    assert "This plan is finished" in text(Client().get(reverse("mine:open", args=[token])))
