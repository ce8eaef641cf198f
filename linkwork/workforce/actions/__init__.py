"""The only writes of workforce, a file per noun."""

from linkwork.workforce.actions.supervision import (
    NewAction,
    Said,
    confirm_supervision,
    plan_next,
    record_group,
    record_supervision,
    set_supervision_rule,
    settle_agreed,
)
from linkwork.workforce.actions.visit_alarms import acknowledge_alarm, resolve_alarm
from linkwork.workforce.actions.visit_texts import hear_text, mark_text, try_text
from linkwork.workforce.actions.visit_ways import (
    end_warning,
    keep_phone,
    review_warning,
    set_ladder,
    warn_of_place,
)
from linkwork.workforce.actions.visits import (
    cancel_visit,
    end_visit,
    escalate_visits,
    extend_visit,
    plan_visit,
    say_not_safe,
    share_place,
    start_visit,
    unshare_place,
)

__all__ = [
    "NewAction",
    "Said",
    "acknowledge_alarm",
    "cancel_visit",
    "confirm_supervision",
    "end_visit",
    "end_warning",
    "escalate_visits",
    "extend_visit",
    "hear_text",
    "keep_phone",
    "mark_text",
    "plan_next",
    "plan_visit",
    "record_group",
    "record_supervision",
    "resolve_alarm",
    "review_warning",
    "say_not_safe",
    "set_ladder",
    "set_supervision_rule",
    "settle_agreed",
    "share_place",
    "start_visit",
    "try_text",
    "unshare_place",
    "warn_of_place",
]
