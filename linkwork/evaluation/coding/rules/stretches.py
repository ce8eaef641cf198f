"""The stretches of text that codes cover, and which of them share text: one walk along each text.

Codings of one code that share a code point are one stretch; those that only touch are two. So a code has at most one
open stretch at any place, and a walk holds as many as there are codes.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence

Laid = tuple[int, int, int]  # where a coding begins and ends in its text, and its number


class Stretch:
    """One stretch of one code, by its number, with the codings that make it."""

    __slots__ = ("code", "end", "laid", "number", "start")

    def __init__(self, number: int, code: str, first: Laid) -> None:
        self.number, self.code, self.laid = number, code, [first]
        self.start, self.end, _number = first

    def between(self, start: int, end: int) -> list[int]:
        """Which of its codings share text with this piece of it."""
        if len(self.laid) == 1:
            return [self.laid[0][2]]
        return [number for begins, ends, number in self.laid if begins < end and ends > start]


def stretches(laid: Iterable[Laid], codes_of: Callable[[int], Iterable[str]]) -> list[Stretch]:
    """The stretches of one text's codings; by their beginnings, numbered so. `codes_of` a coding's number."""
    found: list[Stretch] = []
    last: dict[str, Stretch] = {}
    for one in sorted(laid):
        start, end, number = one
        for code in sorted(codes_of(number)):
            before = last.get(code)
            if before is None or start >= before.end:
                new = last[code] = Stretch(len(found), code, one)
                found.append(new)
            else:
                before.end = max(before.end, end)
                before.laid.append(one)
    return found


def sharing(some: Sequence[Stretch], others: Sequence[Stretch]) -> Iterator[tuple[Stretch, Stretch]]:
    """The pairs, one of each, that share a code point."""
    open_some: dict[str, Stretch] = {}
    open_others: dict[str, Stretch] = {}
    walk = [(one.start, one, True) for one in some] + [(one.start, one, False) for one in others]
    walk.sort(key=lambda step: step[0])
    for start, one, is_some in walk:
        mine, theirs = (open_some, open_others) if is_some else (open_others, open_some)
        mine[one.code] = one
        over = []
        for other in theirs.values():
            if other.end <= start:
                over.append(other.code)
            else:
                yield (one, other) if is_some else (other, one)
        for code in over:
            del theirs[code]
