"""What needs me now."""

import datetime as dt
from uuid import UUID

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from linkwork.casework import actions, reads
from linkwork.casework.rules.persons import PersonDetails
from linkwork.programmes.reads import Standing
from linkwork.testing.cast import PASSWORD
from linkwork.web.people.presenters import today_items
from linkwork.web.shared.today import Own, Press, TodayItem
from linkwork.web.today import presenters, views
from linkwork.web.today.presenters import OFFERS, by_person, gathered, heading

HOME = reverse("today:home")


@pytest.fixture
def only_people(monkeypatch):
    """What other areas have for the viewer is theirs to test."""
    monkeypatch.setattr(views, "OFFERS", OFFERS[:1])


def opened(part):
    client = Client()
    client.login(email=f"{part}@example.org", password=PASSWORD)
    return client.get(HOME)


def fill(cast, count=1):
    now = timezone.now()
    for number in range(count):
        details = PersonDetails(given_name="Maryam", family_name=f"Al-Amin {number}")
        case_id = actions.start_case(
            details=details, source="self", worker_id=cast.worker.id, by=cast.worker, at=now
        )
        actions.log_contact(
            case_id=case_id,
            occurred_at=now,
            mode="met",
            what_matters="One other mother",
            follow_up_on=timezone.localdate(now) - dt.timedelta(days=number),
            follow_up_about="Ask how it went",
            by=cast.worker,
            at=now,
        )
        actions.receive_referral(
            details=details, source="hospital", by=cast.worker, at=now - dt.timedelta(days=9 * number)
        )


def test_a_quiet_day_says_so(cast, only_people):
    text = opened("worker").content.decode()
    assert "Nothing needs you now" in text
    assert "Log a contact" in text


def test_a_worker_sees_promises_with_the_persons_words(cast, only_people):
    fill(cast, 2)
    text = opened("worker").content.decode()
    assert "Two things need you" in text
    assert "Ask how it went" in text
    assert "“One other mother”" in text
    assert "Maryam A.: Ask how it went" in text
    assert "Al-Amin" not in text  # a glance over a shoulder gives no whole name away


def test_a_manager_sees_unanswered_referrals_with_their_age(cast):
    fill(cast, 2)
    text = opened("manager").content.decode()
    assert "A referral waits for an answer" in text
    assert "waiting 9 days" in text
    assert "came today" in text


def test_however_much_there_is_the_questions_stay_few(cast, django_assert_max_num_queries):
    fill(cast, 4)
    client = Client()
    client.login(email="manager@example.org", password=PASSWORD)
    with django_assert_max_num_queries(12):
        client.get(HOME)


@pytest.mark.parametrize("part", ["supervisor", "evaluator", "adviser", "administrator"])
def test_others_have_another_first_page(cast, part):
    assert opened(part).status_code == 403


def test_who_sees_no_people_is_offered_none(cast):
    assert today_items(Standing(), timezone.now()) == []


def test_areas_that_are_not_there_offer_nothing(cast):
    sources = ["linkwork.web.nowhere.presenters.today_items", "linkwork.web.today.presenters.nothing"]
    assert gathered(sources, Standing(cast.worker), timezone.now()) == []


def test_the_heading_counts_in_words_as_far_as_a_hand():
    assert heading(3) == "Three things need you"
    assert heading(12) == "12 things need you"


def test_what_is_overdue_comes_first_and_news_last(monkeypatch):
    at = timezone.now()
    offered = {
        press: TodayItem(at + dt.timedelta(days=day), "", press.name, "", "/", press=press)
        for press, day in ((Press.NEWS, -9), (Press.SOON, -3), (Press.NOW, 0), (Press.LATE, 1))
    }
    monkeypatch.setattr(presenters, "_offered", lambda *asked: list(offered.values()))
    assert [item.title for item in gathered(["anywhere"], Standing(), at)] == ["LATE", "NOW", "SOON", "NEWS"]


def test_whoever_has_several_things_due_is_named_once_where_the_most_pressing_stands():
    at, maryam = timezone.now(), UUID(int=7)
    offered = [
        TodayItem(
            at, "now", "Call Maryam A.", "", "/late/", press=Press.LATE, own=Own(maryam, "Maryam A.", "Call")
        ),
        TodayItem(at, "now", "The bakery has gone quiet", "", "/bakery/"),
        TodayItem(
            at, "now", "Did Ida B. come?", "", "/ida/", own=Own(UUID(int=8), "Ida B.", "Did they come?")
        ),
        TodayItem(at, "", "Yes, for Maryam A.", "", "/news/", press=Press.NEWS, own=Own(maryam, "", "Yes")),
    ]
    rows = by_person(offered)
    assert [(row.name, [one.title for one in row.items]) for row in rows] == [
        ("Maryam A.", ["Call", "Yes"]),
        ("", ["The bakery has gone quiet"]),
        ("", ["Did Ida B. come?"]),  # one thing says itself of whom it is
    ]
    assert rows[0].url == reverse("people:person", args=[maryam])


def test_a_persons_things_stand_beneath_their_name(cast, only_people):
    fill(cast, 1)
    now = timezone.now()
    today = timezone.localdate(now)
    case_id = reads.to_do(cast.worker, today).promised[0].case_id
    actions.set_follow_up(case_id=case_id, due_on=today, about="Bring the form", by=cast.worker, at=now)
    text = opened("worker").content.decode()
    assert text.count("Maryam A.</a>") == 1
    assert "Maryam A.: " not in text
    assert ">Ask how it went</a>" in text
    assert ">Bring the form</a>" in text
