"""What is the viewer's part in a study? Answered within the question that reads the study or the source."""

from typing import Any, TypeVar, cast
from uuid import UUID

from django.db.models import Exists, Model, OuterRef, QuerySet, Subquery

from linkwork.core.viewer import Viewer
from linkwork.evaluation.studies.models import Member, Study
from linkwork.evaluation.studies.rules import Part, part_of

NO_WORKER = UUID(int=0)
Row = TypeVar("Row", bound=Model)


def with_part(rows: QuerySet[Row], viewer: Viewer, study: str = "study_id") -> QuerySet[Row]:
    """`rows` that know the viewer's part; `study` is the column that names their study."""
    members = Member.objects.filter(programme_id=viewer.programme, study_id=OuterRef(study))
    mine = members.filter(worker_id=viewer.id or NO_WORKER).values("part")[:1]
    known: Any = rows.annotate(named_part=Subquery(mine), has_team=Exists(members))
    return cast("QuerySet[Row]", known)


def part(viewer: Viewer, row: Any) -> Part | None:
    """The viewer's part, of a row that came through `with_part`."""
    return part_of(viewer, row.named_part, has_team=row.has_team)


def part_in(viewer: Viewer, study_id: UUID) -> Part | None:
    """The viewer's part in one study: one question. None for a stranger to its team, and for no such study."""
    row = with_part(Study.objects.filter(programme_id=viewer.programme, id=study_id), viewer, "id").first()
    return part(viewer, row) if row else None
