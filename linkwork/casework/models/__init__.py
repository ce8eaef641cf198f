"""The tables of casework, a file per noun. Only this room imports them."""

from linkwork.casework.models.caseloads import Absence, CaseloadRule, Rhythm, Room
from linkwork.casework.models.cases import Allocation, Case, FollowUp, Need, Statement
from linkwork.casework.models.contacts import Contact, ContactChange, ContactTerm
from linkwork.casework.models.links import PersonLink
from linkwork.casework.models.outreach import AnonymousContact, AnonymousTerm, Presence, PresenceLanguage
from linkwork.casework.models.people import Consent, NameKey, Person
from linkwork.casework.models.referrals import Knock, Referral, ReferralNeed, ReferralNews, ReferralQuestion
from linkwork.casework.models.sessions import Session

__all__ = [
    "Absence",
    "Allocation",
    "AnonymousContact",
    "AnonymousTerm",
    "Case",
    "CaseloadRule",
    "Consent",
    "Contact",
    "ContactChange",
    "ContactTerm",
    "FollowUp",
    "Knock",
    "NameKey",
    "Need",
    "Person",
    "PersonLink",
    "Presence",
    "PresenceLanguage",
    "Referral",
    "ReferralNeed",
    "ReferralNews",
    "ReferralQuestion",
    "Rhythm",
    "Room",
    "Session",
    "Statement",
]
