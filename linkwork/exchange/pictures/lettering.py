"""How much room do words take? Measured letter by letter, so that names are wrapped or cut and never run over."""

from collections.abc import Sequence
from typing import Final

# Widths at 14 units in Atkinson Hyperlegible, the widest letters of each line as they are.
_WIDTHS: Final = {
    letter: wide
    for wide, letters in (
        (3.5, "'.,:;jl’·|!"),
        (4.5, "i ()ft\u00a0\u202f"),
        (5.5, 'r-1/“”"'),
        (6.5, "vyIsxz–"),
        (7.5, "ckJ7aehnouFL2×"),
        (8.5, "bdgpqETV35BPRSXYZ4689"),
        (9.5, "wACKDHNU0…"),
        (10.5, "GOQ"),
        (12.0, "mMW—"),
        (13.0, "%"),
    )
    for letter in letters
}
_LATIN, _ELSE, _WIDE = 7.5, 7.8, 14.0
_SIZE: Final = 14.0
_ELLIPSIS: Final = "…"


def width_of(words: str, size: float = _SIZE, *, strong: bool = False) -> float:
    """The room `words` take in a line at this size; bold letters a little more."""
    taken = sum(_width(letter) for letter in words)
    return taken * size / _SIZE * (1.06 if strong else 1)


def fitted(words: str, width: float, size: float = _SIZE) -> str:
    """`words`, cut with an ellipsis where they would not fit into `width` (the table has them whole)."""
    if width_of(words, size) <= width:
        return words
    room = width - width_of(_ELLIPSIS, size)
    kept = ""
    for letter in words:
        if width_of(kept + letter, size) > room and kept:
            break
        kept += letter
    return kept.rstrip() + _ELLIPSIS


def wrapped(words: str, width: float, most: int = 2, size: float = _SIZE) -> tuple[str, ...]:
    """`words` in at most `most` lines; what is left over is cut with an ellipsis. One empty line for no words."""
    lines: list[str] = []
    rest = [
        word for word in words.replace("\n", " ").split(" ") if word
    ]  # a space that must not break does not
    while rest and len(lines) < most:
        line, rest = _line(rest, width, size)
        lines.append(line)
    if rest:
        lines[-1] = fitted(" ".join((lines[-1], *rest)), width, size)
    return tuple(lines) or ("",)


def _line(rest: Sequence[str], width: float, size: float) -> tuple[str, list[str]]:
    """As many words as fit into a line, and those left. A word longer than the line is broken where it must be."""
    line, left = rest[0], list(rest[1:])
    if width_of(line, size) > width:
        kept = _start(line, width, size)
        return kept, [line[len(kept) :], *left]
    while left and width_of(f"{line} {left[0]}", size) <= width:
        line = f"{line} {left.pop(0)}"
    return line, left


def _start(word: str, width: float, size: float) -> str:
    """What fits of a word, at least one letter."""
    taken = 0.0
    for place, letter in enumerate(word):
        taken += width_of(letter, size)
        if taken > width and place:
            return word[:place]
    return word


def _width(letter: str) -> float:
    if letter in _WIDTHS:
        return _WIDTHS[letter]
    if "\u0300" <= letter <= "\u036f" or "\u064b" <= letter <= "\u065f":
        return 0.0
    if letter >= "\u2e80":
        return _WIDE
    return _LATIN if letter < "\u0250" else _ELSE
