"""Own lists and codes, for tests of codebooks."""

from collections.abc import Sequence
from uuid import UUID

from linkwork.evaluation.coding import actions, reads
from linkwork.evaluation.coding.models import OwnCode
from linkwork.evaluation.coding.rules.codebook import Codebook, Pair
from linkwork.evaluation.coding.rules.own import ListKind, frame_id_of
from linkwork.testing.cast import NOON, Cast


def new_list(cast: Cast, study_id: UUID, title: str = "Found while reading") -> UUID:
    """An inductive list."""
    return actions.add_list(
        study_id=study_id, title=title, kind=ListKind.INDUCTIVE, by=cast.evaluator, at=NOON
    )


def add(
    cast: Cast,
    list_id: UUID,
    name: str,
    parent_id: UUID | None = None,
    definition: str = "",
    maps_to: Sequence[Pair] = (),
) -> UUID:
    """One code of it."""
    return actions.add_code(
        list_id=list_id,
        name=name,
        parent_id=parent_id,
        definition=definition,
        maps_to=maps_to,
        by=cast.evaluator,
        at=NOON,
    )


def many(cast: Cast, list_id: UUID, size: int) -> list[UUID]:
    """So many codes at once, every tenth with nine under it; written straight, for pages that must stay quick."""
    rows = [
        OwnCode(
            programme_id=cast.programme_id,
            code_list_id=list_id,
            name=f"Code {n}",
            name_key=f"code {n}",
            definition="What a passage with it says.",
            colour=n % 8 + 1,
            position=n,
            created_at=NOON,
        )
        for n in range(size)
    ]
    for n, row in enumerate(rows):
        row.parent_id = None if n % 10 == 0 else rows[n - n % 10].id
    OwnCode.objects.bulk_create(rows)
    return [row.id for row in rows]


def pair(list_id: UUID, code_id: UUID) -> Pair:
    """How codings name it."""
    return frame_id_of(list_id), code_id.hex


def book_of(cast: Cast, study_id: UUID) -> Codebook:
    """The study's codebook."""
    return reads.codebook(cast.evaluator, study_id)
