"""Asking a person to answer by their own link, and keeping what is not whole yet."""

import datetime as dt
from uuid import UUID

from django.utils.translation import gettext as _

from linkwork.casework import reads as casework
from linkwork.casework.access import seen_by
from linkwork.core.actions import action
from linkwork.core.errors import NotFound
from linkwork.core.viewer import Kind, Viewer
from linkwork.instruments.scoring import Answers
from linkwork.outcomes.access import check_may_answer, check_may_note
from linkwork.outcomes.actions.parts.checks import check_answers, usable, worker_of
from linkwork.outcomes.models import Asking
from linkwork.outcomes.rules.occasions import Occasion
from linkwork.trail import actions as trail


@action
def ask_person(*, case_id: UUID, measure_id: str, occasion: Occasion, by: Viewer, at: dt.datetime) -> UUID:
    """Let the person answer a measure by their own link; the asking's id. Asked twice, it is still asked once."""
    check_may_note(by)
    case, measure = casework.case_head(by, case_id), usable(measure_id)
    asking, fresh = _open(case.id, measure.id, occasion, True, by, at)
    if fresh:
        _note("outcomes.ask_person", case.id, measure.id, by, at)
    return asking.id


@action
def keep_unfinished(
    *, case_id: UUID, measure_id: str, occasion: Occasion, answers: Answers, by: Viewer, at: dt.datetime
) -> UUID:
    """Keep answers so far, to go on later; the asking's id. The person keeps theirs where they were asked.

    Raises NotFound where a person was not asked, Invalid for answers the measure does not offer.
    """
    check_may_answer(by, case_id, at)
    measure = usable(measure_id)
    check_answers(measure, answers, some=False)
    if by.kind is Kind.PERSON:
        asking = Asking.objects.filter(
            programme_id=by.programme, case_id=case_id, measure=measure.id, by_link=True, ended_at=None
        ).first()
        if asking is None:
            raise NotFound(_("This is not asked any more."))
    else:
        casework.case_head(by, case_id)
        asking, _fresh = _open(case_id, measure.id, occasion, False, by, at)
        asking.occasion = occasion
    asking.answers, asking.kept_at = dict(answers), at
    asking.save(update_fields=["answers", "kept_at", "occasion"])
    _note("outcomes.keep_unfinished", case_id, measure.id, by, at)
    return asking.id


@action
def stop_asking(*, asking_id: UUID, by: Viewer, at: dt.datetime) -> UUID:
    """Take an asking back, with what was kept of it; the case's id. Raises NotFound where it has ended already."""
    check_may_note(by)
    row = Asking.objects.filter(
        seen_by(by, "case__person_id"), programme_id=by.programme, id=asking_id, ended_at=None
    ).first()
    if row is None:
        raise NotFound(_("This is not asked any more."))
    row.answers, row.ended_at = {}, at
    row.save(update_fields=["answers", "ended_at"])
    _note("outcomes.stop_asking", row.case_id, row.measure, by, at)
    return row.case_id


def _open(
    case_id: UUID, measure_id: str, occasion: Occasion, by_link: bool, by: Viewer, at: dt.datetime
) -> tuple[Asking, bool]:
    return Asking.objects.get_or_create(
        programme_id=by.programme,
        case_id=case_id,
        measure=measure_id,
        by_link=by_link,
        ended_at=None,
        defaults={"worker_id": worker_of(by), "occasion": occasion, "created_at": at},
    )


def _end_askings(case_id: UUID, measure_id: str, by: Viewer, at: dt.datetime) -> None:
    """Once answered, a measure is not asked any more; what was kept of it goes."""
    Asking.objects.filter(
        programme_id=by.programme, case_id=case_id, measure=measure_id, ended_at=None
    ).update(answers={}, ended_at=at)


def _note(what: str, case_id: UUID, measure_id: str, by: Viewer, at: dt.datetime) -> None:
    trail.record(by=by, at=at, what=what, about="case", about_id=case_id, detail={"measure": measure_id})
