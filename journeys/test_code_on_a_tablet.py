"""An evaluator codes on a tablet with a finger: selects, picks a code, changes it, scrolls a long text."""

from playwright.sync_api import Page, expect

from journeys.conftest import OpenPage
from journeys.test_desk import sign_in
from linkwork.evaluation.coding import actions, reads
from linkwork.evaluation.coding.tests.scene import ENROLMENT, RELATIONS, SPACE, build
from linkwork.evaluation.studies import actions as studies
from linkwork.evaluation.studies.rules import SourceKind
from linkwork.testing.axe import assert_accessible
from linkwork.testing.cast import NOON, Cast

LINE = "Line {:04} says what helped the nurses and what did not."


def touched(page: Page, line: int, letters: int) -> None:
    """Select the first letters of a line as a finger does: a touch, then the handles."""
    page.locator("#text p").nth(line).tap(position={"x": 5, "y": 10})
    page.evaluate(
        """([number, letters]) => {
            const line = document.querySelectorAll("#text p")[number];
            const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
            getSelection().setBaseAndExtent(walker.nextNode(), 0, walker.currentNode, letters);
        }""",
        [line, letters],
    )
    page.locator("#code-this").tap()


def test_a_long_text_is_coded_by_touch(open_page: OpenPage, cast: Cast) -> None:
    study_id, by = build(cast).study_id, cast.evaluator
    text = "\n".join(LINE.format(n) for n in range(1000))
    source_id = studies.add_source(
        study_id=study_id, title="Long", kind=SourceKind.INTERVIEW, text=text, language="en",
        consent=True, by=by, at=NOON,
    )  # fmt: skip
    places = [
        (source_id, text.index(LINE.format(n)), text.index(LINE.format(n)) + 9) for n in range(5, 1000, 10)
    ]
    actions.code_found(study_id=study_id, places=places, constructs=[RELATIONS], by=by, at=NOON)
    page = open_page("desk", viewport={"width": 820, "height": 1180}, has_touch=True, device_scale_factor=1)
    sign_in(page, "evaluator")
    page.goto(f"/study/source/{source_id}/")
    expect(page.locator("#text .strip")).to_have_count(1)
    touched(page, 0, 9)
    expect(page.locator("#chosen")).to_have_text("Line 0000")
    page.locator("#find").fill("enrol")
    page.locator("#hits li").first.tap()
    page.get_by_text("Helps", exact=True).first.tap()
    page.get_by_role("button", name="Code it").tap()
    expect(page.locator("#done")).to_contain_text("Coded.")
    (first,) = [one for one in reads.codings(by, source_id) if one.start == 0]
    assert (first.codes[0].construct_id, first.valence) == (ENROLMENT[1], "facilitator")
    # What it is coded as is changed in place.
    page.locator("#text mark").first.tap()
    expect(page.locator("#here-title")).to_have_text("On this passage")
    page.locator("#panel [data-open]").first.tap()
    page.locator("#id_add").select_option(":".join(SPACE))
    assert_accessible(page)
    page.get_by_role("button", name="Keep", exact=True).tap()
    expect(page.locator("#done")).to_contain_text("The codes are changed.")
    page.locator("[data-undo] button").tap()
    expect(page.locator("#done")).to_contain_text("Undone.")
    # The text goes on where one scrolls, also far down.
    page.evaluate(
        """() => {
            const text = document.querySelector("#text");
            scrollTo(0, text.offsetTop + text.offsetHeight - 900);
        }"""
    )
    expect(page.get_by_text("Line 0999 says")).to_be_visible()
    expect(page.locator(".gap.is-space").first).to_be_attached()
    strips = page.locator("#text .strip").count()
    assert 2 <= strips < 9
    numbers = page.locator("#text .strip").evaluate_all("all => all.map(one => Number(one.dataset.strip))")
    assert numbers == sorted(numbers)
    spare = page.evaluate("() => document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert spare <= 0
