"""The questions of a measure, for whoever answers them: the form, and what it needs to be drawn word for word."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import get_language, gettext_lazy, ngettext
from django.utils.translation import gettext as _

from linkwork.core.languages import direction
from linkwork.instruments.measures import Measure, Wording
from linkwork.web.measures.words import language_said
from linkwork.web.shared.forms import Form

LONG = 7  # from so many choices on they are numbers in a row


def field_of(item_id: str) -> str:
    """The form's name for an item."""
    return f"item_{item_id}"


class QuestionsForm(Form):
    """The questions themselves, each with its choices. Gaps are allowed once it is said that they are meant."""

    gaps_meant = forms.BooleanField(label=gettext_lazy("Leave the others open"), required=False)

    def __init__(self, *args: Any, measure: Measure, wording: Wording, **kwargs: Any) -> None:
        self.measure = measure
        super().__init__(*args, **kwargs)
        for item in measure.items:
            scores = measure.scores_of(item.id)
            texts = wording.choices[item.choices]
            self.fields[field_of(item.id)] = forms.ChoiceField(
                label=wording.items[item.id],
                choices=[(str(score), text) for score, text in zip(scores, texts, strict=True)],
                widget=forms.RadioSelect,
                required=False,
                error_messages={"invalid_choice": _("Choose one of the answers offered.")},
            )

    @property
    def answers(self) -> dict[str, int]:
        """Item id to score, for what was answered."""
        given = {item.id: self.cleaned_data.get(field_of(item.id), "") for item in self.measure.items}
        return {item_id: int(value) for item_id, value in given.items() if value != ""}

    @property
    def has_gaps(self) -> bool:
        """Whether it was sent with some questions open."""
        return self.is_bound and 0 < len(self.answers) < len(self.measure.items)

    def clean(self) -> dict[str, Any]:
        """Ask once whether gaps are meant; nothing at all is no answer."""
        data = super().clean() or {}
        if not self.answers:
            raise forms.ValidationError(_("Answer at least one question."))
        open_ones = len(self.measure.items) - len(self.answers)
        if open_ones and not data.get("gaps_meant"):
            self.add_error("gaps_meant", gaps_said(open_ones))
        return data


def gaps_said(number: int) -> str:
    """How many questions have no answer, and what to do."""
    return ngettext(
        "%(num)s question has no answer. Answer it, or tick here to leave it open.",
        "%(num)s questions have no answer. Answer them, or tick here to leave them open.",
        number,
    ) % {"num": number}


def initial_answers(answers: Mapping[str, int]) -> dict[str, str]:
    """What was answered before, as the form has it."""
    return {field_of(item_id): str(score) for item_id, score in answers.items()}


def questions_values(form: QuestionsForm, measure: Measure, wording: Wording) -> dict[str, Any]:
    """Values for measures/questions.html."""
    return {
        "measure_id": measure.id,
        "title": _(measure.title),
        "why": _(measure.why),
        "intro": wording.intro,
        "asked": {
            "language": wording.language,
            "dir": direction(wording.language),
            "official": wording.official,
            "name": language_said(wording.language),
            "other": wording.language != (get_language() or "").split("-")[0],
        },
        "wordings": [
            {"code": one, "name": language_said(one), "current": one == wording.language}
            for one in measure.languages
        ],
        "has_gaps": form.has_gaps,
        "questions": [
            {
                "field": form[field_of(item.id)],
                "row": len(measure.scores_of(item.id)) >= LONG,
                "ends": wording.ends.get(item.choices, ()),
            }
            for item in measure.items
        ],
    }
