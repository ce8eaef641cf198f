"""The partner's page: without an account, calm, and closed to whoever has no living link."""

import dataclasses
import datetime as dt

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from linkwork.casework import actions as casework
from linkwork.casework import reads as cases
from linkwork.casework.rules.persons import PersonDetails, Prefers
from linkwork.connections import actions, reads
from linkwork.connections.rules import Outcome, State
from linkwork.trail import reads as trail
from linkwork.web.connect.tests.conftest import NAME, PHONE, WANTS, ids, sent, text


@pytest.fixture
def known(cast):
    return ids(cast)


@pytest.fixture
def done(cast, known):
    return sent(cast, known)


@pytest.fixture
def browser():
    return Client()


def page(done):
    return reverse("reply:open", args=[done.token])


def say(browser, done, to, **more):
    return browser.post(reverse("reply:say", args=[done.token, to]), more)


def test_who_asks_what_for_and_what_was_agreed(browser, done):
    said = text(browser.get(page(done)))
    for words in (
        "North practices asks whether Garden group can help somebody",
        NAME,
        PHONE,
        WANTS,
        "Amal Haddad",
    ):
        assert words in said
    assert "Arabic" not in said


@pytest.mark.parametrize(
    ("details", "said"),
    [
        (PersonDetails("", phone_message_ok=False), "leave no message"),
        (PersonDetails("", phone_message_ok=False, never_by=(Prefers.PHONE,)), "Please do not ring them."),
        (PersonDetails("", phone_message_ok=True), ""),
    ],
)
def test_who_may_ring_is_told_what_to_mind(browser, cast, known, done, details, said):
    case = cases.case(cast.worker, known["case_id"])
    kept = dataclasses.replace(details, given_name=case.given_name, phone=case.phone)
    casework.change_person(person_id=case.person_id, details=kept, by=cast.worker, at=timezone.now())
    shown = text(browser.get(page(done)))
    assert PHONE in shown
    assert [words for words in ("leave no message", "Please do not ring them.") if words in shown] == [said][
        : bool(said)
    ]


def test_opening_writes_an_access_row_and_nothing_else(browser, cast, known, done):
    before = reads.history(cast.worker, done.connection_id)
    browser.get(page(done))
    look = trail.looks_at(cast.manager, cases.case(cast.worker, known["case_id"]).person_id)[0]
    assert (look.page, look.kind) == ("reply:open", "partner")
    assert reads.history(cast.worker, done.connection_id) == before


def test_yes_a_day_a_start_and_what_came_of_it(browser, cast, done):
    assert say(browser, done, "received").status_code == 302
    assert "You have it." in text(browser.get(page(done)))
    say(browser, done, "accepted")
    assert "You said yes." in text(browser.get(page(done)))
    form = reverse("reply:say", args=[done.token, "waiting"])
    assert "It starts on" in text(browser.get(form))
    assert say(browser, done, "waiting").status_code == 400
    say(browser, done, "waiting", starts_on="2030-04-03")
    assert "starting on 3 April" in text(browser.get(page(done)))
    say(browser, done, "started")
    assert say(browser, done, "finished").status_code == 400
    say(browser, done, "finished", outcome="helped", outcome_words="Comes weekly")
    card = reads.connection(cast.worker, done.connection_id)
    assert (card.state, card.outcome) == (State.FINISHED, Outcome.HELPED)
    said = text(browser.get(page(done)))
    assert "This is finished." in said
    assert PHONE not in said


def test_no_with_a_reason_and_not_twice(browser, done):
    assert say(browser, done, "declined", why="other").status_code == 400
    assert say(browser, done, "declined", why="full").status_code == 302
    assert "You said no." in text(browser.get(page(done)))
    answer = browser.post(reverse("reply:say", args=[done.token, "accepted"]), follow=True)
    assert "answered already" in text(answer)
    assert say(browser, done, "nonsense").status_code == 404


def test_a_question_first(browser, done):
    ask = reverse("reply:ask", args=[done.token])
    assert browser.post(ask, {"words": ""}).status_code == 400
    browser.post(ask, {"words": "Are stairs all right?"})
    assert "Are stairs all right?" in text(browser.get(page(done)))


def test_every_closed_link_shows_the_same_page_and_no_word_of_anybody(browser, cast, known):
    revoked, expired = sent(cast, known), sent(cast, known, days=31)
    actions.revoke_links(connection_id=revoked.connection_id, by=cast.worker, at=timezone.now())
    shown = set()
    for token in ("forged", revoked.token, expired.token):
        for answer in (
            browser.get(reverse("reply:open", args=[token])),
            browser.post(reverse("reply:say", args=[token, "accepted"])),
            browser.post(reverse("reply:ask", args=[token]), {"words": "Who is it?"}),
        ):
            assert answer.status_code == 404
            said = text(answer)
            assert not any(word in said for word in ["Maryam", "Al Amin", PHONE, "Garden", "North practices"])
            shown.add(said.replace(token, ""))
    assert len({part.split("<main")[1].split("</main")[0] for part in shown}) == 1


def test_consent_taken_back_shows_nothing_more(browser, cast, known, done):
    from linkwork.casework import actions as casework

    at = timezone.now()
    case = cases.case(cast.worker, known["case_id"])
    (consent,) = cases.consents_of(cast.worker, case.person_id, at)
    casework.withdraw_consent(consent_id=consent.id, by=cast.worker, at=at)
    said = text(browser.get(page(done)))
    assert "asked us to stop sharing" in said
    assert PHONE not in said


def test_a_handover_shows_who_introduces(browser, cast, known):
    from linkwork.connections.rules import Handover, Kind, Manner

    handover = Handover("Amal Haddad", True, timezone.now() + dt.timedelta(days=2), Manner.THREE_WAY_CALL)
    done = sent(cast, known, kind=Kind.WARM_HANDOVER, handover=handover)
    said = text(browser.get(page(done)))
    assert "would like to introduce somebody" in said
    assert "Introduced by Amal Haddad" in said


def test_it_asks_few_questions(browser, done, django_assert_max_num_queries):
    with django_assert_max_num_queries(14):  # twelve questions and the access row with its savepoint
        browser.get(page(done))
