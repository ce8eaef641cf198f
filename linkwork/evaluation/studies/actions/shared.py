"""What several actions of this room ask first."""

from uuid import UUID

from django.utils.translation import gettext as _

from linkwork.core.errors import NotFound
from linkwork.core.viewer import Viewer
from linkwork.evaluation.studies.access import check_may_work, check_part
from linkwork.evaluation.studies.models import Source, Study
from linkwork.evaluation.studies.reads.parts import part, with_part
from linkwork.evaluation.studies.rules import Doing


def _study_for(by: Viewer, study_id: UUID, doing: Doing) -> Study:
    """The study, held, where `by` may do this in it. Raises NotAllowed, NotFound."""
    check_may_work(by)
    rows = Study.objects.filter(programme_id=by.programme, id=study_id).select_for_update(
        of=("self",), no_key=True
    )
    row = with_part(rows, by, "id").first()
    if row is None:
        raise NotFound(_("There is no such study in this programme."))
    check_part(part(by, row), doing)
    return row


def _source_for(by: Viewer, source_id: UUID, doing: Doing, *, sealed: bool = False) -> Source:
    """The source, held, where `by` may do this in its study; a sealed one only where asked for. Raises as above."""
    check_may_work(by)
    rows = Source.objects.filter(programme_id=by.programme, id=source_id, withdrawn_at__isnull=not sealed)
    row = with_part(rows.select_for_update(of=("self",), no_key=True), by).first()
    if row is None:
        raise NotFound(_("There is no such source in this programme."))
    check_part(part(by, row), doing)
    return row
