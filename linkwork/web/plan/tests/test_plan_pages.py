"""The plan on a person's pages: begun, changed, closed, how it stood, who may open it."""

import datetime as dt

import pytest
from django.urls import reverse
from django.utils import timezone

from linkwork.casework import actions, reads
from linkwork.casework.rules.persons import StatementKind
from linkwork.casework.rules.plan import ActionState, GoalState, PlanEnd, PlanState
from linkwork.outcomes import reads as outcomes
from linkwork.outcomes.rules.attainment import Level
from linkwork.trail import reads as trail
from linkwork.web.people.presenters import today_items


def address(name, *ids):
    return reverse(f"plan:{name}", args=ids)


def text(answer):
    return answer.content.decode()


@pytest.fixture
def client(signed_in):
    return signed_in("worker")


def body(cast, plan_id):
    return reads.plan(cast.worker, plan_id).body


def test_the_tab_without_a_plan_offers_one(client, cast, case_id):
    said = text(client.get(address("plan", case_id)))
    assert "No plan yet" in said
    assert "Begin a plan" in said
    person_id = reads.case(cast.worker, case_id).person_id
    assert trail.looks_at(cast.manager, person_id)[0].page == "plan:plan"


@pytest.mark.parametrize(("language", "said"), [("en", "Know what there is near me"), ("so", "Know what")])
def test_a_plan_begins_from_an_example(client, cast, case_id, language, said):
    page = client.get(address("begin", case_id))
    assert "Example: The first weeks" in text(page)
    answer = client.post(address("begin", case_id), {"template": "first_weeks"})
    assert answer.headers["Location"] == address("plan", case_id)
    assert said in text(client.get(address("plan", case_id)))


def test_or_from_an_empty_page_or_the_programmes_own(client, cast, case_id):
    actions.keep_template(title="Ours", body="Sleep better", by=cast.manager, at=timezone.now())
    key = str(reads.templates(cast.worker)[0].id)
    client.post(address("begin", case_id), {"template": key})
    card = reads.plan_of(cast.worker, case_id)
    assert card is not None
    assert [one.words for one in card.body.goals] == ["Sleep better"]
    actions.close_plan(plan_id=card.id, reason=PlanEnd.CHANGED, by=cast.worker, at=timezone.now())
    client.post(address("begin", case_id), {"template": ""})
    assert client.post(address("begin", case_id), {"template": ""}).status_code == 400


def test_goals_and_steps_by_the_page(client, cast, case_id, plan_id):
    levels = {f"level_{number}": f"Level {number}" for number in range(5)}
    client.post(
        address("goal_new", plan_id),
        {"words": "Sleep better", "by_when": "2099-01-01", "term": "food", "shared": "on"} | levels,
    )
    goal = body(cast, plan_id).goals[1]
    assert goal.levels[4] == "Level 4"
    assert "Sleep better" in text(client.get(address("goal", goal.id)))
    client.post(address("goal", goal.id), {"words": "Sleep at night"})
    client.post(
        address("action_new", plan_id) + f"?goal={goal.id}",
        {"words": "Ring the nurse", "owner": "worker", "goal": str(goal.id), "due_on": "2020-01-01"},
    )
    client.post(
        address("action_new", plan_id),
        {"words": "Lend a lamp", "owner": "other", "owner_words": "A neighbour"},
    )
    said = text(client.get(address("plan", case_id)))
    for words in (
        "Sleep at night",
        "Ring the nurse",
        "A neighbour",
        "not on their page",
        "Go to the library",
    ):
        assert words in said, words
    step = body(cast, plan_id).actions_of(goal.id)[0]
    assert "Ring the nurse" in text(client.get(address("action", step.id)))
    client.post(address("action", step.id), {"words": "Write to the nurse", "owner": "worker"})
    client.post(address("action_done", step.id))
    assert next(one for one in body(cast, plan_id).actions if one.id == step.id).state is ActionState.DONE
    client.post(address("action_again", step.id))
    assert client.post(address("action_drop", step.id), {"reason": ""}).status_code == 422
    client.post(address("action_drop", step.id), {"reason": "She rang us"})
    assert "She rang us" in text(client.get(address("plan", case_id)))


def test_a_half_written_scale_is_said_where_it_is(client, plan_id):
    answer = client.post(address("goal_new", plan_id), {"words": "Sleep", "level_0": "Never"})
    assert answer.status_code == 422
    assert "for each of the five levels" in text(answer)
    assert "Never" in text(answer)


def test_how_far_a_goal_came_and_how_it_ended(client, cast, case_id, plan_id):
    goal = body(cast, plan_id).goals[0]
    today = timezone.localdate().isoformat()
    assert "As hoped for" in text(client.get(address("attain", goal.id)))
    client.post(address("attain", goal.id), {"level": "-1", "words": "Hello to one", "noted_on": today})
    client.post(address("attain", goal.id), {"level": "1", "noted_on": today})
    noted = outcomes.attainments_of(cast.worker, case_id)[goal.id]
    assert [one.level for one in noted] == [Level.LESS, Level.MORE]
    assert client.get(address("goal_settle", goal.id)).status_code == 200
    assert client.post(address("goal_settle", goal.id), {"to": "set_aside"}).status_code == 422
    client.post(address("goal_settle", goal.id), {"to": "reached", "words": "We have coffee"})
    said = text(client.get(address("plan", case_id)))
    assert "We have coffee" in said
    assert "Hello to one" in said
    client.post(address("goal_again", goal.id))
    assert body(cast, plan_id).goals[0].state is GoalState.OPEN


def test_own_levels_are_offered_in_their_words(client, cast, plan_id):
    levels = {f"level_{number}": f"Own {number}" for number in range(5)}
    client.post(address("goal_new", plan_id), {"words": "Sleep better"} | levels)
    goal = body(cast, plan_id).goals[1]
    assert "Much more than hoped for: Own 4" in text(client.get(address("attain", goal.id)))


def test_closing_and_going_on(client, cast, case_id, plan_id):
    assert client.get(address("close", plan_id)).status_code == 200
    client.post(address("close", plan_id), {"reason": "done", "words": "All well"})
    said = text(client.get(address("plan", case_id)))
    assert "What we set out to do is done" in said
    assert "Begin a new plan" in said
    client.post(address("take_up", plan_id))
    assert reads.plan(cast.worker, plan_id).state is PlanState.AGREED


def test_how_it_stood_on_a_day(client, cast, plan_id):
    goal = body(cast, plan_id).goals[0]
    now = timezone.now()
    actions.settle_goal(goal_id=goal.id, to=GoalState.REACHED, by=cast.worker, at=now + dt.timedelta(days=2))
    today, later = timezone.localdate(now), timezone.localdate(now + dt.timedelta(days=2))
    said = text(client.get(address("history", plan_id)))
    assert "Begun" in said
    assert "Meet people" not in said
    before = text(client.get(address("history", plan_id), {"on": today.isoformat()}))
    assert "Meet people" in before
    assert "chip-info" not in before
    assert "chip-info" in text(client.get(address("history", plan_id), {"on": later.isoformat()}))
    assert "no plan on that day" in text(client.get(address("history", plan_id), {"on": "2001-01-01"}))
    assert "no plan" not in text(client.get(address("history", plan_id), {"on": "2001-99-99"}))


def test_older_plans_are_found_from_the_newer(client, cast, case_id, plan_id):
    actions.close_plan(plan_id=plan_id, reason=PlanEnd.CHANGED, by=cast.worker, at=timezone.now())
    newer = actions.open_plan(case_id=case_id, by=cast.worker, at=timezone.now())
    assert address("history", plan_id) in text(client.get(address("history", newer)))


def test_what_was_planned_in_contacts_stays_readable(client, cast, case_id):
    for words in ("One", "Two", "Three", "Try the open preschool"):
        actions.add_statement(
            case_id=case_id, kind=StatementKind.PLAN, words=words, by=cast.worker, at=timezone.now()
        )
    assert "Try the open preschool" in text(client.get(address("plan", case_id)))


def test_a_full_plan_asks_few_questions(client, cast, case_id, plan_id):
    for number in range(6):
        client.post(address("goal_new", plan_id), {"words": f"Goal {number}"})
        client.post(address("action_new", plan_id), {"words": f"Step {number}", "owner": "person"})
    assert "Goal 5" in text(client.get(address("plan", case_id)))  # more than twelve would fail the test


def test_a_closed_case_shows_its_plan_and_changes_nothing(client, cast, case_id, plan_id):
    actions.close_case(case_id=case_id, reason="done", by=cast.worker, at=timezone.now())
    said = text(client.get(address("plan", case_id)))
    assert "It ended with the case" in said
    assert "Add a goal" not in said
    assert client.post(address("take_up", plan_id)).status_code == 400


def test_today_says_what_was_promised_and_written(cast, plan_id, token):
    now = timezone.now()
    [step] = [one for one in body(cast, plan_id).actions if one.owner == "worker"]
    actions.change_action(
        action_id=step.id,
        new=_due(step.words, timezone.localdate(now) - dt.timedelta(days=1)),
        by=cast.worker,
        at=now,
    )
    own = reads.own_page(token, now)
    actions.comment_on_plan(plan_id=plan_id, words="It was shut", by=own.viewer, at=now)
    standing = _standing(cast.worker)
    items = [one for one in today_items(standing, now) if "/plan/" in one.url]
    assert [(one.title, one.chip) for one in items] == [
        ("Maryam A.: Ask what is on", "late"),
        ("Maryam A. wrote about their plan", ""),
    ]
    assert [one.own and one.own.title for one in items] == ["Ask what is on", "They wrote about their plan"]
    assert items[1].quote == "It was shut"
    assert today_items(_standing(cast.evaluator), now) == []


def test_what_they_wrote_may_ask_for_a_concern_until_it_is_read(signed_in, cast, case_id, plan_id, token):
    now = timezone.now()
    own = reads.own_page(token, now)
    actions.comment_on_plan(plan_id=plan_id, words="Some days I want to die", by=own.viewer, at=now)
    client = signed_in("worker")
    shown = client.get(address("plan", case_id)).content.decode()
    assert "They wrote “want to die”. Does this need a safeguarding concern?" in shown
    assert reverse("safety:new", args=[case_id]) in shown
    actions.note_comments(plan_id=plan_id, by=cast.worker, at=now)
    assert "safeguarding concern?" not in client.get(address("plan", case_id)).content.decode()


def _due(words, day):
    from linkwork.casework.rules.plan import ActionOwner, NewAction

    return NewAction(words, ActionOwner.WORKER, due_on=day)


def _standing(viewer):
    from linkwork.programmes import reads as programmes

    return programmes.Standing(viewer, programmes.programme(viewer))


@pytest.mark.parametrize("part", ["supervisor", "evaluator", "adviser", "administrator"])
def test_it_opens_for_workers_and_managers_only(signed_in, case_id, plan_id, part):
    client = signed_in(part)
    for name, number in (("plan", case_id), ("begin", case_id), ("paper", case_id), ("history", plan_id)):
        assert client.get(address(name, number)).status_code == 403, name


def test_another_programme_finds_nothing(signed_in, case_id, plan_id):
    client = signed_in("outsider")
    for name, number in (("plan", case_id), ("begin", case_id), ("history", plan_id), ("goal_new", plan_id)):
        assert client.get(address(name, number)).status_code == 404, name
