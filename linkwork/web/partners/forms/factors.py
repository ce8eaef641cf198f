"""What can be typed about what helps and hinders."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from linkwork.web.partners import words as called
from linkwork.web.partners.forms.parts import Named, offer, text
from linkwork.web.shared.carrying_out import day_input
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
    partner = forms.ChoiceField(label=_("At which partner?"), required=False)

    def __init__(self, partners: Named, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "partner", partners, nobody=_("At none of them"))


class MoveForm(Form):
    """How a factor stands, and what brought it about: `eased_by` is "kind:id", or empty."""

    to = forms.ChoiceField(label=_("It is now"), widget=forms.RadioSelect)
    eased_by = forms.ChoiceField(label=_("What brought it about?"), required=False)
    note = forms.CharField(label=_("How did it come about?"), max_length=240, widget=text(2), required=False)
    moved_on = forms.DateField(label=_("When?"), widget=day_input(), required=False)

    def __init__(
        self, steps: list[tuple[str, Any]], eased: list[tuple[str, str]], *args: Any, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        for name, found in (("to", steps), ("eased_by", [("", _("Not said")), *eased])):
            field = self.fields[name]
            assert isinstance(field, forms.ChoiceField)
            field.choices = found
