"""How far has the coding of each study come?"""

from uuid import UUID

from django.db.models import Count

from linkwork.core.viewer import Viewer
from linkwork.evaluation.coding.reads.apart import live
from linkwork.evaluation.coding.rules.rounds import Layer
from linkwork.evaluation.studies import access


def sources_coded(viewer: Viewer) -> dict[UUID, int]:
    """How many sources of each study have a coding; a study without any is not in it. One question."""
    access.check_may_learn(viewer)
    rows = live(viewer, Layer.CODERS)
    return dict(rows.values_list("study_id").annotate(n=Count("source_id", distinct=True)).order_by())
