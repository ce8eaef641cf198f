"""The forms of written matrices."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from linkwork.evaluation.coding.actions import NewTheme
from linkwork.evaluation.coding.rules.codebook import Codebook
from linkwork.evaluation.coding.rules.tables.summaries import MatrixKind
from linkwork.web.shared.forms import Form
from linkwork.web.study.labels import choices
from linkwork.web.tables.forms import offer
from linkwork.web.tables.labels import MATRICES

Groups = list[tuple[str, list[tuple[str, str]]]]


class MatrixForm(Form):
    """A matrix: its title, kind and themes."""

    title = forms.CharField(label=_("Title"), max_length=200)
    kind = forms.ChoiceField(
        label=_("Kind"), choices=choices(MATRICES), widget=forms.RadioSelect, initial=MatrixKind.FRAMEWORK
    )
    headings = forms.CharField(
        label=_("Questions or headings of your own"),
        help_text=_("One a line. They need no codes."),
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=8000,
        required=False,
    )
    codes = forms.MultipleChoiceField(label=_("Codes"), required=False)

    def __init__(self, *args: Any, book: Codebook, fixed: bool = False, **options: Any) -> None:
        super().__init__(*args, **options)
        offer(self, "codes", [one for _name, inside in code_groups(book) for one in inside])
        if fixed:
            del self.fields["kind"]

    def themes(self) -> list[NewTheme]:
        """Own headings first, then codes, in the codebook's order."""
        lines = [line.strip() for line in self.cleaned_data["headings"].splitlines()]
        found = [NewTheme(heading=line) for line in lines if line]
        chosen = set(self.cleaned_data["codes"])
        field = self.fields["codes"]
        assert isinstance(field, forms.MultipleChoiceField)
        for value, _label in field.choices:  # type: ignore[misc, union-attr]
            if value in chosen:
                frame_id, _colon, construct_id = str(value).partition(":")
                found.append(NewTheme(frame_id, construct_id))
        return found

    def refuse(self, errors: dict[str, str]) -> None:
        """What is wrong with themes stands at the headings."""
        super().refuse({"headings" if name == "themes" else name: said for name, said in errors.items()})


class SummaryForm(Form):
    """What is written into one cell."""

    text = forms.CharField(
        label=_("Summary"), widget=forms.Textarea(attrs={"rows": 8}), max_length=10_000, required=False
    )
    links = forms.TypedMultipleChoiceField(coerce=UUID, required=False)
    seen = forms.UUIDField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, passages: Sequence[UUID], **options: Any) -> None:
        super().__init__(*args, **options)
        offer(self, "links", [(str(one), "") for one in passages])


def code_groups(book: Codebook) -> Groups:
    """The study's codes by frame and domain, headings of frames too: a theme gathers all below it."""
    found: Groups = []
    for frame in book.frames:
        for top in frame.tops:
            inside = [
                (f"{one.frame_id}:{one.construct_id}", one.name)
                for one in frame.inside(top)
                if one.offered or one.heading
            ]
            if inside:
                found.append((f"{frame.name} · {top.name}", inside))
    return found
