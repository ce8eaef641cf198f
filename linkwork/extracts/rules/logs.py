"""A contact log kept elsewhere: what one row of it says, where rows contradict each other, and its tables.

Nothing is put right here. What contradicts is listed for people to look at; the figures show both what was marked
and what the days say.
"""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol
from uuid import UUID

from linkwork.core.facts import Column, ColumnKind, FactTable
from linkwork.core.privacy import PrivacyClass

PSEUDONYM, PERSONAL = PrivacyClass.PSEUDONYM, PrivacyClass.PERSONAL


@dataclass(frozen=True)
class LogContact:
    """One row of a log. `line` is its line in the file; `person` and `worker` are the log's own codes."""

    line: int
    person: str
    occurred_on: dt.date
    worker: str | None = None
    mode: str | None = None
    site_kind: str | None = None
    language: str | None = None
    minutes: int | None = None
    marked_first: bool | None = None
    topics: tuple[str, ...] = ()
    support: tuple[str, ...] = ()


class Conflict(StrEnum):
    """How two rows about one person cannot both be right."""

    SECOND_FIRST = "second_first"
    FOLLOW_UP_BEFORE_FIRST = "follow_up_before_first"


@dataclass(frozen=True)
class Contradiction:
    """One row that contradicts another (`other_line`), by their lines in the file."""

    line: int
    other_line: int
    conflict: Conflict


def contradictions(contacts: Sequence[LogContact]) -> list[Contradiction]:
    """Second "first" marks for one person, and contacts marked as follow-ups on a day before the first. By line."""
    firsts: dict[str, LogContact] = {}
    found = []
    for contact in sorted(contacts, key=lambda one: (one.occurred_on, one.line)):
        if contact.marked_first:
            held = firsts.setdefault(contact.person, contact)
            if held is not contact:
                found.append(Contradiction(contact.line, held.line, Conflict.SECOND_FIRST))
    for contact in contacts:
        first = firsts.get(contact.person)
        if contact.marked_first is False and first is not None and contact.occurred_on < first.occurred_on:
            found.append(Contradiction(contact.line, first.line, Conflict.FOLLOW_UP_BEFORE_FIRST))
    return sorted(found, key=lambda one: (one.line, one.conflict))


def _id(name: str, why: str) -> Column:
    return Column(name, ColumnKind.ID, PSEUDONYM, why)


def _text(name: str, why: str) -> Column:
    return Column(name, ColumnKind.TEXT, PERSONAL, why)


CONTACT_COLUMNS = (
    _id("contact_id", "to count each once"),
    _id("case_id", "a log has one case for each person"),
    _id("person_id", "people reached, counted once"),
    _id("worker_id", "how contacts spread over workers"),
    Column("occurred_on", ColumnKind.DAY, PERSONAL, "contacts over time"),
    _text("mode", "how people are met"),
    _text("site_kind", "where people are met"),
    _text("language", "in which language people are met"),
    Column("minutes", ColumnKind.WHOLE, PERSONAL, "how much support a person gets"),
    Column("marked_first", ColumnKind.FLAG, PERSONAL, "first meetings as the worker marked them"),
)
TERM_COLUMNS = (
    _id("contact_id", "which contact"),
    _text("list", "topics or kinds of support"),
    _text("term", "what contacts are about"),
)
CASE_COLUMNS = (
    _id("case_id", "one for each person"),
    _id("person_id", "people, counted once"),
    Column("first_contact_on", ColumnKind.DAY, PERSONAL, "the earliest day in the log"),
)


class Log(Protocol):
    """The rows of a log, which can be asked for more than once."""

    def contacts(self) -> Iterator[LogContact]:
        """Every row."""

    def first_days(self) -> Iterator[tuple[str, dt.date]]:
        """Each person and the earliest day."""


def tables_of(log: Log) -> tuple[FactTable, ...]:
    """The log as an extract's tables, in the shape the practice record has them."""

    def rows(_programme: UUID) -> Iterator[tuple[object, ...]]:
        for one in log.contacts():
            yield (f"line {one.line}", one.person, one.person, one.worker, one.occurred_on, one.mode,
                   one.site_kind, one.language, one.minutes, one.marked_first)  # fmt: skip

    def terms(_programme: UUID) -> Iterator[tuple[object, ...]]:
        for one in log.contacts():
            for list_id, codes in (("contact_topics", one.topics), ("support_types", one.support)):
                for code in dict.fromkeys(codes):
                    yield f"line {one.line}", list_id, code

    def cases(_programme: UUID) -> Iterator[tuple[object, ...]]:
        for person, day in log.first_days():
            yield person, person, day

    return (
        FactTable("contacts", CONTACT_COLUMNS, rows),
        FactTable("contact_terms", TERM_COLUMNS, terms),
        FactTable("cases", CASE_COLUMNS, cases),
    )
