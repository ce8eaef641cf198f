"""Counts every figure of an extract in as few questions as there are tables, and remembers the answer.

An extract never changes, so a count is made once for each definition's version, and kept on disk. What each process
looks up for the first time it takes only from an extract whose files are still what they were.
"""

import hashlib
from collections.abc import Iterable, Sequence
from functools import lru_cache
from pathlib import Path

from django.core.cache import cache, caches
from django.utils.translation import gettext as _

from linkwork.core.errors import Refused
from linkwork.evaluation.indicators.columns import GROUP
from linkwork.evaluation.indicators.engine import Engine, opened
from linkwork.evaluation.indicators.expressions import counted, histogram, prepared
from linkwork.evaluation.indicators.rules.scopes import Scope
from linkwork.evaluation.indicators.rules.values import Raw
from linkwork.extracts import reads as extracts
from linkwork.extracts.reads import ExtractCard
from linkwork.instruments.indicators import Count, Definition, Shape

KEPT = "figures"  # the cache on disk
PARTS = ("numerator", "denominator", "missing")
CODE = ("counting.py", "expressions.py", "columns.py")
Numbers = dict[tuple[str, str], dict[str, int]]  # by figure and part, then by group
Plain = tuple[int | None, int | None, int | None, dict[int, int]]  # a Raw
Groups = dict[str, Raw]  # by group key; the key of the whole is ""


def counts_of(card: ExtractCard, found: Sequence[Definition], scope: Scope) -> dict[str, Groups]:
    """For each definition's id its groups (only "" for the whole). Raises Refused where the files were changed."""
    key = _key(card, found, scope)
    known: dict[str, Groups] | None = cache.get(key)
    if known is None:
        wrong = extracts.faults(card)
        if wrong:
            raise Refused(_("This extract is not what it was: %(what)s") % {"what": " ".join(wrong)})
        known = _kept(key)
        if known is None:
            with opened(paths_of(card)) as engine:
                known = _count(engine, found, scope)
            _keep(key, known)
        cache.set(key, known, None)
    return known


def _kept(key: str) -> dict[str, Groups] | None:
    """What another process counted, or this one before a restart."""
    plain: dict[str, dict[str, Plain]] | None = caches[KEPT].get(key)
    if plain is None:
        return None
    return {id_: {group: Raw(*raw) for group, raw in groups.items()} for id_, groups in plain.items()}


def _keep(key: str, counted_now: dict[str, Groups]) -> None:
    plain = {
        id_: {
            group: (raw.numerator, raw.denominator, raw.missing, dict(raw.histogram))
            for group, raw in groups.items()
        }
        for id_, groups in counted_now.items()
    }
    caches[KEPT].set(key, plain)


def paths_of(card: ExtractCard) -> dict[str, Path]:
    """The Parquet file of each table."""
    return {name: card.folder / f"{name}.parquet" for name in card.rows}


def _key(card: ExtractCard, found: Sequence[Definition], scope: Scope) -> str:
    asked = " ".join(
        [_way_of_counting(), card.hash, str(scope), *(f"{one.id}:{one.version}" for one in found)]
    )
    return "figures:" + hashlib.sha256(asked.encode()).hexdigest()


@lru_cache(maxsize=1)
def _way_of_counting() -> str:
    """A mark of the code that counts: once it is changed, nothing counted before is taken for its answer."""
    code = [Path(__file__).with_name(name).read_bytes() for name in CODE]
    return hashlib.sha256(b"".join(code)).hexdigest()


def _count(engine: Engine, found: Sequence[Definition], scope: Scope) -> dict[str, Groups]:
    numbers: Numbers = {}
    asked = [(one.id, part, count) for one in found for part, count in _plain(one)]
    for table, day in sorted({(count.table, count.stands_on) for _id, _part, count in asked}):
        here = [row for row in asked if (row[2].table, row[2].stands_on) == (table, day)]
        numbers |= _count_table(engine, table, day, here, scope)
    answer = {}
    for one in found:
        spreads = _spread(engine, one.numerator, scope) if one.shape is Shape.SPREAD else {}
        keys = set(spreads).union(*(numbers.get((one.id, part), {}) for part in PARTS)) or {""}
        answer[one.id] = {key: _raw(numbers, one, key, spreads.get(key, {})) for key in keys}
    return answer


def _raw(numbers: Numbers, one: Definition, key: str, spread: dict[int, int]) -> Raw:
    """The counts of one group. A table that has no row of this group counted nought in it."""
    found = {part: numbers[one.id, part].get(key, 0) for part, _count in _plain(one)}
    return Raw(found.get("numerator"), found.get("denominator"), found.get("missing"), spread)


def _plain(one: Definition) -> Iterable[tuple[str, Count]]:
    for part in PARTS:
        count = getattr(one, part)
        if count is not None and not (part == "numerator" and one.shape is Shape.SPREAD):
            yield part, count


def _count_table(
    engine: Engine, name: str, day: str, asked: Sequence[tuple[str, str, Count]], scope: Scope
) -> Numbers:
    counts = {f"n{place}": (part, count) for place, (_id, part, count) in enumerate(asked)}
    table = prepared(engine, name, day, (count for _id, _part, count in asked), scope)
    rows = engine.rows(counted(table, counts, scope))
    return {
        (id_, part): {row.get(GROUP, ""): row[f"n{place}"] for row in rows}
        for place, (id_, part, _count) in enumerate(asked)
    }


def _spread(engine: Engine, count: Count, scope: Scope) -> dict[str, dict[int, int]]:
    table = prepared(engine, count.table, count.stands_on, [count], scope)
    found: dict[str, dict[int, int]] = {}
    for row in engine.rows(histogram(table, count, scope)):
        found.setdefault(row.get(GROUP, ""), {})[int(row["amount"])] = row["often"]
    return found
