"""How the work is shared: handing people over, being away, the programme's rule, a worker's room."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from linkwork.casework.reads import RuleCard
from linkwork.casework.rules.rhythm import Pace
from linkwork.casework.rules.weight import Weights
from linkwork.web.shared.carrying_out import day_input
from linkwork.web.shared.forms import Form

Choices = Iterable[tuple[str, str]]


class TransferForm(Form):
    """Whom to hand over, to whom, and what they should know."""

    people = forms.MultipleChoiceField(label=_("Whom?"), widget=forms.CheckboxSelectMultiple)
    worker = forms.ChoiceField(label=_("Who works with them from now on?"), widget=forms.RadioSelect)
    note = forms.CharField(
        label=_("What they should know"),
        help_text=_("It stands with each person’s history. Promises and open connections go along."),
        widget=forms.Textarea(attrs={"rows": 3}),
        required=False,
    )

    def __init__(self, people: Choices, workers: Choices, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["people"].choices = list(people)  # type: ignore[attr-defined]
        self.fields["worker"].choices = list(workers)  # type: ignore[attr-defined]

    def chosen(self) -> list[UUID]:
        """The cases ticked."""
        return [UUID(one) for one in self.cleaned_data["people"]]


class AwayForm(Form):
    """Who is away from when until when, and who covers."""

    worker = forms.ChoiceField(label=_("Who is away?"))
    starts_on = forms.DateField(label=_("First day away"), widget=day_input())
    ends_on = forms.DateField(label=_("Last day away"), widget=day_input())
    cover = forms.ChoiceField(
        label=_("Who looks after their people?"),
        help_text=_("They see them on their first page, with a mark. It ends by itself after the last day."),
        required=False,
    )
    note = forms.CharField(
        label=_("What the cover should know"), widget=forms.Textarea(attrs={"rows": 3}), required=False
    )

    def __init__(self, workers: Choices, covers: Choices, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["worker"].choices = list(workers)  # type: ignore[attr-defined]
        self.fields["cover"].choices = [("", _("Not decided yet")), *covers]  # type: ignore[attr-defined]


def _number(label: Any, help_text: Any = "") -> forms.IntegerField:
    return forms.IntegerField(label=label, help_text=help_text, min_value=0, max_value=365)


class RuleForm(Form):
    """The programme's rule of pace and weight, in the words it is explained with."""

    first_within = _number(_("Working days to the first contact"))
    urgent_within = _number(_("Working days to the first contact, where it is urgent"))
    early_weeks = _number(_("For how many weeks somebody counts as new"))
    early_every = _number(_("Weeks between contacts while they are new"))
    later_every = _number(_("Weeks between contacts after that"))
    target_people = _number(
        _("People a worker is meant to have"), _("For a worker with other hours, say it beside their name.")
    )
    person = _number(_("Points for each person"))
    need = _number(_("Points for each open need"))
    most_needs = _number(_("How many needs count at most"))
    early = _number(_("Points more while somebody is new"))
    soon = _number(_("Points more for somebody new to be seen this week"))
    urgent = _number(_("Points more for somebody new and urgent"))

    def rule(self) -> RuleCard:
        """What was entered."""
        said = self.cleaned_data
        return RuleCard(
            Pace(**{name: said[name] for name in Pace.__dataclass_fields__}),
            Weights(**{name: said[name] for name in Weights.__dataclass_fields__}),
        )


class RoomForm(Form):
    """How many people one worker is meant to have."""

    people = forms.IntegerField(
        label=_("People they are meant to have"),
        help_text=_("Leave empty for the number that is usual here."),
        min_value=0,
        max_value=1000,
        required=False,
    )
