"""Which sources have a coding? Each is looked up by itself, so that it does not matter how many codings it has."""

from typing import Any
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, QuerySet

from linkwork.core.viewer import Viewer
from linkwork.evaluation.coding.reads.apart import live
from linkwork.evaluation.coding.rules.rounds import Layer
from linkwork.evaluation.studies import access
from linkwork.evaluation.studies.reads.sources import open_sources


def sources_coded(viewer: Viewer) -> dict[UUID, int]:
    """How many sources of each study have a coding; a study without any is not in it. One question."""
    return dict(_coded(viewer).values_list("study_id").annotate(n=Count("*")).order_by())


def coded_in(viewer: Viewer, study_id: UUID) -> frozenset[UUID]:
    """The sources of a study that have a coding. One question."""
    return frozenset(_coded(viewer).filter(study_id=study_id).values_list("id", flat=True))


def _coded(viewer: Viewer) -> QuerySet[Any]:
    access.check_may_learn(viewer)
    return open_sources(viewer).filter(Exists(live(viewer, Layer.CODERS).filter(source_id=OuterRef("id"))))
