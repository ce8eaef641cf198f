"""The forms of files that come in from other programs."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from linkwork.web.shared.forms import Form
from linkwork.web.study.labels import LANGUAGES, choices

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
