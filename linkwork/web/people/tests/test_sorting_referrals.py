"""Sorting through referrals and answering one: by the pages."""

import datetime as dt
import re

import pytest
from django.core import mail
from django.urls import reverse
from django.utils import timezone

from linkwork.casework import actions, reads
from linkwork.casework.rules.persons import PersonDetails, Urgency
from linkwork.casework.rules.referrals import Care, Phoning
from linkwork.casework.rules.states import ReferralState
from linkwork.core.viewer import system
from linkwork.programmes import actions as programmes
from linkwork.testing.cast import NOON
from linkwork.web.people.tests.referring import refer, text

DAY = dt.timedelta(days=1)


def test_the_list_says_what_presses_and_who_could_take_whom(cast, signed_in):
    refer(cast, "Old", NOON)
    refer(cast, "Urgent", urgency=Urgency.URGENT)
    actions.escalate_late(by=system(cast.programme_id), at=timezone.now())
    page = text(signed_in("worker").get(reverse("people:referrals")))
    assert page.index("Urgent Ek") < page.index("Old Ek")
    for said in ("with Chris Okafor", "Arabic", "General practice", "“Company in the evenings”", "Company"):
        assert said in page
    overdue = text(signed_in("worker").get(reverse("people:referrals"), {"show": "overdue"}))
    assert "Old Ek" in overdue
    assert "Urgent Ek" not in overdue


def test_those_who_speak_the_language_are_named_the_freest_first(cast, signed_in):
    for name in ("Noor", "Sami"):
        programmes.add_worker(
            name=name,
            roles=cast.worker.roles,
            since=NOON.date(),
            languages="English, Arabic",
            by=system(cast.programme_id),
            at=NOON,
        )
    refer(cast)
    page = text(signed_in("worker").get(reverse("people:referrals")))
    assert "Could take them: Noor (0 people), Sami (0 people)" in page


def test_who_is_away_is_asked_last(cast, signed_in):
    """One speaks the language and is away, one does not speak it, one speaks it and has somebody already."""
    made = {
        name: programmes.add_worker(
            name=name,
            roles=cast.worker.roles,
            since=NOON.date(),
            languages=spoken,
            by=system(cast.programme_id),
            at=NOON,
        )
        for name, spoken in (("Noor", "Arabic"), ("Olle", "Swedish"), ("Sami", "Arabic"))
    }
    actions.start_case(
        details=PersonDetails("Ada"), source="self", worker_id=made["Sami"], by=cast.manager, at=NOON
    )
    today = timezone.localdate()
    actions.plan_absence(
        worker_id=made["Noor"],
        cover_id=None,
        starts_on=today,
        ends_on=today + DAY,
        by=cast.manager,
        at=timezone.now(),
    )
    referral_id = refer(cast)
    page = text(signed_in("worker").get(reverse("people:referrals")))
    assert "Could take them: Sami (1 person)" in page
    page = text(signed_in("manager").get(reverse("people:referral", args=[referral_id])))
    assert page.index("Sami · Arabic · 1 person") < page.index("Olle · Swedish · 0 people")
    assert page.index("Olle · Swedish") < page.index("Noor · Arabic · 0 people · away until tomorrow")


@pytest.mark.parametrize(
    "asked", [{"show": "x", "sort": "y", "since": "2026-99-99", "after": "z", "state": "q"}, {}]
)
def test_whatever_is_asked_a_list_comes(cast, signed_in, asked):
    refer(cast)
    assert "Bo Ek" in text(signed_in("worker").get(reverse("people:referrals"), asked))


def test_a_long_list_goes_on(cast, signed_in, monkeypatch):
    monkeypatch.setattr("linkwork.casework.reads.triage.PAGE", 1)
    refer(cast, "One", timezone.now() - DAY)
    refer(cast, "Two")
    client = signed_in("worker")
    first = text(client.get(reverse("people:referrals"), {"source": "general_practice"}))
    assert "One Ek" in first
    address = first.partition('rel="next"')[0].rpartition('href="')[2].partition('"')[0].replace("&amp;", "&")
    assert "Two Ek" in text(client.get(address))


def test_accepting_onto_the_waiting_list_and_giving_to_somebody(cast, signed_in):
    referral_id = refer(cast)
    client = signed_in("manager")
    answer = client.post(
        reverse("people:referral", args=[referral_id]), {"worker": "nobody", "known": "", "tell": "on"}
    )
    assert answer.status_code == 302
    page = text(client.get(reverse("people:referrals")))
    assert "Taken on, waiting for a worker" in page
    assert "1 person was taken on and has no worker yet" in text(client.get(reverse("today:home")))
    assert "has no worker yet" not in text(signed_in("worker").get(reverse("today:home")))
    [waiter] = reads.waiting_list(cast.manager)
    assert [need.term for need in reads.needs_of(cast.worker, waiter.case_id)]
    [letter] = mail.outbox
    assert letter.to == ["nurse@elm.example"]
    for secret in ("Bo", "Ek", "Company", "evenings"):
        assert secret not in re.findall(
            r"\w+", f"{letter.subject} {letter.body}"
        )  # its link is random letters
    [news] = reads.news_of(cast.manager, referral_id)
    assert not news.shares
    assert "Bo" not in re.findall(r"\w+", news.text)


def test_declining_writes_with_the_reason_behind_the_link(cast, signed_in):
    referral_id = refer(cast)
    client = signed_in("worker")
    client.post(
        reverse("people:decline", args=[referral_id]),
        {"reason": "outside_area", "reply": "Ask the town", "tell": "on"},
    )
    [news] = reads.news_of(cast.manager, referral_id)
    assert "We cannot take it on: lives outside our area." in news.text
    assert "Ask the town" in news.text
    assert "town" not in str(mail.outbox[0].body)
    page = text(client.get(reverse("people:referral", args=[referral_id])))
    assert "That we could not take them on" in page


def test_a_persons_own_no_is_coded_and_its_reason_not_told(cast, signed_in):
    referral_id = refer(cast)
    client = signed_in("worker")
    client.post(
        reverse("people:decline", args=[referral_id]), {"reason": "not_wanted", "reply": "", "tell": "on"}
    )
    [news] = reads.news_of(cast.manager, referral_id)
    assert "does not want" not in news.text
    assert "871711000000103" in text(client.get(reverse("people:referral", args=[referral_id])))


def test_an_unfinished_decline_keeps_what_was_typed(cast, signed_in):
    referral_id = refer(cast)
    answer = signed_in("worker").post(
        reverse("people:decline", args=[referral_id]), {"reply": "Ask the town"}
    )
    assert answer.status_code == 422
    assert "Ask the town" in text(answer)


def test_all_that_was_said_stands_on_the_page(cast, signed_in):
    care = Care("After three", Phoning.NO, "He must not know")
    referral_id = refer(
        cast, urgency=Urgency.URGENT, urgency_reason="No food", care=care, referrer_role="Practice nurse"
    )
    page = text(signed_in("worker").get(reverse("people:referral", args=[referral_id])))
    for said in ("He must not know", "After three", "Do not call", "No food", "Practice nurse", "urgent"):
        assert said in page
    assert "871731000000106" not in page


def test_the_referrer_and_the_person_are_a_tap_away_unless_nobody_may_call(cast, signed_in):
    details = PersonDetails(given_name="Bo", family_name="Ek", phone="0555 320 343", email="bo@ek.example")
    asked = {"details": details, "referrer_contact": "01632 960216"}
    referral_id = refer(cast, **asked)
    page = text(signed_in("worker").get(reverse("people:referral", args=[referral_id])))
    for way in ("tel:0555320343", "tel:01632960216", "mailto:bo@ek.example"):
        assert f'href="{way}"' in page
    quiet_id = refer(cast, care=Care(phoning=Phoning.NO), **asked)
    page = text(signed_in("worker").get(reverse("people:referral", args=[quiet_id])))
    assert "0555 320 343" in page
    assert "tel:0555320343" not in page
    case_id = actions.accept_referral(referral_id=referral_id, by=cast.worker, at=timezone.now())
    person = text(signed_in("worker").get(reverse("people:person", args=[case_id])))
    assert reverse("people:referral", args=[referral_id]) in person


def test_somebody_supported_already_is_pointed_out(cast, signed_in, case_id):
    details = PersonDetails(given_name="Maryam", family_name="Al-Amin")
    referral_id = refer(cast, details=details)
    page = text(signed_in("worker").get(reverse("people:referral", args=[referral_id])))
    assert "Maryam Al-Amin is supported already" in page
    client = signed_in("worker")
    client.post(reverse("people:withdraw", args=[referral_id]), {"why": "Twice"})
    assert reads.referral(cast.worker, referral_id, timezone.now()).state is ReferralState.WITHDRAWN


def test_the_codes_of_an_accepted_referral_stand_ready(cast, signed_in):
    referral_id = refer(cast)
    actions.accept_referral(referral_id=referral_id, by=cast.worker, at=timezone.now())
    page = text(signed_in("worker").get(reverse("people:referral", args=[referral_id])))
    assert "871731000000106" in page
    assert "first interaction only" in page


def test_each_number_of_the_report_opens_its_list(cast, signed_in):
    first = refer(cast, "One", timezone.now() - 9 * DAY)
    refer(cast, "Two")
    actions.accept_referral(referral_id=first, by=cast.worker, at=timezone.now())
    client = signed_in("manager")
    page = text(client.get(reverse("people:referral_report")))
    assert "2 referrals came in this time." in page
    links = {part.partition('"')[0].replace("&amp;", "&") for part in page.split('href="')[1:]}
    opened = [text(client.get(link)) for link in links if "took=late" in link]
    assert len(opened) == 1
    assert "One Ek" in opened[0]
    assert "Two Ek" not in opened[0]
    for period in ("365", "", "x"):
        assert client.get(reverse("people:referral_report"), {"period": period}).status_code == 200
