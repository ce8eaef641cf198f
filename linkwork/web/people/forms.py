"""The forms about a person: who they are, what they need, what was agreed."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from linkwork.casework.reads import PersonCard
from linkwork.casework.rules.consent import How
from linkwork.casework.rules.persons import PersonDetails, Prefers, StatementKind
from linkwork.programmes.reads import SiteCard
from linkwork.web.people import words
from linkwork.web.shared.carrying_out import day_input
from linkwork.web.shared.forms import Form

OWN_WORDS = {"class": "own-words", "rows": 3}


class PersonForm(Form):
    """Who the person is and how to reach them. Only a name is asked for."""

    given_name = forms.CharField(label=gettext_lazy("Name, or what they like to be called"), max_length=80)
    family_name = forms.CharField(label=gettext_lazy("Family name"), max_length=80, required=False)
    phone = forms.CharField(
        label=gettext_lazy("Phone"),
        max_length=40,
        required=False,
        widget=forms.TextInput(attrs={"type": "tel", "inputmode": "tel"}),
    )
    email = forms.EmailField(label=gettext_lazy("E-mail"), required=False)
    language = forms.ChoiceField(label=gettext_lazy("Language they speak best"), required=False)
    interpreter = forms.BooleanField(label=gettext_lazy("An interpreter is needed"), required=False)
    born_year = forms.IntegerField(label=gettext_lazy("Year of birth"), required=False)
    area = forms.CharField(
        label=gettext_lazy("Where they live, in words"),
        help_text=gettext_lazy("A street or a neighbourhood is enough."),
        max_length=120,
        required=False,
    )
    prefers = forms.ChoiceField(label=gettext_lazy("How they like to be reached"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["language"].choices = words.choices("languages", _("Not known"))  # type: ignore[attr-defined]
        self.fields["prefers"].choices = list(words.PREFERENCES.items())  # type: ignore[attr-defined]

    def details(
        self, place: tuple[float, float] | None = None, known: PersonCard | None = None
    ) -> PersonDetails:
        """The person as entered. What the form does not ask for stays as `known` has it."""
        data = self.cleaned_data
        born_on = known.born_on if known and data["born_year"] is None else None
        return replace(
            known.details if known else PersonDetails(data["given_name"]),
            given_name=data["given_name"],
            family_name=data["family_name"],
            phone=data["phone"],
            email=data["email"],
            language=data["language"],
            interpreter=data["interpreter"],
            born_year=data["born_year"],
            born_on=born_on,
            area=data["area"],
            place=place or (known.place if known else None),
            prefers=Prefers(data["prefers"] or Prefers.ANY),
        )


class NearForm(PersonForm):
    """A person entered by a worker, who knows the programme's sites: near which one do they live?"""

    near = forms.ChoiceField(
        label=gettext_lazy("Nearest of our sites"),
        help_text=gettext_lazy("Support is looked for around it."),
        required=False,
    )

    def __init__(self, *args: Any, sites: Iterable[SiteCard], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.places = {str(site.id): site.place for site in sites if site.place}
        names = [(str(site.id), site.name) for site in sites if site.place]
        self.fields["near"].choices = [("", _("Not known")), *names]  # type: ignore[attr-defined]

    def place(self) -> tuple[float, float] | None:
        """(latitude, longitude) of the site chosen."""
        return self.places.get(self.cleaned_data["near"])


class NewForm(NearForm):
    """Somebody who asked themselves or was met on outreach."""

    source = forms.ChoiceField(label=gettext_lazy("How did they come?"))
    wants = forms.CharField(
        label=gettext_lazy("What would they like?"),
        widget=forms.Textarea(attrs=OWN_WORDS),
        required=False,
    )
    mine = forms.BooleanField(label=gettext_lazy("I will work with them"), required=False, initial=True)
    sure = forms.CharField(
        widget=forms.HiddenInput, required=False
    )  # the hint about somebody like them was seen

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["source"].choices = words.choices("referral_sources")  # type: ignore[attr-defined]
        self.order_fields(["given_name", "family_name", "phone", "language", "wants", "source", "mine"])


class NeedForm(Form):
    """One need: a term and the person's own words."""

    term = forms.ChoiceField(label=gettext_lazy("What is it about?"))
    said = forms.CharField(
        label=gettext_lazy("In their own words"), widget=forms.Textarea(attrs=OWN_WORDS), required=False
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["term"].choices = words.choices("needs", _("Choose"))  # type: ignore[attr-defined]


class SayForm(Form):
    """What matters, or what will be done."""

    kind = forms.ChoiceField(
        label=gettext_lazy("What is it?"),
        choices=[
            (StatementKind.MATTERS.value, gettext_lazy("What matters to them")),
            (StatementKind.PLAN.value, gettext_lazy("What we will do")),
        ],
        widget=forms.RadioSelect,
        initial=StatementKind.MATTERS.value,
    )
    said = forms.CharField(label=gettext_lazy("In their words"), widget=forms.Textarea(attrs=OWN_WORDS))


class FollowUpForm(Form):
    """A promise for a day."""

    about = forms.CharField(label=gettext_lazy("What?"), max_length=200)
    due_on = forms.DateField(label=gettext_lazy("By when?"), widget=day_input())


class ConsentForm(Form):
    """What the person agrees to, each purpose by itself."""

    purpose = forms.ChoiceField(
        label=gettext_lazy("They agree that we may"),
        choices=list(words.PURPOSES.items()),
        widget=forms.RadioSelect,
    )
    recipient = forms.CharField(
        label=gettext_lazy("With whom?"),
        help_text=gettext_lazy("Leave empty for anybody you choose together."),
        max_length=160,
        required=False,
    )
    expires_on = forms.DateField(label=gettext_lazy("Until when?"), widget=day_input(), required=False)
    how = forms.ChoiceField(
        label=gettext_lazy("How did they say it?"),
        choices=[(how.value, words.HOWS[how]) for how in (How.SAID, How.SIGNED)],
        widget=forms.RadioSelect,
        initial=How.SAID.value,
        required=False,
    )
    given_on = forms.DateField(
        label=gettext_lazy("On which day?"),
        help_text=gettext_lazy("Leave it empty for today."),
        widget=day_input(),
        required=False,
    )
    said = forms.CharField(
        label=gettext_lazy("In their words"), widget=forms.Textarea(attrs=OWN_WORDS), required=False
    )


class DeclineForm(Form):
    """Why a referral is declined."""

    reason = forms.ChoiceField(label=gettext_lazy("Why?"), widget=forms.RadioSelect)
    reply = forms.CharField(
        label=gettext_lazy("What the referrer should know"),
        widget=forms.Textarea(attrs={"rows": 2, "maxlength": 400}),
        max_length=400,
        required=False,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["reason"].choices = words.choices("decline_reasons")  # type: ignore[attr-defined]


class CloseForm(Form):
    """Why a case ends. Connections without a known end can be marked "not known" here."""

    reason = forms.ChoiceField(label=gettext_lazy("How does it end?"), widget=forms.RadioSelect)
    note = forms.CharField(
        label=gettext_lazy("What a next worker should know"),
        widget=forms.Textarea(attrs={"rows": 3}),
        required=False,
    )
    not_known = forms.MultipleChoiceField(
        label=gettext_lazy("We don’t know what became of"),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )

    def __init__(self, *args: Any, open_ends: Iterable[tuple[UUID, str]] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["reason"].choices = words.choices("close_reasons")  # type: ignore[attr-defined]
        ends = [(str(end_id), name) for end_id, name in open_ends]
        self.fields["not_known"].choices = ends  # type: ignore[attr-defined]
        if not ends:
            del self.fields["not_known"]


class ReopenForm(Form):
    """Why a closed case goes on."""

    words = forms.CharField(
        label=gettext_lazy("Why does it go on?"), widget=forms.Textarea(attrs={"rows": 2}), max_length=600
    )


class AgainForm(Form):
    """Somebody supported before comes again."""

    source = forms.ChoiceField(label=gettext_lazy("How did they come?"), initial="self")
    wants = forms.CharField(
        label=gettext_lazy("What would they like?"), widget=forms.Textarea(attrs=OWN_WORDS), required=False
    )
    mine = forms.BooleanField(label=gettext_lazy("I will work with them"), required=False, initial=True)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["source"].choices = words.choices("referral_sources")  # type: ignore[attr-defined]


class WorkerForm(Form):
    """Who works with the person; `workers` are (id, what is said of them), as `taking.Hands` has them."""

    worker = forms.ChoiceField(label=gettext_lazy("Who works with them?"), widget=forms.RadioSelect)

    def __init__(self, *args: Any, workers: Iterable[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["worker"].choices = list(workers)  # type: ignore[attr-defined]


class HandOverForm(WorkerForm):
    """Who works with the person from now on, and what they should know."""

    note = forms.CharField(
        label=gettext_lazy("What they should know"),
        help_text=gettext_lazy("Promises and open connections go along."),
        widget=forms.Textarea(attrs={"rows": 3}),
        required=False,
    )


class AcceptForm(WorkerForm):
    """Accepting a referral in one step: with whom, and whether it is somebody we know."""

    known = forms.ChoiceField(
        label=gettext_lazy("Do we know them already?"), widget=forms.RadioSelect, required=False
    )

    def __init__(self, *args: Any, known: Iterable[PersonCard] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        alike = [(str(card.id), _known(card)) for card in known]
        self.fields["known"].choices = [("", _("No, somebody new")), *alike]  # type: ignore[attr-defined]
        if not alike:
            del self.fields["known"]


def _known(card: PersonCard) -> str:
    return _("Yes: %(name)s, %(area)s") % {"name": card.name, "area": card.area} if card.area else card.name


def initial_of(card: PersonCard) -> dict[str, Any]:
    """What the form about a person starts from."""
    names = ("given_name", "family_name", "phone", "email", "language", "interpreter", "born_year", "area")
    return {name: getattr(card, name) for name in names} | {"prefers": card.prefers.value}
