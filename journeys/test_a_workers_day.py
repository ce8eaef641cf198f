"""A worker's day on a phone: eight visits, eight contacts, few taps; and nothing typed is lost when the phone dies."""

import datetime as dt
import sys
from dataclasses import dataclass
from statistics import median

import pytest
from django.utils import timezone
from playwright.sync_api import Locator, Page, expect

from journeys.conftest import OpenPage
from journeys.people import sign_in
from linkwork.casework import actions, reads
from linkwork.casework.rules.persons import PersonDetails
from linkwork.testing.axe import assert_accessible
from linkwork.testing.cast import Cast

MOST_TAPS = 8  # beyond the note, for a person who was met before
DAY = dt.timedelta(days=1)
NOTES = {
    "Ada": ("Called Ada, 20 min. She feels low. Call again next Tuesday.", ("phone", 20)),
    "Bea": ("Met Bea at the library, half an hour. Filled in the form for universal credit.", ("met", 30)),
    "Cem": ("Texted Cem about the walking group.", ("message", None)),
    "Dora": ("Went with her to the dentist, 1h20, and 30 min on the bus.", ("accompanied", 80)),
    "Elif": ("Called, no answer. Try again tomorrow.", ("phone", None)),
    "Femi": ("Visited at home for 45 minutes. He is lonely, knows nobody. Listened.", ("met", 45)),
    "Gul": ("Called, 10 min. Explained how the food bank works.", ("phone", 10)),
    "Hana": ("Video call, 25 min. How it went at the choir: she enjoyed it.", ("video", 25)),
}


@dataclass
class Hands:
    """Counts what a thumb does."""

    page: Page
    taps: int = 0
    keys: int = 0

    def tap(self, what: Locator) -> None:
        """One tap."""
        what.tap()
        self.taps += 1

    def write(self, text: str) -> None:
        """Each letter is a keystroke."""
        self.page.keyboard.type(text)
        self.keys += len(text)


def met_before(cast: Cast, name: str) -> None:
    """Somebody the worker supports and met two weeks ago."""
    at = timezone.now() - 14 * DAY
    case_id = actions.start_case(
        details=PersonDetails(given_name=name),
        source="self",
        worker_id=cast.worker.id,
        by=cast.worker,
        at=at,
    )
    actions.log_contact(
        case_id=case_id,
        occurred_at=at,
        mode="phone",
        site_id=cast.site_id,
        language="en",
        by=cast.worker,
        at=at,
    )


def test_eight_contacts_between_two_visits(open_page: OpenPage, cast: Cast) -> None:
    for name in NOTES:
        met_before(cast, name)
    page = sign_in(open_page, "worker", "phone")
    beyond, keys = [], []
    for name, (note, _expected) in NOTES.items():
        page.goto("/today/")
        hands = Hands(page)
        hands.tap(page.get_by_role("main").get_by_role("link", name="Log a contact"))
        hands.tap(page.get_by_role("main").get_by_role("link", name=name))
        hands.tap(page.get_by_label("What happened?"))
        hands.write(note)
        expect(page.get_by_text("because you wrote").first).to_be_visible()
        if name == "Ada":
            assert_accessible(page)
        hands.tap(page.get_by_role("button", name="Take all"))
        hands.tap(page.get_by_role("button", name="Keep the contact"))
        expect(page.get_by_text("Contact kept.")).to_be_visible()
        beyond.append(hands.taps)
        keys.append(hands.keys - len(note))
    sys.stdout.write(
        f"\na worker's day: {len(beyond)} contacts; beyond the note a median of {median(beyond)} taps "
        f"(at most {max(beyond)}) and {median(keys)} keystrokes\n"
    )
    assert max(beyond) <= MOST_TAPS
    assert max(keys) == 0
    for card in reads.cases(cast.worker, worker_id=cast.worker.id).rows:
        latest = reads.contacts_of(cast.worker, card.id)[0]
        _note, expected = NOTES[card.given_name]
        assert (latest.mode, latest.minutes) == expected
        assert latest.marked_first is not True
        assert latest.reached is (card.given_name != "Elif")


TEXT = "She would like to know one other mother here, and to sleep. "
BETWEEN_KEYS = 60  # milliseconds: somebody quick
MOST_LOST = 2000
NO_LAST_WORDS = """
for (const sign of ["pagehide", "visibilitychange", "beforeunload", "freeze"])
  for (const place of [window, document]) place.addEventListener(sign, (e) => e.stopImmediatePropagation(), true);
"""  # a phone without power tells the page nothing before it goes


@pytest.mark.parametrize("until", [25, 61, 118])
def test_a_phone_that_dies_while_typing_loses_two_seconds_at_most(
    open_page: OpenPage, cast: Cast, until: int
) -> None:
    """Anchor 9: wherever the page is killed, what was typed up to two seconds before is there again."""
    met_before(cast, "Ada")
    [card] = reads.cases(cast.worker, worker_id=cast.worker.id).rows
    page = sign_in(open_page, "worker", "phone")
    address = f"/people/log/?case={card.id}"
    page.add_init_script(NO_LAST_WORDS)
    page.goto(address)
    typed = (TEXT * 3)[:until]
    page.get_by_label("What happened?").tap()
    page.keyboard.type(typed, delay=BETWEEN_KEYS)
    again = page.context.new_page()
    page.close()
    again.goto(address)
    kept = again.get_by_label("What happened?").input_value()
    assert typed.startswith(kept)
    assert (len(typed) - len(kept)) * BETWEEN_KEYS <= MOST_LOST
    if kept:
        expect(again.get_by_text("Draft restored")).to_be_visible()
