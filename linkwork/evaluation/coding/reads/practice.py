"""How near does a learner come to an expert? Only the learner and whoever leads the set may ask.

These questions read the learner's codings past the rule that keeps them apart, which is why each checks first who asks.
"""

import datetime as dt
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from linkwork.core.errors import IllegalStep, NotFound
from linkwork.core.viewer import Viewer
from linkwork.evaluation.coding.access import check_may_code, check_may_see_attempts, may_see_attempts
from linkwork.evaluation.coding.models import Attempt, Coding
from linkwork.evaluation.coding.reads.agreement import StudyAgreement, compared_rows, figures
from linkwork.evaluation.coding.reads.differences import Difference, coders_rows, compared_places
from linkwork.evaluation.coding.reads.rounds import RoundCard, RoundCoderLine, round_card
from linkwork.evaluation.coding.reads.rows import load
from linkwork.evaluation.coding.rules.rounds import Purpose


@dataclass(frozen=True)
class AttemptCard:
    """One finished attempt, as it came out then. `found` is as `reads.records.as_json` gives it."""

    id: UUID
    learner_id: UUID
    learner: str
    number: int
    at: dt.datetime
    found: dict[str, Any]


@dataclass(frozen=True)
class Practice:
    """A learner's codings as they are now against the expert's: figures, and the places side by side, expert first."""

    card: RoundCard
    learner: RoundCoderLine
    agreed: StudyAgreement
    places: tuple[Difference, ...]


@dataclass(frozen=True)
class Standing:
    """A learner's page: their attempts, and how they stand now (None until they are done with every source)."""

    card: RoundCard
    learner: RoundCoderLine
    attempts: tuple[AttemptCard, ...]
    now: Practice | None


def attempts(viewer: Viewer, round_id: UUID) -> list[AttemptCard]:
    """The attempts the viewer may see, by learner and number: their own; for whoever leads the set, all."""
    return _attempts(viewer, practice_set(viewer, round_id))


def practice(viewer: Viewer, round_id: UUID, learner_id: UUID) -> Practice:
    """How a learner stands to the expert. Raises NotFound, NotAllowed, IllegalStep before they are done with all."""
    found = standing_of(viewer, round_id, learner_id)
    if found.now is None:
        raise IllegalStep(_("The comparison shows once every source is marked as done."))
    return found.now


def standing_of(viewer: Viewer, round_id: UUID, learner_id: UUID) -> Standing:
    """All that a learner's page shows. Raises NotFound, NotAllowed."""
    card = practice_set(viewer, round_id)
    check_may_see_attempts(viewer, learner_id, card.opened_by_id)
    learner = next((one for one in card.coders if one.id == learner_id), None)
    if learner is None:
        raise NotFound(_("Nobody of that name learns in this set."))
    kept = tuple(one for one in _attempts(viewer, card) if one.learner_id == learner_id)
    now = _practice(viewer, card, learner) if learner.progress.finished else None
    return Standing(card, learner, kept, now)


def _attempts(viewer: Viewer, card: RoundCard) -> list[AttemptCard]:
    rows = Attempt.objects.filter(programme_id=viewer.programme, round_id=card.id).select_related("coder")
    return [
        AttemptCard(row.id, row.coder_id, row.coder.name, row.number, row.created_at, row.found)
        for row in rows.order_by("coder__name", "coder_id", "number")
        if may_see_attempts(viewer, row.coder_id, card.opened_by_id)
    ]


def _practice(viewer: Viewer, card: RoundCard, learner: RoundCoderLine) -> Practice:
    sources = [one.id for one in card.sources]
    expert = card.expert_id or learner.id
    every = Coding.objects.filter(programme_id=viewer.programme)
    rows = load(viewer, coders_rows(every, sources, [expert, learner.id]))
    coders = {expert: card.expert, learner.id: learner.name}
    compared = compared_rows(viewer, card.study_id, rows, coders, sources)
    agreed = figures(viewer, compared, card.unit, card.window)
    return Practice(card, learner, agreed, compared_places(rows, sources, list(coders)))


def practice_set(viewer: Viewer, round_id: UUID) -> RoundCard:
    """A round that is a practice set. Raises NotFound."""
    check_may_code(viewer)
    card = round_card(viewer, round_id)
    if card.purpose is not Purpose.PRACTICE:
        raise NotFound(_("This round is no practice set."))
    return card
