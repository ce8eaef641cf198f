"""One form with a field of every kind, to look at."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _


class EveryField(forms.Form):
    """Never kept; only drawn."""

    name = forms.CharField(label=_("Name"), max_length=80)
    said = forms.CharField(
        label=_("What matters to me"),
        help_text=_("In the person’s own words, as near as you can."),
        widget=forms.Textarea(attrs={"class": "own-words", "rows": 3}),
        required=False,
    )
    language = forms.ChoiceField(
        label=_("Language"), choices=[("", "–"), ("en", "English"), ("fr", "Français"), ("ar", "العربية")]
    )
    mode = forms.ChoiceField(
        label=_("How did you meet?"),
        choices=[
            ("here", _("Face to face")),
            ("phone", _("By phone")),
            ("home", _("At home")),
            ("online", _("Online")),
        ],
        widget=forms.RadioSelect,
    )
    topics = forms.MultipleChoiceField(
        label=_("What did you talk about?"),
        choices=[
            ("home", _("Housing")),
            ("money", _("Money and debt")),
            ("alone", _("Being alone")),
            ("work", _("Work")),
        ],
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text=_("Choose all that came up."),
    )
    minutes = forms.IntegerField(label=_("How long?"), min_value=1, max_value=600, required=False)
    day = forms.DateField(label=_("When?"), widget=forms.DateInput(attrs={"type": "date"}))
    agreed = forms.BooleanField(label=_("The person agreed that I send their name"), required=False)
    fixed = forms.CharField(
        label=_("Not to be changed"), initial=_("Set by the programme"), disabled=True, required=False
    )
