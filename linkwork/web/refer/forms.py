"""What a referrer is asked: who, how to reach them, what they would like, and whether they agreed."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from linkwork.casework.rules.persons import Urgency
from linkwork.web.people import words
from linkwork.web.people.forms import OWN_WORDS, PersonForm

OWN_WAYS = ("outreach", "self", "family")  # those come by other doors


class ReferralForm(PersonForm):
    """A person by name with one way to reach them, and who asks."""

    wants = forms.CharField(
        label=gettext_lazy("What would they like help with?"),
        help_text=gettext_lazy("In their own words if you can. No diagnosis is needed."),
        widget=forms.Textarea(attrs=OWN_WORDS),
    )
    urgency = forms.ChoiceField(
        label=gettext_lazy("How soon should we be in touch?"),
        choices=list(words.URGENCIES.items()),
        widget=forms.RadioSelect,
        initial=Urgency.ROUTINE.value,
    )
    agreed = forms.ChoiceField(
        label=gettext_lazy("Have they agreed that we contact them?"),
        choices=[("yes", gettext_lazy("Yes")), ("no", gettext_lazy("I have not asked yet"))],
        widget=forms.RadioSelect,
    )
    source = forms.ChoiceField(label=gettext_lazy("Where do you work?"))
    referrer_name = forms.CharField(label=gettext_lazy("Your name"), max_length=120)
    referrer_organisation = forms.CharField(label=gettext_lazy("Your organisation"), max_length=160)
    referrer_contact = forms.CharField(
        label=gettext_lazy("How we reach you"),
        help_text=gettext_lazy("A phone number or an e-mail address."),
        max_length=160,
    )
    # Nobody sees this field; what fills in every field is no person.
    website = forms.CharField(
        label=gettext_lazy("Leave this empty"),
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off", "tabindex": "-1", "data-draft-never": ""}),
    )

    person_fields = (
        "given_name",
        "family_name",
        "phone",
        "email",
        "prefers",
        "language",
        "interpreter",
        "born_year",
        "area",
    )
    need_fields = ("wants", "urgency", "agreed")
    referrer_fields = ("referrer_name", "referrer_organisation", "source", "referrer_contact")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offered = words.choices("referral_sources", _("Choose"), leave_out=OWN_WAYS)
        self.fields["source"].choices = offered  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """One way to reach the person is enough, but one is needed."""
        data = super().clean() or self.cleaned_data
        if not data.get("phone") and not data.get("email") and "email" not in self.errors:
            self.add_error(
                "phone", _("Enter a phone number or an e-mail address, so that we can reach them.")
            )
        return data
