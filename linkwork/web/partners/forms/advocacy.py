"""What can be typed about what is asked for."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from linkwork.partnerships.rules import AdvocacyState
from linkwork.web.partners import words as called
from linkwork.web.partners.forms.parts import Named, offer, text
from linkwork.web.shared.carrying_out import day_input
from linkwork.web.shared.forms import Form


class AdvocacyForm(Form):
    """An effort to change something."""

    ask = forms.CharField(label=_("What do you ask for?"), widget=text(2))
    for_whom = forms.CharField(
        label=_("Who would gain from it?"),
        help_text=_("In words, without a name: “families without a car”."),
        max_length=200,
    )
    level = forms.ChoiceField(
        label=_("Where should something change?"),
        choices=called.choices(called.LEVELS),
        widget=forms.RadioSelect,
    )
    partner = forms.ChoiceField(label=_("Which partner is asked?"), required=False)
    target = forms.CharField(label=_("Or somebody else: who?"), max_length=200, required=False)

    def __init__(self, partners: Named, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "partner", partners, nobody=_("None of them"))


class AttemptForm(Form):
    """One try."""

    method = forms.ChoiceField(
        label=_("How did you try?"), choices=called.choices(called.METHODS), widget=forms.RadioSelect
    )
    made_on = forms.DateField(label=_("When?"), widget=day_input())
    response = forms.CharField(label=_("What did they say?"), widget=text(2), required=False)
    obstacle = forms.CharField(label=_("What stood in the way?"), widget=text(2), required=False)
    next_step = forms.CharField(label=_("What will you try next?"), max_length=240, required=False)
    next_on = forms.DateField(label=_("And when?"), widget=day_input(), required=False)


class SettleForm(Form):
    """What came of it."""

    to = forms.ChoiceField(
        label=_("What came of it?"),
        choices=[pair for pair in called.choices(called.STATES) if pair[0] != AdvocacyState.OPEN],
        widget=forms.RadioSelect,
    )
    result = forms.CharField(label=_("In a sentence or two"), widget=text(2), required=False)
