"""Referrals in: by a professional, by the person, kept, sorted, reported, and told of."""

import datetime as dt
from typing import Any

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from linkwork.casework import actions, reads
from linkwork.casework.rules.consent import Purpose
from linkwork.core.viewer import system
from linkwork.testing.capabilities import epic
from linkwork.testing.cast import PASSWORD
from linkwork.web.refer import guard
from linkwork.web.refer.links import address_for, own_address_for

DAY = dt.timedelta(days=1)
NURSE = {
    "given_name": "Maryam",
    "family_name": "Aziz",
    "phone": "0555 100 200",
    "language": "ar",
    "prefers": "phone",
    "wants": "Somebody to eat with",
    "needs": ["company"],
    "urgency": "soon",
    "agreed": "yes",
    "source": "general_practice",
    "referrer_name": "Nurse Jones",
    "referrer_organisation": "Elm Street practice",
    "referrer_contact": "jones@practice.example",
}


def sent(address: str, **said: Any) -> Any:
    """The form filled in by a visitor without an account, as slowly as people write."""
    drawn = guard.stamp(timezone.now() - dt.timedelta(minutes=2))
    return Client().post(address, {"stamp": drawn, **said})


def text(answer: Any) -> str:
    found: str = answer.content.decode()
    return found


@pytest.fixture
def worker(cast):
    browser = Client()
    assert browser.login(email="worker@example.org", password=PASSWORD)
    return browser


@pytest.fixture
def referral(cast):
    """A referral from the nurse, waiting."""
    sent(address_for(cast.programme_id), **NURSE)
    [card] = reads.referrals_waiting(cast.manager, timezone.now())
    return card


@epic("E00663", pages=["refer:form", "people:referral"])
def test_e00663_a_professional_creates_a_referral(cast, worker):
    """
    Given a practice that has the programme’s referral address and no account
    When a nurse fills in the form for somebody who agreed
    Then the referral waits in the programme with all that she said.
    """
    assert sent(address_for(cast.programme_id), **NURSE).status_code == 302
    [card] = reads.referrals_waiting(cast.worker, timezone.now())
    page = text(worker.get(reverse("people:referral", args=[card.id])))
    for said in ("Maryam Aziz", "Somebody to eat with", "Company", "Arabic", "Nurse Jones", "0555 100 200"):
        assert said in page


@epic("C37E8", pages=["people:referral", "people:person"])
def test_c37e8_a_person_is_referred_to_a_link_worker(cast, worker, referral):
    """
    Given a referral that waits for an answer
    When a link worker takes the person on
    Then a case with that worker is open, begun with the needs that the referrer named.
    """
    taken = {"worker": str(cast.worker.id), "known": ""}
    answer = worker.post(reverse("people:referral", args=[referral.id]), taken, follow=True)
    assert "Maryam Aziz" in text(answer)
    [case] = reads.cases(cast.worker, worker_id=cast.worker.id).rows
    [need] = reads.needs_of(cast.worker, case.id)
    assert (need.label, need.words) == ("Company and belonging", "Somebody to eat with")


@epic("C37E10", pages=["refer:own", "refer:own_thanks", "people:referrals"])
def test_c37e10_a_person_refers_themselves(cast, worker):
    """
    Given somebody without an account who has the address of the form for oneself
    When they say in a few words what they would like and how they are reached
    Then they read what happens next, and the programme has their referral.
    """
    own = {
        "for_whom": "self",
        "given_name": "Ida",
        "phone": "0555 3",
        "wants": "To get out more",
        "prefers": "any",
    }
    answer = sent(own_address_for(cast.programme_id), **own)
    assert "We get in touch with you" in text(Client().get(answer.headers["Location"]))
    assert "To get out more" in text(worker.get(reverse("people:referrals"), {"source": "self"}))


@epic("C37E4", pages=["people:referral", "people:ask", "refer:news", "refer:answer", "people:decline"])
def test_c37e4_the_referral_record_is_kept_up(cast, worker, referral):
    """
    Given a referral that lacks something
    When the worker asks the referrer, who answers by a link, and the referral is then declined
    Then question, answer, state, reason and each step stand in the record.
    """
    worker.post(reverse("people:ask", args=[referral.id]), {"question": "Does she know?"})
    link = str(mail.outbox[0].body).partition("http://localhost:8000")[2].split()[0]
    [asked] = reads.questions_to_referrer(cast.worker, referral.id)
    token = link.strip("/").split("/")[-1]
    Client().post(reverse("refer:answer", args=[token, asked.id]), {"answer": "Yes, since Monday"})
    worker.post(
        reverse("people:decline", args=[referral.id]), {"reason": "outside_area", "reply": "Ask the town"}
    )
    page = text(worker.get(reverse("people:referral", args=[referral.id])))
    for said in ("Does she know?", "Yes, since Monday", "declined", "Lives outside our area", "Ask the town"):
        assert said in page


@epic("C11E1", pages=["people:referrals", "people:withdraw"])
def test_c11e1_referrals_are_managed(cast, worker, referral):
    """
    Given a referral that nobody has answered within the programme’s days
    When the rounds pass, again and again
    Then it is brought before a manager once, still waits, and a person may answer it.
    """
    for days in (6, 7, 400):
        actions.escalate_late(by=system(cast.programme_id), at=timezone.now() + days * DAY)
    page = text(worker.get(reverse("people:referrals")))
    assert "Maryam Aziz" in page
    assert "with Chris Okafor" in page
    worker.post(reverse("people:withdraw", args=[referral.id]), {"why": "They moved"})
    assert "Maryam Aziz" in text(worker.get(reverse("people:referrals"), {"show": "answered"}))


@epic("C11E2", pages=["people:referral_report", "people:referrals"])
def test_c11e2_referral_reports_are_viewed(cast, worker, referral):
    """
    Given referrals of this month
    When somebody opens the report
    Then it counts them by source, answer and time, and each number opens the list that it counts.
    """
    page = text(worker.get(reverse("people:referral_report")))
    assert "1 referral came in this time." in page
    links = [part.partition('"')[0].replace("&amp;", "&") for part in page.split('href="')[1:]]
    lists = [link for link in links if "source=general_practice" in link]
    assert lists
    assert all("Maryam Aziz" in text(worker.get(link)) for link in lists)


@epic("C37E11", pages=["people:tell", "refer:news", "refer:letter"])
def test_c37e11_the_practice_is_told_and_given_codes(cast, worker, referral):
    """
    Given somebody taken on who agreed that their practice is told how it goes
    When the worker sends the letter that they read word for word
    Then the practice reads it by a link and as a PDF, no mail names anybody, and the codes for its record stand ready.
    """
    case_id = actions.accept_referral(referral_id=referral.id, by=cast.worker, at=timezone.now())
    actions.give_consent(case_id=case_id, purpose=Purpose.REPORT_BACK, by=cast.worker, at=timezone.now())
    tell = reverse("people:tell", args=[referral.id])
    seen = text(worker.get(tell)).partition('name="seen" value="')[2].partition('"')[0]
    said = {"occasion": "asked", "arranged": "on", "outcome": "on", "seen": seen, "way": "mail"}
    worker.post(tell, said)
    [letter] = mail.outbox
    assert "Maryam" not in f"{letter.subject}{letter.body}"
    link = str(letter.body).partition("http://localhost:8000")[2].split()[0]
    assert "Maryam Aziz, whom you referred" in text(Client().get(link))
    [news] = reads.news_of(cast.worker, referral.id)
    token = link.strip("/").split("/")[-1]
    assert Client().get(reverse("refer:letter", args=[token, news.id])).content.startswith(b"%PDF")
    assert "871731000000106" in text(worker.get(reverse("people:referral", args=[referral.id])))
