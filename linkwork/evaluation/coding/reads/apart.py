"""Which codings may this viewer know of? The one place that decides it: every question of this room begins here.

While a blind round is open, its coders see only their own codings in its sources: in the text, in quotations, in
every count, table and export. A learner's codings in a practice set are theirs alone, and never findings.
"""

from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from linkwork.core.viewer import Viewer
from linkwork.evaluation.coding.models import Coding, RoundSource
from linkwork.evaluation.coding.rules import Origin
from linkwork.evaluation.coding.rules.rounds import Layer, Purpose


def known(viewer: Viewer) -> QuerySet[Coding]:
    """The programme's codings that the viewer may know of, also removed ones and every layer."""
    learners = _practice(viewer).filter(
        source_id=OuterRef("source_id"), round__coders__coder_id=OuterRef("coder_id")
    )
    hidden = Q(source_id__in=_practice(viewer).values("source_id")) & Q(Exists(learners))
    if viewer.id is not None:
        hidden |= Q(source_id__in=blind_sources(viewer))
    rows = Coding.objects.filter(programme_id=viewer.programme)
    if viewer.id is None:
        return rows.filter(~hidden)
    return rows.filter(Q(coder_id=viewer.id) | ~hidden)


def live(viewer: Viewer, layer: Layer = Layer.CONSENSUS) -> QuerySet[Coding]:
    """The codings that count: known, not removed, of one layer."""
    rows = known(viewer).filter(removed_at__isnull=True)
    if layer is Layer.CODERS:
        return rows.exclude(origin=Origin.CONSENSUS)
    settled = Q(source_id__in=settled_sources(viewer))
    if (
        viewer.id is not None
    ):  # whoever is kept apart from others' codings is kept apart from what they settled
        settled &= ~Q(source_id__in=blind_sources(viewer))
    return rows.filter((settled & Q(origin=Origin.CONSENSUS)) | (~settled & ~Q(origin=Origin.CONSENSUS)))


def standing(viewer: Viewer) -> QuerySet[Coding]:
    """Every coding the viewer may know of that is not removed, coders' and consensus alike: for what is cited by id."""
    return known(viewer).filter(removed_at__isnull=True)


def blind_sources(viewer: Viewer) -> QuerySet[RoundSource, Any]:
    """The sources in which the viewer now sees only their own codings."""
    kept_apart = RoundSource.objects.filter(
        programme_id=viewer.programme,
        round__blind=True,
        round__closed_at__isnull=True,
        round__coders__coder_id=viewer.id,
    )
    return kept_apart.values("source_id")


def settled_sources(viewer: Viewer) -> QuerySet[RoundSource, Any]:
    """The sources whose consensus stands for them."""
    return RoundSource.objects.filter(programme_id=viewer.programme, settled_at__isnull=False).values(
        "source_id"
    )


def is_blind(viewer: Viewer, source_id: UUID) -> bool:
    """Whether the viewer now sees only their own codings in this source: nothing of others arrives there."""
    return viewer.id is not None and blind_sources(viewer).filter(source_id=source_id).exists()


def _practice(viewer: Viewer) -> QuerySet[RoundSource]:
    return RoundSource.objects.filter(programme_id=viewer.programme, round__purpose=Purpose.PRACTICE)
