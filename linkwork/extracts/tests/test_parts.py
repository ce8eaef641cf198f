"""An extract of a period, a stage or a kind of place: what goes in, and that the tables still fit together."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from uuid import UUID

import pyarrow.parquet as parquet
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from linkwork.core.errors import Invalid
from linkwork.core.facts import Column, ColumnKind, FactTable
from linkwork.core.privacy import PrivacyClass
from linkwork.extracts import actions, gather, kept, reads
from linkwork.extracts.kept import kept_ids
from linkwork.extracts.rules import parts
from linkwork.extracts.rules.logs import LogContact, tables_of
from linkwork.extracts.rules.parts import Part, cuts_beginnings, part_from, tables_of_part, within_stage
from linkwork.extracts.spool import spooled
from linkwork.programmes import reads as programmes
from linkwork.testing.cast import NOON, Cast

MARCH = Part(dt.date(2026, 3, 1), dt.date(2026, 3, 31))
DAY = dt.date(2026, 3, 10)


def contact(line: int, person: str, day: dt.date, site: str = "home") -> LogContact:
    return LogContact(line, person, day, site_kind=site, topics=("rights",))


LOG = [
    contact(2, "P1", dt.date(2026, 2, 28)),
    contact(3, "P1", dt.date(2026, 3, 1)),
    contact(4, "P2", dt.date(2026, 3, 31), "venue"),
    contact(5, "P3", dt.date(2026, 4, 1)),
]


def taken(cast: Cast, part: Part) -> dict[str, list[dict[str, Any]]]:
    made = actions.take_log(contacts=LOG, by=cast.evaluator, at=NOON, part=part)
    card = reads.extract(cast.evaluator, made)
    assert reads.verify(cast.evaluator, made) == []
    assert not list(card.folder.glob("kept*"))
    return {name: parquet.read_table(card.folder / f"{name}.parquet").to_pylist() for name in card.rows}


def test_of_a_period_go_in_its_contacts_their_terms_and_their_cases(cast: Cast) -> None:
    found = taken(cast, MARCH)
    assert sorted(row["occurred_on"] for row in found["contacts"]) == [MARCH.since, MARCH.until]
    ids = {row["contact_id"] for row in found["contacts"]}
    assert {row["contact_id"] for row in found["contact_terms"]} == ids
    assert {row["case_id"] for row in found["cases"]} == {row["case_id"] for row in found["contacts"]}
    assert min(row["first_contact_on"] for row in found["cases"]) == dt.date(2026, 2, 28)  # it began before
    assert len(found["workers"]) == 7
    assert found["programme"]


def test_of_a_kind_of_place(cast: Cast) -> None:
    found = taken(cast, Part(site_kind="venue"))
    assert [row["site_kind"] for row in found["contacts"]] == ["venue"]
    assert len(found["cases"]) == len(found["contact_terms"]) == 1


def test_of_a_stage(cast: Cast) -> None:
    [first, second] = [one.starts_on for one in programmes.stage_spans(cast.evaluator)]
    part = gather.part_asked_for(cast.evaluator, Part(stage="initiation"))
    assert (part.since, part.until) == (first, second - dt.timedelta(days=1))
    found = taken(cast, Part(stage="initiation"))
    inside = [one for one in LOG if first <= one.occurred_on < second]
    assert len(found["contacts"]) == len(inside)


@pytest.mark.parametrize(
    ("part", "field"),
    [
        (Part(dt.date(2026, 3, 2), dt.date(2026, 3, 1)), "until"),
        (Part(stage="maintenance"), "stage"),
        (Part(site_kind="the moon"), "site_kind"),
    ],
)
def test_what_cannot_be_cut_out_is_refused(cast: Cast, part: Part, field: str) -> None:
    with pytest.raises(Invalid) as refused:
        actions.take_extract(by=cast.evaluator, at=NOON, part=part)
    assert set(refused.value.errors) == {field}
    assert reads.extracts(cast.evaluator) == []


def test_the_manifest_and_the_list_say_what_it_was_cut_to(cast: Cast) -> None:
    made = actions.take_extract(by=cast.evaluator, at=NOON, part=MARCH)
    card = reads.extract(cast.evaluator, made)
    said = {"since": "2026-03-01", "until": "2026-03-31"}
    assert reads.manifest(cast.evaluator, made)["part"] == card.part == said
    assert part_from(said) == MARCH
    assert cuts_beginnings(MARCH)
    assert not cuts_beginnings(Part(until=DAY))
    assert "interactions" in card.rows
    at_home = actions.take_extract(by=cast.evaluator, at=NOON, part=Part(site_kind="home"))
    assert (
        "interactions" not in reads.extract(cast.evaluator, at_home).rows
    )  # meetings with partners know no home


def test_every_table_of_the_record_can_be_cut() -> None:
    tables = gather.record_tables()
    names = {table.name for table in tables}
    columns = {table.name: {one.name for one in table.columns} for table in tables}
    assert names == {*parts.DAYS, *parts.SPANS, *parts.FOLLOWS, *parts.ALWAYS}
    for name, wanted in [
        *((n, {d}) for n, d in parts.DAYS.items()),
        *((n, {*d}) for n, d in parts.SPANS.items()),
    ]:
        assert wanted <= columns[name], name
    assert len({*parts.DAYS}) + len(parts.SPANS) + len(parts.FOLLOWS) + len(parts.ALWAYS) == len(names)
    with pytest.raises(LookupError, match="weather"):
        tables_of_part([FactTable("weather", (), lambda _: iter(()))], MARCH, Memory())


class Memory:
    """The ids in memory: what `KeptIds` does, done simply."""

    def __init__(self) -> None:
        self.ids: set[tuple[str, object]] = set()

    def add(self, table: str, ids: Any) -> None:
        self.ids.update((table, one) for one in ids)

    def has(self, table: str, row_id: object) -> bool:
        return (table, row_id) in self.ids


def made_up(name: str, columns: dict[str, ColumnKind], *rows: tuple[object, ...]) -> FactTable:
    def stream(_programme: UUID) -> Iterator[tuple[object, ...]]:
        yield from rows

    ids = dict.fromkeys([ColumnKind.ID], PrivacyClass.PSEUDONYM)
    built = [
        Column(n, kind, ids.get(kind, PrivacyClass.PERSONAL), "for this test") for n, kind in columns.items()
    ]
    return FactTable(name, tuple(built), stream)


def test_what_lasts_goes_in_where_it_overlaps_and_what_has_no_day_stays_outside() -> None:
    day, id_ = ColumnKind.DAY, ColumnKind.ID
    early, late = dt.date(2026, 1, 1), dt.date(2026, 5, 1)
    spans = made_up(
        "workers", {"worker_id": id_, "since": day, "until": day},
        ("a", early, early), ("b", early, None), ("c", late, None), ("d", None, DAY), ("e", None, None),
    )  # fmt: skip
    undated = made_up("needs", {"need_id": id_, "raised_on": day}, ("x", None), ("y", DAY))
    cut = {table.name: table for table in tables_of_part([spans, undated], MARCH, Memory())}
    assert [row[0] for row in cut["workers"].rows(UUID(int=1))] == ["b", "d", "e"]
    assert [row[0] for row in cut["needs"].rows(UUID(int=1))] == ["y"]
    [whole] = tables_of_part([undated], Part(site_kind="home"), Memory()) or [None]
    assert whole is None  # needs without a case know no place


def test_at_a_place_what_belongs_to_its_cases_comes_along() -> None:
    day, id_, text = ColumnKind.DAY, ColumnKind.ID, ColumnKind.TEXT
    met = made_up(
        "contacts", {"contact_id": id_, "case_id": id_, "occurred_on": day, "site_kind": text},
        ("k1", "c1", DAY, "home"), ("k2", "c2", DAY, "venue"), ("k3", None, DAY, "home"),
    )  # fmt: skip
    needs = made_up(
        "needs", {"need_id": id_, "case_id": id_, "raised_on": day},
        ("n1", "c1", None), ("n2", "c2", DAY), ("n3", None, DAY),
    )  # fmt: skip
    cases = made_up("cases", {"case_id": id_}, ("c1",), ("c2",))
    cut = tables_of_part([cases, needs, met], Part(site_kind="home"), Memory())
    assert [table.name for table in cut] == ["contacts", "needs", "cases"]
    rows = {table.name: [row[0] for row in table.rows(UUID(int=1))] for table in cut}
    assert rows == {"contacts": ["k1", "k3"], "needs": ["n1"], "cases": ["c1"]}


DAYS = st.dates(dt.date(2026, 2, 25), dt.date(2026, 4, 5))
ROWS = st.lists(st.tuples(st.sampled_from("abc"), DAYS, st.sampled_from(["home", "venue"])), max_size=12)


@settings(deadline=None, max_examples=30)
@given(ROWS, st.one_of(st.none(), DAYS), st.one_of(st.none(), DAYS), st.sampled_from(["", "home"]))
def test_a_part_is_what_its_plain_meaning_says(rows, since, until, site) -> None:
    log = [contact(n, person, day, kind) for n, (person, day, kind) in enumerate(rows)]
    inside = [
        one for one in log
        if (since is None or one.occurred_on >= since) and (until is None or one.occurred_on <= until)
        and site in ("", one.site_kind)
    ]  # fmt: skip
    with spooled(log) as spool:
        tables = tables_of_part(tables_of(spool), Part(since, until, "", site), Memory())
        cut = {table.name: list(table.rows(UUID(int=1))) for table in tables}
    assert [row[0] for row in cut["contacts"]] == [f"line {one.line}" for one in inside]
    assert {row[0] for row in cut["contact_terms"]} == {f"line {one.line}" for one in inside}
    assert {row[0] for row in cut["cases"]} == {one.person for one in inside}


def test_ids_are_remembered_on_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept, "AT_ONCE", 10)
    with kept_ids(tmp_path) as memory:
        for number in range(25):
            memory.add("cases", [UUID(int=number)])
        memory.add("contacts", ["line 2"])
        assert len(memory._waiting) < 10
        assert all(memory.has("cases", UUID(int=number)) for number in range(25))
        assert not memory.has("contacts", UUID(int=3))
        assert memory.has("contacts", "line 2")
        assert not memory.has("contacts", "line 3")
        assert not memory.has("cases", None)
    assert list(tmp_path.iterdir()) == []


def test_the_days_of_a_stage() -> None:
    starts = [("operation", DAY), ("initiation", dt.date(2026, 1, 1))]
    first = within_stage(Part(stage="initiation", until=dt.date(2026, 2, 1)), starts)
    assert (first.since, first.until) == (dt.date(2026, 1, 1), dt.date(2026, 2, 1))
    last = within_stage(Part(stage="operation"), starts)
    assert (last.since, last.until) == (DAY, None)
    with pytest.raises(LookupError):
        within_stage(Part(stage="maintenance"), starts)
