"""Reads a definition's file strictly: whatever is not known is refused by name."""

import datetime as dt
import json
import re
from pathlib import Path
from typing import Any

from linkwork.instruments.indicators.shapes import KEYS, Count, Definition, Grouping, Shape, place

PLACES = {
    Shape.COUNT: {"value"},
    Shape.SHARE: {"numerator", "denominator", "value"},
    Shape.RATIO: {"numerator", "denominator", "value"},
    Shape.SPREAD: {"numerator", "denominator", "value", "low", "high", "largest"},
}
MUST = {
    "id", "version", "title", "why", "source", "component", "shape", "unit", "sentence", "numerator",
    "missing_rule", "grouping", "suppress_below", "author", "checked_by", "reviewed_on", "order",
}  # fmt: skip
COUNTS = ("numerator", "denominator", "missing")
SENTENCES = ("sentence", "sentence_one", "sentence_of_one")
MAY = {"denominator", "missing", "sentence_one", "sentence_of_one", "re_aim", "sample"}
COUNT_MUST = {"words", "table"}
COUNT_MAY = {"count", "column", "where", "per", "sum", "days_between", "day"}
COUNTED = ("rows", "distinct", "sum", "fact")
TESTS = (
    {"column", "is"},
    {"column", "in"},
    {"column", "known"},
    {"column", "least"},
    {"column", "within"},
    {"holds"},
    {"days", "known"},
    {"terms", "any"},
    {"terms", "known"},
    {"either"},
)
COMPONENTS = {
    "reach", "dose", "fidelity", "adaptation", "time", "mechanism", "context", "partners", "advocacy", "workforce",
    "outcome", "process",
}  # fmt: skip
UNITS = {"", "percent", "people", "contacts", "minutes", "days"}
RE_AIM = {"reach", "effectiveness", "adoption", "implementation", "maintenance"}


def read(path: Path) -> Definition:
    """Read one file strictly. Raises ValueError that names the file and the key at fault."""
    data = json.loads(path.read_text("utf-8"))
    name = path.name
    _check_keys(data, MUST, MAY, name)
    if data["id"] != path.stem:
        raise ValueError(f'{name}: the key "id" says "{data["id"]}"; it must be the name of the file.')
    for key, known in (("component", COMPONENTS), ("unit", UNITS), ("shape", set(Shape)), ("re_aim", RE_AIM)):
        if key in data and data[key] not in known:
            raise ValueError(f'{name}: the key "{key}" says "{data[key]}", which is not known.')
    shape = Shape(data["shape"])
    if (shape in (Shape.SHARE, Shape.RATIO)) != ("denominator" in data):
        raise ValueError(f'{name}: the key "denominator" belongs to a share or a ratio, and to nothing else.')
    if data.get("sample") and shape is not Shape.SHARE:
        raise ValueError(f'{name}: the key "sample" belongs to a share: it asks for an interval around one.')
    for key in SENTENCES:
        _check_sentence(data.get(key, ""), key, shape, name)
    counts: dict[str, Any] = {key: _count(data[key], f"{name}, {key}") for key in COUNTS if key in data}
    one = Definition(
        **{
            key: data[key] for key in (MUST | MAY) & set(data) - {"shape", "grouping", "reviewed_on", *COUNTS}
        },
        **counts,
        shape=shape,
        grouping=tuple(_grouping(one, name) for one in data["grouping"]),
        reviewed_on=dt.date.fromisoformat(data["reviewed_on"]),
    )
    _check_days(one, name)
    return one


def _check_sentence(sentence: str, key: str, shape: Shape, name: str) -> None:
    used = set(re.findall(r"%\((\w+)\)s", sentence))
    rest = re.sub(r"%\(\w+\)s|%%", "", sentence)
    if "%" in rest or not used <= PLACES[shape]:
        raise ValueError(f'{name}: the key "{key}" has a placeholder its shape does not fill.')


def _check_days(one: Definition, name: str) -> None:
    if {Grouping.MONTH, Grouping.STAGE} & set(one.grouping) and not one.numerator.stands_on:
        raise ValueError(f'{name}: the key "grouping" asks for months or stages, but nothing has a day.')


def _grouping(word: str, name: str) -> Grouping:
    if word not in set(Grouping):
        raise ValueError(f'{name}: the key "grouping" says "{word}", which is not known.')
    return Grouping(word)


def _count(raw: Any, where: str) -> Count:
    _check_keys(raw, COUNT_MUST, COUNT_MAY, where)
    if raw.get("count", "rows") not in COUNTED:
        raise ValueError(f'{where}: the key "count" says "{raw["count"]}", which is not known.')
    if raw.get("count", "rows") != "rows" and not raw.get("column"):
        raise ValueError(f'{where}: the key "column" is missing.')
    tests = tuple(raw.get("where", ()))
    for test in tests:
        _check_test(test, where)
    between = raw.get("days_between")
    if between is not None and (len(between) != 2 or raw.get("sum") or not raw.get("per")):
        raise ValueError(f'{where}: the key "days_between" takes two columns, with "per" and without "sum".')
    one = Count(**(raw | {"where": tests, "days_between": tuple(between) if between else None}))
    _check_places(one, where)
    return one


def _check_test(test: Any, where: str) -> None:
    if set(test) not in TESTS:
        raise ValueError(f"{where}: a condition is not known: {json.dumps(test)}.")
    for inner in test.get("either", ()):
        _check_test(inner, where)


def _check_places(one: Count, where: str) -> None:
    for name in one.names:
        table, _column = place(one.table, name)
        if table != one.table and table not in KEYS:
            raise ValueError(f'{where}: "{name}" is in a table that nothing can be looked up in.')


def _check_keys(data: Any, must: set[str], may: set[str], where: str) -> None:
    for key in sorted(must - set(data)):
        raise ValueError(f'{where}: the key "{key}" is missing.')
    for key in sorted(set(data) - must - may):
        raise ValueError(f'{where}: the key "{key}" is not known.')
