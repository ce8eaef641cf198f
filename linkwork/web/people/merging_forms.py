"""The form that makes one record of two."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from linkwork.web.shared.forms import Form


class MergeForm(Form):
    """Two records of one person: where they differ, which holds."""

    why = forms.CharField(
        label=gettext_lazy("How do you know that they are one person?"),
        widget=forms.Textarea(attrs={"rows": 2}),
        required=False,
    )

    def __init__(
        self,
        *args: Any,
        differing: Sequence[tuple[str, str, str, str]] = (),
        running: Sequence[tuple[str, str]] = (),
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        for group, label, kept, other in differing:
            self.fields[f"hold_{group}"] = forms.ChoiceField(
                label=label,
                choices=[("kept", kept), ("other", other)],
                widget=forms.RadioSelect,
                initial="kept",
            )
        if len(running) > 1:
            self.fields["continues"] = forms.ChoiceField(
                label=_("Both have a running case. Which one goes on?"),
                help_text=_("The other stays as it is until what is under way in it has an end."),
                choices=list(running),
                widget=forms.RadioSelect,
            )
        self.order_fields([*(f"hold_{group}" for group, *_rest in differing), "continues", "why"])

    def chosen(self) -> list[str]:
        """The groups in which the other record holds."""
        return [
            name.removeprefix("hold_")
            for name, value in self.cleaned_data.items()
            if name.startswith("hold_") and value == "other"
        ]

    def continues(self) -> UUID | None:
        """The case that goes on, where both run."""
        chosen = self.cleaned_data.get("continues")
        return UUID(chosen) if chosen else None
