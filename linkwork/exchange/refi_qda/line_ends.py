"""Texts from elsewhere have line ends of two characters, and programs differ in how they count them.

NVivo on Windows and MAXQDA count a CRLF as two, ATLAS.ti as one. We keep LF alone, and move the positions along.
"""

from bisect import bisect_left
from collections.abc import Iterable

BOM = "\ufeff"


class LineEnds:
    """One text as it came, and the same with LF: `text`. Positions are code points."""

    def __init__(self, raw: str) -> None:
        bare = raw.removeprefix(BOM)
        self.text = bare.replace("\r\n", "\n").replace("\r", "\n")
        self._returns = _returns(bare)

    @property
    def is_plain(self) -> bool:
        """Whether there was nothing to count differently."""
        return not self._returns

    def moved(self, position: int, *, counted_as_two: bool) -> int:
        """Where a position of the file lies in `text`."""
        return position - bisect_left(self._returns, position) if counted_as_two else position

    def counted_as_two(self, said: Iterable[tuple[int, int, str]], usual: bool) -> bool:
        """Which way of counting fits the passages whose words the file gives; `usual` where none does.

        `said` is (start, end, words) of each; words may be cut short by the program that wrote them.
        """
        votes = {True: 0, False: 0}
        for start, end, words in said:
            for way in votes:
                found = self.text[self.moved(start, counted_as_two=way) : self.moved(end, counted_as_two=way)]
                votes[way] += _same(found, words)
        return usual if votes[True] == votes[False] else votes[True] > votes[False]


def _returns(text: str) -> list[int]:
    """The position of each CR that goes."""
    found, at = [], text.find("\r\n")
    while at >= 0:
        found.append(at)
        at = text.find("\r\n", at + 2)
    return found


def _same(found: str, words: str) -> bool:
    one, other = "".join(found.split()), "".join(words.removesuffix("…").removesuffix("...").split())
    return bool(other) and one.startswith(other[:40])
