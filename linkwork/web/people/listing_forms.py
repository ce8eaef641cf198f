"""The small forms around the list: taking it out, and what was agreed about when to be in touch."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from linkwork.casework.rules.rhythm import INTERVALS, Own, Pace
from linkwork.web.shared.carrying_out import day_input
from linkwork.web.shared.forms import Form

WEEKDAYS = [
    ("", gettext_lazy("Any day")),
    ("0", gettext_lazy("Monday")),
    ("1", gettext_lazy("Tuesday")),
    ("2", gettext_lazy("Wednesday")),
    ("3", gettext_lazy("Thursday")),
    ("4", gettext_lazy("Friday")),
    ("5", gettext_lazy("Saturday")),
    ("6", gettext_lazy("Sunday")),
]


class ExportForm(Form):
    """What a file of names is for."""

    reason = forms.CharField(
        label=gettext_lazy("What is the file for?"),
        help_text=gettext_lazy("It is kept with your name and the time. Write nobody’s name here."),
        max_length=200,
    )


class RhythmForm(Form):
    """When to be in touch with one person, where it is not as usual."""

    every_weeks = forms.TypedChoiceField(
        label=gettext_lazy("How often?"), required=False, coerce=int, empty_value=None
    )
    weekday = forms.TypedChoiceField(
        label=gettext_lazy("On which day of the week?"),
        choices=WEEKDAYS,
        required=False,
        coerce=int,
        empty_value=None,
    )
    pause_until = forms.DateField(
        label=gettext_lazy("Not before"),
        help_text=gettext_lazy(
            "While they are away or in hospital, say. They show as due again from that day."
        ),
        widget=day_input(),
        required=False,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        gaps = [(str(n), ngettext("Every week", "Every %(num)s weeks", n) % {"num": n}) for n in INTERVALS]
        self.fields["every_weeks"].choices = [("", _("As usual here")), *gaps]  # type: ignore[attr-defined]

    def own(self) -> Own:
        """What was agreed."""
        return Own(**{name: self.cleaned_data[name] for name in ("every_weeks", "weekday", "pause_until")})


def initial_of(own: Own) -> dict[str, Any]:
    """What was agreed, as the form begins with it."""
    return {"every_weeks": own.every_weeks, "weekday": own.weekday, "pause_until": own.pause_until}


def pace_said(pace: Pace) -> list[str]:
    """The programme's own pace, a sentence each."""
    return [
        ngettext(
            "The first contact is due within %(num)s working day.",
            "The first contact is due within %(num)s working days.",
            pace.first_within,
        )
        % {"num": pace.first_within},
        ngettext(
            "Where the referral is urgent, within %(num)s working day.",
            "Where the referral is urgent, within %(num)s working days.",
            pace.urgent_within,
        )
        % {"num": pace.urgent_within},
        ngettext(
            "In the first weeks, contacts are a week apart.",
            "In the first weeks, contacts are %(num)s weeks apart.",
            pace.early_every,
        )
        % {"num": pace.early_every},
        ngettext(
            "After %(weeks)s weeks they are a week apart.",
            "After %(weeks)s weeks they are %(num)s weeks apart.",
            pace.later_every,
        )
        % {"num": pace.later_every, "weeks": pace.early_weeks},
    ]
