"""Questions about people, referrals, cases and contacts, a file per noun. All take the viewer first."""

from linkwork.casework.reads.cases import CaseCard, CasePage, case, caseload, cases
from linkwork.casework.reads.consents import ConsentCard, consents_of, may_share
from linkwork.casework.reads.contacts import ContactCard, contacts_of, first_contact_disagreements
from linkwork.casework.reads.links import LinkCard, OwnPage, own_page, person_links
from linkwork.casework.reads.people import PersonCard, look_alikes, person
from linkwork.casework.reads.plans import (
    FollowUpCard,
    NeedCard,
    StatementCard,
    follow_up,
    follow_ups_due,
    follow_ups_of,
    need,
    needs_of,
    statements_of,
)
from linkwork.casework.reads.referrals import ReferralCard, referral, referrals_waiting

__all__ = [
    "CaseCard",
    "CasePage",
    "ConsentCard",
    "ContactCard",
    "FollowUpCard",
    "LinkCard",
    "NeedCard",
    "OwnPage",
    "PersonCard",
    "ReferralCard",
    "StatementCard",
    "case",
    "caseload",
    "cases",
    "consents_of",
    "contacts_of",
    "first_contact_disagreements",
    "follow_up",
    "follow_ups_due",
    "follow_ups_of",
    "look_alikes",
    "may_share",
    "need",
    "needs_of",
    "own_page",
    "person",
    "person_links",
    "referral",
    "referrals_waiting",
    "statements_of",
]
