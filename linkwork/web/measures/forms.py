"""What is asked: the questions of a measure, typed in from paper, and what to ask next."""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from linkwork.instruments.measures import Measure, Wording
from linkwork.outcomes.rules.occasions import Mode, Occasion
from linkwork.web.measures.words import MODES, OCCASIONS
from linkwork.web.shared.carrying_out import day_input
from linkwork.web.shared.forms import Form

NOW, PAPER, LINK = "now", "paper", "link"
SUGGESTED = "suggested"
ASKED = (Mode.TOGETHER, Mode.PHONE)


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


class AboutAnswers(Form):
    """When it was answered, and where in the support that was."""

    answered_on = forms.DateField(label=gettext_lazy("When was it answered?"), widget=day_input())
    occasion = forms.ChoiceField(
        label=gettext_lazy("Where in the support is this?"),
        choices=[(key.value, label) for key, label in OCCASIONS.items()],
        widget=forms.RadioSelect,
    )


class AnswerForm(QuestionsForm, AboutAnswers):
    """Asked by the worker, face to face or by phone."""

    mode = forms.ChoiceField(
        label=gettext_lazy("How did you ask?"),
        choices=[(key.value, MODES[key]) for key in ASKED],
        widget=forms.RadioSelect,
    )


class CorrectForm(QuestionsForm, AboutAnswers):
    """Typed in wrongly: the whole of it once more, and why."""

    reason = forms.CharField(label=gettext_lazy("What was wrong?"), max_length=300)


class PaperForm(AboutAnswers):
    """A sheet of paper typed in: one number a question, in order; a hyphen where the sheet has none."""

    typed = forms.CharField(
        label=gettext_lazy("The answers in order"),
        help_text=gettext_lazy("One number for each question; a hyphen where nothing is ticked."),
        widget=forms.TextInput(
            attrs={"autocomplete": "off", "spellcheck": "false", "dir": "ltr", "class": "typed-answers"}
        ),
    )

    def __init__(self, *args: Any, measure: Measure, **kwargs: Any) -> None:
        self.measure = measure
        self.answers: dict[str, int] = {}
        super().__init__(*args, **kwargs)

    def clean_typed(self) -> str:
        """Read the line into `answers`. Says which question is at fault."""
        typed: str = self.cleaned_data["typed"]
        parts = self._parts(typed)
        if len(parts) != len(self.measure.items):
            raise forms.ValidationError(
                _("%(title)s has %(questions)s questions, and %(answers)s answers are typed.")
                % {
                    "title": _(self.measure.title),
                    "questions": len(self.measure.items),
                    "answers": len(parts),
                }
            )
        for place, (item, part) in enumerate(zip(self.measure.items, parts, strict=True), 1):
            offered = self.measure.scores_of(item.id)
            if part == "-":
                continue
            if not part.isdecimal() or int(part) not in offered:
                raise forms.ValidationError(
                    _("Question %(number)s: “%(answer)s” is not one of %(offered)s.")
                    % {"number": place, "answer": part, "offered": ", ".join(map(str, sorted(offered)))}
                )
            self.answers[item.id] = int(part)
        if not self.answers:
            raise forms.ValidationError(_("Answer at least one question."))
        return typed

    def _parts(self, typed: str) -> list[str]:
        """Split at spaces and commas; where every score is one digit, none are needed."""
        parts = [part for part in re.split(r"[\s,;]+", typed.strip().replace("–", "-")) if part]
        scores: Iterable[int] = (
            score for item in self.measure.items for score in self.measure.scores_of(item.id)
        )
        if all(0 <= score <= 9 for score in scores):
            return [letter for part in parts for letter in part]
        return parts


class ReasonForm(Form):
    """Why answers no longer count."""

    reason = forms.CharField(label=gettext_lazy("Why should it no longer count?"), max_length=300)


class NewForm(Form):
    """What to ask next, and how."""

    measure = forms.ChoiceField(
        label=gettext_lazy("What do you want to ask about?"), widget=forms.RadioSelect
    )
    how = forms.ChoiceField(
        label=gettext_lazy("How will they answer?"),
        choices=[
            (NOW, gettext_lazy("With me, now")),
            (LINK, gettext_lazy("Alone, by their own link")),
            (PAPER, gettext_lazy("On paper, and I type it in")),
        ],
        widget=forms.RadioSelect,
        initial=NOW,
    )
    occasion = forms.ChoiceField(
        label=gettext_lazy("Where in the support is this?"),
        choices=[
            (SUGGESTED, gettext_lazy("As it is suggested")),
            *((key.value, label) for key, label in OCCASIONS.items()),
        ],
        widget=forms.RadioSelect,
        initial=SUGGESTED,
    )

    def __init__(self, *args: Any, measures: Iterable[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["measure"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = list(measures)


def initial_answers(answers: Mapping[str, int]) -> dict[str, str]:
    """What was answered before, as the form has it."""
    return {field_of(item_id): str(score) for item_id, score in answers.items()}


def occasion_or(chosen: str, suggested: Occasion) -> Occasion:
    """The occasion chosen, else the suggested one."""
    return Occasion(chosen) if chosen in {one.value for one in Occasion} else suggested
