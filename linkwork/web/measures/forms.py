"""What a worker says of answers, types in from paper, and asks next."""

import re
from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from linkwork.instruments.measures import Measure
from linkwork.outcomes.rules.occasions import Mode, Occasion
from linkwork.web.measures.questions import QuestionsForm
from linkwork.web.measures.words import MODES, OCCASIONS
from linkwork.web.shared.carrying_out import day_input
from linkwork.web.shared.forms import Form

NOW, PAPER, LINK = "now", "paper", "link"
SUGGESTED = "suggested"
ASKED = (Mode.TOGETHER, Mode.PHONE)


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


def occasion_or(chosen: str, suggested: Occasion) -> Occasion:
    """The occasion chosen, else the suggested one."""
    return Occasion(chosen) if chosen in {one.value for one in Occasion} else suggested
