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

__all__ = [
    "NewAction",
    "Said",
    "confirm_supervision",
    "plan_next",
    "record_group",
    "record_supervision",
    "set_supervision_rule",
    "settle_agreed",
]
