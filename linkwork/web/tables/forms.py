"""The forms of tables."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from linkwork.evaluation.coding.rules.codebook import Codebook
from linkwork.evaluation.coding.rules.rounds import Layer
from linkwork.evaluation.coding.rules.tables.asked import (
    LONGEST_REACH,
    SHORTEST_REACH,
    Across,
    Asked,
    Count,
    Kind,
    Near,
    settled,
)
from linkwork.web.shared.forms import Form
from linkwork.web.study.labels import GROUPS, STAGES, VALENCES, choices
from linkwork.web.tables.labels import CODES, COLUMNS, COUNTS, LAYERS, NEAR


class TableForm(Form):
    """A question about codings, in the address. What is left out or means nothing is as usual."""

    frame_a = forms.ChoiceField(label=_("Codes"), required=False)
    columns = forms.ChoiceField(label=_("Across"), choices=choices(COLUMNS), required=False)
    count = forms.ChoiceField(label=_("Count"), choices=choices(COUNTS), required=False)
    domains = forms.BooleanField(label=_("By domain, not by code"), required=False)
    each = forms.BooleanField(label=_("Per source of the column"), required=False)
    frame_b = forms.ChoiceField(label=_("Together with codes of"), required=False)
    near = forms.ChoiceField(label=_("Where"), choices=choices(NEAR), required=False)
    reach = forms.IntegerField(
        label=_("How many characters"), min_value=SHORTEST_REACH, max_value=LONGEST_REACH, required=False
    )
    stage = forms.ChoiceField(label=_("Stage"), choices=choices(STAGES, _("All stages")), required=False)
    group = forms.ChoiceField(label=_("Who speaks"), choices=choices(GROUPS, _("Everybody")), required=False)
    valence = forms.ChoiceField(label=_("What it does"), choices=choices(VALENCES, _("All")), required=False)
    layer = forms.ChoiceField(label=_("Whose codings"), choices=choices(LAYERS), required=False)

    def __init__(self, *args: Any, book: Codebook, **options: Any) -> None:
        super().__init__(*args, **options)
        frames = [(one.id, one.name) for one in (*book.frames, *_others(book))]
        offer(self, "frame_a", [("", _("All codes")), *frames])
        offer(self, "frame_b", [("", _("The same codes")), *frames])

    def asked(self) -> Asked:
        """The question."""
        self.is_valid()
        said = self.cleaned_data
        columns = said.get("columns") or Across.GROUP.value
        together = columns == CODES
        return settled(
            Asked(
                kind=Kind.TOGETHER if together else Kind.ACROSS,
                across=Across.GROUP if together else Across(columns),
                near=Near(said.get("near") or Near.PASSAGE),
                reach=said.get("reach") or Asked.reach,
                frame_a=said.get("frame_a") or "",
                frame_b=said.get("frame_b") or "",
                domains=bool(said.get("domains")),
                count=Count(said.get("count") or Count.PASSAGES),
                each=bool(said.get("each")),
                stage=said.get("stage") or "",
                group=said.get("group") or "",
                valence=said.get("valence") or "",
                layer=Layer(said.get("layer") or Layer.CONSENSUS),
            )
        )


def values_of(asked: Asked) -> dict[str, Any]:
    """The question as the form's values: what is as usual is left out, so that addresses stay short."""
    usual = Asked()
    values: dict[str, Any] = {
        "columns": CODES if asked.kind is Kind.TOGETHER else asked.across.value,
    }
    for name in ("frame_a", "frame_b", "stage", "group", "valence"):
        if getattr(asked, name):
            values[name] = getattr(asked, name)
    for name in ("domains", "each"):
        if getattr(asked, name):
            values[name] = "on"
    for name in ("near", "count", "layer"):
        if getattr(asked, name) is not getattr(usual, name):
            values[name] = getattr(asked, name).value
    if asked.near is Near.REACH:
        values["reach"] = asked.reach
    return values


class TitleForm(Form):
    """The name of a table that is saved."""

    title = forms.CharField(label=_("Title"), max_length=200)


def _others(book: Codebook) -> list[Any]:
    used = {one.id for one in book.frames}
    return [one for one in book.beside.values() if one.id not in used]


def offer(form: forms.Form, name: str, offered: Any) -> None:
    """Set the choices of a field."""
    field = form.fields[name]
    assert isinstance(field, forms.ChoiceField)
    field.choices = offered
