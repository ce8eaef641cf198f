"""What is asked of a log from elsewhere: the file, which column is which, which word is which, what to call it."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from linkwork.evaluation.indicators.labels import label
from linkwork.exchange.sheets.log_words import LISTS
from linkwork.extracts.reads import MappingCard, SurveyMappingCard
from linkwork.extracts.rules.mappings import EMPTY, FIELDS, MUST, NO, OTHER, YES
from linkwork.instruments import lists
from linkwork.instruments.indicators import Grouping
from linkwork.programmes.rules import SiteKind
from linkwork.web.figures.forms import TakeForm
from linkwork.web.shared.forms import Form

UNTOLD = "?"  # a word nobody said anything of
LOG_FIELDS = {
    "person": gettext_lazy("Person"),
    "occurred_on": gettext_lazy("Day"),
    "worker": gettext_lazy("Worker"),
    "marked_first": gettext_lazy("First or repeat"),
    "mode": gettext_lazy("How they met"),
    "site_kind": gettext_lazy("Kind of place"),
    "language": gettext_lazy("Language"),
    "minutes": gettext_lazy("Minutes"),
    "topics": gettext_lazy("Topics"),
    "support": gettext_lazy("Kind of support"),
}


class BringForm(Form):
    """A contact log kept elsewhere."""

    file = forms.FileField(
        label=gettext_lazy("Contact log"),
        help_text=gettext_lazy(
            "A spreadsheet (.xlsx or .csv) with one row for each contact: who, and on which day."
        ),
    )
    mapping = forms.ChoiceField(
        label=gettext_lazy("Read it like"),
        help_text=gettext_lazy("A mapping that was saved for an earlier log."),
        required=False,
    )

    def __init__(self, *args: Any, mappings: Sequence[MappingCard], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer_mappings(self, mappings)


def offer_mappings(form: Form, mappings: Sequence[MappingCard | SurveyMappingCard]) -> None:
    """Fill in the field `mapping` with what was saved, the latest first chosen; without any there is no such field."""
    field = form.fields["mapping"]
    assert isinstance(field, forms.ChoiceField)
    field.choices = [("", _("None: tell it anew")), *((str(one.id), one.name) for one in mappings)]
    latest = max(mappings, key=lambda one: one.changed_at, default=None)
    field.initial = str(latest.id) if latest else ""
    if not mappings:
        del form.fields["mapping"]


class ColumnsForm(Form):
    """Which of their columns is which of ours. `samples`: heading by heading what stands in it first."""

    def __init__(self, *args: Any, samples: Mapping[str, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        said = [(heading, f"{heading} ({text})" if text else heading) for heading, text in samples.items()]
        for name in FIELDS:
            must = name in MUST
            self.fields[name] = forms.ChoiceField(
                label=LOG_FIELDS[name],
                choices=[("", _("Choose a column") if must else _("Not in this log")), *said],
                required=must,
            )
        self.say_what_to_do()

    @property
    def columns(self) -> dict[str, str]:
        """Field by field their heading. Only of a valid form."""
        return {name: column for name, column in self.cleaned_data.items() if column}


class WordsForm(Form):
    """Which of their words is which of ours; and, where it is asked, how their days are written.

    `found`: field by field the words and how many rows have each; `guesses`: the code of each, where it is known.
    """

    def __init__(
        self,
        *args: Any,
        found: Mapping[str, Sequence[tuple[str, int]]],
        guesses: Mapping[tuple[str, str], str],
        own: lists.Own,
        asks_days: bool = False,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.words = {
            f"{name}-{n}": (name, word) for name in found for n, (word, _rows) in enumerate(found[name])
        }
        choices = {name: offered(name, own) for name in found}
        if asks_days:
            self.fields["order"] = forms.ChoiceField(
                label=gettext_lazy("Days like 12/03/2026"),
                choices=[("day", _("The day comes first")), ("month", _("The month comes first"))],
                widget=forms.RadioSelect,
            )
        rows = {(name, word): count for name, words in found.items() for word, count in words}
        for key, (name, word) in self.words.items():
            count = rows[name, word]
            self.fields[key] = forms.ChoiceField(
                label=word,
                help_text=ngettext("%(n)s row", "%(n)s rows", count) % {"n": count} if count else "",
                choices=choices[name],
                initial=guesses.get((name, word), UNTOLD),
            )
        self.say_what_to_do()

    def told(self) -> dict[str, dict[str, str]]:
        """Field by field the words that somebody said something of. Only of a valid form."""
        found: dict[str, dict[str, str]] = {}
        for key, (name, word) in self.words.items():
            code = self.cleaned_data[key]
            if code != UNTOLD:
                found.setdefault(name, {})[word] = "" if code == "-" else code
        return found


def offered(name: str, own: lists.Own) -> list[tuple[str, str]]:
    """Our words for one field. "-" stands for nothing, as an empty answer would be no choice."""
    if name == "marked_first":
        return [
            (UNTOLD, _("Not known: refuse the row")),
            (YES, _("First")),
            (NO, _("Repeat")),
            ("-", _("Nothing")),
        ]
    if name == "site_kind":
        ours = [(kind.value, label(Grouping.SITE_KIND, kind.value)) for kind in SiteKind]
    else:
        ours = [(term.code, _(term.label)) for term in lists.terms_of(own, LISTS[name]) if term.code != OTHER]
    return [(UNTOLD, _("Other")), *ours, ("-", _("Nothing"))]


def choice_of(code: str | None) -> str:
    """The choice that stands for a code."""
    return {None: UNTOLD, EMPTY: "-", OTHER: UNTOLD}.get(code, str(code))


class KeepForm(TakeForm):
    """What the extract is to be, and whether the mapping is kept for the next log."""

    keep_as = forms.CharField(
        label=gettext_lazy("Save the mapping as"),
        help_text=gettext_lazy("For the next log. An older mapping of this name is replaced."),
        required=False,
        max_length=80,
    )


class MendedForm(Form):
    """The refused rows, put right."""

    mended = forms.FileField(label=gettext_lazy("The refused rows, put right"))


class MappingForm(Form):
    """A saved mapping: its name and its headings; its words are a form of their own."""

    called = forms.CharField(label=gettext_lazy("Name"), max_length=80)
    order = forms.ChoiceField(
        label=gettext_lazy("Days like 12/03/2026"),
        choices=[
            ("", gettext_lazy("As the file itself shows")),
            ("day", gettext_lazy("The day comes first")),
            ("month", gettext_lazy("The month comes first")),
        ],
        required=False,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in FIELDS:
            self.fields[name] = forms.CharField(label=LOG_FIELDS[name], required=name in MUST, max_length=200)
        self.say_what_to_do()

    @property
    def columns(self) -> dict[str, str]:
        """Field by field their heading. Only of a valid form."""
        return {name: self.cleaned_data[name] for name in FIELDS if self.cleaned_data[name]}
