"""Survey answers from a spreadsheet: the file first, then which column is what."""

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_GET, require_http_methods

from linkwork.core.errors import Invalid, Refused
from linkwork.core.text import fold
from linkwork.evaluation.studies import reads
from linkwork.evaluation.studies.rules import ConsentForm
from linkwork.exchange.sheets.survey import SurveyColumns, SurveyReport, take_in_survey
from linkwork.exchange.sheets.table import Sheet, read_sheet
from linkwork.web.shared.files import csv_answer
from linkwork.web.shared.forms import Form
from linkwork.web.shared.frame import page
from linkwork.web.shared.request import Request
from linkwork.web.shared.sheets import uploaded
from linkwork.web.study.labels import CONSENTS, GROUPS, LANGUAGES, STAGES, choices

KEPT = "refused_answers"  # in the session: those of the last file only
MOST_KEPT = 200


class SurveyForm(Form):
    """The file, and the names of its columns: people know them, and the page shows those it found."""

    file = forms.FileField(
        label=gettext_lazy("Spreadsheet"),
        help_text=gettext_lazy("CSV or XLSX, with the columns’ names in its first row."),
    )
    text = forms.CharField(label=gettext_lazy("Column with the answers"), max_length=200)
    number = forms.CharField(
        label=gettext_lazy("Column with the number of whoever answered"), max_length=200, required=False
    )
    group = forms.CharField(label=gettext_lazy("Column with their group"), max_length=200, required=False)
    stage = forms.CharField(label=gettext_lazy("Column with the stage"), max_length=200, required=False)
    own_language = forms.CharField(
        label=gettext_lazy("Column with the language"), max_length=200, required=False
    )
    together = forms.ChoiceField(
        label=gettext_lazy("Becomes"),
        choices=[
            ("rows", gettext_lazy("One source a row")),
            ("one", gettext_lazy("One source with a turn a row")),
        ],
        widget=forms.RadioSelect,
        initial="rows",
    )
    language = forms.ChoiceField(
        label=gettext_lazy("Language, where no column says it"), choices=choices(LANGUAGES), initial="en"
    )
    consent = forms.ChoiceField(
        label=gettext_lazy("What they agreed to"), choices=choices(CONSENTS), initial=ConsentForm.ANALYSE
    )


@require_http_methods(["GET", "POST"])
def survey(request: Request, study_id: UUID) -> HttpResponse:
    """A file of answers: good rows come in, the others are given back with what to do."""
    study = reads.study(request.viewer, study_id)
    form = SurveyForm(request.POST, request.FILES) if request.method == "POST" else SurveyForm()
    report = None
    if form.is_valid():
        try:
            sheet = _sheet(form.cleaned_data["file"])
            report = _take(request, study_id, sheet, form.cleaned_data)
            _keep(request, sheet, report)
            said = ngettext("%(n)s answer came in.", "%(n)s answers came in.", report.taken)
            messages.success(request, said % {"n": report.taken})
            if not report.refused:
                return redirect("study:study", study_id)
        except Refused as refusal:
            form.add_error("file", refusal.reason)
        except Invalid as refusal:
            form.add_error("file", refusal.reason)
    values = {
        "study_id": study_id,
        "title": study.title,
        "form": form,
        "refused": [[str(row.number), said] for row, said in report.refused[:MOST_KEPT]] if report else [],
    }
    return page(request, "sources/survey.html", values, 422 if form.errors else 200)


@require_GET
def survey_refused(request: Request, study_id: UUID) -> HttpResponse:
    """The refused rows of the last file, to put right and bring in again."""
    kept = request.session.get(KEPT)
    if not kept:
        messages.info(request, _("The rows of this file are no longer kept. Bring it in again to see them."))
        return redirect("sources:survey", study_id)
    return csv_answer(kept, "refused-answers")


def _sheet(file: "UploadedFile[Any]") -> Sheet:
    with uploaded(file) as path:
        return read_sheet(path)


def _take(request: Request, study_id: UUID, sheet: Sheet, data: dict[str, Any]) -> SurveyReport:
    return take_in_survey(
        sheet,
        SurveyColumns(data["text"], data["number"], data["group"], data["stage"], data["own_language"]),
        study_id=study_id,
        together=data["together"] == "one",
        language=data["language"],
        consent=ConsentForm(data["consent"]),
        groups={fold(str(word)): group for group, label in GROUPS.items() for word in (group.value, label)},
        stages={fold(str(word)): stage for stage, label in STAGES.items() for word in (stage.value, label)},
        by=request.viewer,
        at=request.at,
    )


def _keep(request: Request, sheet: Sheet, report: SurveyReport) -> None:
    rows = [[row.cells.get(name, "") for name in sheet.header] + [said] for row, said in report.refused]
    if rows:
        request.session[KEPT] = [[*sheet.header, str(_("What to do"))], *rows[:MOST_KEPT]]
    else:
        request.session.pop(KEPT, None)
