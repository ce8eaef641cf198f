"""Asking for recommendations, and for everything the public site is made of."""

import datetime as dt
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import F, QuerySet
from django.utils.translation import gettext as _

from linkwork.core.errors import NotFound
from linkwork.core.viewer import Viewer
from linkwork.evaluation.portraits import reads as portraits
from linkwork.evaluation.portraits.reads import PortraitCard, StatementCard
from linkwork.evaluation.portraits.rules.kinds import ReviewKind
from linkwork.evaluation.toolkit.access import check_may_read
from linkwork.evaluation.toolkit.models import Recommendation
from linkwork.evaluation.toolkit.rules.edition import About, Advice, Edition, Finding
from linkwork.evaluation.toolkit.rules.kinds import Audience, State
from linkwork.instruments import frames
from linkwork.programmes import reads as programmes
from linkwork.programmes.reads import ProgrammeCard
from linkwork.programmes.rules import Stage, StageSpan

STRATEGIES = "eric-2015"


@dataclass(frozen=True)
class RecommendationCard:
    """One recommendation. `strategies` are (id, name); `statement_ids` in the order in which they were linked."""

    id: UUID
    title: str
    advice: str
    stage: Stage
    audience: Audience
    barrier: str
    strategies: tuple[tuple[str, str], ...]
    checklist: tuple[str, ...]
    published_at: dt.datetime | None
    state: State
    statement_ids: tuple[UUID, ...]

    @property
    def is_opinion(self) -> bool:
        """Whether it rests on no statement at all."""
        return not self.statement_ids


def recommendations(viewer: Viewer) -> list[RecommendationCard]:
    """All of the programme's, by stage and title. One question of the database."""
    check_may_read(viewer)
    return _cards(_mine(viewer))


def recommendation(viewer: Viewer, recommendation_id: UUID) -> RecommendationCard:
    """One recommendation. Raises NotFound."""
    check_may_read(viewer)
    found = _cards(_mine(viewer).filter(id=recommendation_id))
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


def edition(viewer: Viewer, programme: ProgrammeCard | None = None) -> Edition:
    """What is published now, with all it rests on, for `rules.site.build_site`.

    `programme` is the viewer's own, where the caller has it already. Nine questions of the database without it.
    """
    check_may_read(viewer)
    spans = programmes.stage_spans(viewer)
    published = _cards(_mine(viewer).filter(published_at__isnull=False))
    linked = {one for card in published for one in card.statement_ids}
    stories = portraits.portraits_behind(viewer, linked, spans) if linked else []
    return Edition(
        about=_about(programme or programmes.programme(viewer), spans),
        advice=tuple(_advice(card) for card in published),
        findings=tuple(
            _finding(one, story) for story in stories for one in story.statements if one.id in linked
        ),
        names=tuple(worker.name for worker in programmes.workers(viewer)),
    )


def _about(card: ProgrammeCard, spans: Sequence[StageSpan]) -> About:
    return About(
        name=card.name,
        host=card.host,
        area=card.area,
        target_group=card.target_group,
        demonstration=card.demonstration,
        stages=tuple((span.stage.value, span.starts_on) for span in spans),
    )


def _advice(card: RecommendationCard) -> Advice:
    return Advice(
        id=card.id,
        title=card.title,
        advice=card.advice,
        stage=card.stage.value,
        audience=card.audience.value,
        barrier=card.barrier,
        strategies=tuple(name for _id, name in card.strategies),
        checklist=card.checklist,
        published_on=card.published_at.date() if card.published_at else dt.date.min,
        findings=card.statement_ids,
    )


def _finding(one: StatementCard, story: PortraitCard) -> Finding:
    signed = [said.at for said in story.reviews if said.kind is ReviewKind.SIGN_OFF and said.about_now]
    return Finding(
        id=one.id,
        text=one.text,
        stage=one.stage.value,
        kind=one.kind.value,
        portrait=story.title,
        signed_on=max(signed).date() if signed else None,
        evidence=one.evidence,
    )


def _mine(viewer: Viewer) -> QuerySet[Recommendation]:
    return Recommendation.objects.filter(programme_id=viewer.programme)


def _cards(wanted: QuerySet[Recommendation]) -> list[RecommendationCard]:
    """By stage and title, each with the statements it rests on in the order of linking: one question, joined."""
    rows: dict[UUID, Recommendation] = {}
    linked: dict[UUID, list[UUID]] = defaultdict(list)
    row: Any  # carries the link it was joined with
    for row in wanted.annotate(link=F("rests_on__id"), linked=F("rests_on__statement_id")).order_by("link"):
        rows[row.id] = row
        linked[row.id] += [row.linked] if row.linked else []
    order = {stage.value: place for place, stage in enumerate(Stage)}
    found = sorted(rows.values(), key=lambda row: (order[row.stage], row.title, row.id))
    return [_card(row, linked[row.id]) for row in found]


def _card(row: Recommendation, linked: Sequence[UUID]) -> RecommendationCard:
    eric = frames.frame(STRATEGIES)
    return RecommendationCard(
        id=row.id,
        title=row.title,
        advice=row.advice,
        stage=Stage(row.stage),
        audience=Audience(row.audience),
        barrier=row.barrier,
        strategies=tuple((one, eric.construct(one).name) for one in row.strategies if eric.has(one)),
        checklist=tuple(row.checklist),
        published_at=row.published_at,
        state=State.PUBLISHED if row.published_at else State.DRAFT,
        statement_ids=tuple(linked),
    )
