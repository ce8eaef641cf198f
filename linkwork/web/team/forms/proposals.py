"""What can be proposed, said about it, decided, and written down as a change."""

from enum import StrEnum
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from linkwork.web.shared.carrying_out import day_input
from linkwork.web.shared.forms import Form
from linkwork.web.team.words import ASKS, FRAME
from linkwork.workforce.actions import Change
from linkwork.workforce.rules import proposals as rules

MUST = ("what", "planned", "decided_by", "fidelity")
KINDS: dict[str, type[StrEnum]] = {
    "what": rules.What,
    "context_kind": rules.ContextKind,
    "nature": rules.Nature,
    "planned": rules.Planned,
    "decided_by": rules.Decider,
    "level": rules.At,
    "reason": rules.Reason,
    "goal": rules.Goal,
    "fidelity": rules.Fidelity,
}


class ProposalForm(Form):
    """A change to how the programme works."""

    title = forms.CharField(label=_("What should change?"), max_length=160)
    why = forms.CharField(label=_("Why, and how would it work?"), widget=forms.Textarea(attrs={"rows": 5}))


class CommentForm(Form):
    """What somebody thinks of it."""

    words = forms.CharField(label=_("What do you think?"), widget=forms.Textarea(attrs={"rows": 3}))


class DecideForm(Form):
    """Yes or no, and why."""

    accept = forms.ChoiceField(
        label=_("Shall we do it?"),
        choices=[("yes", _("Yes, we do it")), ("no", _("No, not now"))],
        widget=forms.RadioSelect,
    )
    reason = forms.CharField(
        label=_("Why?"),
        help_text=_("Everybody in the team reads this."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class AdaptationForm(Form):
    """A change in the words of FRAME."""

    title = forms.CharField(label=_("In a few words"), max_length=160)
    why = forms.CharField(label=_("Why?"), widget=forms.Textarea(attrs={"rows": 3}), required=False)
    made_on = forms.DateField(label=_("From when on?"), widget=day_input())

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, question in ASKS.items():
            offered: list[tuple[str, Any]] = [(str(key), said) for key, said in FRAME[name].items()]
            must = name in MUST
            self.fields[name] = forms.ChoiceField(
                label=str(question),
                choices=offered if must else [("", _("Not stated")), *offered],
                required=must,
            )

    def change(self) -> Change:
        """What was entered."""
        said = self.cleaned_data
        codes: dict[str, Any] = {name: kind(said[name]) for name, kind in KINDS.items() if said[name]}
        return Change(title=said["title"], why=said["why"], made_on=said["made_on"], **codes)

    @property
    def first(self) -> list[forms.BoundField]:
        """What has to be said."""
        return [self[name] for name in ("title", "why", "made_on", *MUST)]

    @property
    def rest(self) -> list[forms.BoundField]:
        """What may be said."""
        return [self[name] for name in ASKS if name not in MUST]


class ResultForm(Form):
    """What came of it."""

    result = forms.CharField(
        label=_("What came of it?"), widget=forms.Textarea(attrs={"rows": 3}), required=False
    )
