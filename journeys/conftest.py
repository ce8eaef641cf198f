"""A browser for every journey: `phone` and `desk` are pages of a running Linkwork, `open_page` makes others."""

import datetime as dt
import os
import re
from collections.abc import Callable, Generator, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, expect, sync_playwright
from pytest_django.live_server_helper import LiveServer

from linkwork.testing.browser import launch
from linkwork.web.refer import guard

# Playwright's event loop runs in the tests' own thread, where Django would otherwise refuse its database.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"

BUSY = 30_000  # milliseconds: a machine may be busy with other tests
expect.set_options(timeout=BUSY)

SIZES = {"phone": (390, 844), "desk": (1280, 900)}
PICTURES = Path(__file__).resolve().parent.parent / "var" / "screenshots"
OUTCOME = pytest.StashKey[str]()

OpenPage = Callable[..., Page]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Everything in this folder is a journey."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.journey)
    # The longest first: beside it the others find room, behind it they would wait.
    items.sort(
        key=lambda item: item.get_closest_marker("journey") is not None and 2 - ("test_path" in item.nodeid)
    )


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Leave the outcome where the page's fixture finds it."""
    report = yield
    if report.when == "call":
        item.stash[OUTCOME] = report.outcome
    return report


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One browser for all the journeys of a process."""
    with sync_playwright() as playwright:
        browser = launch(playwright)
        yield browser
        browser.close()


@pytest.fixture
def open_page(
    request: pytest.FixtureRequest, browser: Browser, live_server: LiveServer, monkeypatch: pytest.MonkeyPatch
) -> Iterator[OpenPage]:
    """`open_page("phone")` or `open_page("desk", locale="ar", color_scheme="dark")`: a fresh visitor's page.

    Addresses may be given relative to the running Linkwork: `page.goto("/")`. When the journey fails, a picture of
    each page is kept in var/screenshots; when it passes but a script failed or the policy stopped something, it fails.
    """
    monkeypatch.setattr(guard, "FASTEST", dt.timedelta(0))  # a journey fills forms in faster than people do
    pages: list[Page] = []
    problems: list[str] = []

    def open_page(size: str = "desk", **options: Any) -> Page:
        width, height = SIZES[size]
        phone = {"has_touch": True, "device_scale_factor": 2} if size == "phone" else {}
        viewport = {"width": width, "height": height}
        options = {"base_url": live_server.url, "viewport": viewport, "locale": "en-GB", **phone, **options}
        page = browser.new_context(**options).new_page()
        page.set_default_timeout(BUSY)
        page.on("pageerror", lambda error: problems.append(str(error)))
        page.on("console", lambda message: problems.extend(_problem(message)))
        pages.append(page)
        return page

    yield open_page
    outcome = request.node.stash.get(OUTCOME, "failed")
    for number, page in enumerate(pages):
        if outcome == "failed":
            _keep_picture(page, f"{request.node.name}-{number}")
        page.context.close()
    if problems and outcome == "passed":
        pytest.fail("The browser complained:\n" + "\n".join(problems), pytrace=False)


@pytest.fixture
def phone(open_page: OpenPage) -> Page:
    """A page as wide as a phone."""
    return open_page("phone")


@pytest.fixture
def desk(open_page: OpenPage) -> Page:
    """A page as wide as a desk's screen."""
    return open_page("desk")


def _problem(message: ConsoleMessage) -> list[str]:
    """An error on the browser's console; "not found", "not allowed" and a network taken away on purpose are none."""
    expected = r"Failed to load resource.*(status of 4\d\d|ERR_INTERNET_DISCONNECTED)"
    if message.type != "error" or re.match(expected, message.text):
        return []
    return [message.text]


def _keep_picture(page: Page, name: str) -> None:
    PICTURES.mkdir(parents=True, exist_ok=True)
    file_name = re.sub(r"[^\w.-]+", "-", name) + ".png"
    page.screenshot(path=PICTURES / file_name, full_page=True)
