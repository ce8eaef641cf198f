"""The forms of a plan: a goal, something to do, how it ended."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from linkwork.casework.rules.plan import (
    ActionLine,
    ActionOwner,
    GoalLine,
    GoalState,
    NewAction,
    NewGoal,
    PlanBody,
    PlanEnd,
    template_goals,
)
from linkwork.outcomes.rules.attainment import Level
from linkwork.web.people.words import choices
from linkwork.web.plan.words import ENDS, LEVELS, OWNERS
from linkwork.web.shared.carrying_out import day_input
from linkwork.web.shared.forms import Form

OWN_WORDS = {"class": "own-words", "rows": 2, "dir": "auto"}
SHARED = gettext_lazy("They see it on their own page and on paper")


class BeginForm(Form):
    """From what does the plan begin?"""

    template = forms.ChoiceField(
        label=gettext_lazy("Begin from"), widget=forms.RadioSelect, required=False, initial=""
    )

    def __init__(self, *args: Any, offered: Iterable[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["template"].choices = [("", _("An empty page")), *offered]  # type: ignore[attr-defined]


class GoalForm(Form):
    """What the person wants, in their words; five levels where they like to see how far they come."""

    words = forms.CharField(
        label=gettext_lazy("What do they want?"),
        help_text=gettext_lazy("In their own words, as near as you can."),
        widget=forms.Textarea(attrs=OWN_WORDS),
        max_length=600,
    )
    by_when = forms.DateField(label=gettext_lazy("By when?"), widget=day_input(), required=False)
    term = forms.ChoiceField(label=gettext_lazy("What is it about?"), required=False)
    shared = forms.BooleanField(label=SHARED, required=False, initial=True)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["term"].choices = choices("needs", _("Not said"))  # type: ignore[attr-defined]
        for level, label in LEVELS.items():
            self.fields[f"level_{level.value + 2}"] = forms.CharField(
                label=str(label), max_length=200, required=False
            )

    @property
    def scale(self) -> list[forms.BoundField]:
        """The fields of the five levels."""
        return [self[f"level_{number}"] for number in range(5)]

    def refuse(self, errors: dict[str, str]) -> None:
        """What is wrong with the scale is said at its first level."""
        super().refuse({"level_0" if name == "levels" else name: said for name, said in errors.items()})

    def goal(self) -> NewGoal:
        """The goal as entered, of a valid form."""
        data = self.cleaned_data
        levels = [data[f"level_{number}"] for number in range(5)]
        return NewGoal(data["words"], data["term"], data["by_when"], levels, data["shared"])


def goal_initial(goal: GoalLine) -> dict[str, Any]:
    """What the form of a goal that is there starts from."""
    levels = {f"level_{number}": words for number, words in enumerate(goal.levels)}
    plain = {name: getattr(goal, name) for name in ("words", "by_when", "term", "shared")}
    return plain | levels


class ActionForm(Form):
    """Who does what by when."""

    words = forms.CharField(
        label=gettext_lazy("What is to be done?"), widget=forms.Textarea(attrs=OWN_WORDS), max_length=600
    )
    owner = forms.ChoiceField(
        label=gettext_lazy("Who does it?"),
        choices=[(owner.value, label) for owner, label in OWNERS.items()],
        widget=forms.RadioSelect,
        initial=ActionOwner.PERSON.value,
    )
    owner_words = forms.CharField(
        label=gettext_lazy("Who is it, where it is somebody else?"), max_length=120, required=False
    )
    due_on = forms.DateField(label=gettext_lazy("By when?"), widget=day_input(), required=False)
    goal = forms.ChoiceField(label=gettext_lazy("For which goal?"), required=False)
    shared = forms.BooleanField(label=SHARED, required=False, initial=True)

    def __init__(self, *args: Any, body: PlanBody, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        named = [(str(one.id), one.words) for one in body.goals if one.state is GoalState.OPEN]
        self.fields["goal"].choices = [("", _("For none of them")), *named]  # type: ignore[attr-defined]
        if not named:
            del self.fields["goal"]

    def action(self, worker_id: UUID | None) -> NewAction:
        """The action as entered; `worker_id` does what the worker does."""
        data = self.cleaned_data
        owner, goal = ActionOwner(data["owner"]), data.get("goal")
        return NewAction(
            words=data["words"],
            owner=owner,
            goal_id=UUID(goal) if goal else None,
            owner_words=data["owner_words"],
            worker_id=worker_id if owner is ActionOwner.WORKER else None,
            due_on=data["due_on"],
            shared=data["shared"],
        )


def action_initial(step: ActionLine) -> dict[str, Any]:
    """What the form of an action that is there starts from."""
    plain = {name: getattr(step, name) for name in ("words", "owner_words", "due_on", "shared")}
    return plain | {"owner": step.owner.value, "goal": str(step.goal_id or "")}


class SettleForm(Form):
    """Reached, or set aside and why."""

    to = forms.ChoiceField(
        label=gettext_lazy("How did it end?"),
        choices=[
            (GoalState.REACHED.value, gettext_lazy("They reached it")),
            (GoalState.SET_ASIDE.value, gettext_lazy("It is set aside")),
        ],
        widget=forms.RadioSelect,
    )
    words = forms.CharField(
        label=gettext_lazy("In their words"), widget=forms.Textarea(attrs=OWN_WORDS), required=False
    )


class DropForm(Form):
    """Why something is not done any more."""

    reason = forms.CharField(label=gettext_lazy("Why is it dropped?"), max_length=200)


class AttainForm(Form):
    """How far did it come?"""

    level = forms.TypedChoiceField(
        label=gettext_lazy("How far did it come, as they see it?"),
        coerce=lambda value: Level(int(value)),
        widget=forms.RadioSelect,
    )
    words = forms.CharField(
        label=gettext_lazy("In their words"), widget=forms.Textarea(attrs=OWN_WORDS), required=False
    )
    noted_on = forms.DateField(label=gettext_lazy("When did they say so?"), widget=day_input())

    def __init__(self, *args: Any, goal: GoalLine, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        own = dict(zip(Level, goal.levels, strict=False))
        self.fields["level"].choices = [  # type: ignore[attr-defined]
            (
                level.value,
                _("%(level)s: %(words)s") % {"level": label, "words": own[level]} if level in own else label,
            )
            for level, label in reversed(LEVELS.items())
        ]


class ClosePlanForm(Form):
    """Why a plan ends."""

    reason = forms.ChoiceField(
        label=gettext_lazy("How does it end?"),
        choices=[(end.value, label) for end, label in ENDS.items() if end is not PlanEnd.CASE_CLOSED],
        widget=forms.RadioSelect,
    )
    words = forms.CharField(
        label=gettext_lazy("In their words"), widget=forms.Textarea(attrs=OWN_WORDS), required=False
    )


class ApproveForm(Form):
    """Yes, or what should change."""

    words = forms.CharField(
        label=gettext_lazy("What should change?"), widget=forms.Textarea(attrs={"rows": 3}), required=False
    )


class TemplateForm(Form):
    """A plan to begin from."""

    title = forms.CharField(label=gettext_lazy("What is it called?"), max_length=80)
    body = forms.CharField(
        label=gettext_lazy("Goals and what is done"),
        help_text=gettext_lazy(
            "A line is a goal. Below it, “- ” before a line is something they do, “+ ” something the worker does."
        ),
        widget=forms.Textarea(attrs={"rows": 10, "dir": "auto"}),
    )

    def clean_body(self) -> str:
        """At least one goal."""
        body: str = self.cleaned_data["body"]
        if not template_goals(body):
            raise forms.ValidationError(_("Write at least one goal, on a line of its own."))
        return body
