"""The forms of ratings."""

from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from linkwork.evaluation.coding.rules.scores import USUAL, CaseKind, Mark, Settings, Verdict
from linkwork.web.rounds.forms import Named
from linkwork.web.rounds.labels import CASE_KINDS, SCORES, VERDICTS
from linkwork.web.shared.forms import Form
from linkwork.web.study.labels import Labels, choices


class NewSheetForm(Form):
    """Opening a sheet of ratings."""

    title = forms.CharField(label=_("Title"), max_length=200)
    kind = forms.ChoiceField(label=_("What is compared"), choices=choices(CASE_KINDS), initial=CaseKind.SITE)
    cases = forms.CharField(
        label=_("Cases"), help_text=_("One a line."), widget=forms.Textarea(attrs={"rows": 4})
    )
    constructs = forms.MultipleChoiceField(
        label=_("Constructs"),
        help_text=_("Those that were coded in this study."),
        widget=forms.CheckboxSelectMultiple,
    )
    raters = forms.MultipleChoiceField(label=_("Who rates, each apart"), widget=forms.CheckboxSelectMultiple)
    apart = forms.IntegerField(
        label=_("Look again where raters lie this far apart"), initial=USUAL.apart, min_value=1, max_value=4
    )
    few = forms.IntegerField(
        label=_("Look again where a strong rating stands on fewer sources than"),
        initial=USUAL.few,
        min_value=1,
        max_value=20,
    )
    strong_gap = forms.FloatField(
        label=_("Tells cases apart strongly from this gap between the means"),
        initial=USUAL.strong_gap,
        min_value=0.1,
        max_value=4,
    )
    weak_gap = forms.FloatField(
        label=_("Tells them apart weakly from this gap"), initial=USUAL.weak_gap, min_value=0.1, max_value=4
    )

    def __init__(self, constructs: Labels, raters: Named, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, offered in (("constructs", constructs), ("raters", [(str(k), n) for k, n in raters])):
            field = self.fields[name]
            assert isinstance(field, forms.ChoiceField)
            field.choices = offered

    def settings(self) -> Settings:
        """What suggests a second look, and a verdict."""
        said = self.cleaned_data
        return Settings(
            apart=said["apart"], few=said["few"], strong_gap=said["strong_gap"], weak_gap=said["weak_gap"]
        )


class RateForm(Form):
    """Rating one cell, or settling it."""

    score = forms.ChoiceField(label=_("Rating"), choices=choices(SCORES), widget=forms.RadioSelect)
    reason = forms.CharField(
        label=_("Why"), widget=forms.Textarea(attrs={"rows": 3}), required=False, max_length=5000
    )
    evidence = forms.MultipleChoiceField(
        label=_("Passages it rests on"), widget=forms.CheckboxSelectMultiple, required=False
    )

    def __init__(self, evidence: Labels, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["evidence"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = evidence

    def rating(self) -> tuple[Mark, int | None]:
        """Mark and value."""
        said = self.cleaned_data["score"]
        if said == Mark.MISSING:
            return Mark.MISSING, None
        return (Mark.MIXED, 0) if said == Mark.MIXED else (Mark.RATED, int(said))

    def ids(self) -> list[UUID]:
        """The codings ticked."""
        return [UUID(one) for one in self.cleaned_data["evidence"]]


class VerdictForm(Form):
    """What a construct is decided to be."""

    verdict = forms.ChoiceField(label=_("Decided"), choices=choices(VERDICTS))
    note = forms.CharField(label=_("Why"), required=False, max_length=5000)

    def chosen(self) -> Verdict:
        """The verdict."""
        return Verdict(self.cleaned_data["verdict"])
