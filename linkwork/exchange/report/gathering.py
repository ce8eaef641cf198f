"""What does a report need to know? Asked once, of the learning half alone: nothing here has seen a person's record."""

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from linkwork.core.errors import NotAllowed, NotFound, Refused
from linkwork.core.viewer import Viewer
from linkwork.evaluation.coding import reads as coding
from linkwork.evaluation.coding.reads import CodeTable, Overlap
from linkwork.evaluation.coding.rules.tables.asked import Across
from linkwork.evaluation.coding.rules.tables.asked import Asked as TableAsked
from linkwork.evaluation.indicators import reads as indicators
from linkwork.evaluation.indicators.reads import EVERYTHING, Figure, PairedOutcome, SurveyScores
from linkwork.evaluation.portraits import reads as portraits
from linkwork.evaluation.portraits.reads import DisplayCard, PortraitCard, StatementCard
from linkwork.evaluation.studies import reads as studies
from linkwork.evaluation.studies.reads import AnswerCard, SourceLine, StudyCard
from linkwork.evaluation.toolkit import reads as toolkit
from linkwork.evaluation.toolkit.reads import RecommendationCard
from linkwork.evaluation.toolkit.rules.kinds import State
from linkwork.exchange.checklists.records import Records, records_of
from linkwork.exchange.curtain import Decided, decided, extracts_of
from linkwork.extracts import reads as extracts
from linkwork.extracts.reads import ExtractCard
from linkwork.extracts.rules.regions import SURVEY
from linkwork.instruments import frames
from linkwork.instruments.frames import FrameCard
from linkwork.instruments.indicators import Grouping
from linkwork.programmes import reads as programmes
from linkwork.programmes.reads import ProgrammeCard
from linkwork.programmes.rules import StageSpan

CFIR, NPT = "cfir-2022", "npt"
CHECKLISTS = ("stari", "srqr", "gramms")
RUNS = ("first_share", "linking_share")  # followed month by month


@dataclass(frozen=True)
class StudyPart:
    """One study. `by_domain` and `by_construct`: where CFIR and NPT meet in it; `by_stage`: constructs by stage.

    `records` is None where whoever makes the report has no part in the study. `answers` are by checklist.
    """

    card: StudyCard
    sources: tuple[SourceLine, ...]
    coders: int
    codings: int
    frame_ids: frozenset[str]
    by_domain: Overlap
    by_construct: Overlap
    by_stage: CodeTable
    records: Records | None
    answers: dict[str, dict[str, AnswerCard]]


@dataclass(frozen=True)
class Broken:
    """Figures broken down, as they may leave. `why_not` says why this extract cannot tell them apart."""

    figures: tuple[Figure, ...] = ()
    why_not: str = ""

    def of(self, indicator: str) -> Figure | None:
        """One of them."""
        return next((one for one in self.figures if one.definition.id == indicator), None)


@dataclass(frozen=True)
class Gathered:
    """Everything, before anything is left out. `names`: of everybody who works in the programme.

    `decided`: the figures of displays that were frozen, as they may leave today; `changes` and `surveys` as they may
    leave too; `surveyed` is the extract that the survey of staff comes from.
    """

    programme: ProgrammeCard
    spans: tuple[StageSpan, ...]
    extract: ExtractCard
    figures: tuple[Figure, ...]
    months: Broken
    workers: Broken
    stages: Broken
    studies: tuple[StudyPart, ...]
    displays: tuple[DisplayCard, ...]
    portraits: tuple[PortraitCard, ...]
    advice: tuple[RecommendationCard, ...]
    findings: dict[UUID, StatementCard]
    names: tuple[str, ...]
    decided: Decided
    changes: tuple[PairedOutcome, ...] = ()
    surveys: tuple[SurveyScores, ...] = ()
    surveyed: ExtractCard | None = None

    @property
    def by_month(self) -> Figure | None:
        """Contacts by month."""
        return self.months.of(EVERYTHING)

    @property
    def by_worker(self) -> Figure | None:
        """Contacts by worker."""
        return self.workers.of(EVERYTHING)

    @property
    def worker_keys(self) -> list[str]:
        """The workers who had contacts, in an order that says nothing about them."""
        return sorted(group.key for group in self.by_worker.groups if group.key) if self.by_worker else []

    @property
    def frames(self) -> tuple[FrameCard, ...]:
        """The frames that any study was coded with, in their usual order."""
        used = {one for study in self.studies for one in study.frame_ids}
        return tuple(frames.frame(one) for one in frames.frame_ids() if one in used)


def extracts_behind(viewer: Viewer, extract: ExtractCard) -> frozenset[UUID]:
    """Whose figures stand in a report on this extract: to be let out before it is gathered."""
    asked = _surveyed(viewer, extract)
    return extracts_of(_displays(viewer)) | {extract.id} | ({asked.id} if asked else set())


def gather(viewer: Viewer, extract: ExtractCard, today: dt.date) -> Gathered:
    """All of it. Raises NotAllowed; Refused where the extract's files were changed."""
    figures = tuple(indicators.leaving(viewer, extract.id))
    displays, surveyed = _displays(viewer), _surveyed(viewer, extract)
    published = tuple(one for one in toolkit.recommendations(viewer) if one.state is State.PUBLISHED)
    return Gathered(
        programme=programmes.programme(viewer),
        spans=tuple(programmes.stage_spans(viewer)),
        extract=extract,
        figures=figures,
        months=_broken(viewer, extract, Grouping.MONTH),
        workers=_broken(viewer, extract, Grouping.WORKER),
        stages=_broken(viewer, extract, Grouping.STAGE),
        studies=tuple(_study(viewer, card, today) for card in studies.studies(viewer)),
        displays=displays,
        portraits=tuple(portraits.portrait(viewer, line.id) for line in portraits.portraits(viewer)),
        advice=published,
        findings=portraits.statements(viewer, {one for card in published for one in card.statement_ids}),
        names=tuple(worker.name for worker in programmes.workers(viewer)),
        decided=decided(viewer, displays),
        changes=tuple(indicators.leaving_changes(viewer, extract)),
        surveys=tuple(indicators.leaving_surveys(viewer, surveyed)) if surveyed else (),
        surveyed=surveyed,
    )


def _surveyed(viewer: Viewer, extract: ExtractCard) -> ExtractCard | None:
    """The extract itself where it is of a survey of staff, otherwise the latest that is."""
    known = [extract, *extracts.extracts(viewer)]
    return next((one for one in known if one.origin == SURVEY), None)


def _displays(viewer: Viewer) -> tuple[DisplayCard, ...]:
    lines = portraits.displays(viewer)
    return tuple(portraits.display(viewer, line.id) for line in lines if not line.has_later)


def _broken(viewer: Viewer, extract: ExtractCard, by: Grouping) -> Broken:
    try:
        return Broken(tuple(indicators.leaving(viewer, extract.id, by)))
    except (NotFound, Refused) as refusal:
        return Broken(why_not=refusal.reason)


def _study(viewer: Viewer, card: StudyCard, today: dt.date) -> StudyPart:
    used = frozenset(frame_id for frame_id, _construct in coding.used(viewer, card.id))
    records, answers = _records(viewer, card, today)
    return StudyPart(
        card=card,
        sources=tuple(studies.source_lines(viewer, card.id)),
        coders=coding.coders(viewer, card.id),
        codings=sum(coding.counts(viewer, card.id).values()),
        frame_ids=used,
        by_domain=coding.overlap(viewer, card.id, CFIR, NPT, by_domain=True),
        by_construct=coding.overlap(viewer, card.id, CFIR, NPT),
        by_stage=coding.code_table(viewer, card.id, TableAsked(across=Across.STAGE)),
        records=records,
        answers=answers,
    )


def _records(
    viewer: Viewer, card: StudyCard, today: dt.date
) -> tuple[Records | None, dict[str, dict[str, AnswerCard]]]:
    """What the study's own records say, and what was written to its checklists; nothing of it for somebody outside."""
    try:
        records = records_of(viewer, card.id, today)
        return records, {one: studies.checklist_answers(viewer, card.id, one) for one in CHECKLISTS}
    except (NotAllowed, NotFound):
        return None, {}
