"""Running an action from a form: what it finds invalid is said beside the field, and nothing typed is lost."""

from collections.abc import Callable

from django.forms import DateInput, Form, TimeInput

from linkwork.core.errors import Invalid


def carried_out(form: Form, act: Callable[[], object]) -> object:
    """What the action returned, True where it returned nothing; None where it refused what was entered."""
    try:
        return act() or True
    except Invalid as refusal:
        for name, sentence in refusal.errors.items():
            form.add_error(name if name in form.fields else None, sentence)
    return None


def day_input() -> DateInput:
    """A field for a day. Browsers want ISO, whatever the language."""
    return DateInput(format="%Y-%m-%d", attrs={"type": "date"})


def time_input() -> TimeInput:
    """A field for a time of day."""
    return TimeInput(format="%H:%M", attrs={"type": "time"})
