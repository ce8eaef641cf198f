"""Which words may point to harm, in which language? One JSON file with its source, licence, author and day of review.

A worker's note that holds one of them is met with a calm question, never with a decision.
"""

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

FILE = Path(__file__).parent / "data" / "risk_words.json"
KEYS = ("id", "name", "source", "licence", "author", "version", "reviewed_on", "kinds", "phrases")


@dataclass(frozen=True)
class Phrase:
    """Words of one language that may point to one kind of harm; `*` at the end stands for any ending."""

    words: str
    kind: str
    language: str


@cache
def _data() -> dict[str, Any]:
    return read(FILE)


def read(path: Path) -> dict[str, Any]:
    """Read the file strictly. Raises ValueError that names what is at fault."""
    data: dict[str, Any] = json.loads(path.read_text("utf-8"))
    if set(data) != set(KEYS):
        raise ValueError(f"{path.name}: its keys must be {', '.join(KEYS)}.")
    for language, by_kind in data["phrases"].items():
        if unknown := set(by_kind) - set(data["kinds"]):
            raise ValueError(f"{path.name}, {language}: {', '.join(sorted(unknown))} is no kind of harm.")
        if any(not words.strip(" *") for found in by_kind.values() for words in found):
            raise ValueError(f"{path.name}, {language}: a phrase is empty.")
    return data


def languages() -> tuple[str, ...]:
    """The languages there are words for."""
    return tuple(_data()["phrases"])


def kinds() -> tuple[str, ...]:
    """The kinds of harm."""
    return tuple(_data()["kinds"])


@cache
def phrases(language: str = "") -> tuple[Phrase, ...]:
    """The phrases of one language, or of all."""
    return tuple(
        Phrase(words, kind, spoken)
        for spoken, by_kind in _data()["phrases"].items()
        if language in ("", spoken)
        for kind, found in by_kind.items()
        for words in found
    )
