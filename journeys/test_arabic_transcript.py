"""An Arabic recording's captions come in, with who speaks and when, and are coded on the desk, right to left."""

from playwright.sync_api import FilePayload, Page, expect

from journeys.test_desk import sign_in
from linkwork.evaluation.coding import reads as coding
from linkwork.evaluation.coding.tests.scene import build
from linkwork.evaluation.studies import reads
from linkwork.testing.axe import assert_accessible
from linkwork.testing.cast import Cast

CAPTIONS = """WEBVTT

00:00:01.000 --> 00:00:04.000
<v الباحثة>كيف وجدت المكان؟

00:00:05.000 --> 00:00:09.000
<v فاطمة>الجارة أخذتني إلى المركز، ومنذ ذلك اليوم أذهب كل أسبوع.

00:00:10.000 --> 00:00:12.000
<v الباحثة>وماذا تغيّر؟

00:00:13.000 --> 00:00:16.000
<v فاطمة>صار عندي صديقات 🙂
"""
SELECT = """(wanted) => {
    const walker = document.createTreeWalker(document.getElementById("text"), NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
        const at = walker.currentNode.data.indexOf(wanted);
        if (at < 0) continue;
        const range = document.createRange();
        range.setStart(walker.currentNode, at);
        range.setEnd(walker.currentNode, at + wanted.length);
        getSelection().removeAllRanges();
        getSelection().addRange(range);
        walker.currentNode.parentElement.dispatchEvent(new MouseEvent("mouseup", { bubbles: true }));
        return true;
    }
    return false;
}"""


def test_arabic_captions_are_coded_right_to_left(desk: Page, cast: Cast) -> None:
    scene, by = build(cast), cast.evaluator
    desk.set_default_timeout(60_000)  # the first page of a busy machine takes its time
    sign_in(desk, "evaluator")
    desk.goto(f"/study/{scene.study_id}/")
    desk.set_input_files(
        'input[type="file"]',
        files=FilePayload(name="فاطمة.vtt", mimeType="text/vtt", buffer=CAPTIONS.encode()),
    )
    desk.locator('#add select[name="language"]').select_option("ar")
    with desk.expect_navigation():
        desk.locator('#add button[type="submit"]').last.click()
    made = next(one for one in reads.sources(by, scene.study_id) if one.language == "ar")
    turns = reads.turns(by, made.id)
    assert [(one.speaker, one.asks, one.begins_ms) for one in turns] == [
        ("الباحثة", True, 1000),
        ("فاطمة", False, 5000),
        ("الباحثة", True, 10_000),
        ("فاطمة", False, 13_000),
    ]
    desk.goto(f"/sources/source/{made.id}/speakers/")
    expect(desk.locator(".turn .quote").first).to_have_attribute("dir", "rtl")
    expect(desk.locator(".turn").nth(1)).to_contain_text("0:00:05")
    assert_accessible(desk)
    desk.goto(f"/study/source/{made.id}/")
    expect(desk.locator("#text")).to_have_css("direction", "rtl")
    words = "أخذتني إلى المركز"
    assert desk.evaluate(SELECT, words)
    expect(desk.locator("#chosen")).to_have_text(words)
    desk.keyboard.type("enrolm")
    desk.keyboard.press("Enter")
    desk.keyboard.press("Enter")
    expect(desk.locator("#text mark").first).to_have_text(words)
    text = reads.source(by, made.id).text
    assert [text[one.start : one.end] for one in coding.codings(by, made.id)] == [words]
