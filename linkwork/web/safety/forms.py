"""What is asked about a concern. Only what was seen or said is needed, and why others are told without a yes."""

import datetime as dt
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from linkwork.casework.rules.safeguarding import Account, Agreed, Answer, Capacity, Decision
from linkwork.web.safety import words
from linkwork.web.shared.carrying_out import day_input, time_input
from linkwork.web.shared.forms import Form

TESTS = tuple(words.QUESTIONS)
SHORT = {"rows": 2}
OWN_WORDS = {"class": "own-words", "rows": 2}


class AccountForm(Form):
    """What somebody knows: facts apart from opinion, the person's wishes, capacity, agreement."""

    danger = forms.BooleanField(label=gettext_lazy("Somebody is in danger right now"), required=False)
    facts = forms.CharField(
        label=gettext_lazy("What did you see or hear?"),
        help_text=gettext_lazy("Only what was seen or said, in the words that were used."),
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    opinion = forms.CharField(
        label=gettext_lazy("What do you make of it?"), widget=forms.Textarea(attrs=SHORT), required=False
    )
    child = forms.BooleanField(label=gettext_lazy("A child is at risk"), required=False)
    wishes = forms.CharField(
        label=gettext_lazy("What do they want to happen?"),
        widget=forms.Textarea(attrs=OWN_WORDS),
        required=False,
    )
    outcomes = forms.CharField(
        label=gettext_lazy("What should be different for them in the end?"),
        widget=forms.Textarea(attrs=OWN_WORDS),
        required=False,
    )
    capacity = forms.ChoiceField(
        label=gettext_lazy("Can they decide about this themselves?"),
        choices=[(one.value, label) for one, label in words.CAPACITY.items()],
        widget=forms.RadioSelect,
        initial=Capacity.PRESUMED.value,
    )
    capacity_words = forms.CharField(
        label=gettext_lazy("If that is in doubt: which decision, and why?"),
        widget=forms.Textarea(attrs=SHORT),
        required=False,
    )
    agreed = forms.ChoiceField(
        label=gettext_lazy("Do they agree that others are told?"),
        choices=[(one.value, label) for one, label in words.AGREED.items()],
        widget=forms.RadioSelect,
    )
    without_agreement = forms.CharField(
        label=gettext_lazy("If not: why are others told all the same?"),
        help_text=gettext_lazy("For instance: others are at risk too, or asking would make it worse."),
        widget=forms.Textarea(attrs=SHORT),
        required=False,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [(one.value, label) for one, label in words.ANSWERS.items()]
        for name, question in words.QUESTIONS.items():
            self.fields[name] = forms.ChoiceField(
                label=str(question), choices=choices, widget=forms.RadioSelect, required=False
            )

    def account(self) -> Account:
        """What was told, of a valid form."""
        said = {name: value for name, value in self.cleaned_data.items() if name != "about"}
        tests = {name: Answer(said[name]) if said[name] else None for name in TESTS}
        chosen = {"capacity": Capacity(said["capacity"]), "agreed": Agreed(said["agreed"])}
        return Account(**said | tests | chosen)


class SomebodyForm(AccountForm):
    """About somebody who is nobody's case."""

    about = forms.CharField(
        label=gettext_lazy("Whom is it about?"),
        help_text=gettext_lazy("What you know of them: a name, how they look, where you met."),
        widget=forms.Textarea(attrs=SHORT),
    )


def known(account: Account) -> dict[str, Any]:
    """What a later account starts from: the answers given before, without their words."""
    values: dict[str, Any] = {name: getattr(account, name) for name in (*TESTS, "capacity", "agreed")}
    return {name: value.value for name, value in values.items() if value} | {
        "child": account.child,
        "danger": account.danger,
        "capacity_words": account.capacity_words,
        "without_agreement": account.without_agreement,
    }


class ToldForm(Form):
    """Who was told, and when."""

    told = forms.CharField(
        label=gettext_lazy("Who was told?"),
        help_text=gettext_lazy("A name and where they work."),
        max_length=200,
    )
    day = forms.DateField(label=gettext_lazy("Which day?"), widget=day_input())
    time = forms.TimeField(label=gettext_lazy("At what time?"), widget=time_input())
    words = forms.CharField(
        label=gettext_lazy("What did they say?"), widget=forms.Textarea(attrs=SHORT), required=False
    )

    def moment(self) -> dt.datetime:
        """When it was, of a valid form."""
        said = self.cleaned_data
        return timezone.make_aware(dt.datetime.combine(said["day"], said["time"]))

    def refuse(self, errors: dict[str, str]) -> None:
        """A time to come is said at the day."""
        super().refuse({"day" if name == "told_at" else name: said for name, said in errors.items()})


class WordsForm(Form):
    """A step with its reason."""

    words = forms.CharField(widget=forms.Textarea(attrs={"rows": 3}))

    def __init__(self, *args: Any, label: str, required: bool = True, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["words"].label = label
        self.fields["words"].required = required


class DecideForm(Form):
    """What is done about it, and why."""

    decision = forms.ChoiceField(
        label=gettext_lazy("What is done about it?"),
        choices=[(one.value, label) for one, label in words.DECISIONS.items()],
        widget=forms.RadioSelect,
    )
    words = forms.CharField(label=gettext_lazy("Why?"), widget=forms.Textarea(attrs={"rows": 3}))

    def chosen(self) -> Decision:
        """The decision, of a valid form."""
        return Decision(self.cleaned_data["decision"])


class AskedForm(Form):
    """Why no concern is needed."""

    words = forms.CharField(label=gettext_lazy("Why not?"), max_length=400, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["words"].help_text = _("A few words help whoever reads this later.")
