"""The forms of coding together."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from linkwork.evaluation.coding.rules.agreement import Unit
from linkwork.evaluation.coding.rules.rounds import Purpose
from linkwork.web.rounds.labels import PURPOSES_EXPLAINED, UNITS
from linkwork.web.shared.forms import Form
from linkwork.web.study.labels import choices

Named = Sequence[tuple[UUID, str]]
FIELDS = {"sources": "sources", "coders": "coders", "expert": "expert", "blind": "blind", "unit": "unit"}


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

    def __init__(self, sources: Named, coders: Named, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        people = [(str(key), name) for key, name in coders]
        for name, offered in (
            ("sources", [(str(key), title) for key, title in sources]),
            ("coders", people),
            ("expert", [("", _("None")), *people]),
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
