"""What is asked before and after a visit made alone: as little as helps to find somebody."""

import datetime as dt
from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from linkwork.web.shared.carrying_out import day_input, time_input
from linkwork.web.shared.forms import Form
from linkwork.workforce.rules.visits import Ladder

Choices = Sequence[tuple[str, str]]
MOST = 24 * 60  # minutes


class PlanForm(Form):
    """Where, from when until when, and who looks out."""

    case = forms.ChoiceField(label=gettext_lazy("Whom do you visit?"), required=False)
    about = forms.CharField(
        label=gettext_lazy("Or what takes you there?"),
        help_text=gettext_lazy("A few words. They are wiped when the visit is over."),
        max_length=120,
        required=False,
    )
    address = forms.CharField(
        label=gettext_lazy("Where?"),
        help_text=gettext_lazy("So that somebody can find you. It is wiped when the visit is over."),
        max_length=200,
    )
    day = forms.DateField(label=gettext_lazy("Which day?"), widget=day_input())
    begins = forms.TimeField(label=pgettext_lazy("time", "From"), widget=time_input())
    ends = forms.TimeField(label=gettext_lazy("Until"), widget=time_input())
    buddy = forms.ChoiceField(label=gettext_lazy("Who looks out for you?"))
    phone = forms.CharField(
        label=gettext_lazy("Your number on the way"),
        help_text=gettext_lazy("With the country code, such as +44 7700 900123. Kept for your next visits."),
        max_length=30,
        required=False,
        widget=forms.TextInput(attrs={"type": "tel", "autocomplete": "tel"}),
    )

    def __init__(self, *args: Any, cases: Choices, buddies: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["case"].choices = [("", _("Nobody we support")), *cases]  # type: ignore[attr-defined]
        self.fields["buddy"].choices = buddies  # type: ignore[attr-defined]

    def times(self) -> dict[str, dt.datetime]:
        """When it begins and ends, of a valid form. An end before the beginning is on the next day."""
        said = self.cleaned_data
        starts, ends = (dt.datetime.combine(said["day"], said[name]) for name in ("begins", "ends"))
        if ends <= starts:
            ends += dt.timedelta(days=1)
        return {"starts_at": timezone.make_aware(starts), "ends_at": timezone.make_aware(ends)}

    def refuse(self, errors: dict[str, str]) -> None:
        """A time is said at its field."""
        super().refuse({{"ends_at": "ends"}.get(name, name): said for name, said in errors.items()})


class ResolveForm(Form):
    """How they are, and whether they are still out."""

    words = forms.CharField(
        label=gettext_lazy("How are they, and what was the matter?"),
        help_text=gettext_lazy("Write nobody’s name whom you support."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    out_until = forms.TimeField(
        label=gettext_lazy("Still out? Until when"),
        help_text=gettext_lazy("Empty: the visit is over."),
        widget=time_input(),
        required=False,
    )

    def until(self, at: dt.datetime) -> dt.datetime | None:
        """The new expected end, of a valid form: the next time the clock shows it."""
        said = self.cleaned_data["out_until"]
        if said is None:
            return None
        moment = timezone.make_aware(dt.datetime.combine(timezone.localdate(at), said))
        return moment if moment > at else moment + dt.timedelta(days=1)


class WarningForm(Form):
    """A place, and what to be careful about there."""

    place = forms.CharField(
        label=gettext_lazy("Where?"),
        help_text=gettext_lazy("Number and street: it then shows however the address is written."),
        max_length=200,
    )
    words = forms.CharField(
        label=gettext_lazy("What to be careful about"),
        help_text=gettext_lazy("What somebody going there has to know. No judgement of who lives there."),
        max_length=200,
    )
    review_on = forms.DateField(label=gettext_lazy("When is it looked at again?"), widget=day_input())


def _minutes(label: Any) -> forms.IntegerField:
    return forms.IntegerField(label=label, min_value=0, max_value=MOST)


class LadderForm(Form):
    """Who is asked after how many minutes."""

    worker_after = _minutes(gettext_lazy("The visitor: “All well?”"))
    buddy_after = _minutes(gettext_lazy("Who looks out for them"))
    manager_after = _minutes(gettext_lazy("A manager"))
    manager = forms.ChoiceField(label=gettext_lazy("Which manager?"), required=False)
    second_after = _minutes(gettext_lazy("A second manager"))
    second = forms.ChoiceField(label=gettext_lazy("Which one then?"), required=False)
    emergency_after = _minutes(gettext_lazy("All of them, with what to do"))
    words = forms.CharField(
        label=gettext_lazy("What to do when nobody has reached them"),
        help_text=gettext_lazy("Such as: call 999, give the address, say they are a lone worker."),
        max_length=400,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def __init__(self, *args: Any, managers: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("manager", "second"):
            self.fields[name].choices = [("", _("Every manager")), *managers]  # type: ignore[attr-defined]

    def ladder(self) -> Ladder:
        """The ladder, of a valid form."""
        said = dict(self.cleaned_data)
        for name in ("manager", "second"):
            said[name] = UUID(said[name]) if said[name] else None
        return Ladder(**said)
