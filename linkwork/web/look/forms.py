"""One form with a field of every kind, to look at."""

from __future__ import annotations

from django import forms


class EveryField(forms.Form):
    """Never kept, only drawn; its words are samples, not for translation."""

    name = forms.CharField(label="Name", max_length=80)
    said = forms.CharField(
        label="What matters to me",
        help_text="In the person’s own words, as near as you can.",
        widget=forms.Textarea(attrs={"class": "own-words", "rows": 3}),
        required=False,
    )
    language = forms.ChoiceField(
        label="Language", choices=[("", "–"), ("en", "English"), ("fr", "Français"), ("ar", "العربية")]
    )
    mode = forms.ChoiceField(
        label="How did you meet?",
        choices=[
            ("here", "Face to face"),
            ("phone", "By phone"),
            ("home", "At home"),
            ("online", "Online"),
        ],
        widget=forms.RadioSelect,
    )
    topics = forms.MultipleChoiceField(
        label="What did you talk about?",
        choices=[
            ("home", "Housing"),
            ("money", "Money and debt"),
            ("alone", "Being alone"),
            ("work", "Work"),
        ],
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text="Choose all that came up.",
    )
    minutes = forms.IntegerField(label="How long?", min_value=1, max_value=600, required=False)
    day = forms.DateField(label="When?", widget=forms.DateInput(attrs={"type": "date"}))
    agreed = forms.BooleanField(label="The person agreed that I send their name", required=False)
    fixed = forms.CharField(
        label="Not to be changed", initial="Set by the programme", disabled=True, required=False
    )
