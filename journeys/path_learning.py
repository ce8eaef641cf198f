"""The second half of the path: a contact log from elsewhere, the coding desk, figures, the portrait, the toolkit."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from journeys.conftest import OpenPage
from journeys.people import sign_in
from journeys.walk import Walk
from linkwork.commands import line
from linkwork.commands.demo.log import write_log
from linkwork.testing.cast import Cast
from linkwork.testing.shared import shared_path

STUDY = "How link work takes hold"
INTER_SECTORAL = "inter-sectoral (e.g. municipalities, community organizations, schools) partners"
FLEXIBILITY = "maintaining the workers' flexibility"


def tell(
    cast: Cast, open_page: OpenPage, walk: Walk, folder: Path, printed: pytest.CaptureFixture[str]
) -> None:
    """Every part in order."""
    evaluator = sign_in(open_page, "evaluator", "desk")
    a_log_from_elsewhere(evaluator, walk, folder, printed)
    learn(evaluator, walk)
    extract_and_figures(evaluator, walk)


def a_log_from_elsewhere(page: Page, walk: Walk, folder: Path, printed: pytest.CaptureFixture[str]) -> None:
    walk.begin("6. A contact log from elsewhere")
    contradicting = folder / "contradicting.xlsx"
    write_log(contradicting, contradictions=3)
    page.goto("/figures/")
    page.get_by_label("Contact log").set_input_files(contradicting)
    page.get_by_role("button", name="Bring it in").click()
    expect(page.get_by_text("1,294 of 1,294 rows were taken.")).to_be_visible()
    expect(page.get_by_role("heading", name="Rows that contradict each other")).to_be_visible()
    walk.stop(page, "log-taken", "A spreadsheet comes in; rows that contradict are listed, not changed.", wide=True)

    log = folder / "log.xlsx"
    write_log(log)
    assert line.run(["import", "contacts", str(log), "--programme", "North practices"]) == 0
    printed.readouterr()
    assert line.run(["figures", "--programme", "North practices"]) == 0
    shown = printed.readouterr().out
    for number in ("1,294", "507", "787", "39.2 %", "60.8 %", "2.55"):
        assert number in shown
    page.goto("/figures/")
    page.get_by_role("main").get_by_role("link", name=re.compile(r"^log\.xlsx")).first.click()
    expect(page.get_by_text("507 of 1,294").first).to_be_visible()
    walk.stop(page, "log-figures", "1,294 contacts of another programme: each figure says what it is made of.", wide=True)


def learn(page: Page, walk: Walk) -> None:
    walk.begin("7. Learn")
    documents = sorted(shared_path("documents").glob("*.txt"))
    assert len(documents) == 5
    line.run(
        [
            "import",
            "documents",
            *map(str, documents),
            "--study",
            STUDY,
            "--programme",
            "North practices",
            "--quotable",
        ]
    )
    page.goto("/study/")
    page.get_by_role("link", name=STUDY).click()
    walk.stop(page, "study", "Five real documents, English and Chinese, in one study.", wide=True)
    page.get_by_role("main").get_by_role("link", name=re.compile("^000")).first.click()
    expect(page.get_by_text("社区外展工作者").first).to_be_visible()
    code(page, INTER_SECTORAL, ["partnerships & conn", "enrolment"], "+")
    code(page, FLEXIBILITY, ["adaptability", "reconfiguration"], "-")
    walk.stop(
        page,
        "desk",
        "The coding desk: two frames on one passage, barrier or facilitator, by stage.",
        wide=True,
    )
    page.get_by_role("link", name="In the whole study").click()
    walk.stop(page, "overlap", "Where CFIR and NPT meet.", wide=True)


def code(page: Page, words: str, constructs: list[str], valence: str) -> None:
    """Select `words` in the text and code them, typing the constructs."""
    page.set_viewport_size({"width": 1280, "height": 900})
    page.evaluate(
        """words => {
            const walker = document.createTreeWalker(document.querySelector("#text"), NodeFilter.SHOW_TEXT);
            while (walker.nextNode()) {
                const at = walker.currentNode.data.indexOf(words);
                if (at < 0) continue;
                getSelection().setBaseAndExtent(walker.currentNode, at, walker.currentNode, at + words.length);
                walker.currentNode.parentElement.dispatchEvent(new MouseEvent("mouseup", { bubbles: true }));
                return;
            }
            throw new Error("these words are not in the text");
        }""",
        words,
    )
    expect(page.locator("#chosen")).to_have_text(words)
    for construct in constructs:
        page.keyboard.type(construct)
        page.keyboard.press("Enter")
    page.keyboard.type(valence)
    page.keyboard.press("Enter")
    expect(page.locator("#text mark", has_text=words[:20]).first).to_be_visible()


def extract_and_figures(page: Page, walk: Walk) -> None:
    walk.begin("8. Extract and figures")
    page.goto("/figures/")
    page.get_by_role("button", name="Take an extract").click()
    expect(page.get_by_text(re.compile("Extract of the practice record")).first).to_be_visible()
    walk.stop(
        page,
        "figures",
        "A dated extract without names: definition, denominator and what is missing.",
        wide=True,
    )
