"""Which public codes does a practice put into its own record about a referral?

One JSON file in `data/codes` with its source, licence, author, version and day of review. A number nobody could
confirm is empty, and says so: it is never guessed.
"""

import datetime as dt
import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent / "data" / "codes"
KEYS = ("id", "name", "system", "source", "licence", "author", "version", "reviewed_on", "rule", "codes")
CODE_KEYS = ("event", "code", "label", "note")


@dataclass(frozen=True)
class RecordCode:
    """One code. `code` is empty where the number is not confirmed; `note` then says what to do."""

    event: str
    code: str
    label: str
    note: str


@dataclass(frozen=True)
class CodeSet:
    """The codes with where they come from and the rule they go by."""

    id: str
    name: str
    system: str
    source: str
    licence: str
    author: str
    version: str
    reviewed_on: dt.date
    rule: str
    codes: tuple[RecordCode, ...]


@cache
def primary_care_referral() -> CodeSet:
    """The three codes of primary care."""
    return read(FOLDER / "primary_care_referral.json")


def code_for(event: str) -> RecordCode:
    """The code of an event. Raises KeyError for one there is none for."""
    return {one.event: one for one in primary_care_referral().codes}[event]


def read(path: Path) -> CodeSet:
    """Read one file strictly. Raises ValueError that names the file and the key at fault."""
    data = json.loads(path.read_text("utf-8"))
    _check(data, KEYS, path.name)
    codes = []
    for number, raw in enumerate(data["codes"], 1):
        where = f"{path.name}, code {number}"
        _check(raw, CODE_KEYS, where)
        if raw["code"] and not raw["code"].isdecimal():
            raise ValueError(f'{where}: the key "code" says "{raw["code"]}", which is no number.')
        if not raw["code"] and not raw["note"]:
            raise ValueError(f'{where}: the key "note" is empty though the number is not known.')
        codes.append(RecordCode(**raw))
    reviewed_on = dt.date.fromisoformat(data["reviewed_on"])
    return CodeSet(**data | {"codes": tuple(codes), "reviewed_on": reviewed_on})


def _check(data: Any, must: tuple[str, ...], where: str) -> None:
    for key in must:
        if key not in data:
            raise ValueError(f'{where}: the key "{key}" is missing.')
    for key in data:
        if key not in must:
            raise ValueError(f'{where}: the key "{key}" is not known.')
