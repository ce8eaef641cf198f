"""The tables of casework, a file per noun. Only this room imports them."""

from linkwork.casework.models.caseloads import Absence, CaseloadRule, Rhythm, Room
from linkwork.casework.models.cases import Allocation, Case, FollowUp, Need, Statement
from linkwork.casework.models.consents import Consent
from linkwork.casework.models.contacts import Contact, ContactChange, ContactTerm
from linkwork.casework.models.guarding import Alert, Reader, Restriction
from linkwork.casework.models.households import Household, Member
from linkwork.casework.models.links import PersonLink
from linkwork.casework.models.merges import Merge
from linkwork.casework.models.outreach import AnonymousContact, AnonymousTerm, Presence, PresenceLanguage
from linkwork.casework.models.people import NameKey, Person
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
    "Alert",
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
    "Household",
    "Knock",
    "Member",
    "Merge",
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
    "Reader",
    "Referral",
    "ReferralNeed",
    "ReferralNews",
    "ReferralQuestion",
    "Reopening",
    "Restriction",
    "Rhythm",
    "RiskQuestion",
    "Room",
    "Session",
    "Statement",
]
