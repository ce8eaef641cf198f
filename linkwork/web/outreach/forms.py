"""The forms of outreach: nobody is named before they want support."""

import datetime as dt
from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from linkwork.programmes.reads import SiteCard
from linkwork.web.people import words
from linkwork.web.people.encounter_form import minutes_field
from linkwork.web.people.forms import PersonForm
from linkwork.web.shared.carrying_out import day_input, time_input
from linkwork.web.shared.forms import Form

LANGUAGE_ROWS = 3


def _number(label: Any) -> forms.IntegerField:
    return forms.IntegerField(label=label, min_value=0, required=False)


class PresenceForm(Form):
    """Where and when, and how many people were met: a number, not names."""

    site = forms.ChoiceField(label=gettext_lazy("Where?"), widget=forms.RadioSelect, required=False)
    place = forms.CharField(label=gettext_lazy("Or somewhere else"), max_length=160, required=False)
    day = forms.DateField(label=gettext_lazy("Which day?"), widget=day_input())
    begins = forms.TimeField(label=pgettext_lazy("time", "From"), widget=time_input())
    ends = forms.TimeField(label=gettext_lazy("Until"), widget=time_input())
    people_met = _number(gettext_lazy("How many people did you meet?"))
    adults = _number(gettext_lazy("Of them adults"))
    children = _number(gettext_lazy("And children"))
    note = forms.CharField(
        label=gettext_lazy("What should the next one going there know?"),
        widget=forms.Textarea(attrs={"rows": 2}),
        required=False,
    )

    def __init__(self, *args: Any, sites: Sequence[SiteCard], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["site"].choices = [(str(site.id), site.name) for site in sites]  # type: ignore[attr-defined]
        for row in range(1, LANGUAGE_ROWS + 1):
            self.fields[f"language_{row}"] = forms.ChoiceField(
                label=_("Language spoken"), choices=words.choices("languages", _("None")), required=False
            )
            self.fields[f"people_{row}"] = _number(_("By how many?"))

    def values(self) -> dict[str, Any]:
        """What `casework.actions.log_presence` asks for. An end before the beginning is on the next day."""
        data = self.cleaned_data
        begins = timezone.make_aware(dt.datetime.combine(data["day"], data["begins"]))
        ends = timezone.make_aware(dt.datetime.combine(data["day"], data["ends"]))
        rows = [(data[f"language_{row}"], data[f"people_{row}"]) for row in range(1, LANGUAGE_ROWS + 1)]
        return {
            "started_at": begins,
            "ended_at": ends if ends > begins else ends + dt.timedelta(days=1),
            "site_id": UUID(data["site"]) if data["site"] else None,
            "place": data["place"],
            "people_met": data["people_met"] or 0,
            "adults": data["adults"],
            "children": data["children"],
            "languages": {code: people or 1 for code, people in rows if code},
            "note": data["note"],
        }


class TalkForm(Form):
    """A talk with somebody who gave no name."""

    topics = forms.MultipleChoiceField(
        label=gettext_lazy("What was it about?"), widget=forms.CheckboxSelectMultiple, required=False
    )
    language = forms.ChoiceField(label=gettext_lazy("In which language?"), required=False)
    minutes = minutes_field(gettext_lazy("How many minutes?"))
    note = forms.CharField(
        label=gettext_lazy("In a few words"), widget=forms.Textarea(attrs={"rows": 2}), required=False
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["topics"].choices = words.choices("contact_topics")  # type: ignore[attr-defined]
        self.fields["language"].choices = words.choices("languages", _("Not said"))  # type: ignore[attr-defined]


class WantsForm(PersonForm):
    """Somebody met without a name who wants support now, and says who they are."""

    wants = forms.CharField(
        label=gettext_lazy("What would they like?"),
        widget=forms.Textarea(attrs={"class": "own-words", "rows": 3}),
        required=False,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.order_fields(["given_name", "family_name", "phone", "language", "wants"])
