"""What can be typed about partners, the people there and what was done together."""

from django import forms
from django.utils.translation import gettext_lazy as _

from linkwork.web.partners import words as called
from linkwork.web.partners.forms.parts import text
from linkwork.web.shared.carrying_out import day_input
from linkwork.web.shared.forms import Form


class PartnerForm(Form):
    """A new partner."""

    name = forms.CharField(label=_("Name"), max_length=160)
    sector = forms.ChoiceField(
        label=_("What kind of organisation is it?"),
        choices=called.choices(called.SECTORS),
        widget=forms.RadioSelect,
    )
    note = forms.CharField(
        label=_("What should a colleague know before calling?"), widget=text(2), required=False
    )


class ContactForm(Form):
    """Somebody who works there."""

    name = forms.CharField(label=_("Name"), max_length=120)
    part = forms.CharField(label=_("What do they do there?"), max_length=120, required=False)
    phone = forms.CharField(
        label=_("Phone"), max_length=40, required=False, widget=forms.TextInput(attrs={"type": "tel"})
    )
    email = forms.EmailField(label=_("E-mail"), required=False)


class TogetherForm(Form):
    """One piece of work with a partner."""

    practice = forms.ChoiceField(
        label=_("What did you do?"), choices=called.choices(called.PRACTICES), widget=forms.RadioSelect
    )
    occurred_on = forms.DateField(label=_("When?"), widget=day_input())
    note = forms.CharField(
        label=_("What was said or agreed?"),
        help_text=_("Write nobody’s name whom you support."),
        widget=text(),
        required=False,
    )
