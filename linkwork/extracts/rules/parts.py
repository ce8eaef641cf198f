"""Which rows belong to an extract of a part of the record: a period, a stage, a kind of place?

What happened in the period goes in, and what it hangs on, so that the tables still fit together:

  a table of things that happen   by its day (`DAYS`); a row without a day cannot be said to lie in a period
  a table of things that last     where they overlap the period (`SPANS`)
  cases                           those that a row taken belongs to, however long ago they began
  what belongs to a row           with it (`FOLLOWS`): the terms of a contact, the children of a case
  the programme itself            always (`ALWAYS`)

Of a kind of place go in what happened there, the cases of the people met there, and what belongs to these cases in the
period. Tables that know neither places nor cases stay outside then.
"""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Protocol
from uuid import UUID

from linkwork.core.facts import FactTable

CASE, SITE_KIND = "case_id", "site_kind"
DAYS: Mapping[str, str] = {
    "activity_sessions": "held_on", "adaptations": "made_on", "advocacy": "opened_on",
    "advocacy_attempts": "made_on", "anonymous_contacts": "occurred_on", "appointments": "starts_on",
    "assessments": "answered_on", "attainments": "noted_on", "changes": "noted_on", "connections": "created_on",
    "contacts": "occurred_on", "factor_moves": "moved_on", "factors": "noted_on", "feedback": "said_on",
    "goals": "set_on", "interactions": "occurred_on", "meetings": "held_on", "mentoring_times": "held_on",
    "needs": "raised_on", "plan_actions": "set_on", "presences": "started_on", "proposals": "proposed_on",
    "referrals": "received_on", "relationship_ratings": "rated_on", "role_card_acknowledgements": "said_on",
    "role_clarity": "said_on", "sessions": "occurred_on", "supervisions": "held_on", "trainings": "held_on",
    "visit_alarms": "raised_on", "visits": "planned_for",
}  # fmt: skip
SPANS: Mapping[str, tuple[str, str]] = {
    "activities": ("since", "ended_on"),
    "agreements": ("starts_on", "ended_on"),
    "allocations": ("since_on", "until_on"),
    "champions": ("since", "until"),
    "mentorings": ("started_on", "ended_on"),
    "training_coverage": ("since", "until"),
    "workers": ("since", "until"),
}
FOLLOWS: Mapping[str, tuple[str, str]] = {
    "anonymous_terms": ("anonymous_contacts", "contact_id"),
    "cases": ("cases", CASE),
    "children": ("cases", CASE),
    "contact_terms": ("contacts", "contact_id"),
    "measure_pairs": ("cases", CASE),
    "presence_languages": ("presences", "presence_id"),
}
ALWAYS = frozenset({"partners", "programme", "required_trainings", "site_conditions", "site_days", "stages"})
WITH_PLACES = ("workers", *(ALWAYS - {"partners"}))  # what an extract of a kind of place holds besides
Row = tuple[object, ...]


@dataclass(frozen=True)
class Part:
    """What was asked for: from `since` to `until`, both included; a stage; a kind of place. Nothing is everything."""

    since: dt.date | None = None
    until: dt.date | None = None
    stage: str = ""
    site_kind: str = ""

    def data(self) -> dict[str, str]:
        """As the manifest has it; empty for the whole record."""
        said = {name: str(value) for name, value in vars(self).items() if value}
        return dict(sorted(said.items()))


def part_from(data: Mapping[str, str]) -> Part:
    """A part as a manifest has it."""
    days = {name: dt.date.fromisoformat(data[name]) for name in ("since", "until") if name in data}
    return Part(**days, stage=data.get("stage", ""), site_kind=data.get("site_kind", ""))


def cuts_beginnings(part: Part) -> bool:
    """Whether something before may have been left out, so that nobody can say what came first."""
    return bool(part.since or part.stage or part.site_kind)


def within_stage(part: Part, starts: Sequence[tuple[str, dt.date]]) -> Part:
    """The part with its stage turned into days. `starts`: each stage and its first day. Raises LookupError."""
    if not part.stage:
        return part
    ordered = sorted(starts, key=lambda one: one[1])
    place = [stage for stage, _day in ordered].index(part.stage) if part.stage in dict(ordered) else None
    if place is None:
        raise LookupError(part.stage)
    first = ordered[place][1]
    ends = [part.until, *(day - dt.timedelta(days=1) for _stage, day in ordered[place + 1 : place + 2])]
    return replace(
        part,
        since=max(first, part.since or first),
        until=min((day for day in ends if day), default=None),
    )


class Kept(Protocol):
    """The ids of the rows that were taken, by table."""

    def add(self, table: str, ids: Sequence[UUID | str]) -> None:
        """Remember some."""

    def has(self, table: str, row_id: UUID | str | None) -> bool:
        """Whether it was taken."""


def tables_of_part(tables: Sequence[FactTable], part: Part, kept: Kept) -> tuple[FactTable, ...]:
    """The tables with the rows of the part only, in the order in which they must be written.

    Raises LookupError for a table that this file does not know how to cut.
    """
    for table in tables:
        if table.name not in {*DAYS, *SPANS, *FOLLOWS, *ALWAYS}:
            raise LookupError(f'It is not known which rows of "{table.name}" belong to a part of the record.')
    return tuple(
        replace(table, rows=_rows_of(table, part, kept))
        for table in sorted(tables, key=lambda one: _turn(one, part))
        if not part.site_kind or _has_place(table) or table.name in WITH_PLACES
    )


def _turn(table: FactTable, part: Part) -> int:
    """First what says which cases there are, then cases, then what follows a row that was taken."""
    names = {one.name for one in table.columns}
    if table.name == "cases":
        return 2
    if table.name in FOLLOWS:
        return 3
    return 1 if part.site_kind and SITE_KIND not in names else 0


def _has_place(table: FactTable) -> bool:
    names = {one.name for one in table.columns}
    return table.name in FOLLOWS or bool(names & {SITE_KIND, CASE})


def _rows_of(table: FactTable, part: Part, kept: Kept):  # type: ignore[no-untyped-def]
    test = _Test(table, part, kept)

    def rows(programme_id: UUID) -> Iterator[Row]:
        for row in table.rows(programme_id):
            if test.takes(row):
                test.remember(row)
                yield row

    return rows


class _Test:
    """Whether a row of one table belongs to the part."""

    def __init__(self, table: FactTable, part: Part, kept: Kept) -> None:
        self._name, self._part, self._kept = table.name, part, kept
        names = [one.name for one in table.columns]
        self._at = {name: place for place, name in enumerate(names)}
        self._finds_cases = CASE in names and (not part.site_kind or SITE_KIND in names)
        self._is_followed = table.name in {parent for parent, _column in FOLLOWS.values()}

    def takes(self, row: Row) -> bool:
        if self._name in ALWAYS:
            return True
        if self._name in FOLLOWS:
            parent, column = FOLLOWS[self._name]
            return self._kept.has(parent, row[self._at[column]])  # type: ignore[arg-type]
        return self._in_period(row) and self._in_place(row)

    def _in_period(self, row: Row) -> bool:
        since, until = self._part.since or dt.date.min, self._part.until or dt.date.max
        if self._name in SPANS:
            begins, ends = (row[self._at[name]] for name in SPANS[self._name])
            return (begins or dt.date.min) <= until and (ends or dt.date.max) >= since  # type: ignore[operator]
        day = row[self._at[DAYS[self._name]]]
        if day is None:
            return not (self._part.since or self._part.until)
        return since <= day <= until  # type: ignore[operator]

    def _in_place(self, row: Row) -> bool:
        if not self._part.site_kind:
            return True
        if SITE_KIND in self._at:
            return row[self._at[SITE_KIND]] == self._part.site_kind
        return CASE not in self._at or self._kept.has("cases", row[self._at[CASE]])  # type: ignore[arg-type]

    def remember(self, row: Row) -> None:
        if self._name in FOLLOWS:
            return
        if self._finds_cases and row[self._at[CASE]] is not None:
            self._kept.add("cases", [row[self._at[CASE]]])  # type: ignore[list-item]
        if self._is_followed:
            self._kept.add(self._name, [row[0]])  # type: ignore[list-item]
