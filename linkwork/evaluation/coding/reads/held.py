"""The codings that count, as light as tables need them."""

from collections.abc import Collection, Iterable, Mapping
from operator import itemgetter
from typing import Any, NamedTuple
from uuid import UUID

from linkwork.core.viewer import Viewer
from linkwork.evaluation.coding.reads.apart import live
from linkwork.evaluation.coding.reads.rows import AS_TEXT, carried, pairs_in
from linkwork.evaluation.coding.rules.rounds import Layer

Pair = tuple[str, str]
Carried = Mapping[str | None, frozenset[Pair]]


class Held(NamedTuple):
    """One coding, without its words and memo, as the table has it.

    Of ten thousand codings even making their ids takes longer than comparing them: its id (`key`), its source, its
    coder and its codes stay text. `ids` and `codes_in` say once what those that many share stand for.
    """

    key: str
    source: str
    start: int
    end: int
    coder: str | None
    valence: str
    stage: str
    codes: str | None

    @property
    def id(self) -> UUID:
        """The coding's id: made where somebody points at it."""
        return UUID(self.key)


def held(
    viewer: Viewer, study_id: UUID | None, layer: Layer, source_ids: Collection[UUID] | None = None
) -> list[Held]:
    """The codings that count, by source and place, with their codes: one question. None: of every study."""
    rows = live(viewer, layer).order_by()
    if study_id:
        rows = rows.filter(study_id=study_id)
    if source_ids is not None:
        rows = rows.filter(source_id__in=source_ids)
    texts = {f"{name}_text": AS_TEXT[name] for name in ("id", "source_id", "coder_id")}
    columns = ("id_text", "source_id_text", "start", "end", "coder_id_text", "valence", "stage", "carried")
    read: Any = rows.annotate(**texts, carried=carried()).values_list(*columns)
    found = list(map(Held._make, read))
    # they lie nearly so: sorted sooner here than among all that was asked for
    for name in ("key", "start", "source"):
        found.sort(key=itemgetter(Held._fields.index(name)))
    return found


def ids(texts: Iterable[str | None]) -> dict[str, UUID]:
    """The ids in these texts, by text; what is nothing is not in it."""
    return {text: UUID(text) for text in set(texts) if text}


def codes_in(rows: Iterable[Held]) -> Carried:
    """The (frame id, construct id) that each text of codes stands for."""
    return {text: frozenset(pairs_in(text)) for text in {row.codes for row in rows}}
