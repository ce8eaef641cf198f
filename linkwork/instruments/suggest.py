"""By which words may a field be suggested from a worker's note, in which language?

One JSON file for each language in `data/suggest`, with its source, licence, author, version and day of review. What is
found is only ever offered, with the words it came from. In a phrase `*` at the end stands for any ending and `…` for
up to three words; `#` in `in_days` and `in_weeks` is a number.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from linkwork.core.errors import NotFound
from linkwork.instruments import lists

FOLDER = Path(__file__).parent / "data" / "suggest"
ORIGIN = ("id", "name", "source", "licence", "author", "version", "reviewed_on")
WORDS = ("telling", "travel", "admin", "and", "clock", "not_before", "not_after", "next_time", "hour", "minute",
         "in_days", "in_weeks", "next")  # fmt: skip
NUMBERS = ("lengths", "numbers", "days")
ROWS = ("weekdays", "months")
OF_A_LIST = {
    "mode": "contact_modes",
    "topics": "contact_topics",
    "support_types": "support_types",
    "needs": "needs",
    "languages": "languages",
}
YES_OR_NO = ("interpreter", "planned", "first", "linking", "education", "accompanied", "nobody")


@dataclass(frozen=True, eq=False)  # read once for each language: one is equal to itself
class Lexicon:
    """The words of one language. `phrases` maps a field and a value to its phrases; numbers are minutes or days.

    `weekdays` begin with Monday and `months` with January; each has its spellings.
    """

    id: str
    phrases: Mapping[str, Mapping[str, tuple[str, ...]]]
    words: Mapping[str, tuple[str, ...]]
    numbers: Mapping[str, Mapping[str, int]]
    weekdays: tuple[tuple[str, ...], ...]
    months: tuple[tuple[str, ...], ...]


def languages() -> tuple[str, ...]:
    """The languages there are words for."""
    return tuple(sorted(path.stem for path in FOLDER.glob("*.json")))


@cache
def lexicon(language: str) -> Lexicon:
    """The words of a language. Raises NotFound for one without, ValueError naming file and key for a faulty file."""
    if language not in languages():
        raise NotFound(f'There are no words to suggest by in "{language}".')
    return read(FOLDER / f"{language}.json")


def read(path: Path) -> Lexicon:
    """Read one file strictly. Raises ValueError that names the file and what is at fault."""
    data: dict[str, Any] = json.loads(path.read_text("utf-8"))
    expected = {*ORIGIN, "phrases", *WORDS, *NUMBERS, *ROWS}
    if set(data) != expected:
        wrong = sorted(set(data) ^ expected)
        raise ValueError(f"{path.name}: the keys {', '.join(wrong)} are missing or not known.")
    for field, by_value in data["phrases"].items():
        _check_values(path.name, field, by_value)
    if len(data["weekdays"]) != 7 or len(data["months"]) != 12:
        raise ValueError(f"{path.name}: a week has seven days and a year twelve months.")
    return Lexicon(
        id=data["id"],
        phrases={
            field: {value: tuple(found) for value, found in by_value.items()}
            for field, by_value in data["phrases"].items()
        },
        words={key: tuple(data[key]) for key in WORDS},
        numbers={key: data[key] for key in NUMBERS},
        weekdays=tuple(tuple(row) for row in data["weekdays"]),
        months=tuple(tuple(row) for row in data["months"]),
    )


def _check_values(name: str, field: str, by_value: Mapping[str, list[str]]) -> None:
    if field not in OF_A_LIST and field not in YES_OR_NO:
        raise ValueError(f'{name}: "{field}" is no field of a contact.')
    for value, found in by_value.items():
        known = lists.has(OF_A_LIST[field], value) if field in OF_A_LIST else value in ("yes", "no")
        if not known:
            raise ValueError(f'{name}, {field}: there is no term "{value}".')
        if not found or any(not words.strip(" *…") for words in found):
            raise ValueError(f"{name}, {field}, {value}: a phrase is empty.")
