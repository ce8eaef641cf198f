"""Two reviewers judge a row apart. Who sees what, when is it decided, and how far do they agree?"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from linkwork.evaluation.coding.rules.agreement import Agreement, Coefficient, agreements, from_rows
from linkwork.evaluation.portraits.rules.kinds import Verdict

BETWEEN_REVIEWERS = (Coefficient.PERCENT, Coefficient.COHEN, Coefficient.AC1)
FEWEST_REVIEWERS = 2


class Judged(StrEnum):
    """How far a row has come."""

    OPEN = "open"  # nobody has decided, and nobody is asked to judge apart
    WAITING = "waiting"  # a reviewer has not judged yet
    APART = "apart"  # all have judged, and not alike
    DECIDED = "decided"  # one verdict stands


@dataclass(frozen=True)
class Given:
    """One reviewer's verdict. `stale`: the row was changed since."""

    reviewer_id: UUID
    reviewer: str
    verdict: Verdict
    reasoning: str
    stale: bool = False


@dataclass(frozen=True)
class Review:
    """What one row's readers may see of its verdicts. `decided_by` is empty where reviewers judged alike."""

    judged: Judged
    given: tuple[Given, ...] = ()
    count: int = 0
    decided_by: str = ""

    @property
    def stale(self) -> bool:
        """Whether a verdict that may be seen was given before the row was changed."""
        return any(one.stale for one in self.given)


NOBODY_JUDGED = Review(Judged.OPEN)


def is_open(reviewers: Collection[UUID], given: Sequence[Given], opened: bool) -> bool:
    """Whether the reviewers may see each other's verdicts of a row: all have given theirs, or the lead opened them."""
    return opened or {one.reviewer_id for one in given} >= set(reviewers)


def judged(
    reviewers: Collection[UUID], given: Sequence[Given], opened: bool, decided: Verdict | None
) -> tuple[Judged, Verdict | None]:
    """How far a row is, and its verdict. `decided` is what a named person wrote; reviewers alike need nobody."""
    if decided is not None:
        return Judged.DECIDED, decided
    if not reviewers:
        return Judged.OPEN, None
    everybody = {one.reviewer_id for one in given} >= set(reviewers)
    if not everybody:
        return Judged.WAITING, None
    alike = {one.verdict for one in given}
    return (Judged.DECIDED, alike.pop()) if len(alike) == 1 else (Judged.APART, None)


def review(
    viewer_id: UUID | None,
    reviewers: Collection[UUID],
    given: Sequence[Given],
    opened: bool,
    decided: Verdict | None,
    decided_by: str,
) -> tuple[Review, Verdict | None]:
    """What `viewer_id` may see of a row, and its verdict. Until it is open reviewers see their own, others nothing."""
    state, verdict = judged(reviewers, given, opened, decided)
    shown = given if is_open(reviewers, given, opened) else [g for g in given if g.reviewer_id == viewer_id]
    return Review(state, tuple(shown), len(given), decided_by if decided else ""), verdict


def agreed(reviewers: Sequence[UUID], rows: Sequence[Sequence[Given]]) -> tuple[Agreement, ...]:
    """How far reviewers agree over rows; rows that not all of them have judged do not count. Empty without any."""
    whole = [given for given in rows if {one.reviewer_id for one in given} >= set(reviewers)]
    if len(reviewers) < FEWEST_REVIEWERS or not whole:
        return ()
    table = [
        [next(one.verdict.value for one in given if one.reviewer_id == reviewer) for given in whole]
        for reviewer in reviewers
    ]
    return agreements(from_rows(table, [one.value for one in Verdict]), BETWEEN_REVIEWERS)


def suggested(figures: int, quotes: int) -> Verdict | None:
    """Silent where one side is empty: a suggestion to show, never filled in by itself. None where both speak."""
    return Verdict.SILENT if not figures or not quotes else None
