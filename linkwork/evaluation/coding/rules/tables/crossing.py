"""How often was a code given to each group, stage, source or by each coder?

Counted are passages, not codings: stretches of one text under one code that share a code point are one passage, so
that three coders who mark the same sentence count once. Passages that only touch are two.
"""

from bisect import bisect_left
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, NamedTuple, TypeVar

K = TypeVar("K", bound=Hashable)
R = TypeVar("R", bound=Hashable)
C = TypeVar("C", bound=Hashable)
T = TypeVar("T", bound=Hashable)
Span = tuple[int, int]


class Mark(NamedTuple, Generic[K, R, T]):
    """One coding: its text, its place, the rows it stands in."""

    key: K
    text: T
    start: int
    end: int
    rows: frozenset[R]


@dataclass(frozen=True)
class Crossed(Generic[K]):
    """One cell: passages, texts they stand in, words in them, and the codings, in the order given."""

    passages: int
    texts: int
    words: int
    keys: tuple[K, ...]


def merged(spans: Iterable[Span]) -> list[Span]:
    """The stretches that `spans` cover, in order; those that share a code point are one."""
    found: list[Span] = []
    for start, end in sorted(spans):
        if found and start < found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], end))
        else:
            found.append((start, end))
    return found


def cross(
    marks: Sequence[Mark[K, R, T]],
    column_of: Callable[[Mark[K, R, T]], C],
    words_in: Mapping[T, Sequence[int]] | None = None,
) -> dict[tuple[R, C], Crossed[K]]:
    """The cells that are not empty. `words_in`: where words begin in each text; without it no words are counted.

    By sorting, n log n in the number of codings.
    """
    spans: dict[tuple[R, C], dict[T, list[Span]]] = {}
    keys: dict[tuple[R, C], list[K]] = {}
    for mark in marks:
        column = column_of(mark)
        for row in mark.rows:
            cell = row, column
            spans.setdefault(cell, {}).setdefault(mark.text, []).append((mark.start, mark.end))
            keys.setdefault(cell, []).append(mark.key)
    return {cell: _cell(inside, keys[cell], words_in) for cell, inside in spans.items()}


def _cell(
    inside: Mapping[T, Sequence[Span]], keys: Sequence[K], words_in: Mapping[T, Sequence[int]] | None
) -> Crossed[K]:
    stretches = {text: merged(some) for text, some in inside.items()}
    words = (
        sum(words_between(words_in.get(text, ()), *one) for text, some in stretches.items() for one in some)
        if words_in is not None
        else 0
    )
    return Crossed(sum(map(len, stretches.values())), len(stretches), words, tuple(keys))


def words_between(begins: Sequence[int], start: int, end: int) -> int:
    """How many words begin from `start` up to `end`; a word cut at its beginning is not counted."""
    return bisect_left(begins, end) - bisect_left(begins, start)
