"""Everything that can be done with partners: the only writes of this room, one file per noun."""

from linkwork.partnerships.actions.activities import begin_activity, end_activity, keep_session
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
from linkwork.partnerships.actions.factors import agree_to_study, mark_taken, move_factor, name_factor
from linkwork.partnerships.actions.interactions import (
    finish_next_step,
    log_interaction,
    note_partner_there,
    take_back_interaction,
)
from linkwork.partnerships.actions.links import make_partner_link, revoke_partner_links, send_partner_link
from linkwork.partnerships.actions.meetings import (
    add_topics,
    call_off_meeting,
    invite_partners,
    move_meeting,
    plan_meeting,
)
from linkwork.partnerships.actions.minutes import carry_over, finish_meeting_action, keep_minutes, take_on
from linkwork.partnerships.actions.partners import add_partner, change_partner, link_organisation
from linkwork.partnerships.actions.proposals import set_aside, set_proposal_rule
from linkwork.partnerships.actions.relationship import answer_as_partner, rate_partner
from linkwork.partnerships.actions.role_cards import (
    acknowledge_role_card,
    ask_clarity,
    publish_role_card,
    say_clarity,
)
from linkwork.partnerships.actions.statements import agree_statement, keep_statement, withdraw_statement

__all__ = [
    "Terms",
    "acknowledge_role_card",
    "add_attempt",
    "add_contact",
    "add_partner",
    "add_topics",
    "agree_statement",
    "agree_to_study",
    "answer_as_partner",
    "ask_clarity",
    "begin_activity",
    "call_off_meeting",
    "carry_over",
    "change_champion",
    "change_contact",
    "change_partner",
    "contact_left",
    "end_activity",
    "end_agreement",
    "end_champion",
    "finish_meeting_action",
    "finish_next_step",
    "invite_partners",
    "keep_agreement",
    "keep_minutes",
    "keep_session",
    "keep_statement",
    "link_organisation",
    "log_interaction",
    "make_agreement",
    "make_partner_link",
    "mark_taken",
    "move_factor",
    "move_meeting",
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
    "set_aside",
    "set_proposal_rule",
    "settle_advocacy",
    "take_back_interaction",
    "take_on",
    "withdraw_statement",
]
