"""The tables of partnerships, one file per noun."""

from linkwork.partnerships.models.activities import Activity, ActivityPartner, ActivitySession
from linkwork.partnerships.models.advocacy import (
    AdvocacyAction,
    AdvocacyOrigin,
    Attempt,
    ProposalRule,
    SetAside,
)
from linkwork.partnerships.models.agreements import Agreement
from linkwork.partnerships.models.factors import Factor, FactorMove
from linkwork.partnerships.models.links import PartnerLink
from linkwork.partnerships.models.meetings import AgendaItem, Attendance, Meeting, MeetingAction
from linkwork.partnerships.models.partners import Champion, Interaction, Partner, PartnerContact
from linkwork.partnerships.models.relationship import Rating
from linkwork.partnerships.models.role_cards import Acknowledgement, Clarity, RoleCard
from linkwork.partnerships.models.statements import PartnerStatement

__all__ = [
    "Acknowledgement",
    "Activity",
    "ActivityPartner",
    "ActivitySession",
    "AdvocacyAction",
    "AdvocacyOrigin",
    "AgendaItem",
    "Agreement",
    "Attempt",
    "Attendance",
    "Champion",
    "Clarity",
    "Factor",
    "FactorMove",
    "Interaction",
    "Meeting",
    "MeetingAction",
    "Partner",
    "PartnerContact",
    "PartnerLink",
    "PartnerStatement",
    "ProposalRule",
    "Rating",
    "RoleCard",
    "SetAside",
]
