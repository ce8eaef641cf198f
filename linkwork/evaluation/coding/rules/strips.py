"""How is a long text drawn a part at a time? It is cut into strips that depend on the text alone.

Strip number n begins at the first line that begins at or after n × size, or, in a line without end, at the first word
after that. Each border is found by looking at a little text behind n × size, so a strip is drawn without reading
what comes before it, and two readers always cut alike.
"""

from dataclasses import dataclass

SIZE = 6000
SMALL = 1500
CROWDED = 600  # codings on a strip of SIZE from which on strips are SMALL, so that a page stays light
SLACK = 1000


@dataclass(frozen=True)
class Strip:
    """Strip `number` of a text: its own piece, which begins at `start`. `end` is exclusive, as everywhere."""

    number: int
    start: int
    end: int
    text: str


def size_for(length: int, codings: int) -> int:
    """How long the strips of a text of `length` are that carries so many codings."""
    return SMALL if codings * SIZE > CROWDED * max(length, 1) else SIZE


def strips_in(length: int, size: int) -> int:
    """How many strips a text has; one at least."""
    return max(1, -(-length // size))


def to_read(number: int, size: int) -> tuple[int, int]:
    """Which piece of the text to read for a strip: (start, how many)."""
    return max(0, number * size - 1), size + SLACK + 1


def strip(piece: str, number: int, size: int, length: int) -> Strip:
    """The strip out of the piece read for it (see `to_read`)."""
    read_from = to_read(number, size)[0]
    start = _border(piece, number * size - read_from) if number else 0
    last = (number + 1) * size >= length
    end = len(piece) if last else _border(piece, (number + 1) * size - read_from)
    return Strip(number, read_from + start, read_from + end, piece[start:end])


def strip_of(place: int, piece: str, size: int) -> int:
    """Which strip `place` lies on. `piece` is the text read for strip `place // size`, which may begin behind it."""
    number = place // size
    if number == 0:
        return 0
    read_from = to_read(number, size)[0]
    begins = read_from + _border(piece, number * size - read_from)
    return number if begins <= place else number - 1


def _border(piece: str, place: int) -> int:
    """Where a strip begins that should begin at `place` of the piece."""
    if place >= len(piece):
        return len(piece)
    if place == 0 or piece[place - 1] == "\n":
        return place
    within = piece[place : place + SLACK]
    newline = within.find("\n")
    if newline >= 0:
        return place + newline + 1
    if len(within) < SLACK:  # the text's last line
        return len(piece)
    space = within.find(" ")
    return place + space + 1 if space >= 0 else place
