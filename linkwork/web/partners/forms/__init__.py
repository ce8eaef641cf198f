"""What can be typed on the partners’ pages: limits are those of the tables, rules are checked by the actions."""

from linkwork.web.partners.forms.activities import ActivityForm, EndForm, SessionForm
from linkwork.web.partners.forms.advocacy import AdvocacyForm, AttemptForm, ProposalRuleForm, SettleForm
from linkwork.web.partners.forms.agreements import (
    AgreementForm,
    AskForm,
    PeriodForm,
    QuietForm,
    RatingForm,
    ReviewForm,
    RoleCardForm,
)
from linkwork.web.partners.forms.factors import FactorForm, MoveForm
from linkwork.web.partners.forms.finding import PartnersForm
from linkwork.web.partners.forms.meetings import (
    CarryForm,
    MeetingForm,
    MinutesForm,
    MoveMeetingForm,
    TakeOnForm,
    TopicsForm,
)
from linkwork.web.partners.forms.partners import (
    ChampionForm,
    ContactForm,
    PartnerForm,
    SuccessionForm,
    TogetherForm,
)
from linkwork.web.partners.forms.sheet import SheetForm, StatementForm, StudyForm

__all__ = [
    "ActivityForm",
    "AdvocacyForm",
    "AgreementForm",
    "AskForm",
    "AttemptForm",
    "CarryForm",
    "ChampionForm",
    "ContactForm",
    "EndForm",
    "FactorForm",
    "MeetingForm",
    "MinutesForm",
    "MoveForm",
    "MoveMeetingForm",
    "PartnerForm",
    "PartnersForm",
    "PeriodForm",
    "ProposalRuleForm",
    "QuietForm",
    "RatingForm",
    "ReviewForm",
    "RoleCardForm",
    "SessionForm",
    "SettleForm",
    "SheetForm",
    "StatementForm",
    "StudyForm",
    "SuccessionForm",
    "TakeOnForm",
    "TogetherForm",
    "TopicsForm",
]
