"""The team's pages: who sees whose, and noting a talk."""

import datetime as dt

import pytest
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from linkwork.casework import actions as casework
from linkwork.casework.rules.persons import PersonDetails
from linkwork.casework.rules.plan import NewGoal
from linkwork.programmes import actions as programmes
from linkwork.programmes.reads import Standing
from linkwork.testing.browsing import signed_in
from linkwork.testing.cast import Cast
from linkwork.web.team.today import today_items
from linkwork.workforce import reads

NOW = dt.datetime.now(dt.UTC)


def test_those_who_look_after_others_see_everybody(
    cast: Cast, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    client = signed_in("supervisor")
    with django_assert_max_num_queries(12):
        html = client.get(reverse("team:home")).content.decode()
    assert "Amal Haddad" in html
    assert "Bo Lind" in html


def test_a_worker_sees_themselves(cast: Cast) -> None:
    html = signed_in("worker").get(reverse("team:home")).content.decode()
    assert "Bo Lind" not in html


def test_a_talk_is_noted_and_the_gap_is_gone(cast: Cast) -> None:
    client = signed_in("supervisor")
    assert len(today_items(Standing(cast.supervisor), NOW)) == 2
    assert [item.title for item in today_items(Standing(cast.worker), NOW)] == [
        "Amal Haddad has had no supervision"
    ]
    address = reverse("team:supervision_new")
    assert (
        f'value="{cast.worker.id}" selected'
        in client.get(address, {"worker": str(cast.worker.id)}).content.decode()
    )
    said = {
        "worker": str(cast.worker.id),
        "partner": str(cast.supervisor.id),
        "kind": "clinical",
        "held_on": "2999-01-01",
        "agreed": "Fewer people at once",
    }
    assert "Fewer people at once" in client.post(address, said).content.decode()
    client.post(address, said | {"held_on": NOW.date().isoformat()})
    [talk] = reads.supervisions(cast.worker)
    assert talk.agreed == "Fewer people at once"
    assert [item.title for item in today_items(Standing(cast.worker), NOW)] == [
        "You talked with Dana Petit: was it so?"
    ]


def test_a_worker_notes_their_own_talks_only(cast: Cast) -> None:
    client = signed_in("worker")
    html = client.get(reverse("team:supervision_new")).content.decode()
    assert f'value="{cast.worker.id}"' in html
    said = {"worker": str(cast.other_worker.id), "kind": "peer", "held_on": NOW.date().isoformat()}
    assert client.post(reverse("team:supervision_new"), said).status_code == 200
    assert reads.supervisions(cast.manager) == []


@pytest.mark.parametrize("part", ["evaluator", "adviser", "administrator"])
def test_nobody_else_comes_in(cast: Cast, part: str) -> None:
    assert signed_in(part).get(reverse("team:home")).status_code == 403
    assert today_items(Standing(cast.everyone()[part]), NOW) == []


def test_who_approves_plans_is_led_to_those_that_wait(cast: Cast) -> None:
    def team(part: str) -> str:
        return signed_in(part).get(reverse("team:home")).content.decode()

    waiting = reverse("plan:waiting")
    assert waiting not in team("supervisor")
    programmes.set_plan_rules(plans_need_approval=True, reopen_within_days=28, by=cast.manager, at=NOW)
    assert "Plans that wait" in team("supervisor")
    case_id = casework.start_case(
        details=PersonDetails(given_name="Ida"),
        source="self",
        worker_id=cast.worker.id,
        by=cast.worker,
        at=NOW,
    )
    plan_id = casework.open_plan(case_id=case_id, by=cast.worker, at=NOW)
    casework.add_goal(plan_id=plan_id, goal=NewGoal("Sing"), by=cast.worker, at=NOW)
    casework.ask_approval(plan_id=plan_id, by=cast.worker, at=NOW)
    for part in ("supervisor", "manager"):
        assert "1 plan waits for a yes" in team(part)
        assert waiting in team(part)
    assert waiting not in team("worker")
