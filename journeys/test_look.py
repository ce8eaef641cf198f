"""The look, in a browser: every component accessible in both themes and directions; drafts survive; menus close."""

from __future__ import annotations

import pytest
from django.conf import settings
from django.test import Client
from playwright.sync_api import Page, expect

from journeys.conftest import OpenPage
from linkwork.testing.axe import assert_accessible
from linkwork.testing.cast import PASSWORD
from linkwork.testing.demonstration import build_demonstration


def specimen(page: Page) -> Page:
    """The specimen, seen by the worker of a demonstration."""
    build_demonstration()
    client = Client()
    assert client.login(email="show@example.org", password=PASSWORD)
    session = client.cookies[settings.SESSION_COOKIE_NAME].value
    page.goto("/")
    page.context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": session, "url": page.url}])
    page.goto("/look/")
    expect(page.get_by_role("heading", name="Three things need you")).to_be_visible()
    return page


@pytest.mark.parametrize("size", ["phone", "desk"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_component_is_accessible(open_page: OpenPage, size: str, scheme: str) -> None:
    page = specimen(open_page(size, color_scheme=scheme))
    assert_accessible(page)
    wide = page.evaluate("() => document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert wide <= 0, "the page scrolls sideways"


def test_a_draft_outlives_a_reload_and_can_be_discarded(desk: Page) -> None:
    page = specimen(desk)
    said = page.get_by_label("What matters to me").first
    said.fill("I would like to know one other mother here.")
    page.reload()
    expect(page.get_by_text("Draft restored")).to_be_visible()
    expect(said).to_have_value("I would like to know one other mother here.")
    page.get_by_role("button", name="Discard").click()
    expect(said).to_have_value("")
    page.reload()
    expect(page.get_by_text("Draft restored")).to_have_count(0)


def test_the_theme_is_chosen_and_remembered(desk: Page) -> None:
    page = specimen(desk)
    page.get_by_label("Light or dark").select_option("dark")
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")
    page.reload()
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")
    page.get_by_label("Light or dark").select_option("")
    expect(page.locator("html")).not_to_have_attribute("data-theme", "dark")


def test_a_menu_closes_on_escape_and_gives_the_focus_back(desk: Page) -> None:
    page = specimen(desk)
    summary = page.locator("summary", has_text="Other steps")
    summary.click()
    expect(page.get_by_role("link", name="Pause the case")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("link", name="Pause the case")).to_be_hidden()
    expect(summary).to_be_focused()


def test_the_first_tab_leads_past_the_navigation(desk: Page) -> None:
    desk.goto("/")
    desk.keyboard.press("Tab")
    expect(desk.get_by_role("link", name="Skip to the page")).to_be_focused()
