"""Which sources of a study are listed, and in which order."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from linkwork.core.text import fold
from linkwork.evaluation.studies.reads import SourceLine
from linkwork.web.shared.forms import Form
from linkwork.web.study.labels import GROUPS, KINDS, STAGES, choices

SHOWN = 50
OFFERED_FROM = 8  # fewer are seen at once


@dataclass(frozen=True)
class Listed:
    """The sources that are shown, and how many fit in all."""

    lines: tuple[SourceLine, ...]
    of: int


class SourcesForm(Form):
    """The narrowing. What means nothing is as good as not said."""

    q = forms.CharField(label=_("Title"), max_length=100, required=False)
    kind = forms.ChoiceField(label=_("Kind"), choices=choices(KINDS, _("All kinds")), required=False)
    group = forms.ChoiceField(label=_("Who speaks"), choices=choices(GROUPS, _("Everybody")), required=False)
    stage = forms.ChoiceField(label=_("Stage"), choices=choices(STAGES, _("All stages")), required=False)
    coded = forms.ChoiceField(
        label=_("Coded"),
        choices=[("", _("Coded or not")), ("no", _("Not coded yet")), ("yes", _("Coded"))],
        required=False,
    )
    sort = forms.ChoiceField(
        label=_("Order"),
        choices=[
            ("", _("Not coded yet first")),
            ("title", _("By title")),
            ("newest", _("Newest first")),
            ("most", _("Most codings first")),
        ],
        required=False,
    )
    all = forms.BooleanField(required=False)

    def said(self, name: str) -> str:
        """What was said in a field, empty where that means nothing."""
        self.is_valid()
        return str(self.cleaned_data.get(name) or "")

    @property
    def narrowed(self) -> bool:
        """Whether anything is left out."""
        return any(self.said(name) for name in ("q", "kind", "group", "stage", "coded"))

    @property
    def by_codings(self) -> bool:
        """Whether the order asks how many codings each has."""
        return self.said("sort") == "most"

    def listed(
        self, lines: Sequence[SourceLine], coded: Collection[UUID], codings: Mapping[UUID, int]
    ) -> Listed:
        """Those that fit, in the order that was asked for; of very many the first. `codings` where that needs them."""
        fitting = [line for line in lines if self._fits(line, line.id in coded)]
        order = self.said("sort")
        if order == "newest":
            fitting.sort(key=lambda line: line.created_at, reverse=True)
        elif self.by_codings:
            fitting.sort(key=lambda line: (-codings.get(line.id, 0), line.title))
        elif order == "title":
            fitting.sort(key=lambda line: fold(line.title))
        else:
            fitting.sort(key=lambda line: (line.id in coded, line.title))
        return Listed(tuple(fitting if self.said("all") else fitting[:SHOWN]), len(fitting))

    def _fits(self, line: SourceLine, is_coded: bool) -> bool:
        asked = {"kind": line.kind, "group": line.group or "", "stage": line.stage or ""}
        coded = "yes" if is_coded else "no"
        return (
            fold(self.said("q")) in fold(line.title)
            and all(self.said(name) in ("", value) for name, value in asked.items())
            and self.said("coded") in ("", coded)
        )
