"""What can be noted about supervision."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from linkwork.web.shared.carrying_out import day_input
from linkwork.web.shared.forms import Form
from linkwork.web.team.words import KINDS, WELLBEING
from linkwork.workforce.actions import NewAction, Said
from linkwork.workforce.rules.supervision import MOST_WEEKS, SupervisionKind

SLOTS = (1, 2, 3)
Choices = Iterable[tuple[str, str]]


class SupervisionForm(Form):
    """One talk about a worker's work, or a day with a group."""

    worker = forms.ChoiceField(label=_("Whose work?"))
    partner = forms.ChoiceField(label=_("Who with?"), required=False)
    kind = forms.ChoiceField(
        label=_("What kind of talk?"),
        choices=[(key.value, label) for key, label in KINDS.items() if key is not SupervisionKind.GROUP],
        widget=forms.RadioSelect,
    )
    held_on = forms.DateField(label=_("When?"), widget=day_input())
    next_on = forms.DateField(label=_("When is the next one?"), widget=day_input(), required=False)
    agreed = forms.CharField(
        label=_("What was agreed?"),
        help_text=_("Read by the two of you alone. Write nobody’s name whom you support."),
        widget=forms.Textarea(attrs={"rows": 3}),
        required=False,
    )
    cases = forms.MultipleChoiceField(
        label=_("Who was it about?"), widget=forms.CheckboxSelectMultiple, required=False
    )
    wellbeing = forms.ChoiceField(
        label=_("How are you, in this work?"),
        help_text=_("Only the other one sees your answer. Leave it if you like."),
        choices=[(str(key), label) for key, label in WELLBEING.items()],
        widget=forms.RadioSelect,
        required=False,
    )

    def __init__(
        self, workers: Choices, everybody: Choices, cases: Choices, viewer_id: UUID, *args: Any, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.viewer_id = viewer_id
        self.fields["worker"].choices = list(workers)  # type: ignore[attr-defined]
        self.fields["partner"].choices = [("", _("Somebody from outside")), *everybody]  # type: ignore[attr-defined]
        self.fields["cases"].choices = list(cases)  # type: ignore[attr-defined]
        if not self.fields["cases"].choices:  # type: ignore[attr-defined]
            del self.fields["cases"]
        for slot in SLOTS:
            self._add_slot(slot)

    def _add_slot(self, slot: int) -> None:
        who = [("worker", _("Whose work it is")), ("partner", _("The other one"))]
        self.fields[f"what_{slot}"] = forms.CharField(
            label=_("What will be done?"), max_length=300, required=False
        )
        self.fields[f"owner_{slot}"] = forms.ChoiceField(label=_("Who does it?"), choices=who, required=False)
        self.fields[f"due_{slot}"] = forms.DateField(label=_("By when?"), widget=day_input(), required=False)

    @property
    def slots(self) -> list[list[forms.BoundField]]:
        """The fields of each thing to do."""
        return [[self[f"{name}_{slot}"] for name in ("what", "owner", "due")] for slot in SLOTS]

    @property
    def slot_errors(self) -> bool:
        """Whether something is to be mended among the things to do."""
        return any(one.errors for slot in self.slots for one in slot)

    @property
    def has_cases(self) -> bool:
        """Whether there is anybody to tick."""
        return "cases" in self.fields

    def clean(self) -> dict[str, Any]:
        """A thing to do needs a day; somebody from outside can't be given one."""
        said = super().clean() or self.cleaned_data
        for slot in SLOTS:
            if said.get(f"what_{slot}") and not said.get(f"due_{slot}") and f"due_{slot}" not in self.errors:
                self.add_error(f"due_{slot}", _("Say by when."))
            if (
                said.get(f"what_{slot}")
                and said.get(f"owner_{slot}") == "partner"
                and not said.get("partner")
            ):
                self.add_error(f"owner_{slot}", _("Choose who you talked with first."))
        return said

    @property
    def worker_id(self) -> UUID:
        """Whose work it was."""
        return UUID(self.cleaned_data["worker"])

    @property
    def partner_id(self) -> UUID | None:
        """Who with; None for somebody from outside."""
        return UUID(self.cleaned_data["partner"]) if self.cleaned_data["partner"] else None

    def said(self) -> Said:
        """What only the two know."""
        told = self.cleaned_data
        found = []
        for slot in SLOTS:
            if told[f"what_{slot}"]:
                owner = self.partner_id if told[f"owner_{slot}"] == "partner" else self.worker_id
                found.append(NewAction(told[f"what_{slot}"], owner or self.worker_id, told[f"due_{slot}"]))
        return Said(
            told["agreed"],
            tuple(found),
            tuple(UUID(one) for one in told.get("cases", [])),
            int(told["wellbeing"]) if told["wellbeing"] else None,
        )


class GroupForm(Form):
    """A day on which several talked their work over."""

    workers = forms.MultipleChoiceField(label=_("Who was there?"), widget=forms.CheckboxSelectMultiple)
    partner = forms.ChoiceField(label=_("Who led it?"), required=False)
    held_on = forms.DateField(label=_("When?"), widget=day_input())
    next_on = forms.DateField(label=_("When is the next one?"), widget=day_input(), required=False)

    def __init__(self, workers: Choices, everybody: Choices, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["workers"].choices = list(workers)  # type: ignore[attr-defined]
        self.fields["partner"].choices = [("", _("Somebody from outside")), *everybody]  # type: ignore[attr-defined]


class ConfirmForm(Form):
    """That it was so; a worker may say how they are."""

    wellbeing = forms.ChoiceField(
        label=_("How are you, in this work?"),
        help_text=_("Only the other one sees your answer. Leave it if you like."),
        choices=[(str(key), label) for key, label in WELLBEING.items()],
        widget=forms.RadioSelect,
        required=False,
    )


class NextForm(Form):
    """When the two talk again."""

    next_on = forms.DateField(
        label=_("When is the next one?"),
        help_text=_("Leave empty if none is planned."),
        widget=day_input(),
        required=False,
    )


class RuleForm(Form):
    """How often work is talked over in this programme."""

    anybody = forms.IntegerField(
        label=_("Weeks after which a gap is shown, whoever the talk is with"),
        min_value=1,
        max_value=MOST_WEEKS,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for kind, label in KINDS.items():
            self.fields[kind.value] = forms.IntegerField(
                label=label,
                help_text=_("Weeks between these talks. Leave empty where they are not asked for."),
                min_value=1,
                max_value=MOST_WEEKS,
                required=False,
            )

    def kinds(self) -> dict[SupervisionKind, int]:
        """The kinds asked for, with their weeks."""
        return {kind: self.cleaned_data[kind.value] for kind in KINDS if self.cleaned_data[kind.value]}
