"""The person's own page: by their link alone, in their language, saying what it is and ending when they say so."""

import datetime as dt
import logging

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from linkwork.casework import actions
from linkwork.casework import reads as cases
from linkwork.casework.rules.persons import PersonDetails
from linkwork.trail import reads as trail
from linkwork.web.mine import door, sections
from linkwork.web.shared.logs import WithoutTokens


def begin(cast, language="fr"):
    return actions.start_case(
        details=PersonDetails("Maryam", "Al-Amin", language=language),
        source="self",
        worker_id=cast.worker.id,
        by=cast.worker,
        at=timezone.now(),
    )


@pytest.fixture
def case_id(cast):
    return begin(cast)


@pytest.fixture
def token(cast, case_id):
    return actions.make_person_link(case_id=case_id, by=cast.worker, at=timezone.now())


@pytest.fixture
def browser():
    return Client()


def address(name, token):
    return reverse(f"mine:{name}", args=[token])


def text(answer):
    return answer.content.decode()


def test_it_opens_without_an_account_and_names_nobody_but_them(browser, cast, case_id, token):
    answer = browser.get(address("open", token))
    assert answer.status_code == 200
    said = text(answer)
    assert "Maryam" in said
    assert "Amal Haddad" in said
    assert "Al-Amin" not in said
    assert 'class="nav' not in said
    assert answer.headers["Referrer-Policy"] == "strict-origin"
    assert answer.headers["Cache-Control"] == "no-store"


def test_the_visit_stands_in_the_trail_and_not_among_the_looks(browser, cast, case_id, token):
    browser.get(address("open", token))
    person_id = cases.case(cast.worker, case_id).person_id
    assert trail.looks_at(cast.manager, person_id) == []


def test_it_speaks_the_persons_language_until_they_choose_another(browser, cast, token):
    first = browser.get(address("open", token))
    assert first.headers["Content-Language"] == "fr"
    assert '<html lang="fr" dir="ltr"' in text(first)
    browser.post(address("language", token), {"language": "en"})
    assert browser.get(address("open", token)).headers["Content-Language"] == "en"
    browser.post(address("language", token), {"language": "tlh"})
    assert browser.get(address("open", token)).headers["Content-Language"] == "en"


def test_a_choice_on_a_lent_phone_stays_on_that_page(browser, token):
    kept = browser.post(address("language", token), {"language": "en"}).cookies[door.LANGUAGE_COOKIE]
    assert (kept["path"], kept["httponly"]) == (address("open", token), True)


def test_right_to_left_is_ready(browser, token):
    browser.post(address("language", token), {"language": "ar"})
    assert '<html lang="ar" dir="rtl"' in text(browser.get(address("open", token)))


def test_a_language_without_a_catalogue_falls_back_to_the_browsers(browser, cast):
    token = actions.make_person_link(case_id=begin(cast, "so"), by=cast.worker, at=timezone.now())
    answer = browser.get(address("open", token), headers={"accept-language": "fr"})
    assert answer.headers["Content-Language"] == "fr"


def test_every_link_that_does_not_open_shows_one_calm_page(browser, cast, case_id, token):
    late = actions.make_person_link(
        case_id=case_id, by=cast.worker, at=timezone.now() - dt.timedelta(days=91)
    )
    shown = set()
    for each in ("forged", late, token[:-3]):
        for answer in (
            browser.get(address("open", each)),
            browser.post(address("end", each)),
            browser.post(address("language", each), {"language": "fr"}),
        ):
            assert answer.status_code == 404
            said = text(answer)
            assert "Maryam" not in said
            assert "North practices" not in said
            shown.add(said.split("<main")[1].split("</main")[0])
    assert len(shown) == 1


def test_the_person_ends_it(browser, cast, case_id, token):
    browser.post(address("language", token), {"language": "en"})
    assert "stops working on" in text(browser.get(address("open", token)))
    assert "Your link has ended" in text(browser.post(address("end", token)))
    assert browser.get(address("open", token)).status_code == 404
    assert cases.person_links(cast.worker, case_id, timezone.now()) == []


def test_opening_asks_few_questions(browser, token, django_assert_max_num_queries):
    with django_assert_max_num_queries(16):
        browser.get(address("open", token))


def test_sections_are_those_of_the_areas_that_are_there(monkeypatch):
    monkeypatch.setattr(sections, "ORDER", ("no_such_area", "look"))
    assert sections.modules() == {}


@pytest.mark.parametrize("path", ["/mine/abc~def/", "/reply/abc~def/say/x/", "/refer/abc:def/"])
def test_no_token_reaches_the_log(path):
    record = logging.LogRecord("django.request", logging.WARNING, "", 0, "%s: %s", ("Not Found", path), None)
    assert WithoutTokens().filter(record)
    assert "abc" not in record.getMessage()
    assert record.getMessage().startswith("Not Found: /")


def test_other_messages_stay_as_they_are():
    record = logging.LogRecord("x", logging.WARNING, "", 0, "%s: %s", ("Gone", "/people/1/"), None)
    assert WithoutTokens().filter(record)
    assert record.getMessage() == "Gone: /people/1/"
