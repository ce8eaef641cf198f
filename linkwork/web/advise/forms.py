"""What an adviser can type."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext as said_now
from django.utils.translation import gettext_lazy as _

from linkwork.web.shared.forms import Form


class CommentForm(Form):
    """What an adviser has to say."""

    text = forms.CharField(
        label=_("What would you change, add or ask?"),
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    statement_id = forms.ChoiceField(label=_("What is it about?"), required=False)

    def __init__(self, *args: Any, statements: Sequence[tuple[UUID, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        named = [(str(key), words) for key, words in statements]
        self.fields["statement_id"].choices = [("", said_now("The whole portrait")), *named]  # type: ignore[attr-defined]

    @property
    def about(self) -> UUID | None:
        """The statement it is about, if it is about one."""
        chosen = self.cleaned_data["statement_id"]
        return UUID(chosen) if chosen else None


class VoiceForm(Form):
    """Words of one's own for the portrait, and how one wishes to be named."""

    words = forms.CharField(
        label=_("What do you want to say in the portrait yourself?"),
        max_length=600,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3, "class": "own-words"}),
    )
    called = forms.CharField(
        label=_("How do you wish to be named?"),
        help_text=_("A name, a first name, initials, “a mother”. Leave it empty to stay unnamed."),
        max_length=80,
        required=False,
    )
    agreed = forms.BooleanField(label=_("These words, with this name, may be printed in the portrait"))
