"""Which figures are there, and how exactly is each counted?

Each definition is one JSON file in `data/indicators`, with its source, author and day of review. A file that lacks
something, or says something this version does not know, is refused by name. What the words of a count mean:

  table     the table of the extract that is counted
  count     "rows", or "distinct" values of `column`; "fact" takes the value of `column` in a table of one row
  where     conditions that must all hold:
              {"column": c, "is": v}, {"column": c, "in": [...]}, {"column": c, "known": true or false},
              {"terms": list, "any": [...]}, {"terms": list, "known": true}  (what the contact was about),
              {"either": [conditions]}
            `derived_first` is a column that every contact has: whether it is the earliest of its case.
  per       for a spread: rows are gathered by this column, and `sum` (or the number of rows) is taken for each
"""

import datetime as dt
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any

from linkwork.core.errors import NotFound

FOLDER = Path(__file__).parent / "data" / "indicators"


class Shape(StrEnum):
    """What kind of figure it is."""

    COUNT = "count"  # a number
    SHARE = "share"  # numerator of denominator, in percent
    RATIO = "ratio"  # numerator for each of the denominator
    SPREAD = "spread"  # median, quartiles and largest over people or contacts


class Grouping(StrEnum):
    """By what a figure may be broken down."""

    WORKER = "worker"
    MONTH = "month"
    MODE = "mode"
    SITE_KIND = "site_kind"
    LANGUAGE = "language"
    TOPIC = "topic"
    SUPPORT = "support"
    STAGE = "stage"
    MEASURE = "measure"


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


@dataclass(frozen=True)
class Definition:
    """One figure, as its file has it. `sentence` has the placeholders of its shape (see `PLACES`)."""

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

    @property
    def tables(self) -> frozenset[str]:
        """The tables an extract must have for this figure."""
        counts = [one for one in (self.numerator, self.denominator, self.missing) if one]
        terms = {"contact_terms" for one in counts for test in one.where if "terms" in test}
        return frozenset({one.table for one in counts} | terms)


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
MAY = {"denominator", "missing"}
COUNT_MUST = {"words", "table"}
COUNT_MAY = {"count", "column", "where", "per", "sum"}
TESTS = (
    {"column", "is"},
    {"column", "in"},
    {"column", "known"},
    {"terms", "any"},
    {"terms", "known"},
    {"either"},
)
COMPONENTS = {"reach", "dose", "fidelity", "adaptation", "outcome", "process"}
UNITS = {"", "percent", "people", "contacts", "minutes"}


@cache
def definitions() -> tuple[Definition, ...]:
    """All figures, in the order they are shown. Raises ValueError naming file and key for a faulty file."""
    return tuple(sorted((read(path) for path in FOLDER.glob("*.json")), key=lambda one: (one.order, one.id)))


def definition(indicator_id: str) -> Definition:
    """One figure's definition. Raises NotFound."""
    for one in definitions():
        if one.id == indicator_id:
            return one
    raise NotFound(f'There is no figure "{indicator_id}".')


def read(path: Path) -> Definition:
    """Read one file strictly. Raises ValueError that names the file and the key at fault."""
    data = json.loads(path.read_text("utf-8"))
    name = path.name
    _check_keys(data, MUST, MAY, name)
    if data["id"] != path.stem:
        raise ValueError(f'{name}: the key "id" says "{data["id"]}"; it must be the name of the file.')
    for key, known in (("component", COMPONENTS), ("unit", UNITS), ("shape", set(Shape))):
        if data[key] not in known:
            raise ValueError(f'{name}: the key "{key}" says "{data[key]}", which is not known.')
    shape = Shape(data["shape"])
    if (shape in (Shape.SHARE, Shape.RATIO)) != ("denominator" in data):
        raise ValueError(f'{name}: the key "denominator" belongs to a share or a ratio, and to nothing else.')
    _check_sentence(data["sentence"], shape, name)
    counts: dict[str, Any] = {
        key: _count(data[key], f"{name}, {key}")
        for key in ("numerator", "denominator", "missing")
        if key in data
    }
    return Definition(
        **{key: data[key] for key in MUST - {"shape", "grouping", "reviewed_on", "numerator"}},
        **counts,
        shape=shape,
        grouping=tuple(_grouping(one, name) for one in data["grouping"]),
        reviewed_on=dt.date.fromisoformat(data["reviewed_on"]),
    )


def _check_sentence(sentence: str, shape: Shape, name: str) -> None:
    used = set(re.findall(r"%\((\w+)\)s", sentence))
    rest = re.sub(r"%\(\w+\)s|%%", "", sentence)
    if "%" in rest or not used <= PLACES[shape]:
        raise ValueError(f'{name}: the key "sentence" has a placeholder its shape does not fill.')


def _grouping(word: str, name: str) -> Grouping:
    if word not in set(Grouping):
        raise ValueError(f'{name}: the key "grouping" says "{word}", which is not known.')
    return Grouping(word)


def _count(raw: Any, where: str) -> Count:
    _check_keys(raw, COUNT_MUST, COUNT_MAY, where)
    if raw.get("count", "rows") not in ("rows", "distinct", "fact"):
        raise ValueError(f'{where}: the key "count" says "{raw["count"]}", which is not known.')
    if raw.get("count", "rows") != "rows" and not raw.get("column"):
        raise ValueError(f'{where}: the key "column" is missing.')
    tests = tuple(raw.get("where", ()))
    for test in tests:
        _check_test(test, where)
    return Count(**(raw | {"where": tests}))


def _check_test(test: Any, where: str) -> None:
    if set(test) not in TESTS:
        raise ValueError(f"{where}: a condition is not known: {json.dumps(test)}.")
    for inner in test.get("either", ()):
        _check_test(inner, where)


def _check_keys(data: Any, must: set[str], may: set[str], where: str) -> None:
    for key in sorted(must - set(data)):
        raise ValueError(f'{where}: the key "{key}" is missing.')
    for key in sorted(set(data) - must - may):
        raise ValueError(f'{where}: the key "{key}" is not known.')
