"""What is asked of whoever refers somebody, and of whoever asks for themselves."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from linkwork.casework.rules.persons import Urgency
from linkwork.casework.rules.referrals import Care, Phoning
from linkwork.web.people import words
from linkwork.web.people.forms import OWN_WORDS, PersonForm
from linkwork.web.shared.forms import Form

OWN_WAYS = ("outreach", "self", "family")  # those come by other doors
PHONING = [
    (Phoning.YES.value, gettext_lazy("You can call, and leave a message")),
    (Phoning.NO_MESSAGE.value, gettext_lazy("You can call, but leave no message")),
    (Phoning.NO.value, gettext_lazy("Please do not call")),
]
ONE_WAY = gettext_lazy("Enter a phone number or an e-mail address, so that we can reach them.")


class ReachForm(PersonForm):
    """Somebody by name, when and how they can be reached, what they would like; and what keeps floods out."""

    reach_when = forms.CharField(
        label=gettext_lazy("When is a good time?"),
        help_text=gettext_lazy("For example “after three, not on Mondays”."),
        max_length=160,
        required=False,
    )
    phoning = forms.ChoiceField(
        label=gettext_lazy("Is it safe to call?"), choices=PHONING, widget=forms.RadioSelect, required=False
    )
    needs = forms.MultipleChoiceField(
        label=gettext_lazy("What is it about?"),
        help_text=gettext_lazy("As many as fit."),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    # Nobody sees this field; what fills in every field is no person.
    website = forms.CharField(
        label=gettext_lazy("Leave this empty"),
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off", "tabindex": "-1", "data-draft-never": ""}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["needs"].choices = words.choices("needs")  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """One way to reach the person is enough, but one is needed."""
        data = super().clean() or self.cleaned_data
        if not data.get("phone") and not data.get("email") and "email" not in self.errors:
            self.add_error("phone", str(ONE_WAY))
        return data

    def care(self) -> Care:
        """What has to be known before somebody gets in touch."""
        data = self.cleaned_data
        return Care(data["reach_when"], Phoning(data["phoning"]), data.get("safety", ""))


class ReferralForm(ReachForm):
    """A professional refers somebody: who, what for, how soon, and who asks."""

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
    urgency_reason = forms.CharField(
        label=gettext_lazy("If it is urgent: why?"), max_length=400, required=False
    )
    safety = forms.CharField(
        label=gettext_lazy("What should we know to keep everybody safe?"),
        help_text=gettext_lazy(
            "For example somebody at home who must not know, or a reason not to visit alone."
        ),
        widget=forms.Textarea(attrs={"rows": 2}),
        required=False,
    )
    agreed = forms.ChoiceField(
        label=gettext_lazy("Have they agreed that we contact them?"),
        choices=[("yes", gettext_lazy("Yes")), ("no", gettext_lazy("I have not asked yet"))],
        widget=forms.RadioSelect,
    )
    source = forms.ChoiceField(label=gettext_lazy("Where do you work?"))
    referrer_name = forms.CharField(label=gettext_lazy("Your name"), max_length=120)
    referrer_role = forms.CharField(
        label=gettext_lazy("What you do there"),
        help_text=gettext_lazy("For example nurse, receptionist, teacher."),
        max_length=80,
        required=False,
    )
    referrer_organisation = forms.CharField(label=gettext_lazy("Your organisation"), max_length=160)
    referrer_contact = forms.CharField(
        label=gettext_lazy("How we reach you"),
        help_text=gettext_lazy(
            "An e-mail address is best: we write there once we have answered, with nothing about anybody in it."
            " A phone number will do."
        ),
        max_length=160,
    )

    person_fields = ("given_name", "family_name", "born_year", "area")
    reach_fields = ("phone", "email", "prefers", "reach_when", "phoning", "language", "interpreter")
    need_fields = ("wants", "needs", "urgency", "urgency_reason", "safety", "agreed")
    referrer_fields = (
        "referrer_name",
        "referrer_role",
        "referrer_organisation",
        "source",
        "referrer_contact",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offered = words.choices("referral_sources", _("Choose"), leave_out=OWN_WAYS)
        self.fields["source"].choices = offered  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """What is urgent says why: it is read first, and somebody else waits longer for it."""
        data = super().clean()
        if data.get("urgency") == Urgency.URGENT and not data.get("urgency_reason", "").strip():
            self.add_error("urgency_reason", _("Say in a few words why it cannot wait."))
        return data

    def said(self) -> dict[str, Any]:
        """All of it, as `receive_referral` takes it."""
        data = self.cleaned_data
        return {
            "details": self.details(),
            "care": self.care(),
            "source": data["source"],
            "wants": data["wants"],
            "needs": data["needs"],
            "referrer_name": data["referrer_name"],
            "referrer_role": data["referrer_role"],
            "referrer_organisation": data["referrer_organisation"],
            "referrer_contact": data["referrer_contact"],
            "referrer_email": mail_in(data["referrer_contact"]),
            "referrer_language": get_language() or "",
            "urgency": Urgency(data["urgency"]),
            "urgency_reason": data["urgency_reason"],
            "agreed": data["agreed"] == "yes",
        }


class SelfForm(ReachForm):
    """Somebody asks for themselves, or for somebody they care for. Short, and in their language."""

    for_whom = forms.ChoiceField(
        label=gettext_lazy("Who is it for?"),
        choices=[
            ("self", gettext_lazy("For me")),
            ("family", gettext_lazy("For somebody I care for, who knows that I ask")),
        ],
        widget=forms.RadioSelect,
        initial="self",
    )
    wants = forms.CharField(
        label=gettext_lazy("What would you like?"),
        help_text=gettext_lazy("A few words are enough. We talk about the rest together."),
        widget=forms.Textarea(attrs=OWN_WORDS),
        required=False,
    )
    referrer_name = forms.CharField(
        label=gettext_lazy("Your own name, if it is for somebody else"), max_length=120, required=False
    )

    first_fields = ("for_whom", "wants")
    person_fields = ("given_name", "family_name", "born_year", "referrer_name")
    reach_fields = ("phone", "email", "prefers", "reach_when", "phoning", "language", "interpreter", "area")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["given_name"].label = _("Name")
        self.fields["prefers"].label = _("How shall we get in touch?")
        self.fields["language"].label = _("Which language do you speak best?")
        self.fields["area"].label = _("Where do you live, in words?")

    def clean(self) -> dict[str, Any]:
        """Whoever asks for somebody else says who they are; and something is said of what it is about."""
        data = super().clean()
        if data.get("for_whom") == "family" and not data.get("referrer_name", "").strip():
            self.add_error("referrer_name", _("Enter your own name, so that we know who asked."))
        if not data.get("wants", "").strip() and not data.get("needs"):
            self.add_error("wants", _("Write a few words, or choose below what it is about."))
        return data

    def said(self) -> dict[str, Any]:
        """All of it, as `receive_referral` takes it."""
        data = self.cleaned_data
        other = data["for_whom"] == "family"
        return {
            "details": self.details(),
            "care": self.care(),
            "source": data["for_whom"],
            "wants": data["wants"],
            "needs": data["needs"],
            "referrer_name": data["referrer_name"] if other else "",
            "agreed": True,
        }


class AnswerForm(Form):
    """The referrer's answer to a question."""

    answer = forms.CharField(label=gettext_lazy("Your answer"), widget=forms.Textarea(attrs={"rows": 3}))


class TakeBackForm(Form):
    """Why a referral is taken back."""

    reason = forms.CharField(
        label=gettext_lazy("Why?"), widget=forms.Textarea(attrs={"rows": 2}), max_length=400, required=False
    )


def mail_in(text: str) -> str:
    """The text where it is an e-mail address, else nothing."""
    try:
        validate_email(text.strip())
    except ValidationError:
        return ""
    return text.strip()
