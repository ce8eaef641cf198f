"""A person answers in Arabic, on a phone, by their own link: right to left from end to end, and the worker sees it."""

import json
import os
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from journeys.conftest import OpenPage
from journeys.people import sign_in
from journeys.walk import Walk
from linkwork.casework import actions as casework
from linkwork.casework.rules.persons import PersonDetails
from linkwork.testing.axe import assert_accessible
from linkwork.testing.cast import NOON, Cast

# A programme's own translation of the direct question on loneliness, as it may be put beside the shipped wording.
IN_ARABIC = {
    "measure": "loneliness-direct",
    "language": "ar",
    "official": False,
    "source": "The programme’s own translation",
    "address": "",
    "intro": "",
    "items": {"1": "كم مرة تشعر بالوحدة؟"},
    "choices": {"how_often": ["غالبًا أو دائمًا", "بعض الوقت", "أحيانًا", "نادرًا", "أبدًا"]},
}


@pytest.fixture
def arabic(tmp_path: Path, settings: Any) -> None:
    """A deployment that has added Arabic to one measure."""
    settings.HOME = tmp_path
    folder = tmp_path / "measures"
    folder.mkdir()
    (folder / "loneliness-direct.ar.json").write_text(json.dumps(IN_ARABIC), "utf-8")


@pytest.mark.usefixtures("arabic")
def test_a_person_answers_in_arabic_on_a_phone(
    live_server: LiveServer, cast: Cast, open_page: OpenPage
) -> None:
    case_id = casework.start_case(
        details=PersonDetails("Maryam", "Aziz", language="ar"),
        source="self",
        worker_id=cast.worker.id,
        by=cast.worker,
        at=NOON,
    )
    token = casework.make_person_link(case_id=case_id, by=cast.worker, at=_now())
    walk = Walk(folder=_pictures())
    worker = sign_in(open_page, "worker", "phone")
    ask_by_link(worker, walk, f"/measures/{case_id}/")
    answer_in_arabic(open_page("phone", locale="ar"), walk, token)
    read_the_answer(worker, walk, f"/measures/{case_id}/")
    a_worry_is_met(worker, walk, f"/measures/{case_id}/")
    the_sources(worker, walk)


def _now() -> Any:
    from django.utils import timezone

    return timezone.now()


def _pictures() -> Path | None:
    folder = os.environ.get("LINKWORK_TEST_PICTURES_OF_MEASURES")
    return Path(folder) if folder else None


def ask_by_link(worker: Page, walk: Walk, tab: str) -> None:
    worker.goto(tab)
    walk.stop(worker, "tab-empty", "Nothing asked yet.")
    worker.get_by_role("link", name="Ask a measure").click()
    walk.stop(worker, "new", "What to ask, and how.")
    worker.get_by_text("Loneliness, the direct question").click()
    worker.get_by_text("Alone, by their own link").click()
    worker.get_by_role("button", name="Go on").click()
    expect(worker.get_by_text("By their own link, asked today.")).to_be_visible()


def answer_in_arabic(person: Page, walk: Walk, token: str) -> None:
    person.goto(f"/mine/{token}/")
    expect(person.locator("html")).to_have_attribute("dir", "rtl")
    walk.stop(person, "mine", "The person's page, right to left.")
    person.locator("#questions a.button").click()
    expect(person.locator("html")).to_have_attribute("lang", "ar")
    question = person.get_by_role("group", name="كم مرة تشعر بالوحدة؟")
    expect(question).to_be_visible()
    walk.stop(person, "mine-question", "The question in Arabic.")
    question.get_by_text("بعض الوقت").click()
    person.locator("form.form button[type=submit]:not([name])").click()
    expect(person.locator("[data-saved]")).to_be_visible()
    walk.stop(person, "mine-thanks", "Thanks, and no score.")
    person.goto(f"/mine/{token}/")
    expect(person.locator("#questions")).to_have_count(0)


def read_the_answer(worker: Page, walk: Walk, tab: str) -> None:
    worker.goto(tab)
    expect(worker.get_by_text("some of the time").first).to_be_visible()
    worker.get_by_text("1 answering").click()
    worker.get_by_role("link", name="today", exact=True).click()
    expect(worker.get_by_text("بعض الوقت")).to_be_visible()
    walk.stop(worker, "done", "The worker sees it, in the words it was answered in.", wide=True)


def a_worry_is_met(worker: Page, walk: Walk, tab: str) -> None:
    worker.goto(f"{tab}phq-9/")
    walk.stop(worker, "answer", "Nine questions, one at a time.")
    for number in range(9):
        worker.locator(".question").nth(number).locator("label").nth(1).click()
    worker.get_by_role("button", name="Keep the answers").click()
    expect(worker.get_by_role("heading", name="Ask about safety now")).to_be_visible()
    walk.stop(worker, "worry", "An answer that worries says what to do now.", wide=True)
    worker.goto(f"{tab}phq-9/paper/")
    walk.stop(worker, "paper", "A sheet typed in as one line.")
    worker.get_by_label("The answers in order").fill("000000000")
    worker.get_by_role("button", name="Keep the answers").click()
    worker.goto(f"{tab}ons4/?language=en")
    walk.stop(worker, "scale", "From 0 to 10.")
    worker.goto(tab)
    walk.stop(worker, "tab", "What was answered, and which way it goes.", wide=True)


def the_sources(worker: Page, walk: Walk) -> None:
    for path, name in (
        ("about/", "about"),
        ("about/phq-9/", "measure"),
        ("about/swemwbs/", "slot"),
        ("change/", "change"),
    ):
        worker.goto(f"/measures/{path}")
        walk.stop(worker, name, "Where it comes from.", wide=True)
    assert_accessible(worker)
