"""What may be asked for: a new extract, a log to bring in, a breakdown."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from linkwork.core.days import Days
from linkwork.evaluation.indicators.labels import heading, label
from linkwork.evaluation.indicators.reads import ALWAYS, Span
from linkwork.extracts.reads import ExtractCard
from linkwork.extracts.rules.parts import Part
from linkwork.instruments.indicators import Grouping
from linkwork.programmes.rules import SiteKind, Stage
from linkwork.web.shared.carrying_out import day_input
from linkwork.web.shared.days import date_said, local_day
from linkwork.web.shared.forms import Form


class TakeForm(Form):
    """A new extract of the record."""

    name = forms.CharField(
        label=_("What to call it"),
        help_text=_("For example “First quarter”. Left empty, it is called after the day."),
        required=False,
        max_length=160,
    )
    study = forms.ChoiceField(
        label=_("What it is for"),
        help_text=_(
            "Extracts for the same study call a person by the same code, so that people can be followed from one to the"
            " next. For another study everybody has another code, so that nobody can lay two studies side by side."
        ),
        required=False,
    )
    days = forms.ChoiceField(
        label=_("Days about people"),
        help_text=_(
            "The less exact, the harder it is to recognise somebody, and the fewer figures can be told."
        ),
        choices=[
            (Days.EXACT, _("As they are")),
            (Days.MONTH, _("Only the month: which contact came first is then not known")),
            (
                Days.SHIFTED,
                _("Moved by some weeks, the same for all days of a person: months are then not known"),
            ),
        ],
        initial=Days.EXACT,
        widget=forms.RadioSelect,
    )

    since = forms.DateField(label=_("From"), required=False, widget=day_input())
    until = forms.DateField(label=_("To"), required=False, widget=day_input())
    stage = forms.ChoiceField(label=_("Stage"), required=False)
    site_kind = forms.ChoiceField(label=_("Kind of place"), required=False)

    def __init__(self, *args: Any, studies: Sequence[tuple[str, str]] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offered = {
            "study": [("", _("No study in particular")), *studies],
            "stage": [("", _("All stages")), *((one.value, label(Grouping.STAGE, one)) for one in Stage)],
            "site_kind": [
                ("", _("All places")),
                *((one.value, label(Grouping.SITE_KIND, one)) for one in SiteKind),
            ],
        }
        for name, choices in offered.items():
            field = self.fields[name]
            assert isinstance(field, forms.ChoiceField)
            field.choices = choices

    def clean_days(self) -> Days:
        """As the kind of days it is."""
        return Days(self.cleaned_data["days"])

    @property
    def part(self) -> Part:
        """What was asked for of the record. Only of a valid form."""
        said = self.cleaned_data
        return Part(said["since"], said["until"], said["stage"], said["site_kind"])


class ListForm(Form):
    """Which extracts, in which order."""

    q = forms.CharField(label=_("Find an extract"), required=False, max_length=160)
    sort = forms.ChoiceField(
        label=_("Order"),
        required=False,
        choices=[
            ("newest", _("Newest first")),
            ("oldest", _("Oldest first")),
            ("name", _("By name")),
            ("largest", _("Most contacts first")),
        ],
        widget=forms.Select(attrs={"data-submits": ""}),
    )

    @property
    def words(self) -> str:
        """What is looked for; nothing where it cannot be read."""
        return str(self.cleaned_data.get("q", "")) if self.is_valid() else ""

    @property
    def order(self) -> str:
        """In which order."""
        return str(self.cleaned_data.get("sort", "")) if self.is_valid() else ""


class CompareForm(Form):
    """Two extracts."""

    one = forms.ChoiceField(label=_("First"))
    other = forms.ChoiceField(label=_("Second"))

    def __init__(self, *args: Any, cards: Sequence[ExtractCard], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [(str(card.id), f"{card.name}, {date_said(local_day(card.taken_at))}") for card in cards]
        pair = newest_pair(cards) or cards[:2]
        for name, card in zip(("other", "one"), (*pair, *pair), strict=False):  # the newest second
            field = self.fields[name]
            assert isinstance(field, forms.ChoiceField)
            field.choices = choices
            field.initial = str(card.id)


def newest_pair(cards: Sequence[ExtractCard]) -> tuple[ExtractCard, ExtractCard] | None:
    """The two newest that came by the same way, the newer first; None where no two did. `cards` newest first."""
    for place, card in enumerate(cards):
        for older in cards[place + 1 :]:
            if older.origin == card.origin:
                return card, older
    return None


class RemoveForm(Form):
    """Why an extract is removed."""

    why = forms.CharField(
        label=_("Why"),
        help_text=_("It stays in the list, so name nobody."),
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 2}),
    )


class ReleaseForm(Form):
    """How figures leave, and what for."""

    base = forms.TypedChoiceField(
        label=_("How they leave"),
        choices=[(0, _("As they are")), (5, _("Rounded to the nearest 5"))],
        coerce=int,
        initial=0,
        widget=forms.RadioSelect,
    )
    why = forms.CharField(
        label=_("What for"),
        help_text=_("It stays with the extract, so name nobody."),
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 2}),
    )


class BreakdownForm(Form):
    """By what the figures are broken down."""

    by = forms.ChoiceField(
        label=_("Break down by"),
        required=False,
        widget=forms.Select(attrs={"data-submits": ""}),
    )

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["by"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", _("Nothing")), *[(one.value, heading(one)) for one in Grouping]]


class PeriodForm(Form):
    """Of which days the figures are told, first and last both counted."""

    since = forms.DateField(label=_("From"), required=False, widget=day_input())
    until = forms.DateField(label=_("To"), required=False, widget=day_input())

    def clean(self) -> dict[str, Any]:
        """The last day is not before the first."""
        said = super().clean() or {}
        since, until = said.get("since"), said.get("until")
        if since and until and until < since:
            self.add_error("until", _("The last day lies before the first."))
        return said

    @property
    def span(self) -> Span:
        """The days asked for; all of them where they cannot be read."""
        if not self.is_valid():
            return ALWAYS
        return Span(self.cleaned_data["since"], self.cleaned_data["until"])


class RunForm(Form):
    """Which figure is followed month by month."""

    run = forms.ChoiceField(
        label=_("Follow month by month"), required=False, widget=forms.Select(attrs={"data-submits": ""})
    )

    def __init__(self, *args: object, choices: list[tuple[str, str]], **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["run"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = choices
