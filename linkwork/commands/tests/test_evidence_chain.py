"""From every sentence of the demonstration's built toolkit one walks down to a source or an extract, in the files."""

import datetime as dt
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from linkwork.commands.demo import story, study
from linkwork.commands.demo.programmes import PLANS, open_programme
from linkwork.evaluation.toolkit import actions
from linkwork.evaluation.toolkit.rules.site import Site
from linkwork.exchange.site.building import sites
from linkwork.exchange.site.chain import authored, walk
from linkwork.exchange.site.drawing import Built
from linkwork.exchange.site.writer import write
from linkwork.extracts import actions as extracts

NOW = dt.datetime(2026, 3, 12, 12, 0, tzinfo=dt.UTC)
Toolkit = tuple[Path, Mapping[str, Site]]


@pytest.fixture
def toolkit(db: None, settings: Any, tmp_path: Path) -> Toolkit:
    """The built site of one programme of the demonstration, in two languages."""
    settings.EXTRACTS = tmp_path / "extracts"
    scene = open_programme(PLANS[0], NOW)
    study.fill(scene)
    scene.made["extract"] = [extracts.take_extract(by=scene.evaluator, at=NOW)]
    story.fill(scene)
    number = actions.issue(by=scene.evaluator, at=NOW)
    built = Built(NOW.date(), ("en", "ar"), number)
    made = sites(scene.evaluator, built.languages)
    write(made, tmp_path / "site", built)
    return tmp_path / "site", made


def cut(page: Path, link: str) -> None:
    """Take the address out of the first link whose address holds `link`."""
    text = page.read_text("utf-8")
    less = re.sub(rf'href="[^"]*{link}[^"]*"', "", text)
    assert less != text
    page.write_text(less, "utf-8")


def holding(folder: Path, kind: str, words: str) -> Path:
    """The first page of a kind that holds these words."""
    return next(page for page in sorted((folder / kind).glob("*.html")) if words in page.read_text("utf-8"))


def test_every_sentence_leads_down_and_a_cut_is_found(toolkit: Toolkit) -> None:
    folder, made = toolkit
    walked = walk(folder, made)
    assert walked.broken == ()
    assert walked.sentences > 100
    everything = "".join(page.read_text("utf-8") for page in folder.rglob("*.html"))
    assert len({text for text in authored(made["en"]) if text and text in everything}) >= 20

    # each floor of the way down, cut once
    for kind, below in (
        ("quotes", "sources"),
        ("figures", "extracts"),
        ("advice", "findings"),
        ("findings", "quotes"),
    ):
        page = holding(folder, kind, f"{below}/")
        whole = page.read_text("utf-8")
        cut(page, f"{below}/")
        said = walk(folder, made).broken
        assert any("the way down is cut" in one or "no link leads down" in one for one in said), kind
        page.write_text(whole, "utf-8")


def test_what_rests_on_nothing_must_say_so(toolkit: Toolkit) -> None:
    folder, made = toolkit
    finding = holding(folder, "findings", 'class="opinion"') if _any_opinion(folder) else None
    page = finding or holding(folder, "findings", "quotes/")
    text = page.read_text("utf-8")
    page.write_text(re.sub(r'href="[^"]*(quotes|figures)/[^"]*"|class="opinion"', "", text), "utf-8")
    assert any("the way down is cut" in said for said in walk(folder, made).broken)


def test_a_sentence_in_no_chain_is_found(toolkit: Toolkit) -> None:
    folder, made = toolkit
    page = holding(folder, "advice", "data-chain")
    page.write_text(page.read_text("utf-8").replace('data-chain="#rests"', ""), "utf-8")
    assert any("says nothing of its evidence" in said for said in walk(folder, made).broken)


def test_a_page_or_a_fingerprint_that_is_gone_is_found(toolkit: Toolkit) -> None:
    folder, made = toolkit
    source = next((folder / "sources").glob("*.html"))
    whole = source.read_text("utf-8")
    source.write_text(re.sub(r"<code>\w+</code>", "", whole), "utf-8")
    assert walk(folder, made).broken
    source.unlink()
    assert walk(folder, made).broken


def _any_opinion(folder: Path) -> bool:
    return any('class="opinion"' in page.read_text("utf-8") for page in (folder / "findings").glob("*.html"))
