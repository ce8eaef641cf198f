"""What a study holds, as another program is to get it: every coder's codings, memos, and the ids it knows them by."""

from dataclasses import dataclass
from uuid import UUID

from linkwork.core.viewer import Viewer
from linkwork.evaluation.coding.models import OutsideId
from linkwork.evaluation.coding.reads.apart import standing
from linkwork.evaluation.coding.reads.rows import Row, load
from linkwork.evaluation.coding.rules import Origin
from linkwork.evaluation.studies import access
from linkwork.evaluation.studies import reads as studies
from linkwork.evaluation.studies.rules import Doing


@dataclass(frozen=True)
class Outgoing:
    """Codings in the order of their texts, and the id by which others know a row of ours."""

    rows: list[Row]
    guids: dict[UUID, UUID]

    def guid(self, row: UUID) -> UUID:
        """The id under which this row goes out: the one it came in by, else its own."""
        return self.guids.get(row, row)


def outgoing(viewer: Viewer, study_id: UUID) -> Outgoing:
    """Every coding of a study that the viewer may know of, coders' and consensus alike. For evaluators.

    Three questions of the database, one more for own lists.
    """
    access.check_may_read_sources(viewer)
    found = standing(viewer).filter(study_id=study_id)
    rows = load(viewer, found.order_by("source_id", "start", "-end", "id"), dated=True)
    if rows:
        access.check_part(studies.part_in(viewer, study_id), Doing.READ)
    guids = OutsideId.objects.filter(programme_id=viewer.programme, study_id=study_id)
    return Outgoing(rows, dict(guids.values_list("row", "guid")))


def has_consensus(viewer: Viewer, study_id: UUID) -> bool:
    """Whether the viewer may know of any coding that several coders settled on. Two questions."""
    access.check_may_read_sources(viewer)
    access.check_part(studies.part_in(viewer, study_id), Doing.READ)
    return standing(viewer).filter(study_id=study_id, origin=Origin.CONSENSUS).exists()
