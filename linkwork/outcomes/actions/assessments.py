"""Answers kept, corrected, voided: nothing is overwritten and nothing deleted."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as _

from linkwork.casework.access import seen_by
from linkwork.core.actions import action
from linkwork.core.errors import NotFound, Refused
from linkwork.core.viewer import Kind, Viewer
from linkwork.instruments import scoring
from linkwork.instruments.measures import Measure
from linkwork.instruments.scoring import Answers, Flag, Score
from linkwork.outcomes.access import check_may_answer, check_may_note
from linkwork.outcomes.actions.askings import _end_askings
from linkwork.outcomes.actions.parts.checks import check_answers, check_day, check_reason, usable, worker_of
from linkwork.outcomes.models import Asking, Assessment, AssessmentScore
from linkwork.outcomes.rules.occasions import Mode, Occasion
from linkwork.trail import actions as trail


@dataclass(frozen=True)
class Recorded:
    """What became of an answering. Where `flags` is not empty, somebody has to ask about safety now."""

    id: UUID
    flags: tuple[Flag, ...]


@action
def record_assessment(
    *,
    case_id: UUID,
    measure_id: str,
    answers: Answers,
    occasion: Occasion,
    mode: Mode,
    answered_on: dt.date,
    by: Viewer,
    at: dt.datetime,
    language: str = "",
) -> Recorded:
    """Keep one answering with its scores, also of a closed case. `answers`: item id to the score of the choice taken.

    A person by their own link answers what they were asked, today, and the occasion is the one they were asked for.
    `language` is the one it was read in. Raises Invalid by item or field, NotFound.
    """
    check_may_answer(by, case_id, at)
    measure = usable(measure_id)
    if by.kind is Kind.PERSON:
        occasion, mode, answered_on = (
            _asked_occasion(case_id, measure.id, by),
            Mode.SELF,
            timezone.localdate(at),
        )
    check_day(case_id, answered_on, by, at)
    row = Assessment(
        case_id=case_id,
        worker_id=worker_of(by),
        language=measure.wording(language).language,
        occasion=Occasion(occasion),
        mode=Mode(mode),
        answered_on=answered_on,
    )
    recorded = _keep(row, measure, answers, by, at)
    _end_askings(case_id, measure.id, by, at)
    _note("outcomes.record_assessment", row, by, at)
    return recorded


@action
def correct_assessment(
    *,
    assessment_id: UUID,
    answers: Answers,
    occasion: Occasion,
    answered_on: dt.date,
    reason: str,
    by: Viewer,
    at: dt.datetime,
) -> Recorded:
    """Put a corrected answering in the place of one that was typed in wrongly; the earlier one stays readable.

    Raises Invalid without a reason, Refused where it was corrected or voided before.
    """
    check_may_note(by)
    said = check_reason("reason", reason)
    old = _current(assessment_id, by)
    measure = usable(old.measure)
    check_day(old.case_id, answered_on, by, at)
    row = Assessment(
        case_id=old.case_id,
        worker_id=worker_of(by),
        language=old.language,
        occasion=Occasion(occasion),
        mode=old.mode,
        answered_on=answered_on,
        replaces_id=old.id,
        correction_reason=said,
    )
    recorded = _keep(row, measure, answers, by, at)
    if old.flagged:
        _hand_on_flag(old, row, by, at)
    _note("outcomes.correct_assessment", row, by, at)
    return recorded


@action
def void_assessment(*, assessment_id: UUID, reason: str, by: Viewer, at: dt.datetime) -> UUID:
    """Take an answering out of every count, for a reason; its case's id. It stays readable.

    Raises Refused while it asks for a talk about safety that nobody has had.
    """
    check_may_note(by)
    said = check_reason("reason", reason)
    row = _current(assessment_id, by)
    if row.flagged and row.flag_followed_at is None:
        raise Refused(_("An answer here asks for a talk about safety. Do that first."))
    row.voided_at, row.voided_by_id, row.void_reason = at, worker_of(by), said
    row.save(update_fields=["voided_at", "voided_by", "void_reason"])
    _note("outcomes.void_assessment", row, by, at)
    return row.case_id


@action
def follow_up_flag(*, assessment_id: UUID, by: Viewer, at: dt.datetime) -> UUID:
    """Say that the person was asked about safety; its case's id. Said twice, the first time stands."""
    check_may_note(by)
    row = _held(assessment_id, by)
    if row is None or not row.flagged:
        raise NotFound(_("There is nothing to follow up here."))
    if row.flag_followed_at is None:
        _follow(row, by, at)
        _note("outcomes.follow_up_flag", row, by, at)
    return row.case_id


def _hand_on_flag(old: Assessment, row: Assessment, by: Viewer, at: dt.datetime) -> None:
    """What asks for a talk stands in one place only: in the corrected answers, unless it was a slip of the hand.

    A talk that was had already counts for the corrected answers too.
    """
    if old.flag_followed_at is None:
        _follow(old, by, at)
    elif row.flagged:
        row.flag_followed_at, row.flag_followed_by_id = old.flag_followed_at, old.flag_followed_by_id
        row.save(update_fields=["flag_followed_at", "flag_followed_by"])


def _follow(row: Assessment, by: Viewer, at: dt.datetime) -> None:
    row.flag_followed_at, row.flag_followed_by_id = at, worker_of(by)
    row.save(update_fields=["flag_followed_at", "flag_followed_by"])


def _asked_occasion(case_id: UUID, measure_id: str, by: Viewer) -> Occasion:
    asking = Asking.objects.filter(
        programme_id=by.programme, case_id=case_id, measure=measure_id, by_link=True, ended_at=None
    ).first()
    if asking is None:
        raise NotFound(_("This is not asked any more."))
    return Occasion(asking.occasion)


def _held(assessment_id: UUID, by: Viewer) -> Assessment | None:
    """The row, locked, if the viewer may know of the person."""
    rows = Assessment.objects.select_for_update(of=("self",)).filter(
        seen_by(by, "case__person_id"), programme_id=by.programme, id=assessment_id
    )
    return rows.first()


def _current(assessment_id: UUID, by: Viewer) -> Assessment:
    """The row, locked, if it still counts."""
    row = _held(assessment_id, by)
    if row is None:
        raise NotFound(_("There are no such answers in this programme."))
    replaced = Assessment.objects.filter(programme_id=by.programme, replaces_id=row.id).exists()
    if row.voided_at is not None or replaced:
        raise Refused(_("These answers no longer count. Open the latest ones."))
    return row


def _keep(row: Assessment, measure: Measure, answers: Answers, by: Viewer, at: dt.datetime) -> Recorded:
    check_answers(measure, answers)
    scored = scoring.score(measure, answers)
    row.programme_id, row.created_at = by.programme, at
    row.measure, row.version = measure.id, measure.version
    row.licence_reference = measure.licence_reference
    row.answers, row.flagged = dict(answers), bool(scored.flags)
    row.save(force_insert=True)
    AssessmentScore.objects.bulk_create(_rows(row, scored.scores, at))
    return Recorded(row.id, scored.flags)


def _rows(row: Assessment, scores: Iterable[Score], at: dt.datetime) -> list[AssessmentScore]:
    return [
        AssessmentScore(
            programme_id=row.programme_id,
            created_at=at,
            assessment_id=row.id,
            score=one.id,
            value=one.value,
            band=one.band,
            missing=one.missing,
        )
        for one in scores
    ]


def _note(what: str, row: Assessment, by: Viewer, at: dt.datetime) -> None:
    detail: dict[str, object] = {
        "measure": row.measure,
        "occasion": str(row.occasion),
        "flagged": row.flagged,
    }
    trail.record(by=by, at=at, what=what, about="assessment", about_id=row.id, detail=detail)
