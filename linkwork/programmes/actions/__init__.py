"""The only writes of this room."""

from linkwork.programmes.actions.letters import (
    mark_delivered,
    mark_failed,
    stop_letter,
    stop_letters,
    try_letter,
    write_letter,
)
from linkwork.programmes.actions.own import change_list, hold_programme, set_safeguarding
from linkwork.programmes.actions.partner_rules import set_quiet_after
from linkwork.programmes.actions.plan_rules import set_plan_rules
from linkwork.programmes.actions.setting_up import (
    add_site,
    add_worker,
    change_programme,
    choose_language,
    create_login,
    create_programme,
    name_for_late,
    start_stage,
    welcome_worker,
)

__all__ = [
    "add_site",
    "add_worker",
    "change_list",
    "change_programme",
    "choose_language",
    "create_login",
    "create_programme",
    "hold_programme",
    "mark_delivered",
    "mark_failed",
    "name_for_late",
    "set_plan_rules",
    "set_quiet_after",
    "set_safeguarding",
    "start_stage",
    "stop_letter",
    "stop_letters",
    "try_letter",
    "welcome_worker",
    "write_letter",
]
