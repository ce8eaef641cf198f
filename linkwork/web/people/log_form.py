"""The form a worker fills between two visits: sensible beginnings, chips and tiles, plain words."""

import datetime as dt
from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from linkwork.casework.reads import CaseCard
from linkwork.casework.rules.persons import NewNeed
from linkwork.programmes.reads import SiteCard
from linkwork.web.people import words
from linkwork.web.people.forms import OWN_WORDS
from linkwork.web.shared.carrying_out import day_input, time_input
from linkwork.web.shared.forms import Form

NEED_ROWS = 3
OTHER = "other"
NOON = dt.time(12)


class LogForm(Form):
    """One contact with all that came of it. Only how it happened has to be said, and that is chosen already."""

    mode = forms.ChoiceField(label=gettext_lazy("How?"), widget=forms.RadioSelect, initial="met")
    nobody = forms.BooleanField(label=gettext_lazy("I tried, but nobody answered"), required=False)
    site = forms.ChoiceField(label=gettext_lazy("Where?"), widget=forms.RadioSelect, required=False)
    length = forms.ChoiceField(
        label=gettext_lazy("How long?"),
        widget=forms.RadioSelect,
        choices=[
            ("15", gettext_lazy("15 minutes")),
            ("30", gettext_lazy("30 minutes")),
            ("45", gettext_lazy("45 minutes")),
            ("60", gettext_lazy("1 hour")),
            (OTHER, gettext_lazy("Other")),
        ],
        required=False,
    )
    minutes = forms.IntegerField(
        label=gettext_lazy("Other length"), min_value=0, max_value=1440, required=False
    )
    topics = forms.MultipleChoiceField(
        label=gettext_lazy("What was it about?"), widget=forms.CheckboxSelectMultiple, required=False
    )
    note = forms.CharField(
        label=gettext_lazy("What happened?"),
        help_text=gettext_lazy("In plain words, as you would tell a colleague."),
        widget=forms.Textarea(attrs={"rows": 2}),
        required=False,
    )
    what_matters = forms.CharField(
        label=gettext_lazy("What matters to them?"),
        help_text=gettext_lazy("In their own words, as near as you can."),
        widget=forms.Textarea(attrs=OWN_WORDS | {"rows": 2}),
        required=False,
    )
    plan = forms.CharField(
        label=gettext_lazy("What will you do, you and they?"),
        widget=forms.Textarea(attrs={"rows": 2}),
        required=False,
    )
    follow_up_on = forms.DateField(label=gettext_lazy("Follow up on"), widget=day_input(), required=False)
    follow_up_about = forms.CharField(label=gettext_lazy("About what?"), max_length=200, required=False)
    support_types = forms.MultipleChoiceField(
        label=gettext_lazy("What kind of support was it?"),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    first = forms.ChoiceField(
        label=gettext_lazy("First time with this person?"),
        choices=[("yes", gettext_lazy("First contact")), ("no", gettext_lazy("We have met before"))],
        widget=forms.RadioSelect,
        required=False,
    )
    language = forms.ChoiceField(label=gettext_lazy("In which language?"), required=False)
    day = forms.DateField(label=gettext_lazy("Which day?"), widget=day_input())
    time = forms.TimeField(label=gettext_lazy("At what time?"), widget=time_input(), required=False)

    def __init__(self, *args: Any, sites: Sequence[SiteCard], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offered: dict[str, list[tuple[str, str]]] = {
            "mode": words.choices("contact_modes"),
            "site": [(str(site.id), site.name) for site in sites],
            "topics": words.choices("contact_topics"),
            "support_types": words.choices("support_types"),
            "language": words.choices("languages", _("Not said")),
        }
        for name, choices in offered.items():
            self.fields[name].choices = choices  # type: ignore[attr-defined]
        for number in range(1, NEED_ROWS + 1):
            self.fields[f"need_{number}"] = forms.ChoiceField(
                label=_("A need"), choices=words.choices("needs", _("None")), required=False
            )
            self.fields[f"need_{number}_words"] = forms.CharField(
                label=_("In their own words"),
                widget=forms.Textarea(attrs=OWN_WORDS | {"rows": 2}),
                required=False,
            )

    def clean(self) -> dict[str, Any]:
        """Words about a need lack its term, or "other" its minutes: say so at the field."""
        data = super().clean() or self.cleaned_data
        for number in range(1, NEED_ROWS + 1):
            if data.get(f"need_{number}_words") and not data.get(f"need_{number}"):
                self.add_error(f"need_{number}", _("Choose what these words are about."))
        if data.get("length") == OTHER and data.get("minutes") is None and "minutes" not in self.errors:
            self.add_error("minutes", _("Enter the minutes, or choose another length."))
        return data

    def values(self, at: dt.datetime) -> dict[str, Any]:
        """What `casework.actions.log_contact` asks for, of a valid form."""
        data = self.cleaned_data
        return {
            "occurred_at": self._moment(at),
            "mode": data["mode"],
            "minutes": self._minutes(),
            "note": data["note"],
            "topics": data["topics"],
            "support_types": data["support_types"],
            "needs": self._needs(),
            "what_matters": data["what_matters"],
            "plan": data["plan"],
            "site_id": UUID(data["site"]) if data["site"] else None,
            "language": data["language"],
            "reached": not data["nobody"],
            "marked_first": {"yes": True, "no": False}.get(data["first"]),
            "follow_up_on": data["follow_up_on"],
            "follow_up_about": data["follow_up_about"],
        }

    def _moment(self, at: dt.datetime) -> dt.datetime:
        day, time = self.cleaned_data["day"], self.cleaned_data["time"]
        if time is None and day == timezone.localdate(at):
            return at
        return timezone.make_aware(dt.datetime.combine(day, time or NOON))

    def _minutes(self) -> int | None:
        length, minutes = self.cleaned_data["length"], self.cleaned_data["minutes"]
        return int(length) if length and length != OTHER else minutes

    def _needs(self) -> list[NewNeed]:
        pairs = [
            (self.cleaned_data[f"need_{number}"], self.cleaned_data[f"need_{number}_words"])
            for number in range(1, NEED_ROWS + 1)
        ]
        return [NewNeed(term, said) for term, said in pairs if term]


def beginnings(case: CaseCard, at: dt.datetime) -> dict[str, Any]:
    """What the form starts from: today, the person's language, first or repeat as the record has it."""
    return {
        "day": timezone.localdate(at),
        "language": case.language,
        "first": "no" if case.last_contact_on else "yes",
        "mode": "met",
    }
