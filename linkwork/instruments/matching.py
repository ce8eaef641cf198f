"""Which strategies did experts endorse for which barrier? The table of the house, or the one that ships, in part.

Waltz and others (Implementation Science 2019;14:42) asked 169 experts. Their whole matrix (39 barriers by 73
strategies) belongs to its article and is not here: a house that has it names its file in LINKWORK_MATCHING_TABLE.
Without one there is what three open articles print, and `whole` is false: wherever it is shown, that is said.

Two shapes of CSV are read. Long: `barrier`, `strategy`, and `percent` or `level`. Wide: a first column of strategies,
then a column a barrier, percentages in the cells. Barriers and strategies by their names or our ids.
"""

import csv
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from django.conf import settings

from linkwork.core.text import fold
from linkwork.instruments import frames, mappings
from linkwork.instruments.frames import Frame

BARRIERS, STRATEGIES, SHIPPED = "cfir-2009", "eric-2015", "cfir-2009-to-eric"
STRONG, WEAK = 50.0, 20.0  # percent of the experts: level 1 from the first, level 2 from the second


@dataclass(frozen=True)
class Endorsed:
    """One strategy endorsed for a barrier; `level` 1 by half of the experts or more, 2 by a fifth to a half."""

    barrier: str
    strategy: str
    level: int


@dataclass(frozen=True)
class Matching:
    """The table. `barriers` of `all_barriers` have a row in it; it is `whole` where all of them have."""

    name: str
    barriers: int
    all_barriers: int
    links: tuple[Endorsed, ...]

    @property
    def whole(self) -> bool:
        """Whether a strategy that is not named for a barrier was not endorsed for it."""
        return self.barriers == self.all_barriers

    def of(self, barrier: str) -> tuple[Endorsed, ...]:
        """What was endorsed for one barrier."""
        return tuple(one for one in self.links if one.barrier == barrier)


def table() -> Matching:
    """The house's table, or the one that ships. Raises ValueError that names the file, the row and what is wrong."""
    named = str(settings.MATCHING_TABLE)
    return read(Path(named)) if named else _shipped()


@cache
def _shipped() -> Matching:
    found = mappings.mapping(SHIPPED)
    links = tuple(Endorsed(one.start, to, one.level or 2) for one in found.links for to in one.to)
    return Matching(found.name, len({one.barrier for one in links}), len(_barriers()), links)


@cache
def read(path: Path) -> Matching:
    """A file of either shape. Raises ValueError that names the file, the row and what is wrong with it."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = [row for row in csv.reader(file) if any(cell.strip() for cell in row)]
    except OSError as lost:
        raise ValueError(f"{path.name}: the matching table cannot be opened") from lost
    if len(rows) < 2:
        raise ValueError(f"{path.name}: the matching table has no rows")
    head = [fold(cell) for cell in rows[0]]
    cells = _long(head, rows[1:]) if {"barrier", "strategy"} <= set(head) else _wide(rows)
    barrier_of, strategy_of = _finder(_barriers()), _finder(_strategies())
    seen, links = set(), []
    for line, barrier, strategy, level in cells:
        found = (barrier_of(barrier), strategy_of(strategy))
        for said, id in zip((barrier, strategy), found, strict=True):
            if id is None:
                raise ValueError(f"{path.name}, row {line}: “{said}” is in neither frame")
        seen.add(found[0])
        if level:
            links.append(Endorsed(str(found[0]), str(found[1]), level))
    return Matching(path.stem, len(seen), len(_barriers()), tuple(links))


Cell = tuple[int, str, str, int]  # line, barrier, strategy, level (0: not endorsed)


def _long(head: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[Cell]:
    if not {"percent", "level"} & set(head):
        raise ValueError("the matching table lacks a column “percent” or “level”")
    for line, row in enumerate(rows, start=2):
        cells = dict(zip(head, row, strict=False))
        told = cells.get("level", "").strip()
        level = int(told) if told in ("0", "1", "2") else _level(line, cells.get("percent", ""))
        yield line, cells["barrier"], cells["strategy"], level


def _wide(rows: Sequence[Sequence[str]]) -> Iterator[Cell]:
    for line, row in enumerate(rows[1:], start=2):
        for barrier, cell in zip(rows[0][1:], row[1:], strict=False):
            if barrier.strip():
                yield line, barrier, row[0], _level(line, cell)


def _level(line: int, cell: str) -> int:
    """From "57 %", "57" or "0.57"; an empty cell is a zero."""
    text = cell.strip().removesuffix("%").strip().replace(",", ".")
    try:
        percent = float(text or 0)
    except ValueError:
        raise ValueError(f"row {line} of the matching table: “{cell}” is no percentage") from None
    percent = percent * 100 if 0 < percent <= 1 and "%" not in cell else percent
    return 1 if percent >= STRONG else 2 if percent >= WEAK else 0


def _finder(known: Mapping[str, str]) -> Callable[[str], str | None]:
    by_word = {_plain(word): id for id, name in known.items() for word in (id, name)}
    return lambda said: by_word.get(_plain(said))


def _plain(text: str) -> str:
    return "".join(mark for mark in fold(text).replace("&", "and") if mark.isalnum())


def _barriers() -> dict[str, str]:
    frame: Frame = frames.frame(BARRIERS)
    return {one.id: one.name for one in frame.constructs if one.kind != "domain"}


def _strategies() -> dict[str, str]:
    return {one.id: one.name for one in frames.frame(STRATEGIES).constructs if one.kind == "strategy"}
