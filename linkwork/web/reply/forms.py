"""A partner's question."""

from django import forms
from django.utils.translation import gettext_lazy


class QuestionForm(forms.Form):
    """Free words to the worker."""

    words = forms.CharField(
        label=gettext_lazy("Your question"),
        widget=forms.Textarea(attrs={"rows": 3, "dir": "auto"}),
        max_length=2000,
    )
