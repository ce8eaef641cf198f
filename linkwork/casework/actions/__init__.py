"""The only writes of casework, a file per noun."""

from linkwork.casework.actions.amending import add_to_note, change_contact
from linkwork.casework.actions.caseloads import (
    call_off_absence,
    note_export,
    plan_absence,
    set_caseload_rule,
    set_rhythm,
    set_room,
)
from linkwork.casework.actions.cases import allocate_case, close_case, pause_case, resume_case, transfer_cases
from linkwork.casework.actions.consents import give_consent, renew_consent, withdraw_consent
from linkwork.casework.actions.contacts import log_contact, undo_contact
from linkwork.casework.actions.escalation import escalate_late
from linkwork.casework.actions.guarding import (
    end_alert,
    restrict_person,
    review_alert,
    set_alert,
    unrestrict_person,
)
from linkwork.casework.actions.households import add_member, change_member, remove_member, set_due_month
from linkwork.casework.actions.links import make_person_link, note_own_visit, revoke_person_links
from linkwork.casework.actions.merging import merge_people, undo_merge
from linkwork.casework.actions.outreach import log_anonymous, log_presence, refer_from_encounter
from linkwork.casework.actions.people import change_person
from linkwork.casework.actions.plan import (
    agree_plan,
    answer_plan,
    ask_approval,
    close_plan,
    comment_on_plan,
    note_comments,
    open_plan,
    take_up_plan,
)
from linkwork.casework.actions.plan_goals import add_goal, change_goal, settle_goal
from linkwork.casework.actions.plan_steps import add_action, change_action, settle_action
from linkwork.casework.actions.plan_templates import keep_template, retire_template
from linkwork.casework.actions.plans import (
    add_need,
    add_statement,
    finish_follow_up,
    meet_need,
    set_follow_up,
)
from linkwork.casework.actions.receiving import forget_knocks, receive_referral
from linkwork.casework.actions.referrals import (
    accept_referral,
    decline_referral,
    start_case,
    withdraw_referral,
)
from linkwork.casework.actions.referrers import answer_question, ask_referrer, tell_referrer
from linkwork.casework.actions.reopening import reopen_case, start_again
from linkwork.casework.actions.risk import answer_risk, ask_about_risk
from linkwork.casework.actions.safeguarding import (
    acknowledge_concern,
    add_account,
    close_concern,
    decide_concern,
    note_told,
    pass_on_concern,
    raise_concern,
    reopen_concern,
)
from linkwork.casework.actions.sessions import change_session, log_session, undo_session

__all__ = [
    "accept_referral",
    "acknowledge_concern",
    "add_account",
    "add_action",
    "add_goal",
    "add_member",
    "add_need",
    "add_statement",
    "add_to_note",
    "agree_plan",
    "allocate_case",
    "answer_plan",
    "answer_question",
    "answer_risk",
    "ask_about_risk",
    "ask_approval",
    "ask_referrer",
    "call_off_absence",
    "change_action",
    "change_contact",
    "change_goal",
    "change_member",
    "change_person",
    "change_session",
    "close_case",
    "close_concern",
    "close_plan",
    "comment_on_plan",
    "decide_concern",
    "decline_referral",
    "end_alert",
    "escalate_late",
    "finish_follow_up",
    "forget_knocks",
    "give_consent",
    "keep_template",
    "log_anonymous",
    "log_contact",
    "log_presence",
    "log_session",
    "make_person_link",
    "meet_need",
    "merge_people",
    "note_comments",
    "note_export",
    "note_own_visit",
    "note_told",
    "open_plan",
    "pass_on_concern",
    "pause_case",
    "plan_absence",
    "raise_concern",
    "receive_referral",
    "refer_from_encounter",
    "remove_member",
    "renew_consent",
    "reopen_case",
    "reopen_concern",
    "restrict_person",
    "resume_case",
    "retire_template",
    "review_alert",
    "revoke_person_links",
    "set_alert",
    "set_caseload_rule",
    "set_due_month",
    "set_follow_up",
    "set_rhythm",
    "set_room",
    "settle_action",
    "settle_goal",
    "start_again",
    "start_case",
    "take_up_plan",
    "tell_referrer",
    "transfer_cases",
    "undo_contact",
    "undo_merge",
    "undo_session",
    "unrestrict_person",
    "withdraw_consent",
    "withdraw_referral",
]
