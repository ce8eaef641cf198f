"""The slow, obviously right twins of the record's figures: plain Python over rows, one line for each figure.

`rows(table)` are the rows of the days that are asked for; `undated(table)` those that have no day, where days are asked
for; `all_of(table)` every row, for what holds on the last day.
"""

import datetime as dt
import statistics
from collections.abc import Callable, Iterable
from fractions import Fraction
from typing import Any

from linkwork.evaluation.indicators.tests.twin import half_up, share
from linkwork.evaluation.indicators.tests.worlds import Row, World

Test = Callable[[Row], Any]
Told = tuple[Any, ...]
WEEK = dt.timedelta(weeks=1)


class RecordTwin:
    """The figures of a record. Each answers (value, numerator, denominator, missing)."""

    def __init__(
        self, world: World, taken: dt.date, since: dt.date | None = None, until: dt.date | None = None
    ) -> None:
        self.world, self.since, self.until = world, since, until
        self.last = min(until or taken, taken)
        self.asked = since is not None or until is not None
        self.cases = {row["case_id"]: row for row in world["cases"]}
        self.workers = {row["worker_id"]: row for row in world["workers"]}
        self.partners = {row["partner_id"]: row for row in world["partners"]}

    def of_case(self, column: str) -> Test:
        return lambda row: self.cases.get(row["case_id"], {}).get(column)

    def day_of(self, table: str, column: str) -> Test:
        begun = self.of_case("accepted_on")
        return begun if column == "case" else lambda row: row[column]

    def rows(self, table: str, column: str) -> list[Row]:
        day = self.day_of(table, column)
        return [row for row in self.world[table] if not self.asked or self.inside(day(row))]

    def undated(self, table: str, column: str) -> list[Row]:
        day = self.day_of(table, column)
        return [row for row in self.world[table] if self.asked and day(row) is None]

    def inside(self, day: dt.date | None) -> bool:
        after = self.since is None or (day is not None and day >= self.since)
        before = self.until is None or (day is not None and day <= self.until)
        return day is not None and after and before

    def had_begun(self, since: dt.date | None, until: dt.date | None = None) -> bool:
        return since is not None and since <= self.last and (until is None or until >= self.last)

    # the shapes

    def number(self, table: str, day: str, missing: Test | None = None) -> Told:
        found = self.rows(table, day)
        return half_up(Fraction(len(found)), 0), len(found), None, self.missing(table, day, missing)

    def people(self, table: str, day: str, column: str, missing: Test) -> Told:
        ids = {row[column] for row in self.rows(table, day)} - {None}
        return half_up(Fraction(len(ids)), 0), len(ids), None, self.missing(table, day, missing)

    def part(
        self, table: str, day: str, test: Test, whole: Test = lambda _row: True, missing: Test | None = None
    ) -> Told:
        among = [row for row in self.rows(table, day) if whole(row)]
        part = [row for row in among if test(row)]
        return share(len(part), len(among)), len(part), len(among), self.missing(table, day, missing)

    def missing(self, table: str, day: str, test: Test | None) -> int | None:
        if test is None:
            return None
        return len([row for row in self.rows(table, day) if test(row)]) + len(self.undated(table, day))

    def days(self, table: str, day: str, begin: str, end: str, whole: Test = lambda _row: True) -> Told:
        among = [row for row in self.rows(table, day) if whole(row)]
        known = [row for row in among if row[begin] and row[end] and row[begin] <= row[end]]
        spans = [(row[end] - row[begin]).days for row in known]
        return self.spread(spans, len(among) - len(known) + len(self.undated(table, day)))

    def spread(self, values: Iterable[int], missing: int | None) -> Told:
        found = sorted(values)
        if not found:
            return None, 0, 0, missing
        return half_up(Fraction(statistics.median(found)), 1), sum(found), len(found), missing

    def of_partners(self, ids: Iterable[str | None]) -> Told:
        there = {one for one, row in self.partners.items() if self.had_begun(row["since"])}
        part = there & set(ids)
        return share(len(part), len(there)), len(part), len(there), None
