"""An evaluator takes back twenty steps at the desk, goes away, comes back, and does them all again."""

from playwright.sync_api import Page, expect

from journeys.test_desk import sign_in
from linkwork.evaluation.coding import actions, reads
from linkwork.evaluation.coding.rules.steps import State
from linkwork.evaluation.coding.tests.scene import ENROLMENT, RELATIONS, SPACE, build, code
from linkwork.testing.cast import NOON, Cast

CHANGES: list[State] = [
    {"valence": "barrier"},
    {"strength": 2},
    {"memo": "A turn."},
    {"stage": "maintenance"},
    {"codes": [list(SPACE), list(ENROLMENT)]},
    {"start": 4, "end": 9},
]


def test_twenty_steps_are_undone_and_done_again(desk: Page, cast: Cast) -> None:
    scene, by = build(cast), cast.evaluator
    for words in ("nurses came", "the meeting", "someone"):
        made = code(by, scene.quotable, words, RELATIONS)
        for to in CHANGES[: 6 if words != "someone" else 5]:
            actions.change_coding(coding_id=made, to=to, by=by, at=NOON)
    whole = reads.codings(by, scene.quotable)
    sign_in(desk, "evaluator")
    desk.goto(f"/study/source/{scene.quotable}/")
    for step in range(20):
        with desk.expect_response("**/undo/"):
            desk.keyboard.press("u")
        if step == 9:
            expect(desk.locator("#done")).to_contain_text("Undone")
            desk.reload()
    expect(desk.locator("#text mark")).to_have_count(0)
    assert reads.codings(by, scene.quotable) == []
    expect(desk.locator("[data-undo] button")).to_be_disabled()
    desk.reload()
    for _step in range(20):
        with desk.expect_response("**/redo/"):
            desk.keyboard.press("Shift+U")
        expect(desk.locator("#done")).to_contain_text("Done again")
    expect(desk.locator("#text mark").first).to_be_visible()
    expect(desk.locator("[data-redo] button")).to_be_disabled()
    assert reads.codings(by, scene.quotable) == whole
