"""Taking in ratings that were settled elsewhere: a table of a paper, a spreadsheet of a team."""

import datetime as dt
from collections.abc import Sequence
from uuid import UUID

from django.utils.translation import gettext as _

from linkwork.core.actions import action
from linkwork.core.errors import Invalid
from linkwork.core.viewer import Kind, Viewer
from linkwork.evaluation.coding.access import check_may_code
from linkwork.evaluation.coding.actions.parts.lookups import LONGEST_NAME
from linkwork.evaluation.coding.models import Rating, RatingCase, RatingRuling, RatingSheet
from linkwork.evaluation.coding.reads.ratings import settings_as_json
from linkwork.evaluation.coding.reads.rows import codes
from linkwork.evaluation.coding.rules.rated_table import RatedLine
from linkwork.evaluation.coding.rules.scores import USUAL, CaseKind, Settings, fits
from linkwork.evaluation.studies import reads as studies
from linkwork.evaluation.studies.access import check_part
from linkwork.evaluation.studies.rules import Doing
from linkwork.trail import actions as trail


@action
def take_in_ratings(
    *,
    study_id: UUID,
    title: str,
    kind: CaseKind,
    cases: Sequence[str],
    lines: Sequence[RatedLine],
    upper: int | None,
    note: str,
    by: Viewer,
    at: dt.datetime,
    settings: Settings = USUAL,
) -> UUID:
    """Keep a table as a compared sheet: each rating as the consensus, each flag as the analyst's decision; its id.

    `cases` from the best outcome down, the first `upper` of them the better ones. `note` says where it comes from.
    Raises NotFound, Invalid (title, cases, lines, upper).
    """
    check_may_code(by)
    studies.study(by, study_id)
    check_part(studies.part_in(by, study_id), Doing.CODE)
    codes(by, [one.construct for one in lines])
    _check(by, study_id, title.strip(), cases, lines, upper)
    kept = {"programme_id": by.programme, "created_at": at}
    sheet = RatingSheet.objects.create(
        **kept,
        study_id=study_id,
        title=title.strip(),
        kind=kind,
        constructs=[list(one.construct) for one in lines],
        settings=settings_as_json(settings),
        upper=upper,
        opened_by_id=_who(by),
        compared_at=at,
    )
    rows = [RatingCase(**kept, sheet=sheet, name=name, position=place) for place, name in enumerate(cases)]
    RatingCase.objects.bulk_create(rows)
    Rating.objects.bulk_create(
        Rating(
            **kept,
            case=case,
            frame=one.construct[0],
            construct=one.construct[1],
            mark=mark,
            value=value,
            reason=note,
        )
        for one in lines
        for case, (mark, value) in zip(rows, one.given, strict=True)
    )
    RatingRuling.objects.bulk_create(
        RatingRuling(
            **kept,
            sheet=sheet,
            frame=one.construct[0],
            construct=one.construct[1],
            verdict=one.flag,
            note=note,
            decided_by_id=_who(by),
        )
        for one in lines
        if one.flag
    )
    detail: dict[str, object] = {"cases": len(cases), "constructs": len(lines)}
    trail.record(
        by=by, at=at, what="coding.take_in_ratings", about="rating_sheet", about_id=sheet.id, detail=detail
    )
    return sheet.id


def _check(
    by: Viewer,
    study_id: UUID,
    title: str,
    cases: Sequence[str],
    lines: Sequence[RatedLine],
    upper: int | None,
) -> None:
    errors = {}
    there = RatingSheet.objects.filter(programme_id=by.programme, study_id=study_id, title=title)
    if not title:
        errors["title"] = _("Give the sheet a title.")
    elif there.exists():
        errors["title"] = _("There is a sheet with this title in the study. Choose another title.")
    if not cases or len(set(cases)) < len(cases) or any(len(one) > LONGEST_NAME for one in cases):
        errors["cases"] = _("Each case needs a name of its own, under 120 characters.")
    if len({one.construct for one in lines}) < len(lines):
        errors["lines"] = _("A construct stands in the table twice.")
    elif not lines or any(len(one.given) != len(cases) or not _fit(one) for one in lines):
        errors["lines"] = _("Each construct needs a rating for each case: −2 to +2, mixed or missing.")
    if upper is not None and not 0 < upper < len(cases):
        errors["upper"] = _("Some cases must count as the better ones, and some not.")
    if errors:
        raise Invalid(errors)


def _fit(line: RatedLine) -> bool:
    return all(fits(mark, value) for mark, value in line.given)


def _who(by: Viewer) -> UUID | None:
    return by.id if by.kind is Kind.LOGIN else None
