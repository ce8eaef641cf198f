"""A plan as the page of who works with people shows it, and what of it needs somebody today."""

import datetime as dt
from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from linkwork.casework import reads
from linkwork.casework.reads import CaseCard, PlanCard
from linkwork.casework.rules.plan import ActionLine, ActionOwner, ActionState, GoalLine, GoalState, PlanState
from linkwork.core.viewer import Viewer
from linkwork.outcomes.reads import AttainmentCard
from linkwork.web.people.due_items import with_cover
from linkwork.web.people.words import label
from linkwork.web.plan.words import ENDS, GOALS, LEVELS, PLANS
from linkwork.web.shared.days import day_said
from linkwork.web.shared.today import Own, Press, TodayItem

Attained = dict[UUID, list[AttainmentCard]]


def plan_values(card: PlanCard, case: CaseCard, attained: Attained, today: dt.date) -> dict[str, Any]:
    """A plan in plain values: goals with their actions, actions of no goal, how it stands."""
    runs = card.state is not PlanState.CLOSED
    return {
        "id": card.id,
        "state": PLANS[card.state],
        "runs": runs,
        "is_draft": card.state is PlanState.DRAFT,
        "is_waiting": card.state is PlanState.WAITING,
        "since": day_said(card.opened_on, today),
        "ended": _ended(card, today),
        "asked": card.asked_words,
        "approved": _approved(card, today),
        "goals": [_goal(goal, card, case, attained.get(goal.id, []), today) for goal in card.body.goals],
        "loose": [_step(step, case, today) for step in card.body.actions_of(None)],
    }


def _ended(card: PlanCard, today: dt.date) -> str:
    if card.close_reason is None or card.closed_on is None:
        return ""
    said = {"reason": ENDS[card.close_reason], "when": day_said(card.closed_on, today)}
    return _("%(reason)s, %(when)s") % said


def _approved(card: PlanCard, today: dt.date) -> str:
    if card.approved_at is None or card.state is not PlanState.AGREED:
        return ""
    said = {"who": card.approved_by, "when": day_said(timezone.localdate(card.approved_at), today)}
    return _("Approved by %(who)s %(when)s") % said if card.approved_by else ""


def _goal(
    goal: GoalLine, card: PlanCard, case: CaseCard, attained: list[AttainmentCard], today: dt.date
) -> dict[str, Any]:
    return {
        "id": goal.id,
        "words": goal.words,
        "term": label("needs", goal.term),
        "by_when": day_said(goal.by_when, today) if goal.by_when else "",
        "late": goal.state is GoalState.OPEN and goal.by_when is not None and goal.by_when < today,
        "open": goal.state is GoalState.OPEN,
        "reached": goal.state is GoalState.REACHED,
        "state": GOALS[goal.state],
        "close_words": goal.close_words,
        "kept_back": not goal.shared,
        "attained": [
            {"level": LEVELS[one.level], "words": one.words, "when": day_said(one.noted_on, today)}
            for one in reversed(attained)
        ],
        "steps": [_step(step, case, today) for step in card.body.actions_of(goal.id)],
    }


def _step(step: ActionLine, case: CaseCard, today: dt.date) -> dict[str, Any]:
    who = {
        ActionOwner.PERSON: case.given_name,
        ActionOwner.WORKER: case.worker_name or _("Worker"),
        ActionOwner.OTHER: step.owner_words,
    }
    todo = step.state is ActionState.TO_DO
    return {
        "id": step.id,
        "words": step.words,
        "who": who[step.owner],
        "when": _when(step, today),
        "late": todo and step.due_on is not None and step.due_on < today,
        "todo": todo,
        "done": step.state is ActionState.DONE,
        "dropped": step.state is ActionState.DROPPED,
        "reason": step.reason,
        "kept_back": not step.shared,
    }


def _when(step: ActionLine, today: dt.date) -> str:
    if step.state is ActionState.TO_DO:
        return _("by %(day)s") % {"day": day_said(step.due_on, today)} if step.due_on else ""
    if step.settled_on is None or step.state is ActionState.DROPPED:
        return _("dropped")
    said = {"when": day_said(step.settled_on, today)}
    return _("done %(when)s, they say so themself") % said if step.by_person else _("done %(when)s") % said


def items_of(found: reads.ToDo, viewer: Viewer, at: dt.datetime) -> list[TodayItem]:
    """What of plans needs the viewer now: what they promised there, what people wrote, plans that wait for a yes."""
    today = timezone.localdate(at)
    return [
        *(_promised(card, viewer, today) for card in found.steps),
        *(_written(card, at) for card in found.written),
        *_to_approve_all(found.waiting, today),
    ]


def _promised(card: reads.DueAction, viewer: Viewer, today: dt.date) -> TodayItem:
    due = card.due_on or today
    late = due < today
    said = with_cover(_("In the plan for %(when)s") % {"when": day_said(due, today)}, card, viewer)
    return TodayItem(
        due=_start_of(due),
        when=_("now") if late else _("today"),
        title=_("%(who)s: %(what)s") % {"who": card.short_name, "what": card.words},
        small=said,
        url=reverse("plan:plan", args=[card.case_id]),
        chip=_("late") if late else "",
        chip_kind="needs" if late else "plain",
        press=Press.LATE if late else Press.NOW,
        own=Own(card.case_id, card.short_name, card.words, said),
    )


def _written(card: reads.DueAction, at: dt.datetime) -> TodayItem:
    return TodayItem(
        due=at,
        when=_("new"),
        title=_("%(who)s wrote about their plan") % {"who": card.short_name},
        small=_("On their own page"),
        url=reverse("plan:plan", args=[card.case_id]),
        quote=card.words,
        press=Press.NOW,
        own=Own(card.case_id, card.short_name, _("They wrote about their plan"), _("On their own page")),
    )


def _to_approve_all(cards: Sequence[reads.DueAction], today: dt.date) -> list[TodayItem]:
    """One plan that waits leads to itself, several to their list."""
    if len(cards) < 2:
        return [_to_approve(card, today) for card in cards]
    return [
        TodayItem(
            due=min(_start_of(card.due_on or today) for card in cards),
            when=_("soon"),
            title=ngettext("%(num)s plan waits for a yes", "%(num)s plans wait for a yes", len(cards))
            % {"num": len(cards)},
            small="",
            url=reverse("plan:waiting"),
            press=Press.SOON,
        )
    ]


def _to_approve(card: reads.DueAction, today: dt.date) -> TodayItem:
    return TodayItem(
        due=_start_of(card.due_on or today),
        when=_("soon"),
        title=_("A plan waits for approval: %(who)s") % {"who": card.initials},
        small=card.worker_name,
        url=reverse("plan:approve", args=[card.id]),
        press=Press.SOON,
    )


def _start_of(day: dt.date) -> dt.datetime:
    return timezone.make_aware(dt.datetime.combine(day, dt.time()))
