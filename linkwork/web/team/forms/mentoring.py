"""Who learns from whom, a time together, the end."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from linkwork.web.shared.carrying_out import day_input
from linkwork.web.shared.forms import Form
from linkwork.web.team.words import ACTIVITIES, LEARNERS
from linkwork.workforce.rules.mentoring import MOST_MINUTES

Choices = Iterable[tuple[str, str]]


class MentoringForm(Form):
    """A mentor, somebody who learns, and what towards."""

    mentor = forms.ChoiceField(label=_("Who teaches?"))
    kind = forms.ChoiceField(
        label=_("Who learns?"),
        choices=[(kind.value, label) for kind, label in LEARNERS.items()],
        widget=forms.RadioSelect,
    )
    learner = forms.ChoiceField(label=_("Their name, if they are in the team"), required=False)
    learner_name = forms.CharField(label=_("Otherwise write it"), max_length=120, required=False)
    goals = forms.CharField(label=_("What do you work towards?"), widget=forms.Textarea(attrs={"rows": 3}))
    started_on = forms.DateField(label=_("Since when?"), widget=day_input())

    def __init__(self, mentors: Choices, everybody: Choices, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["mentor"].choices = list(mentors)  # type: ignore[attr-defined]
        self.fields["learner"].choices = [("", _("Not in the team")), *everybody]  # type: ignore[attr-defined]


class TimeForm(Form):
    """A time together."""

    held_on = forms.DateField(label=_("When?"), widget=day_input())
    minutes = forms.IntegerField(label=_("How long, in minutes?"), min_value=1, max_value=MOST_MINUTES)
    activity = forms.ChoiceField(
        label=_("What did you do?"), choices=[(kind.value, label) for kind, label in ACTIVITIES.items()]
    )


class EndForm(Form):
    """The end, and what both take along."""

    ended_on = forms.DateField(label=_("Last day"), widget=day_input())
    reflection = forms.CharField(
        label=_("What do you take along?"),
        help_text=_("Read by the two of you alone."),
        widget=forms.Textarea(attrs={"rows": 4}),
        required=False,
    )
