"""Which codings are about the words of one case?"""

from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet

from linkwork.core.viewer import Viewer
from linkwork.evaluation.coding.models import Coding
from linkwork.evaluation.studies.reads import Case
from linkwork.evaluation.studies.reads.speakers import said_by


def of_case(viewer: Viewer, rows: QuerySet[Coding], study_id: UUID, case: Case) -> QuerySet[Coding]:
    """Those of one study's codings that lie on a case's text, or touch words that they say in it.

    Whoever asks by speaker has to have checked that the viewer reads the study's sources.
    """
    if case.source_id:
        rows = rows.filter(source_id=case.source_id)
    if case.turn_id is None:
        return rows
    here = said_by(viewer, study_id, case).filter(source_id=OuterRef("source_id"))
    return rows.filter(Exists(here.filter(said_from__lt=OuterRef("end"), end__gt=OuterRef("start"))))
