"""What can be typed on the partners’ pages: limits are those of the tables, rules are checked by the actions."""

from linkwork.web.partners.forms.advocacy import AdvocacyForm, AttemptForm, SettleForm
from linkwork.web.partners.forms.agreements import (
    AgreementForm,
    AskForm,
    PeriodForm,
    QuietForm,
    RatingForm,
    ReviewForm,
    RoleCardForm,
)
from linkwork.web.partners.forms.factors import FactorForm
from linkwork.web.partners.forms.finding import PartnersForm
from linkwork.web.partners.forms.meetings import MeetingForm, MinutesForm, TakeOnForm
from linkwork.web.partners.forms.partners import (
    ChampionForm,
    ContactForm,
    PartnerForm,
    SuccessionForm,
    TogetherForm,
)

__all__ = [
    "AdvocacyForm",
    "AgreementForm",
    "AskForm",
    "AttemptForm",
    "ChampionForm",
    "ContactForm",
    "FactorForm",
    "MeetingForm",
    "MinutesForm",
    "PartnerForm",
    "PartnersForm",
    "PeriodForm",
    "QuietForm",
    "RatingForm",
    "ReviewForm",
    "RoleCardForm",
    "SettleForm",
    "SuccessionForm",
    "TakeOnForm",
    "TogetherForm",
]
