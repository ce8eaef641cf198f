"""The tables of partnerships, one file per noun."""

from linkwork.partnerships.models.advocacy import AdvocacyAction, Attempt
from linkwork.partnerships.models.factors import Factor
from linkwork.partnerships.models.meetings import Attendance, Meeting, MeetingAction
from linkwork.partnerships.models.partners import Champion, Interaction, Partner, PartnerContact

__all__ = [
    "AdvocacyAction",
    "Attempt",
    "Attendance",
    "Champion",
    "Factor",
    "Interaction",
    "Meeting",
    "MeetingAction",
    "Partner",
    "PartnerContact",
]
