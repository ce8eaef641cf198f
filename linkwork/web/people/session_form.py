"""The form for several people at once: who came, and how it went, once for all."""

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import Any
from uuid import UUID

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from linkwork.casework.reads import Attendant, SessionCard
from linkwork.programmes.reads import SiteCard
from linkwork.web.people.encounter_form import EncounterForm, length_of

OF_ONE_PERSON = (
    "nobody",
    "first",
    "planned",
    "accompanied_to",
    "partner_present",
    "language",
    "interpreter",
)


class SessionForm(EncounterForm):
    """One meeting of several people. Those known by name are ticked, the others are a number."""

    people = forms.MultipleChoiceField(
        label=gettext_lazy("Who came?"), widget=forms.CheckboxSelectMultiple, required=False
    )
    others = forms.IntegerField(
        label=gettext_lazy("How many others?"),
        help_text=gettext_lazy("People whose names we do not know."),
        min_value=0,
        required=False,
    )
    title = forms.CharField(label=gettext_lazy("What was it?"), max_length=120, required=False)

    def __init__(
        self, *args: Any, sites: Sequence[SiteCard], people: Iterable[Attendant], **kwargs: Any
    ) -> None:
        super().__init__(*args, sites=sites, **kwargs)
        self.fields["people"].choices = [  # type: ignore[attr-defined]
            (str(one.case_id), one.name) for one in people
        ]
        self.fields["note"].help_text = _("Each person’s record shows it, so it names nobody.")
        for name in OF_ONE_PERSON:
            del self.fields[name]

    def how(self, at: dt.datetime) -> Any:
        """The encounter that all had in common."""
        nothing = {"nobody": False, "interpreter": False}
        self.cleaned_data |= {name: nothing.get(name, "") for name in OF_ONE_PERSON}
        return super().how(at)

    def values(self, at: dt.datetime) -> dict[str, Any]:
        """What `casework.actions.log_session` and `change_session` ask for, of a valid form."""
        data = self.cleaned_data
        return {
            "case_ids": [UUID(one) for one in data["people"]],
            "how": self.how(at),
            "others": data["others"] or 0,
            "title": data["title"],
            "note": data["note"],
        }


def session_beginnings(chosen: Iterable[UUID], at: dt.datetime) -> dict[str, Any]:
    """A new session: today, in a group, with those named in the address."""
    return {"day": timezone.localdate(at), "mode": "group", "people": [str(one) for one in chosen]}


def session_filled(card: SessionCard) -> dict[str, Any]:
    """A session to be put right."""
    return {
        "people": [str(one.case_id) for one in card.people],
        "others": card.others,
        "title": card.title,
        "note": card.note,
        "mode": card.mode,
        "site": str(card.site_id or ""),
        **length_of(card.minutes),
        "minutes_travel": card.minutes_travel,
        "minutes_admin": card.minutes_admin,
        "topics": list(card.topics),
        "support_types": list(card.support_types),
        "linking": bool(card.linking),
        "education": bool(card.education),
        "moment": card.occurred_at,
        "day": timezone.localdate(card.occurred_at),
        "time": timezone.localtime(card.occurred_at).time().replace(second=0, microsecond=0),
    }
