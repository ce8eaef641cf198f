"""A private note, and whom it is shared with."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from linkwork.web.shared.forms import Form
from linkwork.web.team.words import REFLECTIONS


class ReflectionForm(Form):
    """What was hard, unclear or good. Nothing of it is kept in the browser."""

    kind = forms.ChoiceField(
        label=_("What is it about?"),
        choices=[(kind.value, label) for kind, label in REFLECTIONS.items()],
        widget=forms.RadioSelect,
    )
    words = forms.CharField(
        label=_("In your own words"),
        help_text=_("You alone read this, unless you share it. Write nobody’s name whom you support."),
        widget=forms.Textarea(attrs={"rows": 8, "class": "own-words", "autocomplete": "off"}),
    )


class ShareForm(Form):
    """With which supervisor."""

    supervisor = forms.ChoiceField(label=_("Who may read it?"))

    def __init__(self, supervisors: list[tuple[str, str]], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["supervisor"].choices = supervisors  # type: ignore[attr-defined]
