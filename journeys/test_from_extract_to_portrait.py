"""The evaluator's way: an extract is taken, figures are set beside words, two judge apart, it is frozen and told on.

Everything is done by clicks; the sources were brought in and coded before (see `test_path`).
"""

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from journeys.conftest import OpenPage
from journeys.people import sign_in
from linkwork.core.viewer import Viewer
from linkwork.evaluation.coding.tests.scene import second_coder
from linkwork.evaluation.portraits.tests.world import CLOSED_WORDS, OPEN_WORDS, World, build_world
from linkwork.testing.axe import assert_accessible
from linkwork.testing.cast import Cast

SIZES = ({"width": 1280, "height": 900}, {"width": 390, "height": 844})
DISPLAY = "Reach, judged by two"
PORTRAIT = "Seen at the door"


@pytest.fixture
def world(live_server: LiveServer, cast: Cast, tmp_path: Path, settings: Any) -> World:
    """A study with two coded sources."""
    settings.EXTRACTS = tmp_path / "extracts"
    return build_world(cast)


@pytest.fixture
def second(world: World, cast: Cast) -> Viewer:
    """The other reviewer."""
    return second_coder(cast)


def test_from_extract_to_portrait(world: World, second: Viewer, open_page: OpenPage) -> None:
    evaluator = sign_in(open_page, "evaluator", "desk")
    take_an_extract(evaluator)
    address = begin_a_display(evaluator)
    set_figures_beside_words(evaluator)
    judge(evaluator, address, "Expand: one explains the other", "The numbers say how many, she says why.")
    other = sign_in(open_page, "second", "phone")
    judge_on_a_phone(other, address)
    settle_and_freeze(evaluator, address)
    tell_it_on(evaluator)


def take_an_extract(page: Page) -> None:
    page.goto("/figures/")
    page.get_by_role("button", name="Take an extract").click()
    expect(page.get_by_role("heading", level=1)).to_be_visible()


def begin_a_display(page: Page) -> str:
    """The address of the new display: two reviewers, begun with a row for each construct that was coded."""
    page.goto("/portraits/displays/new/")
    page.get_by_label("Title").fill(DISPLAY)
    page.get_by_label("Extract the figures come from").select_option(index=1)
    for name in ("Elif Kaya", "Ida Moe"):
        page.get_by_role("main").get_by_text(name, exact=True).click()
    looked_at(page)
    page.get_by_role("button", name="Begin").click()
    expect(page.get_by_text("No rows yet.")).to_be_visible()
    page.get_by_role("button", name="A row for each construct coded").click()
    expect(page.get_by_text("1 row is added.")).to_be_visible()
    return page.url


def set_figures_beside_words(page: Page) -> None:
    page.get_by_role("link", name="Change").last.click()
    page.get_by_label("What do you ask of both sides?").fill("Who comes, and through whom?")
    page.get_by_label("Find passages").fill("nurse")
    page.get_by_role("button", name="Find").click()
    expect(page.get_by_label("What do you ask of both sides?")).to_have_value("Who comes, and through whom?")
    tick(page, OPEN_WORDS)
    tick(page, "contacts are in this extract")
    looked_at(page)
    page.get_by_role("button", name="Keep the row").click()
    expect(page.get_by_role("heading", name="Who comes, and through whom?")).to_be_visible()
    expect(page.get_by_role("blockquote")).to_contain_text(OPEN_WORDS)


def judge(page: Page, address: str, verdict: str, why: str) -> None:
    page.goto(address)
    page.get_by_role("link", name="Judge this row").click()
    page.get_by_role("main").get_by_text(verdict).click()
    page.get_by_label("Why do you think so?").fill(why)
    page.get_by_role("button", name="Keep my verdict").click()
    expect(page.get_by_text("Your verdict is kept.")).to_be_visible()


def judge_on_a_phone(page: Page, address: str) -> None:
    """The other reviewer sees the row, and nothing of what the first said of it."""
    page.goto(address)
    expect(page.get_by_text("1 row waits for your verdict.")).to_be_visible()
    expect(page.get_by_text("she says why")).to_have_count(0)
    page.get_by_role("link", name="Judge this row").click()
    looked_at(page)
    page.set_viewport_size(SIZES[1])  # type: ignore[arg-type]
    judge(page, address, "Confirm: both say the same", "Both speak of the nurse.")
    expect(page.get_by_text("reviewers differ: settle it")).to_be_visible()
    expect(page.get_by_text("she says why")).to_be_visible()


def settle_and_freeze(page: Page, address: str) -> None:
    page.goto(address)
    page.get_by_role("link", name="Settle it").click()
    page.get_by_role("main").get_by_text("Expand: one explains the other").click()
    page.get_by_label("Why do you think so?").fill("Talked over: she adds the reason.")
    page.get_by_role("button", name="Decide").click()
    expect(page.get_by_text("decided by Elif Kaya")).to_be_visible()
    page.get_by_role("button", name="Freeze").click()
    expect(page.get_by_text("Cite it by").first).to_be_visible()
    looked_at(page)
    page.locator("summary", has_text="Take it away").click()
    with page.expect_download() as coming:
        page.get_by_role("link", name="HTML").click()
    assert coming.value.suggested_filename.endswith(".html")
    words = Path(coming.value.path()).read_text("utf-8")
    assert OPEN_WORDS in words
    assert CLOSED_WORDS not in words
    page.get_by_role("link", name="What would be different today").click()
    expect(page.get_by_text("Nothing would be different")).to_be_visible()
    looked_at(page)


def tell_it_on(page: Page) -> None:
    """The portrait that rests on it is begun."""
    page.goto("/portraits/new/")
    page.get_by_label("Title").fill(PORTRAIT)
    page.get_by_label("Extract the figures come from").select_option(index=1)
    page.get_by_role("button", name="Begin").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(PORTRAIT)


def tick(page: Page, words: str) -> None:
    """Tick the first box whose line holds `words`."""
    page.get_by_role("main").locator("label").filter(has_text=words).filter(
        has=page.locator("input[type=checkbox]")
    ).first.click()


def looked_at(page: Page) -> None:
    """Accessible and no wider than the screen, at a desk and on a phone."""
    for size in (*SIZES[1:], SIZES[0]):
        page.set_viewport_size(size)  # type: ignore[arg-type]
        assert_accessible(page)
        spare = page.evaluate(
            "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
        )
        assert spare <= 0, f"{page.url} scrolls sideways at {size['width']} px"
