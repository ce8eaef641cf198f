"""What does a report need to know? Asked once, of the learning half alone: nothing here has seen a person's record."""

from dataclasses import dataclass
from uuid import UUID

from linkwork.core.viewer import Viewer
from linkwork.evaluation.coding import reads as coding
from linkwork.evaluation.coding.reads import Overlap
from linkwork.evaluation.indicators import reads as indicators
from linkwork.evaluation.indicators.reads import EVERYTHING, Figure
from linkwork.evaluation.portraits import reads as portraits
from linkwork.evaluation.portraits.reads import DisplayCard, PortraitCard, StatementCard
from linkwork.evaluation.studies import reads as studies
from linkwork.evaluation.studies.reads import SourceLine, StudyCard
from linkwork.evaluation.toolkit import reads as toolkit
from linkwork.evaluation.toolkit.reads import RecommendationCard
from linkwork.evaluation.toolkit.rules.kinds import State
from linkwork.extracts.reads import ExtractCard
from linkwork.instruments import frames
from linkwork.instruments.frames import FrameCard
from linkwork.instruments.indicators import Grouping
from linkwork.programmes import reads as programmes
from linkwork.programmes.reads import ProgrammeCard
from linkwork.programmes.rules import StageSpan

CFIR, NPT = "cfir-2022", "npt"


@dataclass(frozen=True)
class StudyPart:
    """One study. `by_domain` and `by_construct`: where CFIR and NPT meet in it."""

    card: StudyCard
    sources: tuple[SourceLine, ...]
    coders: int
    codings: int
    frame_ids: frozenset[str]
    by_domain: Overlap
    by_construct: Overlap


@dataclass(frozen=True)
class Gathered:
    """Everything, before anything is left out. `names`: of everybody who works in the programme."""

    programme: ProgrammeCard
    spans: tuple[StageSpan, ...]
    extract: ExtractCard
    figures: tuple[Figure, ...]
    by_month: Figure | None
    by_worker: Figure | None
    studies: tuple[StudyPart, ...]
    displays: tuple[DisplayCard, ...]
    portraits: tuple[PortraitCard, ...]
    advice: tuple[RecommendationCard, ...]
    findings: dict[UUID, StatementCard]
    names: tuple[str, ...]

    @property
    def frames(self) -> tuple[FrameCard, ...]:
        """The frames that any study was coded with, in their usual order."""
        used = {one for study in self.studies for one in study.frame_ids}
        return tuple(frames.frame(one) for one in frames.frame_ids() if one in used)


def gather(viewer: Viewer, extract: ExtractCard) -> Gathered:
    """All of it. Raises NotAllowed; Refused where the extract's files were changed."""
    figures = tuple(indicators.leaving(viewer, extract.id))
    published = tuple(one for one in toolkit.recommendations(viewer) if one.state is State.PUBLISHED)
    return Gathered(
        programme=programmes.programme(viewer),
        spans=tuple(programmes.stage_spans(viewer)),
        extract=extract,
        figures=figures,
        by_month=_contacts_by(viewer, extract, figures, Grouping.MONTH),
        by_worker=_contacts_by(viewer, extract, figures, Grouping.WORKER),
        studies=tuple(_study(viewer, card) for card in studies.studies(viewer)),
        displays=tuple(portraits.display(viewer, line.id) for line in portraits.displays(viewer)),
        portraits=tuple(portraits.portrait(viewer, line.id) for line in portraits.portraits(viewer)),
        advice=published,
        findings=portraits.statements(viewer, {one for card in published for one in card.statement_ids}),
        names=tuple(worker.name for worker in programmes.workers(viewer)),
    )


def _contacts_by(
    viewer: Viewer, extract: ExtractCard, figures: tuple[Figure, ...], by: Grouping
) -> Figure | None:
    if not any(one.definition.id == EVERYTHING for one in figures):
        return None
    found = indicators.leaving(viewer, extract.id, by)
    return next(one for one in found if one.definition.id == EVERYTHING)


def _study(viewer: Viewer, card: StudyCard) -> StudyPart:
    return StudyPart(
        card=card,
        sources=tuple(studies.source_lines(viewer, card.id)),
        coders=coding.coders(viewer, card.id),
        codings=sum(coding.counts(viewer, card.id).values()),
        frame_ids=frozenset(frame_id for frame_id, _construct in coding.used(viewer, card.id)),
        by_domain=coding.overlap(viewer, card.id, CFIR, NPT, by_domain=True),
        by_construct=coding.overlap(viewer, card.id, CFIR, NPT),
    )
