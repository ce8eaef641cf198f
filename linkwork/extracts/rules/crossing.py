"""What may cross the wall, and in what form?

Every column is declared (`core.facts.Column`); here each value is made to fit its declaration, and anything that
does not is stopped: an extract that cannot be written is better than one that says too much.
"""

import datetime as dt
from collections.abc import Callable, Sequence
from typing import cast
from uuid import UUID

from linkwork.core.days import Days
from linkwork.core.facts import PERSON, Column, ColumnKind, FactTable
from linkwork.core.privacy import EXTRACTABLE
from linkwork.extracts.rules.days import days_of, moved, stays_behind, to_month, weeks_back
from linkwork.extracts.rules.pseudonyms import pseudonym

Change = Callable[[object], object]
Values = Sequence[object]
BIRTH = "born_on"  # a day of birth leaves as a year


class MayNotCross(ValueError):
    """A column or a value that has no place in an extract. Names the table and the column, never the value."""


def check_table(table: FactTable) -> None:
    """Raise MayNotCross where a column's class stays with the practice, or two columns share a name.

    `Column` already refuses such a class; this looks again at the gate itself.
    """
    for column in table.columns:
        if column.privacy not in EXTRACTABLE:
            raise MayNotCross(f"{table.name}.{column.name} is {column.privacy}: it may not cross the wall.")
    names = [column.name for column in table.columns]
    if len(set(names)) != len(names):
        raise MayNotCross(f"{table.name} has two columns of one name.")


def written_name(column: Column) -> str:
    """The column's name in the file: a day of birth is written as a year and says so."""
    return "born_year" if column.name == BIRTH else column.name


def written_kind(column: Column) -> ColumnKind:
    """The column's kind in the file."""
    return ColumnKind.WHOLE if column.name == BIRTH else column.kind


def change_for(table: str, column: Column, key: bytes) -> Change:
    """What is done to each value of a column on its way out: a function of the value; None stays None."""
    where = f"{table}.{column.name}"
    if column.name == BIRTH:
        return lambda value: None if value is None else _day(value, where).year
    match column.kind:
        case ColumnKind.ID:
            return lambda value: pseudonym(key, value)
        case ColumnKind.DAY:
            return lambda value: None if value is None else _day(value, where)
        case ColumnKind.TEXT:
            return lambda value: _text(value, where)
        case ColumnKind.WHOLE:
            return lambda value: _number(value, int, where)
        case ColumnKind.NUMBER:
            return lambda value: _number(value, float, where)
        case _:  # a flag
            return lambda value: _flag(value, where)


class Crossing:
    """What is done to the rows of one table on their way out, some at a time and column by column."""

    def __init__(self, table: FactTable, key: bytes, asked: Days = Days.EXACT) -> None:
        self._columns, self._key, self._asked = table.columns, key, asked
        self._changes = [change_for(table.name, column, key) for column in table.columns]
        self._days = [days_of(table, column, asked) for column in table.columns]
        names = [column.name for column in table.columns]
        self._person = names.index(PERSON) if PERSON in names else None
        self._known: dict[object, int] = {}

    def out(self, columns: Sequence[Values]) -> list[list[object]]:
        """The columns as they are written. Raises MayNotCross."""
        back = self._back(columns)
        return [self._one(place, values, back) for place, values in enumerate(columns)]

    def _one(self, place: int, values: Values, back: Sequence[int | None]) -> list[object]:
        if stays_behind(self._columns[place], self._asked):
            return [None for _value in values]
        found = [self._changes[place](value) for value in values]
        if self._columns[place].name == BIRTH:
            return found  # already a year
        if self._days[place] is Days.MONTH:
            return [to_month(cast("dt.date | None", day)) for day in found]
        if self._days[place] is Days.SHIFTED:
            return list(moved(cast("list[dt.date | None]", found), back))
        return found

    def _back(self, columns: Sequence[Values]) -> Sequence[int | None]:
        if Days.SHIFTED not in self._days or self._person is None:
            return ()
        self._known = {}  # of this batch only: memory does not grow with the number of people
        return [self._weeks(person) for person in columns[self._person]]

    def _weeks(self, person: object) -> int | None:
        if person is None:
            return None
        if person not in self._known:
            self._known[person] = weeks_back(self._key, person)
        return self._known[person]


def _day(value: object, where: str) -> dt.date:
    if isinstance(value, dt.datetime):
        raise MayNotCross(f"{where} holds a time of day; only the day may cross.")
    if not isinstance(value, dt.date):
        raise MayNotCross(f"{where} holds something that is not a day.")
    return value


def _text(value: object, where: str) -> str | None:
    if isinstance(value, UUID):
        raise MayNotCross(
            f"{where} holds an id as text: declare it as an id, so that it becomes a pseudonym."
        )
    if value is not None and not isinstance(value, str):
        raise MayNotCross(f"{where} holds something that is not text.")
    return value or None  # an empty text is a missing one


def _number(value: object, kind: type[int] | type[float], where: str) -> int | float | None:
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, (int, kind)):
        raise MayNotCross(f"{where} holds something that is not a number of its kind.")
    return kind(value)


def _flag(value: object, where: str) -> bool | None:
    if value is not None and not isinstance(value, bool):
        raise MayNotCross(f"{where} holds something that is neither yes nor no.")
    return value
