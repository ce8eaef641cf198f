"""What does an extract say about itself, and is it still what it said?

The manifest is a JSON file beside the Parquet files. Its hash covers everything in it, the hash of every file
included, so that one short text stands for the whole extract.
"""

import hashlib
import json
from dataclasses import asdict, dataclass, field
from typing import Any

FORMAT = 2


@dataclass(frozen=True)
class ColumnNote:
    """One column as it stands in the file. `days` says how exact a day is; `empty` why nothing is in it."""

    name: str
    kind: str
    privacy: str
    why: str
    days: str = ""
    empty: str = ""


@dataclass(frozen=True)
class TableNote:
    """One file: its rows, its columns, and the SHA-256 of its bytes."""

    name: str
    file: str
    rows: int
    sha256: str
    columns: tuple[ColumnNote, ...]


@dataclass(frozen=True)
class Manifest:
    """The whole extract. `programme` and `study_key` are pseudonyms; `definitions` maps an indicator to its version.

    `labels` says what the programme itself calls terms, by list and code; the tables hold codes alone. `days`: how
    exactly days about a person were asked for. `part`: period, stage and kind of place it was cut to; empty for all.
    `mapping`: how a file from elsewhere was read: its columns, and which of its words became which of ours.
    """

    id: str
    name: str
    taken_at: str
    origin: str
    programme: str
    study_key: str
    tables: tuple[TableNote, ...]
    definitions: dict[str, str]
    labels: dict[str, dict[str, str]] = field(default_factory=dict)
    days: str = "exact"
    part: dict[str, str] = field(default_factory=dict)
    mapping: dict[str, Any] = field(default_factory=dict)
    format: int = FORMAT

    @property
    def hash(self) -> str:
        """SHA-256 over the manifest in one fixed writing (sorted keys, no spaces)."""
        return hash_of(asdict(self))

    def text(self) -> str:
        """The file's content, with the hash in it."""
        return json.dumps(asdict(self) | {"hash": self.hash}, ensure_ascii=False, indent=2) + "\n"


def hash_of(data: dict[str, Any]) -> str:
    """The hash of a manifest's data, without its own `hash`."""
    bare = {key: value for key, value in data.items() if key != "hash"}
    written = json.dumps(bare, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(written.encode()).hexdigest()
