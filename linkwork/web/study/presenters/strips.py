"""The text a strip at a time: its lines with their marks, the stripes beside them, the codings on it."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from linkwork.core.viewer import Viewer
from linkwork.evaluation.coding import reads
from linkwork.evaluation.coding.reads import CodingCard, Narrow
from linkwork.evaluation.coding.rules.codebook import Codebook
from linkwork.evaluation.coding.rules.strips import (
    SIZE,
    SMALL,
    Strip,
    size_for,
    strip,
    strip_of,
    strips_in,
    to_read,
)
from linkwork.evaluation.studies import reads as studies
from linkwork.evaluation.studies.reads import SourceLine, SourcePart
from linkwork.web.study.presenters import desk
from linkwork.web.study.presenters.margin import margins

LISTED = 40  # on a strip with more codings the list says how many more there are
SIZES = (SIZE, SMALL)
MOST_TOUCHED = 4  # strips drawn anew at once


@dataclass(frozen=True)
class Look:
    """How the desk is looked at: from which place on, which codings, in strips of which size (0: as fits)."""

    place: int = 0
    narrow: Narrow = field(default_factory=Narrow)
    size: int = 0


@dataclass(frozen=True)
class Opened:
    """One strip of a source, read; `spread` counts the codings on all of it."""

    source: SourcePart
    strip: Strip
    size: int
    spread: reads.Spread


def opened(viewer: Viewer, source_id: UUID, look: Look) -> Opened:
    """The strip on which the place lies. Two questions, one more where the text is crowded. Raises NotFound."""
    place, size = max(0, look.place), look.size or SIZE
    source = studies.source_part(viewer, source_id, *to_read(place // size, size))
    spread = reads.spread(viewer, source, SMALL, look.narrow)
    wanted = look.size or size_for(source.length, spread.strips.total())
    place = min(place, max(0, source.length - 1))
    if place // wanted != max(0, look.place) // size or wanted != size:
        source = studies.source_part(viewer, source_id, *to_read(place // wanted, wanted))
    number = strip_of(place, source.part, wanted)
    if number != place // wanted:
        source = studies.source_part(viewer, source_id, *to_read(number, wanted))
    return Opened(source, strip(source.part, number, wanted, source.length), wanted, spread)


def strip_numbered(viewer: Viewer, source_id: UUID, number: int, size: int) -> tuple[SourcePart, Strip]:
    """A strip by its number; the last where there are not so many. One question. Raises NotFound."""
    source = studies.source_part(viewer, source_id, *to_read(number, size))
    last = strips_in(source.length, size) - 1
    if number > last:
        return strip_numbered(viewer, source_id, last, size)
    return source, strip(source.part, number, size, source.length)


def strips_touched(
    viewer: Viewer, source_id: UUID, start: int, end: int, size: int
) -> tuple[SourcePart, list[Strip]]:
    """The strips that a passage lies on, MOST_TOUCHED at most. One question. Raises NotFound."""
    first = max(0, start // size - 1)  # a strip may begin behind its place
    last = max(start, min(end - 1, start + MOST_TOUCHED * size)) // size
    begin = to_read(first, size)[0]
    source = studies.source_part(viewer, source_id, begin, sum(to_read(last, size)) - begin)
    found = []
    for number in range(first, min(last, strips_in(source.length, size) - 1) + 1):
        behind, many = to_read(number, size)
        piece = strip(source.part[behind - begin :][:many], number, size, source.length)
        if piece.start < end and start < piece.end:
            found.append(piece)
    if found:
        return source, found[:MOST_TOUCHED]
    source, piece = strip_numbered(viewer, source_id, first, size)  # the text has become shorter
    return source, [piece]


def drawn(
    viewer: Viewer, source: SourceLine, pieces: Sequence[Strip], narrow: Narrow, book: Codebook
) -> list[dict[str, Any]]:
    """Strips that follow each other as the page draws them. One question."""
    there = [piece for piece in pieces if piece.text]
    cards = (
        reads.codings_between(viewer, source, there[0].start, there[-1].end, narrow, book) if there else []
    )
    return [
        _drawn(
            viewer,
            source,
            piece,
            [card for card in cards if card.start < piece.end and piece.start < card.end],
            book,
        )
        for piece in pieces
    ]


def _drawn(
    viewer: Viewer, source: SourceLine, piece: Strip, cards: Sequence[CodingCard], book: Codebook
) -> dict[str, Any]:
    lines = desk.lines(piece, cards, book)
    for line, beside in zip(lines, margins(lines, cards, book), strict=True):
        line |= beside
    own = [card for card in cards if card.start >= piece.start]
    return {
        "number": piece.number,
        "start": piece.start,
        "end": piece.end,
        "lines": lines,
        "codings": desk.coding_rows(viewer, source, piece, own[:LISTED], book),
        "count": len(own),
        "more": max(0, len(own) - LISTED),
    }


def gaps(found: Opened) -> tuple[dict[str, Any], dict[str, Any]]:
    """What is not drawn before and after the strip: strip numbers, how much text, how many codings."""
    per = found.size // SMALL
    counted: Counter[int] = Counter()
    for small, n in found.spread.strips.items():
        counted[small // per] += n
    number, last = found.strip.number, strips_in(found.source.length, found.size) - 1
    return (
        _gap(range(number), counted, found.strip.start, max(0, found.strip.start - 1)),
        _gap(range(number + 1, last + 1), counted, found.source.length - found.strip.end, found.strip.end),
    )


def _gap(numbers: Sequence[int], counted: Counter[int], characters: int, place: int) -> dict[str, Any]:
    return {
        "first": numbers[0] if numbers else 0,
        "last": numbers[-1] if numbers else -1,
        "characters": characters,
        "codings": sum(_of(numbers, counted)),
        "place": place,
    }


def _of(numbers: Iterable[int], counted: Counter[int]) -> Iterable[int]:
    return (counted[number] for number in numbers)
