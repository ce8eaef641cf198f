"""What do workers propose, what is said about it, and what was changed?"""

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count, F, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from linkwork.core.errors import NotFound
from linkwork.core.viewer import Viewer
from linkwork.workforce.access import check_may_read
from linkwork.workforce.models import Adaptation, Proposal, ProposalComment
from linkwork.workforce.rules.proposals import ProposalState

PAGE = 50


@dataclass(frozen=True)
class ProposalCard:
    """One proposal. `decided_by` and `decision` are empty until a manager has decided."""

    id: UUID
    author_id: UUID
    author_name: str
    title: str
    why: str
    state: ProposalState
    proposed_on: dt.date
    settled_on: dt.date | None
    decided_by: str
    decision: str
    comments: int = 0
    adaptation_id: UUID | None = None


@dataclass(frozen=True)
class CommentCard:
    """What somebody says about a proposal."""

    author_name: str
    words: str
    said_on: dt.date


@dataclass(frozen=True)
class AdaptationCard:
    """One change to the programme. The codes are those of `rules.proposals`, empty where not stated."""

    id: UUID
    proposal_id: UUID | None
    title: str
    why: str
    made_on: dt.date
    codes: dict[str, str]
    result: str
    result_on: dt.date | None


CODES = ("planned", "decided_by", "what", "context_kind", "nature", "level", "fidelity", "goal", "reason")


def proposals(viewer: Viewer) -> list[ProposalCard]:
    """Open ones first, then the newest. One question."""
    rows = _proposals(viewer).annotate(said=Count("comments"))
    ordered = rows.order_by(F("settled_at").desc(nulls_first=True), "-id")  # what is open was never settled
    return [_card(row, row.said) for row in ordered[:PAGE]]


def proposal(viewer: Viewer, proposal_id: UUID) -> tuple[ProposalCard, list[CommentCard]]:
    """One proposal with what was said about it. Raises NotFound. Three questions."""
    row = _proposals(viewer).filter(id=proposal_id).first()
    if row is None:
        raise NotFound(_("There is no such proposal."))
    said = ProposalComment.objects.filter(programme_id=viewer.programme, proposal_id=row.id)
    comments = [
        CommentCard(one.author.name, one.words, timezone.localdate(one.created_at))
        for one in said.select_related("author").order_by("created_at", "id")
    ]
    became = Adaptation.objects.filter(programme_id=viewer.programme, proposal_id=row.id)
    return _card(row, len(comments), became.values_list("id", flat=True).first()), comments


def adaptations(viewer: Viewer) -> list[AdaptationCard]:
    """What was changed, the newest first. One question."""
    check_may_read(viewer)
    rows = Adaptation.objects.filter(programme_id=viewer.programme).order_by("-made_on", "-id")
    return [_adaptation(row) for row in rows[: PAGE * 2]]


def adaptation(viewer: Viewer, adaptation_id: UUID) -> AdaptationCard:
    """One change. Raises NotFound. One question."""
    check_may_read(viewer)
    row = Adaptation.objects.filter(programme_id=viewer.programme, id=adaptation_id).first()
    if row is None:
        raise NotFound(_("There is no such change."))
    return _adaptation(row)


def _proposals(viewer: Viewer) -> QuerySet[Proposal]:
    check_may_read(viewer)
    return Proposal.objects.filter(programme_id=viewer.programme).select_related("author", "decided_by")


def _card(row: Proposal, comments: int, adaptation_id: UUID | None = None) -> ProposalCard:
    return ProposalCard(
        id=row.id,
        author_id=row.author_id,
        author_name=row.author.name,
        title=row.title,
        why=row.why,
        state=ProposalState(row.state),
        proposed_on=timezone.localdate(row.created_at),
        settled_on=timezone.localdate(row.settled_at) if row.settled_at else None,
        decided_by=row.decided_by.name if row.decided_by else "",
        decision=row.decision,
        comments=comments,
        adaptation_id=adaptation_id,
    )


def _adaptation(row: Adaptation) -> AdaptationCard:
    return AdaptationCard(
        row.id,
        row.proposal_id,
        row.title,
        row.why,
        row.made_on,
        {name: getattr(row, name) for name in CODES},
        row.result,
        row.result_on,
    )
