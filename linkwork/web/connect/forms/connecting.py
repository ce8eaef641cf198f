"""What is asked when connecting somebody, when it moves on, and when it is over."""

import datetime as dt
from collections.abc import Iterable
from typing import Any

from django import forms
from django.http import HttpRequest, QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from linkwork.connections.rules import Attendance, Handover, Manner, Outcome, Owner, Shared, State, Why
from linkwork.web.connect.words import MANNERS, NOTED, OUTCOMES, WHYS
from linkwork.web.shared.carrying_out import day_input
from linkwork.web.shared.forms import Form

LATER = "later"


def words_area(rows: int = 3) -> forms.Textarea:
    """Room for words; a draft is kept on the device."""
    return forms.Textarea(attrs={"rows": rows, "dir": "auto"})


def posted(request: HttpRequest) -> QueryDict | None:
    """What was sent, also where it was an empty form; None for a page that was only opened."""
    return request.POST if request.method == "POST" else None


class SignpostForm(Form):
    """Telling somebody of a service."""

    note = forms.CharField(
        label=gettext_lazy("What you told them"),
        help_text=gettext_lazy("For your own record. It goes nowhere."),
        widget=words_area(),
        required=False,
        max_length=2000,
    )


class SendForm(Form):
    """A referral. `values` are what could be shared, as (Shared, label with the value itself)."""

    must_share = True
    wants = forms.CharField(
        label=gettext_lazy("What they hope for, in a sentence"),
        help_text=gettext_lazy("Written so that the person would be glad to read it."),
        widget=words_area(),
        required=False,
        max_length=1000,
    )
    shared = forms.MultipleChoiceField(
        label=gettext_lazy("What we share"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": gettext_lazy("Choose a name, and a phone number or an e-mail address.")},
    )
    agreed = forms.BooleanField(required=False)
    agreed_how = forms.CharField(
        label=gettext_lazy("How they agreed"),
        help_text=gettext_lazy("For example: on the phone today."),
        max_length=200,
        required=False,
    )
    send_to = forms.EmailField(
        label=gettext_lazy("Send the request to"),
        help_text=gettext_lazy("Leave it empty to hand over the link yourself, or to call."),
        required=False,
    )

    def __init__(
        self,
        data: Any = None,
        *,
        values: Iterable[tuple[Shared, str]],
        agreed_label: str,
        standing: bool,
        initial: dict[str, Any] | None = None,
    ) -> None:
        super().__init__(data, initial=initial)
        self.fields["shared"].required = self.must_share
        self.fields["shared"].choices = [(what.value, label) for what, label in values]  # type: ignore[attr-defined]
        self.fields["agreed"].label = agreed_label
        if standing:  # consent stands in the record: it is not asked for twice
            del self.fields["agreed"], self.fields["agreed_how"]

    def is_begun(self) -> bool:
        """Whether it can be kept as a draft: what is only needed for sending may be missing."""
        self.is_valid()
        for name in ("shared", "agreed", "agreed_how", "send_to"):
            self.errors.pop(name, None)
        return not self.errors

    def begun(self) -> dict[str, Any]:
        """The values as a draft takes them."""
        return {"wants": self.cleaned_data["wants"]}

    def sent(self) -> dict[str, Any]:
        """The values as the action takes them."""
        kept = self.cleaned_data
        return {
            "wants": kept["wants"],
            "shared": [Shared(name) for name in kept["shared"]],
            "agreed": kept.get("agreed", False),
            "agreed_how": kept.get("agreed_how", ""),
            "send_to": kept["send_to"],
        }


class HandoverForm(SendForm):
    """A warm handover: who introduces, when and how. The person may speak for themselves."""

    must_share = False
    introduced_by = forms.CharField(label=gettext_lazy("Who introduces them"), max_length=120)
    manner = forms.ChoiceField(
        label=gettext_lazy("How"),
        choices=[(manner.value, label) for manner, label in MANNERS.items()],
        widget=forms.RadioSelect,
    )
    meet_at = forms.DateTimeField(
        label=gettext_lazy("When"),
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
        required=False,
    )
    accompanied = forms.BooleanField(label=gettext_lazy("Somebody goes along the first time"), required=False)
    field_order = ("introduced_by", "manner", "meet_at", "accompanied")

    def handover(self) -> Handover:
        """The introduction as entered."""
        kept = self.cleaned_data
        return Handover(kept["introduced_by"], kept["accompanied"], kept["meet_at"], Manner(kept["manner"]))

    def begun(self) -> dict[str, Any]:
        """The values as a draft takes them."""
        return super().begun() | {"handover": self.handover()}

    def sent(self) -> dict[str, Any]:
        """The values as the action takes them."""
        return super().sent() | {"handover": self.handover()}


class StepForm(Form):
    """One step: only what this step needs is asked. `owners` are those whose word it may be, for the worker's pages."""

    why = forms.ChoiceField(
        label=gettext_lazy("Why"),
        choices=[(why.value, label) for why, label in WHYS.items()],
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Choose the reason that fits best.")},
    )
    starts_on = forms.DateField(label=gettext_lazy("It starts on"), widget=day_input(), required=False)
    outcome = forms.ChoiceField(
        label=gettext_lazy("What came of it"),
        choices=[],
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Choose what fits best.")},
    )
    outcome_words = forms.CharField(
        label=gettext_lazy("In a few words"), widget=words_area(2), required=False, max_length=1000
    )
    told_by = forms.ChoiceField(
        label=gettext_lazy("Whose word is it"), choices=[], widget=forms.RadioSelect, required=False
    )
    reason = forms.CharField(
        label=gettext_lazy("Why, in a few words"), widget=words_area(2), required=False, max_length=1000
    )

    ASKED: dict[State, tuple[str, ...]] = {
        State.DECLINED: ("why", "reason"),
        State.WAITING: ("starts_on", "reason"),
        State.FINISHED: ("outcome", "outcome_words"),
        State.CANCELLED: ("told_by", "reason"),
        State.LAPSED: ("reason",),
        State.NOT_REACHED: ("told_by", "reason"),
    }

    def __init__(
        self, data: Any = None, *, to: State, begun: bool, owners: Iterable[Owner] = (), prefix: str = ""
    ) -> None:
        super().__init__(data, prefix=prefix or None)
        asked = set(self.ASKED.get(to, ()))
        hands = list(owners)
        if not hands:
            asked.discard("told_by")
        for name in [name for name in self.fields if name not in asked]:
            del self.fields[name]
        if "told_by" in self.fields:
            self.fields["told_by"].choices = [(hand.value, NOTED[hand]) for hand in hands]  # type: ignore[attr-defined]
        if "outcome" in self.fields:
            known = [one for one in Outcome if begun or one is not Outcome.NOT_KNOWN]
            self.fields["outcome"].choices = [(one.value, OUTCOMES[one]) for one in known]  # type: ignore[attr-defined]
        if to is State.WAITING:
            self.fields["reason"].label = _("Or why there is a wait")

    def said(self) -> dict[str, Any]:
        """The values as `actions.move` takes them."""
        kept = self.cleaned_data
        return {
            "why": Why(kept["why"]) if kept.get("why") else None,
            "reason": kept.get("reason", ""),
            "starts_on": kept.get("starts_on"),
            "outcome": Outcome(kept["outcome"]) if kept.get("outcome") else None,
            "outcome_words": kept.get("outcome_words", ""),
        }


class FollowUpForm(Form):
    """How it went, as the person says."""

    went = forms.ChoiceField(
        label=gettext_lazy("Did they go?"),
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Choose one.")},
    )
    outcome = forms.ChoiceField(
        label=gettext_lazy("If they went: what came of it"),
        choices=[(one.value, label) for one, label in OUTCOMES.items()],
        widget=forms.RadioSelect,
        required=False,
    )
    words = forms.CharField(
        label=gettext_lazy("In their words"),
        widget=forms.Textarea(attrs={"rows": 2, "dir": "auto", "class": "own-words"}),
        required=False,
        max_length=1000,
    )
    reason = forms.CharField(
        label=gettext_lazy("If they didn’t go: why"), widget=words_area(2), required=False, max_length=1000
    )
    until = forms.DateField(
        label=gettext_lazy("If it is too early: ask again on"), widget=day_input(), required=False
    )
    service_closed = forms.BooleanField(
        label=gettext_lazy("The service doesn’t exist any more"), required=False
    )

    def __init__(self, data: Any = None, *, signpost: bool = False) -> None:
        super().__init__(data)
        choices = [
            (Attendance.WENT.value, _("They went")),
            (Attendance.DID_NOT_GO.value, _("They didn’t go")),
            (Attendance.NOT_KNOWN.value, _("We can’t find out")),
        ]
        if signpost:
            del self.fields["until"], self.fields["reason"]
        else:
            choices.append((LATER, _("Too early to say")))
        self.fields["went"].choices = choices  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """Each answer brings what belongs to it."""
        kept = self.cleaned_data
        went = kept.get("went")
        if went == Attendance.WENT and not kept.get("outcome"):
            self.add_error("outcome", _("Choose what came of it, or that you don’t know."))
        if went == LATER and not kept.get("until") and "until" not in self.errors:
            self.add_error("until", _("Choose a day to ask again."))
        return kept

    def later(self) -> dt.date | None:
        """The day to ask again, where it is too early."""
        return self.cleaned_data["until"] if self.cleaned_data["went"] == LATER else None

    def said(self) -> dict[str, Any]:
        """The values as the follow-up actions take them."""
        kept = self.cleaned_data
        said = {
            "went": Attendance(kept["went"]),
            "outcome": Outcome(kept["outcome"]) if kept["outcome"] else None,
            "words": kept["words"],
            "service_closed": kept["service_closed"],
        }
        return said | ({"reason": kept["reason"]} if "reason" in kept else {})


class AnswerForm(Form):
    """An answer to a partner's question."""

    answer = forms.CharField(
        label=gettext_lazy("Your answer"),
        help_text=gettext_lazy("Share only what the person agreed to."),
        widget=words_area(2),
        max_length=2000,
    )
