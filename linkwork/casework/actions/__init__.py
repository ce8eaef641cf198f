"""The only writes of casework, a file per noun."""

from linkwork.casework.actions.caseloads import (
    call_off_absence,
    note_export,
    plan_absence,
    set_caseload_rule,
    set_rhythm,
    set_room,
)
from linkwork.casework.actions.cases import (
    allocate_case,
    close_case,
    pause_case,
    resume_case,
    transfer_cases,
)
from linkwork.casework.actions.consents import give_consent, withdraw_consent
from linkwork.casework.actions.contacts import log_contact
from linkwork.casework.actions.links import make_person_link, note_own_visit, revoke_person_links
from linkwork.casework.actions.people import change_person
from linkwork.casework.actions.plans import (
    add_need,
    add_statement,
    finish_follow_up,
    meet_need,
    set_follow_up,
)
from linkwork.casework.actions.referrals import (
    accept_referral,
    decline_referral,
    receive_referral,
    start_case,
    withdraw_referral,
)

__all__ = [
    "accept_referral",
    "add_need",
    "add_statement",
    "allocate_case",
    "call_off_absence",
    "change_person",
    "close_case",
    "decline_referral",
    "finish_follow_up",
    "give_consent",
    "log_contact",
    "make_person_link",
    "meet_need",
    "note_export",
    "note_own_visit",
    "pause_case",
    "plan_absence",
    "receive_referral",
    "resume_case",
    "revoke_person_links",
    "set_caseload_rule",
    "set_follow_up",
    "set_rhythm",
    "set_room",
    "start_case",
    "transfer_cases",
    "withdraw_consent",
    "withdraw_referral",
]
