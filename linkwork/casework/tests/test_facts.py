"""What crosses the wall: typed rows without names or free text."""

import datetime as dt

import pytest

from linkwork.casework import actions, facts
from linkwork.casework.rules.persons import NewNeed, PersonDetails
from linkwork.casework.tests import scenes
from linkwork.testing.cast import NOON

HOUR = dt.timedelta(hours=1)
TODAY = dt.date(2026, 3, 12)


def rows(cast, name):
    table = next(table for table in facts.TABLES if table.name == name)
    names = [column.name for column in table.columns]
    return [dict(zip(names, row, strict=True)) for row in table.rows(cast.programme_id)]


def test_a_case_with_its_contacts_and_needs(cast):
    case_id = scenes.case(cast)
    scenes.contact(cast, case_id, reached=False, topics=["plan"])
    contact_id = scenes.contact(
        cast,
        case_id,
        at=NOON + HOUR,
        site_id=cast.site_id,
        minutes=30,
        minutes_travel=20,
        planned=True,
        accompanied_to="the dentist on Elm Street",
        linking=True,
        education=False,
        topics=["plan"],
        marked_first=True,
        needs=[NewNeed("food", "Bread")],
    )
    actions.close_case(case_id=case_id, reason="done", by=cast.worker, at=NOON + 2 * HOUR)
    [case] = rows(cast, "cases")
    person_id = case.pop("person_id")
    assert case == {
        "case_id": case_id,
        "source": "self",
        "received_on": TODAY,
        "accepted_on": TODAY,
        "first_contact_on": TODAY,
        "closed_on": TODAY,
        "close_reason": "done",
        "stage": "operation",
        "language": "ar",
        "age_band": None,
    }
    assert rows(cast, "contacts") == [
        {
            "contact_id": contact_id,
            "case_id": case_id,
            "person_id": person_id,
            "worker_id": cast.worker.id,
            "occurred_on": TODAY,
            "mode": "phone",
            "site_kind": "practice",
            "language": None,
            "minutes": 30,
            "marked_first": True,
            "session_id": None,
            "minutes_travel": 20,
            "minutes_admin": None,
            "interpreter": False,
            "planned": True,
            "linking": True,
            "education": False,
            "accompanied": True,
            "partner_present": False,
            "site_id": cast.site_id,
        }
    ]
    assert rows(cast, "contact_terms") == [
        {"contact_id": contact_id, "list": "contact_topics", "term": "plan"}
    ]
    [need] = rows(cast, "needs")
    assert (need["term"], need["raised_on"], need["met_on"]) == ("food", TODAY, None)


def test_what_is_missing_stays_missing(cast):
    scenes.case(cast, PersonDetails(given_name="Bo"), at=NOON - dt.timedelta(days=400))
    [case] = rows(cast, "cases")
    assert [
        case[name] for name in ("first_contact_on", "closed_on", "close_reason", "stage", "language")
    ] == [None] * 5


def test_one_programme_hands_over_its_own(cast):
    scenes.case(cast)
    for table in facts.TABLES:
        assert list(table.rows(cast.outsider.programme)) == []


def test_a_referral_crosses_without_names_or_words(cast):
    declined = scenes.referral(cast, wants="Company")
    actions.escalate_late(by=cast.manager, at=NOON + dt.timedelta(days=9))
    actions.decline_referral(
        referral_id=declined, reason="other", words="x", by=cast.manager, at=NOON + dt.timedelta(days=9)
    )
    case_id = scenes.case(cast, PersonDetails(given_name="Bo"), at=NOON + HOUR)
    first, second = rows(cast, "referrals")
    first.pop("person_id")
    assert first == {
        "referral_id": declined,
        "case_id": None,
        "source": "general_practice",
        "door": "worker",
        "urgency": "routine",
        "received_on": TODAY,
        "answered_on": dt.date(2026, 3, 21),
        "state": "declined",
        "reason": "other",
        "escalated": True,
    }
    assert (second["case_id"], second["state"], second["reason"], second["escalated"]) == (
        case_id,
        "accepted",
        None,
        False,
    )


@pytest.mark.parametrize(
    ("born", "band"), [(None, None), (2010, "0-17"), (2008, "18-24"), (1960, "65-74"), (1930, "75+")]
)
def test_an_age_crosses_as_a_band_of_years(cast, born, band):
    scenes.case(cast, PersonDetails(given_name="Bo", born_year=born))
    [case] = rows(cast, "cases")
    assert case["age_band"] == band
