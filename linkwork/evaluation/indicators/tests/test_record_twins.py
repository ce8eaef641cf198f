"""Every figure of the record equals its slow twin on invented records, whole, of a period, and in each group."""

import datetime as dt
from typing import Any

import pytest

from linkwork.evaluation.indicators.asking import count, count_both
from linkwork.evaluation.indicators.rules.scopes import Scope
from linkwork.evaluation.indicators.rules.values import measured
from linkwork.evaluation.indicators.tests.conftest import Bench
from linkwork.evaluation.indicators.tests.record_figures import all_of
from linkwork.evaluation.indicators.tests.record_twin import RecordTwin
from linkwork.evaluation.indicators.tests.worlds import TABLES, TAKEN, Row, World, world
from linkwork.instruments import indicators
from linkwork.instruments.indicators import DAYS as DAY_OF
from linkwork.instruments.indicators import Grouping

FIGURES = [one for one in indicators.definitions() if one.id in all_of(RecordTwin(world(0), TAKEN))]
DAYS: list[tuple[dt.date | None, dt.date | None]] = [
    (None, None),
    (dt.date(2026, 2, 1), None),
    (None, dt.date(2026, 4, 30)),
    (dt.date(2026, 2, 1), dt.date(2026, 4, 30)),
    (None, dt.date(2027, 1, 1)),
]


def as_tuple(shape: str, raw: Any) -> tuple[Any, ...]:
    found = measured(shape, raw)
    return found.value, found.numerator, found.denominator, found.missing


@pytest.mark.parametrize("days", DAYS)
def test_each_figure_of_the_record_equals_its_twin(
    bench: Bench, days: tuple[dt.date | None, dt.date | None]
) -> None:
    for seed in (0, 1):
        made = world(seed)
        counted = count(bench.with_rows(made), FIGURES, Scope(TAKEN, *days))
        slow = all_of(RecordTwin(made, TAKEN, *days))
        for one in FIGURES:
            assert as_tuple(one.shape, counted[one.id][""]) == slow[one.id], (one.id, seed)


def test_every_definition_uses_columns_the_record_has() -> None:
    there = {(name, one.name) for name, table in TABLES.items() for one in table.columns}
    for one in indicators.definitions():
        assert one.columns <= there, one.id


OWN_DAY = {
    "days_to_partner_answer",
    "days_to_start",
    "plans_made",
}  # these stand on another day than their table
PLAIN = {
    Grouping.WORKER: "worker_id",
    Grouping.LEVEL: "level",
    Grouping.CHANGED: "what",
    Grouping.PRACTICE: "practice",
    Grouping.CONNECTION: "kind",
    Grouping.FACTOR: "kind",
}
CASES = {Grouping.LANGUAGE: "language", Grouping.AGE: "age_band", Grouping.SOURCE: "source"}
NEEDS = {"connections": "need_term", "advocacy": "need"}


def key_of(by: Grouping, table: str, row: Row, made: World) -> str:
    """The group a row is in, as a person would tell it."""
    case = next((one for one in made["cases"] if one["case_id"] == row.get("case_id")), {})
    if by in (Grouping.MONTH, Grouping.STAGE):
        name = DAY_OF[table]
        day = case.get("accepted_on") if name.startswith("cases.") else row[name]
        begun = [one["stage"] for one in made["stages"] if day and one["starts_on"] <= day]
        return (day.isoformat()[:7] if day else "") if by is Grouping.MONTH else (begun or [""])[-1]
    if by is Grouping.CHILD_AGE:
        months = row["age_months"]
        return "" if months is None else str(max(year for year in (0, 1, 3, 6) if year * 12 <= months))
    if by is Grouping.SECTOR:
        return (
            next((one["sector"] for one in made["partners"] if one["partner_id"] == row["partner_id"]), "")
            or ""
        )
    if by is Grouping.NEED:
        return row[NEEDS.get(table, "term")] or ""
    if by in CASES:
        own = (
            row.get(CASES[by])
            if table in ("contacts", "anonymous_contacts", "referrals")
            else case.get(CASES[by])
        )
        return own or ""
    return row[PLAIN[by]] or ""


@pytest.mark.parametrize(
    "by", [Grouping.MONTH, Grouping.STAGE, Grouping.NEED, Grouping.SECTOR, Grouping.CHILD_AGE, *PLAIN, *CASES]
)
def test_each_group_of_the_record_equals_its_twin(bench: Bench, by: Grouping) -> None:
    made = world(5, 15)
    known = [one for one in FIGURES if by in one.grouping and one.id not in OWN_DAY]
    counted = count(bench.with_rows(made), known, Scope(TAKEN, by=by))
    assert known
    for one in known:
        tables = {count.table for count in one.counts}
        keys = {key_of(by, table, row, made) for table in tables for row in made[table]}
        assert set(counted[one.id]) <= keys | {""}
        for key in counted[one.id]:
            part = made | {
                table: [row for row in made[table] if key_of(by, table, row, made) == key] for table in tables
            }
            twin = RecordTwin(part, TAKEN)
            twin.cases = {row["case_id"]: row for row in made["cases"]}
            assert as_tuple(one.shape, counted[one.id][key]) == all_of(twin)[one.id], (one.id, key)


@pytest.mark.parametrize("since", [None, dt.date(2026, 2, 1)])
def test_figures_counted_together_are_what_they_are_apart(bench: Bench, since: dt.date | None) -> None:
    engine, scope = bench.with_rows(world(5, 15)), Scope(TAKEN, since, by=Grouping.MONTH)
    whole, parts = count_both(engine, FIGURES, scope)
    assert whole == count(engine, FIGURES, scope.whole)
    assert parts == count(engine, [one for one in FIGURES if Grouping.MONTH in one.grouping], scope)
