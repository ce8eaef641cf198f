"""How is each construct rated for each case, by whom, on what evidence, and which constructs tell cases apart?"""

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from linkwork.core.errors import NotFound
from linkwork.core.viewer import Viewer
from linkwork.evaluation.coding.models import Rating, RatingCase, RatingRater, RatingRuling, RatingSheet
from linkwork.evaluation.coding.reads.apart import standing
from linkwork.evaluation.coding.reads.rows import Code, codes
from linkwork.evaluation.coding.rules.agreement import Agreement, Coefficient, agreements, from_rows
from linkwork.evaluation.coding.rules.scores import (
    HIGHEST,
    LOWEST,
    CaseKind,
    Flag,
    Mark,
    Score,
    Settings,
    Verdict,
    flags,
    verdict,
)
from linkwork.evaluation.studies import access
from linkwork.evaluation.studies.reads.parts import part, with_part
from linkwork.evaluation.studies.rules import Doing, Part

Pair = tuple[str, str]
Cell = tuple[UUID, str, str]  # case, frame, construct
BETWEEN_RATERS = (
    Coefficient.PERCENT,
    Coefficient.COHEN,
    Coefficient.ALPHA_ORDINAL,
    Coefficient.ALPHA_INTERVAL,
)


@dataclass(frozen=True)
class SheetLine:
    """One sheet in the list."""

    id: UUID
    study_id: UUID
    title: str
    kind: CaseKind
    opened_at: dt.datetime
    compared_at: dt.datetime | None


@dataclass(frozen=True)
class CaseCard:
    """One case, in the sheet's order."""

    id: UUID
    name: str
    outcome: Decimal | None


@dataclass(frozen=True)
class RatingCard:
    """One rating; without `rater_id` the consensus. `evidence` are codings that still stand and may be known of."""

    rater_id: UUID | None
    rater: str
    score: Score
    reason: str
    evidence: tuple[UUID, ...]


@dataclass(frozen=True)
class Ruled:
    """What the analyst decided about a flag or a verdict."""

    upheld: bool | None
    verdict: Verdict | None
    note: str
    by: str


@dataclass(frozen=True)
class Sheet(SheetLine):
    """One sheet whole. Until it is compared, `ratings` hold only the viewer's own and no consensus.

    `cases` are ordered by outcome, the best first, where every case has one; otherwise as they were entered. `upper`
    of them count as the better ones. `flagged` are suggestions by cell, `suggested` by construct; `ruled` is decided.
    """

    settings: Settings
    upper: int | None
    opened_by_id: UUID | None
    my_part: Part | None
    raters: Mapping[UUID, str]
    cases: tuple[CaseCard, ...]
    constructs: tuple[Code, ...]
    ratings: Mapping[Cell, tuple[RatingCard, ...]]
    flagged: Mapping[Cell, tuple[Flag, ...]]
    suggested: Mapping[Pair, Verdict]
    ruled_flags: Mapping[tuple[Cell, Flag], Ruled]
    ruled_verdicts: Mapping[Pair, Ruled]
    agreed: tuple[Agreement, ...]

    def settled(self, cell: Cell) -> RatingCard | None:
        """The consensus of a cell, or what its raters gave alike; None while they differ or it is not compared."""
        found = self.ratings.get(cell, ())
        consensus = next((one for one in found if one.rater_id is None), None)
        if consensus or self.compared_at is None:
            return consensus
        alike = {(one.score.mark, one.score.value) for one in found}
        return found[0] if len(alike) == 1 and len(found) == len(self.raters) else None


def sheets(viewer: Viewer, study_id: UUID) -> list[SheetLine]:
    """The sheets of a study, newest first. One question; for evaluators."""
    access.check_may_read_sources(viewer)
    rows = RatingSheet.objects.filter(programme_id=viewer.programme, study_id=study_id)
    found = list(with_part(rows, viewer).order_by("-created_at", "-id"))
    for row in found[:1]:
        access.check_part(part(viewer, row), Doing.READ)
    return [SheetLine(**_line(row)) for row in found]


def sheet(viewer: Viewer, sheet_id: UUID) -> Sheet:
    """One sheet. Six questions, one more for own lists. Raises NotFound; for evaluators."""
    access.check_may_read_sources(viewer)
    rows = RatingSheet.objects.filter(programme_id=viewer.programme, id=sheet_id)
    row = with_part(rows, viewer).first()
    if row is None:
        raise NotFound(_("There is no such sheet in this programme."))
    access.check_part(part(viewer, row), Doing.READ)
    raters = RatingRater.objects.filter(programme_id=viewer.programme, sheet_id=sheet_id)
    named = dict(raters.order_by("rater__name", "rater_id").values_list("rater_id", "rater__name"))
    cases = _cases(viewer, sheet_id)
    pairs = [(frame, construct) for frame, construct in row.constructs]
    code_of = codes(viewer, pairs)
    ratings = _ratings(viewer, row, [one.id for one in cases], named)
    settings = Settings(**row.settings)
    ruled_flags, ruled_verdicts = _rulings(viewer, sheet_id)
    suggested: dict[Pair, Verdict] = {}
    made = Sheet(
        **_line(row),
        settings=settings,
        upper=row.upper,
        opened_by_id=row.opened_by_id,
        my_part=part(viewer, row),
        raters=named,
        cases=cases,
        constructs=tuple(code_of[pair] for pair in pairs),
        ratings=ratings,
        flagged=_flagged(ratings, settings) if named else {},  # brought in as it stands: nobody rated here
        suggested=suggested,
        ruled_flags=ruled_flags,
        ruled_verdicts=ruled_verdicts,
        agreed=_agreed(row, ratings, list(named), cases, pairs),
    )
    suggested |= _suggested(made, pairs)
    return made


def settings_as_json(settings: Settings) -> dict[str, Any]:
    """Settings as they are kept."""
    return asdict(settings)


def _line(row: RatingSheet) -> dict[str, Any]:
    return {
        "id": row.id,
        "study_id": row.study_id,
        "title": row.title,
        "kind": CaseKind(row.kind),
        "opened_at": row.created_at,
        "compared_at": row.compared_at,
    }


def _cases(viewer: Viewer, sheet_id: UUID) -> tuple[CaseCard, ...]:
    rows = RatingCase.objects.filter(programme_id=viewer.programme, sheet_id=sheet_id).order_by(
        "position", "id"
    )
    found = [CaseCard(*one) for one in rows.values_list("id", "name", "outcome")]
    if found and all(one.outcome is not None for one in found):
        found.sort(key=lambda one: -(one.outcome or 0))
    return tuple(found)


def _ratings(
    viewer: Viewer, row: RatingSheet, cases: Sequence[UUID], raters: Mapping[UUID, str]
) -> dict[Cell, tuple[RatingCard, ...]]:
    rows = Rating.objects.filter(programme_id=viewer.programme, case_id__in=cases)
    if row.compared_at is None:
        rows = rows.filter(rater_id=viewer.id, rater__isnull=False)
    found = list(rows.order_by("created_at", "id"))
    ids = {UUID(one) for rating in found for one in rating.evidence}
    known = dict(standing(viewer).filter(id__in=ids).values_list("id", "source_id")) if ids else {}
    order = list(raters)
    cells: dict[Cell, list[RatingCard]] = defaultdict(list)
    for one in found:
        cells[one.case_id, one.frame, one.construct].append(_card(one, raters, known))
    return {
        cell: tuple(sorted(some, key=lambda card: order.index(card.rater_id) if card.rater_id else -1))
        for cell, some in cells.items()
    }


def _card(row: Rating, raters: Mapping[UUID, str], known: Mapping[UUID, UUID]) -> RatingCard:
    evidence = tuple(UUID(one) for one in row.evidence if UUID(one) in known)
    score = Score(Mark(row.mark), row.value, len({known[one] for one in evidence}), len(evidence))
    name = raters[row.rater_id] if row.rater_id else ""
    return RatingCard(row.rater_id, name, score, row.reason, evidence)


def _flagged(
    ratings: Mapping[Cell, Sequence[RatingCard]], settings: Settings
) -> dict[Cell, tuple[Flag, ...]]:
    found = {}
    for cell, some in ratings.items():
        consensus = next((one.score for one in some if one.rater_id is None), None)
        raised = flags([one.score for one in some if one.rater_id], consensus, settings)
        if raised:
            found[cell] = tuple(raised)
    return found


def _suggested(made: Sheet, pairs: Sequence[Pair]) -> dict[Pair, Verdict]:
    if made.compared_at is None or not made.upper or made.upper >= len(made.cases):
        return {}
    found = {}
    for pair in pairs:
        settled = [made.settled((one.id, *pair)) for one in made.cases]
        found[pair] = verdict([one.score if one else None for one in settled], made.upper, made.settings)
    return found


def _rulings(viewer: Viewer, sheet_id: UUID) -> tuple[dict[tuple[Cell, Flag], Ruled], dict[Pair, Ruled]]:
    by_flag: dict[tuple[Cell, Flag], Ruled] = {}
    by_pair: dict[Pair, Ruled] = {}
    rows = RatingRuling.objects.filter(programme_id=viewer.programme, sheet_id=sheet_id)
    for row in rows.select_related("decided_by"):
        by = row.decided_by.name if row.decided_by else ""
        if row.case_id:
            cell = (row.case_id, row.frame, row.construct)
            by_flag[cell, Flag(row.flag)] = Ruled(row.upheld, None, row.note, by)
        else:
            by_pair[row.frame, row.construct] = Ruled(None, Verdict(row.verdict), row.note, by)
    return by_flag, by_pair


def _agreed(
    row: RatingSheet,
    ratings: Mapping[Cell, Sequence[RatingCard]],
    raters: Sequence[UUID],
    cases: Sequence[CaseCard],
    pairs: Sequence[Pair],
) -> tuple[Agreement, ...]:
    """How far raters agree over the cells; "mixed" counts as its nought, "missing" as no rating."""
    if row.compared_at is None or not ratings or not raters:
        return ()
    given = {
        (cell, one.rater_id): one.score.value
        for cell, some in ratings.items()
        for one in some
        if one.rater_id
    }
    cells: list[Cell] = [(case.id, *pair) for case in cases for pair in pairs]
    rows = [[given.get((cell, rater)) for cell in cells] for rater in raters]
    return agreements(from_rows(rows, range(LOWEST, HIGHEST + 1)), BETWEEN_RATERS)
