"""The forms about a person's household: who lives there, and the baby that is due."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from linkwork.casework.reads import MemberCard, PersonCard
from linkwork.casework.rules.households import MemberDetails
from linkwork.web.people.about_forms import MonthField, month_typed
from linkwork.web.shared.forms import Form


class MemberForm(Form):
    """Somebody of the household. Children need no record of their own."""

    role = forms.CharField(
        label=gettext_lazy("Who are they to the person?"),
        help_text=gettext_lazy("Such as daughter, husband, lodger."),
        max_length=80,
        required=False,
    )
    name = forms.CharField(label=gettext_lazy("First name or initials"), max_length=80, required=False)
    child = forms.BooleanField(label=gettext_lazy("A child"), required=False)
    born = MonthField(label=gettext_lazy("Month of birth"), required=False)
    lives_here = forms.BooleanField(label=gettext_lazy("Lives with them"), required=False, initial=True)
    due = MonthField(label=gettext_lazy("A baby is due in"), required=False)
    known = forms.ChoiceField(
        label=gettext_lazy("Are they supported here too?"), widget=forms.RadioSelect, required=False
    )

    def __init__(self, *args: Any, people: Sequence[PersonCard] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        found = [(str(card.id), _said(card)) for card in people]
        self.fields["known"].choices = [("", _("No, or not known")), *found]  # type: ignore[attr-defined]
        if not found:
            del self.fields["known"]

    def member(self) -> MemberDetails:
        """The member as entered."""
        data = self.cleaned_data
        return MemberDetails(
            data["name"], data["role"], data["child"], data["born"], data["due"], data["lives_here"]
        )

    def known_id(self) -> UUID | None:
        """Somebody on record, where one was chosen."""
        chosen = self.cleaned_data.get("known")
        return UUID(chosen) if chosen else None


def member_initial(card: MemberCard) -> dict[str, Any]:
    """What the form about a member starts from."""
    known = card.details
    return {
        "name": known.name,
        "role": known.role,
        "child": known.child,
        "born": month_typed(known.born),
        "due": month_typed(known.due),
        "lives_here": known.lives_here,
    }


class DueForm(Form):
    """When the person's own baby is due."""

    due = MonthField(
        label=gettext_lazy("A baby is due in"),
        help_text=gettext_lazy("Leave it empty where none is, or it has come."),
        required=False,
    )


def _said(card: PersonCard) -> str:
    parts = [card.name, str(card.year or ""), card.area]
    return " · ".join(part for part in parts if part)
