"""By which ids and words do things of ours stand in a project file that have no id, or no place, in the standard?

A construct of a shipped frame, a valence, a strength and a stage go out as codes with ids that never change, so that
every program shows them and a file of ours comes back whole.
"""

import re
from collections.abc import Mapping
from functools import lru_cache
from hashlib import sha1
from uuid import UUID

from linkwork.evaluation.coding.rules import Valence
from linkwork.evaluation.coding.rules.codebook import CodeCard
from linkwork.programmes.rules import Stage

ORIGIN = "Linkwork"
NAMESPACE = UUID("da99ea00-0edb-42cf-ae7e-cb2db2c53ddd")
_NAMESPACE = NAMESPACE.bytes
_OTHER_BITS = ~(0xF000 << 64 | 0xC000 << 48)
_VERSION_5 = 5 << 76 | 0x8000 << 48
# The palette of the pages in light colours, as the standard writes a colour.
COLOURS = ("#3c6e9f", "#1f7d2f", "#a3306f", "#8a6d00", "#9c4a1a", "#2f7480", "#6a4fa3", "#5c6660")
VALENCES = {
    Valence.FACILITATOR: "Helps",
    Valence.BARRIER: "Hinders",
    Valence.MIXED: "Helps and hinders",
    Valence.NEUTRAL: "Neither",
}
STRENGTHS = {1: "A little", 2: "Clearly", 3: "Strongly"}
STAGES = {Stage.INITIATION: "Initiation", Stage.OPERATION: "Operation", Stage.MAINTENANCE: "Maintenance"}
KIND, GROUP, STAGE, LANGUAGE, CONSENT = "Kind of source", "Who speaks", "Stage", "Language", "Consent"
PARTS = {"include": "Include", "exclude": "Exclude", "example": "Example"}


def made(*words: object) -> UUID:
    """The id of what has none of its own: always the same for the same words."""
    return made_of("/".join(map(str, words)))


def made_of(words: str) -> UUID:
    """The same of words that are put together with strokes already (RFC 9562 section 5.5)."""
    bits = int.from_bytes(sha1(_NAMESPACE + words.encode()).digest()[:16])
    return UUID(int=bits & _OTHER_BITS | _VERSION_5)


@lru_cache(4096)
def named(*words: str | int) -> UUID:
    """The same for what ten thousand passages name again and again."""
    return made(*words)


def colour_of(colour: int) -> str:
    """A place of the palette, 1 to 8, as `#rrggbb`."""
    return COLOURS[(colour - 1) % len(COLOURS)]


def place_of(colour: str) -> int:
    """The place of the palette nearest to `#rgb` or `#rrggbb`; 0 where the file says no colour."""
    digits = colour.removeprefix("#")
    if len(digits) == 3:
        digits = "".join(digit * 2 for digit in digits)
    if not re.fullmatch("[0-9a-fA-F]{6}", digits):
        return 0
    wanted = bytes.fromhex(digits)
    far = [sum((a - b) ** 2 for a, b in zip(wanted, bytes.fromhex(one[1:]), strict=True)) for one in COLOURS]
    return far.index(min(far)) + 1


def description_of(card: CodeCard) -> str:
    """What a code means, when to use it and when not, in the one field the standard has."""
    said = [card.definition] if card.definition else []
    said += [f"{word}: {text}" for name, word in PARTS.items() if (text := getattr(card, name))]
    return "\n\n".join(said)


def parts_of(description: str) -> Mapping[str, str]:
    """The twin of `description_of`. A description of another program is all definition."""
    heads = "|".join(PARTS.values())
    pieces = re.split(rf"(?:^|\n\n)({heads}): ", description)
    found = {"definition": pieces[0]}
    names = {word: name for name, word in PARTS.items()}
    for word, text in zip(pieces[1::2], pieces[2::2], strict=True):
        found[names[word]] = text
    return found
