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
    joint_display(evaluator, walk)
    portrait(evaluator, walk)
    adviser = sign_in(open_page, "adviser", "phone")
    signed_off(evaluator, adviser, walk)
    toolkit(evaluator, open_page, walk, folder)


def a_log_from_elsewhere(page: Page, walk: Walk, folder: Path, printed: pytest.CaptureFixture[str]) -> None:
    walk.begin("6. A contact log from elsewhere")
    contradicting = folder / "contradicting.xlsx"
    write_log(contradicting, contradictions=3)
    page.goto("/figures/logs/")
    page.get_by_label("Contact log").set_input_files(contradicting)
    page.get_by_role("button", name="Go on").click()
    page.get_by_role("button", name="Go on").click()
    page.get_by_role("button", name="See what would go in").click()
    expect(page.get_by_role("heading", name="Rows that contradict each other")).to_be_visible()
    walk.stop(
        page,
        "log-checked",
        "A spreadsheet comes in; rows that contradict are listed, not changed.",
        wide=True,
    )
    page.get_by_role("button", name="Keep it").click()
    expect(page.get_by_text(re.compile("1,?294 of 1,?294 rows were taken"))).to_be_visible()

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
    walk.stop(
        page,
        "log-figures",
        "1,294 contacts of another programme: each figure says what it is made of.",
        wide=True,
    )


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
    code(page, INTER_SECTORAL, ["partnerships", "enrolment"], "+")
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
    expect(page.locator("[data-words]")).to_be_hidden()  # the desk is at work
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
    expect(page.locator("#find")).to_be_focused()
    for number, construct in enumerate(constructs, start=1):
        page.keyboard.type(construct)
        page.keyboard.press("Enter")
        expect(page.locator("#chosen-codes li")).to_have_count(number)
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


def joint_display(page: Page, walk: Walk) -> None:
    walk.begin("9. Joint display, portrait, toolkit")
    page.goto("/portraits/displays/new/")
    page.get_by_label("Title").fill("Figures and words")
    page.get_by_label("Study").select_option(label=STUDY)
    choose_log(page)
    page.get_by_role("button", name="Begin").click()
    page.get_by_role("link", name="Add a row").click()
    page.get_by_label("What do you ask of both sides?").fill("Is the work carried by more than one sector?")
    tick(page, "contacts are in this extract")
    tick(page, "partners")
    page.get_by_role("main").get_by_text("Confirm: both say the same").click()
    page.get_by_label("Why do you think so?").fill(
        "Workers name partners outside health care, and meet them."
    )
    page.get_by_role("button", name="Keep the row").click()
    walk.stop(
        page,
        "joint-display",
        "A joint display: figures beside words, with a verdict and its reasoning.",
        wide=True,
    )


def portrait(page: Page, walk: Walk) -> None:
    page.goto("/portraits/new/")
    page.get_by_label("Title").fill("North practices, a portrait")
    page.get_by_label("Study").select_option(label=STUDY)
    choose_log(page)
    page.get_by_role("button", name="Begin").click()
    read = re.sub(r"(edit/)?(\?.*)?$", "", page.url)
    for stage, said, rests_on in (
        ("Initiation", "At first nobody outside health care knew what the worker was for.", "partners"),
        (
            "Operation",
            "Later the work was carried by schools and the municipality too.",
            "contacts are in this extract",
        ),
    ):
        page.goto(f"{read}statements/new/?stage={stage.lower()}")
        page.get_by_label("What do you say of the programme?").fill(said)
        page.get_by_role("main").get_by_text(stage, exact=True).first.click()
        page.get_by_role("main").get_by_text("What was found", exact=True).click()
        page.get_by_role("button", name="Keep the words").click()
        tick(page, rests_on)
        page.get_by_role("button", name="Link what is ticked").click()
    page.goto(read)
    expect(page.get_by_text("At first nobody outside health care")).to_be_visible()
    walk.stop(page, "portrait", "A portrait by stage; each statement opens what it rests on.", wide=True)
    page.goto(f"{read}pdf/")
    page.get_by_role("button", name="Let them out and make the file").evaluate(
        "button => fetch(button.form.action, { method: 'POST', body: new FormData(button.form) })"
    )
    page.goto(read)
    with page.expect_download() as loading:
        page.evaluate(
            "address => { const a = document.createElement('a'); a.href = address; a.download = ''; a.click(); }",
            f"{read}pdf/",
        )
    assert Path(loading.value.path()).read_bytes().startswith(b"%PDF")
    page.get_by_role("button", name="Send to advisers").click()


def signed_off(page: Page, adviser: Page, walk: Walk) -> None:
    adviser.goto("/portraits/")
    adviser.get_by_role("link", name=re.compile("North practices, a portrait")).first.click()
    walk.stop(adviser, "review", "A public adviser reads it on her phone and signs it off.")
    adviser.get_by_role("button", name="Sign off this portrait").click()
    expect(adviser.get_by_text("signed off").first).to_be_visible()


def toolkit(page: Page, open_page: OpenPage, walk: Walk, folder: Path) -> None:
    for title, rests_on in (
        ("Introduce the worker to schools before the first referral", "At first nobody outside health care"),
        ("Meet the municipality every month", "Later the work was carried by schools"),
    ):
        page.goto("/toolkit/new/")
        page.get_by_label("What do you advise, in a line?").fill(title)
        page.get_by_label("What exactly should they do?").fill(
            "Go there, say what you do and what you do not do."
        )
        page.get_by_role("main").get_by_text("Initiation", exact=True).first.click()
        tick(page, rests_on)
        page.get_by_role("button", name="Keep it").click()
        page.get_by_role("button", name="Ask for a second reader").click()
    read_and_publish(page, open_page)
    page.goto("/toolkit/")
    expect(page.get_by_text("2 recommendations are public.")).to_be_visible()
    walk.stop(page, "toolkit", "Two recommendations are published.", wide=True)

    site = folder / "site"
    assert line.run(["toolkit", "--programme", "North practices", "--to", str(site)]) == 0
    reader = open_page("desk", base_url=None)
    reader.goto((site / "index.html").as_uri())
    walk.stop(
        reader, "site", "The public toolkit is a folder of plain pages that anybody can host.", wide=True
    )
    reader.get_by_role("link", name="Introduce the worker to schools before the first referral").first.click()
    walk.stop(reader, "site-recommendation", "From a recommendation …", wide=True)
    reader.get_by_role("link", name=re.compile("At first nobody outside health care")).first.click()
    reader.locator("main a[href*='quotes/']").first.click()
    expect(reader.get_by_text(INTER_SECTORAL[:40]).first).to_be_visible()
    walk.stop(reader, "site-quote", "… down to the words it stands on, and their source.", wide=True)


def read_and_publish(page: Page, open_page: OpenPage) -> None:
    """The manager agrees to what waits, the evaluator lets it out."""
    manager = sign_in(open_page, "manager", "desk")
    for _each in range(2):
        manager.goto("/toolkit/")
        manager.get_by_role("region", name="Waits for your reading").get_by_role("link").first.click()
        manager.get_by_role("button", name="I agree").click()
        expect(manager.get_by_text("You agreed. It can go out now.")).to_be_visible()
        page.goto(manager.url)
        page.get_by_role("button", name="Publish").click()
        expect(page.get_by_text("Published: the next version has it.")).to_be_visible()


def tick(page: Page, words: str) -> None:
    """Tick the first box whose line holds `words`."""
    page.get_by_role("main").locator("label").filter(has_text=words).filter(
        has=page.locator("input[type=checkbox]")
    ).first.click()


def choose_log(page: Page) -> None:
    """The figures of this story come from the log of the other programme."""
    choice = page.get_by_label("Extract the figures come from")
    choice.select_option(value=choice.locator("option", has_text="log.xlsx").first.get_attribute("value"))
