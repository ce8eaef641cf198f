"""What is asked of a file of answers to a survey of staff."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from linkwork.extracts.reads import SurveyMappingCard
from linkwork.instruments.surveys import SURVEYS, Survey, survey
from linkwork.web.logs.forms import offer_mappings
from linkwork.web.shared.forms import Form

MUST = "day"


class SurveyForm(Form):
    """The file, and which survey it is of."""

    file = forms.FileField(
        label=gettext_lazy("Answers"),
        help_text=gettext_lazy("A spreadsheet (.xlsx or .csv) with one row for each respondent."),
    )
    instrument = forms.ChoiceField(label=gettext_lazy("Survey"), initial=SURVEYS[0])
    mapping = forms.ChoiceField(
        label=gettext_lazy("Read it like"),
        help_text=gettext_lazy("A mapping that was saved for earlier answers. Its survey is taken with it."),
        required=False,
    )

    def __init__(self, *args: Any, mappings: Sequence[SurveyMappingCard], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer_mappings(self, mappings)
        field = self.fields["instrument"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [(one, survey(one).name) for one in SURVEYS]


def fields_of(one: Survey) -> dict[str, str]:
    """What a column may be: who and when, then every item with its words."""
    items = {item.id: f"{item.id} {item.text}" for item in one.items}
    return {"day": _("Day"), "respondent": _("Respondent’s number"), "group": _("Group or role"), **items}


class SurveyColumnsForm(Form):
    """Which of their columns is which. `samples`: heading by heading what stands in it first."""

    def __init__(
        self, *args: Any, fields: Mapping[str, str], samples: Mapping[str, str], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        said = [(heading, f"{heading} ({text})" if text else heading) for heading, text in samples.items()]
        for name, label in fields.items():
            must = name == MUST
            first = ("", _("Choose a column") if must else _("Not in this file"))
            self.fields[name] = forms.ChoiceField(label=label, choices=[first, *said], required=must)
        self.say_what_to_do()

    @property
    def columns(self) -> dict[str, str]:
        """Field by field their heading. Only of a valid form."""
        return {name: column for name, column in self.cleaned_data.items() if column}

    def clean(self) -> dict[str, Any]:
        """No column is two things."""
        said = super().clean() or {}
        chosen = [column for column in said.values() if column]
        for name, column in list(said.items()):
            if column and chosen.count(column) > 1:
                self.add_error(name, _("Another line has this column too."))
        return said


class SurveyKeepForm(Form):
    """What the extract is to be called, and whether the mapping is kept for the next answers."""

    name = forms.CharField(label=gettext_lazy("What to call it"), required=False, max_length=160)
    keep_as = forms.CharField(
        label=gettext_lazy("Save the mapping as"),
        help_text=gettext_lazy("For the next answers. An older mapping of this name is replaced."),
        required=False,
        max_length=80,
    )


class SurveyMappingForm(Form):
    """A saved mapping: its name and its headings."""

    called = forms.CharField(label=gettext_lazy("Name"), max_length=80)

    def __init__(self, *args: Any, fields: Mapping[str, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, label in fields.items():
            self.fields[name] = forms.CharField(label=label, required=name == MUST, max_length=200)
        self.say_what_to_do()

    @property
    def columns(self) -> dict[str, str]:
        """Field by field their heading. Only of a valid form."""
        return {name: column for name, column in self.cleaned_data.items() if column and name != "called"}
