"""What may be asked for: a new extract, a log to bring in, a breakdown."""

from django import forms
from django.utils.translation import gettext_lazy as _

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
