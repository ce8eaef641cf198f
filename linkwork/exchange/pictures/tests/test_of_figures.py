"""Figures drawn: the funnel's steps, months under stages, what a run's rules say, codes by stage."""

import datetime as dt
from decimal import Decimal
from pathlib import Path
from uuid import uuid4

import pytest

from linkwork.evaluation.coding.reads import CodeTable, TableCell, TableLine
from linkwork.evaluation.coding.rules.tables.asked import Across, Asked
from linkwork.evaluation.indicators.reads import Figure, GroupValue
from linkwork.evaluation.indicators.rules.runs import run_of
from linkwork.exchange.pictures.of_figures import (
    codes_by_stage,
    funnel_picture,
    months_picture,
    run_picture,
    run_sentences,
)
from linkwork.exchange.pictures.of_figures.calendar import place_of, row_of
from linkwork.extracts.reads import ExtractCard
from linkwork.instruments.indicators import definition
from linkwork.programmes.rules import Stage, StageSpan

NOON = dt.datetime(2026, 3, 12, 12, tzinfo=dt.UTC)
CARD = ExtractCard(uuid4(), "x", NOON, "record", "k", "ab" * 32, {}, Path())


def figure(name: str, part: int, whole: int | None = None, **more: object) -> Figure:
    one = definition(name)
    value = Decimal(part) if whole is None else Decimal(100 * part) / whole
    given: dict[str, object] = {"groups": (), "sentence": f"{part} said", "missing": 0} | more
    return Figure(one, value, one.unit, part, whole, extract=CARD, **given)  # type: ignore[arg-type]


def group(key: str, value: int | None) -> GroupValue:
    known = None if value is None else Decimal(value)
    return GroupValue(key, key, known, value, None, 0, value is None)


def test_the_funnel_tells_its_steps_in_order_and_hides_the_small() -> None:
    figures = [
        figure("funnel_attended", 40, 100, missing=7),
        figure("funnel_referred", 130),
        figure("funnel_accepted", 100),
        figure("funnel_outcome", 3, 100, small=True),
    ]
    found = funnel_picture(figures)
    assert found is not None
    assert [row[:2] for row in found.chart.table_rows] == [
        ("Referred", "130"),
        ("Accepted: a case was opened", "100"),
        ("Started: known to have gone", "40"),
        ("Outcome known", "few, hidden"),
    ]
    assert "never counted as having gone" in found.notes[0]
    assert ">3<" not in found.chart.svg
    assert "3 said" not in found.chart.description
    assert "7 missing" in str(found.chart.table_rows[2][3])
    assert funnel_picture(figures[:1]) is None


def test_a_month_without_anything_is_nought_for_a_count_and_stages_are_to_scale() -> None:
    one = figure("contacts", 60, groups=(group("2026-01", 20), group("2026-03", 40), group("", 1)))
    spans = [
        StageSpan(Stage("initiation"), dt.date(2025, 6, 1)),
        StageSpan(Stage("operation"), dt.date(2026, 2, 15)),
    ]
    found = months_picture(one, spans)
    assert found is not None
    assert found.chart.table_rows == (
        ("1/26", "Initiation", "20"),
        ("2/26", "Operation", "0"),
        ("3/26", "Operation", "40"),
    )
    assert months_picture(figure("contacts", 0), spans) is None
    months = row_of([dt.date(2025, 12, 1), dt.date(2026, 2, 1)])
    assert len(months) == 3
    assert place_of(dt.date(2026, 2, 15), months) == 2.5


def test_runs_are_said_in_words() -> None:
    months = [f"month {n}" for n in range(20)]
    one = figure("first_share", 1, 2)
    low_then_high = run_sentences(one, run_of([*range(1, 11), *range(21, 31)]), months)
    assert low_then_high[1].endswith("from month 0 to month 9 10 months in a row lie below the median.")
    assert "lie above" in low_then_high[2]
    assert "goes up 20 months" in low_then_high[3]
    assert "more seldom" in low_then_high[4]
    falling = run_sentences(one, run_of([9, 8, 7, 6, 5]), months)
    assert "goes down 5 months" in falling[1]
    to_and_fro = run_sentences(one, run_of([1, 9] * 8), months)
    assert "more often than chance" in to_and_fro[1]
    assert "may be chance" in run_sentences(one, run_of([1, 2, 1]), months)[1]


def test_too_few_months_are_no_run() -> None:
    groups = (group("2025-01", 20), group("2025-02", None), group("2025-03", 40))
    assert run_picture(figure("first_share", 1, 2, groups=groups)) is None
    drawn = run_picture(figure("contacts", 60, groups=(*groups, group("2025-05", 5))))
    assert drawn is not None
    assert [row[1] for row in drawn.chart.table_rows] == ["20", "few, hidden", "40", "0", "5"]


@pytest.mark.parametrize("allowed", [(), ("npt:a",)])
def test_codes_stand_by_stage(allowed: tuple[str, ...]) -> None:
    rows = (TableLine("npt:a", "Coherence", 5), TableLine("npt:b", "Appraisal", 2))
    columns = (TableLine("operation", "", 3), TableLine("", "", 1))
    cells = {("npt:a", "operation"): TableCell(5, tuple), ("npt:b", ""): TableCell(2, tuple)}
    table = CodeTable(Asked(across=Across.STAGE), rows, columns, cells, 7, 4)
    found = codes_by_stage(table, "Constructs by stage", allowed)
    assert found is not None
    assert found.chart.columns == ("Construct", "Operation", "Not stated")
    assert found.chart.table_rows[0] == ("Coherence", 5, 0)
    assert len(found.chart.table_rows) == 2 - len(allowed)
    assert codes_by_stage(CodeTable(table.asked, (), (), {}, 0, 0), "x") is None
