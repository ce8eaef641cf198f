"""What a partner may write: a question, times, an appointment."""

import datetime as dt
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from linkwork.web.connect.forms import MoveForm
from linkwork.web.connect.forms.appointments import moment_input
from linkwork.web.shared.forms import Form


class QuestionForm(Form):
    """Free words to the worker."""

    words = forms.CharField(
        label=gettext_lazy("Your question"),
        widget=forms.Textarea(attrs={"rows": 3, "dir": "auto"}),
        max_length=2000,
    )


class TimesForm(Form):
    """Up to three times to choose from."""

    first = forms.DateTimeField(label=gettext_lazy("A time"), widget=moment_input())
    second = forms.DateTimeField(label=gettext_lazy("Or"), widget=moment_input(), required=False)
    third = forms.DateTimeField(label=gettext_lazy("Or"), widget=moment_input(), required=False)
    where = forms.CharField(label=gettext_lazy("Where"), max_length=200, required=False)

    def said(self) -> dict[str, Any]:
        """The values as the action takes them."""
        kept = self.cleaned_data
        times: list[dt.datetime] = [kept[name] for name in ("first", "second", "third") if kept[name]]
        return {"times": times, "where": kept["where"]}


class DateForm(MoveForm):
    """An appointment at their own service."""

    field_order = ("starts_at", "minutes", "where")
