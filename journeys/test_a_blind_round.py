"""Two coders read the same source blind, compare, settle what they saw differently, and the consensus stands."""

from uuid import UUID

from playwright.sync_api import Page, expect

from journeys.conftest import OpenPage
from journeys.test_desk import sign_in
from linkwork.core.viewer import Viewer
from linkwork.evaluation.coding import reads
from linkwork.evaluation.coding.rules import Origin
from linkwork.evaluation.coding.tests.scene import (
    ENROLMENT,
    RELATIONS,
    SPACE,
    Scene,
    build,
    code,
    second_coder,
)
from linkwork.testing.axe import assert_accessible
from linkwork.testing.cast import Cast


def open_a_round(page: Page, study_id: object) -> None:
    page.goto(f"/rounds/{study_id}/")
    page.get_by_role("link", name="Open the first round").click()
    page.get_by_label("Title").fill("Nurses and rooms")
    page.get_by_label("A worker").check()
    page.get_by_label("Elif Kaya").check()
    page.get_by_label("Ida Moe").check()
    expect(page.get_by_label("Blind: nobody sees")).to_be_checked()
    assert_accessible(page)
    page.get_by_role("button", name="Open the round").click()
    expect(page.get_by_text("The round is open.")).to_be_visible()


def code_apart(cast: Cast, second: Viewer, source_id: UUID) -> None:
    """Both code the same once, the same with other edges once, and one of them something alone."""
    for by in (cast.evaluator, second):
        code(by, source_id, "One of the nurses", RELATIONS)
    code(cast.evaluator, source_id, "came to the meeting", ENROLMENT, memo="Elif thought so")
    code(second, source_id, "to the meeting with me", ENROLMENT, memo="Ida thought so")
    code(second, source_id, "now", SPACE)


def read_apart(page: Page, scene: Scene, round_address: str, own: str, others: str) -> None:
    """Each sees only their own, wherever they look, and says when they are done."""
    for address in (f"/study/{scene.study_id}/quotes/", f"/study/source/{scene.quotable}/?codings=all"):
        page.goto(address)
        assert own in page.content()
        assert others not in page.content()
    page.goto(round_address)
    page.get_by_role("button", name="I’m done with this one").click()
    expect(page.get_by_role("button", name="Not done after all")).to_be_visible()


def keep_the_figures(page: Page, round_address: str) -> None:
    """How far they agree, kept to be cited."""
    page.goto(round_address)
    page.get_by_role("link", name="How far they agree").click()
    expect(page.get_by_role("columnheader", name="Cohen’s kappa")).to_be_visible()
    expect(page.get_by_text("Compared by: Sentence.")).to_be_visible()
    assert_accessible(page)
    page.get_by_label("What for").fill("For the report")
    page.get_by_role("button", name="Keep them").click()
    expect(page.get_by_role("heading", name="For the report")).to_be_visible()


def settle(page: Page, round_address: str) -> None:
    """What all saw the same first, then the rest by keyboard."""
    page.goto(round_address)
    page.get_by_role("link", name="Differences").click()
    assert_accessible(page)
    page.get_by_role("button", name="Take the 1 place all saw the same").click()
    expect(page.get_by_text("1 place is taken as all saw it.")).to_be_visible()
    page.keyboard.press("j")
    page.keyboard.press("j")
    page.keyboard.press("m")
    page.keyboard.type("The whole phrase")
    page.keyboard.press("Escape")
    page.keyboard.press("2")
    expect(page.get_by_text("The whole phrase")).to_be_visible()
    expect(page.locator("li.diff:focus")).to_contain_text("Not everybody")
    page.keyboard.press("0")
    expect(page.get_by_text("Every place of this source is decided.")).to_be_visible()
    page.get_by_role("button", name="Use the consensus in quotations and tables").click()
    expect(page.get_by_text("read this source by its consensus").first).to_be_visible()
    assert_accessible(page)


def test_a_blind_round_from_opening_to_consensus(open_page: OpenPage, cast: Cast) -> None:
    scene, second = build(cast), second_coder(cast)
    first_desk, second_desk = open_page("desk"), open_page("phone")
    sign_in(first_desk, "evaluator")
    sign_in(second_desk, "second")
    open_a_round(first_desk, scene.study_id)
    assert_accessible(first_desk)
    round_address = first_desk.url
    code_apart(cast, second, scene.quotable)
    read_apart(first_desk, scene, round_address, "Elif thought so", "Ida thought so")
    read_apart(second_desk, scene, round_address, "Ida thought so", "Elif thought so")

    # Everybody is done: either may close, and they compare.
    second_desk.get_by_role("button", name="Close the round").click()
    expect(second_desk.get_by_text("Everybody sees everybody’s codings now.")).to_be_visible()
    assert_accessible(second_desk)
    keep_the_figures(first_desk, round_address)
    settle(first_desk, round_address)

    found = reads.quotes(second, scene.study_id)
    assert [(one.text, one.origin) for one in found] == [
        ("One of the nurses", Origin.CONSENSUS),
        ("to the meeting with me", Origin.CONSENSUS),
    ]
    assert len(reads.codings(second, scene.quotable)) == 5  # the coders' own stay
    second_desk.goto(f"/study/{scene.study_id}/quotes/")
    expect(second_desk.get_by_text("read by its consensus")).to_be_visible()
