"""What has each worker learnt, what is missing or runs out, and what would they like to learn?"""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from linkwork.core.errors import NotFound
from linkwork.core.viewer import Viewer
from linkwork.workforce.access import check_may_read, may_see_all
from linkwork.workforce.models import RequiredTraining, Training, TrainingNeed
from linkwork.workforce.reads.looked_after import looked_after
from linkwork.workforce.rules.training import Cover, Held, cover


@dataclass(frozen=True)
class TrainingCard:
    """One training. `has_file`: a certificate is kept."""

    id: UUID
    worker_id: UUID
    worker_name: str
    term: str
    title: str
    provider: str
    held_on: dt.date
    hours: Decimal
    expires_on: dt.date | None
    in_house: bool
    has_file: bool


@dataclass(frozen=True)
class Certificate:
    """Where a certificate is kept. For whoever serves the file, after `certificate` has checked who asks."""

    file_name: str
    file_kind: str


@dataclass(frozen=True)
class CoverLine:
    """One worker's cover of each topic that is asked for, in the order of the topics."""

    worker_id: UUID
    worker_name: str
    covers: tuple[Cover, ...]

    @property
    def gaps(self) -> int:
        """How many topics they lack."""
        return sum(one in (Cover.MISSING, Cover.RUN_OUT) for one in self.covers)


@dataclass(frozen=True)
class Wish:
    """How much the team wants training in a topic: of `people` who said so, the mean of 1 to 5."""

    term: str
    people: int
    mean: Decimal


def required(viewer: Viewer) -> tuple[str, ...]:
    """The topics everybody is to be trained in. One question."""
    check_may_read(viewer)
    rows = RequiredTraining.objects.filter(programme_id=viewer.programme).order_by("term")
    return tuple(rows.values_list("term", flat=True))


def trainings(viewer: Viewer, worker_id: UUID | None = None) -> list[TrainingCard]:
    """Everybody's, or one worker's, the newest first; a worker sees their own. One question."""
    rows = _seen(viewer)
    if worker_id is not None:
        rows = rows.filter(worker_id=worker_id)
    return [_card(row) for row in rows.order_by("-held_on", "-id")]


def training(viewer: Viewer, training_id: UUID) -> TrainingCard:
    """One training. Raises NotFound. One question."""
    return _card(_one(viewer, training_id))


def certificate(viewer: Viewer, training_id: UUID) -> Certificate:
    """Where the certificate of a training is kept. Raises NotFound where there is none the viewer may see."""
    row = _one(viewer, training_id)
    if not row.file_name:
        raise NotFound(_("There is no certificate."))
    return Certificate(row.file_name, row.file_kind)


def coverage(viewer: Viewer, terms: Iterable[str], today: dt.date) -> list[CoverLine]:
    """Every worker against the topics asked for, the most gaps first; a worker sees themself. Two questions."""
    check_may_read(viewer)
    asked = tuple(terms)
    held = held_by_worker(viewer.programme, asked)
    found = [
        CoverLine(row.id, row.name, tuple(cover(term, held.get(row.id, []), today) for term in asked))
        for row in looked_after(viewer)
    ]
    return sorted(found, key=lambda line: (-line.gaps, line.worker_name))


def held_by_worker(programme_id: UUID, terms: Iterable[str]) -> dict[UUID, list[Held]]:
    """What each worker has of these topics. One question."""
    rows = Training.objects.filter(programme_id=programme_id, term__in=list(terms))
    found: dict[UUID, list[Held]] = {}
    for worker_id, term, expires_on in rows.values_list("worker_id", "term", "expires_on"):
        found.setdefault(worker_id, []).append(Held(term, expires_on))
    return found


def own_needs(viewer: Viewer) -> dict[str, int]:
    """What the viewer said they want training in, 1 to 5 by topic. One question."""
    check_may_read(viewer)
    rows = TrainingNeed.objects.filter(programme_id=viewer.programme, worker_id=viewer.worker_id)
    return dict(rows.values_list("term", "level"))


def wishes(viewer: Viewer) -> list[Wish]:
    """What the team wants to learn, the most wanted first; nobody by name. One question."""
    check_may_read(viewer)
    rows = TrainingNeed.objects.filter(programme_id=viewer.programme)
    said: dict[str, list[int]] = {}
    for term, level in rows.values_list("term", "level"):
        said.setdefault(term, []).append(level)
    found = [Wish(term, len(levels), Decimal(sum(levels)) / len(levels)) for term, levels in said.items()]
    return sorted(found, key=lambda wish: (-wish.mean, -wish.people, wish.term))


def _seen(viewer: Viewer) -> QuerySet[Training]:
    check_may_read(viewer)
    rows = Training.objects.filter(programme_id=viewer.programme).select_related("worker")
    return rows if may_see_all(viewer) else rows.filter(worker_id=viewer.worker_id)


def _one(viewer: Viewer, training_id: UUID) -> Training:
    row = _seen(viewer).filter(id=training_id).first()
    if row is None:
        raise NotFound(_("There is no such training."))
    return row


def _card(row: Training) -> TrainingCard:
    return TrainingCard(
        row.id,
        row.worker_id,
        row.worker.name,
        row.term,
        row.title,
        row.provider,
        row.held_on,
        row.hours,
        row.expires_on,
        row.in_house,
        bool(row.file_name),
    )
