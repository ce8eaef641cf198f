"""Scoring: the vectors of the sources, a slow twin, and what must hold for every answering."""

import json
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from linkwork.instruments import measures, scoring
from linkwork.instruments.measures import Measure
from linkwork.instruments.measures.shapes import Better, FlagKind, ScoreRule

pytestmark = pytest.mark.rules
BUSY = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])  # a machine may be busy

SHIPPED = [one for one in measures.measures() if one.ships]
VECTORS = [
    pytest.param(one, vector, id=f"{one.id}: {vector['source']}")
    for one in SHIPPED
    for vector in json.loads((measures.FOLDER / f"{one.id}.json").read_text("utf-8"))["vectors"]
]


@pytest.mark.parametrize(("measure", "vector"), VECTORS)
def test_the_sources_vectors(measure: Measure, vector: dict[str, Any]) -> None:
    answers = {item.id: value for item, value in zip(measure.items, vector["answers"], strict=True)}
    for one in scoring.score(measure, answers).scores:
        assert [one.value, one.band] == [Decimal(vector["scores"][one.id][0]), vector["scores"][one.id][1]]


def test_each_measure_has_vectors_for_each_band() -> None:
    for measure in SHIPPED:
        vectors = json.loads((measures.FOLDER / f"{measure.id}.json").read_text("utf-8"))["vectors"]
        for rule in measure.scores:
            if measure.id == "loneliness-direct":
                continue  # its bands are its answers
            shown = {vector["scores"][rule.id][1] for vector in vectors}
            assert {band.code for band in rule.bands} <= shown, (measure.id, rule.id)


@st.composite
def answered(draw: st.DrawFn) -> tuple[Measure, dict[str, int]]:
    measure = draw(st.sampled_from(SHIPPED))
    answers = {
        item.id: draw(st.sampled_from(measure.scores_of(item.id)))
        for item in measure.items
        if draw(st.booleans())
    }
    return measure, answers


def slow_twin(rule: ScoreRule, answers: dict[str, int]) -> tuple[int | None, str]:
    """One question after the other; bands by trying each."""
    total, gaps = 0, 0
    for item in rule.items:
        if item in answers:
            total += answers[item]
        else:
            gaps += 1
    if gaps:
        return None, ""
    for band in rule.bands:
        if band.low <= total <= band.high:
            return total, band.code
    return total, ""


@BUSY
@given(answered())
def test_it_equals_its_slow_twin(case: tuple[Measure, dict[str, int]]) -> None:
    measure, answers = case
    for rule, one in zip(measure.scores, scoring.score(measure, answers).scores, strict=True):
        assert (one.value, one.band) == slow_twin(rule, answers)
        assert one.answered + one.missing == len(rule.items)
        assert one.value is None or rule.lowest <= one.value <= rule.highest


@BUSY
@given(answered(), st.data())
def test_a_higher_answer_never_lowers_a_score(
    case: tuple[Measure, dict[str, int]], data: st.DataObject
) -> None:
    measure, _some = case
    answers = {item.id: data.draw(st.sampled_from(measure.scores_of(item.id))) for item in measure.items}
    item = data.draw(st.sampled_from([item.id for item in measure.items]))
    higher = answers | {item: max(measure.scores_of(item))}
    before, after = scoring.score(measure, answers), scoring.score(measure, higher)
    for low, high in zip(before.scores, after.scores, strict=True):
        assert low.value is not None
        assert high.value is not None
        assert low.value <= high.value


def rule(**changes: Any) -> ScoreRule:
    values: dict[str, Any] = {
        "id": "total", "label": "Total", "items": ("1", "2", "3"), "lowest": Decimal(0), "highest": Decimal(9),
        "better": Better.LOWER, "may_miss": 1, "multiply": 1, "add": 0, "table": {}, "bands": (), "bands_source": "",
        "reliable": None,
    }  # fmt: skip
    return ScoreRule(**(values | changes))


@pytest.mark.parametrize(
    ("answers", "value"),
    [
        ({"1": 1, "2": 2, "3": 3}, 6),
        ({"1": 1, "2": 2}, 5),
        ({"1": 0, "2": 1}, 2),
        ({"1": 3}, None),
        ({}, None),
    ],
)
def test_the_mean_of_the_others_stands_in_where_the_source_allows(
    answers: dict[str, int], value: int | None
) -> None:
    assert scoring._one(rule(), answers).value == value


def test_a_table_converts_the_sum() -> None:
    made = rule(table={0: Decimal("7.0"), 1: Decimal("9.51")}, items=("1",), may_miss=0)
    assert scoring._one(made, {"1": 1}).value == Decimal("9.51")
    with pytest.raises(ValueError, match="no value for 2"):
        scoring._one(made, {"1": 2})


@pytest.mark.parametrize(("answer", "flags"), [(0, []), (1, ["9"]), (3, ["9"])])
def test_item_nine_asks_for_a_talk_about_safety(answer: int, flags: list[str]) -> None:
    found = scoring.score(measures.measure("phq-9"), {"9": answer}).flags
    assert [one.item for one in found] == flags
    assert all(one.kind is FlagKind.SAFEGUARDING for one in found)


def test_an_answer_that_is_not_offered_is_named() -> None:
    phq = measures.measure("phq-9")
    assert scoring.faults(phq, {"1": 4, "10": 1, "2": True, "3": 0}) == {
        "1": "not_offered",
        "10": "unknown",
        "2": "not_offered",
    }
    with pytest.raises(ValueError, match="no such answers: 1"):
        scoring.score(phq, {"1": 4})
