"""What plans, goals and the steps of both are called for who works with people."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from linkwork.casework.rules.plan import ActionOwner, GoalState, PlanEnd, PlanState
from linkwork.outcomes.rules.attainment import Level

PLANS: dict[PlanState, Promise] = {
    PlanState.DRAFT: _("draft"),
    PlanState.WAITING: _("waits for approval"),
    PlanState.AGREED: _("agreed"),
    PlanState.CLOSED: _("closed"),
}
ENDS: dict[PlanEnd, Promise] = {
    PlanEnd.DONE: _("What we set out to do is done"),
    PlanEnd.CHANGED: _("Something else matters now"),
    PlanEnd.STOPPED: _("They don’t want a plan any more"),
    PlanEnd.CASE_CLOSED: _("It ended with the case"),
}
GOALS: dict[GoalState, Promise] = {
    GoalState.OPEN: _("open"),
    GoalState.REACHED: _("reached"),
    GoalState.SET_ASIDE: _("set aside"),
}
OWNERS: dict[ActionOwner, Promise] = {
    ActionOwner.PERSON: _("They do"),
    ActionOwner.WORKER: _("I do"),
    ActionOwner.OTHER: _("Somebody else"),
}
LEVELS: dict[Level, Promise] = {
    Level.MUCH_LESS: _("Much less than hoped for"),
    Level.LESS: _("Less than hoped for"),
    Level.AS_HOPED: _("As hoped for"),
    Level.MORE: _("More than hoped for"),
    Level.MUCH_MORE: _("Much more than hoped for"),
}
CHANGES: dict[str, Promise] = {
    "open_plan": _("Begun"),
    "add_goal": _("A goal added"),
    "change_goal": _("A goal said anew"),
    "settle_goal": _("A goal reached, set aside or taken up"),
    "add_action": _("Something to do added"),
    "change_action": _("Something to do changed"),
    "settle_action": _("Something done, dropped or to do again"),
    "move_plan": _("Approval, closing or going on"),
}
