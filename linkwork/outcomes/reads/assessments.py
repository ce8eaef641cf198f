"""What was answered, what did it come to, and did it change?"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

from django.db.models import Exists, OuterRef, Prefetch, QuerySet
from django.utils.translation import gettext as _

from linkwork.casework import reads as casework
from linkwork.casework.access import seen_by
from linkwork.core.errors import NotFound
from linkwork.core.text import short_name
from linkwork.core.viewer import Viewer
from linkwork.instruments import measures
from linkwork.instruments.measures.shapes import ScoreRule
from linkwork.outcomes.access import check_may_read
from linkwork.outcomes.models import Assessment, AssessmentScore
from linkwork.outcomes.rules import paired
from linkwork.outcomes.rules.occasions import Mode, Occasion
from linkwork.outcomes.rules.paired import PairedChange, Reading, range_of


@dataclass(frozen=True)
class ScoreCard:
    """One score. `value` None where too many answers were missing."""

    id: str
    value: Decimal | None
    band: str
    missing: int


@dataclass(frozen=True)
class AssessmentCard:
    """One answering in plain values. `counts` is False once it was corrected or voided."""

    id: UUID
    case_id: UUID
    person_id: UUID
    measure: str
    version: str
    licence_reference: str
    language: str
    occasion: Occasion
    mode: Mode
    answered_on: dt.date
    kept_at: dt.datetime
    worker_name: str
    answers: Mapping[str, int]
    scores: tuple[ScoreCard, ...]
    counts: bool
    replaces: UUID | None
    correction_reason: str
    void_reason: str
    flagged: bool
    flag_followed_at: dt.datetime | None

    def score(self, score_id: str) -> ScoreCard | None:
        """One of its scores; None for one this version did not have."""
        return next((one for one in self.scores if one.id == score_id), None)


@dataclass(frozen=True)
class FlaggedCard:
    """An answer that asks for a talk about safety which nobody has had yet."""

    assessment_id: UUID
    case_id: UUID
    person_id: UUID
    short_name: str
    worker_id: UUID | None
    measure: str
    mode: Mode
    kept_at: dt.datetime


def assessments_of(viewer: Viewer, case_id: UUID) -> list[AssessmentCard]:
    """The answerings of one case that count, oldest first; empty for another programme's. Two questions."""
    check_may_read(viewer)
    rows = _rows(viewer).filter(~Exists(_later(viewer)), case_id=case_id, voided_at=None)
    return [_card(row) for row in rows.order_by("answered_on", "id")]


def every_assessment_of(viewer: Viewer, case_id: UUID) -> list[AssessmentCard]:
    """All answerings of one case, oldest first, with those corrected or voided: see `counts`. Two questions."""
    check_may_read(viewer)
    return [_card(row) for row in _rows(viewer).filter(case_id=case_id).order_by("answered_on", "id")]


def assessment(viewer: Viewer, assessment_id: UUID) -> AssessmentCard:
    """One answering. Raises NotFound. Two questions."""
    check_may_read(viewer)
    row = _rows(viewer).filter(id=assessment_id).first()
    if row is None:
        raise NotFound(_("There are no such answers in this programme."))
    return _card(row)


def flagged(
    viewer: Viewer, worker_id: UUID | None = None, cover_on: dt.date | None = None
) -> list[FlaggedCard]:
    """Answers that ask for a talk about safety which nobody has had, the oldest first, of closed cases too.

    With `worker_id`, those of their cases, and with `cover_on` of whom they cover for on that day. One question.
    """
    check_may_read(viewer)
    rows = Assessment.objects.filter(
        seen_by(viewer, "case__person_id"), programme_id=viewer.programme, flagged=True, flag_followed_at=None
    ).select_related("case__person")
    if worker_id is not None:
        rows = rows.filter(case_id__in=casework.held_cases(viewer, worker_id, cover_on))
    return [
        FlaggedCard(
            assessment_id=row.id,
            case_id=row.case_id,
            person_id=row.case.person_id,
            short_name=short_name(row.case.person.given_name, row.case.person.family_name),
            worker_id=row.case.worker_id,
            measure=row.measure,
            mode=Mode(row.mode),
            kept_at=row.created_at,
        )
        for row in rows.order_by("created_at", "id")
    ]


def paired_change(viewer: Viewer, measure_id: str, score_id: str) -> PairedChange:
    """Change in one score among the programme's cases that were asked twice. One question.

    Only answerings of the measure's present version count. Raises NotFound for a score that is not there.
    """
    found = paired_changes(viewer)
    if (measure_id, score_id) not in found:
        raise NotFound(_("This measure has no such score."))
    return found[measure_id, score_id]


def paired_changes(viewer: Viewer) -> dict[tuple[str, str], PairedChange]:
    """(measure, score): its paired change, for every score of every measure that can be asked. One question.

    Numbers only, of everybody: a person whose record is restricted is counted like any other.
    """
    check_may_read(viewer)
    superseded = Assessment.objects.filter(
        programme_id=viewer.programme, replaces_id=OuterRef("assessment_id")
    )
    rows = AssessmentScore.objects.filter(
        ~Exists(superseded), programme_id=viewer.programme, assessment__voided_at=None
    ).order_by("assessment__answered_on", "assessment_id")
    readings: dict[tuple[str, str, str], list[Reading]] = {}
    for measure, version, score, case, occasion, on, value in rows.values_list(
        "assessment__measure",
        "assessment__version",
        "score",
        "assessment__case_id",
        "assessment__occasion",
        "assessment__answered_on",
        "value",
    ).iterator():
        one = Reading(case, Occasion(occasion), on, value)
        readings.setdefault((measure, version, score), []).append(one)
    return {
        (one.id, rule.id): paired.paired_change(
            readings.get((one.id, one.version, rule.id), ()), range_of(rule)
        )
        for one in measures.measures()
        for rule in one.scores
    }


def _later(viewer: Viewer) -> QuerySet[Assessment]:
    return Assessment.objects.filter(programme_id=viewer.programme, replaces_id=OuterRef("id"))


def _rows(viewer: Viewer) -> QuerySet[Assessment]:
    return (
        Assessment.objects.filter(seen_by(viewer, "case__person_id"), programme_id=viewer.programme)
        .select_related("case", "worker")
        .annotate(replaced=Exists(_later(viewer)))
        .prefetch_related(
            Prefetch("scores", AssessmentScore.objects.filter(programme_id=viewer.programme).order_by("id"))
        )
    )


def _card(row: Assessment) -> AssessmentCard:
    order = {rule.id: place for place, rule in enumerate(_rules(row.measure))}
    scores = sorted(row.scores.all(), key=lambda one: (order.get(one.score, len(order)), one.score))
    return AssessmentCard(
        id=row.id,
        case_id=row.case_id,
        person_id=row.case.person_id,
        measure=row.measure,
        version=row.version,
        licence_reference=row.licence_reference,
        language=row.language,
        occasion=Occasion(row.occasion),
        mode=Mode(row.mode),
        answered_on=row.answered_on,
        kept_at=row.created_at,
        worker_name=row.worker.name if row.worker else "",
        answers=row.answers,
        scores=tuple(ScoreCard(one.score, one.value, one.band, one.missing) for one in scores),
        counts=row.voided_at is None and not getattr(row, "replaced", False),
        replaces=row.replaces_id,
        correction_reason=row.correction_reason,
        void_reason=row.void_reason,
        flagged=row.flagged,
        flag_followed_at=row.flag_followed_at,
    )


def _rules(measure_id: str) -> tuple[ScoreRule, ...]:
    """How the measure's scores are ordered; empty where a deployment has taken the measure away."""
    found = [one for one in measures.measures() if one.id == measure_id]
    return found[0].scores if found else ()
