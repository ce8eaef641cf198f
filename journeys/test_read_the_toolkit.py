"""Somebody about to set up a programme reads the toolkit: from a disk on a phone, from a plain web server at a desk."""

import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from journeys.conftest import OpenPage
from linkwork.core.text import fold
from linkwork.evaluation.portraits.tests.world import OPEN_WORDS, World, build_world
from linkwork.evaluation.toolkit import actions
from linkwork.evaluation.toolkit.rules.kinds import Audience, Setting
from linkwork.evaluation.toolkit.tests.world import compose, publish
from linkwork.exchange.site.building import sites
from linkwork.exchange.site.drawing import Built
from linkwork.exchange.site.searching import terms
from linkwork.exchange.site.writer import write
from linkwork.programmes.rules import Stage
from linkwork.testing.axe import assert_accessible
from linkwork.testing.cast import NOON, Cast

ROOM, MONEY = "Give the worker a room people pass", "Ask for two years of money"
COMPATIBLE = "cfir-2022/inner_setting.compatibility"
LANGUAGES = ("en", "ar")


@pytest.fixture
def folder(live_server: LiveServer, cast: Cast, tmp_path: Path, settings: Any) -> Path:
    """The built site: advice with evidence, and an opinion for managers that helps against a known factor."""
    settings.EXTRACTS = tmp_path / "extracts"
    world: World = build_world(cast)
    said = [
        {"title": ROOM, "statements": [world.statement], "checklist": ["A key"], "titles": {"ar": "غرفة"}}
    ]
    said += [
        {
            "title": MONEY,
            "advice": "Write the second year into the first letter.",
            "stage": Stage.OPERATION,
            "audience": Audience.MANAGER,
            "settings": [Setting.VOLUNTARY],
            "constructs": [COMPATIBLE, "npt/coherence"],
            "statements": [],
        }
    ]
    for one in said:
        publish(world.by, cast.manager, compose(world.by, **one))
    actions.say_imprint(address="", mail="kit@example.org", licence="CC BY 4.0", by=world.by, at=NOON)
    built = Built(NOON.date(), LANGUAGES, actions.issue(by=world.by, at=NOON))
    write(sites(world.by, LANGUAGES), tmp_path / "site", built)
    return tmp_path / "site"


@pytest.fixture
def served(folder: Path) -> Iterator[str]:
    """The same folder behind Python's own web server."""

    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, *_what: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


def test_a_reader_about_to_set_up_a_programme(folder: Path, served: str, open_page: OpenPage) -> None:
    phone = open_page("phone", base_url=None, bypass_csp=True)
    asked = watch(phone)
    every_page(phone, folder)
    find(phone, folder)
    assert all(address.startswith("file://") for address in asked)
    without_scripts(open_page("phone", base_url=None, java_script_enabled=False), folder)

    desk = open_page("desk", base_url=None, bypass_csp=True)
    asked = watch(desk)
    desk.goto(served)
    expect(desk.get_by_role("heading", level=1)).to_contain_text("what we learned")
    down_to_the_words(desk)
    link = assess(desk, served)
    shared(open_page("phone", base_url=None, bypass_csp=True), link)
    offline(desk, served)
    assert all(address.startswith((served, "blob:")) for address in asked)


def watch(page: Page) -> list[str]:
    """Every address the page asks for from now on; a script that fails fails the test."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("pageerror", lambda error: pytest.fail(f"{page.url}: {error}"))
    return asked


def every_page(page: Page, folder: Path) -> None:
    """Each page from the disk: accessible, no wider than the screen, all its links alive.

    Of the second language those at the top: the pages below them are drawn alike.
    """
    for file in sorted([*folder.glob("*.html"), *folder.glob("[!a]*/*.html"), *folder.glob("a*/*.html")]):
        page.goto(file.as_uri())
        assert_accessible(page)
        spare = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert spare <= 0, f"{file} scrolls sideways"
        for to in page.eval_on_selector_all("a[href]", "all => all.map((one) => one.getAttribute('href'))"):
            if not to.startswith(("#", "https://creativecommons.org/", "mailto:kit@example.org")):
                assert (file.parent / to.partition("#")[0]).resolve().is_file(), f"{file} leads to {to}"


def find(page: Page, folder: Path) -> None:
    """The search from the disk folds words as the index was folded."""
    page.goto((folder / "index.html").as_uri())
    page.get_by_label("What is on your mind?").fill("ROOMS")
    page.get_by_role("button", name="Search").click()
    expect(page.get_by_role("link", name=ROOM)).to_be_visible()
    page.get_by_label("What is on your mind?").fill("nothing like it")
    expect(page.get_by_role("status")).to_have_text("Nothing found. Try fewer or other words.")
    for text in (
        "Förskolan d’été ÉCOLE",
        "المُدرِّسة أحمد ـعلى",
        "社区连接工作者 link",
        "Straße ﬁne １２３",
        "a_b c-d",
    ):
        assert page.evaluate("text => toolkitSearch.terms(text)", text) == terms(text)
    assert fold("Äpple") == "apple"
    page.goto((folder / "ar" / "search.html").as_uri() + "?q=غُرفة")
    expect(page.locator("#found").get_by_role("link", name="غرفة")).to_be_visible()


def down_to_the_words(page: Page) -> None:
    """From advice to what people said, and the tick that is still there afterwards."""
    page.get_by_role("link", name="By stage").first.click()
    page.get_by_role("link", name=ROOM).click()
    page.get_by_label("A key").check()
    page.get_by_role("link", name="People came once a nurse brought them.").click()
    expect(page.get_by_role("blockquote").first).to_contain_text(OPEN_WORDS)
    page.go_back()
    expect(page.get_by_label("A key")).to_be_checked()
    page.get_by_role("navigation", name="Main").get_by_role("link", name="By barrier").click()
    expect(page.get_by_text("Opinion: no evidence linked.")).to_be_visible()


def assess(page: Page, served: str) -> str:
    """Step by step; the answers put the advice in order and say why; they are kept, compared, shared, never sent."""
    page.get_by_role("navigation", name="Main").get_by_role("link", name="Assess yourself").click()
    order = page.locator("#advice-order")
    steps = page.get_by_role("navigation", name="All steps")
    expect(page.get_by_text("Step 1 of 7")).to_be_visible()
    expect(page.get_by_role("heading", name="Making sense of it")).to_be_hidden()
    page.get_by_role("link", name="Go on").click()
    page.get_by_role("group", name="Compatibility").get_by_label("very much").check()
    page.get_by_role("link", name="Go on").click()
    work = page.get_by_role("group", name="I can see how the link work differs")
    work.get_by_label("Strongly disagree").focus()
    page.keyboard.press("Space")  # without a mouse
    page.keyboard.press("Enter")  # sends nothing
    steps.get_by_role("link", name="Your advice, in order").click()
    expect(order.get_by_role("heading").first).to_have_text(MONEY)
    first = order.get_by_role("listitem").first
    expect(first).to_contain_text("It helps against “Compatibility”, which stands in your way: very much.")
    expect(first).to_contain_text("Your answers on “Making sense of it” average 1.0 of 5.")
    expect(first).to_contain_text("Opinion: no evidence linked.")
    page.get_by_role("button", name="Keep these answers").click()
    steps.get_by_role("link", name="Making sense of it").click()
    work.get_by_label("Strongly agree").check()
    page.go_back()  # a step is a place one comes back to
    page.get_by_label("Compare with").select_option(index=1)
    expect(page.get_by_role("row", name="Making sense of it")).to_contain_text("+4.0")
    with page.expect_download() as saved:
        page.get_by_role("button", name="Save as a file").click()
    assert '"N01": "5"' in Path(saved.value.path()).read_text("utf-8")
    page.get_by_role("button", name="Copy a link").click()
    link = page.get_by_label("The link").input_value()
    assert link.startswith(f"{served}assess.html#")
    assert_accessible(page)
    page.goto(f"{served}index.html")
    page.goto(f"{served}assess.html")  # another day
    expect(page.get_by_text("Your answers of last time are here: 2 of")).to_be_visible()
    page.get_by_role("link", name="Go on with “About you”").click()
    steps.get_by_role("link", name="Making sense of it").click()
    expect(work.get_by_label("Strongly agree")).to_be_checked()
    return link


def without_scripts(page: Page, folder: Path) -> None:
    """The steps turn and say how many questions are answered where no script may run."""
    page.goto((folder / "assess.html").as_uri())
    page.get_by_role("group", name="Which stage").get_by_label("Operation").check()
    page.get_by_role("group", name="Where?").get_by_label("Streets").check()
    page.get_by_role("link", name="Go on").click()
    expect(page.get_by_text("Step 2 of 7")).to_be_visible()
    expect(page.get_by_role("group", name="Which stage")).to_be_hidden()
    page.get_by_role("group", name="Compatibility").get_by_label("quite").check()
    page.keyboard.press("Enter")
    assert {"About you 2 of 3", "What stands in your way? 1 of 1", "Making sense of it 0 of 4"} <= heard(page)
    page.get_by_role("link", name="Back", exact=True).click()
    expect(page.get_by_label("Operation")).to_be_checked()
    expect(page.get_by_role("heading", name="Your advice, in order")).to_be_hidden()


def heard(page: Page) -> set[str]:
    """What the lines of lists are to who does not see the page, also what only the style says."""
    told = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")["nodes"]
    nodes = {one["nodeId"]: one for one in told}

    def said(one: dict[str, Any]) -> str:
        if one["role"]["value"] == "StaticText":
            return str(one["name"]["value"])
        return " ".join(said(nodes[id]) for id in one.get("childIds", []) if id in nodes)

    return {" ".join(said(one).split()) for one in told if one["role"]["value"] == "listitem"}


def shared(page: Page, link: str) -> None:
    """Whoever is given the link sees the same answers."""
    page.goto(link)
    for _again in range(2):
        expect(page.get_by_text("These answers came with the link.")).to_be_visible()
        expect(page.locator("#advice-order").get_by_role("heading").first).to_have_text(MONEY)
        page.reload()


def offline(page: Page, served: str) -> None:
    """Once opened, the whole of it can be read without the web."""
    page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    page.context.set_offline(True)
    page.goto(f"{served}barriers.html")
    expect(page.get_by_role("heading", level=1)).to_have_text("Advice by barrier")
    page.get_by_role("link", name=MONEY).click()
    expect(page.get_by_text("Write the second year")).to_be_visible()
    page.context.set_offline(False)
