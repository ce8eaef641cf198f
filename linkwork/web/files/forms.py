"""The forms of files that come in from other programs."""

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from linkwork.evaluation.coding.rules.codebook import CodeCard
from linkwork.evaluation.coding.rules.rounds import Layer
from linkwork.evaluation.studies.reads import AnswerCard
from linkwork.instruments.frames import ChecklistItem
from linkwork.web.shared.forms import Form
from linkwork.web.study.labels import LANGUAGES, choices

FILES = {
    "xlsx": _("Excel spreadsheet"),
    "docx": _("Word document"),
    "csv": _("CSV"),
    "html": _("Web page"),
}
LAYERS = {
    Layer.CONSENSUS: _("The consensus where there is one"),
    Layer.CODERS: _("Every coder’s own"),
}
LARGEST = 200 * 1024 * 1024
LARGEST_CODEBOOK = 10 * 1024 * 1024


def _check_size(file: "UploadedFile[Any]") -> None:
    if (file.size or 0) > LARGEST:
        raise ValidationError(
            _("The file is larger than 200 MB. Export it from your program without pictures, sound and film.")
        )


def _check_codebook_size(file: "UploadedFile[Any]") -> None:
    if (file.size or 0) > LARGEST_CODEBOOK:
        raise ValidationError(_("The file is larger than 10 MB: too large for a codebook."))


class ProjectForm(Form):
    """A whole project of another program."""

    file = forms.FileField(
        label=_("Project file"),
        help_text=_(
            "A REFI-QDA project (.qdpx), as NVivo, ATLAS.ti, MAXQDA and others write it; a Taguette project (.sqlite3);"
            " or a QualCoder project (the file data.qda of its folder, or the folder as a ZIP)."
        ),
        widget=forms.ClearableFileInput(attrs={"accept": ".qdpx,.sqlite3,.sqlite,.db,.qda,.zip"}),
        validators=[_check_size],
    )
    language = forms.ChoiceField(
        label=_("Language of its texts"),
        help_text=_("Of those that do not say it themselves."),
        choices=choices(LANGUAGES),
        initial="en",
    )


class CodebookForm(Form):
    """The codes of another program."""

    file = forms.FileField(
        label=_("Codebook file"),
        help_text=_("A REFI-QDA codebook (.qdc). Its codes become a list of this study."),
        widget=forms.ClearableFileInput(attrs={"accept": ".qdc"}),
        validators=[_check_codebook_size],
    )
    title = forms.CharField(
        label=_("What the list is called"), max_length=120, initial=_("Codes of another program")
    )


class CodebookFileForm(Form):
    """The codebook as a table."""

    kind = forms.ChoiceField(label=_("As"), choices=choices(FILES))


class QuotationsForm(Form):
    """Which quotations, as what. `code` is frame and construct with a space between."""

    kind = forms.ChoiceField(label=_("As"), choices=choices(FILES))
    code = forms.ChoiceField(label=_("Code"), required=False)
    layer = forms.ChoiceField(
        label=_("Whose codings"), choices=choices(LAYERS), initial=Layer.CONSENSUS.value
    )

    def __init__(self, *args: Any, codes: Iterable[CodeCard] = (), **more: Any) -> None:
        super().__init__(*args, **more)
        named = [(f"{one.frame_id} {one.construct_id}", one.name) for one in codes]
        field = self.fields["code"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", _("All codes")), *named]


class ChecklistForm(Form):
    """Where in the paper, and what it says, for each line of a checklist: `place_KEY` and `text_KEY`."""

    def __init__(
        self,
        *args: Any,
        lines: Iterable[tuple[str, ChecklistItem, str]],
        answers: Mapping[str, AnswerCard],
        **more: Any,
    ) -> None:
        super().__init__(*args, **more)
        self.keys = [key for key, _item, _side in lines]
        for key in self.keys:
            said = answers.get(key, AnswerCard())
            self.fields[f"place_{key}"] = forms.CharField(
                label=_("Where in the paper"), required=False, max_length=120, initial=said.place
            )
            self.fields[f"text_{key}"] = forms.CharField(
                label=_("What is reported"),
                required=False,
                max_length=4000,
                initial=said.text,
                widget=forms.Textarea(attrs={"rows": 2}),
            )

    def answers(self) -> dict[str, tuple[str, str]]:
        """(Where, what) by line."""
        return {
            key: (self.cleaned_data[f"place_{key}"], self.cleaned_data[f"text_{key}"]) for key in self.keys
        }
