"""The pages of a full caseload ask as few questions as those of an empty one."""

import datetime as dt

import pytest
from django.apps import apps
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from linkwork.casework import actions, reads
from linkwork.casework.rules.persons import PersonDetails
from linkwork.core.ids import new_id
from linkwork.testing.queries import questions

MANY = 250


@pytest.fixture
def crowd(cast):
    """One person through the actions and 249 more like them, so that the test begins before lunch."""
    begun = timezone.now() - dt.timedelta(days=60)
    details = PersonDetails(given_name="Ida", family_name="Ek")
    first = actions.start_case(
        details=details, source="self", worker_id=cast.worker.id, by=cast.worker, at=begun
    )
    case = (
        table("Case")
        .objects.select_related("person", "referral")
        .get(programme_id=cast.programme_id, id=first)
    )
    copies = [_copy(case, number) for number in range(MANY - 1)]
    for model, place in (("Person", 0), ("Referral", 1), ("Case", 2)):
        table(model).objects.bulk_create([copy[place] for copy in copies])
    return first


def table(name):
    """A table of casework; the rows of a crowd are no business of its actions."""
    return apps.get_model("casework", name)


def _copy(case, number):
    """A person, a referral and a case like `case`'s."""

    def like(row, **changes):
        values = {field.attname: getattr(row, field.attname) for field in row._meta.concrete_fields}
        return type(row)(**values | {"id": new_id()} | changes)

    person = like(case.person, given_name=f"Ida {number}")
    referral = like(case.referral, person_id=person.id)
    return person, referral, like(case, person_id=person.id, referral_id=referral.id)


def asked(client, url):
    with CaptureQueriesContext(connection) as queries:
        answer = client.get(url)
    assert answer.status_code == 200
    return len(questions(queries.captured_queries)), answer.content.decode()


def test_a_full_day_asks_no_more_than_an_empty_one(signed_in, cast, crowd):
    empty, full = signed_in("other_worker"), signed_in("worker")
    for name in ("today:home", "people:list", "people:visits", "team:caseload", "people:funnel"):
        before, _text = asked(empty, reverse(name))
        after, text = asked(full, reverse(name))
        assert after <= before + 2, name  # a page of names is read only where there are names
        assert after <= 12, name
    assert text.count("Referred: 250") == 1
    _number, day = asked(full, reverse("today:home"))
    assert day.count("First contact with Ida") == 5
    assert "245 more people are due" in day


def test_the_list_of_many_is_read_a_page_at_a_time(signed_in, cast, crowd):
    for order in ("newest", "due", "unheard", "name"):
        number, text = asked(signed_in("worker"), f"{reverse('people:list')}?sort={order}")
        assert number <= 12
        assert text.count('class="item-title"') == 30


def test_a_person_with_three_hundred_contacts(signed_in, cast, crowd):
    now = timezone.now()
    one = actions.log_contact(case_id=crowd, occurred_at=now, mode="phone", by=cast.worker, at=now)
    row = table("Contact").objects.get(programme_id=cast.programme_id, id=one)
    values = {field.attname: getattr(row, field.attname) for field in row._meta.concrete_fields}
    moments = [now - dt.timedelta(hours=number) for number in range(1, 300)]
    table("Contact").objects.bulk_create(
        table("Contact")(**{k: v for k, v in values.items() if k != "id"} | {"occurred_at": at})
        for at in moments
    )
    number, text = asked(signed_in("worker"), reverse("people:person", args=[crowd]))
    assert number <= 12
    assert reads.case(cast.worker, crowd).last_contact_on == timezone.localdate(now)
    assert "Next contact due" in text
