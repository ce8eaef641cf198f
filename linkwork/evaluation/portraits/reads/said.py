"""What advisers said of portraits, and how each of them wishes to be named."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

from linkwork.core.viewer import Viewer
from linkwork.evaluation.portraits.models import Review
from linkwork.evaluation.portraits.reads.cards import ReviewCard, VoiceCard
from linkwork.evaluation.portraits.rules.kinds import Mark, ReviewKind


@dataclass(frozen=True)
class Told:
    """The rows of several portraits, by portrait."""

    said: dict[UUID, list[Review]]

    def reviews(self, portrait_id: UUID, now: str) -> tuple[ReviewCard, ...]:
        """In the order in which they were said; `now` is the fingerprint of what is looked at."""
        called = {one.whose: one.called for one in self.voices(portrait_id)}
        return tuple(
            _review(row, now, called) for row in self.said[portrait_id] if row.kind != ReviewKind.VOICE
        )

    def voices(self, portrait_id: UUID) -> tuple[VoiceCard, ...]:
        """What is printed of them, the earliest first."""
        rows = [row for row in self.said[portrait_id] if row.kind == ReviewKind.VOICE]
        return tuple(VoiceCard(_whose(row), row.called, row.text) for row in rows)


def told_about(viewer: Viewer, portrait_ids: Collection[UUID]) -> Told:
    """What was said about these portraits. One question."""
    said: dict[UUID, list[Review]] = defaultdict(list)
    rows = Review.objects.filter(programme_id=viewer.programme, portrait_id__in=list(portrait_ids))
    for row in rows.select_related("adviser", "version").order_by("created_at", "id"):
        said[row.portrait_id].append(row)
    return Told(said)


def _whose(row: Review) -> UUID:
    whose = row.adviser_id or row.link_id
    assert whose is not None  # the database wants one of the two
    return whose


def _review(row: Review, now: str, called: dict[UUID, str]) -> ReviewCard:
    whose = _whose(row)
    return ReviewCard(
        id=row.id,
        kind=ReviewKind(row.kind),
        text=row.text,
        adviser=row.adviser.name if row.adviser else called.get(whose, ""),
        at=row.created_at,
        statement_id=row.statement_id,
        about_now=row.fingerprint == now,
        whose=whose,
        mark=Mark(row.mark) if row.mark else None,
        version=row.version.number if row.version else None,
        answer=row.answer,
        answered_at=row.answered_at,
    )
