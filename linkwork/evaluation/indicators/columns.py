"""Gives a table the columns that definitions and breakdowns ask for: days, groups, what other tables know.

A column an extract does not have is missing in every row: older extracts and logs from elsewhere know less.
"""

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Any

from linkwork.evaluation.indicators.engine import Engine
from linkwork.evaluation.indicators.rules.scopes import Scope
from linkwork.instruments.indicators import KEYS, Grouping
from linkwork.instruments.indicators.groupings import TERM_LISTS, column_of
from linkwork.instruments.indicators.shapes import place

GROUP = "group_key"
DAY = "stands_on"
BESIDE = "group_beside"
BETWEEN = "|"  # between the keys of a cell
YEARS = (1, 3, 6)  # a child's age is grouped as under 1, 1 to 2, 3 to 5, 6 and more


def column(table: Any, name: str) -> Any:
    """A column by the name a definition uses for it."""
    return table[name.replace(".", "__")]


def looked_up(engine: Engine, table: Any, own: str, names: Iterable[str]) -> Any:
    """The table with every named column, those of other tables and those it lacks included."""
    for name in sorted(set(names) - {""}):
        written = name.replace(".", "__")
        other, wanted = place(own, name)
        if written in table.columns:
            continue
        table = _missing(table, written) if other == own else _joined(engine, table, other, wanted, written)
    return table


def _joined(engine: Engine, table: Any, other: str, wanted: str, written: str) -> Any:
    key = KEYS[other]
    if not engine.has(other) or key not in table.columns or wanted not in engine.table(other).columns:
        return _missing(table, written)
    there = engine.table(other)
    there = there.select(**{"other_id": there[key], written: there[wanted]})
    return table.left_join(there, table[key] == there.other_id).drop("other_id")


def _missing(table: Any, written: str) -> Any:
    import ibis

    return table.mutate(**{written: ibis.null("string")})


def with_day(engine: Engine, table: Any, own: str, day: str) -> Any:
    """Adds the day a row stands on; missing where its table has none."""
    import ibis

    if not day:
        return table.mutate(**{DAY: ibis.null("date")})
    table = looked_up(engine, table, own, [day])
    return table.mutate(**{DAY: column(table, day).cast("date")})


def in_period(table: Any, scope: Scope) -> Any:
    """Whether a row stands in the period, as a condition that is never missing."""
    import ibis

    found: Any = ibis.literal(True)
    for bound, holds in ((scope.since, "since"), (scope.until, "until")):
        if bound is not None:
            limit = ibis.literal(bound, type="date")
            found = found & (table[DAY] >= limit if holds == "since" else table[DAY] <= limit)
    return found.fill_null(False)


def with_group(engine: Engine, table: Any, own: str, by: Grouping, name: str = GROUP) -> Any:
    """Adds the group a row is in as `name`, "" or missing where it is not stated; see `key_of`.

    A contact with several terms stands in several groups.
    """
    if by in TERM_LISTS:
        terms = engine.table("contact_terms")
        terms = terms.filter(terms.list == TERM_LISTS[by])
        terms = terms.select(term_contact=terms.contact_id, term=terms.term).distinct()
        table = table.left_join(terms, table.contact_id == terms.term_contact).drop("term_contact")
        key = table.term
    elif by is Grouping.MONTH:
        return table.mutate(
            **{name: table[DAY].truncate("M")}
        )  # told in words once for a month, not for each row
    elif by is Grouping.STAGE:
        key = _stage(engine, table)
    else:
        held = column_of(by, own)
        table = looked_up(engine, table, own, [held])
        key = column(table, held)
        key = _child_age(key) if by is Grouping.CHILD_AGE else key
    return table.mutate(**{name: key.cast("string").fill_null("")})


def key_of(row: Mapping[str, Any]) -> str:
    """The key of the group, or of the cell, that a row from the engine is of."""
    return BETWEEN.join(_key(row[name]) for name in (GROUP, BESIDE) if name in row)


def _key(group: object) -> str:
    """The key of a group as the engine gave it: a month is its first day there."""
    return f"{group:%Y-%m}" if isinstance(group, dt.date) else str(group or "")


def _child_age(months: Any) -> Any:
    import ibis

    months = months.cast("int64")
    steps = [(months < 12 * years, str(before)) for before, years in zip((0, *YEARS), YEARS, strict=False)]
    return ibis.cases(*steps, (months.notnull(), str(YEARS[-1])), else_=None)


def _stage(engine: Engine, table: Any) -> Any:
    import ibis

    spans = sorted(engine.whole("stages"), key=lambda row: row["starts_on"], reverse=True)
    steps = [(table[DAY] >= ibis.literal(row["starts_on"]), row["stage"]) for row in spans]
    return ibis.cases(*steps, else_=None) if steps else ibis.null("string")
