"""Rating constructs for cases: apart, compared, settled, flags and verdicts decided."""

import datetime as dt
from collections.abc import Mapping, Sequence
from decimal import Decimal
from uuid import UUID

from django.utils.translation import gettext as _

from linkwork.core.actions import action
from linkwork.core.errors import IllegalStep, Invalid, NotFound
from linkwork.core.viewer import Kind, Role, Viewer
from linkwork.evaluation.coding.access import check_may_code, check_may_lead
from linkwork.evaluation.coding.actions.parts.lookups import LONGEST_NAME
from linkwork.evaluation.coding.models import Rating, RatingCase, RatingRater, RatingRuling, RatingSheet
from linkwork.evaluation.coding.reads.apart import standing
from linkwork.evaluation.coding.reads.ratings import Sheet, settings_as_json, sheet
from linkwork.evaluation.coding.reads.rows import codes
from linkwork.evaluation.coding.rules.scores import USUAL, CaseKind, Flag, Mark, Settings, Verdict, fits
from linkwork.evaluation.studies import reads as studies
from linkwork.evaluation.studies.access import check_part
from linkwork.evaluation.studies.rules import Doing
from linkwork.programmes import reads as programmes
from linkwork.trail import actions as trail

LONGEST_REASON = 5000


@action
def open_sheet(
    *,
    study_id: UUID,
    title: str,
    kind: CaseKind,
    cases: Sequence[str],
    constructs: Sequence[tuple[str, str]],
    rater_ids: Sequence[UUID],
    by: Viewer,
    at: dt.datetime,
    settings: Settings = USUAL,
) -> UUID:
    """Open a sheet of constructs (frame id, construct id) by cases; its id. Raises NotFound, Invalid by field."""
    check_may_code(by)
    studies.study(by, study_id)
    check_part(studies.part_in(by, study_id), Doing.CODE)
    names = list(dict.fromkeys(name.strip() for name in cases if name.strip()))
    pairs, raters = list(dict.fromkeys(constructs)), list(dict.fromkeys(rater_ids))
    _check_new(by, study_id, title.strip(), names, pairs, raters)
    codes(by, pairs)  # raises NotFound for a construct of no list
    kept = {"programme_id": by.programme, "created_at": at}
    row = RatingSheet.objects.create(
        **kept,
        study_id=study_id,
        title=title.strip(),
        kind=kind,
        constructs=[list(pair) for pair in pairs],
        settings=settings_as_json(settings),
        opened_by_id=by.id if by.kind is Kind.LOGIN else None,
    )
    RatingCase.objects.bulk_create(
        RatingCase(**kept, sheet=row, name=name, position=place) for place, name in enumerate(names)
    )
    RatingRater.objects.bulk_create(RatingRater(**kept, sheet=row, rater_id=one) for one in raters)
    _record(by, at, "open_sheet", row.id, {"cases": len(names), "constructs": len(pairs)})
    return row.id


@action
def rate(
    *,
    sheet_id: UUID,
    case_id: UUID,
    construct: tuple[str, str],
    mark: Mark,
    value: int | None,
    by: Viewer,
    at: dt.datetime,
    reason: str = "",
    evidence: Sequence[UUID] = (),
) -> None:
    """Rate, or rate anew, for oneself; after the comparison only the consensus can be set.

    Raises NotFound, IllegalStep (not a rater; compared already), Invalid (value, reason, evidence).
    """
    found = _open(by, sheet_id)
    if by.id not in found.raters:
        raise IllegalStep(_("You do not rate in this sheet."))
    if found.compared_at is not None:
        raise IllegalStep(_("The ratings are compared already. Settle the consensus instead."))
    _keep(by, at, found, case_id, construct, by.id, mark, value, reason, evidence)
    _record(by, at, "rate", sheet_id, {"case": str(case_id), "construct": list(construct)})


@action
def settle_rating(
    *,
    sheet_id: UUID,
    case_id: UUID,
    construct: tuple[str, str],
    mark: Mark,
    value: int | None,
    by: Viewer,
    at: dt.datetime,
    reason: str = "",
    evidence: Sequence[UUID] = (),
) -> None:
    """Keep the consensus of a cell; the raters' own stay. Raises as `rate` does, IllegalStep before the comparison."""
    found = _compared(by, sheet_id)
    _keep(by, at, found, case_id, construct, None, mark, value, reason, evidence)
    _record(by, at, "settle_rating", sheet_id, {"case": str(case_id), "construct": list(construct)})


@action
def compare_ratings(*, sheet_id: UUID, by: Viewer, at: dt.datetime) -> None:
    """Let raters see each other's ratings. For who opened the sheet. Raises NotFound, NotAllowed, IllegalStep."""
    found = _open(by, sheet_id)
    check_may_lead(by, found.opened_by_id)
    if found.compared_at is not None:
        raise IllegalStep(_("The ratings are compared already."))
    RatingSheet.objects.filter(programme_id=by.programme, id=sheet_id).update(compared_at=at)
    _record(by, at, "compare_ratings", sheet_id, {})


@action
def order_cases(
    *, sheet_id: UUID, outcomes: Mapping[UUID, Decimal | None], upper: int, by: Viewer, at: dt.datetime
) -> None:
    """Say how cases fared (most is best), and how many count as the better ones. Raises NotFound, Invalid."""
    found = _open(by, sheet_id)
    ids = {one.id for one in found.cases}
    if not set(outcomes) <= ids:
        raise NotFound(_("There is no such case in this sheet."))
    if not 0 < upper < len(ids):
        raise Invalid({"upper": _("Some cases must count as the better ones, and some not.")})
    for case_id, outcome in outcomes.items():
        RatingCase.objects.filter(programme_id=by.programme, id=case_id).update(outcome=outcome)
    RatingSheet.objects.filter(programme_id=by.programme, id=sheet_id).update(upper=upper)
    _record(by, at, "order_cases", sheet_id, {"upper": upper})


@action
def rule_on_flag(
    *,
    sheet_id: UUID,
    case_id: UUID,
    construct: tuple[str, str],
    flag: Flag,
    upheld: bool,
    by: Viewer,
    at: dt.datetime,
    note: str = "",
) -> None:
    """Decide whether a suggested flag holds. Raises NotFound, IllegalStep (before the comparison), Invalid (note)."""
    found = _compared(by, sheet_id)
    _check_cell(found, case_id, construct)
    _check_length({"note": note})
    RatingRuling.objects.update_or_create(
        programme_id=by.programme,
        sheet_id=sheet_id,
        case_id=case_id,
        frame=construct[0],
        construct=construct[1],
        flag=flag,
        defaults={"upheld": upheld, "note": note.strip(), "decided_by_id": _who(by), "created_at": at},
    )
    _record(by, at, "rule_on_flag", sheet_id, {"flag": flag.value, "upheld": upheld})


@action
def give_verdict(
    *,
    sheet_id: UUID,
    construct: tuple[str, str],
    verdict: Verdict,
    by: Viewer,
    at: dt.datetime,
    note: str = "",
) -> None:
    """Decide whether a construct tells the cases apart. Raises NotFound, IllegalStep, Invalid (note)."""
    found = _compared(by, sheet_id)
    _check_construct(found, construct)
    _check_length({"note": note})
    RatingRuling.objects.update_or_create(
        programme_id=by.programme,
        sheet_id=sheet_id,
        case_id=None,
        frame=construct[0],
        construct=construct[1],
        defaults={"verdict": verdict, "note": note.strip(), "decided_by_id": _who(by), "created_at": at},
    )
    _record(by, at, "give_verdict", sheet_id, {"verdict": verdict.value, "construct": list(construct)})


def _open(by: Viewer, sheet_id: UUID) -> Sheet:
    check_may_code(by)
    found = sheet(by, sheet_id)
    check_part(found.my_part, Doing.CODE)
    return found


def _compared(by: Viewer, sheet_id: UUID) -> Sheet:
    found = _open(by, sheet_id)
    if found.compared_at is None:
        raise IllegalStep(_("The raters have not compared their ratings yet."))
    return found


def _keep(
    by: Viewer,
    at: dt.datetime,
    found: Sheet,
    case_id: UUID,
    construct: tuple[str, str],
    rater_id: UUID | None,
    mark: Mark,
    value: int | None,
    reason: str,
    evidence: Sequence[UUID],
) -> None:
    _check_cell(found, case_id, construct)
    if not fits(mark, value):
        raise Invalid({"value": _("Choose −2 to +2, mixed, or missing.")})
    _check_length({"reason": reason})
    ids = list(dict.fromkeys(evidence))
    if standing(by).filter(study_id=found.study_id, id__in=ids).count() != len(ids):
        raise Invalid({"evidence": _("One of these passages is no longer in the study. Choose again.")})
    Rating.objects.update_or_create(
        programme_id=by.programme,
        case_id=case_id,
        frame=construct[0],
        construct=construct[1],
        rater_id=rater_id,
        defaults={
            "mark": mark,
            "value": value,
            "reason": reason.strip(),
            "evidence": [str(one) for one in ids],
            "created_at": at,
        },
    )


def _check_cell(found: Sheet, case_id: UUID, construct: tuple[str, str]) -> None:
    if case_id not in {one.id for one in found.cases}:
        raise NotFound(_("There is no such case in this sheet."))
    _check_construct(found, construct)


def _check_construct(found: Sheet, construct: tuple[str, str]) -> None:
    if construct not in {(one.frame_id, one.construct_id) for one in found.constructs}:
        raise NotFound(_("This construct is not rated in this sheet."))


def _check_length(said: Mapping[str, str]) -> None:
    errors = {
        name: _("Keep it under 5,000 characters.")
        for name, words in said.items()
        if len(words) > LONGEST_REASON
    }
    if errors:
        raise Invalid(errors)


def _check_new(
    by: Viewer,
    study_id: UUID,
    title: str,
    cases: Sequence[str],
    constructs: Sequence[tuple[str, str]],
    raters: Sequence[UUID],
) -> None:
    errors = {}
    there = RatingSheet.objects.filter(programme_id=by.programme, study_id=study_id, title=title)
    if not title:
        errors["title"] = _("Give the sheet a title.")
    elif there.exists():
        errors["title"] = _("There is a sheet with this title in the study. Choose another title.")
    if not cases:
        errors["cases"] = _("Name at least one case, one a line.")
    elif any(len(name) > LONGEST_NAME for name in cases):
        errors["cases"] = _("Keep the name under 120 characters.")
    if not constructs:
        errors["constructs"] = _("Choose at least one construct.")
    evaluators = {one.id for one in programmes.workers(by, role=Role.EVALUATOR)}
    if not raters or not set(raters) <= evaluators:
        errors["raters"] = _("Choose at least one evaluator; two who rate apart are better.")
    if errors:
        raise Invalid(errors)


def _who(by: Viewer) -> UUID | None:
    return by.id if by.kind is Kind.LOGIN else None


def _record(by: Viewer, at: dt.datetime, verb: str, sheet_id: UUID, detail: dict[str, object]) -> None:
    trail.record(by=by, at=at, what=f"coding.{verb}", about="rating_sheet", about_id=sheet_id, detail=detail)
