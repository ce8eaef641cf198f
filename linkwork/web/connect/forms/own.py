"""What the person is asked on their own page."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from linkwork.connections.rules import Attendance, Outcome
from linkwork.web.shared.forms import Form


class OwnWordForm(Form):
    """Did you go? Did it help?"""

    went = forms.ChoiceField(
        label=gettext_lazy("Did you go?"),
        choices=[
            (Attendance.WENT.value, gettext_lazy("Yes")),
            (Attendance.DID_NOT_GO.value, gettext_lazy("No")),
        ],
        widget=forms.RadioSelect,
    )
    outcome = forms.ChoiceField(
        label=gettext_lazy("If you went: did it help?"),
        choices=[
            (Outcome.HELPED.value, gettext_lazy("Yes")),
            (Outcome.PARTLY.value, gettext_lazy("In part")),
            (Outcome.NOT.value, gettext_lazy("No")),
        ],
        widget=forms.RadioSelect,
        required=False,
    )
    words = forms.CharField(
        label=gettext_lazy("Do you want to say more?"),
        widget=forms.Textarea(attrs={"rows": 3, "dir": "auto", "class": "own-words"}),
        required=False,
        max_length=1000,
    )

    def clean(self) -> dict[str, Any]:
        """Who went says whether it helped."""
        kept = self.cleaned_data
        if kept.get("went") == Attendance.WENT and not kept.get("outcome"):
            self.add_error("outcome", _("Choose what came of it."))
        return kept

    def said(self) -> dict[str, Any]:
        """The values as the actions take them."""
        kept = self.cleaned_data
        went = Attendance(kept["went"])
        outcome = Outcome(kept["outcome"]) if kept["outcome"] and went is Attendance.WENT else None
        return {"went": went, "outcome": outcome, "words": kept["words"]}
