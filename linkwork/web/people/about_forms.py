"""The forms of the page about a person: all that may be known, alerts, consent, who may open it."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from linkwork.casework.reads import PersonCard
from linkwork.casework.rules.consent import How
from linkwork.casework.rules.guarding import AlertKind
from linkwork.casework.rules.households import Month
from linkwork.casework.rules.persons import OtherWay, PersonDetails, Prefers
from linkwork.casework.rules.referrals import Care, Phoning
from linkwork.programmes.reads import WorkerCard
from linkwork.web.people import words
from linkwork.web.people.forms import NearForm, initial_of
from linkwork.web.shared.carrying_out import day_input
from linkwork.web.shared.forms import Form

WAYS = 3
LONGEST_TIME = 120
YES_NO = {True: "yes", False: "no", None: ""}
SAFE = [("", gettext_lazy("Not known")), ("yes", gettext_lazy("Yes")), ("no", gettext_lazy("No"))]
NEVER = (Prefers.PHONE, Prefers.MESSAGE, Prefers.EMAIL, Prefers.LETTER)


def month_input() -> forms.TextInput:
    """A field for a month; browsers without one take it typed: 2026-03."""
    return forms.TextInput(attrs={"type": "month", "placeholder": "2026-03", "pattern": "[0-9]{4}-[0-9]{2}"})


class MonthField(forms.CharField):
    """A month as "2026-03"; its value is a `Month`, or None for nothing."""

    widget = month_input()

    def clean(self, value: Any) -> Any:
        """Raise ValidationError for anything else."""
        text = super().clean(value)
        if not text:
            return None
        try:
            day = dt.date.fromisoformat(f"{text}-01")
        except ValueError:
            raise forms.ValidationError(_("Enter a month, such as 2026-03.")) from None
        return Month(day.year, day.month)


def month_typed(month: Month | None) -> str:
    """What a month's field starts from."""
    return f"{month.year:04}-{month.month:02}" if month else ""


class DetailsForm(NearForm):
    """Everything that may be known of a person. Only a name is asked for."""

    other_names = forms.CharField(
        label=gettext_lazy("Other names they use or used"),
        help_text=gettext_lazy("One on each line. They are found by any of them."),
        widget=forms.Textarea(attrs={"rows": 2}),
        required=False,
    )
    form_of_address = forms.CharField(
        label=gettext_lazy("How they wish to be spoken of"),
        help_text=gettext_lazy("In their own words, such as “she” or “Mrs Lind”."),
        max_length=80,
        required=False,
    )
    phone_message_ok = forms.ChoiceField(
        label=gettext_lazy("Is it safe to leave a message there?"), choices=SAFE, required=False
    )
    best_time = forms.CharField(label=gettext_lazy("Best time"), max_length=LONGEST_TIME, required=False)
    never_by = forms.MultipleChoiceField(
        label=gettext_lazy("Never reach them by"), widget=forms.CheckboxSelectMultiple, required=False
    )
    address = forms.CharField(
        label=gettext_lazy("Address, for letters and visits"), max_length=200, required=False
    )
    reading_language = forms.ChoiceField(label=gettext_lazy("Language they read"), required=False)
    access_needs = forms.MultipleChoiceField(
        label=gettext_lazy("What they need so that we can meet"),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    access_words = forms.CharField(
        label=gettext_lazy("What else helps"), widget=forms.Textarea(attrs={"rows": 2}), required=False
    )
    trusted_name = forms.CharField(label=gettext_lazy("Somebody they trust"), max_length=120, required=False)
    trusted_relation = forms.CharField(
        label=gettext_lazy("Who is that to them?"), max_length=80, required=False
    )
    trusted_phone = forms.CharField(
        label=gettext_lazy("Their phone"),
        max_length=40,
        required=False,
        widget=forms.TextInput(attrs={"type": "tel", "inputmode": "tel"}),
    )

    def __init__(self, *args: Any, known: PersonCard, care: Care, **kwargs: Any) -> None:
        initial = initial_of(known) | more_of(known.details) | minded(known.details, care)
        super().__init__(*args, initial=initial, **kwargs)
        self.known = known
        offered = {
            "reading_language": words.choices("languages", _("The same, or not known")),
            "access_needs": words.choices("access_needs"),
            "never_by": [(way.value, words.PREFERENCES[way]) for way in NEVER],
        }
        for name, choices in offered.items():
            self.fields[name].choices = choices  # type: ignore[attr-defined]
        for number in range(1, WAYS + 1):
            self.fields[f"way_{number}"] = forms.CharField(
                label=_("Another number or e-mail"), max_length=120, required=False
            )
            self.fields[f"way_{number}_whose"] = forms.CharField(
                label=_("Whose, or where?"), max_length=120, required=False
            )
            self.fields[f"way_{number}_ok"] = forms.ChoiceField(
                label=_("Safe to leave a message?"), choices=SAFE, required=False
            )

    def all_details(self) -> PersonDetails:
        """The person as entered."""
        data = self.cleaned_data
        names = [line.strip() for line in data["other_names"].splitlines()]
        plain = ("form_of_address", "best_time", "address", "reading_language", "access_words")
        trusted = ("trusted_name", "trusted_relation", "trusted_phone")
        return replace(
            self.details(self.place(), self.known),
            other_names=tuple(name for name in names if name),
            other_ways=self._ways(),
            phone_message_ok=_yes_no(data["phone_message_ok"]),
            never_by=tuple(Prefers(way) for way in data["never_by"]),
            access_needs=tuple(data["access_needs"]),
            **{name: data[name] for name in (*plain, *trusted)},
        )

    def _ways(self) -> tuple[OtherWay, ...]:
        data = self.cleaned_data
        rows = [(data[f"way_{n}"], data[f"way_{n}_whose"], data[f"way_{n}_ok"]) for n in range(1, WAYS + 1)]
        typed = tuple(OtherWay(value, whose, _yes_no(ok)) for value, whose, ok in rows if value)
        return typed + self.known.details.other_ways[WAYS:]


def _yes_no(text: str) -> bool | None:
    return {"yes": True, "no": False}.get(text)


def minded(details: PersonDetails, care: Care) -> dict[str, Any]:
    """What the fields about getting in touch start from: what holds now, also where the referral alone said it."""
    never = [way.value for way in details.never_by]
    if care.phoning is Phoning.NO and Prefers.PHONE not in details.never_by:
        never.append(Prefers.PHONE.value)
    ok = {Phoning.YES: "yes", Phoning.NO_MESSAGE: "no"}.get(care.phoning, YES_NO[details.phone_message_ok])
    return {"never_by": never, "phone_message_ok": ok, "best_time": care.reach_when[:LONGEST_TIME]}


def more_of(details: PersonDetails) -> dict[str, Any]:
    """What the deeper fields start from."""
    plain = ("form_of_address", "best_time", "address", "reading_language", "access_words")
    trusted = ("trusted_name", "trusted_relation", "trusted_phone")
    ways = {
        f"way_{number}{end}": value
        for number, way in enumerate(details.other_ways[:WAYS], 1)
        for end, value in (("", way.value), ("_whose", way.whose), ("_ok", YES_NO[way.message_ok]))
    }
    return {
        "other_names": "\n".join(details.other_names),
        "phone_message_ok": YES_NO[details.phone_message_ok],
        "never_by": [way.value for way in details.never_by],
        "access_needs": list(details.access_needs),
        **{name: getattr(details, name) for name in (*plain, *trusted)},
        **ways,
    }


class AlertForm(Form):
    """A short warning for everybody who meets the person."""

    kind = forms.ChoiceField(
        label=gettext_lazy("What is it about?"), choices=list(words.ALERTS.items()), widget=forms.RadioSelect
    )
    said = forms.CharField(
        label=gettext_lazy("What should everybody know?"),
        help_text=gettext_lazy("Short, and as you would say it with the person in the room."),
        max_length=200,
    )
    why = forms.CharField(
        label=gettext_lazy("How do we know?"), widget=forms.Textarea(attrs={"rows": 2}), required=False
    )
    review_on = forms.DateField(label=gettext_lazy("Look at it again on"), widget=day_input(), required=False)
    until = forms.DateField(label=gettext_lazy("Until when?"), widget=day_input(), required=False)

    def values(self) -> dict[str, Any]:
        """What `set_alert` asks for."""
        data = self.cleaned_data
        return {
            "kind": AlertKind(data["kind"]),
            "words": data["said"],
            "why": data["why"],
            "review_on": data["review_on"],
            "until": data["until"],
        }


class ReviewForm(Form):
    """It still holds; when is it looked at next?"""

    review_on = forms.DateField(label=gettext_lazy("Look at it again on"), widget=day_input(), required=False)


class RestrictForm(Form):
    """Who alone may know of this person, beside the managers."""

    workers = forms.MultipleChoiceField(
        label=gettext_lazy("Who may open it, beside managers?"),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    why = forms.CharField(label=gettext_lazy("Why?"), widget=forms.Textarea(attrs={"rows": 2}))

    def __init__(self, *args: Any, workers: Iterable[WorkerCard], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        names = [(str(card.id), card.name) for card in workers]
        self.fields["workers"].choices = names  # type: ignore[attr-defined]


class RenewForm(Form):
    """They say yes again, to the same."""

    how = forms.ChoiceField(
        label=gettext_lazy("How did they say it?"),
        choices=[(how.value, words.HOWS[how]) for how in (How.SAID, How.SIGNED)],
        widget=forms.RadioSelect,
        initial=How.SAID.value,
    )
    expires_on = forms.DateField(label=gettext_lazy("Until when?"), widget=day_input(), required=False)
    said = forms.CharField(
        label=gettext_lazy("In their words"), widget=forms.Textarea(attrs={"rows": 2}), required=False
    )
