"""The form a worker fills between two visits: plain words first, sensible beginnings, chips and tiles."""

import datetime as dt
from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from linkwork.casework.reads import CaseCard, ContactCard
from linkwork.casework.rules.persons import NewNeed
from linkwork.programmes.reads import SiteCard
from linkwork.programmes.rules import SiteKind
from linkwork.web.people import words
from linkwork.web.people.encounter_form import EncounterForm
from linkwork.web.people.forms import OWN_WORDS
from linkwork.web.shared.carrying_out import day_input

NEED_ROWS = 3


class LogForm(EncounterForm):
    """One contact with all that came of it."""

    what_matters = forms.CharField(
        label=gettext_lazy("What matters to them?"),
        help_text=gettext_lazy("In their own words, as near as you can."),
        widget=forms.Textarea(attrs=OWN_WORDS | {"rows": 2}),
        required=False,
    )
    plan = forms.CharField(
        label=gettext_lazy("What will you do, you and they?"),
        widget=forms.Textarea(attrs={"rows": 2}),
        required=False,
    )
    follow_up_on = forms.DateField(label=gettext_lazy("Follow up on"), widget=day_input(), required=False)
    follow_up_about = forms.CharField(label=gettext_lazy("About what?"), max_length=200, required=False)

    def __init__(self, *args: Any, sites: Sequence[SiteCard], **kwargs: Any) -> None:
        super().__init__(*args, sites=sites, **kwargs)
        self.remote_site = remote_site(sites) or ""
        for number in range(1, NEED_ROWS + 1):
            self.fields[f"need_{number}"] = forms.ChoiceField(
                label=_("A need"), choices=words.choices("needs", _("None")), required=False
            )
            self.fields[f"need_{number}_words"] = forms.CharField(
                label=_("In their own words"),
                widget=forms.Textarea(attrs=OWN_WORDS | {"rows": 2}),
                required=False,
            )

    def clean(self) -> dict[str, Any]:
        """Words about a need lack its term: say so at the field."""
        data = super().clean()
        for number in range(1, NEED_ROWS + 1):
            if data.get(f"need_{number}_words") and not data.get(f"need_{number}"):
                self.add_error(f"need_{number}", _("Choose what these words are about."))
        return data

    def values(self, at: dt.datetime) -> dict[str, Any]:
        """What `casework.actions.log_contact` asks for, of a valid form."""
        data = self.cleaned_data
        more = ("note", "what_matters", "plan", "follow_up_on", "follow_up_about")
        return vars(self.how(at)) | {name: data[name] for name in more} | {"needs": self._needs()}

    def _needs(self) -> list[NewNeed]:
        pairs = [
            (self.cleaned_data[f"need_{number}"], self.cleaned_data[f"need_{number}_words"])
            for number in range(1, NEED_ROWS + 1)
        ]
        return [NewNeed(term, said) for term, said in pairs if term]


def remote_site(sites: Sequence[SiteCard]) -> UUID | None:
    """The site that calls and messages belong to, where the programme has just one."""
    found = [site.id for site in sites if site.kind is SiteKind.REMOTE]
    return found[0] if len(found) == 1 else None


ONCE = frozenset({"accompanied", "group"})


def beginnings(case: CaseCard, last: ContactCard | None, at: dt.datetime) -> dict[str, Any]:
    """What the form starts from: now, and as it was last time; for the first contact, the person's language.

    Going along and a group are never taken over: they count as more than a meeting, so somebody has to say so.
    """
    today = {"day": timezone.localdate(at)}
    if last is None:
        return today | {
            "mode": "met",
            "language": case.language,
            "interpreter": case.interpreter,
            "first": "no" if case.last_contact_on else "yes",  # perhaps with others
        }
    return today | {
        "mode": "met" if last.mode in ONCE else last.mode,
        "site": str(last.site_id or ""),
        "language": last.language or case.language,
        "interpreter": last.interpreter,
        "first": "no",
    }
