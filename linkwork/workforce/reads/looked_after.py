"""Whom does the viewer look after?"""

from typing import Any

from django.db.models import QuerySet

from linkwork.core.viewer import Role, Viewer
from linkwork.programmes import reads as programmes
from linkwork.workforce.access import may_see_all


def looked_after(viewer: Viewer) -> "QuerySet[Any]":
    """The workers of now, for whoever looks after all; a worker finds themself. For this room's own questions."""
    rows = programmes.working_now(viewer, Role.WORKER)
    return rows if may_see_all(viewer) else rows.filter(id__in=[viewer.id])
