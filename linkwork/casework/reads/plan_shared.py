"""What of a plan does the person see on their own page, and what did they write there?"""

import datetime as dt
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from django.db.models import OuterRef, QuerySet, Subquery

from linkwork.casework.access import check_is_own, check_may_see_people, seen_by
from linkwork.casework.models import PlanComment, PlanVersion, Statement
from linkwork.casework.reads.plan import PlanCard, body_of, card_of
from linkwork.casework.rules.persons import StatementKind
from linkwork.casework.rules.plan import PlanState, from_json, only_shared, with_states_of
from linkwork.core.viewer import Viewer


@dataclass(frozen=True)
class SharedPlan:
    """What the person may see of the plan that was last agreed; `matters` is the newest they said does, or empty."""

    card: PlanCard
    matters: str


@dataclass(frozen=True)
class CommentCard:
    """What the person wrote about the plan, or about one action (`action_words` says which)."""

    id: UUID
    plan_id: UUID
    words: str
    action_words: str
    said_at: dt.datetime
    seen: bool


def own_plan(viewer: Viewer, case_id: UUID, at: dt.datetime) -> SharedPlan | None:
    """What the person sees on their own page: what is shared, of the plan that was last agreed.

    A plan that was changed and waits for a new yes shows as it stood before. Two questions, four for such a one.
    """
    check_is_own(viewer, case_id, at)
    return _shared(viewer, case_id)


def shared_plan(viewer: Viewer, case_id: UUID) -> SharedPlan | None:
    """What the person would see, for a worker to print or show."""
    check_may_see_people(viewer)
    return _shared(viewer, case_id)


def _shared(viewer: Viewer, case_id: UUID) -> SharedPlan | None:
    said = Statement.objects.filter(
        programme_id=viewer.programme, case_id=OuterRef("plan__case_id"), kind=StatementKind.MATTERS
    ).order_by("-said_on", "-id")
    kept: Any = (
        PlanVersion.objects.filter(
            seen_by(viewer, "plan__case__person_id"),
            programme_id=viewer.programme,
            plan__case_id=case_id,
            state__in=[PlanState.AGREED, PlanState.CLOSED],
        )
        .annotate(matters=Subquery(said.values("words")[:1]))
        .select_related("plan__approved_by")
        .order_by("-plan_id", "-number")
        .first()
    )
    if kept is None:
        return None
    row, body = kept.plan, from_json(kept.body)
    if row.state in (PlanState.DRAFT, PlanState.WAITING):
        body = with_states_of(body, body_of(row.programme_id, row.id))
    card = replace(card_of(row, only_shared(body)), state=PlanState(kept.state))
    return SharedPlan(card, kept.matters or "")


def comments_of(viewer: Viewer, plan_id: UUID) -> list[CommentCard]:
    """What the person wrote about a plan, the newest first. One question."""
    check_may_see_people(viewer)
    rows = PlanComment.objects.filter(seen_by(viewer, "plan__case__person_id"), programme_id=viewer.programme)
    return _comments(rows.filter(plan_id=plan_id))


def own_comments(viewer: Viewer, case_id: UUID, at: dt.datetime) -> list[CommentCard]:
    """What they wrote themself about their plans, the newest first."""
    check_is_own(viewer, case_id, at)
    return _comments(PlanComment.objects.filter(programme_id=viewer.programme, plan__case_id=case_id))


def _comments(rows: QuerySet[PlanComment]) -> list[CommentCard]:
    return [
        CommentCard(
            row.id,
            row.plan_id,
            row.words,
            row.action.words if row.action else "",
            row.created_at,
            row.seen_at is not None,
        )
        for row in rows.select_related("action").order_by("-id")
    ]
