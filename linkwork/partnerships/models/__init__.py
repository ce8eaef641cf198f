"""The tables of partnerships, one file per noun."""

from linkwork.partnerships.models.advocacy import AdvocacyAction, Attempt
from linkwork.partnerships.models.agreements import Agreement
from linkwork.partnerships.models.factors import Factor
from linkwork.partnerships.models.links import PartnerLink
from linkwork.partnerships.models.meetings import Attendance, Meeting, MeetingAction
from linkwork.partnerships.models.partners import Champion, Interaction, Partner, PartnerContact
from linkwork.partnerships.models.relationship import Rating
from linkwork.partnerships.models.role_cards import Acknowledgement, Clarity, RoleCard

__all__ = [
    "Acknowledgement",
    "AdvocacyAction",
    "Agreement",
    "Attempt",
    "Attendance",
    "Champion",
    "Clarity",
    "Factor",
    "Interaction",
    "Meeting",
    "MeetingAction",
    "Partner",
    "PartnerContact",
    "PartnerLink",
    "Rating",
    "RoleCard",
]
