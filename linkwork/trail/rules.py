"""The chain: each row's hash covers its own content and the hash of the row before it."""

import datetime as dt
import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

FIRST = "0" * 64


@dataclass(frozen=True)
class Entry:
    """One row of the trail, as the hash sees it."""

    sequence: int
    programme_id: UUID | None
    kind: str
    actor_id: UUID | None
    at: dt.datetime
    what: str
    about: str
    about_id: UUID | None
    detail: dict[str, object]


def hash_of(entry: Entry, previous: str) -> str:
    """SHA-256 (hex) over the canonical JSON of the entry and the previous hash."""
    content = vars(entry) | {"at": entry.at.astimezone(dt.UTC).isoformat(timespec="microseconds")}
    text = json.dumps(content, sort_keys=True, separators=(",", ":"), default=str, ensure_ascii=False)
    return hashlib.sha256(f"{previous}\n{text}".encode()).hexdigest()


def first_break(entries: Iterable[tuple[Entry, str]]) -> int | None:
    """The sequence number at which the chain no longer holds, or None for a whole chain.

    `entries` are (entry, stored hash) in order of sequence, beginning at 1.
    """
    previous = FIRST
    expected = 1
    for entry, stored in entries:
        if entry.sequence != expected or hash_of(entry, previous) != stored:
            return expected
        previous = stored
        expected += 1
    return None
