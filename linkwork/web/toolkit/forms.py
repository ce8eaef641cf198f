"""What can be typed about a recommendation."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from linkwork.evaluation.toolkit import reads
from linkwork.web.shared.forms import Form
from linkwork.web.study.labels import STAGES, choices
from linkwork.web.toolkit.labels import AUDIENCES


class RecommendationForm(Form):
    """One recommendation. The statements it rests on are picked from the portraits beside it."""

    title = forms.CharField(label=_("What do you advise, in a line?"), max_length=160)
    advice = forms.CharField(
        label=_("What exactly should they do?"), max_length=6000, widget=forms.Textarea(attrs={"rows": 6})
    )
    stage = forms.ChoiceField(
        label=_("When does it matter?"), choices=choices(STAGES), widget=forms.RadioSelect
    )
    audience = forms.ChoiceField(label=_("Whom is it for?"), choices=choices(AUDIENCES))
    barrier = forms.CharField(label=_("What does it help against?"), max_length=300, required=False)
    checklist = forms.CharField(
        label=_("Checklist"),
        help_text=_("One line for each thing to tick off."),
        widget=forms.Textarea(attrs={"rows": 4}),
        required=False,
    )
    strategies = forms.MultipleChoiceField(
        label=_("Known strategies it uses (ERIC)"),
        required=False,
        widget=forms.SelectMultiple(attrs={"size": 6}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["strategies"]
        field.choices = reads.strategies()
