"""What these forms share."""

from collections.abc import Sequence
from uuid import UUID

from django import forms

from linkwork.web.shared.forms import Form

Named = Sequence[tuple[UUID, str]]


def text(rows: int = 3) -> forms.Textarea:
    """Room for some lines."""
    return forms.Textarea(attrs={"rows": rows})


def offer(form: Form, name: str, choices: Named, nobody: object = None) -> None:
    """Give a field its choices; `nobody` is what the empty one is called."""
    found = [(str(key), label) for key, label in choices]
    field = form.fields[name]
    assert isinstance(field, forms.ChoiceField)
    field.choices = [("", nobody), *found] if nobody else found
