"""A partner's question."""

from django import forms
from django.utils.translation import gettext_lazy

from linkwork.web.shared.forms import Form


class QuestionForm(Form):
    """Free words to the worker."""

    words = forms.CharField(
        label=gettext_lazy("Your question"),
        widget=forms.Textarea(attrs={"rows": 3, "dir": "auto"}),
        max_length=2000,
    )
