"""The story told: an adviser answers on a phone, and a stranger walks the published toolkit down to its evidence."""

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from journeys.conftest import OpenPage
from journeys.people import sign_in
from linkwork.evaluation.portraits import actions as portraits
from linkwork.evaluation.portraits import reads
from linkwork.evaluation.portraits.rules.review import Standing
from linkwork.evaluation.portraits.tests.world import OPEN_WORDS, World, build_world
from linkwork.evaluation.toolkit.tests.world import compose
from linkwork.evaluation.toolkit.tests.world import publish as put_out
from linkwork.exchange.site.building import sites
from linkwork.exchange.site.drawing import Built
from linkwork.exchange.site.writer import write
from linkwork.testing.axe import assert_accessible
from linkwork.testing.cast import NOON, Cast

DESK = {"width": 1280, "height": 900}


@pytest.fixture
def world(live_server: LiveServer, cast: Cast, tmp_path: Path, settings: Any) -> World:
    """A portrait with its evidence."""
    settings.EXTRACTS = tmp_path / "extracts"
    return build_world(cast)


def test_an_adviser_comments_and_signs_off_on_a_phone(world: World, cast: Cast, open_page: OpenPage) -> None:
    portraits.share_portrait(portrait_id=world.portrait, shared=True, by=world.by, at=NOON)
    phone = sign_in(open_page, "adviser", "phone")
    expect(phone.get_by_role("heading", name="A draft waits for you")).to_be_visible()
    fits(phone)
    phone.get_by_role("region", name="A draft waits for you").get_by_role("link").click()
    expect(phone.get_by_role("heading", level=1)).to_have_text("A room by the door")
    fits(phone)
    phone.get_by_label("What would you change, add or ask?").fill("Whose room was it?")
    phone.get_by_role("button", name="Send the comment").click()
    expect(phone.get_by_text("The evaluator will see your comment.")).to_be_visible()
    expect(phone.get_by_text("Whose room was it?")).to_be_visible()
    phone.get_by_role("button", name="Sign off this portrait").click()
    expect(phone.get_by_text("You have signed off this portrait.")).to_be_visible()
    expect(phone.get_by_role("button", name="Sign off this portrait")).to_have_count(0)
    fits(phone)
    assert reads.portrait(world.by, world.portrait).standing is Standing.SIGNED
    phone.get_by_role("link", name="Portraits").click()
    expect(phone.get_by_text("Nothing waits for you now.")).to_be_visible()


def test_a_stranger_walks_from_a_recommendation_to_its_evidence(
    world: World, cast: Cast, open_page: OpenPage, tmp_path: Path
) -> None:
    front = publish(world, cast, tmp_path / "toolkit")
    page = open_page("phone", bypass_csp=True)
    page.goto(front.as_uri())
    stop(page)
    page.get_by_role("link", name="Give the worker a room people pass").click()
    stop(page)
    page.get_by_role("link", name="People came once a nurse brought them.").click()
    expect(page.get_by_role("blockquote").first).to_contain_text(OPEN_WORDS)
    expect(page.get_by_text("Quotation withheld")).to_be_visible()
    finding = page.url
    stop(page)
    page.locator("a[href*='quotes/']").first.click()
    expect(page.get_by_role("blockquote")).to_contain_text(OPEN_WORDS)
    stop(page)
    page.locator("a[href*='sources/']").click()
    stop(page)
    page.goto(finding)
    page.locator("a[href*='figures/']").click()
    expect(page.get_by_text("It does not prove what it caused.")).to_be_visible()
    stop(page)
    page.get_by_role("link", name="Extract of").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Extract of")
    stop(page)
    page.get_by_role("link", name="Implementation toolkit").click()
    expect(page).to_have_url(front.as_uri())


def publish(world: World, cast: Cast, folder: Path) -> Path:
    """The toolkit with one recommendation, built into `folder`; the page to begin at."""
    put_out(world.by, cast.manager, compose(world.by, statements=[world.statement]))
    write(sites(world.by, ("en",)), folder, Built(NOON.date()))
    return folder / "index.html"


def stop(page: Page) -> None:
    """Accessible and without scrolling sideways, on a phone and at a desk."""
    phone = page.viewport_size
    for size in (DESK, phone):
        page.set_viewport_size(size)  # type: ignore[arg-type]
        fits(page)


def fits(page: Page) -> None:
    """Accessible and no wider than the screen as it is."""
    assert_accessible(page)
    spare = page.evaluate("() => document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert spare <= 0, f"{page.url} scrolls sideways"
