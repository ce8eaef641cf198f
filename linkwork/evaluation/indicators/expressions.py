"""Turns definitions into Ibis expressions: one question for each table, whatever the number of figures."""

from collections.abc import Iterable, Mapping
from typing import Any

from linkwork.evaluation.indicators.engine import Engine
from linkwork.instruments.indicators import Count, Grouping

GROUP = "group_key"
DERIVED = {"derived_first", "first_agrees"}
TERM_LISTS = {Grouping.TOPIC: "contact_topics", Grouping.SUPPORT: "support_types"}
COLUMNS = {
    Grouping.WORKER: "worker_id",
    Grouping.MODE: "mode",
    Grouping.SITE_KIND: "site_kind",
    Grouping.LANGUAGE: "language",
    Grouping.MEASURE: "measure",
}


def prepared(engine: Engine, name: str, counts: Iterable[Count], by: Grouping | None) -> Any:
    """The table with every column the counts and the grouping ask for."""
    tests = list(_flat(test for count in counts for test in count.where))
    table = engine.table(name)
    if any(test.get("column") in DERIVED for test in tests):
        table = with_first(table)
    for test in tests:
        if "terms" in test and term_column(test) not in table.columns:
            table = _with_terms(engine, table, test)
    return table if by is None else _with_group(engine, table, by)


def _flat(tests: Iterable[Mapping[str, Any]]) -> Iterable[Mapping[str, Any]]:
    for test in tests:
        yield test
        yield from _flat(test.get("either", ()))


def with_first(table: Any) -> Any:
    """Adds `derived_first` (the earliest contact of its case) and `first_agrees` (whether mark and day agree).

    Both are missing where they cannot be known. Of several contacts on the earliest day the marked one is taken:
    an extract knows days, not hours, and the mark is the better witness.
    """
    import ibis

    marked_last = (~table.marked_first.fill_null(False)).cast("int8")
    order = [table.occurred_on.isnull().cast("int8"), table.occurred_on, marked_last, table.contact_id]
    place = ibis.row_number().over(ibis.window(group_by=table.case_id, order_by=order))
    dated = table.occurred_on.notnull() & table.case_id.notnull()
    table = table.mutate(derived_first=ibis.ifelse(dated, place == 0, ibis.null("boolean")))
    return table.mutate(first_agrees=table.marked_first == table.derived_first)


def term_column(test: Mapping[str, Any]) -> str:
    """The name of the column that says whether a contact passes a test of its terms."""
    return f"has_{test['terms']}_{'_'.join(test.get('any', ('term',)))}"


def _with_terms(engine: Engine, table: Any, test: Mapping[str, Any]) -> Any:
    terms = engine.table("contact_terms")
    terms = terms.filter(terms.list == test["terms"])
    if "any" in test:
        terms = terms.filter(terms.term.isin(list(test["any"])))
    ids = terms.select(term_contact=terms.contact_id).distinct()
    joined = table.left_join(ids, table.contact_id == ids.term_contact)
    return joined.mutate(**{term_column(test): joined.term_contact.notnull()}).drop("term_contact")


def _with_group(engine: Engine, table: Any, by: Grouping) -> Any:
    if by in TERM_LISTS:
        terms = engine.table("contact_terms")
        terms = terms.filter(terms.list == TERM_LISTS[by])
        terms = terms.select(term_contact=terms.contact_id, term=terms.term).distinct()
        table = table.left_join(terms, table.contact_id == terms.term_contact).drop("term_contact")
        key = table.term
    elif by is Grouping.MONTH:
        key = table.occurred_on.strftime("%Y-%m")
    elif by is Grouping.STAGE:
        key = _stage(engine, table)
    else:
        key = table[COLUMNS[by]]
    return table.mutate(**{GROUP: key.cast("string").fill_null("")})


def _stage(engine: Engine, table: Any) -> Any:
    import ibis

    spans = sorted(engine.rows(engine.table("stages")), key=lambda row: row["starts_on"], reverse=True)
    steps = [(table.occurred_on >= ibis.literal(row["starts_on"]), row["stage"]) for row in spans]
    return ibis.cases(*steps, else_=None) if steps else ibis.null("string")


def test_of(table: Any, tests: Iterable[Mapping[str, Any]]) -> Any:
    """All tests as one condition that is never missing; None where there is no test."""
    found = None
    for test in tests:
        one = _one_test(table, test)
        found = one if found is None else found & one
    return found


def _one_test(table: Any, test: Mapping[str, Any]) -> Any:
    if "either" in test:
        found = _one_test(table, test["either"][0])
        for inner in test["either"][1:]:
            found = found | _one_test(table, inner)
        return found
    if "terms" in test:
        column = table[term_column(test)]
        return ~column if test.get("known") is False else column
    column = table[test["column"]]
    if "known" in test:
        return column.notnull() if test["known"] else column.isnull()
    if "in" in test:
        return column.isin(list(test["in"])).fill_null(False)
    return (column == test["is"]).fill_null(False)


def counted(table: Any, counts: Mapping[str, Count], grouped: bool) -> Any:
    """One row (or one for each group) with a column for each count."""
    columns = {name: _counted(table, count) for name, count in counts.items()}
    return table.group_by(GROUP).aggregate(**columns) if grouped else table.aggregate(**columns)


def _counted(table: Any, count: Count) -> Any:
    condition = test_of(table, count.where)
    if count.count == "fact":
        return table[count.column].max()
    if count.count == "distinct":
        return table[count.column].nunique(where=condition)
    return table.count(where=condition)


def histogram(table: Any, count: Count, grouped: bool) -> Any:
    """How often each value occurs: rows of `amount` and `often`, for each group. Things without `per` are left out."""
    condition = test_of(table, count.where)
    table = table.filter(table[count.per].notnull())
    if condition is not None:
        table = table.filter(condition)
    keys = [GROUP] if grouped else []
    amount = table[count.sum].sum() if count.sum else table.count()
    each = table.group_by([*keys, count.per]).aggregate(amount=amount)
    return each.group_by([*keys, "amount"]).aggregate(often=each.count())
