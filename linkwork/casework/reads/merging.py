"""Which records were brought together in this person's?"""

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from linkwork.casework.access import check_may_see_people, seen_by
from linkwork.casework.models import Merge
from linkwork.casework.reads.people import details_of, name_of
from linkwork.casework.rules.persons import PersonDetails
from linkwork.core.viewer import Viewer


@dataclass(frozen=True)
class MergeCard:
    """One merge; `record` is the absorbed one as it was entered, `last` says that it can be undone now."""

    id: UUID
    absorbed_id: UUID
    name: str
    record: PersonDetails
    worker_name: str
    why: str
    merged_at: dt.datetime
    undone_at: dt.datetime | None
    last: bool


def merges_of(viewer: Viewer, person_id: UUID) -> list[MergeCard]:
    """Every merge into the person's record, the newest first. One question."""
    check_may_see_people(viewer)
    rows = Merge.objects.filter(seen_by(viewer, "into_id"), programme_id=viewer.programme, into_id=person_id)
    found = list(rows.select_related("absorbed", "worker").order_by("-id"))
    standing = [row.id for row in found if row.undone_at is None]
    return [
        MergeCard(
            id=row.id,
            absorbed_id=row.absorbed_id,
            name=name_of(row.absorbed),
            record=details_of(row.absorbed),
            worker_name=row.worker.name if row.worker else "",
            why=row.why,
            merged_at=row.merged_at,
            undone_at=row.undone_at,
            last=standing[:1] == [row.id],
        )
        for row in found
    ]
