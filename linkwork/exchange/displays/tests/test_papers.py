"""A joint display as files: what goes out, what stays, in Arabic and Chinese too."""

import dataclasses
import datetime as dt
import io
from collections.abc import Callable
from typing import Any
from uuid import UUID

import docx
import openpyxl
import pypdf
import pytest
from django.utils import translation

from linkwork.evaluation.coding.reads.rated import Rated, RatedCell
from linkwork.evaluation.coding.rules.scores import Mark
from linkwork.evaluation.coding.rules.scores import Verdict as Flagged
from linkwork.evaluation.portraits import reads
from linkwork.evaluation.portraits.reads import DisplayCard, RowCard
from linkwork.evaluation.portraits.rules.displays.layouts import DisplayKind, Split
from linkwork.evaluation.portraits.rules.displays.verdicts import Given, Judged, Review, agreed
from linkwork.evaluation.portraits.rules.evidence import Evidence, FigureKey
from linkwork.evaluation.portraits.rules.kinds import Verdict
from linkwork.evaluation.portraits.tests.conftest import world
from linkwork.evaluation.portraits.tests.test_rules import figure, quote
from linkwork.evaluation.portraits.tests.world import CLOSED_WORDS, OPEN_WORDS, World
from linkwork.exchange.curtain import Curtain, display_curtain
from linkwork.exchange.displays import Paper, compose, written
from linkwork.programmes import reads as programmes
from linkwork.testing.cast import NOON, Cast

__all__ = ["world"]
ONE, A, B = UUID(int=1), UUID(int=11), UUID(int=12)
ARABIC, CHINESE = "ذهبت معي في المرة الأولى", "第一次她陪我去"
DAY = dt.date(2026, 3, 12)
CURTAIN = Curtain(["Elif Kaya"], reviewers=[A, B])


@pytest.fixture
def paper(cast: Cast) -> Callable[..., Paper]:
    """A card as a paper."""
    programme = programmes.programme(cast.evaluator)
    return lambda card, curtain=CURTAIN: compose(card, programme, curtain, DAY)


def row(**changes: Any) -> RowCard:
    given = (Given(A, "Elif Kaya", Verdict.EXPAND, "As Elif says."), Given(B, "Ida", Verdict.SILENT, "No."))
    usual: dict[str, Any] = {
        "id": ONE,
        "place": 1,
        "component": "implementation.reach",
        "about": "Reach",
        "question": "Whom do we reach?",
        "verdict": Verdict.EXPAND,
        "reasoning": "Elif Kaya settled it.",
        "evidence": Evidence(
            (
                quote(text=ARABIC, language="ar", direction="rtl", start=3, end=27),
                quote(text=CHINESE, language="zh-hans"),
            ),
            (figure(),),
        ),
        "review": Review(Judged.DECIDED, given, 2, "Elif Kaya"),
    }
    return RowCard(**(usual | changes))


def card(*rows: RowCard, **changes: Any) -> DisplayCard:
    usual: dict[str, Any] = {"id": ONE, "study_id": ONE, "title": "Reach", "extract_id": ONE}
    usual |= {"frozen_at": None, "frozen_hash": "", "intact": True, "rows": rows}
    return DisplayCard(**(usual | changes))


def said(found: Paper) -> str:
    return str(found.data())


def text_of(made: bytes, ending: str) -> str:
    match ending:
        case "html":
            return made.decode()
        case "pdf":
            return "".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(made)).pages)
        case "docx":
            tables = docx.Document(io.BytesIO(made)).tables
            return "\n".join(cell.text for table in tables for line in table.rows for cell in line.cells)
    sheet: Any = openpyxl.load_workbook(io.BytesIO(made)).active
    return "\n".join(str(cell) for line in sheet.iter_rows(values_only=True) for cell in line)


@pytest.mark.parametrize("ending", ["html", "docx", "pdf", "xlsx"])
def test_it_goes_out_as_files_without_what_may_not(world: World, cast: Cast, ending: str) -> None:
    found = reads.display(cast.manager, world.display)
    programme = programmes.programme(cast.manager)
    made, kind = written(compose(found, programme, display_curtain(cast.manager, found), NOON.date()), ending)
    text = text_of(made, ending)
    assert kind.ending == ending
    assert CLOSED_WORDS not in text
    whole = " ".join(text.split())
    for words in ("Whom do we reach?", "Quotation withheld", OPEN_WORDS.split()[0], "Expand"):
        assert words in whole
    if ending == "html":
        assert "<script" not in text
        assert "http" not in text.replace("https://www.w3.org", "")


def test_every_figure_and_quotation_says_where_it_comes_from(world: World, paper: Any, cast: Cast) -> None:
    text = said(paper(reads.display(cast.manager, world.display)))
    (row_,) = reads.display(cast.manager, world.display).rows
    (shown, _withheld), (counted,) = row_.evidence.quotes, row_.evidence.figures
    assert (shown.start, shown.end) == (len("Before that. "), len(f"Before that. {OPEN_WORDS}"))
    assert f"contacts@{counted.version}" in text
    assert counted.extract_hash in text
    assert f"source {shown.source_id.hex[-8:]}@{shown.source_hash[:12]}, characters 13 to" in text
    assert "Worker, spring" not in text  # a source's title may hold a name


def test_names_of_workers_stay_at_home(paper: Any) -> None:
    made = paper(card(row(), reviewers=((A, "Elif Kaya"), (B, "Ida"))))
    text = said(made)
    assert "Elif" not in text
    assert "Kaya" not in text
    assert "Reviewer A: Expand" in text
    assert "settled by one person" in text
    by_worker = figure(
        key=FigureKey("contacts", "worker", "abc"), group_label="Worker abc", sentence="Worker abc: 9"
    )
    text = said(paper(card(row(evidence=Evidence((), (by_worker,))))))
    assert "Worker A: 9" in text


def test_small_figures_and_what_gives_them_away_are_hidden(paper: Any) -> None:
    small, telling = figure(small=True, sentence="3 people"), figure(sentence="3 of 9", numerator=3)
    text = said(paper(card(row(evidence=Evidence((), (small, telling, figure(hidden=True)))))))
    assert "3 people" not in text
    assert "3 of 9" in text


def test_what_was_frozen_goes_out_as_it_is_decided_today(paper: Any) -> None:
    """An extract that left since may have made a figure one that gives a small one away; or its numbers rounded."""
    frozen = figure(sentence="12 of 19")
    at = (frozen.extract_id, frozen.key)
    for now, words in (
        (figure(small=True, sentence="12 of 19"), "Too few people"),
        (figure(sentence="10 of 20"), "10 of 20"),
        (figure(version="9", sentence="12 of 19"), "Too few people"),
        (figure(problem="Not held."), "Not held."),
    ):
        text = said(paper(card(row(evidence=Evidence((), (frozen,)))), Curtain(decided={at: now})))
        assert words in text
        assert "12 of 19" not in text
    lost = Evidence((), (figure(problem="Gone."),))
    assert "Gone." in said(paper(card(row(evidence=lost)), Curtain(decided={at: frozen})))


@pytest.mark.parametrize(
    ("kind", "heads"),
    [
        (DisplayKind.CONVERGENT, ("In figures", "In words", "How they fit")),
        (
            DisplayKind.EXPLANATORY,
            ("What the figures showed", "What we asked next", "What people said", "How they fit"),
        ),
        (
            DisplayKind.EXPLORATORY,
            ("What people said", "What to count", "What was counted", "How they fit"),
        ),
        (DisplayKind.STATISTICS, ("The theme in words", "The theme in figures", "How they fit")),
        (DisplayKind.CASES, ("All together", "Operation", "How they fit")),
    ],
)
def test_each_kind_sets_its_columns(paper: Any, kind: DisplayKind, heads: tuple[str, ...]) -> None:
    made = paper(card(row(bridge="Why?"), kind=kind, split=Split.STAGE))
    assert made.heads == heads
    assert all(len(line.cells) == len(heads) for line in made.rows)
    assert ("Why?" in said(made)) is ("next" in str(heads) or "to count" in str(heads))


def test_ratings_show_the_analyst_and_the_rule(paper: Any) -> None:
    cells = (
        RatedCell("North", Mark.RATED, 2),
        RatedCell("South", Mark.RATED, -1),
        RatedCell("East", Mark.MIXED, 0),
        RatedCell("West", Mark.MISSING, None),
        RatedCell("Mid", None, None),
    )
    one = Rated("npt", "coherence", "Coherence", cells, Flagged.STRONG, Flagged.WEAK)
    text = said(paper(card(row(ratings=(one, dataclasses.replace(one, decided=None))))))
    assert "Coherence: North +2, South −1, East 0 ±, West –, Mid …" in text
    assert (
        "Decided by the analyst: Tells them apart weakly. The rule would say: Tells them apart strongly."
        in text
    )
    assert "Suggested by the rule: Tells them apart strongly." in text


def test_what_stands_is_said(paper: Any) -> None:
    frozen = {"frozen_at": NOON, "frozen_hash": "ab" * 32}
    assert "abab" in paper(card(row(), **frozen)).standing
    assert "Do not rely" in paper(card(row(), **frozen, intact=False)).standing
    assert "Live" in paper(card(row())).standing
    lost = figure(problem="Not held.")
    gone = quote(removed=True, withheld=True)
    made = paper(card(row(verdict=None, evidence=Evidence((gone,), (lost,)), review=Review(Judged.OPEN))))
    for words in ("Contacts: Not held.", "taken back since", "Not decided yet"):
        assert words in said(made)
    made = paper(card(row(evidence=Evidence())))
    assert "No figure says anything" in said(made)
    given = (Given(A, "", Verdict.SILENT, ""), Given(B, "", Verdict.SILENT, ""))
    made = paper(card(row(), reviewers=((A, "a"), (B, "b")), agreed=agreed([A, B], [given])))
    assert "over 1 row: the same verdict 100.0 %, Cohen’s kappa –" in said(made)
    assert "judged the rows apart." in said(paper(card(row(), reviewers=((A, "a"), (B, "b")))))


def test_quotations_keep_their_language_and_direction(paper: Any) -> None:
    made = paper(card(row()))
    page = written(made, "html")[0].decode()
    assert f'<blockquote lang="ar" dir="rtl"><p>“{ARABIC}”</p>' in page
    xml = docx.Document(io.BytesIO(written(made, "docx")[0])).tables[0]._tbl.xml
    assert '<w:lang w:bidi="ar"/>' in xml
    assert "<w:bidi/>" in xml
    assert ARABIC in text_of(written(made, "xlsx")[0], "xlsx")
    assert written(made, "pdf")[0].startswith(b"%PDF-")
    with translation.override("ar"):
        assert '<html lang="ar" dir="rtl">' in written(paper(card(row())), "html")[0].decode()
        assert (
            "bidiVisual"
            in docx.Document(io.BytesIO(written(paper(card(row())), "docx")[0])).tables[0]._tbl.xml
        )
