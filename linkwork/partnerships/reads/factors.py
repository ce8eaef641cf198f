"""What helps, what hinders, what eased it, and how does the balance change?"""

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from linkwork.core.errors import NotFound
from linkwork.core.viewer import Viewer
from linkwork.partnerships.access import asked_openly, check_may_read, check_may_read_agreed
from linkwork.partnerships.models import (
    Activity,
    AdvocacyAction,
    Factor,
    FactorMove,
    Interaction,
    Meeting,
)
from linkwork.partnerships.rules import Course, FactorKind, FactorState, Influence, Practice

NEWEST = 15


@dataclass(frozen=True)
class FactorCard:
    """One factor in plain values. `agreed`: its author lets the words go to a study; `taken`: a study has them."""

    id: UUID
    words: str
    influence: Influence
    kind: FactorKind
    state: FactorState
    partner_id: UUID | None
    partner_name: str
    noted_on: dt.date
    author_id: UUID | None
    author_name: str
    agreed: bool
    taken: bool


@dataclass(frozen=True)
class MoveCard:
    """One step of a factor. `by_kind` and `by_id` say what brought it about, `by_name` what that is called."""

    state: FactorState
    moved_on: dt.date
    worker_name: str
    note: str
    by_kind: str
    by_id: UUID | None
    by_name: str


@dataclass(frozen=True)
class Eased:
    """Something that may have eased a factor: `kind` is interaction, meeting, advocacy or activity."""

    kind: str
    id: UUID
    name: str
    practice: Practice | None
    on: dt.date


@dataclass(frozen=True)
class AgreedWords:
    """Words whose author lets them go to a study: without the author."""

    id: UUID
    words: str
    influence: Influence
    kind: FactorKind
    state: FactorState
    noted_on: dt.date


def factors(viewer: Viewer, partner_id: UUID | None = None, most: int = 50) -> list[FactorCard]:
    """Factors, the newest first; of one partner, or of all. One question of the database."""
    rows = _rows(viewer)
    if partner_id is not None:
        rows = rows.filter(partner_id=partner_id)
    return [_card(row) for row in rows.order_by("-noted_on", "-id")[:most]]


def factor(viewer: Viewer, factor_id: UUID) -> FactorCard:
    """One factor. Raises NotFound. One question."""
    row = _rows(viewer).filter(id=factor_id).first()
    if row is None:
        raise NotFound(_("There is no such factor in this programme."))
    return _card(row)


def moves_of(viewer: Viewer, factor_id: UUID) -> list[MoveCard]:
    """The steps of a factor in order. An effort that is closed to the viewer is not named. Two questions."""
    check_may_read(viewer)
    rows = FactorMove.objects.filter(programme_id=viewer.programme, factor_id=factor_id)
    seen = set(
        AdvocacyAction.objects.filter(asked_openly(viewer), programme_id=viewer.programme)
        .filter(id__in=rows.values("advocacy_id"))
        .values_list("id", flat=True)
    )
    joined = rows.select_related("worker", "interaction__partner", "meeting", "advocacy", "activity")
    return [_move(row, seen) for row in joined.order_by("moved_on", "id")]


def _move(row: FactorMove, seen: set[UUID]) -> MoveCard:
    kind, id_, name = "", None, ""
    if row.interaction:
        kind, id_, name = "interaction", row.interaction.partner_id, row.interaction.partner.name
    elif row.meeting:
        kind, id_, name = "meeting", row.meeting.id, row.meeting.title
    elif row.activity:
        kind, id_, name = "activity", row.activity.id, row.activity.title
    elif row.advocacy and row.advocacy.id in seen:
        kind, id_, name = "advocacy", row.advocacy.id, row.advocacy.ask
    worker = row.worker.name if row.worker else ""
    return MoveCard(FactorState(row.state), row.moved_on, worker, row.note, kind, id_, name)


def what_may_have_eased(viewer: Viewer) -> list[Eased]:
    """The newest meetings, activities, efforts and pieces of work together, to choose from. Four questions."""
    check_may_read(viewer)
    mine = {"programme_id": viewer.programme}
    meetings = Meeting.objects.filter(**mine, kept_at__isnull=False).order_by("-starts_at")[:NEWEST]
    activities = Activity.objects.filter(**mine).order_by("-since", "-id")[:NEWEST]
    asked = AdvocacyAction.objects.filter(asked_openly(viewer), **mine).order_by("-opened_on", "-id")
    done = Interaction.objects.filter(
        asked_openly(viewer), **mine, meeting__isnull=True, session__isnull=True
    )
    return [
        *(Eased("meeting", one.id, one.title, None, timezone.localdate(one.starts_at)) for one in meetings),
        *(Eased("activity", one.id, one.title, None, one.since) for one in activities),
        *(Eased("advocacy", one.id, one.ask, None, one.opened_on) for one in asked[:NEWEST]),
        *(
            Eased("interaction", one.id, one.partner.name, Practice(one.practice), one.occurred_on)
            for one in done.select_related("partner").order_by("-occurred_on", "-id")[:NEWEST]
        ),
    ]


def courses(viewer: Viewer) -> list[Course]:
    """Every factor over time, for its balance. Two questions."""
    check_may_read(viewer)
    steps: dict[UUID, list[tuple[dt.date, FactorState]]] = {}
    moves = FactorMove.objects.filter(programme_id=viewer.programme).order_by("moved_on", "id")
    for factor_id, day, state in moves.values_list("factor_id", "moved_on", "state"):
        steps.setdefault(factor_id, []).append((day, FactorState(state)))
    rows = Factor.objects.filter(programme_id=viewer.programme)
    return [
        Course(FactorKind(kind), Influence(influence), noted_on, tuple(steps.get(id_, ())))
        for id_, kind, influence, noted_on in rows.values_list("id", "kind", "influence", "noted_on")
    ]


def agreed_words(viewer: Viewer) -> list[AgreedWords]:
    """Words that may go to a study and are in none yet, the earliest first; for evaluators. One question."""
    check_may_read_agreed(viewer)
    rows = Factor.objects.filter(
        programme_id=viewer.programme, agreed_at__isnull=False, taken_at__isnull=True
    ).order_by("noted_on", "id")
    return [
        AgreedWords(
            row.id,
            row.words,
            Influence(row.influence),
            FactorKind(row.kind),
            FactorState(row.state),
            row.noted_on,
        )
        for row in rows
    ]


def _rows(viewer: Viewer) -> QuerySet[Factor]:
    check_may_read(viewer)
    return Factor.objects.filter(programme_id=viewer.programme).select_related("partner", "author")


def _card(row: Factor) -> FactorCard:
    return FactorCard(
        id=row.id,
        words=row.words,
        influence=Influence(row.influence),
        kind=FactorKind(row.kind),
        state=FactorState(row.state),
        partner_id=row.partner_id,
        partner_name=row.partner.name if row.partner else "",
        noted_on=row.noted_on,
        author_id=row.author_id,
        author_name=row.author.name if row.author else "",
        agreed=row.agreed_at is not None,
        taken=row.taken_at is not None,
    )
