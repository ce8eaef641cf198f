"""Everything that can be done with partners: the only writes of this room, one file per noun."""

from linkwork.partnerships.actions.advocacy import (
    add_attempt,
    open_advocacy,
    reopen_advocacy,
    settle_advocacy,
)
from linkwork.partnerships.actions.agreements import Terms, end_agreement, keep_agreement, make_agreement
from linkwork.partnerships.actions.contacts import (
    add_contact,
    change_champion,
    change_contact,
    contact_left,
    end_champion,
    name_champion,
)
from linkwork.partnerships.actions.factors import move_factor, name_factor
from linkwork.partnerships.actions.interactions import (
    finish_next_step,
    log_interaction,
    note_partner_there,
    take_back_interaction,
)
from linkwork.partnerships.actions.links import make_partner_link, revoke_partner_links, send_partner_link
from linkwork.partnerships.actions.meetings import (
    finish_meeting_action,
    keep_minutes,
    plan_meeting,
    take_on,
)
from linkwork.partnerships.actions.partners import add_partner, change_partner, link_organisation
from linkwork.partnerships.actions.relationship import answer_as_partner, rate_partner
from linkwork.partnerships.actions.role_cards import (
    acknowledge_role_card,
    ask_clarity,
    publish_role_card,
    say_clarity,
)

__all__ = [
    "Terms",
    "acknowledge_role_card",
    "add_attempt",
    "add_contact",
    "add_partner",
    "answer_as_partner",
    "ask_clarity",
    "change_champion",
    "change_contact",
    "change_partner",
    "contact_left",
    "end_agreement",
    "end_champion",
    "finish_meeting_action",
    "finish_next_step",
    "keep_agreement",
    "keep_minutes",
    "link_organisation",
    "log_interaction",
    "make_agreement",
    "make_partner_link",
    "move_factor",
    "name_champion",
    "name_factor",
    "note_partner_there",
    "open_advocacy",
    "plan_meeting",
    "publish_role_card",
    "rate_partner",
    "reopen_advocacy",
    "revoke_partner_links",
    "say_clarity",
    "send_partner_link",
    "settle_advocacy",
    "take_back_interaction",
    "take_on",
]
