"""Questions about partners, meetings, advocacy and factors, one file per noun."""

from linkwork.partnerships.reads.advocacy import (
    AdvocacyCard,
    AttemptCard,
    TryDue,
    advocacy,
    advocacy_actions,
    tries_due,
)
from linkwork.partnerships.reads.factors import FactorCard, factors
from linkwork.partnerships.reads.meetings import (
    ActionCard,
    Asked,
    MeetingCard,
    MeetingRow,
    actions_due,
    meeting,
    meetings,
)
from linkwork.partnerships.reads.partners import (
    ContactCard,
    InteractionCard,
    PartnerCard,
    PartnerRow,
    partner,
    partner_names,
    partners,
)
from linkwork.partnerships.reads.today import meetings_today

__all__ = [
    "ActionCard",
    "AdvocacyCard",
    "Asked",
    "AttemptCard",
    "ContactCard",
    "FactorCard",
    "InteractionCard",
    "MeetingCard",
    "MeetingRow",
    "PartnerCard",
    "PartnerRow",
    "TryDue",
    "actions_due",
    "advocacy",
    "advocacy_actions",
    "factors",
    "meeting",
    "meetings",
    "meetings_today",
    "partner",
    "partner_names",
    "partners",
    "tries_due",
]
