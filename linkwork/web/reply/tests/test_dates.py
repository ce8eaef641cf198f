"""The partner's page: times, appointments, and nothing more once the person has said no."""

import datetime as dt

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from linkwork.casework import actions as casework
from linkwork.casework import reads as cases
from linkwork.connections import actions, reads
from linkwork.connections.rules import State
from linkwork.web.connect.tests.conftest import PHONE, ids, sent, text

DAY = dt.timedelta(days=1)


@pytest.fixture
def known(cast):
    return ids(cast)


@pytest.fixture
def done(cast, known):
    return sent(cast, known, days=3)


@pytest.fixture
def browser():
    return Client()


def url(name, done, *more):
    return reverse(f"reply:{name}", args=[done.token, *more])


def typed(days):
    return f"{timezone.localtime() + days * DAY:%Y-%m-%dT%H:%M}"


def test_up_to_three_times_are_proposed(browser, cast, done):
    page = url("times", done)
    assert "A time" in text(browser.get(page))
    assert browser.post(page, {"first": ""}).status_code == 400
    assert browser.post(page, {"first": typed(2), "second": typed(2)}).status_code == 400
    browser.post(page, {"first": typed(2), "third": typed(3), "where": "The shed"})
    found = reads.open_proposal(cast.worker, done.connection_id)
    assert found is not None
    assert (len(found.times), found.where) == (2, "The shed")
    assert "You will hear which one fits." in text(browser.get(url("open", done)))


def test_an_appointment_is_set_called_off_and_the_worker_is_told(browser, cast, done):
    page = url("appointment", done)
    assert browser.get(page).status_code == 200
    assert browser.post(page, {"starts_at": "2020-01-01T10:00", "minutes": "60"}).status_code == 400
    mail.outbox.clear()
    browser.post(page, {"starts_at": typed(2), "minutes": "45", "where": "The shed"})
    (card,) = reads.appointments_for(cast.worker, done.connection_id)
    assert (card.made_by, card.minutes) == ("partner", 45)
    told = [letter for letter in mail.outbox if letter.to == ["worker@example.org"]]
    assert told[0].subject == "An appointment is set"
    assert "Maryam" not in told[0].body
    assert "The shed" in text(browser.get(url("open", done)))
    off = url("call_off", done, card.id)
    assert browser.get(off).status_code == 200
    assert browser.post(off, {"reason": ""}).status_code == 400
    browser.post(off, {"reason": "We close that day"})
    assert not reads.appointment(cast.worker, card.id).is_planned
    assert browser.post(off, {"reason": "Again"}).status_code == 404


def test_the_partner_says_whether_they_came(browser, cast, done):
    past = timezone.now() - DAY
    id_ = actions.set_appointment(
        connection_id=done.connection_id, starts_at=past, tell_partner=True, by=cast.worker, at=past - DAY
    )
    page = url("came", done, id_)
    assert browser.get(page).status_code == 200
    browser.post(page, {"attended": "yes"})
    assert reads.connection(cast.worker, done.connection_id).state is State.STARTED
    again = browser.post(page, {"attended": "no"}, follow=True)
    assert "answered already" in text(again)


def test_operations_anchor_13_consent_taken_back_closes_everything_at_once(browser, cast, known, done):
    id_ = actions.set_appointment(
        connection_id=done.connection_id,
        starts_at=timezone.now() + DAY,
        tell_partner=True,
        by=cast.worker,
        at=timezone.now(),
    )
    person = cases.case(cast.worker, known["case_id"]).person_id
    (consent,) = cases.consents_of(cast.worker, person, timezone.now())
    casework.withdraw_consent(consent_id=consent.id, by=cast.worker, at=timezone.now())
    for stopped in (False, True):
        if stopped:  # and so it stays once the connection is called off
            actions.stop_sharing(case_id=known["case_id"], by=cast.worker, at=timezone.now())
        said = text(browser.get(url("open", done)))
        assert "asked us to stop sharing" in said
        assert PHONE not in said
        assert "Propose a time" not in said
        for name, more in (("times", ()), ("appointment", ()), ("call_off", (id_,)), ("came", (id_,))):
            assert browser.post(url(name, done, *more), {}).status_code == 404
        browser.post(url("ask", done), {"words": "Where does she live?"})
        browser.post(reverse("reply:say", args=[done.token, "accepted"]))
    assert reads.questions_of(cast.worker, done.connection_id) == []
    assert reads.connection(cast.worker, done.connection_id).state is State.CANCELLED


def test_a_closed_link_opens_no_date_either(browser, cast, done):
    actions.revoke_links(connection_id=done.connection_id, by=cast.worker, at=timezone.now())
    for name in ("times", "appointment"):
        assert browser.get(url(name, done)).status_code == 404
