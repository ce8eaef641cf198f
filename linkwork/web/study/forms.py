"""The forms of the study pages: what comes in is text, numbers and choices, nothing is stored here."""

from collections.abc import Collection
from typing import Any
from uuid import UUID

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from linkwork.evaluation.coding.rules import Valence
from linkwork.evaluation.coding.rules.codebook import Codebook
from linkwork.evaluation.coding.rules.rounds import Layer
from linkwork.evaluation.studies.rules import ConsentForm, Design, Group, NewFile, SourceKind
from linkwork.programmes.rules import Stage
from linkwork.web.shared.forms import Form
from linkwork.web.study.labels import (
    CONSENTS,
    DESIGNS,
    GROUPS,
    KINDS,
    LANGUAGES,
    STAGES,
    VALENCES,
    choices,
)
from linkwork.web.study.presenters.codes import frame_choices

MOST_FILES = 60
LARGEST = 50 * 1024 * 1024


class NewStudyForm(Form):
    """Opening a study."""

    title = forms.CharField(label=_("Title"), max_length=200)
    question = forms.CharField(
        label=_("Question"),
        help_text=_("What should it answer? One question a line."),
        widget=forms.Textarea(attrs={"rows": 3}),
        required=False,
    )
    design = forms.ChoiceField(
        label=_("Design"), choices=choices(DESIGNS), widget=forms.RadioSelect, initial=Design.CASE_STUDY
    )


class SeveralFiles(forms.ClearableFileInput):
    """A file input that takes several."""

    allow_multiple_selected = True


class FilesField(forms.FileField):
    """Several files as `NewFile`s."""

    widget = SeveralFiles

    def clean(self, data: Any, initial: Any = None) -> list[NewFile]:
        """Each file read whole; refused together where one is far too large."""
        files: list[UploadedFile[Any]] = [data] if data and not isinstance(data, list) else data or []
        if not files:
            raise forms.ValidationError(_("Choose one or more documents."))
        if len(files) > MOST_FILES:
            raise forms.ValidationError(_("Choose at most 60 files at a time."))
        if any((file.size or 0) > LARGEST for file in files):
            raise forms.ValidationError(_("One of the files is larger than 50 MB. Divide it into parts."))
        return [NewFile(file.name or "", file.read()) for file in files]


class _AboutForm(Form):
    """What a source is: who speaks, about which stage, what did they agree to?"""

    group = forms.ChoiceField(label=_("Who speaks"), choices=choices(GROUPS, _("Not said")), required=False)
    stage = forms.ChoiceField(
        label=_("Stage it speaks of"), choices=choices(STAGES, _("Not said")), required=False
    )
    consent = forms.ChoiceField(
        label=_("What they agreed to"),
        choices=choices(CONSENTS),
        required=False,
        initial=ConsentForm.ANALYSE,
    )

    def agreed(self) -> ConsentForm:
        """What they agreed to; the least where nobody says."""
        return ConsentForm(self.cleaned_data["consent"] or ConsentForm.ANALYSE)

    def group_chosen(self) -> Group | None:
        """The group, or None."""
        return Group(self.cleaned_data["group"]) if self.cleaned_data["group"] else None

    def stage_chosen(self) -> Stage | None:
        """The stage, or None."""
        return Stage(self.cleaned_data["stage"]) if self.cleaned_data["stage"] else None

    def kind_chosen(self) -> SourceKind | None:
        """The kind, or None."""
        return SourceKind(self.cleaned_data["kind"]) if self.cleaned_data["kind"] else None


class DescribeForm(_AboutForm):
    """What one source is: also what it is called, its kind and language, and how many people took part."""

    title = forms.CharField(label=_("Title"), max_length=200)
    kind = forms.ChoiceField(label=_("Kind"), choices=choices(KINDS))
    language = forms.ChoiceField(label=_("Language"), choices=choices(LANGUAGES))
    participants = forms.IntegerField(
        label=_("How many people took part"),
        min_value=1,
        max_value=100,
        required=False,
        initial=1,
        error_messages=dict.fromkeys(("min_value", "max_value"), _("Enter a number from 1 to 100.")),
    )
    field_order = ("group", "stage", "consent", "participants", "title", "kind", "language")

    def __init__(self, *args: Any, language: str = "", **options: Any) -> None:
        super().__init__(*args, **options)
        field = self.fields["language"]
        assert isinstance(field, forms.ChoiceField)
        if language and language not in LANGUAGES:  # from another program: it may stay
            field.choices = [(language, language), *choices(LANGUAGES)]


SAME = _("Leave as it is")


class DescribeSeveralForm(_AboutForm):
    """The same of several sources; what is not said stays as it is in each."""

    group = forms.ChoiceField(label=_("Who speaks"), choices=choices(GROUPS, SAME), required=False)
    stage = forms.ChoiceField(label=_("Stage it speaks of"), choices=choices(STAGES, SAME), required=False)
    consent = forms.ChoiceField(
        label=_("What they agreed to"), choices=choices(CONSENTS, SAME), required=False
    )
    kind = forms.ChoiceField(label=_("Kind"), choices=choices(KINDS, SAME), required=False)
    language = forms.ChoiceField(label=_("Language"), choices=choices(LANGUAGES, SAME), required=False)
    source = forms.TypedMultipleChoiceField(
        coerce=UUID,
        widget=forms.MultipleHiddenInput,
        error_messages={"required": _("Tick the sources first.")},
    )

    def __init__(self, sources: Collection[UUID], *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        field = self.fields["source"]
        assert isinstance(field, forms.MultipleChoiceField)
        field.choices = [(str(one), "") for one in sources]

    def agreed_chosen(self) -> ConsentForm | None:
        """What all of them agreed to, or None."""
        return ConsentForm(self.cleaned_data["consent"]) if self.cleaned_data["consent"] else None


class FilesForm(_AboutForm):
    """Bringing in several files that are alike."""

    texts = FilesField(
        label=_("Documents"),
        help_text=_(
            "Word, OpenDocument, RTF, PDF, web page, captions, plain text, or a ZIP of them. Each becomes a source."
        ),
    )
    kind = forms.ChoiceField(label=_("Kind"), choices=choices(KINDS), initial=SourceKind.INTERVIEW)
    language = forms.ChoiceField(
        label=_("Language"), choices=choices(LANGUAGES, _("As each text is written")), required=False
    )
    field_order = ("texts", "kind", "language", "group", "stage", "consent")


class ConstructsField(forms.MultipleChoiceField):
    """Codes as "frame:construct", any that the codebook lets a passage be given: hundreds, and never listed for it."""

    book: Codebook

    def valid_value(self, value: str) -> bool:
        """Whether a passage may be given this code."""
        frame_id, _colon, construct_id = value.partition(":")
        return self.book.may_be_given(frame_id, construct_id)


class CodeForm(Form):
    """Coding a passage: by its place, or by words pasted from the text."""

    start = forms.IntegerField(min_value=0, required=False, widget=forms.HiddenInput)
    end = forms.IntegerField(min_value=1, required=False, widget=forms.HiddenInput)
    seen = forms.IntegerField(min_value=1, required=False)  # the version of the text on the page
    words = forms.CharField(
        label=_("Words to code"),
        help_text=_("Copy them from the text and paste them here."),
        widget=forms.Textarea(attrs={"rows": 2, "class": "own-words"}),
        required=False,
    )
    constructs = ConstructsField(
        label=_("Constructs"), error_messages={"required": _("Choose at least one construct.")}
    )
    valence = forms.ChoiceField(
        label=_("What it does"), choices=choices(VALENCES), widget=forms.RadioSelect, initial=Valence.NEUTRAL
    )
    strength = forms.TypedChoiceField(
        label=_("How strongly"),
        choices=[("", _("Not said")), ("1", _("A little")), ("2", _("Clearly")), ("3", _("Decisively"))],
        coerce=int,
        empty_value=None,
        required=False,
    )
    stage = forms.ChoiceField(
        label=_("Stage, if another than the source’s"),
        choices=choices(STAGES, _("As the source")),
        required=False,
    )
    memo = forms.CharField(
        label=_("Memo"), max_length=5000, widget=forms.Textarea(attrs={"rows": 2}), required=False
    )

    def __init__(self, *args: Any, book: Codebook, **options: Any) -> None:
        super().__init__(*args, **options)
        field = self.fields["constructs"]
        assert isinstance(field, ConstructsField)
        field.book = book

    def constructs_chosen(self) -> list[tuple[str, str]]:
        """The constructs as (frame id, construct id)."""
        pairs = [value.split(":", 1) for value in self.cleaned_data["constructs"]]
        return [(frame_id, construct_id) for frame_id, construct_id in pairs]


class FindingsForm(forms.Form):
    """Narrowing the overlap and the quotations. Every field may be left empty; an unknown value is as good as none."""

    frame_a = forms.ChoiceField(label=_("Rows"), required=False)
    frame_b = forms.ChoiceField(label=_("Columns"), required=False)
    construct = forms.CharField(required=False, max_length=130)
    case = forms.CharField(required=False, max_length=80)
    a = forms.CharField(required=False, max_length=80)
    b = forms.CharField(required=False, max_length=80)
    stage = forms.ChoiceField(label=_("Stage"), choices=choices(STAGES, _("All stages")), required=False)
    group = forms.ChoiceField(label=_("Who speaks"), choices=choices(GROUPS, _("Everybody")), required=False)
    valence = forms.ChoiceField(label=_("What it does"), choices=choices(VALENCES, _("All")), required=False)
    layer = forms.ChoiceField(
        label=_("Whose codings"),
        choices=[
            (Layer.CONSENSUS.value, _("The consensus where there is one")),
            (Layer.CODERS.value, _("Every coder’s own")),
        ],
        required=False,
    )

    def __init__(self, *args: Any, book: Codebook, **options: Any) -> None:
        super().__init__(*args, **options)
        named = frame_choices(book)
        for name in ("frame_a", "frame_b"):
            field = self.fields[name]
            assert isinstance(field, forms.ChoiceField)
            field.choices = named

    def said(self, name: str) -> str:
        """The value of a field, empty where it was not given or means nothing."""
        self.is_valid()
        return str(self.cleaned_data.get(name) or "")
