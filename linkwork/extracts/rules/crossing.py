"""What may cross the wall, and in what form?

Every column is declared (`core.facts.Column`); here each value is made to fit its declaration, and anything that
does not is stopped: an extract that cannot be written is better than one that says too much.
"""

import datetime as dt
from collections.abc import Callable
from uuid import UUID

from linkwork.core.facts import Column, ColumnKind, FactTable
from linkwork.core.privacy import EXTRACTABLE
from linkwork.extracts.rules.pseudonyms import pseudonym

Change = Callable[[object], object]
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
