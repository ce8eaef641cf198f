"""The database keeps the truth also where no action is asked."""

import datetime as dt

import pytest
from django.db import IntegrityError, transaction

from linkwork.casework import actions, models, reads
from linkwork.casework.rules.consent import Purpose
from linkwork.casework.rules.contacts import Encounter
from linkwork.casework.rules.persons import NewNeed
from linkwork.casework.rules.referrals import Occasion, Way
from linkwork.casework.tests import scenes
from linkwork.testing.cast import NOON

EARLIER = NOON - dt.timedelta(days=400)
BEFORE = EARLIER.date()


@pytest.fixture
def whole(cast):
    """One row of each table, each as the actions leave it."""
    case_id = scenes.case(cast)
    scenes.contact(
        cast,
        case_id,
        needs=[NewNeed("food")],
        what_matters="My garden",
        follow_up_on=NOON.date(),
        topics=["plan"],
    )
    together = Encounter(NOON, "group")
    actions.log_session(case_ids=[case_id], how=together, by=cast.worker, at=NOON)
    [contact, _] = reads.contacts_of(cast.worker, case_id)
    actions.add_to_note(contact_id=contact.id, words="More", by=cast.worker, at=NOON)
    presence_id = actions.log_presence(
        started_at=NOON,
        ended_at=NOON + dt.timedelta(hours=1),
        place="Library",
        people_met=3,
        languages={"ar": 2},
        by=cast.worker,
        at=NOON,
    )
    actions.log_anonymous(
        occurred_at=NOON, presence_id=presence_id, topics=["rights"], by=cast.worker, at=NOON
    )
    actions.give_consent(case_id=case_id, purpose=Purpose.SHARE, by=cast.worker, at=NOON)
    about_the_referral(cast)
    return cast


def about_the_referral(cast):
    """A need, a question, news and a knock of the one referral there is."""
    row = models.Referral.objects.get()
    row.referrer_email = "nurse@elm.example"
    row.save()
    models.ReferralNeed.objects.create(
        referral_id=row.id, term="food", programme_id=cast.programme_id, created_at=NOON
    )
    models.Knock.objects.create(
        key="k", day=BEFORE, number=1, programme_id=cast.programme_id, created_at=NOON
    )
    actions.ask_referrer(referral_id=row.id, words="Which floor?", by=cast.worker, at=NOON)
    actions.tell_referrer(
        referral_id=row.id,
        occasion=Occasion.ASKED,
        text="It was answered.",
        shares=False,
        way=Way.PAPER,
        by=cast.worker,
        at=NOON,
    )


def test_a_referral_of_another_system_stands_once(whole):
    models.Referral.objects.update(outside_system="s", outside_id="1")
    with pytest.raises(IntegrityError), transaction.atomic():
        again(models.Referral.objects.get()).save()


@pytest.mark.parametrize(
    ("table", "changes", "name"),
    [
        ("Person", {"latitude": 1.0}, "casework_person_place_is_whole"),
        ("Person", {"latitude": 91.0, "longitude": 0.0}, "casework_person_place_is_whole"),
        ("Person", {"born_year": 1980, "born_on": BEFORE}, "casework_person_born_once"),
        ("Person", {"given_name": ""}, "casework_person_has_a_name"),
        ("Consent", {"withdrawn_at": EARLIER}, "casework_consent_in_order"),
        ("Referral", {"answered_at": None}, "casework_referral_answered_once"),
        ("Referral", {"answered_at": EARLIER}, "casework_referral_in_order"),
        ("Referral", {"state": "declined"}, "casework_referral_declined_says_why"),
        ("Referral", {"outside_id": "42"}, "casework_referral_outside_whole"),
        ("Referral", {"escalated_at": EARLIER}, "casework_referral_escalated"),
        ("ReferralNeed", {"term": ""}, "casework_referral_need_has_a_term"),
        ("ReferralQuestion", {"words": ""}, "casework_referral_question_asks"),
        ("ReferralQuestion", {"answer": "Yes"}, "casework_referral_question_answered"),
        ("ReferralNews", {"text": ""}, "casework_referral_news_says_something"),
        ("Knock", {"number": 0}, "casework_knock_counts"),
        ("Case", {"state": "closed"}, "casework_case_closed_says_why"),
        (
            "Case",
            {"state": "closed", "closed_on": BEFORE, "close_reason": "done"},
            "casework_case_in_order",
        ),
        ("Allocation", {"until": EARLIER}, "casework_allocation_in_order"),
        ("Need", {"met_on": BEFORE}, "casework_need_in_order"),
        ("Need", {"term": ""}, "casework_need_has_a_term"),
        ("Statement", {"words": ""}, "casework_statement_says_something"),
        ("FollowUp", {"about": ""}, "casework_follow_up_says_what"),
        ("Contact", {"minutes": 1441}, "casework_contact_within_a_day"),
        ("Contact", {"minutes_travel": 1441}, "casework_contact_rest_within_a_day"),
        ("Contact", {"minutes_admin": 1441}, "casework_contact_rest_within_a_day"),
        ("ContactChange", {"addition": ""}, "casework_contact_change_says_something"),
        ("Session", {"minutes": 1441}, "casework_session_within_a_day"),
        ("Presence", {"ended_at": EARLIER}, "casework_presence_in_order"),
        ("Presence", {"adults": 2, "children": 2}, "casework_presence_parts_within_all"),
        ("Presence", {"place": ""}, "casework_presence_is_somewhere"),
        ("PresenceLanguage", {"people": 0}, "casework_presence_language_counts"),
        ("AnonymousContact", {"minutes": 1441}, "casework_anonymous_within_a_day"),
        ("Contact", {"reached": False, "marked_first": True}, "casework_contact_attempt_is_not_first"),
    ],
)
def test_a_row_that_cannot_be_true_is_refused(whole, table, changes, name):
    with pytest.raises(IntegrityError, match=name), transaction.atomic():
        getattr(models, table).objects.update(**changes)


@pytest.mark.parametrize(
    "table", ["NameKey", "ContactTerm", "PresenceLanguage", "AnonymousTerm", "ReferralNeed", "Knock"]
)
def test_a_row_stands_once(whole, table):
    row = again(getattr(models, table).objects.first())
    with pytest.raises(IntegrityError), transaction.atomic():
        row.save()


def again(row):
    """The same row under a new id."""
    row.id, row._state.adding = row._meta.pk.get_default(), True
    return row


def test_a_person_has_one_running_case(whole):
    referral = again(models.Referral.objects.get())
    referral.save()
    case = again(models.Case.objects.get())
    case.referral = referral
    with pytest.raises(IntegrityError), transaction.atomic():
        case.save()


def test_a_case_has_one_worker_at_a_time(whole):
    with pytest.raises(IntegrityError), transaction.atomic():
        again(models.Allocation.objects.get()).save()


def test_a_referral_opens_one_case(whole):
    row = again(models.Case.objects.get())
    row.state, row.closed_on, row.close_reason = "closed", row.opened_on, "done"
    with pytest.raises(IntegrityError), transaction.atomic():
        row.save()


def test_every_field_says_how_private_it_is_and_why():
    for name in models.__all__:
        table = getattr(models, name)
        assert {field.name for field in table._meta.fields} == set(table.privacy), name


def test_somebody_comes_to_a_session_once(whole):
    with pytest.raises(IntegrityError), transaction.atomic():
        again(models.Contact.objects.get(session__isnull=False)).save()


def test_a_talk_leads_to_one_referral(whole):
    row = models.AnonymousContact.objects.get()
    row.referral = models.Referral.objects.get()
    row.save()
    with pytest.raises(IntegrityError), transaction.atomic():
        again(row).save()
