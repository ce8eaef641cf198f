"""What changed, as the person says it."""

from django import forms
from django.utils.translation import gettext_lazy as _

from linkwork.outcomes.rules import Direction
from linkwork.web.shared.carrying_out import day_input
from linkwork.web.shared.forms import Form

DIRECTIONS = {
    Direction.BETTER: _("Better"),
    Direction.SAME: _("About the same"),
    Direction.WORSE: _("Worse"),
    Direction.TOO_EARLY: _("Too early to say"),
}


class ChangeForm(Form):
    """One change. The person decides which it is."""

    direction = forms.ChoiceField(
        label=_("Compared with when you began, how are things?"),
        choices=[(key.value, label) for key, label in DIRECTIONS.items()],
        widget=forms.RadioSelect,
    )
    words = forms.CharField(
        label=_("What changed, in their own words"),
        widget=forms.Textarea(attrs={"rows": 2, "class": "own-words"}),
        required=False,
    )
    noted_on = forms.DateField(label=_("When did they say so?"), widget=day_input())
