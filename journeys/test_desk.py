"""An evaluator codes at the desk: with the keyboard alone, with the mouse, and takes it back."""

from playwright.sync_api import Page, expect

from linkwork.evaluation.coding import reads
from linkwork.evaluation.coding.tests.scene import ENROLMENT, RELATIONS, TEXT, build, code, second_coder
from linkwork.testing.axe import assert_accessible
from linkwork.testing.cast import PASSWORD, Cast


def sign_in(page: Page, part: str) -> None:
    page.goto("/sign/in/", timeout=60_000)  # the first page of a busy machine takes its time
    page.locator('input[name="login"]').fill(f"{part}@example.org")
    page.locator('input[name="password"]').fill(PASSWORD)
    page.locator('input[name="password"]').press("Enter")
    page.wait_for_url("**/study/")


def words(cast: Cast, source_id: object) -> list[str]:
    found = reads.codings(cast.evaluator, source_id)  # type: ignore[arg-type]
    return [TEXT[one.start : one.end] for one in found]


def test_a_passage_is_coded_by_keyboard_alone_and_undone(desk: Page, cast: Cast) -> None:
    scene = build(cast)
    sign_in(desk, "evaluator")
    desk.goto(f"/study/source/{scene.quotable}/")
    assert_accessible(desk)
    desk.locator("#text p").first.focus()
    for _step in range(4):
        desk.keyboard.press("ArrowRight")
    desk.keyboard.press("Shift+ArrowRight")
    desk.keyboard.press("Enter")
    expect(desk.locator("#chosen")).to_have_text("nurses came")
    desk.keyboard.type("enrolm")
    desk.keyboard.press("Enter")
    desk.keyboard.type("relational conn")
    desk.keyboard.press("Enter")
    desk.keyboard.type("+")
    assert_accessible(desk)
    desk.keyboard.press("Enter")
    expect(desk.locator("#text mark")).to_have_text("nurses came")
    assert words(cast, scene.quotable) == ["nurses came"]
    (card,) = reads.codings(cast.evaluator, scene.quotable)
    assert [(one.frame_id, one.construct_id) for one in card.codes] == [RELATIONS, ENROLMENT]
    assert card.valence == "facilitator"
    assert_accessible(desk)
    desk.keyboard.press("u")
    expect(desk.locator("#text mark")).to_have_count(0)
    assert words(cast, scene.quotable) == []
    desk.keyboard.press("Shift+U")
    expect(desk.locator("#text mark")).to_have_count(1)


def test_letters_of_other_scripts_are_counted_rightly_with_the_mouse(desk: Page, cast: Cast) -> None:
    scene = build(cast)
    sign_in(desk, "evaluator")
    desk.goto(f"/study/source/{scene.quotable}/")
    desk.evaluate(
        """() => {
            const line = document.querySelectorAll("#text p")[1];
            const range = document.createRange();
            range.setStart(line.firstChild, 4);
            range.setEnd(line.firstChild, line.firstChild.length);
            getSelection().removeAllRanges();
            getSelection().addRange(range);
            line.dispatchEvent(new MouseEvent("mouseup", { bubbles: true }));
        }"""
    )
    expect(desk.locator("#chosen")).to_have_text("مكاني 🙂 now.")
    desk.keyboard.type("space")
    desk.keyboard.press("Enter")
    desk.keyboard.press("Enter")
    expect(desk.locator("#text mark")).to_have_text("مكاني 🙂 now.")
    assert words(cast, scene.quotable) == ["مكاني 🙂 now."]


def test_two_lines_at_once_and_a_passage_asked_about(desk: Page, cast: Cast) -> None:
    scene = build(cast)
    code(cast.evaluator, scene.quotable, "nurses came", RELATIONS)
    sign_in(desk, "evaluator")
    desk.goto(f"/study/source/{scene.quotable}/")
    desk.locator("#text mark").click()
    expect(desk.locator("#here-title")).to_have_text("On this passage")
    desk.locator("#text p").nth(1).focus()
    desk.keyboard.press("ArrowRight")
    desk.keyboard.press("Shift+ArrowLeft")
    desk.keyboard.press("Enter")
    expect(desk.locator("#chosen")).to_have_text("someone. هذا")


def test_what_another_codes_arrives_when_asked_for(desk: Page, cast: Cast) -> None:
    scene = build(cast)
    sign_in(desk, "evaluator")
    desk.goto(f"/study/source/{scene.quotable}/")
    code(second_coder(cast), scene.quotable, "nurses came", RELATIONS)
    desk.evaluate("() => document.dispatchEvent(new Event('visibilitychange'))")
    expect(desk.locator("#news")).to_contain_text("1 new coding by Ida Moe")
    expect(desk.locator("#text mark")).to_have_count(0)
    desk.get_by_role("button", name="Show", exact=True).click()
    expect(desk.locator("#text mark")).to_have_text("nurses came")
    expect(desk.locator("#news")).to_be_hidden()


def test_on_a_phone_a_bar_opens_the_sheet(phone: Page, cast: Cast) -> None:
    scene = build(cast)
    sign_in(phone, "evaluator")
    phone.goto(f"/study/source/{scene.quotable}/")
    phone.locator("#text p").first.tap()
    phone.evaluate(
        """() => {
            const line = document.querySelector("#text p").firstChild;
            getSelection().setBaseAndExtent(line, 0, line, 17);
        }"""
    )
    phone.locator("#code-this").tap()
    expect(phone.locator("#chosen")).to_have_text("One of the nurses")
    assert_accessible(phone)
    phone.locator("#find").fill("enrol")
    phone.locator("#hits li").first.tap()
    phone.get_by_role("button", name="Code it").tap()
    expect(phone.locator("#text mark")).to_have_text("One of the nurses")


def test_the_other_pages_are_accessible(desk: Page, cast: Cast) -> None:
    scene = build(cast)
    code(cast.evaluator, scene.quotable, "nurses came", RELATIONS, ENROLMENT)
    sign_in(desk, "evaluator")
    for address in (
        "",
        f"{scene.study_id}/",
        f"{scene.study_id}/overlap/",
        f"{scene.study_id}/quotes/",
        "new/",
    ):
        desk.goto(f"/study/{address}")
        assert_accessible(desk)
