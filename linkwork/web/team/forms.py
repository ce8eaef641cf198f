"""What can be noted about supervision."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from linkwork.web.shared.carrying_out import day_input
from linkwork.web.shared.forms import Form
from linkwork.web.team.presenters import KINDS


class SupervisionForm(Form):
    """One talk about a worker's work."""

    worker = forms.ChoiceField(label=_("Whose work?"))
    partner = forms.ChoiceField(label=_("Who with?"), required=False)
    kind = forms.ChoiceField(
        label=_("What kind of talk?"),
        choices=[(key.value, label) for key, label in KINDS.items()],
        widget=forms.RadioSelect,
    )
    held_on = forms.DateField(label=_("When?"), widget=day_input())
    agreed = forms.CharField(
        label=_("What was agreed?"),
        help_text=_("Write nobody’s name whom you support."),
        widget=forms.Textarea(attrs={"rows": 3}),
        required=False,
    )

    def __init__(
        self, workers: list[tuple[str, str]], everybody: list[tuple[str, str]], *args: Any, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["worker"].choices = workers  # type: ignore[attr-defined]
        self.fields["partner"].choices = [("", _("Somebody from outside")), *everybody]  # type: ignore[attr-defined]
