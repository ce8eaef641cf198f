"""The codings that count, as light as tables need them."""

from collections.abc import Collection
from typing import NamedTuple
from uuid import UUID

from linkwork.core.viewer import Viewer
from linkwork.evaluation.coding.reads.apart import live
from linkwork.evaluation.coding.reads.rows import SHARED, carried, pairs_in
from linkwork.evaluation.coding.rules.rounds import Layer

Pair = tuple[str, str]
COLUMNS = ("id", "start", "end", "coder__name", "valence", "stage")


class Held(NamedTuple):
    """One coding, without its words and memo. Ten thousand of these are read at once."""

    id: UUID
    source_id: UUID
    start: int
    end: int
    coder_id: UUID | None
    coder: str
    valence: str
    stage: str
    codes: frozenset[Pair]


def held(
    viewer: Viewer, study_id: UUID | None, layer: Layer, source_ids: Collection[UUID] | None = None
) -> list[Held]:
    """The codings that count, by source and place, with their codes: one question. None: of every study."""
    rows = live(viewer, layer).order_by("source_id", "start", "id")
    if study_id:
        rows = rows.filter(study_id=study_id)
    if source_ids is not None:
        rows = rows.filter(source_id__in=source_ids)
    named = {name: SHARED[name] for name in ("source_id", "coder_id")}
    shared = {f"{name}_text": cast for name, cast in named.items()}
    found = list(rows.annotate(**shared, carried=carried()).values_list(*COLUMNS, *shared, "carried"))
    codes = {text: frozenset(pairs_in(text)) for text in {row[-1] for row in found}}
    ids = {text: UUID(text) for text in {text for row in found for text in row[6:8] if text}}
    return [
        Held(
            key,
            ids[source],
            start,
            end,
            ids[coder] if coder else None,
            name or "",
            valence,
            stage,
            codes[text],
        )
        for key, start, end, name, valence, stage, source, coder, text in found
    ]
