"""Pages of logs and figures: bring in a log, read the figures. Nobody is named on any of them."""

import tempfile
from itertools import islice
from pathlib import Path
from typing import Any
from uuid import UUID

from django.core.files.uploadedfile import UploadedFile
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from linkwork.core.errors import NotFound, Refused
from linkwork.evaluation.indicators import reads as indicators
from linkwork.exchange.sheets.contact_log import ContactLog, read_log, refused_table, take_in
from linkwork.exchange.sheets.log_words import own_words
from linkwork.exchange.sheets.table import SheetFile
from linkwork.extracts import reads as extracts
from linkwork.extracts.access import check_may_take
from linkwork.programmes.reads import own_lists
from linkwork.web.figures import presenters
from linkwork.web.figures.forms import LogForm
from linkwork.web.figures.gate import home_with
from linkwork.web.shared.files import csv_answer
from linkwork.web.shared.frame import page
from linkwork.web.shared.request import Request

KEPT = "contact_log_report"  # in the session: the report of the last import only


@require_POST
def log(request: Request) -> HttpResponse:
    """Bring in a contact log, and tell what became of every row."""
    check_may_take(request.viewer)
    form = LogForm(request.POST, request.FILES)
    if not form.is_valid():
        return home_with(request, bringing=form, status=400)
    read: ContactLog | None = None
    try:
        read = _read(request, form)
        name = form.cleaned_data["title"] or form.cleaned_data["file"].name
        extract_id = take_in(read, by=request.viewer, at=request.at, name=name)
    except Refused as refusal:
        form.add_error("file", refusal.reason)
        return home_with(request, bringing=form, status=400, log=read)
    header, rows = refused_table(read)
    kept = {"extract": str(extract_id), "header": header, "rows": list(islice(rows, presenters.MOST_KEPT))}
    request.session[KEPT] = kept | {"report": presenters.report(read)}
    return redirect("figures:imported", extract_id)


def _read(request: Request, form: LogForm) -> ContactLog:
    """The reader wants a file with a name; the copy is gone as soon as it is read."""
    file: UploadedFile[Any] = form.cleaned_data["file"]
    with tempfile.TemporaryDirectory(prefix="linkwork-log-") as folder:
        path = Path(folder) / Path(file.name or "log.csv").name
        with path.open("wb") as copy:
            for chunk in file.chunks():
                copy.write(chunk)
        told, order = form.cleaned_data["columns"], form.cleaned_data["order"]
        return read_log(
            SheetFile(path),
            localdate(request.at),
            told,
            order,
            own_words(own_lists(request.viewer.programme)),
        )


@require_GET
def imported(request: Request, extract_id: UUID) -> HttpResponse:
    """What became of the rows of the log just brought in."""
    card = extracts.extract(request.viewer, extract_id)
    kept = _kept(request, extract_id)
    return page(
        request, "figures/imported.html", {"extract": presenters.head(card), "report": kept["report"]}
    )


@require_GET
def refused(request: Request, extract_id: UUID) -> HttpResponse:
    """The refused rows as a file, to put right and bring in again."""
    extracts.extract(request.viewer, extract_id)
    kept = _kept(request, extract_id)
    return csv_answer([kept["header"], *kept["rows"]], "refused-rows")


def _kept(request: Request, extract_id: UUID) -> dict[str, Any]:
    kept: dict[str, Any] = request.session.get(KEPT, {})
    if kept.get("extract") != str(extract_id):
        raise NotFound(_("The report of this import is no longer kept. Bring the log in again to see it."))
    return kept


@require_GET
def disagreements(request: Request, extract_id: UUID) -> HttpResponse:
    """The contacts whose mark and day disagree."""
    card = extracts.extract(request.viewer, extract_id)
    found = indicators.disagreements(request.viewer, extract_id)
    values = {"extract": presenters.head(card), "rows": presenters.disagreement_rows(found)}
    return page(request, "figures/disagreements.html", values)
