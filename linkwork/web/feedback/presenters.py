"""Feedback in sum, as bars with numbers; what is too small to show is said to be."""

from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from linkwork.connections import reads
from linkwork.connections.rules.feedback import Sums
from linkwork.core.viewer import Role, Viewer
from linkwork.web.feedback.mine import RATINGS


def panel(viewer: Viewer, service_id: UUID) -> dict[str, Any]:
    """Values for feedback/panel.html on a service's page, to be passed as `feedback`. One question."""
    return sums_values(reads.service_sums(viewer, service_id)) | {
        "service_id": service_id,
        "may_read": viewer.has(Role.MANAGER),
    }


def sums_values(found: Sums) -> dict[str, Any]:
    """How many said what, in words; few answers stay unsaid."""
    if found.total is None:
        said = _("A few people have answered: too few to show without showing who.")
    elif not found.total:
        said = _("Nobody has said how it was yet.")
    else:
        said = ngettext("%(num)s person answered", "%(num)s people answered", found.total) % {
            "num": found.total
        }
    return {
        "said": said,
        "rows": [
            (label, _("few") if found.counts[rating] is None else str(found.counts[rating]))
            for rating, label in RATINGS.items()
        ]
        if found.total
        else [],
    }
