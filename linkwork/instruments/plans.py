"""With which examples may a plan begin, where a programme has no templates of its own?

Each example is one JSON file in `data/plans` with its source, licence, author, version and day of review. Titles and
words are English and are shown, and taken over, through gettext.
"""

import datetime as dt
import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent / "data" / "plans"
KEYS = ("id", "title", "source", "licence", "author", "version", "reviewed_on", "goals")
OWNERS = ("person", "worker")


@dataclass(frozen=True)
class ExampleGoal:
    """A goal with (words, "person" or "worker") of each action."""

    words: str
    actions: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Example:
    """A plan to begin from, with where it comes from."""

    id: str
    title: str
    source: str
    licence: str
    author: str
    version: str
    reviewed_on: dt.date
    goals: tuple[ExampleGoal, ...]


@cache
def examples() -> tuple[Example, ...]:
    """Every example, by name of its file. Raises ValueError naming file and key for a faulty one."""
    return tuple(read(path) for path in sorted(FOLDER.glob("*.json")))


def read(path: Path) -> Example:
    """Read one file strictly. Raises ValueError that names the file and the key at fault."""
    data = json.loads(path.read_text("utf-8"))
    for key in KEYS:
        if key not in data:
            raise ValueError(f'{path.name}: the key "{key}" is missing.')
    if data["id"] != path.stem:
        raise ValueError(f'{path.name}: the key "id" says "{data["id"]}"; it must be the name of the file.')
    goals = tuple(
        ExampleGoal(goal["words"], tuple(_action(one, path) for one in goal["actions"]))
        for goal in data["goals"]
    )
    plain = {key: data[key] for key in KEYS}
    return Example(**plain | {"goals": goals, "reviewed_on": dt.date.fromisoformat(data["reviewed_on"])})


def _action(raw: dict[str, Any], path: Path) -> tuple[str, str]:
    if raw.get("by") not in OWNERS or not raw.get("words"):
        raise ValueError(f'{path.name}: an action needs "words", and "by" person or worker.')
    return raw["words"], raw["by"]
