"""Answers to a survey of staff from a spreadsheet: the file, its columns, a look at what would go in, kept."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from linkwork.core.errors import Invalid, NotFound, Refused
from linkwork.exchange.sheets.contact_log import refused_header, refused_rows
from linkwork.exchange.sheets.staff_survey import SurveyFile, guessed, headings, read_survey, take_in
from linkwork.exchange.sheets.table import read_sheet
from linkwork.exchange.sheets.waiting import Waiting, keep, waiting
from linkwork.extracts import actions
from linkwork.extracts import reads as extracts
from linkwork.extracts.access import check_may_take
from linkwork.extracts.reads import SurveyMappingCard
from linkwork.extracts.rules.mappings import SurveyMapping
from linkwork.instruments.surveys import SURVEYS, survey
from linkwork.web.logs import presenters
from linkwork.web.logs.survey_forms import SurveyColumnsForm, SurveyForm, SurveyKeepForm, fields_of
from linkwork.web.shared.frame import page
from linkwork.web.shared.request import Request
from linkwork.web.shared.sheets import CSV, XLSX, table_file

KIND = "survey"


@require_http_methods(["GET", "POST"])
def bring(request: Request) -> HttpResponse:
    """The file, and which survey it is of."""
    check_may_take(request.viewer)
    saved = extracts.survey_mappings(request.viewer)
    given = (request.POST, request.FILES) if request.method == "POST" else ()
    form = SurveyForm(*given, mappings=saved)
    if form.is_valid():
        upload = form.cleaned_data["file"]
        file = keep(request.viewer, upload.name or "", upload.chunks(), request.at, KIND)
        try:
            sheet = read_sheet(file.path)
        except Refused as refusal:
            file.forget()
            form.add_error("file", refusal.reason)
        else:
            chosen = next((one for one in saved if str(one.id) == form.cleaned_data.get("mapping")), None)
            instrument = chosen.mapping.survey if chosen else form.cleaned_data["instrument"]
            file.say(instrument=instrument, header=list(sheet.header))
            return redirect(f"logs:survey_{_next(file, chosen)}", file.id)
    return page(request, "logs/survey.html", {"form": form}, 400 if form.errors else 200)


def _next(file: Waiting, chosen: SurveyMappingCard | None) -> str:
    """Which page comes next: answers that a saved mapping fits need no telling."""
    if chosen is None:
        return "columns"
    header = file.said["header"]
    known = {name: column for name, column in chosen.mapping.columns.items() if column in header}
    file.say(saved_as=chosen.name, known=known)
    if known != chosen.mapping.columns:
        return "columns"
    file.say(columns=known)
    return "check"


@require_http_methods(["GET", "POST"])
def columns(request: Request, file_id: UUID) -> HttpResponse:
    """The first rows, and which column is the day, the group and each item."""
    file = _file(request, file_id)
    sheet, instrument = read_sheet(file.path), survey(file.said["instrument"])
    rows = sheet.rows[:5]
    form = SurveyColumnsForm(
        request.POST or None,
        fields=fields_of(instrument),
        samples=presenters.samples(sheet.header, rows),
        initial=file.said.get("columns") or file.said.get("known") or guessed(sheet.header, instrument),
    )
    if form.is_valid():
        file.say(columns=form.columns)
        try:
            _read(request, file)
            return redirect("logs:survey_check", file.id)
        except Refused as refusal:
            form.add_error(None, refusal.reason)
    values = presenters.preview(file, sheet.header, rows) | {"form": form, "id": file.id}
    return page(request, "logs/survey_columns.html", values, 400 if form.errors else 200)


@require_http_methods(["GET", "POST"])
def check(request: Request, file_id: UUID) -> HttpResponse:
    """What would go in and what would not; then it is kept."""
    file = _file(request, file_id)
    if "columns" not in file.said:
        return redirect("logs:survey_columns", file.id)
    found = _read(request, file)
    form = SurveyKeepForm(
        request.POST or None, initial={"name": file.name, "keep_as": file.said.get("saved_as", "")}
    )
    if form.is_valid():
        try:
            if called := form.cleaned_data["keep_as"]:
                told = SurveyMapping(file.said["instrument"], file.said["columns"])
                actions.keep_mapping(name=called, mapping=told, by=request.viewer, at=request.at)
            name = form.cleaned_data["name"] or file.name
            extract_id = take_in(found, by=request.viewer, at=request.at, name=name)
        except Invalid as refusal:
            form.refuse({"keep_as": refusal.reason})
        except Refused as refusal:
            form.add_error(None, refusal.reason)
        else:
            file.forget()
            messages.success(request, _("Extract taken. It will not change from now on."))
            return redirect("figures:extract", extract_id)
    values = {"id": file.id, "form": form, "report": presenters.survey_report(found)}
    return page(request, "logs/survey_check.html", values, 400 if form.errors else 200)


@require_GET
def refused(request: Request, file_id: UUID, ending: str) -> HttpResponseBase:
    """The rows that do not go in, as a file to put right and bring in again."""
    file = _file(request, file_id)
    if ending not in (CSV, XLSX) or "columns" not in file.said:
        raise NotFound(_("There is no such file."))
    found = _read(request, file)
    return table_file(refused_header(found), refused_rows(found), "refused-answers", ending)


@require_GET
def empty(request: Request) -> HttpResponseBase:
    """An empty sheet of answers, a column for each item."""
    check_may_take(request.viewer)
    return table_file(headings(survey(SURVEYS[0])), (), "survey-answers", XLSX)


def _read(request: Request, file: Waiting) -> SurveyFile:
    said = {column: name for name, column in file.said["columns"].items()}
    instrument = survey(file.said["instrument"])
    return read_survey(read_sheet(file.path), instrument, localdate(request.at), said, guess=False)


def _file(request: Request, file_id: UUID) -> Waiting:
    check_may_take(request.viewer)
    return waiting(request.viewer, file_id, KIND)
