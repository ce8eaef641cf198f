"""What can be typed about displays and portraits. Limits are those of the tables; rules are checked by the actions."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from linkwork.evaluation.portraits.rules.kinds import StatementKind
from linkwork.programmes.rules import Stage
from linkwork.web.portraits.labels import KINDS
from linkwork.web.shared.forms import Form
from linkwork.web.study.labels import STAGES, choices

Named = Sequence[tuple[UUID, str]]


def _text(rows: int = 4, **attrs: str) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": rows, **attrs})


class BeginForm(Form):
    """A new display or portrait."""

    title = forms.CharField(label=_("Title"), max_length=160)
    study_id = forms.ChoiceField(label=_("Study"))
    extract_id = forms.ChoiceField(
        label=_("Extract the figures come from"), required=False, help_text=_("You can choose one later.")
    )

    def __init__(self, *args: Any, studies: Named, extracts: Named, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "study_id", studies)
        offer(self, "extract_id", extracts, _("None yet"))


class FocusForm(Form):
    """Step one: what the portrait looks at."""

    title = forms.CharField(label=_("Title"), max_length=160)
    focus = forms.CharField(
        label=_("What does it look at, and what does it leave out?"), widget=_text(4), required=False
    )
    extract_id = forms.ChoiceField(
        label=_("Extract the figures come from"),
        required=False,
        help_text=_("Figures linked before keep theirs."),
    )

    def __init__(self, *args: Any, extracts: Named, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "extract_id", extracts, _("None yet"))


class SectionForm(Form):
    """Step two: one chapter."""

    heading = forms.CharField(label=_("What is this chapter called?"), max_length=160, required=False)
    summary = forms.CharField(label=_("How does it begin?"), widget=_text(3), required=False)


class StatementForm(Form):
    """Step three: one statement."""

    text = forms.CharField(
        label=_("What do you say of the programme?"),
        help_text=_("One or two sentences that somebody could disagree with."),
        max_length=1200,
        widget=_text(3, **{"class": "own-words"}),
    )
    stage = forms.ChoiceField(label=_("Stage"), choices=choices(STAGES), widget=forms.RadioSelect)
    kind = forms.ChoiceField(label=_("What does it tell?"), choices=choices(KINDS), widget=forms.RadioSelect)


def said_in(form: StatementForm) -> dict[str, Any]:
    """What was entered, as the actions take it."""
    given = form.cleaned_data
    return {"text": given["text"], "stage": Stage(given["stage"]), "kind": StatementKind(given["kind"])}


class InterpretForm(Form):
    """Step four: what runs through it. The story in plain language has a page of its own."""

    interpretation = forms.CharField(
        label=_("What runs through the whole story?"),
        help_text=_(
            "What changes between stages? When, and what went with it? What stays, grows, or is missing?"
        ),
        widget=_text(6),
        required=False,
    )


def offer(form: forms.Form, name: str, named: Named, empty: Any = None) -> None:
    """Give a field its choices; the first, named `empty`, chooses nothing."""
    field: Any = form.fields[name]
    field.choices = ([("", empty)] if empty is not None else []) + [(str(key), label) for key, label in named]
