"""What can be typed about joint displays. Limits are those of the tables; rules are checked by the actions."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from linkwork.evaluation.coding.reads import Code
from linkwork.evaluation.portraits.rules.displays.layouts import (
    COMPONENTS,
    LAYOUTS,
    Column,
    DisplayKind,
    Split,
)
from linkwork.evaluation.portraits.rules.kinds import Verdict
from linkwork.exchange.displays.names import column_name
from linkwork.instruments import frames
from linkwork.web.displays.labels import KINDS_EXPLAINED, SPLITS
from linkwork.web.portraits.forms import Named, offer
from linkwork.web.portraits.labels import VERDICTS_EXPLAINED
from linkwork.web.shared.forms import Form
from linkwork.web.study.labels import choices

Pair = tuple[str, str]


class ShapeForm(Form):
    """What a display is: its kind, where its figures come from, who reviews it."""

    title = forms.CharField(label=_("Title"), max_length=160)
    kind = forms.ChoiceField(
        label=_("What stands beside what?"),
        choices=choices(KINDS_EXPLAINED),
        widget=forms.RadioSelect,
        initial=DisplayKind.CONVERGENT.value,
    )
    split = forms.ChoiceField(
        label=_("For a case comparison: what are the cases?"), choices=choices(SPLITS), required=False
    )
    extract_id = forms.ChoiceField(
        label=_("Extract the figures come from"), required=False, help_text=_("You can choose one later.")
    )
    sheet_id = forms.ChoiceField(
        label=_("Ratings to show beside them"),
        required=False,
        help_text=_("A sheet of ratings of this study whose raters have compared."),
    )
    reviewers = forms.MultipleChoiceField(
        label=_("Who reviews it, each apart"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_(
            "Two judge every row without seeing the other’s verdict. With nobody ticked you decide alone."
        ),
    )

    def __init__(self, *args: Any, extracts: Named, sheets: Named, evaluators: Named, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "extract_id", extracts, _("None yet"))
        offer(self, "sheet_id", sheets, _("None"))
        offer(self, "reviewers", evaluators)
        if not sheets:
            del self.fields["sheet_id"]

    def shape(self) -> dict[str, Any]:
        """What the actions take."""
        said = self.cleaned_data
        return {
            "title": said["title"],
            "kind": DisplayKind(said["kind"]),
            "split": Split(said["split"]),
            "extract_id": _id(said["extract_id"]),
            "sheet_id": _id(said.get("sheet_id", "")),
            "reviewers": [UUID(one) for one in said["reviewers"]],
        }


class BeginForm(ShapeForm):
    """A new display."""

    study_id = forms.ChoiceField(label=_("Study"))
    field_order = ("title", "study_id")

    def __init__(self, *args: Any, studies: Named, **kwargs: Any) -> None:
        super().__init__(*args, sheets=[], **kwargs)
        offer(self, "study_id", studies)


class RowForm(Form):
    """One row. The evidence is picked from lists beside it; reviewers give their verdicts elsewhere."""

    question = forms.CharField(
        label=_("What do you ask of both sides?"), max_length=300, widget=forms.Textarea(attrs={"rows": 2})
    )
    about = forms.ChoiceField(label=_("Component or construct it is about"), required=False)
    bridge = forms.CharField(required=False, max_length=10_000, widget=forms.Textarea(attrs={"rows": 3}))
    verdict = forms.ChoiceField(
        label=_("What do they say to each other?"),
        choices=[("", _("Not decided yet")), *choices(VERDICTS_EXPLAINED)],
        widget=forms.RadioSelect,
        required=False,
    )
    reasoning = forms.CharField(
        label=_("Why do you think so?"), widget=forms.Textarea(attrs={"rows": 4}), required=False
    )

    def __init__(
        self, *args: Any, kind: DisplayKind, codes: Sequence[Code], reviewed: bool, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        offer_about(self, codes)
        if LAYOUTS[kind].has_bridge:
            self.fields["bridge"].label = column_name(kind, Column.BRIDGE)
        else:
            del self.fields["bridge"]
        if reviewed:
            del self.fields["verdict"], self.fields["reasoning"]

    def said(self) -> dict[str, Any]:
        """What the actions take."""
        given = dict(self.cleaned_data)
        frame, component = pair_of(given.pop("about")) or (COMPONENTS, "")
        if "verdict" in given:
            given["verdict"] = Verdict(given["verdict"]) if given["verdict"] else None
        return given | {"frame": frame, "component": component}


class JudgeForm(Form):
    """A reviewer's verdict, or the one that settles a row."""

    verdict = forms.ChoiceField(
        label=_("What do they say to each other?"),
        choices=choices(VERDICTS_EXPLAINED),
        widget=forms.RadioSelect,
    )
    reasoning = forms.CharField(
        label=_("Why do you think so?"), widget=forms.Textarea(attrs={"rows": 4}), max_length=10_000
    )


def offer_about(form: forms.Form, codes: Sequence[Code]) -> None:
    """The components of process evaluation, and under each frame the constructs coded in the study."""
    mrc = frames.frame(COMPONENTS)
    groups: list[Any] = [("", _("None of them"))]
    groups.append(
        (
            mrc.short_name,
            [(key_of((COMPONENTS, one.id)), "\u2003" * one.depth + one.name) for one in mrc.constructs],
        )
    )
    named: dict[str, list[tuple[str, str]]] = {}
    for one in codes:
        if one.frame_id != COMPONENTS:
            named.setdefault(one.frame_id, []).append((key_of((one.frame_id, one.construct_id)), one.name))
    shipped = {card.id: card.short_name for card in frames.frames()}
    groups += [(shipped.get(frame, _("Own list")), found) for frame, found in named.items()]
    field: Any = form.fields["about"]
    field.choices = groups


def key_of(pair: Pair) -> str:
    """A construct as the value of a field."""
    return ":".join(pair)


def pair_of(text: str) -> Pair | None:
    """A construct from the value of a field; None where it names none."""
    frame, colon, construct = text.partition(":")
    return (frame, construct) if frame and colon and construct else None


def _id(text: str) -> UUID | None:
    return UUID(text) if text else None
