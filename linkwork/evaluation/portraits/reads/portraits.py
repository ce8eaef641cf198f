"""Asking about portraits: which there are, one whole with what it rests on, what advisers said."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from typing import Any
from uuid import UUID

from django.db.models import Count, Exists, F, OuterRef, QuerySet
from django.utils.translation import gettext as _

from linkwork.core.errors import NotFound
from linkwork.core.viewer import Viewer
from linkwork.evaluation.portraits.access import check_may_read, may_read_unshared
from linkwork.evaluation.portraits.models import EvidenceLink, Portrait, Review, Statement, TimelineEvent
from linkwork.evaluation.portraits.reads.cards import (
    EventCard,
    PortraitCard,
    PortraitLine,
    ReviewCard,
    SectionCard,
    StatementCard,
)
from linkwork.evaluation.portraits.reads.statements import statement_cards
from linkwork.evaluation.portraits.rules.evidence import Evidence
from linkwork.evaluation.portraits.rules.kinds import ReviewKind
from linkwork.evaluation.portraits.rules.review import Said, fingerprint, standing
from linkwork.programmes import reads as programmes
from linkwork.programmes.rules import Stage, StageSpan, stage_on


def portraits(viewer: Viewer) -> list[PortraitLine]:
    """The programme's portraits by title; advisers see those sent for review. One question of the database."""
    check_may_read(viewer)
    linked = EvidenceLink.objects.filter(programme_id=viewer.programme, statement_id=OuterRef("pk"))
    bare = (
        Statement.objects.filter(~Exists(linked), programme_id=viewer.programme, portrait_id=OuterRef("pk"))
        .order_by()
        .values("portrait_id")
        .annotate(n=Count("id"))
        .values("n")
    )
    rows = _visible(viewer).annotate(many=Count("statements"), bare=bare).order_by("title", "id")
    return [
        PortraitLine(row.id, row.study_id, row.title, row.shared_at, row.many, row.bare or 0) for row in rows
    ]


def portrait(viewer: Viewer, portrait_id: UUID) -> PortraitCard:
    """One portrait with everything in it, however much, in seven questions. Raises NotFound."""
    check_may_read(viewer)
    found = _whole(viewer, _visible(viewer).filter(id=portrait_id), programmes.stage_spans(viewer))
    if not found:
        raise NotFound(_("There is no such portrait in this programme."))
    return found[0]


def whole_portraits(viewer: Viewer) -> list[PortraitCard]:
    """All of them by title with everything in them: as many questions as one takes."""
    check_may_read(viewer)
    return _whole(viewer, _visible(viewer), programmes.stage_spans(viewer))


def portraits_behind(
    viewer: Viewer, statement_ids: Collection[UUID], spans: Sequence[StageSpan]
) -> list[PortraitCard]:
    """The portraits that hold these statements, whole. `spans` are the programme's stages, which the caller has."""
    check_may_read(viewer)
    held = Statement.objects.filter(programme_id=viewer.programme, id__in=set(statement_ids))
    return _whole(viewer, _visible(viewer).filter(id__in=held.values("portrait_id")), spans)


def content(row: Portrait, sections: Sequence[SectionCard]) -> dict[str, object]:
    """What an adviser agrees to: the words and what they rest on, not where the database keeps them."""
    return {
        "title": row.title,
        "focus": row.focus,
        "interpretation": row.interpretation,
        "plain": row.plain,
        "sections": [
            {
                "stage": section.stage,
                "heading": section.heading,
                "summary": section.summary,
                "events": [(one.happened_on, one.title) for one in section.events],
                "statements": [
                    (one.kind, one.text, sorted(_marks(one.evidence))) for one in section.statements
                ],
            }
            for section in sections
        ],
    }


def _marks(evidence: Evidence) -> list[str]:
    quotes = [str(one.coding_id) for one in evidence.quotes]
    return quotes + [f"{one.extract_id}/{one.key}" for one in evidence.figures]


def _visible(viewer: Viewer) -> QuerySet[Portrait]:
    rows = Portrait.objects.filter(programme_id=viewer.programme)
    return rows if may_read_unshared(viewer) else rows.filter(shared_at__isnull=False)


def _whole(viewer: Viewer, wanted: QuerySet[Portrait], spans: Sequence[StageSpan]) -> list[PortraitCard]:
    rows, sections = _with_sections(wanted)
    if not rows:
        return []
    inside: dict[str, Any] = {"programme_id": viewer.programme, "portrait_id__in": list(rows)}
    events: dict[UUID, list[EventCard]] = defaultdict(list)
    for one in TimelineEvent.objects.filter(**inside).order_by("happened_on", "id"):
        card = EventCard(one.id, one.happened_on, one.title, stage_on(spans, one.happened_on))
        events[one.portrait_id].append(card)
    said: dict[UUID, list[StatementCard]] = defaultdict(list)
    for statement in statement_cards(viewer, Statement.objects.filter(**inside)):
        said[statement.portrait_id].append(statement)
    reviews: dict[UUID, list[Review]] = defaultdict(list)
    for review in Review.objects.filter(**inside).select_related("adviser").order_by("created_at", "id"):
        reviews[review.portrait_id].append(review)
    return [
        _card(
            row,
            tuple(_section(sections[row.id], stage, spans, said[row.id], events[row.id]) for stage in Stage),
            tuple(events[row.id]),
            reviews[row.id],
        )
        for row in rows.values()
    ]


def _with_sections(
    wanted: QuerySet[Portrait],
) -> tuple[dict[UUID, Portrait], dict[UUID, dict[Stage, tuple[str, str]]]]:
    """The portraits by id, and the heading and summary of each chapter: one question, joined."""
    rows: dict[UUID, Portrait] = {}
    sections: dict[UUID, dict[Stage, tuple[str, str]]] = defaultdict(dict)
    joined = {name: F(f"sections__{name}") for name in ("stage", "heading", "summary")}
    row: Any  # carries the chapter it was joined with
    for row in wanted.annotate(**joined).order_by("title", "id"):
        rows[row.id] = row
        if row.stage:
            sections[row.id][Stage(row.stage)] = (row.heading, row.summary)
    return rows, sections


def _card(
    row: Portrait, sections: tuple[SectionCard, ...], events: tuple[EventCard, ...], reviews: Sequence[Review]
) -> PortraitCard:
    now = fingerprint(content(row, sections))
    cards = tuple(_review(one, now) for one in reviews)
    said = [Said(one.kind, now if one.about_now else "") for one in cards]
    return PortraitCard(
        id=row.id,
        study_id=row.study_id,
        title=row.title,
        focus=row.focus,
        extract_id=row.extract_id,
        interpretation=row.interpretation,
        plain=row.plain,
        shared_at=row.shared_at,
        sections=sections,
        events=events,
        reviews=cards,
        standing=standing(row.shared_at is not None, now, said),
        fingerprint=now,
    )


def _section(
    said: Mapping[Stage, tuple[str, str]],
    stage: Stage,
    spans: Sequence[StageSpan],
    found: Sequence[StatementCard],
    events: Sequence[EventCard],
) -> SectionCard:
    heading, summary = said.get(stage, ("", ""))
    starts = next((span.starts_on for span in spans if span.stage is stage), None)
    later = [span.starts_on for span in spans if starts and span.starts_on > starts]
    first = next(iter(Stage))
    return SectionCard(
        stage=stage,
        heading=heading,
        summary=summary,
        starts_on=starts,
        ends_on=min(later, default=None),
        statements=tuple(one for one in found if one.stage is stage),
        events=tuple(one for one in events if (one.stage or first) is stage),
    )


def _review(row: Review, now: str) -> ReviewCard:
    return ReviewCard(
        id=row.id,
        kind=ReviewKind(row.kind),
        text=row.text,
        adviser=row.adviser.name,
        at=row.created_at,
        statement_id=row.statement_id,
        about_now=row.fingerprint == now,
    )
