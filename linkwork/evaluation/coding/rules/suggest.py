"""Which codes might fit a passage, judging by words alone, and because of which of the coder's own codings?

A code is suggested for a word of the passage when at least LEAST passages with that code hold the word, and when the
word stands there at least twice as often as in the coder's other passages: common words speak for nothing. Counts
only, no chance and no learning: the same codings give the same suggestions, with the same reason.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from linkwork.evaluation.coding.rules.finding import plain

C = TypeVar("C")
LEAST = 2
MOST = 3
LIFT = 2.0
_SPEAKER = re.compile(
    r"^(?:\[[\d:.]+\] ?)?[^:：\n]{1,40}[:：](?=\s|$)", re.MULTILINE
)  # who speaks is no reason
_WORD = re.compile(r"[^\W\d_]{4,}|[\u3400-\u9fff]{2}")


@dataclass(frozen=True)
class Suggestion(Generic[C]):
    """A code, because `passages` passages with it hold `word` (as it stands in the passage asked about)."""

    code: C
    word: str
    passages: int


def suggestions(
    words: str, coded: Sequence[tuple[str, Iterable[C]]], most: int = MOST
) -> list[Suggestion[C]]:
    """Codes for the passage `words`, the best founded first. `coded` are (words, codes) of earlier passages."""
    asked = {plain(said): said for said in _WORD.findall(_SPEAKER.sub(" ", words))}
    carrying: Counter[C] = Counter()
    holding: Counter[str] = Counter()
    both: Counter[tuple[C, str]] = Counter()
    for text, codes in coded:
        held = asked.keys() & words_of(text)
        given = set(codes)
        carrying.update(given)
        holding.update(held)
        both.update((code, word) for code in given for word in held)
    found: dict[C, Suggestion[C]] = {}
    for (code, word), n in sorted(both.items(), key=lambda one: (-one[1], one[0][1])):
        elsewhere = (holding[word] - n) / max(1, len(coded) - carrying[code])
        if n >= LEAST and code not in found and n / carrying[code] >= LIFT * elsewhere:
            found[code] = Suggestion(code, asked[word], n)
    return sorted(found.values(), key=lambda one: -one.passages)[:most]


def words_of(text: str) -> frozenset[str]:
    """The words of a passage that may speak for a code: four letters at least, or two signs of Chinese."""
    return frozenset(_WORD.findall(plain(_SPEAKER.sub(" ", text))))
