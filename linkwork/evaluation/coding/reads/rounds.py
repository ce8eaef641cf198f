"""Which rounds of coding together are there, who is in them, and how far has each come?"""

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count, F, Q, QuerySet
from django.utils.translation import gettext as _

from linkwork.core.errors import NotFound
from linkwork.core.viewer import Viewer
from linkwork.evaluation.coding.models import Round, RoundCoder, RoundDone, RoundSource
from linkwork.evaluation.coding.reads.apart import blind_sources, settled_sources
from linkwork.evaluation.coding.rules.agreement import Unit
from linkwork.evaluation.coding.rules.rounds import Progress, Purpose, progress
from linkwork.evaluation.studies import access
from linkwork.evaluation.studies.reads.parts import part, with_part
from linkwork.evaluation.studies.rules import Doing, Part, may


@dataclass(frozen=True)
class RoundSourceLine:
    """One source of a round, in the order of titles. `settled_at`: since when its consensus counts in findings."""

    id: UUID
    title: str
    language: str
    settled_at: dt.datetime | None


@dataclass(frozen=True)
class RoundCoderLine:
    """One coder (in a practice set a learner) and the sources they are done with."""

    id: UUID
    name: str
    done: frozenset[UUID]
    progress: Progress


@dataclass(frozen=True)
class RoundCard:
    """One round. `codebook` is the number of the version coders were given, `window` characters."""

    id: UUID
    study_id: UUID
    title: str
    purpose: Purpose
    unit: Unit
    window: int | None
    blind: bool
    expert_id: UUID | None
    expert: str
    codebook: int | None
    opened_at: dt.datetime
    opened_by_id: UUID | None
    opened_by: str
    closed_at: dt.datetime | None
    sources: tuple[RoundSourceLine, ...]
    coders: tuple[RoundCoderLine, ...]
    my_part: Part | None

    @property
    def finished(self) -> bool:
        """Whether every coder is done with every source."""
        return all(one.progress.finished for one in self.coders)

    @property
    def keeps_apart(self) -> bool:
        """Whether its coders see only their own codings now."""
        return self.blind and self.closed_at is None


@dataclass(frozen=True)
class RoundOwed:
    """An open round in which the viewer codes, and how many of its sources they are not done with."""

    id: UUID
    title: str
    study: str
    left: int


def rounds_owed(viewer: Viewer) -> list[RoundOwed]:
    """The open rounds of the programme in which the viewer is not done, the oldest first. One question."""
    access.check_may_learn(viewer)
    if viewer.id is None:
        return []
    rows = Round.objects.filter(
        programme_id=viewer.programme, closed_at__isnull=True, coders__coder_id=viewer.id
    )
    left = Count("sources", distinct=True) - Count(
        "marks", filter=Q(marks__coder_id=viewer.id), distinct=True
    )
    owed = with_part(rows, viewer).annotate(left=left).filter(left__gt=0).select_related("study")
    return [
        RoundOwed(row.id, row.title, row.study.title, row.left)
        for row in owed.order_by("created_at", "id")
        if may(part(viewer, row), Doing.CODE)
    ]


def rounds(viewer: Viewer, study_id: UUID) -> list[RoundCard]:
    """The study's rounds, newest first. Four questions, however many. For evaluators."""
    access.check_may_read_sources(viewer)
    rows = Round.objects.filter(programme_id=viewer.programme, study_id=study_id)
    return _cards(viewer, rows.order_by("-created_at", "id"))


def round_card(viewer: Viewer, round_id: UUID) -> RoundCard:
    """One round. Raises NotFound; for evaluators."""
    access.check_may_read_sources(viewer)
    found = _cards(viewer, Round.objects.filter(programme_id=viewer.programme, id=round_id))
    if not found:
        raise NotFound(_("There is no such round in this programme."))
    return found[0]


def settled(viewer: Viewer, study_id: UUID) -> int:
    """How many sources of a study are read by their consensus in findings."""
    access.check_may_learn(viewer)
    return settled_sources(viewer).filter(source__study_id=study_id).count()


def kept_apart(viewer: Viewer, study_id: UUID) -> frozenset[UUID]:
    """The sources of a study in which the viewer now sees only their own codings."""
    access.check_may_learn(viewer)
    if viewer.id is None:
        return frozenset()
    rows = blind_sources(viewer).filter(source__study_id=study_id)
    return frozenset(rows.values_list("source_id", flat=True))


def _cards(viewer: Viewer, rows: QuerySet[Round]) -> list[RoundCard]:
    found = list(with_part(rows.select_related("expert", "opened_by"), viewer))
    for row in found:
        access.check_part(part(viewer, row), Doing.READ)
    ids = [row.id for row in found]
    sources = _sources(viewer, ids)
    coders = _coders(viewer, ids)
    done: dict[UUID, list[tuple[UUID, UUID]]] = defaultdict(list)
    marks = RoundDone.objects.filter(programme_id=viewer.programme, round_id__in=ids)
    for round_id, coder, source in marks.values_list("round_id", "coder_id", "source_id"):
        done[round_id].append((coder, source))
    return [
        _card(viewer, row, sources.get(row.id, ()), coders.get(row.id, ()), done[row.id]) for row in found
    ]


def _sources(viewer: Viewer, ids: Sequence[UUID]) -> Mapping[UUID, Sequence[RoundSourceLine]]:
    rows = RoundSource.objects.filter(programme_id=viewer.programme, round_id__in=ids)
    found: dict[UUID, list[RoundSourceLine]] = defaultdict(list)
    columns = ("round_id", "source_id", "source__title", "source__language", "settled_at")
    for round_id, *line in rows.order_by("source__title", "source_id").values_list(*columns):
        found[round_id].append(RoundSourceLine(*line))
    return found


def _coders(viewer: Viewer, ids: Sequence[UUID]) -> Mapping[UUID, Sequence[tuple[UUID, str]]]:
    rows = RoundCoder.objects.filter(programme_id=viewer.programme, round_id__in=ids)
    found: dict[UUID, list[tuple[UUID, str]]] = defaultdict(list)
    named = rows.annotate(name=F("coder__name")).order_by("name", "coder_id")
    for round_id, coder_id, name in named.values_list("round_id", "coder_id", "name"):
        found[round_id].append((coder_id, name))
    return found


def _card(
    viewer: Viewer,
    row: Round,
    sources: Sequence[RoundSourceLine],
    coders: Sequence[tuple[UUID, str]],
    done: Sequence[tuple[UUID, UUID]],
) -> RoundCard:
    come = progress([one.id for one in sources], [one for one, _name in coders], done)
    lines = tuple(
        RoundCoderLine(one, name, frozenset(source for coder, source in done if coder == one), come[one])
        for one, name in coders
    )
    return RoundCard(
        id=row.id,
        study_id=row.study_id,
        title=row.title,
        purpose=Purpose(row.purpose),
        unit=Unit(row.unit),
        window=row.window,
        blind=row.blind,
        expert_id=row.expert_id,
        expert=row.expert.name if row.expert else "",
        codebook=row.codebook,
        opened_at=row.created_at,
        opened_by_id=row.opened_by_id,
        opened_by=row.opened_by.name if row.opened_by else "",
        closed_at=row.closed_at,
        sources=tuple(sources),
        coders=lines,
        my_part=part(viewer, row),
    )
