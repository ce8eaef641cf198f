"""How exactly days leave: kept to the month, or moved with their person; and nothing that gives them away."""

import datetime as dt
from collections.abc import Iterator
from itertools import pairwise
from typing import Any
from uuid import UUID

import pyarrow.parquet as parquet
import pytest
from django.db import IntegrityError, transaction
from hypothesis import given
from hypothesis import strategies as st

from linkwork.core.days import Days
from linkwork.core.facts import Column, ColumnKind, FactTable
from linkwork.core.privacy import PrivacyClass
from linkwork.extracts import actions, gather, models, reads
from linkwork.extracts.rules.days import WEEKS, Lost, days_of, lost, moved, to_month, weeks_back
from linkwork.extracts.rules.logs import LogContact
from linkwork.testing.cast import NOON, Cast

ID, DAY = ColumnKind.ID, ColumnKind.DAY
PERSONAL, PSEUDONYM, PROGRAMME = PrivacyClass.PERSONAL, PrivacyClass.PSEUDONYM, PrivacyClass.PROGRAMME
START = dt.date(2026, 3, 10)


def log(people: int = 30) -> list[LogContact]:
    """Each person is met on three days, 3 and 40 days apart."""
    days = (0, 3, 43)
    return [
        LogContact(3 * n + turn + 2, f"P{n}", START - dt.timedelta(days=n) + dt.timedelta(days=-43 + gap))
        for n in range(people)
        for turn, gap in enumerate(days)
    ]


def contacts(cast: Cast, days: Days, **more: Any) -> list[dict[str, object]]:
    made = actions.take_log(contacts=log(), by=cast.evaluator, at=NOON, days=days, **more)
    found: list[dict[str, object]] = parquet.read_table(
        reads.table_path(cast.evaluator, made, "contacts")
    ).to_pylist()
    return found


def days_by_person(rows: list[dict[str, object]]) -> dict[object, list[dt.date]]:
    found: dict[object, list[dt.date]] = {}
    for row in rows:
        found.setdefault(row["person_id"], []).append(row["occurred_on"])  # type: ignore[arg-type]
    return {person: sorted(days) for person, days in found.items()}


def test_days_kept_to_the_month_are_the_first_of_it(cast: Cast) -> None:
    rows = contacts(cast, Days.MONTH)
    assert {row["occurred_on"].day for row in rows} == {1}  # type: ignore[attr-defined]
    assert [row["contact_id"] for row in rows] == sorted(row["contact_id"] for row in rows)  # type: ignore[type-var]


def test_shifted_days_keep_what_lies_between_and_the_day_of_the_week(cast: Cast) -> None:
    exact, shifted = contacts(cast, Days.EXACT), contacts(cast, Days.SHIFTED)
    people = days_by_person(shifted)
    assert len(people) == 30
    for days in people.values():
        assert [(after - before).days for before, after in pairwise(days)] == [3, 40]
    known = {day for row in exact if isinstance(day := row["occurred_on"], dt.date)}
    assert {row["occurred_on"] for row in shifted} - known  # they did move
    assert [row["contact_id"] for row in shifted] == sorted(row["contact_id"] for row in shifted)  # type: ignore[type-var]


def test_who_has_the_exact_days_cannot_join_them_to_the_others(cast: Cast) -> None:
    people = [{row["person_id"] for row in contacts(cast, days)} for days in Days]
    assert not people[0] & people[1] | people[0] & people[2] | people[1] & people[2]
    again = {row["person_id"] for row in contacts(cast, Days.SHIFTED)}
    assert again == people[2]
    assert not again & {row["person_id"] for row in contacts(cast, Days.SHIFTED, study_key="thesis")}


def test_the_manifest_says_how_exact_the_days_are(cast: Cast) -> None:
    made = actions.take_extract(by=cast.evaluator, at=NOON, days=Days.SHIFTED)
    said = reads.manifest(cast.evaluator, made)
    columns = {(table["name"], one["name"]): one for table in said["tables"] for one in table["columns"]}
    assert said["days"] == reads.extract(cast.evaluator, made).days == "shifted"
    assert columns["contacts", "occurred_on"]["days"] == "shifted"
    assert columns["anonymous_contacts", "occurred_on"]["days"] == "month"  # nobody is known there
    assert columns["sessions", "occurred_on"]["days"] == "exact"
    assert columns["contacts", "session_id"]["empty"] == "it leads to an exact day"
    assert columns["contacts", "mode"]["days"] == ""
    assert reads.verify(cast.evaluator, made) == []
    with pytest.raises(IntegrityError), transaction.atomic():
        models.Extract.objects.filter(id=made).update(days="roughly")


def test_no_id_of_a_person_s_row_leads_to_an_exact_day() -> None:
    tables = gather.record_tables()
    keys = {table.columns[0].name: table for table in tables if _says_day(table) and table.name != "workers"}
    for table in tables:
        if not any(one.kind is DAY and one.privacy is PERSONAL for one in table.columns):
            continue
        for column in [one for one in table.columns[1:] if one.kind is ID]:
            assert column.tells_day == (column.name in keys), f"{table.name}.{column.name}"


def _says_day(table: FactTable) -> bool:
    return any(days_of(table, one, Days.SHIFTED) is Days.EXACT for one in table.columns)


def test_every_day_about_a_person_moves_with_the_person() -> None:
    """Where a table about a case lacks the person its days could only be kept to the month."""
    for table in gather.record_tables():
        names = [one.name for one in table.columns]
        if "case_id" in names and any(one.kind is DAY for one in table.columns):
            assert "person_id" in names, table.name


def test_ids_that_lead_to_a_day_and_days_of_nobody_stay_behind(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    columns = (
        Column("visit_id", ID, PSEUDONYM, "for this test"),
        Column("person_id", ID, PSEUDONYM, "for this test"),
        Column("group_id", ID, PSEUDONYM, "for this test", tells_day=True),
        Column("met_on", DAY, PERSONAL, "for this test"),
        Column("noted_on", DAY, PROGRAMME, "for this test", days=Days.MONTH),
        Column("born_on", DAY, PERSONAL, "for this test"),
    )

    def rows(_programme: UUID) -> Iterator[tuple[object, ...]]:
        yield UUID(int=1), UUID(int=7), UUID(int=9), START, START, START
        yield UUID(int=2), None, UUID(int=9), START, None, None

    table = FactTable("visits", columns, rows)
    monkeypatch.setattr(gather, "_tables_of", lambda room: (table,) if room == "casework" else ())
    for days in Days:
        made = actions.take_extract(by=cast.evaluator, at=NOON, days=days)
        found = parquet.read_table(reads.table_path(cast.evaluator, made, "visits")).to_pylist()
        with_person, without = sorted(found, key=lambda row: row["person_id"] is None)
        assert with_person["noted_on"] == dt.date(2026, 3, 1)  # as the column declares, in every extract
        assert with_person["born_year"] == 2026
        assert (with_person["group_id"] is None) == (days is not Days.EXACT)
        assert without["met_on"] == {Days.EXACT: START, Days.MONTH: dt.date(2026, 3, 1)}.get(days)


@pytest.mark.rules
@pytest.mark.parametrize(
    ("more", "words"),
    [
        ({"kind": ColumnKind.TEXT, "days": Days.MONTH}, "is no day"),
        ({"kind": DAY, "days": Days.EXACT}, "the extract decides"),
        ({"kind": DAY, "tells_day": True}, "is no id"),
    ],
)
def test_declarations_that_make_no_sense_are_refused(more, words) -> None:
    with pytest.raises(ValueError, match=words):
        Column("x", privacy=PERSONAL, why="for this test", **more)


@pytest.mark.rules
@given(st.binary(min_size=32, max_size=32), st.uuids(), st.dates(dt.date(2000, 1, 1), dt.date(2030, 1, 1)))
def test_a_shift_is_of_whole_weeks_and_the_same_each_time(key, person, day) -> None:
    weeks = weeks_back(key, person)
    assert 1 <= weeks <= WEEKS
    assert weeks == weeks_back(key, person)
    [after] = moved([day], [weeks])
    assert after is not None
    assert after.weekday() == day.weekday()
    assert after < day
    assert to_month(day) == dt.date(day.year, day.month, 1)


@pytest.mark.rules
def test_what_is_lost() -> None:
    assert lost("exact", cut=False) == frozenset()
    assert lost("month", cut=False) == {Lost.ORDER, Lost.WITHIN_MONTH}
    assert lost("shifted", cut=True) == {Lost.CALENDAR, Lost.WITHIN_MONTH, Lost.BEGINNING}
    assert to_month(None) is None
    assert moved([None, START], [3, None]) == [None, None]
