"""Which codings did an edit of the text reach?"""

from dataclasses import dataclass
from uuid import UUID

from linkwork.core.viewer import Viewer
from linkwork.evaluation.coding.models import LostCoding
from linkwork.evaluation.coding.reads.apart import known
from linkwork.evaluation.coding.reads.rows import Code, load
from linkwork.evaluation.studies import reads as studies


@dataclass(frozen=True)
class LostCard:
    """A coding whose words are gone: what they were and what stood around them."""

    coding_id: UUID
    words: str
    before: str
    after: str
    coder: str
    codes: tuple[Code, ...]


@dataclass(frozen=True)
class ChangedCard:
    """A coding that goes on with changed words: which they were, and where it stands now."""

    coding_id: UUID
    was: str
    start: int
    end: int
    coder: str
    codes: tuple[Code, ...]


def lost(viewer: Viewer, source_id: UUID) -> list[LostCard]:
    """The codings of a source whose words are gone and that nobody has placed anew. Raises NotFound; for evaluators."""
    studies.source_line(viewer, source_id)
    rows = LostCoding.objects.filter(
        programme_id=viewer.programme, coding__source_id=source_id, settled_at__isnull=True
    )
    cards = {one.coding_id: one for one in rows.order_by("created_at", "id")}
    if not cards:
        return []
    codings = load(viewer, known(viewer).filter(id__in=list(cards)))
    by_id = {row.id: row for row in codings}
    return [
        LostCard(one.coding_id, one.words, one.before, one.after, by_id[key].coder, by_id[key].codes)
        for key, one in cards.items()
        if key in by_id
    ]


def changed(viewer: Viewer, source_id: UUID) -> list[ChangedCard]:
    """The codings of a source that go on with changed words, in the order of the text. As `lost`."""
    studies.source_line(viewer, source_id)
    standing = known(viewer).filter(source_id=source_id, removed_at__isnull=True)
    rows = standing.exclude(changed_from="").order_by("start", "id")
    was = dict(rows.values_list("id", "changed_from"))
    if not was:
        return []
    return [
        ChangedCard(row.id, was[row.id], row.start, row.end, row.coder, row.codes)
        for row in load(viewer, rows)
    ]
