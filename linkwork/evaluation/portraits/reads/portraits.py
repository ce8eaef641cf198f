"""Asking about portraits: which there are, one whole with what it rests on, what advisers said."""

import datetime as dt
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, Prefetch, QuerySet
from django.utils.translation import gettext as _

from linkwork.core.errors import NotFound
from linkwork.core.viewer import Viewer
from linkwork.evaluation.portraits.access import check_may_read, may_read_unshared
from linkwork.evaluation.portraits.models import (
    EvidenceLink,
    Portrait,
    Review,
    StageSection,
    Statement,
    TimelineEvent,
)
from linkwork.evaluation.portraits.reads.evidence import figure_cards, quote_cards
from linkwork.evaluation.portraits.rules.evidence import Evidence, FigureCard, FigureKey, QuoteCard
from linkwork.evaluation.portraits.rules.kinds import ReviewKind, StatementKind
from linkwork.evaluation.portraits.rules.review import Said, Standing, fingerprint, standing
from linkwork.programmes import reads as programmes
from linkwork.programmes.rules import Stage, StageSpan, stage_on


@dataclass(frozen=True)
class PortraitLine:
    """One portrait in a list. `opinions`: statements without evidence."""

    id: UUID
    study_id: UUID
    title: str
    shared_at: dt.datetime | None
    statements: int
    opinions: int


@dataclass(frozen=True)
class StatementCard:
    """One statement with what it rests on."""

    id: UUID
    portrait_id: UUID
    stage: Stage
    place: int
    kind: StatementKind
    text: str
    evidence: Evidence


@dataclass(frozen=True)
class EventCard:
    """Something that happened. `stage` is None before the programme's first stage."""

    id: UUID
    happened_on: dt.date
    title: str
    stage: Stage | None


@dataclass(frozen=True)
class SectionCard:
    """One chapter. From `starts_on` up to, and without, `ends_on`; None where the programme has not said or goes on."""

    stage: Stage
    heading: str
    summary: str
    starts_on: dt.date | None
    ends_on: dt.date | None
    statements: tuple[StatementCard, ...]
    events: tuple[EventCard, ...]


@dataclass(frozen=True)
class ReviewCard:
    """What an adviser said. `about_now`: of the portrait exactly as it now stands."""

    id: UUID
    kind: ReviewKind
    text: str
    adviser: str
    at: dt.datetime
    statement_id: UUID | None
    about_now: bool


@dataclass(frozen=True)
class PortraitCard:
    """One portrait whole. Sections are always the three stages, in order."""

    id: UUID
    study_id: UUID
    title: str
    focus: str
    extract_id: UUID | None
    interpretation: str
    plain: str
    shared_at: dt.datetime | None
    sections: tuple[SectionCard, ...]
    events: tuple[EventCard, ...]
    reviews: tuple[ReviewCard, ...]
    standing: Standing
    fingerprint: str

    @property
    def statements(self) -> tuple[StatementCard, ...]:
        """All statements in the order of reading."""
        return tuple(one for section in self.sections for one in section.statements)


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
    """One portrait with everything in it, however much, in a fixed number of questions. Raises NotFound."""
    check_may_read(viewer)
    own = {"programme_id": viewer.programme}
    row = (
        _visible(viewer)
        .filter(id=portrait_id)
        .prefetch_related(
            Prefetch("sections", StageSection.objects.filter(**own)),
            Prefetch("events", TimelineEvent.objects.filter(**own)),
        )
        .first()
    )
    if row is None:
        raise NotFound(_("There is no such portrait in this programme."))
    spans = programmes.stage_spans(viewer)
    found = _statements(viewer, row.study_id, Statement.objects.filter(portrait_id=row.id))
    events = tuple(
        EventCard(one.id, one.happened_on, one.title, stage_on(spans, one.happened_on))
        for one in sorted(row.events.all(), key=lambda one: (one.happened_on, one.id))
    )
    sections = tuple(_section(row, stage, spans, found, events) for stage in Stage)
    now = fingerprint(content(row, sections))
    reviews = _reviews(viewer, row.id, now)
    said = [Said(ReviewKind(one.kind), now if one.about_now else "") for one in reviews]
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
        reviews=tuple(reviews),
        standing=standing(row.shared_at is not None, now, said),
        fingerprint=now,
    )


def statements(viewer: Viewer, statement_ids: Collection[UUID]) -> dict[UUID, StatementCard]:
    """Several statements by id with what they rest on: the evidence of recommendations."""
    check_may_read(viewer)
    wanted = Statement.objects.filter(id__in=set(statement_ids))
    if not may_read_unshared(viewer):
        wanted = wanted.filter(portrait__shared_at__isnull=False)
    studies = set(wanted.filter(programme_id=viewer.programme).values_list("portrait__study_id", flat=True))
    found: dict[UUID, StatementCard] = {}
    for study_id in sorted(studies):
        cards = _statements(viewer, study_id, wanted.filter(portrait__study_id=study_id))
        found |= {one.id: one for one in cards}
    return found


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


def _section(
    row: Portrait,
    stage: Stage,
    spans: Sequence[StageSpan],
    found: Sequence[StatementCard],
    events: Sequence[EventCard],
) -> SectionCard:
    kept = next((one for one in row.sections.all() if one.stage == stage), None)
    starts = next((span.starts_on for span in spans if span.stage is stage), None)
    later = [span.starts_on for span in spans if starts and span.starts_on > starts]
    first = next(iter(Stage))
    return SectionCard(
        stage=stage,
        heading=kept.heading if kept else "",
        summary=kept.summary if kept else "",
        starts_on=starts,
        ends_on=min(later, default=None),
        statements=tuple(one for one in found if one.stage is stage),
        events=tuple(one for one in events if (one.stage or first) is stage),
    )


def _statements(viewer: Viewer, study_id: UUID, rows: QuerySet[Statement]) -> list[StatementCard]:
    links_of = Prefetch("links", EvidenceLink.objects.filter(programme_id=viewer.programme))
    kept = list(rows.filter(programme_id=viewer.programme).prefetch_related(links_of).order_by("place", "id"))
    links = [link for row in kept for link in row.links.all()]
    quotes = quote_cards(viewer, study_id, {link.coding_id for link in links if link.coding_id})
    figures = figure_cards(viewer, [(link.extract_id, _key(link)) for link in links if link.extract_id])
    return [
        StatementCard(
            id=row.id,
            portrait_id=row.portrait_id,
            stage=Stage(row.stage),
            place=row.place,
            kind=StatementKind(row.kind),
            text=row.text,
            evidence=_evidence(row, quotes, figures),
        )
        for row in kept
    ]


def _evidence(
    row: Statement, quotes: dict[UUID, QuoteCard], figures: dict[tuple[UUID, FigureKey], FigureCard]
) -> Evidence:
    links = sorted(row.links.all(), key=lambda link: link.id)
    return Evidence(
        tuple(quotes[link.coding_id] for link in links if link.coding_id),
        tuple(figures[link.extract_id, _key(link)] for link in links if link.extract_id),
    )


def _key(link: EvidenceLink) -> FigureKey:
    return FigureKey(link.indicator, link.grouping, link.group)


def _reviews(viewer: Viewer, portrait_id: UUID, now: str) -> list[ReviewCard]:
    rows = Review.objects.filter(programme_id=viewer.programme, portrait_id=portrait_id)
    return [
        ReviewCard(
            id=row.id,
            kind=ReviewKind(row.kind),
            text=row.text,
            adviser=row.adviser.name,
            at=row.created_at,
            statement_id=row.statement_id,
            about_now=row.fingerprint == now,
        )
        for row in rows.select_related("adviser").order_by("created_at", "id")
    ]
