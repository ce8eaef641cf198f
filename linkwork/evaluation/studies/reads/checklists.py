"""How far is a reporting checklist filled in?"""

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count, Q

from linkwork.core.viewer import Viewer
from linkwork.evaluation.studies.access import check_may_read_sources, check_part
from linkwork.evaluation.studies.models import ChecklistAnswer
from linkwork.evaluation.studies.reads.parts import part_in
from linkwork.evaluation.studies.rules import Doing


@dataclass(frozen=True)
class AnswerCard:
    """One line: where in the paper, what it says, and whether that is a draft from the records nobody changed."""

    place: str = ""
    text: str = ""
    drafted: bool = False


def checklist_answers(viewer: Viewer, study_id: UUID, checklist: str) -> dict[str, AnswerCard]:
    """What is written to each line of a checklist, by its key. For evaluators whose part lets them read."""
    check_may_read_sources(viewer)
    check_part(part_in(viewer, study_id), Doing.READ)
    rows = ChecklistAnswer.objects.filter(
        programme_id=viewer.programme, study_id=study_id, checklist=checklist
    )
    return {row.item: AnswerCard(row.place, row.text, row.drafted) for row in rows}


def checklists_begun(viewer: Viewer, study_id: UUID) -> dict[str, int]:
    """How many lines of each checklist say something. One question."""
    check_may_read_sources(viewer)
    rows = ChecklistAnswer.objects.filter(programme_id=viewer.programme, study_id=study_id)
    said = rows.filter(~Q(text="") | ~Q(place="")).values_list("checklist")
    return dict(said.annotate(n=Count("id")).order_by())
