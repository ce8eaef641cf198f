"""What a definition of a figure consists of. The words of a count are explained in the package."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any


class Shape(StrEnum):
    """What kind of figure it is."""

    COUNT = "count"  # a number
    SHARE = "share"  # numerator of denominator, in percent
    RATIO = "ratio"  # numerator for each of the denominator
    SPREAD = "spread"  # median, quartiles and largest over people, contacts or days


class Grouping(StrEnum):
    """By what a figure may be broken down."""

    WORKER = "worker"
    MONTH = "month"
    MODE = "mode"
    SITE = "site"
    SITE_KIND = "site_kind"
    LANGUAGE = "language"
    AGE = "age"
    CHILD_AGE = "child_age"
    TOPIC = "topic"
    SUPPORT = "support"
    NEED = "need"
    SOURCE = "source"
    CONNECTION = "connection"
    SECTOR = "sector"
    PRACTICE = "practice"
    LEVEL = "level"
    FACTOR = "factor"
    CHANGED = "changed"
    SUPERVISION = "supervision"
    TRAINING = "training"
    STAGE = "stage"
    MEASURE = "measure"


# The column by which a row of each table stands in a period, a month and a stage. Other tables stand in none.
DAYS: Mapping[str, str] = {
    "activity_sessions": "held_on",
    "adaptations": "made_on",
    "advocacy": "opened_on",
    "advocacy_attempts": "made_on",
    "anonymous_contacts": "occurred_on",
    "appointments": "starts_on",
    "cases": "accepted_on",
    "changes": "noted_on",
    "children": "cases.accepted_on",
    "connections": "cases.accepted_on",
    "contacts": "occurred_on",
    "factors": "noted_on",
    "feedback": "said_on",
    "goals": "set_on",
    "interactions": "occurred_on",
    "measure_pairs": "first_on",
    "meetings": "held_on",
    "mentoring_times": "held_on",
    "needs": "raised_on",
    "plan_actions": "set_on",
    "presences": "started_on",
    "proposals": "proposed_on",
    "referrals": "received_on",
    "relationship_ratings": "rated_on",
    "role_clarity": "said_on",
    "sessions": "occurred_on",
    "supervisions": "held_on",
    "trainings": "held_on",
    "visits": "planned_for",
}
# The id by which another table's columns are looked up.
KEYS: Mapping[str, str] = {
    "cases": "case_id",
    "partners": "partner_id",
    "workers": "worker_id",
}
# The id that is another one in each row of its table: what is told of each of these is told of each row.
OWN: Mapping[str, str] = {
    "cases": "case_id",
    "connections": "connection_id",
    "contacts": "contact_id",
    "proposals": "proposal_id",
    "referrals": "referral_id",
    "supervisions": "supervision_id",
}
DERIVED = {"derived_first", "first_agrees"}  # columns every contact has, whatever the file says


@dataclass(frozen=True)
class Count:
    """One thing that is counted, and what it is called in words ("contacts marked as a first meeting")."""

    words: str
    table: str
    count: str = "rows"
    column: str = ""
    where: tuple[Mapping[str, Any], ...] = ()
    per: str = ""
    sum: str = ""
    days_between: tuple[str, str] | None = None
    day: str | None = None

    @property
    def stands_on(self) -> str:
        """The column by which its rows stand in a period; empty for none."""
        return DAYS.get(self.table, "") if self.day is None else self.day

    @property
    def is_own(self) -> bool:
        """Whether each row is one of the things that are told of."""
        return bool(self.per) and OWN.get(self.table) == self.per

    @property
    def names(self) -> frozenset[str]:
        """Every column it names; not the day, which an older extract may lack."""
        named = {self.column, self.per, self.sum, *(self.days_between or ())}
        named |= {name for test in flat(self.where) for name in _named(test)}
        return frozenset(named - {""})

    @property
    def columns(self) -> frozenset[tuple[str, str]]:
        """Every column it needs, with the table it is in."""
        found = {place(self.table, name) for name in self.names} - {("contacts", name) for name in DERIVED}
        found |= {(self.table, KEYS[table]) for table, _name in found if table != self.table}
        found |= {(table, KEYS[table]) for table, _name in found if table != self.table}
        if any(test.get("column") in DERIVED for test in flat(self.where)):
            found |= {("contacts", name) for name in ("case_id", "occurred_on", "marked_first", "contact_id")}
        if any("terms" in test for test in flat(self.where)):
            found |= {("contact_terms", name) for name in ("contact_id", "list", "term")}
        return frozenset(found)


def place(table: str, column: str) -> tuple[str, str]:
    """The table and the column that a name means, as "cases.language" or "language"."""
    other, is_there, name = column.rpartition(".")
    return (other, name) if is_there else (table, column)


def flat(tests: Iterable[Mapping[str, Any]]) -> Iterator[Mapping[str, Any]]:
    """All conditions, those of an "either" too."""
    for test in tests:
        yield test
        yield from flat(test.get("either", ()))


def _named(test: Mapping[str, Any]) -> Iterator[str]:
    if "column" in test:
        yield test["column"]
    yield from test.get("holds", ())
    yield from test.get("days", ())


@dataclass(frozen=True)
class Definition:
    """One figure, as its file has it. `sentence` has the placeholders of its shape (see `files.PLACES`)."""

    id: str
    version: str
    title: str
    why: str
    source: str
    component: str
    shape: Shape
    unit: str
    sentence: str
    numerator: Count
    missing_rule: str
    grouping: tuple[Grouping, ...]
    suppress_below: int
    author: str
    checked_by: str
    reviewed_on: dt.date
    order: int
    denominator: Count | None = None
    missing: Count | None = None
    sentence_one: str = ""
    sentence_of_one: str = ""
    re_aim: str = ""
    sample: bool = False

    @property
    def counts(self) -> tuple[Count, ...]:
        """All its counts."""
        return tuple(one for one in (self.numerator, self.denominator, self.missing) if one)

    @property
    def tables(self) -> frozenset[str]:
        """The tables an extract must have for this figure."""
        return frozenset(table for count in self.counts for table, _name in count.columns) | {
            count.table for count in self.counts
        }

    @property
    def columns(self) -> frozenset[tuple[str, str]]:
        """The columns an extract must have for this figure, each with its table."""
        return frozenset(one for count in self.counts for one in count.columns)
