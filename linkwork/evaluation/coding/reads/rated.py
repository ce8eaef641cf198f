"""What was rated in the end? The settled ratings of a compared sheet with what tells its cases apart, to be shown."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Count, F, OuterRef, Subquery
from django.db.models.functions import Coalesce

from linkwork.core.viewer import Viewer
from linkwork.evaluation.coding.models import RatingCase, RatingRater, RatingRuling
from linkwork.evaluation.coding.reads.rows import Pair, codes
from linkwork.evaluation.coding.rules.scores import Mark, Score, Settings, Verdict, verdict
from linkwork.evaluation.studies import access


@dataclass(frozen=True)
class RatedCell:
    """One case's settled rating; `mark` is None where its raters differ and nobody has settled it."""

    case: str
    mark: Mark | None
    value: int | None


@dataclass(frozen=True)
class Rated:
    """One construct across the cases, the best outcome first. `decided` is the analyst's and wins over `suggested`."""

    frame: str
    construct: str
    name: str
    cells: tuple[RatedCell, ...]
    suggested: Verdict | None
    decided: Verdict | None

    @property
    def stands(self) -> Verdict | None:
        """The verdict that counts."""
        return self.decided or self.suggested


def rated(viewer: Viewer, sheet_id: UUID, pairs: Collection[Pair]) -> dict[Pair, Rated]:
    """These constructs of a sheet; none of them before its raters have compared. Two questions, for all who learn."""
    access.check_may_learn(viewer)
    rows = _cells(viewer, sheet_id) if pairs else []
    if not rows or rows[0]["compared"] is None:
        return {}
    cases = _in_order(rows)
    upper, settings, raters = rows[0]["upper"], Settings(**rows[0]["settings"]), rows[0]["raters"]
    given: dict[tuple[UUID, str, str], list[dict[str, Any]]] = defaultdict(list)
    for row in rows:
        if row["mark"]:
            given[row["id"], row["frame"], row["construct"]].append(row)
    decided = _decided(viewer, sheet_id)
    code_of = codes(viewer, set(pairs))
    found = {}
    for pair in dict.fromkeys(pairs):
        settled = [_settled(given[case, *pair], raters) for case, _name in cases]
        found[pair] = Rated(
            frame=pair[0],
            construct=pair[1],
            name=code_of[pair].name,
            cells=tuple(
                RatedCell(name, one.mark if one else None, one.value if one else None)
                for (_case, name), one in zip(cases, settled, strict=True)
            ),
            suggested=verdict(settled, upper, settings) if upper and upper < len(cases) else None,
            decided=decided.get(pair),
        )
    return found


def _cells(viewer: Viewer, sheet_id: UUID) -> list[dict[str, Any]]:
    """A row a rating; a case without any has one too."""
    raters = RatingRater.objects.filter(programme_id=viewer.programme, sheet_id=OuterRef("sheet_id"))
    many = raters.order_by().values("sheet_id").annotate(n=Count("id")).values("n")
    rows: Any = RatingCase.objects.filter(programme_id=viewer.programme, sheet_id=sheet_id)
    return list(
        rows.order_by("position", "id").values(
            "id",
            "name",
            "outcome",
            compared=F("sheet__compared_at"),
            upper=F("sheet__upper"),
            settings=F("sheet__settings"),
            raters=Coalesce(Subquery(many), 0),
            frame=F("ratings__frame"),
            construct=F("ratings__construct"),
            rater=F("ratings__rater_id"),
            mark=F("ratings__mark"),
            value=F("ratings__value"),
        )
    )


def _in_order(rows: list[dict[str, Any]]) -> list[tuple[UUID, str]]:
    """The cases by outcome where each has one, as on the sheet."""
    cases = {row["id"]: (row["name"], row["outcome"]) for row in rows}
    found = list(cases.items())
    if all(outcome is not None for _name, outcome in cases.values()):
        found.sort(key=lambda one: -one[1][1])
    return [(case, name) for case, (name, _outcome) in found]


def _settled(given: list[dict[str, Any]], raters: int) -> Score | None:
    """The consensus, or what all raters gave alike."""
    consensus = [one for one in given if one["rater"] is None]
    alike = {(one["mark"], one["value"]) for one in given}
    chosen = consensus or (given if len(alike) == 1 and len(given) == raters else [])
    return Score(Mark(chosen[0]["mark"]), chosen[0]["value"]) if chosen else None


def _decided(viewer: Viewer, sheet_id: UUID) -> dict[Pair, Verdict]:
    rows = RatingRuling.objects.filter(
        programme_id=viewer.programme, sheet_id=sheet_id, case__isnull=True
    ).values_list("frame", "construct", "verdict")
    return {(frame, construct): Verdict(said) for frame, construct, said in rows}
