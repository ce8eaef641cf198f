"""The evaluator's way: an extract, figures beside words, two who judge apart, and the portrait an adviser signs.

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
HARD = "Notwithstanding considerable embarrassment, participation increased substantially over successive months."


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
    four_steps(evaluator)
    in_plain_words(evaluator)
    signs_it(open_page("phone"), invite(evaluator))
    takes_it_away(evaluator)
    goes_back_to_the_source(evaluator)


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
    page.get_by_role("link", name="HTML").click()
    expect(page.get_by_role("heading", name="Let these figures out?")).to_be_visible()
    looked_at(page)
    with page.expect_download() as coming:
        page.get_by_role("button", name="Let them out and make the file").click()
    assert coming.value.suggested_filename.endswith(".html")
    words = Path(coming.value.path()).read_text("utf-8")
    assert OPEN_WORDS in words
    assert CLOSED_WORDS not in words
    page.goto(address)
    page.get_by_role("link", name="What would be different today").click()
    expect(page.get_by_text("Nothing would be different")).to_be_visible()
    looked_at(page)


def four_steps(page: Page) -> None:
    """The portrait is led through its steps; a statement is drafted from a passage, one from the frozen display."""
    page.goto("/portraits/new/")
    page.get_by_label("Title").fill(PORTRAIT)
    page.get_by_label("Extract the figures come from").select_option(index=1)
    page.get_by_role("button", name="Begin").click()
    page.get_by_label("What does it look at, and what does it leave out?").fill("Being seen.")
    page.get_by_role("button", name="Keep and go on").click()
    page.get_by_role("link", name="Next: Populate").click()
    for of, chosen, card, said in (
        ("Joint displays", DISPLAY, "Talked over: she adds the reason.", "People come once they are seen."),
        ("Passages", "", "withheld", HARD),
    ):
        page.get_by_role("link", name="Draft from evidence").nth(1).click()
        page.get_by_role("main").get_by_role("link", name=of, exact=True).click()
        if chosen:
            page.get_by_role("main").get_by_role("link", name=chosen).click()
        expect(page.get_by_text(CLOSED_WORDS)).to_have_count(0)  # no consent: not even to draft from
        page.locator(".card").filter(has_text=card).get_by_role("link", name="Draft from this").first.click()
        page.get_by_label("What do you say of the programme?").fill(said)
        page.get_by_role("main").get_by_text("Operation", exact=True).first.click()
        page.get_by_role("button", name="Keep the words").click()
        expect(page.get_by_text("Opinion: no evidence linked.")).to_have_count(0)
        page.get_by_role("link", name="All statements").click()
    looked_at(page)


def in_plain_words(page: Page) -> None:
    page.get_by_role("link", name="4 Interpret").click()
    page.get_by_label("What runs through").fill("Somebody they knew stood at the door.")
    page.get_by_role("button", name="Keep", exact=True).click()
    page.get_by_role("link", name="4 Interpret").click()
    page.get_by_role("link", name="Write it, side by side").click()
    page.get_by_label("The story, in a few sentences").fill("They come when they are seen.")
    page.get_by_label("In plain words").nth(1).fill("It was hard to come alone.")
    page.get_by_role("button", name="Count again").click()
    expect(page.get_by_text("easy to read").first).to_be_visible()
    looked_at(page)
    page.get_by_role("button", name="Keep", exact=True).click()


def invite(page: Page) -> str:
    """The address an adviser is given; it is shown once."""
    page.get_by_role("link", name="Interpret").last.click()
    page.get_by_role("link", name="Read it").first.click()
    page.get_by_role("button", name="Send to advisers").click()
    page.get_by_role("link", name="Advisers").click()
    page.get_by_role("button", name="Make a link").click()
    return page.get_by_label("The address").input_value()


def signs_it(phone: Page, address: str) -> None:
    """By the link alone: she reads the plain words first, says something of the whole, and signs."""
    phone.goto(address)
    expect(phone.get_by_text("They come when they are seen.")).to_be_visible()
    expect(phone.get_by_role("article").get_by_text("It was hard to come alone.")).to_be_visible()
    expect(phone.get_by_text(CLOSED_WORDS)).to_have_count(0)
    phone.get_by_role("region", name="What do you think?").get_by_role("textbox").fill(
        "Yes, that is how it was."
    )
    phone.get_by_role("button", name="Send the comment").click()
    phone.get_by_role("button", name="Sign off this portrait").click()
    expect(phone.get_by_text("You have signed off this portrait.")).to_be_visible()


def takes_it_away(page: Page) -> None:
    """Signed, it leaves as a page and as a paper: with the words that may be quoted, without those that may not."""
    page.reload()
    expect(page.get_by_text("Yes, that is how it was.")).to_be_visible()
    page.get_by_role("link", name="Read it").first.click()
    expect(page.get_by_text("Signed", exact=False).first).to_be_visible()
    page.locator("summary", has_text="Take it away").click()
    with page.expect_download() as coming:
        page.get_by_role("link", name="HTML").click()
    kept = Path(coming.value.path()).read_text("utf-8")
    assert "Signed off by a public adviser" in kept
    assert OPEN_WORDS in kept
    assert CLOSED_WORDS not in kept
    paper = page.request.get(page.url + "pdf/")
    assert paper.headers["content-type"] == "application/pdf"
    assert paper.body().startswith(b"%PDF")


def goes_back_to_the_source(page: Page) -> None:
    """From a sentence of the signed portrait to the passage in its source, and to the extract of its figure."""
    said = page.locator(".statement").filter(has_text="People come once they are seen.")
    said.locator("summary").click()
    extract = said.get_by_role("link", name="Extract of").first.get_attribute("href") or ""
    said.get_by_role("link", name="Worker, spring").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Worker, spring")
    expect(page.get_by_text(OPEN_WORDS).first).to_be_visible()
    page.goto(extract)
    expect(page.get_by_text("contacts are in this extract").first).to_be_visible()


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
