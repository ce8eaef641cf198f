"""Sealing a source whose speaker withdrew their consent, and opening it again where they gave it anew.

The room of codings calls these: it takes the codings out of every count with the source.
"""

import datetime as dt
from uuid import UUID

from linkwork.core.actions import part_of_action
from linkwork.core.viewer import Viewer
from linkwork.evaluation.studies.actions.shared import _source_for
from linkwork.evaluation.studies.rules import ConsentForm, Doing
from linkwork.trail import actions as trail


@part_of_action
def seal_source(*, source_id: UUID, by: Viewer, at: dt.datetime) -> None:
    """Take a source out of every list, count and quotation; its words are kept. Raises NotFound, NotAllowed."""
    row = _source_for(by, source_id, Doing.CODE)
    row.withdrawn_at, row.quotable = at, False
    row.save(update_fields=["withdrawn_at", "quotable"])
    trail.record(by=by, at=at, what="studies.seal_source", about="source", about_id=row.id)


@part_of_action
def open_source(*, source_id: UUID, consent: ConsentForm, by: Viewer, at: dt.datetime) -> dt.datetime:
    """Open a sealed source again, with what its speaker agrees to now; since when it was sealed.

    Raises NotFound where it is not sealed, NotAllowed for all but the lead.
    """
    row = _source_for(by, source_id, Doing.LEAD, sealed=True)
    since, row.withdrawn_at = row.withdrawn_at, None
    assert since is not None
    row.consent, row.quotable = consent, consent is not ConsentForm.ANALYSE
    row.save(update_fields=["withdrawn_at", "consent", "quotable"])
    detail: dict[str, object] = {"consent": consent.value}
    trail.record(by=by, at=at, what="studies.open_source", about="source", about_id=row.id, detail=detail)
    return since
