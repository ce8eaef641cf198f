"""Joint displays as plain values."""

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from linkwork.evaluation.coding.reads.rated import Rated
from linkwork.evaluation.coding.rules.agreement import Agreement
from linkwork.evaluation.portraits.rules.displays.layouts import DisplayKind, Split
from linkwork.evaluation.portraits.rules.displays.verdicts import NOBODY_JUDGED, Review
from linkwork.evaluation.portraits.rules.evidence import Evidence, FigureCard
from linkwork.evaluation.portraits.rules.kinds import Verdict


@dataclass(frozen=True)
class DisplayLine:
    """One display in a list. `mine_to_judge`: rows that wait for the viewer's own verdict."""

    id: UUID
    study_id: UUID
    title: str
    rows: int
    frozen_at: dt.datetime | None
    version: int = 1
    kind: DisplayKind = DisplayKind.CONVERGENT
    has_later: bool = False
    mine_to_judge: int = 0


@dataclass(frozen=True)
class RowCard:
    """One question with what both sides say. `about` names the construct; `verdict` is None while nothing stands."""

    id: UUID
    place: int
    component: str
    question: str
    verdict: Verdict | None
    reasoning: str
    evidence: Evidence
    frame: str = ""
    about: str = ""
    bridge: str = ""
    ratings: tuple[Rated, ...] = ()
    review: Review = NOBODY_JUDGED


@dataclass(frozen=True)
class DisplayCard:
    """One display whole. `intact`: what was frozen still has its hash (true while it is live).

    `reviewers` are (worker id, name); `removed` are (row id, question) of rows that can be put back.
    `later_id` is the version that goes on from this one.
    """

    id: UUID
    study_id: UUID
    title: str
    extract_id: UUID | None
    frozen_at: dt.datetime | None
    frozen_hash: str
    intact: bool
    rows: tuple[RowCard, ...]
    kind: DisplayKind = DisplayKind.CONVERGENT
    split: Split = Split.NONE
    version: int = 1
    earlier_id: UUID | None = None
    later_id: UUID | None = None
    sheet_id: UUID | None = None
    sheet_title: str = ""
    opened_by_id: UUID | None = None
    opened: bool = False
    reviewers: tuple[tuple[UUID, str], ...] = ()
    removed: tuple[tuple[UUID, str], ...] = ()
    agreed: tuple[Agreement, ...] = ()

    @property
    def undecided(self) -> int:
        """How many rows have no verdict that stands."""
        return sum(row.verdict is None for row in self.rows)

    @property
    def figures(self) -> tuple[FigureCard, ...]:
        """Every figure in it."""
        return tuple(one for row in self.rows for one in row.evidence.figures)
