"""What can be typed about partners, the people there and what was done together."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from linkwork.web.partners import words as called
from linkwork.web.partners.forms.parts import Named, offer, text
from linkwork.web.shared.carrying_out import day_input
from linkwork.web.shared.forms import Form


class PartnerForm(Form):
    """A partner."""

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


class ChampionForm(Form):
    """Somebody who stands up for the programme there."""

    since = forms.DateField(label=_("Since when?"), widget=day_input())
    does = forms.CharField(
        label=_("What do they do for you there?"),
        help_text=_("Such as “brings new colleagues to us”."),
        max_length=240,
        required=False,
    )


class SuccessionForm(Form):
    """A champion stops, or somebody leaves."""

    until = forms.DateField(label=_("On which day?"), widget=day_input())
    reason = forms.CharField(label=_("Why?"), max_length=240, required=False)
    successor = forms.ChoiceField(label=_("Who takes it over?"), required=False)

    def __init__(self, others: Named, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "successor", others, nobody=_("Nobody yet"))


class TogetherForm(Form):
    """One piece of work with a partner: the first line is enough."""

    practice = forms.ChoiceField(
        label=_("What did you do?"), choices=called.choices(called.PRACTICES), widget=forms.RadioSelect
    )
    occurred_on = forms.DateField(label=_("When?"), widget=day_input())
    note = forms.CharField(
        label=_("What was said?"),
        help_text=_("Write nobody’s name whom you support."),
        widget=text(2),
        required=False,
    )
    quality = forms.ChoiceField(
        label=_("How did it go?"),
        choices=called.choices(called.QUALITIES),
        widget=forms.RadioSelect,
        required=False,
    )
    agreed = forms.CharField(label=_("What was agreed?"), widget=text(2), required=False)
    next_step = forms.CharField(label=_("What will you do next?"), max_length=240, required=False)
    next_on = forms.DateField(label=_("By when?"), widget=day_input(), required=False)

    FOLDED = ("quality", "agreed", "next_step", "next_on")

    def unfolded(self) -> bool:
        """Whether something under the fold was filled in, or is wrong."""
        return self.is_bound and any(self.data.get(name) or name in self.errors for name in self.FOLDED)
