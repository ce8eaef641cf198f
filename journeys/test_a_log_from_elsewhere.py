"""An evaluator brings in a programme's own log by the keyboard: columns, words, days, what is refused, kept, released.

Only the choosing of the files is done for them, as no browser lets a program do it by key.
"""

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect
from pytest_django.live_server_helper import LiveServer

from journeys.conftest import OpenPage
from journeys.people import sign_in
from linkwork.extracts import reads as extracts
from linkwork.testing.axe import assert_accessible
from linkwork.testing.cast import Cast

SIZES = ({"width": 390, "height": 844}, {"width": 1280, "height": 900})
ROWS = "".join(f"K{n % 7},{n % 9 + 1:02}/03/2026,Hemma hos,Amal\n" for n in range(20))
LOG = f"Kod,Dag,Hur,Namn\n{ROWS}K9,snart,Telefon,Bo\n"


@pytest.fixture(autouse=True)
def place(live_server: LiveServer, tmp_path: Path, settings: Any) -> None:
    settings.EXTRACTS = tmp_path / "extracts"


def test_a_log_from_elsewhere(cast: Cast, open_page: OpenPage, tmp_path: Path) -> None:
    log = tmp_path / "march.csv"
    log.write_text(LOG, "utf-8")
    page = sign_in(open_page, "evaluator", "desk")
    page.goto("/figures/logs/")
    page.get_by_label("Contact log").set_input_files(log)
    press(page, page.get_by_role("button", name="Go on"))
    for label, column in (("Person", "Kod"), ("Day", "Dag"), ("How they met", "Hur")):
        choose(page, page.get_by_label(label), column)
    looked_at(page)
    press(page, page.get_by_role("button", name="Go on"))
    reach(page, page.get_by_label("The day comes first"))
    page.keyboard.press("Space")
    choose(page, page.get_by_label("Hemma hos"), "Met")
    looked_at(page)
    press(page, page.get_by_role("button", name="See what would go in"))
    expect(page.get_by_text("20 of 21 rows would go in, 1 would be refused.")).to_be_visible()
    looked_at(page)
    mended = tmp_path / "refused-rows.csv"
    mended.write_text("Kod,Dag,Hur,row\nK9,10/03/2026,Telefon,22\n", "utf-8")
    page.get_by_label("The refused rows, put right").set_input_files(mended)
    press(page, page.get_by_role("button", name="Take them in again"))
    expect(page.get_by_text("21 of 21 rows would go in")).to_be_visible()
    reach(page, page.get_by_label("Save the mapping as"))
    page.keyboard.type("Monthly log")
    press(page, page.get_by_role("button", name="Keep it"))
    expect(page.get_by_text("21 of 21 rows were taken.")).to_be_visible()
    [card] = extracts.extracts(cast.evaluator)
    assert extracts.manifest(cast.evaluator, card.id)["mapping"]["words"]["mode"]["Hemma hos"] == "met"
    let_figures_leave(page)


def let_figures_leave(page: Page) -> None:
    page.goto("/figures/")
    press(page, page.get_by_role("link", name="Let figures leave"))
    reach(page, page.get_by_label("What for"))
    page.keyboard.type("For the board")
    looked_at(page)
    press(page, page.get_by_role("button", name="Let them leave"))
    expect(page.get_by_text("as they are. For the board")).to_be_visible()


def looked_at(page: Page) -> None:
    """On a phone and at a desk: nothing that axe finds, nothing that scrolls sideways."""
    for size in SIZES:
        page.set_viewport_size(size)  # type: ignore[arg-type]
        assert_accessible(page)
        wide = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
        assert page.evaluate(wide) <= 0, page.url


def reach(page: Page, target: Locator) -> None:
    """Go there by the Tab key."""
    for _step in range(120):
        if target.evaluate("one => one === document.activeElement"):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"{target} is not reached by the keyboard")


def press(page: Page, target: Locator) -> None:
    reach(page, target)
    page.keyboard.press("Enter")
    page.wait_for_load_state()


def choose(page: Page, target: Locator, words: str) -> None:
    """Type the beginning of a choice, as one does in a list."""
    reach(page, target)
    page.keyboard.type(words)
