"""The templates to download: whole, licensed, in the programme's words; the log is read back by our own import."""

import datetime as dt
import io
from pathlib import Path

import docx
import openpyxl
import pytest
from pypdf import PdfReader
from pypdf.generic import TextStringObject

from linkwork.evaluation.portraits.tests.conftest import world
from linkwork.evaluation.portraits.tests.world import World
from linkwork.evaluation.toolkit import reads
from linkwork.evaluation.toolkit.reads import is_construct
from linkwork.exchange.report.blocks import Report
from linkwork.exchange.report.papers import pdf
from linkwork.exchange.sheets.contact_log import read_log
from linkwork.exchange.sheets.table import read_sheet
from linkwork.exchange.site.papers import asking, files
from linkwork.exchange.site.papers.files import Paper, papers
from linkwork.exchange.site.papers.log import HEADINGS, contact_log
from linkwork.instruments import lists
from linkwork.partnerships import actions as partnerships
from linkwork.testing.cast import NOON, Cast

__all__ = ["world"]
TODAY = NOON.date()


def made(world: World, cast: Cast, code: str = "en") -> dict[str, Paper]:
    about = reads.edition(world.by).about
    return {f"{one.name}.{one.kind}": one for one in papers(cast.manager, about, (code,), 3, TODAY)}


def words_of(paper: Paper) -> str:
    """Every word of a Word file."""
    found = docx.Document(io.BytesIO(paper.content))
    cells = [cell.text for table in found.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(one.text for one in found.paragraphs), *cells])


def test_each_is_there_twice_with_version_and_licence(world: World, cast: Cast) -> None:
    partnerships.publish_role_card(
        does="Goes along.\nCalls Bo Lind.",
        does_not="Does not treat.",
        reach="Room 3",
        by=cast.manager,
        at=NOON,
    )
    found = made(world, cast)
    names = {one.partition(".")[0] for one in found}
    assert names == {
        *("role-card", "agreement", "consent-form", "supervision-record"),
        *("interview-guide", "nomad", "contact-log"),
    }
    for one in found.values():
        if one.kind == "Word":
            text = words_of(one)
            assert "Version 3 of the toolkit of North practices" in text
            assert "CC BY 4.0" in text
    card = words_of(found["role-card.Word"])
    assert "What the link worker does" in card
    assert "Goes along." in card
    assert "Calls […]." in card  # nobody's name goes out
    assert "Room 3" not in card
    printed = PdfReader(io.BytesIO(found["consent-form.PDF"].content))
    assert "without my name" in " ".join("".join(page.extract_text() for page in printed.pages).split())


def test_the_guide_names_constructs_that_there_are(world: World) -> None:
    for _title, rows in asking._questions():
        for _question, context, work in rows:
            assert all(is_construct(f"cfir-2022/{one}") for one in context), context
            assert all(is_construct(f"npt/{one}") for one in work), work


def test_the_log_is_read_back(tmp_path: Path) -> None:
    book = openpyxl.load_workbook(io.BytesIO(contact_log(("Version 3",))))
    sheet = book.worksheets[0]
    mode = lists.terms("contact_modes")[0]
    topic, other = lists.terms("contact_topics")[:2]
    support = lists.terms("support_types")[0]
    topics = f"{topic.label}; {other.label}"
    sheet.append(
        ["p1", dt.date(2026, 3, 2), "w1", "yes", mode.label, "home", "Swedish", 45, topics, support.label]
    )
    sheet.append(["p1", dt.date(2026, 3, 9), "w1", "no", mode.label, "practice", "", "", "", ""])
    assert len(sheet.data_validations.dataValidation) == 3
    filled = tmp_path / "log.xlsx"
    book.save(filled)
    log = read_log(read_sheet(filled), TODAY)
    assert (list(log.refused), log.left_out, log.unknown) == ([], (), {})
    first, second = log.spool.contacts()
    assert (first.person, first.marked_first, first.minutes) == ("p1", True, 45)
    assert (first.mode, first.site_kind, first.language) == (mode.code, "home", "sv")
    assert (first.topics, first.support) == ((topic.code, other.code), (support.code,))
    assert second.marked_first is False
    assert set(log.columns.values()) == set(HEADINGS)


def test_each_language_has_its_own_and_no_pdf_without_its_letters(
    world: World, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    about = reads.edition(world.by).about
    monkeypatch.setattr(files, "chinese_face", lambda: "")
    found = {one.path: one for one in papers(cast.manager, about, ("ar", "zh-hans"), 3, TODAY)}
    arabic = found["papers/ar/agreement.docx"]
    assert b"w:bidi" in docx.Document(io.BytesIO(arabic.content)).element.xml.encode()
    assert found["papers/ar/agreement.pdf"].title == arabic.title != "Agreement with a partner"
    assert "同意书" in words_of(found["papers/zh-hans/consent-form.docx"])
    assert [path for path in found if path.startswith("papers/zh-hans/") and path.endswith(".pdf")] == []


def test_a_language_with_a_script_in_its_name_can_be_printed() -> None:
    sheet = Report("zh-hans", "ltr", "", "同意书", "", "", "", "", "")
    assert PdfReader(io.BytesIO(pdf(sheet))).root_object.get("/Lang") == TextStringObject("zh")
