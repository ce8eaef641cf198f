"""One person on one page: who may open it, what it shows, the small steps, and the access row."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from linkwork.casework import actions, reads
from linkwork.casework.rules.consent import Purpose
from linkwork.casework.rules.persons import NewNeed, PersonDetails
from linkwork.casework.rules.states import CaseState
from linkwork.testing.queries import questions
from linkwork.trail import reads as trail
from linkwork.web.people import closing

NOBODY_ELSE = ["supervisor", "evaluator", "adviser", "administrator"]


def address(name, *ids):
    return reverse(f"people:{name}", args=ids)


@pytest.fixture
def full_case(cast, case_id):
    now = timezone.now()
    for number in range(3):
        actions.log_contact(
            case_id=case_id,
            occurred_at=now,
            mode="met",
            minutes=30,
            topics=["plan"],
            needs=[NewNeed("company", "I would like to know one other mother here.")] if not number else [],
            what_matters="That the children have friends",
            plan="Try the open preschool",
            follow_up_on=timezone.localdate(now),
            follow_up_about="Ask about the preschool",
            by=cast.worker,
            at=now,
        )
    actions.give_consent(case_id=case_id, purpose=Purpose.SHARE, by=cast.worker, at=now)
    return case_id


def test_before_the_first_contact_it_says_what_the_referral_said(signed_in, cast):
    now = timezone.now()
    referral_id = actions.receive_referral(
        details=PersonDetails(given_name="Win", family_name="Oake"),
        source="general_practice",
        wants="Has not been out since her hip.",
        referrer_name="Dr Rao",
        by=cast.worker,
        at=now,
    )
    case_id = actions.accept_referral(
        referral_id=referral_id, worker_id=cast.worker.id, by=cast.manager, at=now
    )
    client, page = signed_in("worker"), address("person", case_id)
    before = client.get(page).content.decode()
    assert "Has not been out since her hip." in before
    assert "Dr Rao" in before
    actions.log_contact(case_id=case_id, occurred_at=now, mode="met", by=cast.worker, at=now)
    assert "her hip" not in client.get(page).content.decode()


def test_the_page_says_what_matters_first(signed_in, cast, full_case):
    text = signed_in("worker").get(address("person", full_case)).content.decode()
    for said in (
        "Maryam Al-Amin",
        "“That the children have friends”",
        "I would like to know one other mother here.",
        "Company and belonging",
        "Ask about the preschool",
        "Try the open preschool",
        "Arabic, with interpreter",
        "Met · 30 minutes",
        "Find support",
    ):
        assert said in text, said
    person_id = reads.case(cast.worker, full_case).person_id
    [look] = trail.looks_at(cast.manager, person_id)
    assert (look.page, look.actor_id) == ("people:person", cast.worker.id)


def test_the_page_asks_a_fixed_number_of_questions(signed_in, cast, full_case):
    client = signed_in("worker")
    with CaptureQueriesContext(connection) as asked:
        client.get(address("person", full_case))
    assert len(questions(asked.captured_queries)) <= 12


@pytest.mark.parametrize("part", NOBODY_ELSE)
def test_it_opens_for_workers_and_managers_only(signed_in, cast, case_id, part):
    for name in ("person", "edit", "close", "worker", "need_add", "say", "follow_up_set", "consent"):
        assert signed_in(part).get(address(name, case_id)).status_code == 403, name
    person_id = reads.case(cast.worker, case_id).person_id
    assert trail.looks_at(cast.manager, person_id) == []


def test_another_programme_finds_nobody(signed_in, case_id):
    assert signed_in("outsider").get(address("person", case_id)).status_code == 404
    assert signed_in("manager").get(address("person", case_id)).status_code == 200


def test_small_steps_come_back_to_the_page(signed_in, cast, case_id):
    client = signed_in("worker")
    for name, typed in (
        ("need_add", {"term": "food", "said": "Bread"}),
        ("say", {"kind": "matters", "said": "My garden"}),
        ("follow_up_set", {"about": "Call", "due_on": "2099-01-01"}),
        ("consent", {"purpose": "share", "recipient": "Garden group"}),
        ("worker", {"worker": str(cast.other_worker.id)}),
        ("edit", {"given_name": "Miriam", "prefers": "phone", "near": str(cast.site_id)}),
        ("rest", {}),
    ):
        answer = client.post(address(name, case_id), typed)
        back = "about" if name == "edit" else "person"
        assert (answer.status_code, answer.headers.get("Location")) == (302, address(back, case_id)), name
    card = reads.case(cast.worker, case_id)
    assert (card.name, card.worker_name, card.state) == ("Miriam", "Bo Lind", CaseState.PAUSED)
    assert card.place is not None
    [need] = reads.needs_of(cast.worker, case_id)
    [promise] = reads.follow_ups_of(cast.worker, case_id)
    [consent] = reads.consents_of(cast.worker, card.person_id, timezone.now())
    client.post(address("need_met", need.id))
    client.post(address("follow_up_done", promise.id))
    client.post(address("consent_end", case_id, consent.id))
    client.post(address("rest", case_id))
    assert reads.need(cast.worker, need.id).met_on
    assert reads.follow_up(cast.worker, promise.id).done_on
    assert not reads.may_share(cast.worker, case_id, "share", "Garden group", at=timezone.now())
    assert reads.case(cast.worker, case_id).state is CaseState.OPEN


def test_what_was_typed_is_kept_when_something_is_missing(signed_in, case_id):
    answer = signed_in("worker").post(address("need_add", case_id), {"term": "", "said": "Bread, every day"})
    assert answer.status_code == 422
    text = answer.content.decode()
    assert "Bread, every day" in text
    assert "Choose one" in text


def test_forms_open_with_what_is_known(signed_in, case_id):
    client = signed_in("worker")
    assert 'value="Maryam"' in client.get(address("edit", case_id)).content.decode()
    for name in ("close", "worker", "consent", "say", "follow_up_set", "need_add"):
        assert client.get(address(name, case_id)).status_code == 200, name


def test_a_promise_is_for_in_a_week_unless_said_otherwise(signed_in, case_id):
    page = signed_in("worker").get(address("follow_up_set", case_id)).content.decode()
    in_a_week = timezone.localdate() + dt.timedelta(days=7)
    assert f'value="{in_a_week.isoformat()}"' in page


def test_a_case_is_closed_with_a_reason(signed_in, cast, case_id):
    client = signed_in("worker")
    assert client.post(address("close", case_id), {"note": "x"}).status_code == 422
    client.post(address("close", case_id), {"reason": "done", "note": "Knows where to go"})
    assert reads.case(cast.worker, case_id).state is CaseState.CLOSED
    text = client.get(address("person", case_id)).content.decode()
    assert "What we set out to do is done" in text
    assert "Log a contact" not in text


def test_what_is_unresolved_has_to_be_said_first(signed_in, cast, case_id, monkeypatch):
    closed = []
    monkeypatch.setattr(closing, "open_ends", lambda viewer, case: [(cast.site_id, "Garden group")])

    def close(*given):
        closed.append(given)

    monkeypatch.setattr(closing, "close", close)
    client = signed_in("worker")
    answer = client.post(address("close", case_id), {"reason": "done"})
    assert answer.status_code == 422
    assert "Garden group" in answer.content.decode()
    client.post(address("close", case_id), {"reason": "done", "not_known": [str(cast.site_id)]})
    assert closed[0][3] == [cast.site_id]
