"""Portraits as plain values: lines of a list, statements with their evidence, chapters, what advisers said."""

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from linkwork.evaluation.portraits.rules.events import EventKind, Picture
from linkwork.evaluation.portraits.rules.evidence import Evidence, FigureCard
from linkwork.evaluation.portraits.rules.kinds import Mark, ReviewKind, StatementKind
from linkwork.evaluation.portraits.rules.review import Standing
from linkwork.programmes.rules import Stage


@dataclass(frozen=True)
class PortraitLine:
    """One portrait in a list. `opinions`: statements without evidence."""

    id: UUID
    study_id: UUID
    title: str
    shared_at: dt.datetime | None
    statements: int
    opinions: int
    extract_id: UUID | None = None


@dataclass(frozen=True)
class StatementCard:
    """One statement with what it rests on.

    `plain_stale`: its full words were changed after the plain ones. `named`: somebody of the programme is named in it.
    """

    id: UUID
    portrait_id: UUID
    stage: Stage
    place: int
    kind: StatementKind
    text: str
    evidence: Evidence
    plain: str = ""
    plain_stale: bool = False
    named: bool = False


@dataclass(frozen=True)
class EventCard:
    """Something on the timeline. `stage` is None before the programme's first stage."""

    id: UUID
    happened_on: dt.date
    title: str
    stage: Stage | None
    kind: EventKind = EventKind.EVENT
    detail: str = ""
    icon: str = ""
    figure: FigureCard | None = None
    picture: Picture | None = None


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
    """What an adviser said. `about_now`: of the portrait exactly as it now stands.

    `adviser` is a login's name, or how somebody who came by a link agreed to be named; empty where they did not.
    `whose` is the adviser's worker id, or their link's.
    """

    id: UUID
    kind: ReviewKind
    text: str
    adviser: str
    at: dt.datetime
    statement_id: UUID | None
    about_now: bool
    whose: UUID | None = None
    mark: Mark | None = None
    version: int | None = None
    answer: str = ""
    answered_at: dt.datetime | None = None


@dataclass(frozen=True)
class VoiceCard:
    """What an adviser agreed to have printed, and how they are named: empty for not at all."""

    whose: UUID
    called: str
    words: str


@dataclass(frozen=True)
class PortraitCard:
    """One portrait whole. Sections are always the three stages, in order.

    `version` is the number of the frozen version this is, None for the portrait as it now stands; `plain_stale`:
    statements were changed after the story was told in plain language.
    """

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
    plain_language: str = "en"
    plain_stale: bool = False
    voices: tuple[VoiceCard, ...] = ()
    version: int | None = None
    frozen_at: dt.datetime | None = None

    @property
    def statements(self) -> tuple[StatementCard, ...]:
        """All statements in the order of reading."""
        return tuple(one for section in self.sections for one in section.statements)

    @property
    def figures(self) -> tuple[FigureCard, ...]:
        """Every figure in it: what statements rest on, and what stands on the timeline."""
        rested = (one for said in self.statements for one in said.evidence.figures)
        return (*rested, *(one.figure for one in self.events if one.figure))
