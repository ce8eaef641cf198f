"""A day at a site, what the place is like, who stands up for the programme there."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from linkwork.web.shared.carrying_out import day_input
from linkwork.web.shared.forms import Form
from linkwork.web.team.words import WEEK

KNOWN = [("", _("Not known")), ("yes", _("Yes")), ("no", _("No"))]


class DayForm(Form):
    """Who is there on which day."""

    worker = forms.ChoiceField(label=_("Who?"))
    weekday = forms.ChoiceField(label=_("On which day?"), choices=list(enumerate(WEEK)))
    desk = forms.CharField(label=_("Room or desk"), max_length=80, required=False)

    def __init__(self, workers: Iterable[tuple[str, str]], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["worker"].choices = list(workers)  # type: ignore[attr-defined]


class PlaceForm(Form):
    """What the place is like to work in."""

    private_room = forms.ChoiceField(
        label=_("Is there a room to talk unheard?"), choices=KNOWN, required=False
    )
    record_access = forms.ChoiceField(
        label=_("Can you see the practice’s records there?"), choices=KNOWN, required=False
    )
    helps = forms.CharField(
        label=_("What makes it work?"), widget=forms.Textarea(attrs={"rows": 3}), required=False
    )
    hinders = forms.CharField(
        label=_("What makes it hard?"), widget=forms.Textarea(attrs={"rows": 3}), required=False
    )

    def known(self, name: str) -> bool | None:
        """Yes, no, or not known."""
        return {"yes": True, "no": False}.get(self.cleaned_data[name])


class ChampionForm(Form):
    """Who stands up for the programme there."""

    name = forms.CharField(label=_("Who stands up for the programme there?"), max_length=120)
    since = forms.DateField(label=_("Since when?"), widget=day_input())
