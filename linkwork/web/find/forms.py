"""What may be asked of the directory, and what may be said about an entry."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from linkwork.directory.rules.kinds import ConfirmedBy
from linkwork.web.shared import lists
from linkwork.web.shared.forms import Form, PlaceField

DAYS = [
    ("", _("Any day")),
    ("0", _("Monday")),
    ("1", _("Tuesday")),
    ("2", _("Wednesday")),
    ("3", _("Thursday")),
    ("4", _("Friday")),
    ("5", _("Saturday")),
    ("6", _("Sunday")),
]
DISTANCES = [
    ("", _("Any distance")),
    ("1", _("Within 1 km")),
    ("2", _("Within 2 km")),
    ("5", _("Within 5 km")),
    ("10", _("Within 10 km")),
    ("25", _("Within 25 km")),
    ("50", _("Within 50 km")),
]
SENDS = {"data-submits": ""}


class SearchForm(Form):
    """Every field may be empty. `need` and `case` are ids: nothing said by a person stands in an address."""

    words = forms.CharField(
        label=_("What are you looking for?"), required=False, max_length=200, widget=forms.TextInput
    )
    within = forms.ChoiceField(
        label=_("How far"), choices=DISTANCES, required=False, widget=forms.Select(attrs=SENDS)
    )
    day = forms.ChoiceField(
        label=_("Open on"), choices=DAYS, required=False, widget=forms.Select(attrs=SENDS)
    )
    time = forms.TimeField(
        label=_("At"), required=False, widget=forms.TimeInput(attrs={"type": "time", "step": 1800})
    )
    language = forms.ChoiceField(
        label=_("In this language"), required=False, widget=forms.Select(attrs=SENDS)
    )
    free = forms.BooleanField(label=_("Free only"), required=False, widget=forms.CheckboxInput(attrs=SENDS))
    need = forms.UUIDField(required=False, widget=forms.HiddenInput)
    case = forms.UUIDField(required=False, widget=forms.HiddenInput)
    page = forms.CharField(required=False, max_length=80, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        terms = lists.terms("languages")
        self.fields["language"].choices = [  # type: ignore[attr-defined]
            ("", _("Any language")),
            *((term.code, term.hint or term.label) for term in terms),
        ]


class RightForm(Form):
    """How somebody knows that an entry is right."""

    how = forms.ChoiceField(
        choices=[
            (how.value, how.value) for how in (ConfirmedBy.PHONE, ConfirmedBy.VISIT, ConfirmedBy.PROVIDER)
        ]
    )


class WrongForm(Form):
    """What is wrong with an entry."""

    note = forms.CharField(
        label=_("What is wrong?"),
        help_text=_("About the service only, never about a person. Every reader of the entry sees it."),
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 2}),
    )


class ServiceForm(Form):
    """A new entry. Only the name is needed; what is left empty is shown as not stated."""

    name = forms.CharField(label=_("What is it called?"), max_length=200)
    organisation = forms.CharField(label=_("Who runs it?"), max_length=200, required=False)
    description = forms.CharField(
        label=_("What does it offer?"), required=False, widget=forms.Textarea(attrs={"rows": 3})
    )
    eligibility = forms.CharField(
        label=_("Who is it for?"), required=False, widget=forms.Textarea(attrs={"rows": 2})
    )
    hours_text = forms.CharField(
        label=_("When is it open?"),
        help_text=_("In the provider’s words, such as: Monday to Friday 9am–5pm."),
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    cost = forms.CharField(
        label=_("What does it cost?"),
        help_text=_("In the provider’s words, such as: Free."),
        required=False,
        max_length=300,
    )
    phone = forms.CharField(label=_("Phone"), max_length=120, required=False)
    email = forms.EmailField(label=_("E-mail"), required=False)
    website = forms.CharField(label=_("Website"), max_length=500, required=False)
    address = forms.CharField(label=_("Address"), max_length=300, required=False)
    place = PlaceField(
        label=_("Place on the map"),
        help_text=_(
            "So that it is found near people. Copy it from any map: latitude, then longitude, such as 51.5072, -0.1276."
        ),
        required=False,
        max_length=60,
    )
    directions = forms.CharField(
        label=_("How to get there"), required=False, widget=forms.Textarea(attrs={"rows": 2})
    )
    languages = forms.MultipleChoiceField(
        label=_("Languages spoken there"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *args: Any, doubt: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["languages"].choices = [  # type: ignore[attr-defined]
            (term.code, term.label) for term in lists.terms("languages")
        ]
        if doubt:
            label = _("This puts right what somebody noted: %(note)s") % {"note": doubt}
            self.fields["settles"] = forms.BooleanField(label=label, required=False, initial=True)

    def said(self) -> dict[str, Any]:
        """What was said, as the actions take it."""
        given = dict(self.cleaned_data)
        return given | {"languages": tuple(given["languages"])}
