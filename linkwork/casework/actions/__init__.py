"""The only writes of casework, a file per noun."""

from linkwork.casework.actions.cases import allocate_case, close_case, pause_case, resume_case
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
    "change_person",
    "close_case",
    "decline_referral",
    "finish_follow_up",
    "give_consent",
    "log_contact",
    "make_person_link",
    "meet_need",
    "note_own_visit",
    "pause_case",
    "receive_referral",
    "resume_case",
    "revoke_person_links",
    "set_follow_up",
    "start_case",
    "withdraw_consent",
    "withdraw_referral",
]
