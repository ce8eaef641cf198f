"""The base of our forms: plain dictionaries in, plain values out, and errors that say what to do."""

import re
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

WHAT_TO_DO = {
    "required": _("Fill this in."),
    "invalid_choice": _("Choose one of the answers offered."),
    "invalid_list": _("Choose from the answers offered."),
}
BY_KIND: list[tuple[type[forms.Field], dict[str, Any]]] = [
    (forms.DateField, {"invalid": _("Enter a day, such as 2026-03-12.")}),
    (forms.DateTimeField, {"invalid": _("Enter a day and a time, such as 2026-03-12 14:30.")}),
    (forms.TimeField, {"invalid": _("Enter a time, such as 14:30.")}),
    (forms.EmailField, {"invalid": _("Enter an e-mail address, such as name@example.org.")}),
    (forms.IntegerField, {"invalid": _("Enter a whole number.")}),
    (forms.BooleanField, {"required": _("Tick the box to go on.")}),
    (forms.ChoiceField, {"required": _("Choose one.")}),
    (
        forms.FileField,
        {"required": _("Choose a file."), "empty": _("This file is empty. Choose another one.")},
    ),
]


class Form(forms.Form):
    """A form that never stands for a table. Its errors come as a sentence that says what to do."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.say_what_to_do()

    def say_what_to_do(self) -> None:
        """Give every field its words; once more by a form that adds fields of its own."""
        for field in self.fields.values():
            kinds = reversed(type(field).__mro__)
            usual = {
                code: text
                for kind in kinds
                for code, text in vars(kind).get("default_error_messages", {}).items()
            }
            for code, words in _words_for(field).items():
                if field.error_messages.get(code) is usual.get(code):  # a field's own words stay
                    field.error_messages[code] = words

    def refuse(self, errors: dict[str, str]) -> None:
        """Show the refusals of an action (Invalid.errors) at their fields; those without a field stand on top."""
        for name, words in errors.items():
            self.add_error(name if name in self.fields else None, words)


def _words_for(field: forms.Field) -> dict[str, Any]:
    words = dict(WHAT_TO_DO)
    for kind, own in BY_KIND:
        if isinstance(field, kind):
            words |= own
    return words


class PlaceField(forms.CharField):
    """A place on the map as people copy it from one: (latitude, longitude) in degrees, None where empty."""

    def to_python(self, value: Any) -> Any:
        """The two numbers. Raises ValidationError for anything else."""
        said = super().to_python(value)
        if not said:
            return None
        numbers = re.findall(r"[-+−]?\d+(?:\.\d+)?", said)
        if len(numbers) != 2 or re.search(r"[^-+−\d.,;\s°()]", said):
            raise forms.ValidationError(
                _("Give two numbers: latitude, then longitude, such as 51.5072, -0.1276.")
            )
        latitude, longitude = (float(one.replace("−", "-")) for one in numbers)
        return latitude, longitude

    def run_validators(self, value: Any) -> None:
        """None: its length was that of the words, and whether it lies on earth is the directory's to say."""
