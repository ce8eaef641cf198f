"""The tables of casework, a file per noun. Only this room imports them."""

from linkwork.casework.models.caseloads import Absence, CaseloadRule, Rhythm, Room
from linkwork.casework.models.cases import Allocation, Case, FollowUp, Need, Statement
from linkwork.casework.models.contacts import Contact, ContactTerm
from linkwork.casework.models.links import PersonLink
from linkwork.casework.models.people import Consent, NameKey, Person
from linkwork.casework.models.referrals import Referral

__all__ = [
    "Absence",
    "Allocation",
    "Case",
    "CaseloadRule",
    "Consent",
    "Contact",
    "ContactTerm",
    "FollowUp",
    "NameKey",
    "Need",
    "Person",
    "PersonLink",
    "Referral",
    "Rhythm",
    "Room",
    "Statement",
]
