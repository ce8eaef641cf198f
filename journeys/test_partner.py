"""A partner without an account: from a letter to an appointment to what came of it, by keyboard, on a phone."""

import datetime as dt

from django.utils import timezone
from playwright.sync_api import Page, expect

from journeys.conftest import OpenPage
from journeys.walk import Walk
from linkwork.connections import reads
from linkwork.connections.rules import Outcome, State
from linkwork.testing.cast import Cast
from linkwork.web.connect.tests.conftest import NAME, ids, sent


def press(page: Page, name: str) -> None:
    """Reach a button or link by its name and press it with the keyboard."""
    found = page.get_by_role("main").get_by_role("button", name=name, exact=True)
    found = found.or_(page.get_by_role("main").get_by_role("link", name=name, exact=True)).first
    found.focus()
    page.keyboard.press("Enter")


def test_a_partner_without_an_account(cast: Cast, open_page: OpenPage) -> None:
    walk = Walk(folder=None)
    done = sent(cast, ids(cast), days=1)
    page = open_page("phone")

    page.goto(f"/reply/{done.token}/")
    expect(page.get_by_text(NAME)).to_be_visible()
    walk.stop(page, "partner-open", "Who asks, for whom, and what they agreed to share.")

    press(page, "Propose a time")
    when = timezone.localtime() + dt.timedelta(days=3)
    page.get_by_label("A time").fill(f"{when:%Y-%m-%dT%H:%M}")
    page.get_by_label("Where").fill("The shed")
    walk.stop(page, "partner-times", "Up to three times to choose from.")
    press(page, "Send the answer")
    expect(page.get_by_text("You will hear which one fits.")).to_be_visible()

    press(page, "Set an appointment")
    page.get_by_label("When").fill(f"{when:%Y-%m-%dT%H:%M}")
    press(page, "Send the answer")
    expect(page.get_by_role("link", name="Call it off")).to_be_visible()
    walk.stop(page, "partner-when", "When they come stands on the page.")

    press(page, "It has started")
    press(page, "Say what came of it")
    page.get_by_role("radio", name="It helped", exact=True).check(force=True)
    press(page, "Send the answer")
    expect(page.get_by_text("This is finished.")).to_be_visible()
    expect(page.get_by_text(NAME)).to_have_count(0)

    card = reads.connection(cast.worker, done.connection_id)
    assert (card.state, card.outcome) == (State.FINISHED, Outcome.HELPED)
