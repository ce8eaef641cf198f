"""The forms of the codebook pages."""

from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from linkwork.evaluation.coding.rules.methods import Method
from linkwork.evaluation.coding.rules.own import ListKind
from linkwork.web.codebook.labels import COLOURS, LISTS, METHODS
from linkwork.web.shared.forms import Form

Choices = list[tuple[str, str]]


class RefusableForm(Form):
    """A form that takes what an action refused into itself."""

    def refuse(self, errors: dict[str, str]) -> None:
        """Each sentence to its field; one about no field of this form above all of them."""
        for field, said in errors.items():
            self.add_error(field if field in self.fields else None, said)


class NewListForm(RefusableForm):
    """Beginning a list of the study's own."""

    title = forms.CharField(label=_("Title"), max_length=120)
    kind = forms.ChoiceField(
        label=_("Where its codes come from"),
        choices=[
            (kind.value, LISTS[kind]) for kind in (ListKind.INDUCTIVE, ListKind.DEDUCTIVE, ListKind.OWN)
        ],
        widget=forms.RadioSelect,
        initial=ListKind.INDUCTIVE.value,
    )


def _words(label: Any, help_text: Any = "") -> forms.CharField:
    return forms.CharField(
        label=label,
        help_text=help_text,
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )


class CodeForm(RefusableForm):
    """What a code is called and means."""

    name = forms.CharField(label=_("Name"), max_length=120)
    definition = _words(_("Definition"), _("What does a passage say that gets this code?"))
    include = _words(_("Use it when"))
    exclude = _words(_("Do not use it when"))
    example = _words(_("Example"), _("Invented, or words that may be quoted."))
    colour = forms.TypedChoiceField(
        label=_("Colour"), choices=list(COLOURS.items()), coerce=int, empty_value=None
    )


class NewCodeForm(CodeForm):
    """A new code, perhaps under another."""

    parent = forms.ChoiceField(label=_("Under"), required=False)
    field_order = ("name", "parent", "definition", "include", "exclude", "example", "colour")

    def __init__(self, parents: Choices, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        _offer(self, "parent", [("", _("Nothing: it stands for itself")), *parents])
        self.fields["colour"].required = False
        _offer(self, "colour", [("", _("Chosen for me")), *COLOURS.items()])


class MoveForm(RefusableForm):
    """Where a code hangs."""

    parent = forms.ChoiceField(label=_("Under"), required=False)
    before = forms.ChoiceField(label=_("Before"), required=False)

    def __init__(self, parents: Choices, others: Choices, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        _offer(self, "parent", [("", _("Nothing: it stands for itself")), *parents])
        _offer(self, "before", [("", _("At the end")), *others])


class MergeForm(RefusableForm):
    """Into which code one is merged."""

    into = forms.ChoiceField(label=_("Merge it into"))

    def __init__(self, others: Choices, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        _offer(self, "into", [("", _("Choose a code")), *others])


class FreezeForm(RefusableForm):
    """Freezing the codebook as it is."""

    name = forms.CharField(label=_("What for"), max_length=120, help_text=_("Such as “Round 1”."))
    note = forms.CharField(label=_("Note"), max_length=300, required=False)


class MethodForm(RefusableForm):
    """Which method the study follows."""

    method = forms.ChoiceField(
        label=_("Method"),
        choices=[(one.value, label) for one, label in METHODS.items()],
        widget=forms.RadioSelect,
        initial=Method.THEMATIC.value,
    )


class PhaseForm(RefusableForm):
    """How far one phase has come."""

    done_on = forms.DateField(
        label=_("Done on"), required=False, widget=forms.DateInput(attrs={"type": "date"})
    )
    note = _words(_("Note"))


def id_chosen(form: forms.Form, name: str) -> UUID | None:
    """The id a choice names, or None."""
    said = form.cleaned_data.get(name)
    return UUID(said) if said else None


def _offer(form: forms.Form, name: str, choices: Any) -> None:
    field = form.fields[name]
    assert isinstance(field, forms.ChoiceField)
    field.choices = choices
