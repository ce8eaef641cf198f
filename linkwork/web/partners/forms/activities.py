"""What can be typed about activities with partners."""

from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from linkwork.partnerships.rules import Part
from linkwork.web.partners.forms.parts import Named, offer, text
from linkwork.web.shared.carrying_out import day_input
from linkwork.web.shared.forms import Form


class ActivityForm(Form):
    """An activity, and who has a part in it."""

    title = forms.CharField(label=_("What is it?"), max_length=160)
    purpose = forms.CharField(label=_("What is it for?"), widget=text(2), required=False)
    developed = forms.MultipleChoiceField(
        label=_("Who makes it with you?"), widget=forms.CheckboxSelectMultiple, required=False
    )
    joined = forms.MultipleChoiceField(
        label=_("Who joins in?"), widget=forms.CheckboxSelectMultiple, required=False
    )
    place = forms.CharField(label=_("Where?"), max_length=160, required=False)
    since = forms.DateField(label=_("Since when?"), widget=day_input())

    def __init__(self, partners: Named, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "developed", partners)
        offer(self, "joined", partners)

    def parts(self) -> dict[UUID, Part]:
        """Each partner's part; whoever made it also joins in."""
        joined = {UUID(one): Part.JOINED for one in self.cleaned_data["joined"]}
        return joined | {UUID(one): Part.DEVELOPED for one in self.cleaned_data["developed"]}


class SessionForm(Form):
    """One session."""

    held_on = forms.DateField(label=_("When?"), widget=day_input())
    families = forms.IntegerField(label=_("How many families?"), min_value=0, max_value=9999, required=False)
    there = forms.MultipleChoiceField(
        label=_("Which partners were there?"), widget=forms.CheckboxSelectMultiple, required=False
    )
    people = forms.IntegerField(label=_("How many people?"), min_value=0, max_value=9999, required=False)
    new_families = forms.IntegerField(
        label=_("How many families for the first time?"), min_value=0, max_value=9999, required=False
    )
    learnt = forms.CharField(
        label=_("What did you learn?"),
        help_text=_("Write nobody’s name whom you support."),
        widget=text(2),
        required=False,
    )

    def __init__(self, partners: Named, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "there", partners)


class EndForm(Form):
    """The end of an activity."""

    ended_on = forms.DateField(label=_("When was the last day?"), widget=day_input())
    learnt = forms.CharField(label=_("What did you learn from it?"), widget=text(3), required=False)
