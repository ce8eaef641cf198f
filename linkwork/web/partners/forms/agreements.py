"""What can be typed about an agreement, a rating and the role card."""

from django import forms
from django.utils.translation import gettext_lazy as _

from linkwork.partnerships.actions import Terms
from linkwork.partnerships.rules import Ask
from linkwork.web.alongside.forms import WorkingForm, scale
from linkwork.web.partners.forms.parts import text
from linkwork.web.shared.carrying_out import day_input
from linkwork.web.shared.forms import Form


class AgreementForm(Form):
    """An agreement, for the first time or anew."""

    we_do = forms.CharField(label=_("What may they expect of you?"), widget=text(4))
    they_do = forms.CharField(label=_("What may you expect of them?"), widget=text(4))
    starts_on = forms.DateField(label=_("From when?"), widget=day_input())
    review_on = forms.DateField(label=_("When do you look at it again?"), widget=day_input())
    shared_what = forms.CharField(label=_("Which information is shared?"), widget=text(2), required=False)
    shared_how = forms.CharField(label=_("How is it shared?"), widget=text(2), required=False)
    signed_by_us = forms.CharField(label=_("Who agreed for the programme?"), max_length=120, required=False)
    signed_by_them = forms.CharField(label=_("Who agreed for the partner?"), max_length=120, required=False)
    signed_on = forms.DateField(label=_("On which day?"), widget=day_input(), required=False)
    words = forms.CharField(label=_("The whole document, where there is one"), widget=text(6), required=False)

    FOLDED = ("shared_what", "shared_how", "signed_by_us", "signed_by_them", "signed_on", "words")

    def terms(self) -> Terms:
        """What was agreed."""
        return Terms(**self.cleaned_data)


class ReviewForm(Form):
    """It still holds."""

    review_on = forms.DateField(label=_("When do you look at it again?"), widget=day_input())


class RatingForm(WorkingForm):
    """How working together goes, as we see it."""

    reach = scale(_("We know whom to ask for there, and reach them."))
    openly = scale(_("We can say openly when something doesn’t work."))
    rated_on = forms.DateField(label=_("When?"), widget=day_input())


class AskForm(Form):
    """To whom a private link goes, and what for."""

    contact = forms.ChoiceField(label=_("Who is asked?"))
    asks = forms.ChoiceField(
        label=_("What for?"),
        choices=[
            (Ask.RELATIONSHIP.value, _("How working together goes")),
            (Ask.ROLE_CARD.value, _("To read the role card")),
        ],
        widget=forms.RadioSelect,
    )


class RoleCardForm(Form):
    """The role card. Each line is a point."""

    does = forms.CharField(
        label=_("What does the worker do?"),
        help_text=_("One point a line, in the partners’ words."),
        widget=text(5),
        max_length=2000,
    )
    does_not = forms.CharField(
        label=_("What doesn’t the worker do?"),
        help_text=_("One point a line."),
        widget=text(4),
        max_length=2000,
    )
    reach = forms.CharField(
        label=_("How do partners reach you?"),
        help_text=_("One point a line."),
        widget=text(3),
        max_length=1000,
    )


class QuietForm(Form):
    """When a partner counts as gone quiet."""

    weeks = forms.IntegerField(
        label=_("After how many weeks without a contact has a partner gone quiet?"), min_value=1, max_value=52
    )


class PeriodForm(Form):
    """Of which time."""

    first = forms.DateField(label=_("From"), widget=day_input(), required=False)
    last = forms.DateField(label=_("To"), widget=day_input(), required=False)
