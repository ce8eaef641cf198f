"""What can be typed about what helps and hinders."""

from django import forms
from django.utils.translation import gettext_lazy as _

from linkwork.web.partners import words as called
from linkwork.web.shared.forms import Form


class FactorForm(Form):
    """What helps or hinders."""

    words = forms.CharField(label=_("What helps or hinders?"), max_length=240)
    influence = forms.ChoiceField(
        label=_("It"), choices=called.choices(called.INFLUENCES), widget=forms.RadioSelect
    )
    kind = forms.ChoiceField(
        label=_("Where does it lie?"), choices=called.choices(called.FACTOR_KINDS), widget=forms.RadioSelect
    )
