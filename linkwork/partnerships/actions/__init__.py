"""Everything that can be done with partners: the only writes of this room, one file per noun."""

from linkwork.partnerships.actions.advocacy import (
    add_attempt,
    open_advocacy,
    reopen_advocacy,
    settle_advocacy,
)
from linkwork.partnerships.actions.factors import move_factor, name_factor
from linkwork.partnerships.actions.meetings import (
    finish_meeting_action,
    keep_minutes,
    plan_meeting,
    take_on,
)
from linkwork.partnerships.actions.partners import (
    add_contact,
    add_partner,
    end_champion,
    log_interaction,
    name_champion,
)

__all__ = [
    "add_attempt",
    "add_contact",
    "add_partner",
    "end_champion",
    "finish_meeting_action",
    "keep_minutes",
    "log_interaction",
    "move_factor",
    "name_champion",
    "name_factor",
    "open_advocacy",
    "plan_meeting",
    "reopen_advocacy",
    "settle_advocacy",
    "take_on",
]
