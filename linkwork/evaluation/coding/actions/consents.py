"""Taking a source and its codings out of every count where its speaker withdrew their consent."""

import datetime as dt
from uuid import UUID

from linkwork.core.actions import action
from linkwork.core.viewer import Viewer
from linkwork.evaluation.coding.access import check_may_code
from linkwork.evaluation.coding.models import Coding
from linkwork.evaluation.studies import actions as studies
from linkwork.evaluation.studies.rules import ConsentForm
from linkwork.trail import actions as trail


@action
def withdraw_consent(*, source_id: UUID, by: Viewer, at: dt.datetime) -> int:
    """Seal a source and take its codings out of counts, quotations and tables; how many codings.

    Nothing is deleted: `give_consent` brings all of it back. Raises NotFound, NotAllowed.
    """
    check_may_code(by)
    studies.seal_source(source_id=source_id, by=by, at=at)
    standing = Coding.objects.filter(programme_id=by.programme, source_id=source_id, removed_at__isnull=True)
    gone = standing.update(removed_at=at)
    detail: dict[str, object] = {"codings": gone}
    trail.record(
        by=by, at=at, what="coding.withdraw_consent", about="source", about_id=source_id, detail=detail
    )
    return gone


@action
def give_consent(*, source_id: UUID, consent: ConsentForm, by: Viewer, at: dt.datetime) -> int:
    """Open a sealed source again, with the codings that stood when it was sealed; how many.

    Raises NotFound where it is not sealed, NotAllowed for all but the study's lead.
    """
    check_may_code(by)
    since = studies.open_source(source_id=source_id, consent=consent, by=by, at=at)
    sealed = Coding.objects.filter(programme_id=by.programme, source_id=source_id, removed_at=since)
    back = sealed.update(removed_at=None)
    detail: dict[str, object] = {"codings": back}
    trail.record(by=by, at=at, what="coding.give_consent", about="source", about_id=source_id, detail=detail)
    return back
