"""What a study holds, as another program is to get it: every coder's codings, memos, and the ids it knows them by."""

import datetime as dt
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from linkwork.core.viewer import Viewer
from linkwork.evaluation.coding.models import OutsideId
from linkwork.evaluation.coding.reads.apart import standing
from linkwork.evaluation.coding.reads.rows import Row, load
from linkwork.evaluation.coding.rules import Origin
from linkwork.evaluation.studies import access
from linkwork.evaluation.studies import reads as studies
from linkwork.evaluation.studies.reads.parts import with_part
from linkwork.evaluation.studies.rules import Doing, part_of


@dataclass(frozen=True)
class Outgoing:
    """Codings in the order of their texts, when each was made, and the id by which others know a row of ours."""

    rows: list[Row]
    made: dict[UUID, dt.datetime]
    guids: dict[UUID, UUID]

    def guid(self, row: UUID) -> UUID:
        """The id under which this row goes out: the one it came in by, else its own."""
        return self.guids.get(row, row)


def outgoing(viewer: Viewer, study_id: UUID) -> Outgoing:
    """Every coding of a study that the viewer may know of, coders' and consensus alike. For evaluators.

    Three questions of the database, one more for own lists.
    """
    access.check_may_read_sources(viewer)
    rows = standing(viewer).filter(study_id=study_id)
    columns: Any = ("id", "created_at", "named_part", "has_team")
    known = list(with_part(rows, viewer).order_by().values_list(*columns))
    for _id, _at, named, has_team in known[:1]:
        access.check_part(part_of(viewer, named, has_team=has_team), Doing.READ)
    made = {key: at for key, at, *_part in known}
    guids = OutsideId.objects.filter(programme_id=viewer.programme, study_id=study_id)
    return Outgoing(
        load(viewer, rows.order_by("source_id", "start", "-end", "id")),
        made,
        dict(guids.values_list("row", "guid")),
    )


def has_consensus(viewer: Viewer, study_id: UUID) -> bool:
    """Whether the viewer may know of any coding that several coders settled on. Two questions."""
    access.check_may_read_sources(viewer)
    access.check_part(studies.part_in(viewer, study_id), Doing.READ)
    return standing(viewer).filter(study_id=study_id, origin=Origin.CONSENSUS).exists()
