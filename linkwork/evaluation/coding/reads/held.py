"""The codings that count, as light as tables need them."""

from collections.abc import Collection, Sequence
from operator import itemgetter
from typing import Any, NamedTuple
from uuid import UUID

from linkwork.core.viewer import Viewer
from linkwork.evaluation.coding.reads.apart import live
from linkwork.evaluation.coding.reads.rows import AS_TEXT, carried, ids_in, pairs_in
from linkwork.evaluation.coding.rules.rounds import Layer

Pair = tuple[str, str]
Lying = tuple[
    int, int, str, str, str, str
]  # start, end, stage, id, source id, codes as `pairs_in` reads them
LAID = ("start", "end", "stage", "id_text", "source_id_text")
COLUMNS = ("start", "end", "valence", "stage", "id_text", "source_id_text", "coder_id_text")


class Held(NamedTuple):
    """One coding, without its words and memo. Ten thousand of these are read at once, so `key`, its id, stays text."""

    key: str
    source_id: UUID
    start: int
    end: int
    coder_id: UUID | None
    valence: str
    stage: str
    codes: frozenset[Pair]

    @property
    def id(self) -> UUID:
        """The coding's id: made where somebody points at it."""
        return UUID(self.key)


def held(
    viewer: Viewer, study_id: UUID | None, layer: Layer, source_ids: Collection[UUID] | None = None
) -> list[Held]:
    """The codings that count, by source and place, with their codes: one question. None: of every study."""
    found = _read(viewer, study_id, layer, source_ids, COLUMNS)
    codes = {text: frozenset(pairs_in(text)) for text in {row[-1] for row in found}}
    ids = ids_in(row[5:7] for row in found)
    return [
        Held(key, ids[source], start, end, ids[coder], valence, stage, codes[text])
        for start, end, valence, stage, key, source, coder, text in found
    ]


def lying(
    viewer: Viewer, study_id: UUID, layer: Layer, source_ids: Collection[UUID] | None = None
) -> list[Lying]:
    """The codings of a study as `held` finds them, with no more than where they lie and what they carry.

    Of ten thousand codings even making their ids takes longer than comparing them, so ids and codes stay text.
    """
    return _read(viewer, study_id, layer, source_ids, LAID)


def _read(
    viewer: Viewer,
    study_id: UUID | None,
    layer: Layer,
    source_ids: Collection[UUID] | None,
    columns: Sequence[str],
) -> list[Any]:
    """These columns and the codes as text, by source, place and id."""
    rows = live(viewer, layer).order_by()
    if study_id:
        rows = rows.filter(study_id=study_id)
    if source_ids is not None:
        rows = rows.filter(source_id__in=source_ids)
    shared = {name: AS_TEXT[name.removesuffix("_text")] for name in columns if name.endswith("_text")}
    found: list[Any] = list(rows.annotate(**shared, carried=carried()).values_list(*columns, "carried"))
    # they lie nearly so: sorted sooner here than among all that was asked for
    for name in ("id_text", "start", "source_id_text"):
        found.sort(key=itemgetter(columns.index(name)))
    return found
