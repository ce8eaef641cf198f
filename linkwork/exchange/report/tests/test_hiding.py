"""Small figures, and what gives them away, leave neither the figures' table nor what rests on them."""

import datetime as dt
from pathlib import Path
from typing import Any

import pytest

from linkwork.evaluation.portraits.reads.evidence import figure_card
from linkwork.evaluation.portraits.rules.evidence import FigureKey
from linkwork.exchange.curtain import Curtain
from linkwork.exchange.report.blocks import Table
from linkwork.exchange.report.chapters.counting import figures
from linkwork.exchange.report.composing import compose
from linkwork.exchange.report.gathering import Gathered, gather
from linkwork.exchange.report.papers import html
from linkwork.extracts import actions, reads
from linkwork.extracts.rules.logs import LogContact
from linkwork.testing.cast import NOON, Cast

EVERY = "Every figure of the extract"
START = dt.date(2026, 1, 5)


def log(first: int, repeat: int, workers: int = 5) -> list[LogContact]:
    """`first` people met once, `repeat` of them once more in the month after."""
    met = [LogContact(n, f"P{n}", START, f"W{n % workers}", marked_first=True) for n in range(first)]
    again = [
        LogContact(first + n, f"P{n}", dt.date(2026, 2, 5), f"W{n % workers}", marked_first=False)
        for n in range(repeat)
    ]
    return met + again


@pytest.fixture
def taken(cast: Cast, tmp_path: Path, settings: Any) -> Any:
    """What is gathered from a log of so many first and repeat contacts."""
    settings.EXTRACTS = tmp_path / "extracts"

    def take(rows: list[LogContact]) -> Gathered:
        made = actions.take_log(contacts=rows, by=cast.evaluator, at=NOON)
        return gather(cast.evaluator, reads.extract(cast.evaluator, made), NOON.date())

    return take


def rows(found: Gathered, caption: str) -> dict[str, tuple[str, ...]]:
    """A table of the chapter of figures, by the name of its rows."""
    blocks = figures(found, Curtain(workers=found.worker_keys)).blocks
    tables = [one for one in blocks if isinstance(one, Table)]
    wanted = [
        one for one in tables if one.caption == caption or (caption == EVERY and one.heads[0] == "Figure")
    ]
    assert wanted, caption
    return {row[0]: row[1:] for one in wanted for row in one.rows}


def test_what_is_large_enough_is_shown(taken: Any) -> None:
    found = taken(log(20, 10))
    told = rows(found, "First and repeat meetings, told in two ways")
    assert told["As marked"] == ("20 (66.7 %)", "10 (33.3 %)", "30", "0")
    assert told["As the days say"] == told["As marked"]
    assert rows(found, "Contacts by month")["February 2026"] == ("10", "33.3 %")
    assert list(rows(found, "Contacts by worker")) == [f"Worker {letter}" for letter in "ABCDE"]


def test_of_fewer_than_five_workers_nothing_is_told_apart(taken: Any) -> None:
    page = html(compose(taken(log(20, 10, workers=4)), NOON.date()))
    assert "fewer than five workers" in page
    assert "Worker A" not in page


def test_three_repeats_cannot_be_worked_out(taken: Any) -> None:
    found = taken(log(20, 3))
    shown = rows(found, EVERY)
    assert shown["Contacts"][0] == "23 contacts are in this extract."
    for hidden in (
        "First meetings, as marked",
        "Repeat meetings, as marked",
        "Contacts for each first meeting",
    ):
        assert shown[hidden][0] == "Too few people to show this figure.", hidden
        assert shown[hidden][1:3] == ("–", "–")
    told = rows(found, "First and repeat meetings, told in two ways")
    assert set(told["As marked"]) == {"too few to show"}
    assert set(rows(found, "Contacts by month").values()) == {("too few to show", "too few to show")}


def test_what_rests_on_a_hidden_figure_does_not_say_it(taken: Any) -> None:
    found = taken(log(20, 3))
    curtain = Curtain()
    by_id = {one.definition.id: one for one in found.figures}
    assert curtain.card(figure_card(by_id["contacts_per_first"], FigureKey("contacts_per_first"))).hidden
    assert not curtain.card(figure_card(by_id["contacts"], FigureKey("contacts"))).hidden


def test_a_workers_pseudonym_stays_with_the_extract(taken: Any) -> None:
    found = taken(log(40, 20))
    by_worker = found.by_worker
    assert by_worker is not None
    group = by_worker.groups[0]
    card = figure_card(by_worker, FigureKey("contacts", "worker", group.key))
    assert group.label in card.sentence
    assert Curtain(workers=found.worker_keys).card(card).sentence == "Contacts, Worker A: 12."
    page = html(compose(found, NOON.date()))
    assert group.key[:6] not in page


def test_few_contacts_have_no_tables(taken: Any) -> None:
    found = taken(log(3, 0))
    captions = [
        getattr(one, "caption", "") for one in figures(found, Curtain(workers=found.worker_keys)).blocks
    ]
    assert "Contacts by month" not in captions
    assert "Contacts by worker" not in captions


@pytest.mark.parametrize(("first", "whole", "share"), [(69, 341, "20.2"), (283, 332, "85.2")])
def test_shares_are_rounded_from_the_exact_fraction(taken: Any, first: int, whole: int, share: str) -> None:
    """A published table (BMJ Open 189780) prints 20.3 and 85.3 for these."""
    shown = rows(taken(log(first, whole - first)), EVERY)["First meetings, as marked"][0]
    assert shown == f"{first} of {whole} contacts were a first meeting ({share} %)."
