"""Turns definitions into Ibis expressions: one question for each table and day, whatever the number of figures."""

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Any

from linkwork.evaluation.indicators.columns import (
    BESIDE,
    DAY,
    GROUP,
    column,
    in_period,
    looked_up,
    with_day,
    with_group,
)
from linkwork.evaluation.indicators.engine import Engine
from linkwork.evaluation.indicators.rules.scopes import Scope
from linkwork.instruments.indicators import Count, Grouping
from linkwork.instruments.indicators.shapes import DERIVED, flat


def prepared(engine: Engine, name: str, day: str, counts: Iterable[Count], scope: Scope) -> Any:
    """The table with every column the counts and the grouping ask for."""
    counts = list(counts)
    tests = list(flat(test for count in counts for test in count.where))
    table = engine.table(name)
    if any(test.get("column") in DERIVED for test in tests):
        table = with_first(table)
    if of_terms := {term_column(test): test for test in tests if "terms" in test}:
        table = _with_terms(engine, table, of_terms)
    table = looked_up(engine, table, name, {wanted for count in counts for wanted in count.names})
    if scope.bounded or scope.by is not None:
        table = with_day(engine, table, name, day)
    if scope.bounded and day:  # rows without a day stay: they are counted with the missing
        table = table.filter(in_period(table, scope) | table[DAY].isnull())
    for column_name, by in _groups(scope).items():
        table = with_group(engine, table, name, by, column_name)
    return table


def _groups(scope: Scope) -> dict[str, Grouping]:
    """The columns that rows are put together by."""
    columns = {GROUP: scope.by, BESIDE: scope.beside}
    return {name: by for name, by in columns.items() if by is not None}


def with_first(table: Any) -> Any:
    """Adds `derived_first` (the earliest contact of its case) and `first_agrees` (whether mark and day agree).

    Both are missing where they cannot be known. Of several contacts on the earliest day the marked one is taken:
    an extract knows days, not hours, and the mark is the better witness. The earliest of each case is found and looked
    up: putting all contacts of each case in order takes four times as long.
    """
    import ibis

    dated = table.occurred_on.notnull() & table.case_id.notnull()
    known = table.filter(dated)
    order = {
        "day": known.occurred_on,
        "unmarked": ~known.marked_first.fill_null(False),
        "id": known.contact_id,
    }
    earliest = known.group_by("case_id").aggregate(earliest=ibis.struct(order).min()).earliest
    firsts = earliest.as_table().select(first_contact=earliest["id"])
    table = table.left_join(firsts, table.contact_id == firsts.first_contact)
    found = ibis.ifelse(dated, table.first_contact.notnull(), ibis.null("boolean"))
    table = table.mutate(derived_first=found).drop("first_contact")
    return table.mutate(first_agrees=table.marked_first == table.derived_first)


def term_column(test: Mapping[str, Any]) -> str:
    """The name of the column that says whether a contact passes a test of its terms."""
    return f"has_{test['terms']}_{'_'.join(test.get('any', ('term',)))}"


def _with_terms(engine: Engine, table: Any, tests: Mapping[str, Mapping[str, Any]]) -> Any:
    """Adds a column for each test of what contacts were about: their terms are gone through once for all tests."""
    terms = engine.table("contact_terms")
    terms = terms.filter(terms.list.isin(sorted({test["terms"] for test in tests.values()})))
    marks = terms.group_by(term_contact=terms.contact_id).aggregate(
        **{name: _of_terms(terms, test).any() for name, test in tests.items()}
    )
    joined = table.left_join(marks, table.contact_id == marks.term_contact).drop("term_contact")
    return joined.mutate(**{name: joined[name].fill_null(False) for name in tests})


def _of_terms(terms: Any, test: Mapping[str, Any]) -> Any:
    found = terms.list == test["terms"]
    return found & terms.term.isin(list(test["any"])) if "any" in test else found


def test_of(table: Any, tests: Iterable[Mapping[str, Any]], last: dt.date) -> Any:
    """All tests as one condition that is never missing; None where there is no test."""
    found = None
    for test in tests:
        one = _one_test(table, test, last)
        found = one if found is None else found & one
    return found


def _one_test(table: Any, test: Mapping[str, Any], last: dt.date) -> Any:
    if "either" in test:
        found = _one_test(table, test["either"][0], last)
        for inner in test["either"][1:]:
            found = found | _one_test(table, inner, last)
        return found
    if "terms" in test:
        has = table[term_column(test)]
        return ~has if test.get("known") is False else has
    if "holds" in test:
        return _holds(table, *test["holds"], last=last)
    if "days" in test:
        known = (days_between(table, *test["days"]) >= 0).fill_null(False)
        return known if test["known"] else ~known
    return _of_column(column(table, test["column"]), test, last)


def _of_column(found: Any, test: Mapping[str, Any], last: dt.date) -> Any:
    import ibis

    if "known" in test:
        return found.notnull() if test["known"] else found.isnull()
    if "in" in test:
        return found.isin(list(test["in"])).fill_null(False)
    if "least" in test:
        return (found >= test["least"]).fill_null(False)
    if "within" in test:
        first = last - dt.timedelta(days=test["within"] - 1)
        return found.between(ibis.literal(first, type="date"), ibis.literal(last, type="date")).fill_null(
            False
        )
    return (found == test["is"]).fill_null(False)


def _holds(table: Any, since: str, until: str = "", *, last: dt.date) -> Any:
    import ibis

    day = ibis.literal(last, type="date")
    begun = (column(table, since).cast("date") <= day).fill_null(False)
    return begun & (column(table, until).cast("date") >= day).fill_null(True) if until else begun


def days_between(table: Any, since: str, until: str) -> Any:
    """Days from one column to the other; missing where either is."""
    return column(table, until).cast("date").delta(column(table, since).cast("date"), unit="day")


def needs_more(count: Count) -> bool:
    """Whether its conditions need rows beside the table's own: which came first, what a contact was about."""
    return any("terms" in test or test.get("column") in DERIVED for test in flat(count.where))


def counted(table: Any, counts: Mapping[str, tuple[str, Count]], scope: Scope) -> Any:
    """One row (or one for each group) with a column for each count, whose name comes with its part."""
    columns = {name: _counted(table, part, count, scope) for name, (part, count) in counts.items()}
    groups = list(_groups(scope))
    return table.group_by(groups).aggregate(**columns) if groups else table.aggregate(**columns)


def _counted(table: Any, part: str, count: Count, scope: Scope) -> Any:
    if count.count == "fact":
        return column(table, count.column).max()
    condition = _condition(table, part, count, scope)
    if count.count == "distinct":
        return column(table, count.column).nunique(where=condition)
    if count.count == "sum":
        return column(table, count.column).cast("int64").sum(where=condition)
    return table.count(where=condition)


def _condition(table: Any, part: str, count: Count, scope: Scope) -> Any:
    """What must hold to be counted: the tests, and the period where one is asked for and the rows have a day.

    With the missing count those rows too that have no day, since they stand in no period.
    """
    tests = test_of(table, count.where, scope.last)
    if not scope.bounded or not count.stands_on:
        return tests
    inside = in_period(table, scope)
    found = inside if tests is None else tests & inside
    return found | table[DAY].isnull() if part == "missing" else found


def histogram(table: Any, count: Count, scope: Scope) -> Any:
    """How often each value occurs: rows of `amount` and `often`, for each group. Things without `per` are left out."""
    condition = _condition(table, "numerator", count, scope)
    table = table.filter(column(table, count.per).notnull())
    if condition is not None:
        table = table.filter(condition)
    if count.days_between:
        table = table.mutate(amount_of=days_between(table, *count.days_between))
        table = table.filter((table.amount_of >= 0).fill_null(False))
    keys = list(_groups(scope))
    each_of = "amount_of" if count.days_between else count.sum
    if count.is_own and each_of:  # each row is one thing: there is nothing to gather
        each = table.select(*keys, amount=column(table, each_of))
    else:
        amount = column(table, each_of).sum() if each_of else table.count()
        each = table.group_by([*keys, count.per.replace(".", "__")]).aggregate(amount=amount)
    each = each.filter(each.amount.notnull())
    return each.group_by([*keys, "amount"]).aggregate(often=each.count())
