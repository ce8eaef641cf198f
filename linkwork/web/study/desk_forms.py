"""What comes from the desk: how the codings are narrowed, and what of a coding is changed."""

from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from linkwork.evaluation.coding.reads import Narrow
from linkwork.evaluation.coding.rules import Valence
from linkwork.evaluation.coding.rules.codebook import Codebook
from linkwork.evaluation.coding.rules.steps import State
from linkwork.programmes.rules import Stage
from linkwork.web.shared.forms import Form
from linkwork.web.study.labels import STAGES, VALENCES, choices
from linkwork.web.study.presenters.codes import construct_choices

STRENGTHS = [("", _("Not said")), ("1", _("A little")), ("2", _("Clearly")), ("3", _("Decisively"))]


class NewCodeForm(Form):
    """A code that is made while reading."""

    name = forms.CharField(label=_("Name of the code"), max_length=120)


class NarrowForm(Form):
    """Which codings are shown. An unknown value is as good as none."""

    code = forms.CharField(required=False, max_length=130)
    coder = forms.UUIDField(required=False)
    valence = forms.ChoiceField(label=_("What it does"), choices=choices(VALENCES, _("All")), required=False)
    stage = forms.ChoiceField(label=_("Stage"), choices=choices(STAGES, _("All stages")), required=False)
    speaker = forms.UUIDField(required=False)  # one turn of whom is meant: no name stands in an address

    def narrow(self) -> Narrow:
        """The filter that was asked for."""
        self.is_valid()
        said = self.cleaned_data
        frame, _colon, construct = (said.get("code") or "").partition(":")
        coder: UUID | None = said.get("coder")
        return Narrow(
            (frame, construct) if frame and construct else None,
            coder,
            Valence(said["valence"]) if said.get("valence") else None,
            Stage(said["stage"]) if said.get("stage") else None,
            said.get("speaker"),
        )


class ChangeForm(Form):
    """What of one coding is changed: whatever is sent, and nothing else."""

    start = forms.IntegerField(min_value=0, required=False, widget=forms.HiddenInput)
    end = forms.IntegerField(min_value=1, required=False, widget=forms.HiddenInput)
    seen = forms.IntegerField(min_value=1, required=False)  # the version of the text on the page
    words = forms.CharField(
        label=_("The passage"),
        help_text=_("To take other words, paste them from the text."),
        widget=forms.Textarea(attrs={"rows": 2, "class": "own-words"}),
        required=False,
    )
    codes = forms.MultipleChoiceField(label=_("Codes"), widget=forms.CheckboxSelectMultiple, required=False)
    add = forms.ChoiceField(label=_("Another code"), required=False)
    valence = forms.ChoiceField(
        label=_("What it does"), choices=choices(VALENCES), widget=forms.RadioSelect, required=False
    )
    strength = forms.ChoiceField(label=_("How strongly"), choices=STRENGTHS, required=False)
    stage = forms.ChoiceField(
        label=_("Stage, if another than the source’s"),
        choices=choices(STAGES, _("As the source")),
        required=False,
    )
    memo = forms.CharField(
        label=_("Memo"), max_length=5000, widget=forms.Textarea(attrs={"rows": 3}), required=False
    )

    def __init__(
        self, *args: Any, book: Codebook, given: list[tuple[str, str]] | None = None, **options: Any
    ) -> None:
        super().__init__(*args, **options)
        codes, add = self.fields["codes"], self.fields["add"]
        assert isinstance(codes, forms.MultipleChoiceField)
        assert isinstance(add, forms.ChoiceField)
        every = construct_choices(book)
        names = dict(every)
        kept = [
            (f"{frame}:{construct}", book.code(frame, construct).name) for frame, construct in given or []
        ]
        codes.choices = [*kept, *(one for one in every if one[0] not in dict(kept))]
        self.kept = kept
        add.choices = [("", "–"), *names.items()]

    def state(self) -> State:
        """The parts that were sent, as the action takes them; the place only where it was sent whole."""
        said, sent = self.cleaned_data, self.data
        to = State()
        if said["start"] is not None and said["end"] is not None:
            to["start"], to["end"] = said["start"], said["end"]
        if "edited" in sent or said["add"] or "codes" in sent:
            chosen = list(dict.fromkeys([*said["codes"], *([said["add"]] if said["add"] else [])]))
            to["codes"] = [list(one.split(":", 1)) for one in chosen]
        if sent.get("valence"):
            to["valence"] = said["valence"]
        if "strength" in sent:
            to["strength"] = int(said["strength"]) if said["strength"] else None
        if "stage" in sent:
            to["stage"] = said["stage"]
        if "memo" in sent:
            to["memo"] = said["memo"]
        return to
