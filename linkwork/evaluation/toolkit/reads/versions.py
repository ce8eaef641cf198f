"""Asking for the numbered editions of the site."""

from linkwork.core.viewer import Viewer
from linkwork.evaluation.toolkit.access import check_may_read
from linkwork.evaluation.toolkit.models import Version
from linkwork.evaluation.toolkit.rules.pages import VersionPage


def versions(viewer: Viewer) -> list[VersionPage]:
    """All of them, the newest first. One question of the database."""
    check_may_read(viewer)
    rows = Version.objects.filter(programme_id=viewer.programme).order_by("-number")
    return [
        VersionPage(
            f"versions/{row.number}.html",
            "",
            number=row.number,
            issued_on=row.created_at.date(),
            hash=row.hash,
            content=tuple(row.content),
            changes=row.changes,
        )
        for row in rows
    ]
