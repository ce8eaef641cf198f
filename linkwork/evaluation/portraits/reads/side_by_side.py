"""Portraits of several programmes side by side: what is said in each stage, and on how much it rests."""

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Count, F, Q, QuerySet

from linkwork.core.viewer import Viewer
from linkwork.evaluation.portraits.access import may_read, may_read_unshared
from linkwork.evaluation.portraits.models import Portrait, Statement
from linkwork.evaluation.portraits.rules.kinds import StatementKind
from linkwork.programmes import reads as programmes
from linkwork.programmes.rules import Stage, StageSpan


@dataclass(frozen=True)
class Line:
    """One statement, without its evidence: `links` is on how much it rests."""

    stage: Stage
    kind: StatementKind
    text: str
    links: int


@dataclass(frozen=True)
class Beside:
    """One portrait of one programme, as a column."""

    id: UUID
    title: str
    programme: str
    headings: Mapping[Stage, str]
    spans: Sequence[StageSpan]
    statements: tuple[Line, ...]

    def dates(self, stage: Stage) -> tuple[dt.date | None, dt.date | None]:
        """From which day, and up to which: None where nobody has said, or it goes on."""
        starts = next((span.starts_on for span in self.spans if span.stage is stage), None)
        later = [span.starts_on for span in self.spans if starts and span.starts_on > starts]
        return starts, min(later, default=None)


def side_by_side(viewers: Sequence[Viewer]) -> list[Beside]:
    """The portraits each viewer may read, by programme and title: one person in several programmes.

    Three questions of the database, however many programmes.
    """
    reading = [one for one in viewers if may_read(one)]
    if not reading:
        return []
    rows, headings = _rows(_visible(reading))
    spans = programmes.stage_spans_of([one.programme for one in reading])
    said: dict[UUID, list[Line]] = defaultdict(list)
    inside = Statement.objects.filter(
        programme_id__in=[one.programme for one in reading],
        portrait_id__in=list(rows),
        removed_at__isnull=True,
    )
    for one in inside.annotate(many=Count("links")).order_by("place", "id"):
        line = Line(Stage(one.stage), StatementKind(one.kind), one.text, one.many)
        said[one.portrait_id].append(line)
    return [
        Beside(
            id=row.id,
            title=row.title,
            programme=row.programme.name,
            headings=headings[row.id],
            spans=spans.get(row.programme_id, ()),
            statements=tuple(said[row.id]),
        )
        for row in rows.values()
    ]


def _visible(reading: Sequence[Viewer]) -> QuerySet[Portrait]:
    whole = [one.programme for one in reading if may_read_unshared(one)]
    shared = [one.programme for one in reading if not may_read_unshared(one)]
    return Portrait.objects.filter(
        Q(programme_id__in=whole) | Q(programme_id__in=shared, shared_at__isnull=False)
    )


def _rows(wanted: QuerySet[Portrait]) -> tuple[dict[UUID, Portrait], dict[UUID, dict[Stage, str]]]:
    rows: dict[UUID, Portrait] = {}
    headings: dict[UUID, dict[Stage, str]] = defaultdict(dict)
    joined = {"stage": F("sections__stage"), "heading": F("sections__heading")}
    row: Any  # carries the chapter it was joined with
    for row in (
        wanted.select_related("programme").annotate(**joined).order_by("programme__name", "title", "id")
    ):
        rows[row.id] = row
        if row.stage:
            headings[row.id][Stage(row.stage)] = row.heading
    return rows, headings
