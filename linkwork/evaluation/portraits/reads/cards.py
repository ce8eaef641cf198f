"""Portraits as plain values: lines of a list, statements with their evidence, chapters, what advisers said."""

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from linkwork.evaluation.portraits.rules.evidence import Evidence
from linkwork.evaluation.portraits.rules.kinds import ReviewKind, StatementKind
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


@dataclass(frozen=True)
class StatementCard:
    """One statement with what it rests on."""

    id: UUID
    portrait_id: UUID
    stage: Stage
    place: int
    kind: StatementKind
    text: str
    evidence: Evidence


@dataclass(frozen=True)
class EventCard:
    """Something that happened. `stage` is None before the programme's first stage."""

    id: UUID
    happened_on: dt.date
    title: str
    stage: Stage | None


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
    """What an adviser said. `about_now`: of the portrait exactly as it now stands."""

    id: UUID
    kind: ReviewKind
    text: str
    adviser: str
    at: dt.datetime
    statement_id: UUID | None
    about_now: bool


@dataclass(frozen=True)
class PortraitCard:
    """One portrait whole. Sections are always the three stages, in order."""

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

    @property
    def statements(self) -> tuple[StatementCard, ...]:
        """All statements in the order of reading."""
        return tuple(one for section in self.sections for one in section.statements)
