"""The report as a reader meets it: whole, plain about what it rests on, and silent about who."""

import datetime as dt
import io
import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from django.utils import translation
from pypdf import PdfReader

from linkwork.core.errors import Refused
from linkwork.core.viewer import Viewer
from linkwork.evaluation.coding import actions as coding
from linkwork.evaluation.coding.rules import Valence
from linkwork.evaluation.portraits.tests.conftest import world
from linkwork.evaluation.portraits.tests.world import CLOSED_WORDS, OPEN_WORDS, World, say
from linkwork.evaluation.studies import actions as studies
from linkwork.evaluation.studies.rules import SourceKind
from linkwork.evaluation.toolkit.tests.world import compose as compose_advice
from linkwork.evaluation.toolkit.tests.world import publish
from linkwork.exchange.report.blocks import Chapter, Report, Text
from linkwork.exchange.report.composing import compose
from linkwork.exchange.report.gathering import gather
from linkwork.exchange.report.papers import html, pdf, write
from linkwork.extracts import actions
from linkwork.extracts import reads as extracts
from linkwork.programmes import reads as programmes
from linkwork.programmes.rules import Stage
from linkwork.testing.cast import NOON, Cast

__all__ = ["world"]
TODAY = dt.date(2026, 3, 12)
HOSTILE = '<script>no</script> #panic("no") *bold* $x$ @ref `raw`'


class Seen(HTMLParser):
    """The page's text, its tags, and what it would fetch."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.text = ""
        self.tags: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.tags.append(tag)
        self.ids += [given["id"] or ""] if "id" in given else []
        self.links += [given["href"] or ""] if "href" in given else []
        assert not {"src", "srcset", "style", "onclick"} & set(given)

    def handle_data(self, data: str) -> None:
        self.text += data


def report(world: World) -> Report:
    return compose(gather(world.by, extracts.extract(world.by, world.extract), TODAY), TODAY)


def seen(world: World) -> Seen:
    return Seen(html(report(world)))


def advise(world: World, reader: Viewer, title: str, *statements: UUID) -> None:
    one = compose_advice(
        world.by, title=title, advice="Ask for it.", strategies=[], statements=list(statements)
    )
    publish(world.by, reader, one)


def test_it_says_what_where_and_how_it_was_looked_at(world: World) -> None:
    text = seen(world).text
    assert "How North practices takes hold" in text
    assert "Initiation: from 1 September 2025, until operation began on 1 January 2026" in text
    assert "Operation: since 1 January 2026" in text
    assert extracts.extract(world.by, world.extract).hash in text
    assert "2 sources were brought in; 1 may be quoted." in text
    assert "1 person coded 2 passages." in text
    assert "Sociology 2009;43(3)" in text
    assert "contacts 1.1" in text


def test_each_statement_and_row_says_what_it_rests_on(world: World) -> None:
    text = seen(world).text
    assert "Evidence: 2 passages and 1 figure." in text
    assert text.count("Opinion: no evidence linked.") == 1
    assert "Expand: one explains the other" in text
    assert OPEN_WORDS in text
    assert "1 quotation is withheld" in text
    assert "1 of 2 statements rests on no evidence" in text
    assert "Draft: not signed off by a public adviser as it stands." in text


def test_advice_that_rests_on_opinions_is_an_opinion(world: World, cast: Cast) -> None:
    assert "No recommendation is published yet." in seen(world).text
    advise(world, cast.manager, "A room people pass", world.statement, world.bare)
    advise(world, cast.manager, "More of the same", world.bare)
    text = seen(world).text
    assert "Rests on 1 statement with evidence." in text
    assert text.count("Opinion: no evidence linked.") == 2


def test_pictures_stand_with_their_tables_and_what_the_report_rests_on_is_there(world: World) -> None:
    made = report(world)
    page = seen(world)
    assert page.tags.count("svg") == page.tags.count("figure") > 1
    for said in ("The programme by stage", "What is missing", "Reporting checklists", "What it rests on"):
        assert said in page.text, said
    assert "Moore GF and others" in page.text
    assert "to be written by the team" in page.text
    assert "[drafted from the records]" in page.text
    drawn = [block for one in made.chapters for block in one.blocks if block.kind == "picture"]
    assert all(one.description and one.alone.startswith("<svg xmlns") for one in drawn)  # type: ignore[union-attr]
    assert made.cover[0][1][0] == "North practices"


def test_somebody_outside_the_study_learns_nothing_of_its_records(world: World, cast: Cast) -> None:
    found = gather(world.by, extracts.extract(world.by, world.extract), TODAY)
    closed = replace(found, studies=tuple(replace(one, records=None, answers={}) for one in found.studies))
    text = Seen(html(compose(closed, TODAY))).text
    assert "not open to whoever made this report" in text
    assert "No study is open" in text


def test_where_frames_meet(world: World) -> None:
    assert "No passage is coded with both frames yet." in seen(world).text
    source = studies.add_source(
        study_id=world.study,
        title="Minutes",
        kind=SourceKind.DOCUMENT,
        text="A nurse came along.",
        language="en",
        stage=Stage.INITIATION,
        consent=True,
        by=world.by,
        at=NOON,
    )
    coding.code_passage(
        source_id=source,
        start=0,
        end=7,
        constructs=[
            ("cfir-2022", "inner_setting.relational_connections"),
            ("npt", "cognitive_participation.enrolment"),
        ],
        valence=Valence.FACILITATOR,
        by=world.by,
        at=NOON,
    )
    text = seen(world).text
    assert "by NPT construct and CFIR domain" in text
    assert re.search(r"Enrol\w+\s*1", text)
    assert "meets" in text
    assert "in 1 passage." in text


def test_nobody_is_named_and_nothing_withheld_is_there(world: World) -> None:
    names = [one.name for one in programmes.workers(world.by)]
    say(world.by, world.portrait, f"{names[0]} brought them all.")
    page = html(report(world))
    assert CLOSED_WORDS not in page
    for name in [*names, "Mother, autumn", str(world.open_quote), str(world.statement)]:
        assert name not in page


def test_the_page_stands_alone_and_can_be_found_ones_way_in(world: World) -> None:
    page = seen(world)
    assert "script" not in page.tags
    assert "link" not in page.tags
    assert page.tags.count("h1") == 1
    assert page.tags.count("caption") == page.tags.count("table") > 0
    assert len(set(page.ids)) == len(page.ids)
    assert {to.removeprefix("#") for to in page.links} <= set(page.ids)
    assert "url(" not in html(report(world))


def test_what_somebody_typed_is_never_a_command(world: World) -> None:
    say(world.by, world.portrait, HOSTILE)
    page = seen(world)
    assert HOSTILE in page.text
    assert "script" not in page.tags
    assert pdf(report(world)).startswith(b"%PDF-")


def test_it_is_said_in_french_and_set_from_right_to_left(world: World) -> None:
    with translation.override("fr"):
        text = seen(world).text
        assert "12 mars 2026" in text
        assert "Process evaluation ·" not in text
        assert "named in English" in text or "anglais" in text
    with translation.override("ar"):
        assert '<html lang="ar" dir="rtl">' in html(report(world))
        assert pdf(report(world)).startswith(b"%PDF-")


def test_an_empty_programme_says_so(cast: Cast, tmp_path: Path, settings: Any) -> None:
    settings.EXTRACTS = tmp_path / "extracts"
    card = extracts.extract(cast.evaluator, actions.take_extract(by=cast.evaluator, at=NOON))
    made = compose(gather(cast.evaluator, card, TODAY), TODAY)
    text = Seen(html(made)).text
    for said in ("No study has been opened", "no joint display", "no portrait"):
        assert said in text
    assert pdf(made).startswith(b"%PDF-")


def test_three_files_are_written_and_other_peoples_left_alone(world: World, tmp_path: Path) -> None:
    folder = tmp_path / "new" / "report"
    page, paper, word = write(report(world), folder)
    assert (page.name, paper.name, word.name) == ("report.html", "report.pdf", "report.docx")
    assert word.read_bytes().startswith(b"PK")
    assert paper.read_bytes().startswith(b"%PDF-")
    write(report(world), folder)  # an earlier report is replaced
    page.write_text("mine", "utf-8")
    with pytest.raises(Refused):
        write(report(world), folder)
    assert page.read_text("utf-8") == "mine"


def test_words_of_another_script_run_their_own_way_on_paper() -> None:
    """The full stop of an English sentence is drawn in one go with it; in the page's way it would stand apart."""
    sentence = "What the mothers stand on."
    one = Report("ar", "rtl", "", "A", "", "", "", "", "", (Chapter("a", "B", (Text((sentence,)),)),))
    drawn: list[str] = []
    page = PdfReader(io.BytesIO(pdf(one))).pages[0]
    page.extract_text(visitor_text=lambda text, *_where: drawn.append(text.strip()))
    assert sentence in drawn
