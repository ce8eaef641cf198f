"""Which figures are there, and how exactly is each counted?

Each definition is one JSON file in `data/indicators`, with its source, author and day of review. A file that lacks
something, or says something this version does not know, is refused by name.

A figure has a `shape`: a count; a share or a ratio, which have a denominator; a spread over people, contacts or days.
`sentence` is the figure in words; `sentence_one` is said instead where the counted number (of a spread: the median)
is 1, `sentence_of_one` where the denominator is. `re_aim` names its dimension of RE-AIM, `sample` says that those
counted are some of those who could have been asked, so that an interval belongs to the share (see
`evaluation/indicators/rules/intervals.py`); a log of all contacts is no sample. What the words of a count mean:

  table     the table of the extract that is counted
  count     "rows", or "distinct" values of `column`; "sum" adds `column` up; "fact" takes the value of `column` in a
            table of one row
  where     conditions that must all hold:
              {"column": c, "is": v}, {"column": c, "in": [...]}, {"column": c, "known": true or false},
              {"column": c, "least": n}  (n or more),
              {"column": c, "within": n}  (a day among the last n days up to the last day asked for),
              {"holds": [since, until]}  (it had begun by that last day, and had not ended before it),
              {"days": [from, to], "known": true or false}  (both days are there and in this order),
              {"terms": list, "any": [...]}, {"terms": list, "known": true}  (what the contact was about),
              {"either": [conditions]}
            `derived_first` is a column that every contact has: whether it is the earliest of its case.
  per       for a spread: rows are gathered by this column, and `sum` (or the number of rows) is taken for each;
            `days_between` takes the days from one column to the other instead, where both are known and in order
  day       the column by which a row stands in a period, a month and a stage, "" for none. Left out, it is the day of
            the table (`DAYS`)

A column may be one of a table that this one points to, as "cases.language": it is looked up by that table's id. The
last day asked for is the last of the period, or the day the extract was taken. Where a period is asked for, rows
without a day stand in none: they are left out of both numbers and counted with the missing.
"""

from functools import cache
from pathlib import Path

from linkwork.core.errors import NotFound
from linkwork.instruments.indicators.files import read
from linkwork.instruments.indicators.shapes import DAYS, KEYS, Count, Definition, Grouping, Shape

__all__ = [
    "DAYS",
    "FOLDER",
    "KEYS",
    "Count",
    "Definition",
    "Grouping",
    "Shape",
    "definition",
    "definitions",
    "read",
]

FOLDER = Path(__file__).parent.parent / "data" / "indicators"


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
