"""Keeping a question about codings under a name."""

import datetime as dt
from uuid import UUID

from django.utils.translation import gettext as _

from linkwork.core.actions import action
from linkwork.core.errors import Invalid, NotFound
from linkwork.core.viewer import Kind, Viewer
from linkwork.evaluation.coding.access import check_may_code
from linkwork.evaluation.coding.actions.parts.lookups import check_study
from linkwork.evaluation.coding.models import SavedTable
from linkwork.evaluation.coding.rules.tables.asked import Asked, as_kept, settled
from linkwork.trail import actions as trail

LONGEST_TITLE = 200


@action
def save_table(*, study_id: UUID, title: str, asked: Asked, by: Viewer, at: dt.datetime) -> UUID:
    """Keep the question; a table of the same title asks this from now on. The table's id.

    Raises NotFound, NotAllowed, Invalid (title).
    """
    check_may_code(by)
    check_study(by, study_id)
    title = title.strip()
    if not title or len(title) > LONGEST_TITLE:
        raise Invalid({"title": _("Give the table a title of at most 200 characters.")})
    row, _made = SavedTable.objects.update_or_create(
        programme_id=by.programme,
        study_id=study_id,
        title=title,
        removed_at=None,
        defaults={"asked": as_kept(settled(asked))},
        create_defaults={
            "asked": as_kept(settled(asked)),
            "saved_by_id": by.id if by.kind is Kind.LOGIN else None,
            "created_at": at,
        },
    )
    detail: dict[str, object] = {"study": str(study_id), "asked": row.asked}
    trail.record(by=by, at=at, what="coding.save_table", about="saved_table", about_id=row.id, detail=detail)
    return row.id


@action
def remove_table(*, table_id: UUID, by: Viewer, at: dt.datetime) -> None:
    """Offer a saved table no more. Raises NotFound, NotAllowed."""
    check_may_code(by)
    row = (
        SavedTable.objects.select_for_update()
        .filter(programme_id=by.programme, id=table_id, removed_at__isnull=True)
        .first()
    )
    if row is None:
        raise NotFound(_("There is no such table in this programme."))
    check_study(by, row.study_id)
    row.removed_at = at
    row.save(update_fields=["removed_at"])
    trail.record(
        by=by,
        at=at,
        what="coding.remove_table",
        about="saved_table",
        about_id=table_id,
        detail={"study": str(row.study_id)},
    )
