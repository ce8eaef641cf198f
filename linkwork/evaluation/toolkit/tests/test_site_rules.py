"""What goes public and what stays: the tree of pages, without a database."""

import datetime as dt
from dataclasses import replace
from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linkwork.core.errors import IllegalStep
from linkwork.evaluation.portraits.rules.evidence import Evidence, FigureKey
from linkwork.evaluation.portraits.tests.test_rules import figure, quote
from linkwork.evaluation.toolkit.rules.edition import About, Advice, Edition, Finding
from linkwork.evaluation.toolkit.rules.indexes import index_pages, work_of
from linkwork.evaluation.toolkit.rules.kinds import State, StepKind, Taken, after, standing
from linkwork.evaluation.toolkit.rules.pages import (
    AdvicePage,
    ExtractPage,
    FigurePage,
    FindingPage,
    IndexPage,
    QuotePage,
    SourcePage,
)
from linkwork.evaluation.toolkit.rules.site import Site, build_site, letters, missing_ways, slug
from linkwork.evaluation.toolkit.rules.versions import changes_between, content_of, hash_of

pytestmark = pytest.mark.rules
DAY = dt.date(2026, 3, 1)


def build(*evidence: Evidence, findings: int | None = None, **words: Any) -> Site:
    """A site with one recommendation that rests on a finding for each of `evidence`."""
    many = [UUID(int=n + 100) for n in range(len(evidence))]
    advice = Advice(
        id=UUID(int=1),
        title=words.get("title", "A room people pass"),
        advice="Ask for it.",
        stage="initiation",
        audience="practice",
        barrier="",
        settings=(),
        constructs=(),
        strategies=(),
        checklist=("A key",),
        language="en",
        titles={},
        published_on=DAY,
        findings=tuple(many if findings is None else many[:findings]),
    )
    found = [
        Finding(key, words.get("text", "It helped."), "operation", "finding", "A story", None, one)
        for key, one in zip(many, evidence, strict=True)
    ]
    about = About("North", "", "", "", False, ())
    return build_site(Edition(about, (advice,), tuple(found), ("Amal Haddad",)))


def only(site: Site, kind: type) -> Any:
    (page,) = [page for page in site.pages if type(page) is kind]
    return page


def test_one_walks_down_from_advice_to_source_and_extract() -> None:
    site = build(Evidence((quote(),), (figure(),)))
    assert missing_ways(site.pages) == []
    advice, finding = only(site, AdvicePage), only(site, FindingPage)
    assert [way.path for way in advice.ways] == [finding.path]
    assert {way.path for way in finding.ways} == {only(site, QuotePage).path, only(site, FigurePage).path}
    assert only(site, QuotePage).ways[0].path == only(site, SourcePage).path
    assert only(site, FigurePage).ways[0].path == only(site, ExtractPage).path
    assert only(site, ExtractPage).hash == "abc"


def test_what_rests_on_nothing_says_so() -> None:
    assert only(build(Evidence()), FindingPage).is_opinion
    assert only(build(), AdvicePage).findings == ()


def test_evidence_that_is_gone_is_none() -> None:
    gone = Evidence((quote(removed=True),), (figure(problem="It is gone."),))
    assert only(build(gone), FindingPage).is_opinion
    assert only(build(Evidence(), findings=0), AdvicePage).findings == ()


def test_names_coders_and_titles_stay_inside() -> None:
    card = quote(text="Amal helped me.", source_title="Amal Haddad, spring", coder="Elif Kaya")
    site = build(Evidence((card,)), text="Haddad was there.", title="Ask Amal")
    assert all(name not in repr(site) for name in ("Amal", "Haddad", "Elif", "spring"))
    assert only(site, QuotePage).coder == "A"
    assert only(site, QuotePage).text == "[…] helped me."
    assert only(site, SourcePage).title == ""


def test_a_document_keeps_its_title() -> None:
    site = build(Evidence((quote(source_kind="document", source_title="Annual report"),)))
    assert only(site, SourcePage).title == "Annual report"


def test_words_without_consent_are_withheld() -> None:
    site = build(Evidence((quote(text="Never.", withheld=True),)))
    assert only(site, QuotePage).text == ""
    assert "Never." not in repr(site)


@pytest.mark.parametrize("flag", ["hidden", "small"])
def test_small_figures_are_hidden(flag: str) -> None:
    card = figure(value=Decimal(3), numerator=3, denominator=4, sentence="3 of 4", missing=2, **{flag: True})
    page = only(build(Evidence(figures=(card,))), FigurePage)
    assert page.hidden
    assert (page.value, page.numerator, page.denominator, page.missing, page.sentence) == (
        None,
        None,
        None,
        None,
        "",
    )


def test_one_workers_figure_does_not_say_whose() -> None:
    card = figure(key=FigureKey("contacts", "worker", "w1"), group_label="Worker w1")
    assert only(build(Evidence(figures=(card,))), FigurePage).group == ""


def test_a_page_is_made_once_however_often_it_is_used() -> None:
    site = build(Evidence((quote(),)), Evidence((quote(),)))
    paths = [page.path for page in site.pages if "/" in page.path]
    assert len(paths) == len(set(paths)) == 5


def test_a_planted_dead_way_is_found() -> None:
    site = build(Evidence((quote(),)))
    assert missing_ways(site.pages[:1]) != []


def test_steps() -> None:
    assert after(StepKind.PUBLISH, State.AGREED) is State.PUBLISHED
    assert after(StepKind.WITHDRAW, State.PUBLISHED) is State.DRAFT
    with pytest.raises(IllegalStep):
        after(StepKind.PUBLISH, State.WAITING)


def test_what_was_said_of_other_words_counts_for_nothing() -> None:
    agreed = [Taken(StepKind.ASK, "now"), Taken(StepKind.AGREE, "now")]
    assert standing(False, "now", []) is State.DRAFT
    assert standing(False, "now", agreed[:1]) is State.WAITING
    assert standing(False, "now", agreed) is State.AGREED
    assert standing(False, "new", agreed) is State.DRAFT
    assert standing(True, "new", agreed) is State.PUBLISHED


def test_coders_have_letters() -> None:
    assert [letters(n) for n in (0, 25, 26, 51, 52, 701, 702)] == ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]


@given(st.text(max_size=120))
def test_any_title_makes_an_address(title: str) -> None:
    made = slug(title)
    assert made
    assert len(made) <= 60
    assert set(made) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")


def test_advice_is_found_by_role_barrier_and_setting() -> None:
    pages = {page.kind: page for page in build().pages if isinstance(page, IndexPage)}
    assert set(pages) == {"stage", "role", "barrier", "setting"}
    assert [group.key for group in pages["role"].groups] == ["practice"]
    assert [group.key for group in pages["setting"].groups] == ["everywhere"]
    assert pages["barrier"].groups == ()
    advice = replace(
        build().advice[0],
        barrier="Nobody knows her.",
        constructs=(
            ("cfir-2022/x", "Xenial"),
            ("npt/coherence.differentiation", "D"),
            ("npt/coherence", "C"),
        ),
        settings=("outreach", "practice"),
    )
    bare = replace(advice, path="advice/b-2.html", constructs=())
    pages = {page.kind: page for page in index_pages([advice, bare])}
    assert [(group.key, group.name) for group in pages["barrier"].groups] == [
        ("cfir-2022/x", "Xenial"),
        ("other", ""),
    ]
    assert [group.key for group in pages["setting"].groups] == ["practice", "outreach"]
    assert {way.path for way in pages["stage"].ways} == {advice.path, bare.path}
    assert work_of(advice) == ("coherence",)


def test_a_version_says_what_changed() -> None:
    (before,) = content_of(build().advice)
    now = before | {"title": "Another", "checklist": []}
    assert changes_between([before], [now]) == {
        "new": [],
        "changed": [["Another", ["title", "words"]]],
        "gone": [],
    }
    assert changes_between([before], [before]) == {"new": [], "changed": [], "gone": []}
    assert hash_of([before]) != hash_of([now])
