"""The forms of saturation and of words."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from linkwork.evaluation.coding.reads import Order, SaturationAsked
from linkwork.evaluation.coding.rules.codebook import Codebook
from linkwork.evaluation.coding.rules.tables.asked import Across
from linkwork.web.shared.forms import Form
from linkwork.web.tables.forms import offer
from linkwork.web.tables.labels import COLUMNS, ORDERS

WORD_COLUMNS = (Across.GROUP, Across.STAGE, Across.SOURCE)


class SaturationForm(Form):
    """Settings, in the address. What is left out or means nothing is as usual."""

    order = forms.ChoiceField(
        label=_("Order"), choices=[(k.value, v) for k, v in ORDERS.items()], required=False
    )
    frame = forms.ChoiceField(label=_("Codes"), required=False)
    base = forms.IntegerField(label=_("Base size"), min_value=1, max_value=50, required=False)
    run = forms.IntegerField(label=_("Run length"), min_value=1, max_value=20, required=False)
    threshold = forms.IntegerField(label=_("Threshold, %"), min_value=0, max_value=100, required=False)
    seed = forms.IntegerField(label=_("Seed"), min_value=0, max_value=10**9, required=False)

    def __init__(self, *args: Any, book: Codebook, **options: Any) -> None:
        super().__init__(*args, **options)
        offer(self, "frame", [("", _("All codes")), *((one.id, one.name) for one in book.frames)])

    def asked(self) -> SaturationAsked:
        """The question."""
        self.is_valid()
        said, usual = self.cleaned_data, SaturationAsked()
        percent = said.get("threshold")
        seed = said.get("seed")
        return SaturationAsked(
            order=Order(said.get("order") or usual.order),
            frame=said.get("frame") or "",
            base=said.get("base") or usual.base,
            run=said.get("run") or usual.run,
            threshold=usual.threshold if percent is None else percent / 100,
            seed=usual.seed if seed is None else seed,
        )


def saturation_values(asked: SaturationAsked) -> dict[str, Any]:
    """The question as the form's values."""
    return {
        "order": asked.order.value,
        "frame": asked.frame,
        "base": asked.base,
        "run": asked.run,
        "threshold": round(asked.threshold * 100),
        "seed": asked.seed,
    }


class WordsForm(Form):
    """Which words to count. It is sent in the body: what people said stays out of addresses and logs."""

    across = forms.ChoiceField(
        label=_("Across"), choices=[(one.value, COLUMNS[one]) for one in WORD_COLUMNS], required=False
    )
    said = forms.CharField(
        label=_("Words or phrases"),
        help_text=_("One a line. Empty: the commonest words."),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=2000,
        required=False,
    )
    leave_out = forms.CharField(
        label=_("Leave out"), help_text=_("Words, with spaces between."), max_length=1000, required=False
    )
    questions = forms.BooleanField(label=_("What interviewers ask, too"), required=False)
    small = forms.BooleanField(label=_("Small words too (the, and, of …)"), required=False)

    def phrases(self) -> list[str]:
        """The words and phrases asked for, each once."""
        lines = [line.strip() for line in self.cleaned_data.get("said", "").splitlines()]
        return list(dict.fromkeys(line for line in lines if line))[:50]
