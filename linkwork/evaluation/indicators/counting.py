"""Counts every figure of an extract once, and remembers the answer.

An extract never changes, so a count is made once for each definition's version, and kept on disk: also for another
extract with the same rows. What each process looks up for the first time it takes only from an extract whose files are
still what they were.
"""

import hashlib
from collections.abc import Callable, Sequence
from functools import lru_cache
from pathlib import Path
from typing import TypeVar

from django.core.cache import cache, caches
from django.utils.translation import gettext as _

from linkwork.core.errors import NotFound, Refused
from linkwork.evaluation.indicators.asking import Groups, count, count_both
from linkwork.evaluation.indicators.engine import Engine, opened
from linkwork.evaluation.indicators.rules.scopes import Scope
from linkwork.evaluation.indicators.rules.values import Raw
from linkwork.extracts import reads as extracts
from linkwork.extracts.reads import ExtractCard
from linkwork.instruments.indicators import Definition

__all__ = [
    "KEPT",
    "Groups",
    "counts_of",
    "looked_up_once",
    "paths_of",
    "way_of",
    "whole_and_parts",
    "worked_out_once",
]

T = TypeVar("T")
KEPT = "figures"  # the cache on disk
CODE = ("counting.py", "asking.py", "expressions.py", "columns.py")
Plain = tuple[int | None, int | None, int | None, dict[int, int]]  # a Raw


def counts_of(card: ExtractCard, found: Sequence[Definition], scope: Scope) -> dict[str, Groups]:
    """For each definition's id its groups (only "" for the whole). Raises Refused where the files were changed."""
    known = _known(card, found, scope)
    if known is None:
        with opened(paths_of(card)) as engine:
            known = count(engine, found, scope)
        _keep(card, found, scope, known)
    return known


def whole_and_parts(
    card: ExtractCard, found: Sequence[Definition], scope: Scope
) -> tuple[dict[str, Groups], dict[str, Groups]]:
    """As `counts_of`: these as a whole, and those that can be broken down by `scope.by` with their groups.

    Asked for together they are counted together: most wholes are the sum of their groups.
    """
    parted = [one for one in found if scope.by in one.grouping]
    whole, parts = _known(card, found, scope.whole), _known(card, parted, scope)
    if whole is None and parts is None:
        with opened(paths_of(card)) as engine:
            whole, parts = count_both(engine, found, scope)
        _keep(card, found, scope.whole, whole)
        _keep(card, parted, scope, parts)
    return whole or counts_of(card, found, scope.whole), parts or counts_of(card, parted, scope)


def looked_up_once(card: ExtractCard, what: str, look: Callable[[Engine], T]) -> T:
    """What `look` finds in an extract, looked up once by each process and never kept: it may be rows.

    Raises NotFound where its rows were removed, Refused where the files were changed.
    """
    _check_has_rows(card)
    key = "rows:" + hashlib.sha256(f"{card.hash} {what}".encode()).hexdigest()
    known: T | None = cache.get(key)
    if known is None:
        _check(card)
        with opened(paths_of(card)) as engine:
            known = look(engine)
        cache.set(key, known, None)
    return known


def worked_out_once(card: ExtractCard, what: str, code: tuple[str, ...], work: Callable[[], T]) -> T:
    """What was worked out of an extract by these files of `code`, kept on disk as counts are: figures, never rows.

    Raises as `looked_up_once` does.
    """
    _check_has_rows(card)
    here = _key_of(code, card.hash, what)
    known: T | None = cache.get(here)
    if known is None:
        _check(card)
        everywhere = _key_of(code, extracts.content_of(card), what)
        known = caches[KEPT].get(everywhere)
        if known is None:
            known = work()
            caches[KEPT].set(everywhere, known)
        cache.set(here, known, None)
    return known


def _check_has_rows(card: ExtractCard) -> None:
    if card.removed_at:
        raise NotFound(_("The rows of this extract were removed: %(why)s") % {"why": card.removed_why})


def _check(card: ExtractCard) -> None:
    if wrong := extracts.faults(card):
        raise Refused(_("This extract is not what it was: %(what)s") % {"what": " ".join(wrong)})


def _known(card: ExtractCard, found: Sequence[Definition], scope: Scope) -> dict[str, Groups] | None:
    """What was counted before, if the files are still what they were. Raises Refused where they are not."""
    key = _key(card.hash, found, scope)
    known: dict[str, Groups] | None = cache.get(key)
    if known is None:
        _check(card)
        known = _kept(_key(extracts.content_of(card), found, scope))
        if known is not None:
            cache.set(key, known, None)
    return known


def _kept(key: str) -> dict[str, Groups] | None:
    """What another process counted, or this one before a restart."""
    plain: dict[str, dict[str, Plain]] | None = caches[KEPT].get(key)
    if plain is None:
        return None
    return {id_: {group: Raw(*raw) for group, raw in groups.items()} for id_, groups in plain.items()}


def _keep(
    card: ExtractCard, found: Sequence[Definition], scope: Scope, counted_now: dict[str, Groups]
) -> None:
    """For this extract as long as the process lives; on disk, for each that has the same rows."""
    plain = {
        id_: {
            group: (raw.numerator, raw.denominator, raw.missing, dict(raw.histogram))
            for group, raw in groups.items()
        }
        for id_, groups in counted_now.items()
    }
    caches[KEPT].set(_key(extracts.content_of(card), found, scope), plain)
    cache.set(_key(card.hash, found, scope), counted_now, None)


def paths_of(card: ExtractCard) -> dict[str, Path]:
    """The Parquet file of each table."""
    return {name: card.folder / f"{name}.parquet" for name in card.rows}


def _key(mark: str, found: Sequence[Definition], scope: Scope) -> str:
    return _key_of(CODE, mark, str(scope), *(f"{one.id}:{one.version}" for one in found))


def _key_of(code: tuple[str, ...], *said: str) -> str:
    return "figures:" + hashlib.sha256(" ".join([way_of(code), *said]).encode()).hexdigest()


@lru_cache
def way_of(files: tuple[str, ...]) -> str:
    """A mark of these files of code: once one is changed, nothing they answered before is taken for their answer."""
    code = [(Path(__file__).parent / name).read_bytes() for name in files]
    return hashlib.sha256(b"".join(code)).hexdigest()
