"""Of one: what is said where a figure counts one, or is out of one. No plural stands by it."""

import datetime as dt
import re
from pathlib import Path

import pytest

from linkwork.core.ids import new_id
from linkwork.evaluation.indicators.reads.telling import Figure, told
from linkwork.evaluation.indicators.rules.scopes import Scope
from linkwork.evaluation.indicators.rules.values import Raw
from linkwork.extracts.reads import ExtractCard
from linkwork.instruments.indicators import Definition, Shape, definition, definitions
from linkwork.testing.cast import NOON

PLURAL = re.compile(
    r"\b1 (?:different |first )?(?!of\b|is\b|was\b|has\b)\w+s\b|\b1 (?:different )?people|\b1 of 7 \w+ were\b"
)


def figure(one: Definition, numerator: int, denominator: int) -> Figure:
    card = ExtractCard(new_id(), "x", NOON, "record", "p", "ab", {}, Path())
    spread = {numerator: denominator} if one.shape is Shape.SPREAD else {}
    return told(one, card, Raw(numerator, denominator, 1, spread), Scope(dt.date(2026, 3, 12)))


@pytest.mark.parametrize("numbers", [(1, 1), (1, 7), (0, 1)])
def test_no_plural_stands_by_one(numbers: tuple[int, int]) -> None:
    for one in definitions():
        found = figure(one, *numbers)
        for said in (found.sentence, found.denominator_words, found.missing_words):
            assert not PLURAL.search(said), f"{one.id}: {said}"


def test_out_of_one_and_out_of_many() -> None:
    efforts = definition("advocacy_won")
    assert figure(efforts, 1, 1).denominator_words == "of 1: efforts that were settled"
    assert figure(efforts, 1, 7).denominator_words == "of 7 efforts that were settled"
    assert PLURAL.search("of 1 efforts that were settled")
    assert not figure(efforts, 0, 0).sentence.startswith("0")


def test_what_is_out_of_few_is_marked_as_not_to_leave() -> None:
    efforts = definition("advocacy_won")
    assert [figure(efforts, 0, many).small for many in (1, 4, 5)] == [True, True, False]
