"""A transcript that is coded is put right: codings go along, one is lost and placed anew, and all of it goes back."""

from playwright.sync_api import Page, expect

from journeys.test_desk import sign_in
from linkwork.evaluation.coding import reads
from linkwork.evaluation.coding.tests.scene import ENROLMENT, RELATIONS, TEXT, build, code
from linkwork.evaluation.studies import reads as studies
from linkwork.testing.axe import assert_accessible
from linkwork.testing.cast import Cast

NEW = TEXT.replace("the nurses", "our nurses").replace("people sent me someone", "they rang")


def test_codings_go_along_with_an_edited_text(desk: Page, cast: Cast) -> None:
    scene, by = build(cast), cast.evaluator
    code(by, scene.quotable, "One of the nurses", RELATIONS)
    code(by, scene.quotable, "مكاني 🙂", RELATIONS)
    code(by, scene.quotable, "people sent me someone", ENROLMENT)
    before = reads.codings(by, scene.quotable)
    desk.set_default_timeout(60_000)  # the first page of a busy machine takes its time
    sign_in(desk, "evaluator")
    desk.goto(f"/sources/source/{scene.quotable}/edit/")
    desk.locator('textarea[name="text"]').fill(NEW)
    with desk.expect_navigation():
        desk.get_by_role("button", name="Keep the new text").click()
    expect(desk.locator("main")).to_contain_text("on the same words: 1, on changed words: 1, lost: 1.")
    assert_accessible(desk)
    lost = desk.locator("#lost")
    expect(lost).to_contain_text("people sent me someone")
    lost.locator("summary").click()
    lost.locator("textarea").fill("they rang")
    with desk.expect_navigation():
        lost.get_by_role("button", name="Place the coding").click()
    expect(desk.locator("#lost")).to_have_count(0)
    desk.goto(f"/study/source/{scene.quotable}/")
    expect(desk.locator("#text mark")).to_have_count(3)
    assert set(desk.locator("#text mark").all_text_contents()) == {
        "One of our nurses",
        "they rang",
        "مكاني 🙂",
    }
    desk.goto(f"/sources/source/{scene.quotable}/edit/")
    with desk.expect_navigation():
        desk.get_by_role("button", name="Go back to the version before").click()
    assert studies.source(by, scene.quotable).text == TEXT
    assert reads.codings(by, scene.quotable) == before
