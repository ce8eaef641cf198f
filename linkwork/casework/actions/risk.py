"""Asking whether a note or an answer needs a safeguarding concern, and keeping what was chosen. Never a block."""

import datetime as dt
from collections.abc import Collection
from uuid import UUID

from django.utils.translation import gettext as _

from linkwork.casework.access import check_may_raise_concern
from linkwork.casework.actions.parts.checks import locked_case, worker_of
from linkwork.casework.models import Contact, RiskQuestion
from linkwork.casework.rules.safeguarding import RiskAnswer, RiskSource
from linkwork.core.actions import action
from linkwork.core.errors import IllegalStep, NotFound
from linkwork.core.ids import id_at
from linkwork.core.viewer import Viewer
from linkwork.trail import actions as trail


@action
def ask_about_risk(
    *,
    case_id: UUID,
    source: RiskSource,
    by: Viewer,
    at: dt.datetime,
    kinds: Collection[str] = (),
    contact_id: UUID | None = None,
    again: bool = False,
) -> UUID:
    """Ask the viewer about a note (of a contact) or a measure's answer; the question's id. A contact is asked once.

    `kinds` are those of the list of words ("self_harm"). The trail does not say why, so that it gives nothing away.
    `again`: the note holds other words since. Where the first question was answered, or is somebody else's, a further
    one is asked about the case, and the answer that was given stays.
    """
    case = locked_case(case_id, by)
    rows = RiskQuestion.objects.filter(programme_id=by.programme)
    if contact_id is not None:
        if not Contact.objects.filter(programme_id=by.programme, id=contact_id, case_id=case.id).exists():
            raise NotFound(_("There is no such contact in this programme."))
        asked = rows.filter(contact_id=contact_id).first()
        if asked is not None and (not again or (not asked.answer and asked.worker_id == worker_of(by))):
            if again:
                asked.kinds = sorted({*asked.kinds, *kinds})
                asked.save(update_fields=["kinds"])
            return asked.id
        contact_id = None if asked is not None else contact_id
    row = RiskQuestion.objects.create(
        id=id_at(at),
        programme_id=by.programme,
        created_at=at,
        case_id=case.id,
        contact_id=contact_id,
        source=source,
        kinds=sorted(set(kinds)),
        worker_id=worker_of(by),
        asked_at=at,
    )
    trail.record(by=by, at=at, what="casework.ask_about_risk", about="concern", about_id=row.id)
    return row.id


@action
def answer_risk(
    *, question_id: UUID, answer: RiskAnswer, by: Viewer, at: dt.datetime, words: str = ""
) -> None:
    """Keep the choice of whoever was asked. Raises NotFound for anybody else, IllegalStep where it was answered."""
    check_may_raise_concern(by)
    rows = RiskQuestion.objects.select_for_update().filter(programme_id=by.programme, worker_id=by.worker_id)
    row = rows.filter(id=question_id).first()
    if row is None:
        raise NotFound(_("There is no such question for you."))
    if row.answer:
        raise IllegalStep(_("You have answered this already."))
    row.answer, row.words, row.answered_at = answer, words.strip(), at
    row.save(update_fields=["answer", "words", "answered_at"])
    trail.record(by=by, at=at, what="casework.answer_risk", about="concern", about_id=row.id)
