"""Which codings was a figure reckoned from?"""

import json
from collections.abc import Collection, Iterable, Mapping
from hashlib import sha256
from uuid import UUID

from linkwork.evaluation.coding.reads.rows import Row


def digest_of(rows: Iterable[Row], read: Mapping[UUID, Collection[UUID | None]]) -> str:
    """One hash of what was compared: who read what, and every coding's place and codes."""
    said = sorted(
        (
            str(row.source_id),
            row.start,
            row.end,
            str(row.coder_id),
            sorted((one.frame_id, one.construct_id) for one in row.codes),
        )
        for row in rows
    )
    readers = sorted((str(source), sorted(map(str, coders))) for source, coders in read.items())
    return sha256(json.dumps([readers, said]).encode()).hexdigest()
