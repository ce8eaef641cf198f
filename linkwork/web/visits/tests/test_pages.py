"""Pages of visits made alone: one tap in, one tap out, and what whoever looks out sees."""

import datetime as dt
import json

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from linkwork.casework import actions as casework
from linkwork.casework.rules.persons import PersonDetails
from linkwork.core.viewer import system
from linkwork.exchange import sms
from linkwork.testing.browsing import signed_in
from linkwork.workforce import actions, reads
from linkwork.workforce.rules.visits import VisitState
from linkwork.workforce.tests.outings import look_out

HOUR = dt.timedelta(hours=1)
PHONE = "+447700900123"


def out(cast, late=dt.timedelta(), **said):
    """A visit of the worker's that ends in an hour, or ended `late` ago; its id."""
    now = timezone.now()
    starts = now - late - HOUR if late else now
    values = {
        "address": "Flat 2, 12 Elm Street",
        "about": "The new garden",
        "starts_at": starts,
        "ends_at": starts + HOUR,
        "buddy_id": cast.other_worker.id,
        "by": cast.worker,
        "at": starts,
    }
    return actions.plan_visit(**values | said)


def rounds(cast):
    return look_out(system(cast.programme_id), timezone.now())


def said(client, name, *args, **more):
    return client.get(reverse(name, args=args), more).content.decode()


def tapped(client, name, *args, **values):
    return client.post(reverse(name, args=args), values, follow=True)


def test_a_visit_is_planned_to_a_person_and_tapped_through(cast):
    details = PersonDetails("Maryam", "Aziz", address="12 Elm Street")
    now = timezone.now()
    case_id = casework.start_case(
        details=details, source="self", worker_id=cast.worker.id, by=cast.worker, at=now
    )
    actions.warn_of_place(
        place="12 Elm St",
        words="A large dog",
        review_on=timezone.localdate() + dt.timedelta(days=9),
        by=cast.manager,
        at=now,
    )
    worker = signed_in("worker")
    begins = timezone.localtime(now + dt.timedelta(minutes=5))
    page = said(worker, "visits:new", case=case_id)
    assert "12 Elm Street" in page
    plan = {
        "case": str(case_id),
        "address": "12 Elm Street",
        "day": begins.date().isoformat(),
        "begins": f"{begins:%H:%M}",
        "ends": f"{begins + HOUR:%H:%M}",
        "buddy": str(cast.other_worker.id),
        "phone": PHONE,
    }
    text = tapped(worker, "visits:new", **plan).content.decode()
    assert "At this place: A large dog" in text
    assert "I am there" in text
    [line] = reads.visits_open(cast.worker)
    assert line.case_id == case_id
    assert "I am safely out" in tapped(worker, "visits:start", line.id).content.decode()
    assert "You have time until" in tapped(worker, "visits:extend", line.id).content.decode()
    assert "Safely out" in tapped(worker, "visits:end", line.id).content.decode()
    over = said(worker, "visits:over")
    assert "Elm" not in over
    assert "Maryam" not in over
    assert "M.A." in text


def test_a_plan_that_cannot_be_kept_keeps_what_was_typed(cast):
    worker = signed_in("worker")
    today = timezone.localdate().isoformat()
    plan = {"address": "12 Elm Street", "day": today, "begins": "10:00", "ends": "11:00", "about": ""}
    answer = worker.post(reverse("visits:new"), plan | {"buddy": str(cast.other_worker.id)})
    assert answer.status_code == 422
    assert "Say in a few words" in answer.content.decode()
    assert "12 Elm Street" in answer.content.decode()
    assert worker.get(reverse("visits:new"), {"case": "nonsense"}).status_code == 200


def test_the_lists_of_visits(cast):
    assert "Plan a visit" in said(signed_in("worker"), "visits:home")
    out(cast)
    assert "I am there" in said(signed_in("worker"), "visits:home")
    assert "You look out for" in said(signed_in("other_worker"), "visits:home")
    manager = said(signed_in("manager"), "visits:home")
    assert "Who is out" in manager
    assert "Amal Haddad" in manager
    assert "The new garden" not in manager
    assert signed_in("supervisor").get(reverse("visits:home")).status_code == 403


def test_whoever_looks_out_reaches_them_and_says_how_they_are(cast):
    visit_id = out(cast, late=dt.timedelta(minutes=12), phone=PHONE)
    rounds(cast)
    buddy = signed_in("other_worker")
    assert "Please reach Amal Haddad" in said(buddy, "today:home")
    assert "Please reach" not in said(signed_in("manager"), "today:home")  # not yet their turn
    page = said(buddy, "visits:visit", visit_id)
    assert "Nothing has been heard since" in page
    assert f"tel:{PHONE}" in page
    assert "How is Amal Haddad?" in tapped(buddy, "visits:reached", visit_id).content.decode()
    assert "Say how Amal Haddad is" in said(buddy, "today:home")
    assert "Say how they are" in said(buddy, "visits:visit", visit_id)
    assert tapped(buddy, "visits:resolve", visit_id, words="").status_code == 422
    done = tapped(buddy, "visits:resolve", visit_id, words="A flat battery").content.decode()
    assert "A flat battery" in done
    assert "Elm" not in done
    assert "nothing to say here now" in said(buddy, "visits:resolve", visit_id)


def test_still_out_until_later(cast):
    visit_id = out(cast, late=dt.timedelta(minutes=50))
    rounds(cast)
    later = timezone.localtime(timezone.now() + 2 * HOUR)
    manager = signed_in("manager")
    assert "Call the emergency number" in said(manager, "visits:visit", visit_id)
    tapped(manager, "visits:resolve", visit_id, words="Well", out_until=f"{later:%H:%M}")
    line = reads.visit(cast.manager, visit_id).line
    assert line.state is VisitState.PLANNED
    assert abs(line.ends_at - later) < dt.timedelta(minutes=1)
    assert "They gave a sign" not in said(manager, "visits:visit", visit_id)


def test_not_safe_shows_a_bystander_nothing_and_asks_everybody(cast, mailoutbox):
    visit_id = out(cast)
    worker = signed_in("worker")
    page = tapped(worker, "visits:not_safe", visit_id).content.decode()
    assert "Kept." in page
    assert "not safe" not in page.replace("I am not safe", "")
    assert {letter.to[0] for letter in mailoutbox} == {"other_worker@example.org", "manager@example.org"}
    assert all("Elm" not in letter.body + letter.subject for letter in mailoutbox)
    refused = worker.post(reverse("visits:end", args=[visit_id]))
    assert refused.status_code == 400
    manager = signed_in("manager")
    assert "Please reach Amal Haddad" in said(manager, "today:home")
    assert "has said that they are not safe" in said(manager, "visits:visit", visit_id)


def test_a_place_is_shared_by_a_press_and_taken_back(cast):
    visit_id = out(cast)
    worker = signed_in("worker")
    tapped(worker, "visits:place_shared", visit_id, latitude="-37.81", longitude="144.96", within="12.4")
    assert "-37.81000, 144.96000" in said(signed_in("other_worker"), "visits:visit", visit_id)
    assert worker.post(reverse("visits:place_shared", args=[visit_id]), {}).status_code == 400
    tapped(worker, "visits:place_back", visit_id)
    assert reads.visit(cast.worker, visit_id).place is None
    tapped(worker, "visits:cancel", visit_id)
    assert "called off" in said(worker, "visits:visit", visit_id)


def test_today_leads_the_visitor_to_the_taps(cast):
    visit_id = out(cast)
    worker = signed_in("worker")
    assert "You go out alone at" in said(worker, "today:home")
    tapped(worker, "visits:start", visit_id)
    assert "You are out until" in said(worker, "today:home")
    tomorrow = timezone.now() + dt.timedelta(days=1)
    out(cast, starts_at=tomorrow, ends_at=tomorrow + HOUR)
    out(cast, late=HOUR)
    text = said(worker, "today:home")
    assert "Are you safely out?" in text
    assert text.count("You go out alone at") == 0  # tomorrow's is not today's


def test_a_warning_is_kept_looked_at_and_taken_back(cast):
    worker = signed_in("worker")
    later = (timezone.localdate() + dt.timedelta(days=9)).isoformat()
    values = {"place": "12 Elm Street", "words": "Ice on the steps", "review_on": later}
    assert "Ice on the steps" in tapped(worker, "visits:places", **values).content.decode()
    assert tapped(worker, "visits:places", **values | {"place": "Elm"}).status_code == 422
    [card] = reads.place_warnings(cast.worker)
    tapped(worker, "visits:place_ends", card.id)
    long_ago = timezone.now() - dt.timedelta(days=90)
    today = timezone.localdate()
    card_id = actions.warn_of_place(
        place="12 Elm Street", words="Ice", review_on=today, by=cast.worker, at=long_ago
    )
    assert "It still holds" in said(worker, "visits:places")
    tapped(worker, "visits:place_holds", card_id)
    assert "It still holds" not in said(worker, "visits:places")
    assert "No warnings" in tapped(worker, "visits:place_ends", card_id).content.decode()


def test_the_ladder_is_set(cast):
    manager = signed_in("manager")
    page = said(manager, "visits:ladder")
    assert 'value="45"' in page
    values = {
        "worker_after": 0,
        "buddy_after": 5,
        "manager_after": 10,
        "second_after": 15,
        "emergency_after": 20,
    }
    chosen = values | {"manager": str(cast.manager.id), "second": "", "words": "Call 999"}
    assert tapped(manager, "visits:ladder", **chosen | {"buddy_after": 50}).status_code == 422
    tapped(manager, "visits:ladder", **chosen)
    assert reads.ladder(cast.manager).words == "Call 999"
    assert f'value="{cast.manager.id}" selected' in said(manager, "visits:ladder")
    assert signed_in("worker").get(reverse("visits:ladder")).status_code == 403


@pytest.fixture
def handed_in(cast, settings):
    settings.SMS_SECRET = "between us"

    def hand_in(text, number=PHONE, secret="between us", **more):
        values = {"from": number, "text": text, "sent_at": timezone.now().isoformat()} | more
        body = json.dumps(values).encode()
        return Client(enforce_csrf_checks=True).post(
            reverse("visits:text", args=[cast.programme_id]),
            body,
            content_type="application/json",
            headers={"X-Linkwork-Signature": sms.signature(secret, body)},
        )

    return hand_in


def test_a_text_does_what_a_tap_does(cast, handed_in, mailoutbox):
    visit_id = out(cast, phone=PHONE)
    assert handed_in("in").json() == {"reply": "Checked in."}
    assert handed_in("20").json() == {"reply": "20 minutes more."}
    assert "IN, OUT" in handed_in("what?").json()["reply"]
    assert handed_in("help").json() == {"reply": "Kept."}
    assert len(mailoutbox) >= 2
    assert "Whoever reaches you" in handed_in("out").json()["reply"]
    assert reads.visit(cast.worker, visit_id).line.state is VisitState.UNDER_WAY


def test_a_text_nobody_signed_is_not_heard(cast, handed_in, settings):
    out(cast, phone=PHONE)
    assert handed_in("in", secret="guessed").status_code == 403
    assert handed_in("in" * 4000).status_code == 403
    assert handed_in("in", sent_at="yesterday").status_code == 403
    assert handed_in("in", sent_at="2026-03-12T12:00:00").status_code == 403
    assert "Nobody here" in handed_in("in", number="+44123456789").json()["reply"]
    settings.SMS_SECRET = ""
    assert handed_in("in", secret="").status_code == 403


def test_however_many_are_out_those_nothing_was_heard_of_stand_first(cast, monkeypatch):
    for module in ("linkwork.workforce.reads.visits", "linkwork.web.visits.views"):
        monkeypatch.setattr(f"{module}.MOST", 3)
    for _number in range(4):
        out(cast)
    out(cast, late=HOUR, by=cast.manager)
    rounds(cast)
    text = said(signed_in("manager"), "visits:home")
    assert text.count("Amal Haddad") == 2
    assert "The first 3" in text
    assert "Are you safely out?" in said(signed_in("manager"), "today:home")
