"""What is agreed with a person, how did it stand on a day, and what of it do they see on their own page?"""

import datetime as dt
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from linkwork.casework.access import (
    check_is_own,
    check_may_approve,
    check_may_see_people,
    seen_by,
)
from linkwork.casework.models import Goal, Plan, PlanAction, PlanComment, PlanVersion
from linkwork.casework.reads.people import name_of
from linkwork.casework.rules.plan import (
    ActionLine,
    ActionOwner,
    ActionState,
    GoalLine,
    GoalState,
    PlanBody,
    PlanEnd,
    PlanState,
    from_json,
)
from linkwork.core.errors import NotFound
from linkwork.core.viewer import Viewer


@dataclass(frozen=True)
class PlanCard:
    """A plan and what it says. `asked_words` is what an approver wants changed; `close_reason` None while it runs."""

    id: UUID
    case_id: UUID
    state: PlanState
    opened_on: dt.date
    asked_words: str
    approved_at: dt.datetime | None
    approved_by: str
    closed_on: dt.date | None
    close_reason: PlanEnd | None
    close_words: str
    body: PlanBody


@dataclass(frozen=True)
class VersionCard:
    """One change of a plan: when, by whom, what kind. `worker_name` is empty for the person and the command line."""

    number: int
    at: dt.datetime
    worker_name: str
    by_person: bool
    what: str


def body_of(programme_id: UUID, plan_id: UUID) -> PlanBody:
    """What a plan says now. Two questions."""
    goals = Goal.objects.filter(programme_id=programme_id, plan_id=plan_id).order_by("id")
    actions = PlanAction.objects.filter(programme_id=programme_id, plan_id=plan_id).order_by("id")
    return PlanBody(tuple(_goal(row) for row in goals), tuple(_action(row) for row in actions))


def _goal(row: Goal) -> GoalLine:
    return GoalLine(
        row.id,
        row.words,
        row.term,
        row.by_when,
        tuple(row.levels),
        GoalState(row.state),
        row.set_on,
        row.closed_on,
        row.close_words,
        row.shared,
    )


def _action(row: PlanAction) -> ActionLine:
    return ActionLine(
        row.id,
        row.goal_id,
        row.words,
        ActionOwner(row.owner),
        row.owner_words,
        row.due_on,
        ActionState(row.state),
        row.settled_on,
        row.reason,
        row.by_person,
        row.shared,
    )


def plan_of(viewer: Viewer, case_id: UUID) -> PlanCard | None:
    """The case's newest plan: the one that runs, else the last one closed. Three questions."""
    check_may_see_people(viewer)
    row = _plans(viewer).filter(case_id=case_id).order_by("-id").first()
    return card_of(row, body_of(row.programme_id, row.id)) if row else None


def plan(viewer: Viewer, plan_id: UUID) -> PlanCard:
    """One plan, for who works with people. Raises NotFound. Three questions."""
    check_may_see_people(viewer)
    return _found(viewer, plan_id)


def plan_to_approve(viewer: Viewer, plan_id: UUID) -> PlanCard:
    """One plan, for who may approve it: it holds no name. Raises NotFound."""
    check_may_approve(viewer)
    return _found(viewer, plan_id)


def _found(viewer: Viewer, plan_id: UUID) -> PlanCard:
    row = _plans(viewer).filter(id=plan_id).first()
    if row is None:
        raise NotFound(_("There is no such plan in this programme."))
    return card_of(row, body_of(row.programme_id, row.id))


def _plans(viewer: Viewer) -> QuerySet[Plan]:
    rows = Plan.objects.filter(seen_by(viewer, "case__person_id"), programme_id=viewer.programme)
    return rows.select_related("approved_by")


def card_of(row: Plan, body: PlanBody) -> PlanCard:
    """A plan's row with what it says."""
    return PlanCard(
        id=row.id,
        case_id=row.case_id,
        state=PlanState(row.state),
        opened_on=row.opened_on,
        asked_words=row.asked_words,
        approved_at=row.approved_at,
        approved_by=row.approved_by.name if row.approved_by else "",
        closed_on=row.closed_on,
        close_reason=PlanEnd(row.close_reason) if row.close_reason else None,
        close_words=row.close_words,
        body=body,
    )


def plan_of_goal(viewer: Viewer, goal_id: UUID) -> PlanCard:
    """The plan a goal belongs to. Raises NotFound."""
    return _plan_with(viewer, Goal.objects.filter(id=goal_id, programme_id=viewer.programme))


def plan_of_action(viewer: Viewer, action_id: UUID) -> PlanCard:
    """The plan an action belongs to. Raises NotFound."""
    return _plan_with(viewer, PlanAction.objects.filter(id=action_id, programme_id=viewer.programme))


def _plan_with(viewer: Viewer, rows: Any) -> PlanCard:
    plan_id = rows.values_list("plan_id", flat=True).first()
    if plan_id is None:
        raise NotFound(_("There is no such plan in this programme."))
    return plan(viewer, plan_id)


def plans_before(viewer: Viewer, case_id: UUID) -> list[PlanHead]:
    """The case's closed plans, the newest first."""
    check_may_see_people(viewer)
    rows = _heads(viewer).filter(case_id=case_id, state=PlanState.CLOSED).order_by("-id")
    return [_head(row) for row in rows]


def plans_waiting(viewer: Viewer) -> list[PlanHead]:
    """Plans that wait for approval, the longest waiting first. One question."""
    check_may_approve(viewer)
    return [_head(row) for row in _heads(viewer).filter(state=PlanState.WAITING).order_by("asked_at", "id")]


def _heads(viewer: Viewer) -> QuerySet[Plan]:
    rows = Plan.objects.filter(seen_by(viewer, "case__person_id"), programme_id=viewer.programme)
    return rows.select_related("case__person", "case__worker")


def _head(row: Plan) -> PlanHead:
    worker = row.case.worker
    return PlanHead(
        id=row.id,
        case_id=row.case_id,
        person_id=row.case.person_id,
        initials=initials(name_of(row.case.person)),
        worker_name=worker.name if worker else "",
        state=PlanState(row.state),
        opened_on=row.opened_on,
        asked_at=row.asked_at,
        closed_on=row.closed_on,
    )


def plan_head(viewer: Viewer, plan_id: UUID) -> PlanHead:
    """One plan in short, for who may approve it. Raises NotFound."""
    check_may_approve(viewer)
    row = _heads(viewer).filter(id=plan_id).first()
    if row is None:
        raise NotFound(_("There is no such plan in this programme."))
    return _head(row)


def versions_of(viewer: Viewer, plan_id: UUID) -> list[VersionCard]:
    """Every change of a plan, the newest first."""
    check_may_see_people(viewer)
    rows = PlanVersion.objects.filter(
        seen_by(viewer, "plan__case__person_id"), programme_id=viewer.programme, plan_id=plan_id
    )
    return [
        VersionCard(row.number, row.at, row.worker.name if row.worker else "", row.by_person, row.what)
        for row in rows.select_related("worker").order_by("-number")
    ]


def plan_on(viewer: Viewer, plan_id: UUID, day: dt.date) -> PlanCard | None:
    """The plan as it stood at the end of `day`, in the time zone of the installation; None before it began."""
    check_may_see_people(viewer)
    row = _plans(viewer).filter(id=plan_id).first()
    if row is None:
        raise NotFound(_("There is no such plan in this programme."))
    end = dt.datetime.combine(day, dt.time.max, tzinfo=timezone.get_default_timezone())
    return _as_of(row, PlanVersion.objects.filter(at__lte=end))


def _as_of(row: Plan, versions: QuerySet[PlanVersion]) -> PlanCard | None:
    kept = versions.filter(programme_id=row.programme_id, plan_id=row.id).order_by("-number").first()
    if kept is None:
        return None
    card = card_of(row, from_json(kept.body))
    state = PlanState(kept.state)
    if state is PlanState.CLOSED:
        return card
    return replace(card, state=state, closed_on=None, close_reason=None, close_words="")


def own_plan(viewer: Viewer, case_id: UUID, at: dt.datetime) -> PlanCard | None:
    """What the person sees on their own page: what is shared, of the newest plan, as it was last agreed.

    A plan that was changed and waits for a new yes shows as it stood before. At most four questions.
    """
    check_is_own(viewer, case_id, at)
    return _shared(viewer, case_id)


def shared_plan(viewer: Viewer, case_id: UUID) -> PlanCard | None:
    """What the person would see, for a worker to print or show."""
    check_may_see_people(viewer)
    return _shared(viewer, case_id)


def _shared(viewer: Viewer, case_id: UUID) -> PlanCard | None:
    row = _plans(viewer).filter(case_id=case_id).order_by("-id").first()
    if row is None:
        return None
    card: PlanCard | None
    if row.state in (PlanState.AGREED, PlanState.CLOSED):
        card = _card(row, body_of(row.programme_id, row.id))
    else:
        card = _as_of(row, PlanVersion.objects.filter(state=PlanState.AGREED))
    return replace(card, body=only_shared(card.body)) if card else None


def comments_of(viewer: Viewer, plan_id: UUID) -> list[CommentCard]:
    """What the person wrote about a plan, the newest first. One question."""
    check_may_see_people(viewer)
    return _comments(
        PlanComment.objects.filter(
            seen_by(viewer, "plan__case__person_id"), programme_id=viewer.programme, plan_id=plan_id
        )
    )


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


def actions_due(viewer: Viewer, until: dt.date, worker_id: UUID) -> list[DueAction]:
    """What this worker promised in running plans for a day up to `until`, the earliest first. One question."""
    check_may_see_people(viewer)
    rows = (
        PlanAction.objects.filter(
            seen_by(viewer, "plan__case__person_id"),
            programme_id=viewer.programme,
            worker_id=worker_id,
            state=ActionState.TO_DO,
            due_on__lte=until,
        )
        .exclude(plan__state=PlanState.CLOSED)
        .select_related("plan__case__person")
        .order_by("due_on", "id")
    )
    return [
        DueAction(row.id, row.plan.case_id, initials(name_of(row.plan.case.person)), row.words, row.due_on)
        for row in rows
    ]


def comments_new(viewer: Viewer, worker_id: UUID) -> list[DueAction]:
    """What people of this worker wrote on their own page and nobody has read yet, the oldest first. One question."""
    check_may_see_people(viewer)
    rows = (
        PlanComment.objects.filter(
            seen_by(viewer, "plan__case__person_id"),
            programme_id=viewer.programme,
            plan__case__worker_id=worker_id,
            seen_at__isnull=True,
        )
        .select_related("plan__case__person")
        .order_by("id")
    )
    return [
        DueAction(row.plan_id, row.plan.case_id, initials(name_of(row.plan.case.person)), row.words, None)
        for row in rows
    ]
