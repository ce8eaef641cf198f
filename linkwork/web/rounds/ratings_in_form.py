"""The form that brings in a table of ratings."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from linkwork.evaluation.coding.rules.scores import CaseKind, Settings, Telling
from linkwork.web.rounds.labels import CASE_KINDS
from linkwork.web.shared.forms import Form
from linkwork.web.study.labels import Labels, choices

RULES = {
    Telling.MEANS: _("The means of the better and the worse cases"),
    Telling.EDGES: _("The nearest better and worse cases"),
}
LARGEST = 2 * 1024 * 1024


class RatingsInForm(Form):
    """A table that was rated elsewhere."""

    file = forms.FileField(
        label=_("Table of ratings"),
        help_text=_(
            "A spreadsheet (.xlsx or .csv): the first column names the construct, each other one is a case from the"
            " best outcome down, −2 to +2, “m” for mixed, “.” for missing. A column “flag” says strong, weak or"
            " nothing."
        ),
    )
    title = forms.CharField(label=_("What to call it"), max_length=200)
    frame = forms.ChoiceField(label=_("The list its constructs are of"))
    kind = forms.ChoiceField(label=_("What is compared"), choices=choices(CASE_KINDS), initial=CaseKind.SITE)
    upper = forms.IntegerField(
        label=_("How many of the first cases count as the better ones"), required=False, min_value=1
    )
    rule = forms.ChoiceField(label=_("What the suggested flag compares"), choices=choices(RULES))
    source = forms.CharField(label=_("Where the table comes from"), required=False, max_length=500)

    def __init__(self, frames: Labels, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["frame"]
        field.choices = frames

    def clean_file(self) -> Any:
        """Small enough for a table of constructs by cases."""
        file = self.cleaned_data["file"]
        if file.size > LARGEST:
            raise forms.ValidationError(_("This file is larger than 2 MB. A table of ratings is small."))
        return file

    def settings(self) -> Settings:
        """By what rule flags are suggested."""
        return Settings(rule=Telling(self.cleaned_data["rule"]).value)


def refusals(errors: Mapping[str, str]) -> dict[str, str]:
    """What the action refused, at the fields of this form: cases and lines are of the file."""
    return {("file" if name in ("cases", "lines") else name): words for name, words in errors.items()}
