"""A public adviser on a phone, without an account: one statement at a time, and what became of it."""

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from journeys.conftest import OpenPage
from journeys.people import sign_in
from linkwork.evaluation.portraits import actions as portraits
from linkwork.evaluation.portraits import reads
from linkwork.evaluation.portraits.rules.kinds import Mark
from linkwork.evaluation.portraits.rules.review import Standing
from linkwork.evaluation.portraits.tests.world import CLOSED_WORDS, OPEN_WORDS, World, build_world
from linkwork.testing.axe import assert_accessible
from linkwork.testing.cast import NOON, Cast


@pytest.fixture
def world(live_server: LiveServer, cast: Cast, tmp_path: Path, settings: Any) -> World:
    """A portrait with its evidence, sent to advisers."""
    settings.EXTRACTS = tmp_path / "extracts"
    world = build_world(cast)
    portraits.share_portrait(portrait_id=world.portrait, shared=True, by=world.by, at=NOON)
    return world


def test_an_adviser_on_a_phone(world: World, open_page: OpenPage) -> None:
    author = sign_in(open_page, "evaluator", "desk")
    address = make_a_link(author, world)
    phone = open_page("phone")
    phone.goto(address)
    goes_through_it(phone)
    says_it_in_her_own_words(phone)
    is_answered(author, world)
    sees_what_became_of_it(phone, address, world)
    reads_it_from_right_to_left(open_page("phone", locale="ar"), address)
    the_link_is_ended(author, phone, world, address)


def make_a_link(page: Page, world: World) -> str:
    page.goto(f"/portraits/{world.portrait}/")
    page.get_by_role("link", name="Advisers").click()
    page.get_by_label("Whom is it for?").fill("Thursday group")
    page.get_by_role("button", name="Make a link").click()
    looked_at(page)
    return page.get_by_label("The address").input_value()


def goes_through_it(phone: Page) -> None:
    expect(phone.get_by_role("heading", level=1)).to_have_text("A room by the door")
    expect(phone.get_by_text(CLOSED_WORDS)).to_have_count(0)
    looked_at(phone)
    phone.get_by_role("link", name="One statement at a time").click()
    phone.get_by_text("What this rests on").click()
    expect(phone.get_by_text(OPEN_WORDS)).to_be_visible()
    looked_at(phone)
    phone.get_by_label("Do you want to say something about it?").fill("It was my sister who brought me.")
    phone.get_by_role("button", name="Not right").click()
    expect(phone.get_by_role("heading", level=1)).to_have_text("The room mattered more than the training.")
    phone.get_by_role("button", name="Clear", exact=True).click()
    expect(phone.get_by_text("That was the last one.")).to_be_visible()
    expect(phone.get_by_text("You said: Not right")).to_be_visible()


def says_it_in_her_own_words(phone: Page) -> None:
    own = phone.get_by_role("region", name="Your own words in the portrait")
    own.get_by_label("What do you want to say in the portrait yourself?").fill("I came because of the chair.")
    own.get_by_label("How do you wish to be named?").fill("Rosa, a mother")
    own.get_by_text("These words, with this name, may be printed").click()
    own.get_by_role("button", name="Keep my words").click()
    expect(phone.get_by_text("Your words stand in the portrait.")).to_be_visible()
    looked_at(phone)


def is_answered(page: Page, world: World) -> None:
    page.goto(f"/portraits/{world.portrait}/advisers/")
    said = page.locator(".said-before").filter(has_text="It was my sister who brought me.")
    said.get_by_text("Answer", exact=True).first.click()
    said.get_by_label("What did you change because of this, or why not?").fill(
        "It now says: somebody they knew."
    )
    said.get_by_role("button", name="Answer").click()
    expect(page.get_by_text("The adviser sees your answer.")).to_be_visible()
    looked_at(page)
    page.goto(f"/portraits/{world.portrait}/")
    expect(page.get_by_text("I came because of the chair.")).to_be_visible()
    looked_at(page)


def sees_what_became_of_it(phone: Page, address: str, world: World) -> None:
    phone.goto(address)
    expect(phone.get_by_text("It now says: somebody they knew.")).to_be_visible()
    phone.get_by_role("button", name="Sign off this portrait").click()
    expect(phone.get_by_text("You have signed off this portrait.")).to_be_visible()
    looked_at(phone)
    card = reads.portrait(world.by, world.portrait)
    assert card.standing is Standing.SIGNED
    assert [one.mark for one in card.reviews] == [Mark.NOT_RIGHT, Mark.CLEAR, None]


def reads_it_from_right_to_left(phone: Page, address: str) -> None:
    phone.goto(address)
    expect(phone.locator("html")).to_have_attribute("dir", "rtl")
    looked_at(phone)


def the_link_is_ended(page: Page, phone: Page, world: World, address: str) -> None:
    page.goto(f"/portraits/{world.portrait}/advisers/")
    page.get_by_role("button", name="End it").click()
    expect(page.get_by_text("The link opens nothing any more.")).to_be_visible()
    assert phone.request.get(address).status == 404


def looked_at(page: Page) -> None:
    """Accessible and no wider than the screen."""
    assert_accessible(page)
    spare = page.evaluate("() => document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert spare <= 0, f"{page.url} scrolls sideways"
