"""Outreach from the phone: a presence, a talk without a name, and somebody who wants support."""

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from linkwork.casework import reads
from linkwork.testing.browsing import signed_in
from linkwork.testing.cast import Cast

HOME, NEW, TALK = (reverse(f"outreach:{name}") for name in ("home", "presence_new", "talk_new"))
DAY = "2026-03-12"


@pytest.fixture
def client(cast: Cast) -> Client:
    return signed_in("worker")


def test_a_presence_that_met_nobody(client: Client, cast: Cast) -> None:
    assert "No outreach yet." in client.get(HOME).content.decode()
    assert client.get(NEW).status_code == 200
    client.post(NEW, {"place": "Library", "day": DAY, "begins": "10:00", "ends": "12:00"})
    text = client.get(HOME).content.decode()
    assert "Library" in text
    assert "met nobody" in text


def test_people_are_counted_by_language(client: Client, cast: Cast) -> None:
    answer = client.post(
        NEW,
        {
            "site": str(cast.site_id),
            "day": DAY,
            "begins": "22:00",
            "ends": "01:00",
            "people_met": "5",
            "adults": "3",
            "children": "2",
            "language_1": "ar",
            "people_1": "4",
            "language_2": "so",
            "note": "Come on Tuesdays",
        },
        follow=True,
    )
    text = answer.content.decode()
    for said in ("met 5 people", "3 adults", "2 children", "Arabic: 4", "Somali: 1", "Come on Tuesdays"):
        assert said in text


def test_what_cannot_be_is_said_and_nothing_is_lost(client: Client, cast: Cast) -> None:
    typed = {"day": DAY, "begins": "10:00", "ends": "12:00", "people_met": "1", "adults": "2", "note": "Kept"}
    answer = client.post(NEW, typed)
    text = answer.content.decode()
    assert answer.status_code == 422
    assert "Say where you were." in text
    assert "more than the people you met" in text
    assert "Kept" in text


def test_a_talk_leads_to_a_referral(client: Client, cast: Cast) -> None:
    made = client.post(
        NEW, {"place": "Library", "day": DAY, "begins": "10:00", "ends": "12:00", "people_met": "1"}
    )
    there = made.headers["Location"]
    client.post(there, {"topics": ["rights"], "language": "ar", "minutes": "10", "note": "About rent"})
    text = client.get(there).content.decode()
    assert "Rights and how things work here" in text
    assert "About rent" in text
    refer = text.split('href="/outreach/talk/')[1].split('"')[0]
    form = client.get(f"/outreach/talk/{refer}").content.decode()
    assert '<option value="ar" selected>' in form
    assert client.post(f"/outreach/talk/{refer}", {"given_name": ""}).status_code == 422
    answer = client.post(f"/outreach/talk/{refer}", {"given_name": "Nadia", "language": "ar"})
    assert answer.headers["Location"].startswith("/people/referrals/")
    [waiting] = reads.referrals_waiting(cast.manager, timezone.now())
    assert (waiting.source, waiting.name) == ("outreach", "Nadia")
    assert "To their referral" in client.get(there).content.decode()


def test_a_talk_elsewhere(client: Client, cast: Cast) -> None:
    assert client.get(TALK).status_code == 200
    client.post(TALK, {"minutes": "5"})
    text = client.get(HOME).content.decode()
    assert "Talks elsewhere" in text
    assert "They want support" in text
    assert client.post(TALK, {"minutes": "9999"}).status_code == 422
    assert client.get(HOME, {"after": "nonsense"}).status_code == 200


@pytest.mark.parametrize("part", ["supervisor", "evaluator", "adviser", "administrator"])
def test_nobody_else_opens_outreach(cast: Cast, part: str) -> None:
    for url in (HOME, NEW, TALK):
        assert signed_in(part).get(url).status_code == 403
