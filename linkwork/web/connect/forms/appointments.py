"""What is asked about appointments, introductions and proposed times."""

import datetime as dt
from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from linkwork.connections.rules import LONGEST, AppointmentKind, Attended
from linkwork.web.connect.forms.connecting import words_area
from linkwork.web.connect.words import APPOINTMENTS, ATTENDED
from linkwork.web.shared.carrying_out import day_input
from linkwork.web.shared.days import moment_said
from linkwork.web.shared.forms import Form

NONE_FITS = "none"


def moment_input() -> forms.DateTimeInput:
    """A field for a day with its time. Browsers want ISO, whatever the language."""
    return forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M")


class MoveForm(Form):
    """When, how long and where."""

    starts_at = forms.DateTimeField(label=gettext_lazy("When"), widget=moment_input())
    minutes = forms.IntegerField(
        label=gettext_lazy("How many minutes"), min_value=1, max_value=LONGEST, initial=60
    )
    where = forms.CharField(label=gettext_lazy("Where"), max_length=200, required=False)


class AppointmentForm(MoveForm):
    """A new appointment. `partner` and `person` are whom an invitation can go to; empty for nobody."""

    kind = forms.ChoiceField(label=gettext_lazy("What is it"), choices=[], widget=forms.RadioSelect)
    tell_partner = forms.BooleanField(required=False)
    tell_person = forms.BooleanField(required=False)
    field_order = ("kind",)

    def __init__(
        self,
        data: Any = None,
        *,
        kinds: Iterable[AppointmentKind],
        partner: str,
        person: str,
        initial: dict[str, Any] | None = None,
    ) -> None:
        super().__init__(data, initial=initial)
        self.fields["kind"].choices = [(one.value, APPOINTMENTS[one]) for one in kinds]  # type: ignore[attr-defined]
        if partner:
            self.fields["tell_partner"].label = _("Send %(who)s an invitation") % {"who": partner}
        else:
            del self.fields["tell_partner"]
        if person:
            says = {"person": person}
            self.fields["tell_person"].label = (
                _("E-mail %(person)s an invitation and a reminder, as they wish") % says
            )
        else:
            del self.fields["tell_person"]

    def said(self) -> dict[str, Any]:
        """The values as the action takes them."""
        kept = self.cleaned_data
        return kept | {"kind": AppointmentKind(kept["kind"])}


class ReasonForm(Form):
    """Why it is called off."""

    reason = forms.CharField(label=gettext_lazy("Why, in a few words"), widget=words_area(2), max_length=1000)


class CameForm(Form):
    """Whether they came."""

    attended = forms.ChoiceField(
        label=gettext_lazy("Did they come?"),
        choices=[(one.value, label) for one, label in ATTENDED.items()],
        widget=forms.RadioSelect,
    )
    words = forms.CharField(
        label=gettext_lazy("What happened"), widget=words_area(2), required=False, max_length=1000
    )

    def said(self) -> dict[str, Any]:
        """The values as the action takes them."""
        return {"attended": Attended(self.cleaned_data["attended"]), "words": self.cleaned_data["words"]}


class IntroducedForm(Form):
    """Whether an introduction took place."""

    happened = forms.ChoiceField(
        label=gettext_lazy("Did it take place?"),
        choices=[("yes", gettext_lazy("Yes")), ("no", gettext_lazy("No"))],
        widget=forms.RadioSelect,
    )
    on = forms.DateField(label=gettext_lazy("On which day"), widget=day_input())
    words = forms.CharField(
        label=gettext_lazy("What happened"),
        help_text=gettext_lazy("If it didn’t take place: why."),
        widget=words_area(3),
        required=False,
        max_length=1000,
    )

    def said(self) -> dict[str, Any]:
        """The values as the action takes them."""
        kept = self.cleaned_data
        return {"happened": kept["happened"] == "yes", "on": kept["on"], "words": kept["words"]}


class TimeForm(Form):
    """One of the times that a partner proposes, or none."""

    chosen = forms.ChoiceField(label=gettext_lazy("Which one fits?"), choices=[], widget=forms.RadioSelect)

    def __init__(self, data: Any = None, *, times: Iterable[dt.datetime]) -> None:
        super().__init__(data)
        offered = [(moment.isoformat(), moment_said(timezone.localtime(moment))) for moment in times]
        self.fields["chosen"].choices = [*offered, (NONE_FITS, _("None of them"))]  # type: ignore[attr-defined]

    def moment(self) -> dt.datetime | None:
        """The time that was picked; None for none."""
        chosen = self.cleaned_data["chosen"]
        return None if chosen == NONE_FITS else dt.datetime.fromisoformat(chosen)
