"""Which codings are there, and how many?"""

from collections import Counter
from collections.abc import Collection
from uuid import UUID

from django.db.models import Count

from linkwork.core.viewer import Viewer
from linkwork.evaluation.coding.models import CodingCode
from linkwork.evaluation.coding.reads.apart import live
from linkwork.evaluation.coding.reads.frames import frames_named
from linkwork.evaluation.coding.reads.rows import (
    Code,
    CodingCard,
    Row,
    code_in,
    in_reading_order,
    load,
    stage_of,
)
from linkwork.evaluation.coding.rules import Origin, Valence
from linkwork.evaluation.coding.rules.rounds import Layer
from linkwork.evaluation.studies import access
from linkwork.evaluation.studies import reads as studies
from linkwork.evaluation.studies.reads import SourceLine


def codings(viewer: Viewer, source_id: UUID, layer: Layer = Layer.CODERS) -> list[CodingCard]:
    """The codings of one source in the order of the text. Raises NotFound; for evaluators."""
    access.check_may_read_sources(viewer)
    source = studies.source_line(viewer, source_id)
    rows = load(viewer, live(viewer, layer).filter(source_id=source_id).order_by("start", "-end", "id"))
    return [card(row, source) for row in rows]


def counts(viewer: Viewer, study_id: UUID, source_ids: Collection[UUID] | None = None) -> dict[UUID, int]:
    """How many codings the coders made in each source of a study (in these); a source without any is not in it."""
    access.check_may_learn(viewer)
    rows = live(viewer, Layer.CODERS).filter(study_id=study_id)
    if source_ids is not None:
        rows = rows.filter(source_id__in=source_ids)
    return dict(rows.values_list("source_id").annotate(n=Count("*")).order_by())


def coders(viewer: Viewer, study_id: UUID) -> int:
    """How many people have coded in a study, by the codings that stand."""
    access.check_may_learn(viewer)
    rows = live(viewer, Layer.CODERS).filter(study_id=study_id)
    return rows.filter(coder__isnull=False).order_by().values("coder_id").distinct().count()


def studies_counts(viewer: Viewer) -> dict[UUID, int]:
    """How many codings the coders made in each study of the programme."""
    access.check_may_learn(viewer)
    rows = live(viewer, Layer.CODERS)
    return dict(rows.values_list("study_id").annotate(n=Count("*")).order_by())


def used(viewer: Viewer, study_id: UUID, layer: Layer = Layer.CONSENSUS) -> Counter[tuple[str, str]]:
    """How many codings of a study carry each (frame id, construct id). One question of the database."""
    access.check_may_learn(viewer)
    counted = live(viewer, layer).filter(study_id=study_id)
    rows = CodingCode.objects.filter(programme_id=viewer.programme, coding_id__in=counted.values("id"))
    return Counter({(f, c): n for f, c, n in rows.values_list("frame", "construct").annotate(n=Count("id"))})


def codes_used(viewer: Viewer, study_id: UUID) -> list[Code]:
    """The codes on any coding of a study, frames in their usual order, constructs in reading order."""
    pairs = used(viewer, study_id, Layer.CODERS)
    frame_of = frames_named(viewer, {frame_id for frame_id, _ in pairs})
    return in_reading_order(frame_of, {code_in(frame_of, *pair) for pair in pairs})


def card(row: Row, source: SourceLine) -> CodingCard:
    """A row as pages and tables get it."""
    return CodingCard(
        id=row.id,
        source_id=row.source_id,
        start=row.start,
        end=row.end,
        codes=row.codes,
        valence=Valence(row.valence),
        strength=row.strength,
        stage=stage_of(row, source),
        memo=row.memo,
        origin=Origin(row.origin),
        coder_id=row.coder_id,
        coder=row.coder,
    )
