"""What is in this log, before anything is read: its first rows, its words, how its days are written."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import islice

from linkwork.exchange.sheets.log_days import DayOrder
from linkwork.exchange.sheets.log_words import folded, words_of
from linkwork.exchange.sheets.table import SheetFile, SheetRow
from linkwork.extracts.rules.mappings import WORD_FIELDS

MOST_WORDS = 200  # of one column on the page, the commonest first; what is rarer is free text
MOST_COUNTED = 5000


@dataclass(frozen=True)
class Words:
    """The words of one column, the commonest first, each with its rows; `more` are not listed."""

    listed: tuple[tuple[str, int], ...]
    more: int


@dataclass(frozen=True)
class Profile:
    """`asked`: whether somebody must say if the day or the month comes first; else `order` says it. `rows`: all that
    hold anything.
    """

    rows: int
    words: Mapping[str, Words]
    asked: bool
    order: str


def first_rows(sheet: SheetFile, many: int = 5) -> list[SheetRow]:
    """The first rows below the header. Raises Refused where the text cannot be read."""
    return list(islice(sheet.rows(), many))


def profile(sheet: SheetFile, columns: Mapping[str, str]) -> Profile:
    """Read a log once, in memory that does not grow with it. Raises Refused where days are written both ways."""
    fields = {name: columns[name] for name in WORD_FIELDS if name in columns}
    counts: dict[str, Counter[str]] = {name: Counter() for name in fields}
    shown: dict[tuple[str, str], str] = {}
    order, rows, beyond = DayOrder(), 0, Counter[str]()
    for row in sheet.rows():
        rows += 1
        order.see(row.cells.get(columns["occurred_on"], ""))
        for name, column in fields.items():
            for word in words_of(name, row.cells.get(column, "")):
                plain, found = folded(word), counts[name]
                if plain not in found and len(found) >= MOST_COUNTED:
                    beyond[name] += 1
                    continue
                found[plain] += 1
                shown.setdefault((name, plain), word)
    words = {name: _listed(name, found, beyond[name], shown) for name, found in counts.items()}
    return Profile(rows, words, order.open, "" if order.open else order.told())


def _listed(name: str, found: Counter[str], beyond: int, shown: Mapping[tuple[str, str], str]) -> Words:
    most = found.most_common(MOST_WORDS)
    return Words(tuple((shown[name, plain], count) for plain, count in most), len(found) - len(most) + beyond)
