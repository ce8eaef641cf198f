"""What can be typed about meetings."""

import datetime as dt
from typing import Any
from uuid import UUID

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from linkwork.partnerships.reads import MeetingCard
from linkwork.partnerships.rules import MOST_IN_SERIES, ItemState
from linkwork.web.partners.forms.parts import Named, offer, text
from linkwork.web.shared.carrying_out import day_input, time_input
from linkwork.web.shared.forms import Form

NO_NAMES = _("Write nobody’s name whom you support.")


class MeetingForm(Form):
    """A meeting to come, or a series."""

    title = forms.CharField(label=_("What is it about?"), max_length=160)
    day = forms.DateField(label=_("Day"), widget=day_input())
    time = forms.TimeField(label=_("Time"), widget=time_input())
    place = forms.CharField(label=_("Where?"), max_length=160, required=False)
    partners = forms.MultipleChoiceField(label=_("Who is asked?"), widget=forms.CheckboxSelectMultiple)
    agenda = forms.CharField(
        label=_("What do you want to talk about?"),
        help_text=_("One topic a line."),
        widget=text(),
        required=False,
    )
    lasts = forms.IntegerField(label=_("How long?"), min_value=5, max_value=600, initial=60, required=False)
    times = forms.IntegerField(
        label=_("How many meetings?"), min_value=1, max_value=MOST_IN_SERIES, initial=1, required=False
    )
    every_weeks = forms.IntegerField(
        label=_("How many weeks apart?"), min_value=1, max_value=52, initial=4, required=False
    )

    def __init__(self, partners: Named, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "partners", partners)

    def starts_at(self) -> dt.datetime:
        """Day and time, here."""
        return timezone.make_aware(dt.datetime.combine(self.cleaned_data["day"], self.cleaned_data["time"]))


class MoveMeetingForm(Form):
    """Another time or place."""

    day = forms.DateField(label=_("Day"), widget=day_input())
    time = forms.TimeField(label=_("Time"), widget=time_input())
    place = forms.CharField(label=_("Where?"), max_length=160, required=False)

    def starts_at(self) -> dt.datetime:
        """Day and time, here."""
        return timezone.make_aware(dt.datetime.combine(self.cleaned_data["day"], self.cleaned_data["time"]))


class TopicsForm(Form):
    """Further topics."""

    text = forms.CharField(
        label=_("What else do you want to talk about?"), help_text=_("One topic a line."), widget=text(2)
    )


class MinutesForm(Form):
    """Who came and how many, what was said about each topic, and what else."""

    came = forms.MultipleChoiceField(
        label=_("Who came?"), widget=forms.CheckboxSelectMultiple, required=False
    )
    minutes = forms.CharField(label=_("What was said?"), help_text=NO_NAMES, widget=text(5), required=False)

    def __init__(self, partners: Named, card: MeetingCard, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "came", partners)
        self.asked, self.topics = card.asked, [one for one in card.topics if one.id]
        if self.topics:
            self.fields["minutes"].label = _("What else was said?")
        for one in self.asked:
            label = _("How many from %(partner)s?") % {"partner": one.name}
            self.fields[f"number_{one.partner_id}"] = forms.IntegerField(
                label=label, min_value=1, max_value=999, required=False, initial=one.number
            )
        for topic in self.topics:
            self.fields[f"said_{topic.id}"] = forms.CharField(
                label=topic.words, widget=text(2), required=False, initial=topic.said
            )
            self.fields[f"done_{topic.id}"] = forms.BooleanField(
                label=_("Done with it"), required=False, initial=topic.state is ItemState.DONE
            )

    def numbers(self) -> dict[UUID, int]:
        """How many came, by partner, where somebody counted."""
        found = {one.partner_id: self.cleaned_data[f"number_{one.partner_id}"] for one in self.asked}
        return {partner_id: number for partner_id, number in found.items() if number}

    def said(self) -> dict[UUID, str]:
        """What was said, by topic."""
        return {one.id: self.cleaned_data[f"said_{one.id}"] for one in self.topics if one.id}

    def done(self) -> list[UUID]:
        """Topics that were dealt with."""
        return [one.id for one in self.topics if one.id and self.cleaned_data[f"done_{one.id}"]]


class TakeOnForm(Form):
    """What somebody takes on: a worker, or a partner ("partner:id")."""

    what = forms.CharField(label=_("What is to be done?"), max_length=240)
    owner = forms.ChoiceField(label=_("Who does it?"))
    due_on = forms.DateField(label=_("By when?"), widget=day_input())

    def __init__(self, workers: Named, partners: Named, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["owner"]
        assert isinstance(field, forms.ChoiceField)
        ours = [(str(one), name) for one, name in workers]
        theirs = [(f"partner:{one}", name) for one, name in partners]
        field.choices = [(_("We"), ours), (_("Partners"), theirs)]

    def whose(self) -> dict[str, UUID]:
        """`worker_id` or `partner_id`, for the action."""
        kind, _colon, id_ = self.cleaned_data["owner"].rpartition(":")
        return {"partner_id" if kind else "worker_id": UUID(id_)}


class CarryForm(Form):
    """Which later meeting takes what was left."""

    to = forms.ChoiceField(label=_("To which meeting?"))

    def __init__(self, later: Named, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "to", later)
