"""A training with its certificate; what is asked for; what one wants to learn."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext as said_now
from django.utils.translation import gettext_lazy as _

from linkwork.web.shared import lists
from linkwork.web.shared.carrying_out import day_input
from linkwork.web.shared.forms import Form
from linkwork.web.team.words import LEVELS
from linkwork.workforce.actions import Taken
from linkwork.workforce.rules.training import LIST, MOST_BYTES, MOST_HOURS, file_kind


def topics() -> list[tuple[str, str]]:
    """The programme's list of topics, as choices."""
    return [(term.code, said_now(term.label)) for term in lists.terms(LIST)]


class TrainingForm(Form):
    """One training."""

    worker = forms.ChoiceField(label=_("Who?"))
    term = forms.ChoiceField(label=_("In what?"))
    held_on = forms.DateField(label=_("When?"), widget=day_input())
    hours = forms.DecimalField(
        label=_("How many hours?"), min_value=Decimal("0.5"), max_value=MOST_HOURS, decimal_places=1
    )
    file = forms.FileField(
        label=_("Certificate"),
        help_text=_("A PDF or a photo, up to 5 MB."),
        widget=forms.FileInput(attrs={"accept": ".pdf,.png,.jpg,.jpeg"}),
        required=False,
    )
    title = forms.CharField(label=_("Name of the course"), max_length=160, required=False)
    provider = forms.CharField(label=_("Who gave it?"), max_length=120, required=False)
    expires_on = forms.DateField(
        label=_("Until when does it hold?"),
        help_text=_("Leave empty if it does not run out."),
        widget=day_input(),
        required=False,
    )
    in_house = forms.BooleanField(label=_("We gave it ourselves, and certify it"), required=False)

    def __init__(
        self, workers: Iterable[tuple[str, str]], may_certify: bool, *args: Any, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["worker"].choices = list(workers)  # type: ignore[attr-defined]
        self.fields["term"].choices = topics()  # type: ignore[attr-defined]
        if not may_certify:
            del self.fields["in_house"]

    def clean_file(self) -> bytes | None:
        """The file's content, if it can be a certificate."""
        handed_in: Any = self.cleaned_data["file"]
        if not handed_in:
            return None
        if (handed_in.size or 0) > MOST_BYTES:
            raise forms.ValidationError(said_now("This file is larger than 5 MB. Choose a smaller one."))
        content = bytes(handed_in.read())
        if file_kind(content[:16]) is None:
            raise forms.ValidationError(said_now("Choose a PDF, a PNG or a JPEG file."))
        return content

    @property
    def worker_id(self) -> UUID:
        """Who was trained."""
        return UUID(self.cleaned_data["worker"])

    def taken(self, file_name: str, kind: str) -> Taken:
        """What was entered, with the name its certificate is kept under."""
        told = self.cleaned_data
        return Taken(
            term=told["term"],
            held_on=told["held_on"],
            hours=told["hours"],
            title=told["title"],
            provider=told["provider"],
            expires_on=told["expires_on"],
            in_house=told.get("in_house", False),
            file_name=file_name,
            file_kind=kind,
        )


class RequiredForm(Form):
    """What everybody is to be trained in."""

    terms = forms.MultipleChoiceField(
        label=_("What is everybody to be trained in?"), widget=forms.CheckboxSelectMultiple, required=False
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["terms"].choices = topics()  # type: ignore[attr-defined]


class NeedsForm(Form):
    """How much one wants training in each topic."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offered = [("", _("Not said")), *((str(key), label) for key, label in LEVELS.items())]
        for code, label in topics():
            self.fields[f"t_{code}"] = forms.ChoiceField(label=label, choices=offered, required=False)

    def levels(self) -> dict[str, int]:
        """What was said, by topic."""
        return {name[2:]: int(level) for name, level in self.cleaned_data.items() if level}
