"""The funnel and the practice report as pages: numbers open lists, and what leaves hides small numbers."""

import re

import pytest
from django.urls import reverse
from django.utils import timezone

from linkwork.casework import actions
from linkwork.casework.rules.persons import NewNeed, PersonDetails
from linkwork.web.people.leaving import leaving
from linkwork.web.people.reporting import Part, Row

FUNNEL, REPORT = reverse("people:funnel"), reverse("people:report")


@pytest.fixture
def six(cast):
    """Six people of the worker: five reached, one of them with a need; and somebody who waits for an answer."""
    now = timezone.now()
    for number in range(6):
        details = PersonDetails(given_name=f"Ida {number}")
        case_id = actions.start_case(
            details=details, source="self", worker_id=cast.worker.id, by=cast.worker, at=now
        )
        met = {
            "case_id": case_id,
            "occurred_at": now,
            "mode": "met",
            "minutes": 30,
            "by": cast.worker,
            "at": now,
        }
        needs = [NewNeed("food")] if number == 0 else []
        actions.log_contact(**met, reached=number < 5, needs=needs)
    waits = PersonDetails(given_name="Per")
    actions.receive_referral(details=waits, source="hospital", by=cast.manager, at=now)


def links_of(text):
    return [found.replace("&amp;", "&") for found in re.findall(r'href="([^"]*counted/[^"]*)"', text)]


def test_every_number_of_the_funnel_opens_its_list(signed_in, six):
    client = signed_in("manager")
    text = client.get(FUNNEL).content.decode()
    titles = re.findall(r'<a href="([^"]*)">([^<:]*): (\d+)</a>', text)
    assert [int(number) for _url, _title, number in titles] == [7, 5, 1, 0, 0, 0]
    for url, _title, number in titles:
        listed = client.get(url.replace("&amp;", "&")).content.decode()
        assert listed.count('class="item-title"') == int(number)
    assert "1 wait for an answer to the referral" in text
    assert "elsewhere 90" in text
    assert "elsewhere not known" in text


def test_a_worker_sees_their_own_people_only(signed_in, six):
    text = signed_in("worker").get(FUNNEL).content.decode()
    assert "Referred: 6" in text
    assert "The people you work with" in text
    assert "Nobody was referred in these days." in signed_in("other_worker").get(FUNNEL).content.decode()
    assert "By worker" not in signed_in("worker").get(REPORT).content.decode()


def test_days_that_are_not_in_order_are_said(signed_in, six):
    text = signed_in("manager").get(FUNNEL, {"first": "2026-02-01", "last": "2026-01-01"}).content.decode()
    assert "Choose a last day that is not before the first." in text


def test_the_report_says_what_was_done(signed_in, six, cast):
    client = signed_in("manager")
    text = client.get(REPORT).content.decode()
    assert "By worker" in text
    assert "Amal Haddad" in text
    for url in links_of(text):
        assert client.get(url).status_code == 200
    numbers = [int(n) for n in re.findall(r'<a href="[^"]*counted/[^"]*">(\d+)</a>', text)]
    shown = [client.get(u).content.decode().count('class="item-title"') for u in links_of(text)]
    assert shown == numbers
    assert client.get(reverse("people:counted"), {"what": "nonsense"}).status_code == 404


def test_what_leaves_the_house_hides_small_numbers(signed_in, six):
    client = signed_in("manager")
    file = client.get(reverse("people:report_file")).content.decode("utf-8-sig")
    # else the hospital's 1 could be worked out
    assert "Where they came from,Asked for themselves,People,hidden" in file
    assert "Where they came from,Hospital,People,hidden" in file
    assert "By worker,Amal Haddad,Contacts,5" in file
    sheet = client.get(reverse("people:report_print")).content.decode()
    assert "hidden" in sheet
    assert links_of(sheet) == []


def test_a_hidden_row_hides_its_minutes_too():
    part = Part(
        "",
        "",
        ("Contacts", "Minutes", "Without"),
        (Row("A", (2, 60, 5)), Row("B", (9, 90, 0)), Row("C", (30, 1, 1))),
    )
    [left] = leaving([part])
    assert [row.values for row in left.rows] == [(None,) * 3, (None,) * 3, (30, 1, 1)]
    assert left.hides
