"""What can be typed about partners. Limits are those of the tables; rules are checked by the actions."""

import datetime as dt
from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from linkwork.partnerships.rules import AdvocacyState
from linkwork.web.partners import words as called
from linkwork.web.shared.carrying_out import day_input, time_input
from linkwork.web.shared.forms import Form

Named = Sequence[tuple[UUID, str]]


def _text(rows: int = 3) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": rows})


class PartnerForm(Form):
    """A new partner."""

    name = forms.CharField(label=_("Name"), max_length=160)
    sector = forms.ChoiceField(
        label=_("What kind of organisation is it?"),
        choices=called.choices(called.SECTORS),
        widget=forms.RadioSelect,
    )
    note = forms.CharField(
        label=_("What should a colleague know before calling?"), widget=_text(2), required=False
    )


class ContactForm(Form):
    """Somebody who works there."""

    name = forms.CharField(label=_("Name"), max_length=120)
    part = forms.CharField(label=_("What do they do there?"), max_length=120, required=False)
    phone = forms.CharField(
        label=_("Phone"), max_length=40, required=False, widget=forms.TextInput(attrs={"type": "tel"})
    )
    email = forms.EmailField(label=_("E-mail"), required=False)


class TogetherForm(Form):
    """One piece of work with a partner."""

    practice = forms.ChoiceField(
        label=_("What did you do?"), choices=called.choices(called.PRACTICES), widget=forms.RadioSelect
    )
    occurred_on = forms.DateField(label=_("When?"), widget=day_input())
    note = forms.CharField(
        label=_("What was said or agreed?"),
        help_text=_("Write nobody’s name whom you support."),
        widget=_text(),
        required=False,
    )


class MeetingForm(Form):
    """A meeting to come."""

    title = forms.CharField(label=_("What is it about?"), max_length=160)
    day = forms.DateField(label=_("Day"), widget=day_input())
    time = forms.TimeField(label=_("Time"), widget=time_input())
    place = forms.CharField(label=_("Where?"), max_length=160, required=False)
    partners = forms.MultipleChoiceField(label=_("Who is asked?"), widget=forms.CheckboxSelectMultiple)
    agenda = forms.CharField(label=_("What do you want to talk about?"), widget=_text(), required=False)

    def __init__(self, partners: Named, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _offer(self, "partners", partners)

    def starts_at(self) -> dt.datetime:
        """Day and time, here."""
        return timezone.make_aware(dt.datetime.combine(self.cleaned_data["day"], self.cleaned_data["time"]))


class MinutesForm(Form):
    """Who came, and what was said."""

    came = forms.MultipleChoiceField(
        label=_("Who came?"), widget=forms.CheckboxSelectMultiple, required=False
    )
    minutes = forms.CharField(
        label=_("What was said?"),
        help_text=_("Write nobody’s name whom you support."),
        widget=_text(5),
        required=False,
    )

    def __init__(self, partners: Named, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _offer(self, "came", partners)


class TakeOnForm(Form):
    """What somebody takes on."""

    what = forms.CharField(label=_("What is to be done?"), max_length=240)
    worker = forms.ChoiceField(label=_("Who does it?"))
    due_on = forms.DateField(label=_("By when?"), widget=day_input())

    def __init__(self, workers: Named, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _offer(self, "worker", workers)


class AdvocacyForm(Form):
    """An effort to change something."""

    ask = forms.CharField(label=_("What do you ask for?"), widget=_text(2))
    for_whom = forms.CharField(
        label=_("Who would gain from it?"),
        help_text=_("In words, without a name: “families without a car”."),
        max_length=200,
    )
    level = forms.ChoiceField(
        label=_("Where should something change?"),
        choices=called.choices(called.LEVELS),
        widget=forms.RadioSelect,
    )
    partner = forms.ChoiceField(label=_("Which partner is asked?"), required=False)
    target = forms.CharField(label=_("Or somebody else: who?"), max_length=200, required=False)

    def __init__(self, partners: Named, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _offer(self, "partner", partners, nobody=_("None of them"))


class AttemptForm(Form):
    """One try."""

    method = forms.ChoiceField(
        label=_("How did you try?"), choices=called.choices(called.METHODS), widget=forms.RadioSelect
    )
    made_on = forms.DateField(label=_("When?"), widget=day_input())
    response = forms.CharField(label=_("What did they say?"), widget=_text(2), required=False)
    obstacle = forms.CharField(label=_("What stood in the way?"), widget=_text(2), required=False)
    next_step = forms.CharField(label=_("What will you try next?"), max_length=240, required=False)
    next_on = forms.DateField(label=_("And when?"), widget=day_input(), required=False)


class SettleForm(Form):
    """What came of it."""

    to = forms.ChoiceField(
        label=_("What came of it?"),
        choices=[pair for pair in called.choices(called.STATES) if pair[0] != AdvocacyState.OPEN],
        widget=forms.RadioSelect,
    )
    result = forms.CharField(label=_("In a sentence or two"), widget=_text(2), required=False)


class FactorForm(Form):
    """What helps or hinders."""

    words = forms.CharField(label=_("What helps or hinders?"), max_length=240)
    influence = forms.ChoiceField(
        label=_("It"), choices=called.choices(called.INFLUENCES), widget=forms.RadioSelect
    )
    kind = forms.ChoiceField(
        label=_("Where does it lie?"), choices=called.choices(called.FACTOR_KINDS), widget=forms.RadioSelect
    )


def _offer(form: Form, name: str, choices: Named, nobody: object = None) -> None:
    found = [(str(key), label) for key, label in choices]
    field = form.fields[name]
    assert isinstance(field, forms.ChoiceField)
    field.choices = [("", nobody), *found] if nobody else found
