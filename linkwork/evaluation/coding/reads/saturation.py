"""After how many sources did new codes stop coming in a study?"""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from django.db.models import Min

from linkwork.core.viewer import Viewer
from linkwork.evaluation.coding.reads.apart import live
from linkwork.evaluation.coding.reads.held import codes_in, held, ids
from linkwork.evaluation.coding.rules.rounds import Layer
from linkwork.evaluation.coding.rules.tables.saturation import (
    BASE,
    DRAWS,
    RUN,
    SEED,
    THRESHOLD,
    Band,
    Saturation,
    band,
    saturation,
)
from linkwork.evaluation.studies import access
from linkwork.evaluation.studies import reads as studies


class Order(StrEnum):
    """In which order sources are taken."""

    ADDED = "added"  # as they came into the study
    CODED = "coded"  # by their first coding


@dataclass(frozen=True)
class SaturationAsked:
    """A question about saturation. Empty `frame`: every code."""

    order: Order = Order.CODED
    frame: str = ""
    base: int = BASE
    run: int = RUN
    threshold: float = THRESHOLD
    draws: int = DRAWS
    seed: int = SEED


@dataclass(frozen=True)
class SaturationFound:
    """`titles` are the coded sources in order, `left_out` how many have no coding that counts."""

    asked: SaturationAsked
    titles: tuple[str, ...]
    found: Saturation
    band: Band | None
    left_out: int


def saturation_of(viewer: Viewer, study_id: UUID, asked: SaturationAsked) -> SaturationFound:
    """Where new codes stop coming, as the codings are now: at most four questions of the database.

    Raises ValueError for settings that mean nothing.
    """
    access.check_may_learn(viewer)
    lines = {one.id: one for one in studies.source_lines(viewer, study_id)}
    codes: dict[UUID, set[str]] = {}
    rows = held(viewer, study_id, Layer.CONSENSUS)
    id_of, pairs = ids(row.source for row in rows), codes_in(rows)
    for source, carried in {(row.source, row.codes) for row in rows}:
        for frame_id, construct_id in pairs[carried]:
            if id_of[source] in lines and (not asked.frame or frame_id == asked.frame):
                codes.setdefault(id_of[source], set()).add(f"{frame_id}:{construct_id}")
    first: dict[UUID, dt.datetime] = {}
    if asked.order is Order.CODED:
        first = dict(
            live(viewer, Layer.CODERS)
            .filter(study_id=study_id)
            .order_by()
            .values_list("source_id")
            .annotate(first=Min("created_at"))
        )
    ordered = sorted(
        codes, key=lambda key: (first.get(key, lines[key].created_at), lines[key].title, str(key))
    )
    sources = [codes[key] for key in ordered]
    drawn = (
        band(sources, asked.base, asked.run, asked.threshold, asked.draws, asked.seed)
        if asked.draws
        else None
    )
    return SaturationFound(
        asked,
        tuple(lines[key].title for key in ordered),
        saturation(sources, asked.base, asked.run, asked.threshold),
        drawn,
        len(lines) - len(ordered),
    )
