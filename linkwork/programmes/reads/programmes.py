"""Asking about the programme itself: its words, its stages, its sites."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.db.models import DateField, Value

from linkwork.core.errors import NotFound
from linkwork.core.rows import the_one
from linkwork.core.viewer import Viewer
from linkwork.programmes.models import Programme, Site, StageRow, Worker
from linkwork.programmes.rules import QUIET_AFTER_WEEKS, Model, SiteKind, Stage, StageSpan


@dataclass(frozen=True)
class Words:
    """What this programme calls its worker and the people it supports."""

    worker: str
    person: str
    people: str


@dataclass(frozen=True)
class ProgrammeCard:
    """The programme in plain values. Distances start from (latitude, longitude) where a person has no place.

    `lists`: what it changed of each list, for `instruments.lists.terms_of`.
    """

    id: UUID
    name: str
    host: str
    model: Model
    words: Words
    area: str
    place: tuple[float, float] | None
    target_group: str
    target_size: int | None
    answer_within_days: int
    chase_after_days: int
    follow_up_after_days: int
    demonstration: bool
    urgent_within_days: int = 1
    notes_lock_after_days: int = 10
    acknowledge_within_hours: int = 24
    danger_within_hours: int = 4
    emergency_phone: str = ""
    safeguarding_contact: str = ""
    lists: Mapping[str, Any] = field(default_factory=dict, hash=False)
    chase_times: int = 2
    remind_before_hours: int = 24
    plans_need_approval: bool = False
    reopen_within_days: int = 28
    quiet_after_weeks: int = QUIET_AFTER_WEEKS


@dataclass(frozen=True)
class SiteCard:
    """One place where the programme works."""

    id: UUID
    name: str
    kind: SiteKind
    place: tuple[float, float] | None


def programme(viewer: Viewer) -> ProgrammeCard:
    """The programme the viewer stands in. Raises NotFound when it is gone."""
    return programme_with_id(viewer.programme)


def programme_with_id(programme_id: UUID) -> ProgrammeCard:
    """A programme for pages without an account (a partner's link). Nothing in it is about a person."""
    row = the_one(Programme.objects.filter(id=programme_id))
    if row is None:
        raise NotFound("There is no such programme.")
    return card_of(row)


def all_programmes() -> list[ProgrammeCard]:
    """Every programme on this machine, by name: for the operator's commands."""
    return [card_of(row) for row in Programme.objects.order_by("name")]


def card_of(row: Programme) -> ProgrammeCard:
    """A programme's row in plain values."""
    return ProgrammeCard(
        id=row.id,
        name=row.name,
        host=row.host,
        model=Model(row.model),
        words=Words(row.worker_word, row.person_word, row.people_word),
        area=row.area,
        place=_place(row.latitude, row.longitude),
        target_group=row.target_group,
        target_size=row.target_size,
        answer_within_days=row.answer_within_days,
        chase_after_days=row.chase_after_days,
        follow_up_after_days=row.follow_up_after_days,
        demonstration=row.demonstration,
        urgent_within_days=row.urgent_within_days,
        notes_lock_after_days=row.notes_lock_after_days,
        acknowledge_within_hours=row.acknowledge_within_hours,
        danger_within_hours=row.danger_within_hours,
        emergency_phone=row.emergency_phone,
        safeguarding_contact=row.safeguarding_contact,
        lists=row.lists,
        chase_times=row.chase_times,
        remind_before_hours=row.remind_before_hours,
        plans_need_approval=row.plans_need_approval,
        reopen_within_days=row.reopen_within_days,
        quiet_after_weeks=row.quiet_after_weeks or QUIET_AFTER_WEEKS,
    )


def _place(latitude: float | None, longitude: float | None) -> tuple[float, float] | None:
    return None if latitude is None or longitude is None else (latitude, longitude)


def stage_spans(viewer: Viewer) -> list[StageSpan]:
    """The programme's stages by first day."""
    rows = StageRow.objects.filter(programme_id=viewer.programme).order_by("starts_on")
    return [StageSpan(Stage(row.stage), row.starts_on) for row in rows]


def stage_spans_of(programme_ids: Collection[UUID]) -> dict[UUID, list[StageSpan]]:
    """The stages of several programmes by first day, by programme. One question."""
    found: dict[UUID, list[StageSpan]] = {}
    for row in StageRow.objects.filter(programme_id__in=list(programme_ids)).order_by("starts_on"):
        found.setdefault(row.programme_id, []).append(StageSpan(Stage(row.stage), row.starts_on))
    return found


def stages_and_names(viewer: Viewer) -> tuple[list[StageSpan], list[str]]:
    """The programme's stages by first day, and the names of all who work or worked in it, in one question."""
    stages = StageRow.objects.filter(programme_id=viewer.programme).values_list("stage", "starts_on")
    no_day = Value(None, output_field=DateField())
    names = Worker.objects.filter(programme_id=viewer.programme).annotate(no_day=no_day)
    rows: list[Any] = list(stages.union(names.values_list("name", "no_day"), all=True))
    spans = [StageSpan(Stage(words), day) for words, day in rows if day is not None]
    return sorted(spans, key=lambda span: span.starts_on), [words for words, day in rows if day is None]


def sites(viewer: Viewer) -> list[SiteCard]:
    """The programme's sites by name."""
    rows = Site.objects.filter(programme_id=viewer.programme).order_by("name")
    return [
        SiteCard(row.id, row.name, SiteKind(row.kind), _place(row.latitude, row.longitude)) for row in rows
    ]
