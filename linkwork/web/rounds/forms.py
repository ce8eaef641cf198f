"""The forms of coding together."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from linkwork.evaluation.coding.reads import Asked
from linkwork.evaluation.coding.rules.agreement import Unit
from linkwork.evaluation.coding.rules.differences import Choice
from linkwork.evaluation.coding.rules.rounds import LONGEST_WINDOW, SHORTEST_WINDOW, Purpose
from linkwork.web.rounds.labels import PURPOSES_EXPLAINED, UNIT_CHOICES, UNITS
from linkwork.web.shared.forms import Form
from linkwork.web.study.labels import Labels, choices

Named = Sequence[tuple[UUID, str]]
USUAL_WINDOW = 200
DRAWS = 400


class NewRoundForm(Form):
    """Opening a round."""

    title = forms.CharField(label=_("Title"), max_length=200)
    purpose = forms.ChoiceField(
        label=_("What for"),
        choices=choices(PURPOSES_EXPLAINED),
        widget=forms.RadioSelect,
        initial=Purpose.DOUBLE,
    )
    sources = forms.MultipleChoiceField(label=_("Sources"), widget=forms.CheckboxSelectMultiple)
    coders = forms.MultipleChoiceField(
        label=_("Who codes (in a practice set: who learns)"), widget=forms.CheckboxSelectMultiple
    )
    blind = forms.BooleanField(
        label=_("Blind: nobody sees another’s codings in these sources until the round is closed"),
        required=False,
        initial=True,
    )
    expert = forms.ChoiceField(label=_("Expert of a practice set"), required=False)
    unit = forms.ChoiceField(
        label=_("Compare by"),
        help_text=_("Agreement over different units is not comparable; choose before you begin."),
        choices=choices(UNITS),
        initial=Unit.SENTENCE,
    )
    window = forms.IntegerField(
        label=_("Length of a fixed window, in characters"), required=False, min_value=1
    )
    codebook = forms.TypedChoiceField(
        label=_("Codebook the coders are given"),
        help_text=_("A version stays as it is, so that everybody codes by the same definitions."),
        coerce=int,
        empty_value=None,
        required=False,
    )

    def __init__(
        self, sources: Named, coders: Named, versions: Sequence[tuple[str, str]], *args: Any, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        people = [(str(key), name) for key, name in coders]
        for name, offered in (
            ("sources", [(str(key), title) for key, title in sources]),
            ("coders", people),
            ("expert", [("", _("None")), *people]),
            ("codebook", [("", _("As it is at any time")), *versions]),
        ):
            field = self.fields[name]
            assert isinstance(field, forms.ChoiceField)
            field.choices = offered

    def ids(self, name: str) -> list[UUID]:
        """The ids chosen in a field."""
        return [UUID(one) for one in self.cleaned_data[name]]

    def expert_id(self) -> UUID | None:
        """The expert, or None."""
        said = self.cleaned_data["expert"]
        return UUID(said) if said else None


class AgreementForm(Form):
    """Which coders, sources and codes are compared, by what. What is left empty is all there is."""

    coders = forms.MultipleChoiceField(label=_("Coders"), widget=forms.CheckboxSelectMultiple, required=False)
    sources = forms.MultipleChoiceField(
        label=_("Sources"), widget=forms.CheckboxSelectMultiple, required=False
    )
    codes = forms.MultipleChoiceField(label=_("Codes"), widget=forms.CheckboxSelectMultiple, required=False)
    unit = forms.ChoiceField(label=_("Compare by"), choices=choices(UNIT_CHOICES), required=False)
    window = forms.IntegerField(
        label=_("Length of a fixed window, in characters"),
        required=False,
        min_value=SHORTEST_WINDOW,
        max_value=LONGEST_WINDOW,
    )
    intervals = forms.BooleanField(label=_("With intervals"), required=False)
    seed = forms.IntegerField(
        label=_("Seed of the draws"),
        help_text=_("The same seed draws the same, so that anybody can reckon it again."),
        required=False,
        min_value=0,
        max_value=2**31,
    )

    def __init__(self, sources: Named, coders: Named, codes: Labels, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, offered in (
            ("sources", [(str(key), title) for key, title in sources]),
            ("coders", [(str(key), who) for key, who in coders]),
            ("codes", codes),
        ):
            field = self.fields[name]
            assert isinstance(field, forms.ChoiceField)
            field.choices = offered

    def asked(self) -> Asked:
        """The question. Raises nothing: what means nothing is as good as not said."""
        self.is_valid()
        said = self.cleaned_data
        unit = Unit(said.get("unit") or Unit.SENTENCE)
        window = said.get("window")
        if unit is Unit.WINDOW and not window:
            window = USUAL_WINDOW
        return Asked(
            constructs=tuple(_pair(one) for one in said.get("codes") or ()),
            coders=tuple(map(UUID, said.get("coders") or ())),
            sources=tuple(map(UUID, said.get("sources") or ())),
            unit=unit,
            window=window if unit is Unit.WINDOW else None,
            draws=DRAWS if said.get("intervals") else 0,
            seed=1 if said.get("seed") is None else said["seed"],
        )


class DecisionForm(Form):
    """What is decided about one place. `take` is a coding's id, "both", "neither" or "agreed"."""

    members = forms.CharField()
    take = forms.CharField()
    reason = forms.CharField(required=False, max_length=2000)

    def ids(self) -> list[UUID]:
        """The codings of the place. Raises ValueError where one is no id."""
        return [UUID(one) for one in self.cleaned_data["members"].split()]

    def choice(self) -> tuple[Choice, UUID | None]:
        """What was chosen, and the coding that is taken. Raises ValueError."""
        said = self.cleaned_data["take"]
        if said in (Choice.BOTH, Choice.NEITHER, Choice.AGREED):
            return Choice(said), None
        return Choice.ONE, UUID(said)


def _pair(said: str) -> tuple[str, str]:
    frame, _colon, construct = said.partition(":")
    return frame, construct
