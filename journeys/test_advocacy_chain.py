"""From one person's letter to a council's change: single efforts, one obstacle, a brief, what is different since."""

import datetime as dt
from uuid import UUID

from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import Page, expect

from journeys.conftest import OpenPage
from journeys.people import sign_in
from linkwork.casework import actions as casework
from linkwork.casework.rules.persons import PersonDetails
from linkwork.partnerships import actions, reads
from linkwork.partnerships.rules import AdvocacyState, Level, Method, Obstacle
from linkwork.testing.axe import assert_accessible
from linkwork.testing.cast import Cast

DAY = dt.timedelta(days=1)
OFFICE = "The council’s housing office"


def met(cast: Cast, name: str) -> UUID:
    return casework.start_case(
        details=PersonDetails(given_name=name, family_name="Rahimi"),
        source="self",
        worker_id=cast.worker.id,
        by=cast.worker,
        at=timezone.now() - 40 * DAY,
    )


def asked_before(cast: Cast, name: str) -> None:
    """A letter for somebody else, answered by the same refusal."""
    at = timezone.now() - 30 * DAY
    action_id = actions.open_advocacy(
        level=Level.INDIVIDUAL,
        case_id=met(cast, name),
        need="housing",
        ask="Heating that works",
        target=OFFICE,
        opened_on=timezone.localdate(at),
        by=cast.worker,
        at=at,
    )
    actions.add_attempt(
        action_id=action_id,
        made_on=timezone.localdate(at) + 3 * DAY,
        method=Method.LETTER,
        obstacle_kind=Obstacle.POWER,
        by=cast.worker,
        at=at,
    )


def try_once(page: Page, how: str, said: str) -> None:
    page.get_by_role("main").get_by_text(how, exact=True).click()
    page.get_by_label("What did they say?").fill(said)
    page.get_by_role("button", name="Note the attempt").click()


def test_from_one_letter_to_a_change(open_page: OpenPage, cast: Cast) -> None:
    for name in ("Bea", "Cem"):
        asked_before(cast, name)
    case_id = met(cast, "Ada")
    page = sign_in(open_page, "worker", "phone")

    page.goto(reverse("people:person", args=[case_id]))
    page.get_by_text("More", exact=True).first.click()
    page.get_by_role("link", name="Ask somebody for a change").click()
    page.get_by_label("What do you ask for?").fill("A flat without mould")
    page.get_by_label("Or somebody else: who?").fill(OFFICE)
    page.get_by_role("button", name="Begin").click()
    expect(page.get_by_role("heading", name="A flat without mould")).to_be_visible()

    page.get_by_role("main").get_by_text("Letter", exact=True).click()
    page.get_by_text("What stood in the way, what next").click()
    page.get_by_label("What stood in the way?", exact=False).first.select_option("power")
    page.get_by_role("button", name="Note the attempt").click()
    expect(page.get_by_text(f"You asked {OFFICE} for 3 people")).to_be_visible()
    assert_accessible(page)

    page.get_by_role("link", name="Ask for a change").click()
    page.get_by_label("What do you ask for?").fill("Somebody who answers within two weeks")
    page.get_by_label("Who would gain from it?").fill("Everybody who rents from the council")
    page.get_by_role("button", name="Begin").click()
    expect(page.get_by_role("heading", name="What it grew out of")).to_be_visible()
    try_once(page, "Meeting", "They want to see numbers")

    page.get_by_role("link", name="The brief").click()
    expect(page.get_by_text("each on their own: fewer than 5")).to_be_visible()
    for private in ("Ada", "Rahimi", "A.R."):
        expect(page.get_by_role("main").get_by_text(private)).to_have_count(0)
    assert_accessible(page)
    page.go_back()

    try_once(page, "Spoke in public", "The council will name somebody")
    page.get_by_text("It is settled").click()
    page.get_by_role("main").get_by_text("won", exact=True).click()
    page.get_by_label("In a sentence or two").fill("Agreed at the council")
    page.get_by_label("What is different since?").fill("One name to write to, and an answer in ten days")
    page.get_by_role("button", name="Settle it").click()
    expect(page.get_by_text("Since then: One name to write to")).to_be_visible()

    [wider] = reads.advocacy_actions(cast.worker, (AdvocacyState.WON,))
    assert len(wider.attempts) == 2
    assert len(reads.origins(cast.worker, wider.id)) == 3
