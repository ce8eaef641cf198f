"""What the readers of other programs' projects share: trees of codes, times, words held against words."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace
from typing import Any, TypeVar

from django.utils.translation import gettext as _

from linkwork.core.errors import Refused
from linkwork.evaluation.coding.rules.passages import find_words
from linkwork.exchange.refi_qda.shapes import Code

DEEPEST = 20
MOST_CODES = 10_000
MOST_MISSES = 500
Key = TypeVar("Key")


def tree(codes: Mapping[Key, Code], parents: Mapping[Key, Key | None], file: str) -> tuple[Code, ...]:
    """The codes below their parents. One that hangs in a circle, or too deep, stands at the top.

    Raises Refused for more codes than a codebook can have.
    """
    if len(codes) > MOST_CODES:
        raise Refused(_("%(file)s is too large to be read at once.") % {"file": file})
    below: dict[Key | None, list[Key]] = {}
    for key in codes:
        below.setdefault(_parent(key, codes, parents), []).append(key)

    def made(key: Key) -> Code:
        return replace(codes[key], codes=tuple(made(one) for one in below.get(key, ())))

    return tuple(made(key) for key in below.get(None, ()))


def _parent(key: Key, codes: Mapping[Key, Code], parents: Mapping[Key, Key | None]) -> Key | None:
    above = parents.get(key)
    steps, at = 0, above
    while at is not None and at in codes:
        steps += 1
        if steps > DEEPEST or at == key:
            return None
        at = parents.get(at)
    return above if above in codes else None


def same_words(found: str, said: str) -> bool:
    """Whether two passages have the same words, however their spaces and line ends are written."""
    return bool(found.strip()) and "".join(found.split()) == "".join(said.split())


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The passage without the spaces around it."""
    words = text[start:end]
    return start + len(words) - len(words.lstrip()), end - len(words) + len(words.rstrip())


class Placing:
    """Finds the words that a file quotes. Looks elsewhere only so often: a file of nothing but misses is no project."""

    def __init__(self) -> None:
        self.misses = 0

    def of(self, text: str, start: int, end: int, said: str) -> tuple[int, int] | None:
        """Where the words stand: at the place the file gives, else where they stand once; None if nowhere."""
        if 0 <= start < end <= len(text) and same_words(text[start:end], said):
            return trimmed(text, start, end)
        self.misses += 1
        found = find_words(text, said) if self.misses <= MOST_MISSES else None
        return (found.start, found.end) if found and found.times == 1 else None


def moment(said: Any) -> dt.datetime | None:
    """A time as these programs write it, taken for UTC; None where it is none."""
    try:
        found = dt.datetime.fromisoformat(str(said))
    except ValueError:
        return None
    return found if found.tzinfo else found.replace(tzinfo=dt.UTC)


def number(said: Any) -> int:
    """A whole number, or -1 where the file says something else."""
    return said if isinstance(said, int) and not isinstance(said, bool) else -1


def words(said: Any) -> str:
    """A text; empty for what is none. What no database keeps goes."""
    return said.replace("\x00", "") if isinstance(said, str) else ""
