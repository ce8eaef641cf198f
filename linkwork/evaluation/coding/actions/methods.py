"""Saying how a study is analysed, and how far that has come."""

import datetime as dt
from uuid import UUID

from django.utils.translation import gettext as _

from linkwork.core.actions import action
from linkwork.core.errors import Invalid
from linkwork.core.viewer import Viewer
from linkwork.evaluation.coding.access import check_may_keep_codebook
from linkwork.evaluation.coding.actions.parts.lookups import check_study, check_texts
from linkwork.evaluation.coding.models import MethodPhase, StudyMethod
from linkwork.evaluation.coding.rules.methods import Method, has_phase
from linkwork.trail import actions as trail


@action
def choose_method(*, study_id: UUID, method: Method, by: Viewer, at: dt.datetime) -> None:
    """Say which method a study follows. Phases of another one that were ticked stay, for whoever turns back."""
    check_may_keep_codebook(by)
    check_study(by, study_id)
    StudyMethod.objects.update_or_create(
        programme_id=by.programme,
        study_id=study_id,
        defaults={"method": method},
        create_defaults={"method": method, "created_at": at},
    )
    detail: dict[str, object] = {"method": method.value}
    trail.record(by=by, at=at, what="coding.choose_method", about="study", about_id=study_id, detail=detail)


@action
def mark_phase(
    *, study_id: UUID, phase: str, done_on: dt.date | None, note: str, by: Viewer, at: dt.datetime
) -> None:
    """Say when a phase of the study's method was done (None: not yet), and what was noted.

    Raises NotFound, Invalid (phase, done_on, note).
    """
    check_may_keep_codebook(by)
    check_study(by, study_id)
    chosen = StudyMethod.objects.filter(programme_id=by.programme, study_id=study_id).first()
    if chosen is None or not has_phase(Method(chosen.method), phase):
        raise Invalid({"phase": _("This method has no such phase. Choose the method first.")})
    if done_on and done_on > at.date():
        raise Invalid({"done_on": _("This day is still to come. Give the day it was done.")})
    values = {"done_on": done_on, "note": check_texts(note=note)["note"]}
    MethodPhase.objects.update_or_create(
        programme_id=by.programme,
        study_id=study_id,
        phase=phase,
        defaults=values,
        create_defaults=values | {"created_at": at},
    )
    detail: dict[str, object] = {"phase": phase, "done_on": str(done_on or "")}
    trail.record(by=by, at=at, what="coding.mark_phase", about="study", about_id=study_id, detail=detail)
