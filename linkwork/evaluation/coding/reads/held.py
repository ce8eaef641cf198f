"""The codings that count, as light as tables need them."""

from collections.abc import Collection
from operator import itemgetter
from typing import NamedTuple
from uuid import UUID

from linkwork.core.viewer import Viewer
from linkwork.evaluation.coding.reads.apart import live
from linkwork.evaluation.coding.reads.rows import AS_TEXT, carried, ids_in, pairs_in
from linkwork.evaluation.coding.rules.rounds import Layer

Pair = tuple[str, str]
COLUMNS = ("start", "end", "coder__name", "valence", "stage", "id_text", "source_id_text", "coder_id_text")
START, ID, SOURCE = (COLUMNS.index(name) for name in ("start", "id_text", "source_id_text"))


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
    rows = live(viewer, layer).order_by()
    if study_id:
        rows = rows.filter(study_id=study_id)
    if source_ids is not None:
        rows = rows.filter(source_id__in=source_ids)
    shared = {f"{name}_text": AS_TEXT[name] for name in ("id", "source_id", "coder_id")}
    found = list(rows.annotate(**shared, carried=carried()).values_list(*COLUMNS, "carried"))
    for place in (
        ID,
        START,
        SOURCE,
    ):  # they lie nearly so: sorted sooner here than among all that was asked for
        found.sort(key=itemgetter(place))
    codes = {text: frozenset(pairs_in(text)) for text in {row[-1] for row in found}}
    ids = ids_in(row[6:8] for row in found)
    return [
        Held(UUID(key), ids[source], start, end, ids[coder], name or "", valence, stage, codes[text])
        for start, end, name, valence, stage, key, source, coder, text in found
    ]
