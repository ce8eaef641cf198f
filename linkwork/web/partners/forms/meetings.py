"""What can be typed about meetings."""

import datetime as dt
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from linkwork.web.partners.forms.parts import Named, offer, text
from linkwork.web.shared.carrying_out import day_input, time_input
from linkwork.web.shared.forms import Form


class MeetingForm(Form):
    """A meeting to come."""

    title = forms.CharField(label=_("What is it about?"), max_length=160)
    day = forms.DateField(label=_("Day"), widget=day_input())
    time = forms.TimeField(label=_("Time"), widget=time_input())
    place = forms.CharField(label=_("Where?"), max_length=160, required=False)
    partners = forms.MultipleChoiceField(label=_("Who is asked?"), widget=forms.CheckboxSelectMultiple)
    agenda = forms.CharField(label=_("What do you want to talk about?"), widget=text(), required=False)

    def __init__(self, partners: Named, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "partners", partners)

    def starts_at(self) -> dt.datetime:
        """Day and time, here."""
        return timezone.make_aware(dt.datetime.combine(self.cleaned_data["day"], self.cleaned_data["time"]))


class MinutesForm(Form):
    """Who came, and what was said."""

    came = forms.MultipleChoiceField(
        label=_("Who came?"), widget=forms.CheckboxSelectMultiple, required=False
    )
    minutes = forms.CharField(
        label=_("What was said?"),
        help_text=_("Write nobody’s name whom you support."),
        widget=text(5),
        required=False,
    )

    def __init__(self, partners: Named, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "came", partners)


class TakeOnForm(Form):
    """What somebody takes on."""

    what = forms.CharField(label=_("What is to be done?"), max_length=240)
    worker = forms.ChoiceField(label=_("Who does it?"))
    due_on = forms.DateField(label=_("By when?"), widget=day_input())

    def __init__(self, workers: Named, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "worker", workers)
