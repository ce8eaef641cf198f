"""Which tables were saved? The question is kept, never the answer."""

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from linkwork.core.errors import NotFound
from linkwork.core.viewer import Viewer
from linkwork.evaluation.coding.models import SavedTable
from linkwork.evaluation.coding.rules.tables.asked import Asked, from_kept
from linkwork.evaluation.studies import access


@dataclass(frozen=True)
class SavedCard:
    """One saved table."""

    id: UUID
    study_id: UUID
    title: str
    asked: Asked
    saved_at: dt.datetime
    saved_by: str


def saved_tables(viewer: Viewer, study_id: UUID) -> list[SavedCard]:
    """The tables of a study that stand, by title: one question."""
    access.check_may_learn(viewer)
    rows = SavedTable.objects.filter(
        programme_id=viewer.programme, study_id=study_id, removed_at__isnull=True
    )
    return [_card(row) for row in rows.select_related("saved_by").order_by("title", "id")]


def saved_table(viewer: Viewer, table_id: UUID) -> SavedCard:
    """One saved table. Raises NotFound."""
    access.check_may_learn(viewer)
    rows = SavedTable.objects.filter(programme_id=viewer.programme, id=table_id, removed_at__isnull=True)
    row = rows.select_related("saved_by").first()
    if row is None:
        raise NotFound(_("There is no such table in this programme."))
    return _card(row)


def _card(row: SavedTable) -> SavedCard:
    return SavedCard(
        row.id,
        row.study_id,
        row.title,
        from_kept(row.asked),
        row.created_at,
        row.saved_by.name if row.saved_by else "",
    )
