"""What can be typed about a recommendation, and about the site."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from linkwork.evaluation.toolkit import reads
from linkwork.evaluation.toolkit.rules.limits import LICENCES, LONGEST_REASON
from linkwork.web.shared.forms import Form
from linkwork.web.study.labels import STAGES, choices
from linkwork.web.toolkit.labels import AUDIENCES, LANGUAGES, ORDERS, SETTINGS, STATES

TITLE = "title_"


class RecommendationForm(Form):
    """One recommendation. The statements it rests on are picked from the portraits beside it."""

    title = forms.CharField(label=_("What do you advise, in a line?"), max_length=160)
    advice = forms.CharField(
        label=_("What exactly should they do?"), max_length=6000, widget=forms.Textarea(attrs={"rows": 6})
    )
    stage = forms.ChoiceField(
        label=_("When does it matter?"), choices=choices(STAGES), widget=forms.RadioSelect
    )
    audience = forms.ChoiceField(label=_("Whom is it for?"), choices=choices(AUDIENCES))
    settings = forms.MultipleChoiceField(
        label=_("Where does it fit?"),
        help_text=_("Choose none if it fits everywhere."),
        choices=choices(SETTINGS),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    barrier = forms.CharField(label=_("What does it help against?"), max_length=300, required=False)
    checklist = forms.CharField(
        label=_("Checklist"),
        help_text=_("One line for each thing to tick off."),
        widget=forms.Textarea(attrs={"rows": 4}),
        required=False,
    )
    constructs = forms.MultipleChoiceField(label=_("Known factors it helps against"), required=False)
    strategies = forms.MultipleChoiceField(label=_("Known strategies it uses (ERIC)"), required=False)
    language = forms.ChoiceField(label=_("Which language is it written in?"), choices=LANGUAGES)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: Any = self.fields
        fields["strategies"].choices = reads.strategies()
        fields["constructs"].choices = [one for _name, many in reads.construct_choices() for one in many]
        for code, name in LANGUAGES:
            field = forms.CharField(label=name, max_length=160, required=False)
            field.widget.attrs |= {"lang": code, "dir": "auto"}
            self.fields[TITLE + code] = field

    @property
    def other_titles(self) -> list[Any]:
        """The fields of what it is called in other languages."""
        return [self[TITLE + code] for code, _name in LANGUAGES]

    def titles(self) -> dict[str, str]:
        """What was entered there, by code."""
        return {code: self.cleaned_data[TITLE + code] for code, _name in LANGUAGES}


class ReasonForm(Form):
    """Why something is asked for, or taken back."""

    text = forms.CharField(label="", max_length=LONGEST_REASON, widget=forms.Textarea(attrs={"rows": 3}))


class SeekForm(Form):
    """Which recommendations, in which order."""

    words = forms.CharField(label=_("Words"), required=False)
    stage = forms.ChoiceField(label=_("Stage"), required=False)
    audience = forms.ChoiceField(label=_("For"), required=False)
    state = forms.ChoiceField(label=_("Where it stands"), required=False)
    order = forms.ChoiceField(label=_("Order"), choices=choices(ORDERS), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, known in (("stage", STAGES), ("audience", AUDIENCES), ("state", STATES)):
            field: Any = self.fields[name]
            field.choices = [("", _("All")), *choices(known)]


class ImprintForm(Form):
    """What the site says about itself."""

    mail = forms.EmailField(
        label=_("Where readers may write to"),
        help_text=_("Stands on every page. Without it, the site asks for no feedback."),
        required=False,
    )
    address = forms.URLField(
        label=_("Where the site will stand"),
        help_text=_("Such as https://example.org/toolkit/. Needed for its map and its feed of changes."),
        required=False,
        assume_scheme="https",
    )
    licence = forms.ChoiceField(label=_("Licence"), choices=[(name, name) for name in LICENCES])
