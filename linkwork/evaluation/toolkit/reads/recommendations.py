"""Asking for recommendations: all, or one, each with where it stands."""

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import F, QuerySet
from django.utils.translation import gettext as _

from linkwork.core.errors import NotFound
from linkwork.core.viewer import Viewer
from linkwork.evaluation.portraits import reads as portraits
from linkwork.evaluation.portraits.reads import PortraitCard
from linkwork.evaluation.portraits.rules.review import fingerprint
from linkwork.evaluation.toolkit.access import check_may_read
from linkwork.evaluation.toolkit.models import Recommendation, Step
from linkwork.evaluation.toolkit.reads.constructs import construct_name
from linkwork.evaluation.toolkit.rules.kinds import Audience, Setting, State, StepKind, Taken, standing
from linkwork.instruments import frames
from linkwork.programmes.rules import Stage

STRATEGIES = "eric-2015"
# What somebody agrees to. Who wrote it and when is not part of it.
AGREED_TO = (
    *("title", "advice", "stage", "audience", "barrier", "settings", "constructs", "strategies"),
    *("checklist", "language", "titles"),
)


@dataclass(frozen=True)
class StepCard:
    """One step it took. `by` is the name of who took it; empty for the command line."""

    kind: StepKind
    text: str
    by: str
    at: dt.datetime


@dataclass(frozen=True)
class RecommendationCard:
    """One recommendation. `strategies` and `constructs` are (id, name); `statement_ids` in the order of linking."""

    id: UUID
    title: str
    advice: str
    stage: Stage
    audience: Audience
    barrier: str
    settings: tuple[Setting, ...]
    constructs: tuple[tuple[str, str], ...]
    strategies: tuple[tuple[str, str], ...]
    checklist: tuple[str, ...]
    language: str
    titles: dict[str, str]
    author_id: UUID | None
    published_at: dt.datetime | None
    state: State
    steps: tuple[StepCard, ...]
    statement_ids: tuple[UUID, ...]
    fingerprint: str

    @property
    def is_opinion(self) -> bool:
        """Whether it rests on no statement at all."""
        return not self.statement_ids

    @property
    def last_words(self) -> str:
        """What was said with the last step: what a reader asked for, or why it was withdrawn."""
        return self.steps[-1].text if self.steps else ""


def recommendations(viewer: Viewer) -> list[RecommendationCard]:
    """All of the programme's, by stage and title. Two questions of the database."""
    check_may_read(viewer)
    return cards(viewer, joined(mine(viewer)))


def without_steps(viewer: Viewer) -> list[RecommendationCard]:
    """The same without the steps they took, and so without where a draft stands. One question of the database."""
    check_may_read(viewer)
    return cards(viewer, joined(mine(viewer)), steps=False)


def recommendation(viewer: Viewer, recommendation_id: UUID) -> RecommendationCard:
    """One recommendation. Raises NotFound."""
    check_may_read(viewer)
    found = cards(viewer, joined(mine(viewer).filter(id=recommendation_id)))
    if not found:
        raise NotFound(_("There is no such recommendation in this programme."))
    return found[0]


def strategies() -> list[tuple[str, str]]:
    """(id, name) of every implementation strategy of the ERIC compilation, in its order."""
    found = frames.frame(STRATEGIES).constructs
    return [(one.id, one.name) for one in found if one.kind == "strategy"]


def statement_choices(viewer: Viewer) -> list[PortraitCard]:
    """The portraits whose statements a recommendation may rest on, whole."""
    check_may_read(viewer)
    return portraits.whole_portraits(viewer)


def mine(viewer: Viewer) -> QuerySet[Recommendation]:
    """The programme's rows."""
    return Recommendation.objects.filter(programme_id=viewer.programme)


def joined(wanted: QuerySet[Recommendation]) -> list[Any]:
    """The rows, each as often as it is linked, in the order of linking: one question."""
    linked = wanted.annotate(link=F("rests_on__id"), linked=F("rests_on__statement_id"))
    return list(linked.order_by("link"))


def cards(viewer: Viewer, many: Sequence[Any], *, steps: bool = True) -> list[RecommendationCard]:
    """Of `joined` rows by stage and title, each with the statements it rests on, and the steps it took."""
    rows: dict[UUID, Recommendation] = {}
    linked: dict[UUID, list[UUID]] = defaultdict(list)
    for row in many:
        rows[row.id] = row
        linked[row.id] += [row.linked] if row.linked else []
    taken = _steps(viewer, rows if steps else ())
    order = {stage.value: place for place, stage in enumerate(Stage)}
    found = sorted(rows.values(), key=lambda row: (order[row.stage], row.title, row.id))
    return [_card(row, linked[row.id], taken[row.id]) for row in found]


def _steps(viewer: Viewer, wanted: Collection[UUID]) -> dict[UUID, list[Step]]:
    found: dict[UUID, list[Step]] = defaultdict(list)
    if wanted:
        rows = Step.objects.filter(programme_id=viewer.programme, recommendation_id__in=list(wanted))
        for one in rows.select_related("worker").order_by("created_at", "id"):
            found[one.recommendation_id].append(one)
    return found


def _card(row: Recommendation, linked: Sequence[UUID], steps: Sequence[Step]) -> RecommendationCard:
    eric = frames.frame(STRATEGIES)
    said = {name: getattr(row, name) for name in AGREED_TO} | {"statements": sorted(map(str, linked))}
    now = fingerprint(said)
    taken = [Taken(StepKind(one.kind), one.fingerprint) for one in steps]
    return RecommendationCard(
        id=row.id,
        title=row.title,
        advice=row.advice,
        stage=Stage(row.stage),
        audience=Audience(row.audience),
        barrier=row.barrier,
        settings=tuple(Setting(one) for one in row.settings),
        constructs=tuple((one, construct_name(one)) for one in row.constructs),
        strategies=tuple((one, eric.construct(one).name) for one in row.strategies if eric.has(one)),
        checklist=tuple(row.checklist),
        language=row.language,
        titles=dict(row.titles),
        author_id=row.author_id,
        published_at=row.published_at,
        state=standing(row.published_at is not None, now, taken),
        steps=tuple(_step(one) for one in steps),
        statement_ids=tuple(linked),
        fingerprint=now,
    )


def _step(row: Step) -> StepCard:
    return StepCard(StepKind(row.kind), row.text, row.worker.name if row.worker else "", row.created_at)
