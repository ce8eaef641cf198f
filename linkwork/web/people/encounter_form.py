"""The fields that say how one contact went: the same when it is logged and when it is put right."""

import datetime as dt
from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from linkwork.casework.reads import ContactCard
from linkwork.casework.rules.contacts import Encounter, two_marks
from linkwork.programmes.reads import SiteCard
from linkwork.web.people import words
from linkwork.web.shared.carrying_out import day_input, time_input
from linkwork.web.shared.forms import Form

OTHER = "other"
LENGTHS = ("15", "30", "45", "60")
NOON = dt.time(12)
WORDS_FIELD = 160


def minutes_field(label: Any) -> forms.IntegerField:
    """Minutes of a day."""
    return forms.IntegerField(label=label, min_value=0, max_value=1440, required=False)


class EncounterForm(Form):
    """How one contact went. Only how it happened has to be said, and that is chosen already."""

    note = forms.CharField(
        label=gettext_lazy("What happened?"),
        help_text=gettext_lazy("In plain words, as you would tell a colleague."),
        widget=forms.Textarea(attrs={"rows": 3}),
        required=False,
    )
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
    minutes = minutes_field(gettext_lazy("Other length"))
    minutes_travel = minutes_field(gettext_lazy("On the way"))
    minutes_admin = minutes_field(gettext_lazy("At the desk, for this"))
    topics = forms.MultipleChoiceField(
        label=gettext_lazy("What was it about?"), widget=forms.CheckboxSelectMultiple, required=False
    )
    support_types = forms.MultipleChoiceField(
        label=gettext_lazy("What kind of support was it?"),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    linking = forms.BooleanField(label=gettext_lazy("It linked them to support"), required=False)
    education = forms.BooleanField(label=gettext_lazy("It explained or taught something"), required=False)
    planned = forms.ChoiceField(
        label=gettext_lazy("Was it planned?"),
        choices=[("yes", gettext_lazy("Planned")), ("no", gettext_lazy("Dropped in"))],
        widget=forms.RadioSelect,
        required=False,
    )
    accompanied_to = forms.CharField(
        label=gettext_lazy("Where did you go along with them?"), max_length=WORDS_FIELD, required=False
    )
    partner_present = forms.CharField(
        label=gettext_lazy("Who else was there, from a partner?"), max_length=WORDS_FIELD, required=False
    )
    first = forms.ChoiceField(
        label=gettext_lazy("First time with this person?"),
        choices=[("yes", gettext_lazy("First contact")), ("no", gettext_lazy("We have met before"))],
        widget=forms.RadioSelect,
        required=False,
    )
    language = forms.ChoiceField(label=gettext_lazy("In which language?"), required=False)
    interpreter = forms.BooleanField(label=gettext_lazy("An interpreter was there"), required=False)
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

    def clean(self) -> dict[str, Any]:
        """ "Other" lacks its minutes: say so at the field."""
        data = super().clean() or self.cleaned_data
        if data.get("length") == OTHER and data.get("minutes") is None and "minutes" not in self.errors:
            self.add_error("minutes", _("Enter the minutes, or choose another length."))
        return data

    def how(self, at: dt.datetime) -> Encounter:
        """The encounter of a valid form."""
        data = self.cleaned_data
        linking, education = two_marks(data["linking"], data["education"])
        yes_or_no = {"yes": True, "no": False}
        return Encounter(
            occurred_at=self._moment(at),
            mode=data["mode"],
            minutes=self._minutes(),
            minutes_travel=data["minutes_travel"],
            minutes_admin=data["minutes_admin"],
            site_id=UUID(data["site"]) if data["site"] else None,
            language=data["language"],
            interpreter=data["interpreter"],
            reached=not data["nobody"],
            marked_first=yes_or_no.get(data["first"]),
            planned=yes_or_no.get(data["planned"]),
            accompanied_to=data["accompanied_to"],
            partner_present=data["partner_present"],
            linking=linking,
            education=education,
            topics=tuple(data["topics"]),
            support_types=tuple(data["support_types"]),
        )

    def _moment(self, at: dt.datetime) -> dt.datetime:
        day, time = self.cleaned_data["day"], self.cleaned_data["time"]
        known: dt.datetime | None = self.initial.get(
            "moment"
        )  # to the second, which the fields do not ask for
        if known is not None and (day, time) == (self.initial["day"], self.initial["time"]):
            return known
        if time is None and day == timezone.localdate(at):
            return at
        return timezone.make_aware(dt.datetime.combine(day, time or NOON))

    def _minutes(self) -> int | None:
        length, minutes = self.cleaned_data["length"], self.cleaned_data["minutes"]
        return int(length) if length and length != OTHER else minutes


def as_filled(card: ContactCard) -> dict[str, Any]:
    """What the form starts from when a contact is put right."""
    yes_or_no = {True: "yes", False: "no", None: ""}
    return {
        "note": card.note,
        "mode": card.mode,
        "nobody": not card.reached,
        "site": str(card.site_id or ""),
        **length_of(card.minutes),
        "minutes_travel": card.minutes_travel,
        "minutes_admin": card.minutes_admin,
        "topics": list(card.topics),
        "support_types": list(card.support_types),
        "linking": bool(card.linking),
        "education": bool(card.education),
        "planned": yes_or_no[card.planned],
        "accompanied_to": card.accompanied_to,
        "partner_present": card.partner_present,
        "first": yes_or_no[card.marked_first],
        "language": card.language,
        "interpreter": card.interpreter,
        "moment": card.occurred_at,
        "day": timezone.localdate(card.occurred_at),
        "time": timezone.localtime(card.occurred_at).time().replace(second=0, microsecond=0),
    }


def length_of(minutes: int | None) -> dict[str, Any]:
    """Minutes as the two fields that ask for them."""
    if minutes is None:
        return {"length": ""}
    return {"length": str(minutes)} if str(minutes) in LENGTHS else {"length": OTHER, "minutes": minutes}
