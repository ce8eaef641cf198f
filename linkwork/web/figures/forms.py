"""What may be asked for: a new extract, a log to bring in, a breakdown."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from linkwork.core.days import Days
from linkwork.evaluation.indicators.labels import heading
from linkwork.instruments.indicators import Grouping
from linkwork.web.shared.forms import Form


class TakeForm(Form):
    """A new extract of the record."""

    name = forms.CharField(
        label=_("What to call it"),
        help_text=_("For example “First quarter”. Left empty, it is called after the day."),
        required=False,
        max_length=160,
    )
    study = forms.ChoiceField(
        label=_("What it is for"),
        help_text=_(
            "Extracts for the same study call a person by the same code, so that people can be followed from one to the"
            " next. For another study everybody has another code, so that nobody can lay two studies side by side."
        ),
        required=False,
    )
    days = forms.ChoiceField(
        label=_("Days about people"),
        help_text=_(
            "The less exact, the harder it is to recognise somebody, and the fewer figures can be told."
        ),
        choices=[
            (Days.EXACT, _("As they are")),
            (Days.MONTH, _("Only the month: which contact came first is then not known")),
            (
                Days.SHIFTED,
                _("Moved by some weeks, the same for all days of a person: months are then not known"),
            ),
        ],
        initial=Days.EXACT,
        widget=forms.RadioSelect,
    )

    def __init__(self, *args: Any, studies: Sequence[tuple[str, str]] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["study"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", _("No study in particular")), *studies]

    def clean_days(self) -> Days:
        """As the kind of days it is."""
        return Days(self.cleaned_data["days"])


class LogForm(Form):
    """A contact log kept elsewhere."""

    file = forms.FileField(
        label=_("Contact log"),
        help_text=_("A spreadsheet (.xlsx or .csv) with one row for each contact: who, and on which day."),
    )
    columns = forms.CharField(
        label=_("Which column is which"),
        help_text=_("Only if a heading is not recognised. One on each line, as: Kod = person"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    title = forms.CharField(label=_("What to call it"), required=False, max_length=160)

    def clean_columns(self) -> dict[str, str]:
        """Column by column the field it holds."""
        told = {}
        for line in self.cleaned_data["columns"].splitlines():
            column, is_there, field = line.rpartition("=")
            if line.strip() and not is_there:
                raise forms.ValidationError(_("Write each line as: Kod = person"))
            if is_there:
                told[column.strip()] = field.strip()
        return told


class BreakdownForm(Form):
    """By what the figures are broken down."""

    by = forms.ChoiceField(
        label=_("Break down by"),
        required=False,
        widget=forms.Select(attrs={"data-submits": ""}),
    )

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["by"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", _("Nothing")), *[(one.value, heading(one)) for one in Grouping]]
