"""Referrals, in a browser: somebody asks for themselves, a nurse refers, a manager sorts, the referrer is told."""

from __future__ import annotations

import datetime as dt
import re

import pytest
from django.core import mail
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import expect

from journeys.conftest import OpenPage
from journeys.people import sign_in
from journeys.walk import Walk
from linkwork.casework import actions
from linkwork.casework.rules.consent import Purpose
from linkwork.casework.rules.persons import PersonDetails, Urgency
from linkwork.casework.rules.referrals import Care, Phoning
from linkwork.core.viewer import Kind, Viewer, system
from linkwork.testing.cast import NOON, Cast
from linkwork.web.refer.links import own_address_for

pytestmark = pytest.mark.django_db(transaction=True)


def refer(cast: Cast, name: str, at: dt.datetime, urgency: Urgency = Urgency.ROUTINE) -> None:
    actions.receive_referral(
        details=PersonDetails(
            given_name=name, family_name="Aziz", language="ar", born_year=1950, phone="0555 1"
        ),
        source="general_practice",
        wants="She eats alone every day, and misses somebody to cook for.",
        needs=["company", "food"],
        referrer_name="Nurse Jones",
        referrer_role="Practice nurse",
        referrer_organisation="Elm Street practice",
        referrer_contact="jones@practice.example",
        referrer_email="jones@practice.example",
        urgency=urgency,
        urgency_reason="No food in the house" if urgency is Urgency.URGENT else "",
        care=Care("After three", Phoning.NO_MESSAGE, "Her son must not know."),
        by=Viewer(Kind.PARTNER, programme_id=cast.programme_id),
        at=at,
    )


def test_somebody_asks_for_themselves_in_their_language(cast: Cast, open_page: OpenPage) -> None:
    walk, phone = Walk(), open_page("phone", locale="fr-FR")
    phone.goto(own_address_for(cast.programme_id))
    walk.stop(phone, "own-form-fr", "The form for oneself, in French.")
    phone.get_by_role("button", name="English").click()
    expect(phone.get_by_role("heading", name="I would like support")).to_be_visible()
    walk.stop(phone, "own-form", "The form for oneself.")
    phone.get_by_label("What would you like?").fill("Somebody to walk with.")
    phone.get_by_label("Name", exact=True).fill("Ida")
    phone.get_by_role("textbox", name="Phone").fill("0555 200 300")
    phone.wait_for_timeout(3200)  # nobody writes faster
    phone.get_by_role("button", name="Send", exact=True).click()
    expect(phone.get_by_role("heading", name="Thank you. We have it.")).to_be_visible()
    walk.stop(phone, "own-thanks", "What happens next.")


def test_a_manager_sorts_answers_and_tells(cast: Cast, open_page: OpenPage) -> None:
    walk, now = Walk(), timezone.now()
    refer(cast, "Maryam", NOON)
    refer(cast, "Noor", now, Urgency.URGENT)
    refer(cast, "Samira", now - dt.timedelta(days=2))
    actions.escalate_late(by=system(cast.programme_id), at=now)
    manager = sign_in(open_page, "manager", "desk")
    manager.goto(reverse("people:referrals"))
    expect(manager.get_by_text("with Chris Okafor")).to_be_visible()
    walk.stop(manager, "referrals", "What presses stands first.", wide=True)
    manager.get_by_role("link", name="Noor Aziz").click()
    expect(manager.get_by_text("Her son must not know.")).to_be_visible()
    walk.stop(manager, "referral-urgent", "All there is to know before somebody calls.", wide=True)
    manager.get_by_text("Ask the referrer something").click()
    manager.get_by_label("What do you need to know?").fill("Does she know that you asked us?")
    manager.get_by_role("button", name="Ask", exact=True).click()
    expect(manager.get_by_text("No answer yet.")).to_be_visible()

    nurse = open_page("phone")
    nurse.goto(re.search(r"http\S+?(/refer/\S+)", str(mail.outbox[-1].body))[1])  # type: ignore[index]
    nurse.get_by_label("Your answer").fill("Yes, we spoke this morning.")
    walk.stop(nurse, "referrer-question", "The nurse answers without an account.")
    nurse.get_by_role("button", name="Send the answer").click()
    expect(nurse.get_by_text("Yes, we spoke this morning.")).to_be_visible()

    manager.reload()
    manager.get_by_label("Nobody yet: onto the waiting list").check()
    manager.get_by_role("button", name="Accept").click()
    expect(manager.get_by_text("Accepted. The case is open.")).to_be_visible()
    manager.goto(reverse("people:referrals"))
    expect(manager.get_by_role("heading", name="Taken on, waiting for a worker")).to_be_visible()
    walk.stop(manager, "referrals-waiting", "Who waits for a worker.", wide=True)
    manager.goto(reverse("people:referral_report"))
    walk.stop(manager, "referral-report", "Each number opens its list.", wide=True)
    manager.goto(reverse("people:referral_file"))
    walk.stop(manager, "referral-file", "Referrals kept elsewhere.", wide=True)


def test_the_referrer_is_told_what_was_agreed(cast: Cast, open_page: OpenPage) -> None:
    walk = Walk()
    referral_id = actions.receive_referral(
        details=PersonDetails(given_name="Maryam", family_name="Aziz"),
        source="general_practice",
        referrer_email="jones@practice.example",
        by=cast.worker,
        at=NOON,
    )
    case_id = actions.accept_referral(
        referral_id=referral_id, worker_id=cast.worker.id, by=cast.worker, at=NOON
    )
    worker = sign_in(open_page, "worker", "desk")
    worker.goto(reverse("people:tell", args=[referral_id]))
    walk.stop(worker, "tell-without", "Without consent the letter says that it was answered.", wide=True)
    actions.give_consent(case_id=case_id, purpose=Purpose.REPORT_BACK, by=cast.worker, at=NOON)
    worker.reload()
    expect(worker.get_by_text("has agreed that we tell you")).to_be_visible()
    walk.stop(worker, "tell", "This is what goes, word for word.", wide=True)
    worker.get_by_role("button", name="Send it").click()
    expect(worker.get_by_text("Sent.")).to_be_visible()
    walk.stop(worker, "referral-told", "What was told is kept.", wide=True)
    nurse = open_page("phone")
    nurse.goto(re.search(r"http\S+?(/refer/\S+)", str(mail.outbox[-1].body))[1])  # type: ignore[index]
    expect(nurse.get_by_text("has agreed that we tell you")).to_be_visible()
    walk.stop(nurse, "referrer-news", "The nurse reads it behind the link.")
