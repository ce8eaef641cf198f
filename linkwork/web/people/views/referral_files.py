"""Bringing in referrals kept elsewhere, from a spreadsheet."""

from typing import Any

from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_http_methods

from linkwork.core.errors import Refused
from linkwork.exchange.sheets.referral_file import Taken, take_in
from linkwork.exchange.sheets.table import read_sheet
from linkwork.web.people.referral_forms import FileForm
from linkwork.web.shared.files import csv_answer
from linkwork.web.shared.frame import page
from linkwork.web.shared.request import Request
from linkwork.web.shared.sheets import uploaded

KEPT = "refused_referrals"  # in the session: those of the last file only
MOST_KEPT = 200


@require_http_methods(["GET", "POST"])
def bring(request: Request) -> HttpResponse:
    """A file of referrals: good rows wait for an answer, the others come back with what to do."""
    form = FileForm(request.POST, request.FILES) if request.method == "POST" else FileForm()
    if form.is_valid():
        try:
            done = _taken(request, form.cleaned_data["file"], form.cleaned_data["columns"])
        except Refused as refusal:
            form.add_error("file", refusal.reason)
        else:
            return _report(request, done)
    return page(
        request, "people/referral_file.html", {"form": form, "done": None}, 422 if form.errors else 200
    )


def _taken(request: Request, file: "UploadedFile[Any]", told: dict[str, str]) -> Taken:
    with uploaded(file) as path:
        return take_in(read_sheet(path), by=request.viewer, at=request.at, told=told)


def _report(request: Request, done: Taken) -> HttpResponse:
    header, rows = done.refused_table()
    request.session[KEPT] = {"header": header, "rows": [list(row) for row in rows[:MOST_KEPT]]}
    count = len(done.taken)
    said = ngettext("%(num)s referral was taken in.", "%(num)s referrals were taken in.", count)
    messages.success(request, said % {"num": count})
    if not done.refused:
        return redirect("people:referrals")
    values = {
        "form": FileForm(),
        "done": {
            "rows": done.rows,
            "taken": count,
            "known": done.known,
            "refused": len(done.refused),
            "faults": [
                [str(one.row), column, reason, todo]
                for one in done.refused[:MOST_KEPT]
                for column, reason, todo in one.faults
            ],
        },
    }
    return page(request, "people/referral_file.html", values)


@require_GET
def refused(request: Request) -> HttpResponse:
    """The refused rows of the last file, to put right and bring in again."""
    kept = request.session.get(KEPT)
    if not kept:
        messages.info(request, _("The rows of this file are no longer kept. Bring it in again to see them."))
        return redirect("people:referral_file")
    return csv_answer([kept["header"], *kept["rows"]], "refused-rows")
