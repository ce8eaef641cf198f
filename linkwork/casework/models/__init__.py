"""The tables of casework, a file per noun. Only this room imports them."""

from linkwork.casework.models.caseloads import Absence, CaseloadRule, Rhythm, Room
from linkwork.casework.models.cases import Allocation, Case, FollowUp, Need, Statement
from linkwork.casework.models.contacts import Contact, ContactChange, ContactTerm
from linkwork.casework.models.links import PersonLink
from linkwork.casework.models.outreach import AnonymousContact, AnonymousTerm, Presence, PresenceLanguage
from linkwork.casework.models.people import Consent, NameKey, Person
from linkwork.casework.models.plan import (
    Goal,
    Plan,
    PlanAction,
    PlanComment,
    PlanTemplate,
    PlanVersion,
    Reopening,
)
from linkwork.casework.models.referrals import Knock, Referral, ReferralNeed, ReferralNews, ReferralQuestion
from linkwork.casework.models.safeguarding import Concern, ConcernAccount, ConcernEntry, RiskQuestion
from linkwork.casework.models.sessions import Session

__all__ = [
    "Absence",
    "Allocation",
    "AnonymousContact",
    "AnonymousTerm",
    "Case",
    "CaseloadRule",
    "Concern",
    "ConcernAccount",
    "ConcernEntry",
    "Consent",
    "Contact",
    "ContactChange",
    "ContactTerm",
    "FollowUp",
    "Goal",
    "Knock",
    "NameKey",
    "Need",
    "Person",
    "PersonLink",
    "Plan",
    "PlanAction",
    "PlanComment",
    "PlanTemplate",
    "PlanVersion",
    "Presence",
    "PresenceLanguage",
    "Referral",
    "ReferralNeed",
    "ReferralNews",
    "ReferralQuestion",
    "Reopening",
    "Rhythm",
    "RiskQuestion",
    "Room",
    "Session",
    "Statement",
]
