"""An evaluator codes an interview without ever touching the mouse: walks, codes, changes, searches, undoes."""

from playwright.sync_api import Page, expect

from journeys.test_desk import sign_in
from linkwork.evaluation.coding import reads
from linkwork.evaluation.coding.tests.scene import ENROLMENT, RELATIONS, TEXT, build, code
from linkwork.testing.axe import assert_accessible
from linkwork.testing.cast import Cast


def test_a_text_is_coded_without_a_mouse(desk: Page, cast: Cast) -> None:
    scene, by = build(cast), cast.evaluator
    code(by, scene.closed, "nurses came", RELATIONS)
    sign_in(desk, "evaluator")
    desk.goto(f"/study/source/{scene.quotable}/")
    desk.locator("#text p").first.focus()
    press = desk.keyboard.press
    # A whole sentence, then its neighbour too.
    press("Control+ArrowRight")
    press("Control+Shift+ArrowRight")
    press("Enter")
    expect(desk.locator("#chosen")).to_have_text(TEXT.split("\n")[0])
    # The code used last stands on key 1; a second one is found by its name; it helped.
    expect(desk.locator('#quick [data-key="1"]')).to_be_visible()
    press("1")
    expect(desk.locator("#chosen-codes li")).to_have_count(1)
    desk.keyboard.type("enrolm")
    press("Enter")
    desk.keyboard.type("+")
    press("Enter")
    expect(desk.locator("#done")).to_contain_text("Coded.")
    expect(desk.locator(".coding")).to_have_count(1)
    (card,) = reads.codings(by, scene.quotable)
    assert {(one.frame_id, one.construct_id) for one in card.codes} == {RELATIONS, ENROLMENT}
    change_in_place(desk)
    (card,) = reads.codings(by, scene.quotable)
    assert (card.valence, card.memo) == ("barrier", "They came along.")
    assert TEXT[card.start : card.end] == "of the"
    # Remove it, bring it back, look at the keys.
    expect(desk.locator(".coding.is-chosen")).to_have_count(1)
    press("Delete")
    expect(desk.locator("#text mark")).to_have_count(0)
    press("u")
    expect(desk.locator("#text mark")).to_have_text("of the")
    press("n")
    expect(desk.locator(".coding.is-chosen")).to_have_count(1)
    make_a_code(desk)
    code_by_search(desk)
    desk.get_by_role("button", name="Take them back").focus()
    press("Enter")
    expect(desk.get_by_text("1 coding is taken back.")).to_be_visible()
    assert len(reads.codings(by, scene.quotable)) == 2


def make_a_code(desk: Page) -> None:
    """What no code says yet becomes one by Shift+Enter; Enter alone makes none."""
    press = desk.keyboard.press
    desk.locator("#text p").first.focus()
    press("Shift+ArrowRight")
    press("Enter")
    desk.keyboard.type("going along")
    press("Enter")
    expect(desk.get_by_role("option", name="New code: going along")).to_be_visible()
    expect(desk.locator("#chosen-codes li")).to_have_count(0)
    press("Shift+Enter")
    expect(desk.locator("#chosen-codes li")).to_have_text("going along ×")
    assert_accessible(desk)
    press("Enter")
    expect(desk.locator(".coding")).to_have_count(2)
    expect(desk.locator("#all-codings")).to_have_text("2")


def change_in_place(desk: Page) -> None:
    """What it does by one key, its words by Shift+Enter, its memo by m."""
    press = desk.keyboard.press
    expect(desk.locator(".coding.is-chosen")).to_have_count(1)  # the one just made
    press("-")
    expect(desk.locator("#done")).to_contain_text("What it does is changed.")
    expect(desk.locator(".coding.is-chosen")).to_contain_text("Hinders")
    press("ArrowRight")
    press("Shift+ArrowRight")
    press("Shift+Enter")
    expect(desk.locator("#done")).to_contain_text("The passage is changed.")
    press("m")
    expect(desk.locator('#panel textarea[name="memo"]')).to_be_focused()
    desk.keyboard.type("They came along.")
    press("Tab")
    press("Enter")
    expect(desk.locator("#done")).to_contain_text("The memo is kept.")


def code_by_search(desk: Page) -> None:
    """Look at the keys, search the study, tick what is found, code it."""
    press = desk.keyboard.press
    press("?")
    assert_accessible(desk)
    press("/")
    desk.wait_for_url("**/search/")
    desk.locator("#id_q").focus()
    desk.keyboard.type("meeting")
    press("Enter")
    expect(desk.get_by_role("heading", name="2 hits")).to_be_visible()
    assert_accessible(desk)
    desk.locator('input[name="hit"]').first.focus()
    press("Space")
    desk.locator("#code").focus()
    desk.keyboard.type("Relational")
    press("Tab")
    press("Enter")
    expect(desk.get_by_text("1 hit is coded.")).to_be_visible()
