"""The shared version: by the person's own link, on paper, in large print, as a PDF; approval and templates."""

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from linkwork.casework import actions, reads
from linkwork.casework.rules.persons import StatementKind
from linkwork.casework.rules.plan import ActionOwner, ActionState, NewAction, NewGoal, PlanState
from linkwork.programmes import actions as programmes


def address(name, *ids):
    return reverse(f"plan:{name}", args=ids)


def own(name, *ids):
    return reverse(f"mine:{name}", args=ids)


def text(answer):
    return answer.content.decode()


@pytest.fixture
def client(signed_in):
    return signed_in("worker")


@pytest.fixture
def browser():
    return Client()


@pytest.fixture
def approval(cast):
    programmes.set_plan_rules(
        plans_need_approval=True, reopen_within_days=28, by=cast.manager, at=timezone.now()
    )


def test_a_link_is_shown_once_and_ended(client, browser, case_id):
    client.post(address("link", case_id))
    said = text(client.get(address("plan", case_id)))
    shown = said.split('id="own-address"')[1].split(">")[1].split("<")[0]
    assert browser.get("/" + shown.split("/", 3)[3]).status_code == 200
    assert "1 link opens it" in text(client.get(address("plan", case_id)))
    assert "own-address" not in text(client.get(address("plan", case_id)))
    client.post(address("link", case_id), {"close": "1"})
    assert "A private link opens it" in text(client.get(address("plan", case_id)))


def test_the_person_sees_what_is_shared_and_ticks_it(browser, cast, plan_id, case_id, token):
    at = timezone.now()
    actions.add_goal(plan_id=plan_id, goal=NewGoal("A secret", shared=False), by=cast.worker, at=at)
    other = NewAction("Lend a lamp", ActionOwner.OTHER, owner_words="A neighbour")
    actions.add_action(plan_id=plan_id, new=other, by=cast.worker, at=at)
    actions.add_statement(
        case_id=case_id, kind=StatementKind.MATTERS, words="My garden", by=cast.worker, at=at
    )
    said = text(browser.get(own("open", token)))
    for words in ("Your plan", "Meet people", "Go to the library", "My garden", "A neighbour", "I did it"):
        assert words in said, words
    assert "A secret" not in said
    [mine] = [one for one in reads.plan(cast.worker, plan_id).body.actions if one.owner == "person"]
    assert browser.post(own("plan:tick", token, mine.id)).status_code == 302
    assert "Not done yet" in text(browser.get(own("open", token)))
    assert reads.plan(cast.worker, plan_id).body.actions[0].by_person
    assert "they say so themself" in text(_tab(cast, case_id))
    browser.post(own("plan:tick", token, mine.id), {"again": "1"})
    assert reads.plan(cast.worker, plan_id).body.actions[0].state is ActionState.TO_DO


def _tab(cast, case_id):
    client = Client()
    client.login(email="worker@example.org", password="a calm long password")
    return client.get(address("plan", case_id))


def test_what_is_not_theirs_cannot_be_ticked(browser, cast, plan_id, token):
    [ours] = [one for one in reads.plan(cast.worker, plan_id).body.actions if one.owner == "worker"]
    assert browser.post(own("plan:tick", token, ours.id)).status_code == 403
    assert browser.post(own("plan:tick", "forged", ours.id)).status_code == 404


def test_they_write_and_the_worker_reads(browser, client, cast, plan_id, case_id, token):
    assert browser.post(own("plan:comment", token, plan_id), {"words": ""}).status_code == 422
    browser.post(own("plan:comment", token, plan_id), {"words": "It was shut"})
    assert "It was shut" in text(browser.get(own("open", token)))
    assert "I have read it" in text(client.get(address("plan", case_id)))
    client.post(address("seen", plan_id))
    assert "I have read it" not in text(client.get(address("plan", case_id)))


def test_on_paper_normal_and_large(browser, client, cast, plan_id, case_id, token):
    [mine] = [one for one in reads.plan(cast.worker, plan_id).body.actions if one.owner == "person"]
    actions.settle_action(
        action_id=mine.id, to=ActionState.DROPPED, reason="It closed", by=cast.worker, at=timezone.now()
    )
    for page in (browser.get(own("plan:paper", token)), client.get(address("paper", case_id))):
        assert "Meet people" in text(page)
        assert "no longer needed" in text(page)
        assert "plan-large" not in text(page)
        assert "It closed" not in text(page)
    assert "plan-large" in text(client.get(address("paper", case_id) + "?large"))
    assert 'dir="rtl"' in text(client.get(address("paper", case_id) + "?in=ar"))


def test_as_a_pdf(client, plan_id, case_id):
    for more in ("", "?large"):
        answer = client.get(address("pdf", case_id) + more)
        assert answer.content.startswith(b"%PDF-")
        assert answer.headers["Content-Type"] == "application/pdf"


def test_without_a_plan_there_is_no_paper(browser, client, case_id, token):
    assert browser.get(own("plan:paper", token)).status_code == 404
    assert client.get(address("paper", case_id)).status_code == 404
    assert client.get(address("pdf", case_id)).status_code == 404
    assert "Your plan" not in text(browser.get(own("open", token)))


def test_a_finished_plan_stays_to_look_back_on(browser, cast, plan_id, case_id, token):
    actions.close_case(case_id=case_id, reason="done", by=cast.worker, at=timezone.now())
    said = text(browser.get(own("open", token)))
    assert "This plan is finished" in said
    assert "I did it" not in said


def test_approval_by_the_page(client, signed_in, cast, case_id, approval):
    client.post(address("begin", case_id), {"template": "one_step"})
    card = reads.plan_of(cast.worker, case_id)
    assert card is not None
    assert "Ask for approval" in text(client.get(address("plan", case_id)))
    client.post(address("ask", card.id))
    supervisor = signed_in("supervisor")
    assert "M.A." in text(supervisor.get(address("waiting")))
    shown = text(supervisor.get(address("approve", card.id)))
    assert "One thing I would like to be different" in shown
    assert "Maryam" not in shown
    assert supervisor.post(address("approve", card.id), {"change": "1"}).status_code == 422
    supervisor.post(address("approve", card.id), {"change": "1", "words": "By when?"})
    assert "By when?" in text(client.get(address("plan", case_id)))
    client.post(address("ask", card.id))
    supervisor.post(address("approve", card.id), {"agreed": "1"})
    assert "Approved by Dana Petit" in text(client.get(address("plan", case_id)))
    assert "No plan waits" in text(supervisor.get(address("waiting")))


def test_a_manager_is_told_of_plans_that_wait(signed_in, cast, case_id, approval):
    plan_id = actions.open_plan(case_id=case_id, by=cast.worker, at=timezone.now())
    actions.ask_approval(plan_id=plan_id, by=cast.worker, at=timezone.now())
    assert "A plan waits for approval: M.A." in text(signed_in("manager").get(reverse("today:home")))


def test_a_draft_is_agreed_where_approval_is_no_longer_wanted(client, cast, case_id, approval):
    plan_id = actions.open_plan(case_id=case_id, by=cast.worker, at=timezone.now())
    programmes.set_plan_rules(
        plans_need_approval=False, reopen_within_days=28, by=cast.manager, at=timezone.now()
    )
    assert "Agree on it" in text(client.get(address("plan", case_id)))
    client.post(address("agree", plan_id))
    assert reads.plan(cast.worker, plan_id).state is PlanState.AGREED


def test_managers_keep_the_templates(signed_in, cast):
    manager = signed_in("manager")
    assert "No templates of your own yet" in text(manager.get(address("templates")))
    assert manager.get(address("template_new")).status_code == 200
    assert manager.post(address("template_new"), {"title": "Ours", "body": "- x"}).status_code == 422
    manager.post(address("template_new"), {"title": "Ours", "body": "Sleep better\n- Ring the nurse"})
    [card] = reads.templates(cast.worker)
    assert "Ours" in text(manager.get(address("templates")))
    assert "Ring the nurse" in text(manager.get(address("template", card.id)))
    manager.post(address("template", card.id), {"title": "Ours, anew", "body": "Sleep better"})
    manager.post(address("template_retire", card.id))
    assert reads.templates(cast.worker) == []
    assert signed_in("worker").get(address("templates")).status_code == 403
