"""How far has the coding of each study come?"""

from uuid import UUID

from django.db.models import Count

from linkwork.core.viewer import Viewer
from linkwork.evaluation.coding.models import Coding
from linkwork.evaluation.studies import access


def sources_coded(viewer: Viewer) -> dict[UUID, int]:
    """How many sources of each study have a coding; a study without any is not in it. One question."""
    access.check_may_learn(viewer)
    rows = Coding.objects.filter(programme_id=viewer.programme, removed_at__isnull=True)
    return dict(rows.values_list("study_id").annotate(n=Count("source_id", distinct=True)).order_by())
