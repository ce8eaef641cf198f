"""Somebody with the report, the toolkit, the portrait and the display of one extract works no small number out."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from importlib import import_module
from typing import Any
from uuid import UUID

import pytest

from linkwork.evaluation.indicators import reads as indicators
from linkwork.evaluation.indicators.tests.attacker import narrowed
from linkwork.evaluation.portraits import reads as portraits
from linkwork.evaluation.portraits.reads import PortraitCard, SectionCard, StatementCard
from linkwork.evaluation.portraits.reads.evidence import figure_card
from linkwork.evaluation.portraits.rules.evidence import Evidence, FigureCard, FigureKey
from linkwork.evaluation.portraits.rules.kinds import StatementKind
from linkwork.evaluation.portraits.rules.review import Standing
from linkwork.evaluation.toolkit.rules.pages import FigurePage
from linkwork.evaluation.toolkit.tests.test_site_rules import build
from linkwork.exchange.curtain import Curtain
from linkwork.exchange.displays import compose as display_paper
from linkwork.exchange.displays.tests.test_papers import card as display_card
from linkwork.exchange.displays.tests.test_papers import row
from linkwork.exchange.report.composing import compose
from linkwork.exchange.report.gathering import extracts_behind, gather
from linkwork.exchange.report.papers import html
from linkwork.exchange.typst.portrait import portrait_data
from linkwork.extracts import actions as gate
from linkwork.extracts import reads as extracts
from linkwork.extracts.rules.logs import LogContact
from linkwork.extracts.rules.surveys import SurveyAnswer
from linkwork.instruments.surveys import survey
from linkwork.programmes import reads as programmes
from linkwork.programmes.rules import Stage
from linkwork.testing.cast import NOON, Cast

MODES = {"met": (21, 9), "phone": (7, 6), "video": (1, 1), "group": (3, 8)}  # first meetings, repeats
FIGURES = ("contacts", "first_share", "repeat_share")
Numbers = dict[Any, tuple[int, int]]


def taken(cast: Cast) -> UUID:
    pairs: list[tuple[str, bool]] = []
    for mode, (first, again) in MODES.items():
        pairs += [(mode, True)] * first + [(mode, False)] * again
    rows = [
        LogContact(n, f"P{n}", dt.date(2026, 1, 5), "W", mode=mode, marked_first=first)
        for n, (mode, first) in enumerate(pairs)
    ]
    return gate.take_log(contacts=rows, by=cast.evaluator, at=NOON)


def keys() -> Iterator[FigureKey]:
    for name in FIGURES:
        yield FigureKey(name)
        yield from (FigureKey(name, "mode", mode) for mode in MODES)


def exact(cast: Cast, made: UUID, monkeypatch: pytest.MonkeyPatch) -> dict[FigureKey, FigureCard]:
    """Every figure with nothing hidden."""
    with monkeypatch.context() as open_:
        for name in ("telling", "figures"):
            module = import_module(f"linkwork.evaluation.indicators.reads.{name}")
            open_.setattr(module, "hidden_groups", lambda *_: frozenset())
        found = {one.definition.id: one for one in indicators.breakdown(cast.evaluator, made, "mode")}
    return {key: replace(figure_card(found[key.indicator], key), small=False) for key in keys()}


def papers(cast: Cast, made: UUID, cards: list[FigureCard]) -> str:
    """What a portrait, its slides’ words, a display and the toolkit say of these figures, and the whole report."""
    evidence = Evidence((), tuple(cards))
    said = StatementCard(UUID(int=1), UUID(int=2), Stage.OPERATION, 1, StatementKind.FINDING, "So.", evidence)
    part = SectionCard(Stage.OPERATION, "", "", None, None, (said,), ())
    story = PortraitCard(
        UUID(int=2),
        UUID(int=3),
        "A story",
        "",
        made,
        "",
        "",
        None,
        (part,),
        (),
        (),
        Standing.DRAFT,
        "ab" * 32,
    )
    programme = programmes.programme(cast.evaluator)
    display = display_paper(display_card(row(evidence=evidence)), programme, Curtain(), NOON.date())
    site = [page for page in build(evidence).pages if isinstance(page, FigurePage)]
    report = gather(cast.evaluator, extracts.extract(cast.evaluator, made), NOON.date())
    told = (
        portrait_data(story, programme, NOON.date()),
        display.data(),
        site,
        html(compose(report, NOON.date())),
    )
    return " ".join(map(str, told))


def pinned(text: str, truth: dict[FigureKey, FigureCard]) -> dict[Any, int]:
    """The small numbers that can be worked out from the sentences in a text, by sums alone."""
    numbers: dict[Any, int] = {}
    said: Numbers = {}
    sums: list[tuple[Any, list[Any]]] = []
    for key, card in truth.items():
        n, d = card.numerator or 0, card.denominator
        numbers[key, "n"] = n
        if d is not None:
            numbers |= {(key, "d"): d, (key, "r"): d - n}
            sums.append(((key, "d"), [(key, "n"), (key, "r")]))
        if card.sentence in text:
            said |= {(key, part): (numbers[key, part],) * 2 for part in "nd" if (key, part) in numbers}
    for name in FIGURES:
        parts = [FigureKey(name, "mode", mode) for mode in MODES]
        for kind in "nd" if name != "contacts" else "n":
            sums.append(((FigureKey(name), kind), [(one, kind) for one in parts]))
    for key in truth:
        if key.indicator == "first_share":
            repeat = FigureKey("repeat_share", key.grouping, key.group)
            contacts = FigureKey("contacts", key.grouping, key.group)
            sums += [
                ((key, "r"), [(repeat, "n")]),
                ((key, "d"), [(repeat, "d")]),
                ((key, "d"), [(contacts, "n")]),
            ]
    spans = {**said, **narrowed(sums, said)}
    return {at: low for at, (low, high) in spans.items() if low == high == numbers.get(at) and 0 < low < 5}


def test_report_toolkit_portrait_and_display_together_give_nothing_away(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = taken(cast)
    gate.let_out(extract_ids=[made], by=cast.evaluator, at=NOON)
    truth = exact(cast, made, monkeypatch)
    cards = portraits.figure_cards(cast.evaluator, [(made, key) for key in keys()])
    text = papers(cast, made, [cards[made, key] for key in keys()])
    assert "56 contacts are in this extract." in text
    assert pinned(text, truth) == {}
    careless = pinned(papers(cast, made, list(truth.values())), truth)
    assert careless  # so that this test can fail
    assert 1 in careless.values()


def test_a_report_tells_what_staff_say_as_far_as_it_may_leave(cast: Cast) -> None:
    given = [
        SurveyAnswer(f"{group}{n}", "nomad", "2018", item.id, 4, None, group, NOON.date())
        for group, many in (("nurse", 9), ("manager", 2), ("worker", 8))
        for n in range(many)
        for item in survey("nomad").items
    ]
    asked = gate.take_survey(answers=given, by=cast.evaluator, at=NOON)
    card = extracts.extract(cast.evaluator, taken(cast))
    assert extracts_behind(cast.evaluator, card) == {card.id, asked}
    page = html(compose(gather(cast.evaluator, card, NOON.date()), NOON.date()))
    assert "NoMAD: what staff say" in page
    assert "Respondents: 19." in page
    assert "few, hidden" in page
