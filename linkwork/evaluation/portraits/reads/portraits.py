"""Asking about portraits: which there are, one whole with what it rests on, what advisers said."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from typing import Any
from uuid import UUID

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet
from django.utils.translation import gettext as _

from linkwork.core.errors import NotFound
from linkwork.core.viewer import Viewer
from linkwork.evaluation.portraits.access import check_may_read, may_read_unshared
from linkwork.evaluation.portraits.models import EvidenceLink, Portrait, Statement, TimelineEvent
from linkwork.evaluation.portraits.reads.cards import (
    EventCard,
    PortraitCard,
    PortraitLine,
    SectionCard,
    StatementCard,
)
from linkwork.evaluation.portraits.reads.content import Around, Figures, content, stamp
from linkwork.evaluation.portraits.reads.said import Told, told_about
from linkwork.evaluation.portraits.reads.statements import statement_cards
from linkwork.evaluation.portraits.rules.events import EventKind, Picture
from linkwork.evaluation.portraits.rules.evidence import FigureKey, linked_key
from linkwork.evaluation.portraits.rules.review import Said, fingerprint, standing
from linkwork.programmes import reads as programmes
from linkwork.programmes.rules import Stage, StageSpan, stage_on


def portraits(viewer: Viewer) -> list[PortraitLine]:
    """The programme's portraits by title; advisers see those sent for review. One question of the database."""
    check_may_read(viewer)
    return _lines(viewer, visible(viewer))


def portrait_line(viewer: Viewer, portrait_id: UUID) -> PortraitLine:
    """One of them, without what is in it. One question. Raises NotFound."""
    check_may_read(viewer)
    found = _lines(viewer, visible(viewer).filter(id=portrait_id))
    if not found:
        raise NotFound(_("There is no such portrait in this programme."))
    return found[0]


def _lines(viewer: Viewer, wanted: QuerySet[Portrait]) -> list[PortraitLine]:
    linked = EvidenceLink.objects.filter(programme_id=viewer.programme, statement_id=OuterRef("pk"))
    mine = Statement.objects.filter(programme_id=viewer.programme, removed_at__isnull=True)
    bare = (
        mine.filter(~Exists(linked), portrait_id=OuterRef("pk"))
        .order_by()
        .values("portrait_id")
        .annotate(n=Count("id"))
        .values("n")
    )
    many = Count("statements", filter=Q(statements__removed_at__isnull=True))
    rows = wanted.annotate(many=many, bare=bare).order_by("title", "id")
    return [
        PortraitLine(row.id, row.study_id, row.title, row.shared_at, row.many, row.bare or 0, row.extract_id)
        for row in rows
    ]


def portrait(viewer: Viewer, portrait_id: UUID) -> PortraitCard:
    """One portrait with everything in it, however much, in eight questions. Raises NotFound."""
    check_may_read(viewer)
    wanted = visible(viewer).filter(id=portrait_id)
    found = _whole(viewer, wanted, *programmes.stages_and_names(viewer))
    if not found:
        raise NotFound(_("There is no such portrait in this programme."))
    return found[0]


def whole_portraits(viewer: Viewer) -> list[PortraitCard]:
    """All of them by title with everything in them: as many questions as one takes."""
    check_may_read(viewer)
    return _whole(viewer, visible(viewer), *programmes.stages_and_names(viewer))


def portraits_behind(
    viewer: Viewer, statement_ids: Collection[UUID], spans: Sequence[StageSpan]
) -> list[PortraitCard]:
    """The portraits that hold these statements, whole. `spans` are the programme's stages, which the caller has.

    Names are left in quotations: the caller leaves them out.
    """
    check_may_read(viewer)
    held = Statement.objects.filter(programme_id=viewer.programme, id__in=set(statement_ids))
    return _whole(viewer, visible(viewer).filter(id__in=held.values("portrait_id")), spans)


def visible(viewer: Viewer) -> QuerySet[Portrait]:
    """The portraits the viewer may know of."""
    rows = Portrait.objects.filter(programme_id=viewer.programme)
    return rows if may_read_unshared(viewer) else rows.filter(shared_at__isnull=False)


def _whole(
    viewer: Viewer, wanted: QuerySet[Portrait], spans: Sequence[StageSpan], names: Sequence[str] = ()
) -> list[PortraitCard]:
    rows, chapters = _with_sections(wanted)
    if not rows:
        return []
    inside: dict[str, Any] = {"programme_id": viewer.programme, "portrait_id__in": list(rows)}
    happened = list(TimelineEvent.objects.filter(**inside).order_by("happened_on", "id"))
    counted = [(row.extract_id, _key(row)) for row in happened if row.extract_id]
    cards, figures = statement_cards(viewer, Statement.objects.filter(**inside), counted, names)
    said: dict[UUID, list[StatementCard]] = defaultdict(list)
    for statement in cards:
        said[statement.portrait_id].append(statement)
    events: dict[UUID, list[EventCard]] = defaultdict(list)
    for row in happened:
        events[row.portrait_id].append(_event(row, spans, figures))
    told = told_about(viewer, rows)
    return [
        _card(row, sections_of(chapters[row.id], spans, said[row.id], events[row.id]), events[row.id], told)
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
    row: Portrait, sections: tuple[SectionCard, ...], events: Sequence[EventCard], told: Told
) -> PortraitCard:
    around = Around(row.title, row.focus, row.interpretation, row.plain, row.plain_language)
    now = fingerprint(content(around, sections, events))
    reviews = told.reviews(row.id, now)
    said = [Said(one.kind, now if one.about_now else "") for one in reviews]
    statements = [(one.kind.value, one.text) for section in sections for one in section.statements]
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
        events=tuple(events),
        reviews=reviews,
        standing=standing(row.shared_at is not None, now, said),
        fingerprint=now,
        plain_language=row.plain_language,
        plain_stale=bool(row.plain) and row.plain_of != stamp(statements),
        voices=told.voices(row.id),
    )


def sections_of(
    said: Mapping[Stage, tuple[str, str]],
    spans: Sequence[StageSpan],
    found: Sequence[StatementCard],
    events: Sequence[EventCard],
) -> tuple[SectionCard, ...]:
    """The three chapters. What happened before the first stage stands in the first."""
    return tuple(_section(said, stage, spans, found, events) for stage in Stage)


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


def _event(row: TimelineEvent, spans: Sequence[StageSpan], figures: Figures) -> EventCard:
    seen = Picture(row.picture, row.picture_type, row.wide, row.high, row.alt, row.credit, row.agreed)
    return EventCard(
        id=row.id,
        happened_on=row.happened_on,
        title=row.title,
        stage=stage_on(spans, row.happened_on),
        kind=EventKind(row.kind),
        detail=row.detail,
        icon=row.icon,
        figure=figures[row.extract_id, _key(row)] if row.extract_id else None,
        picture=seen if row.picture else None,
    )


def _key(row: TimelineEvent) -> FigureKey:
    return linked_key(row.indicator, row.grouping, row.group, row.extract_id)
