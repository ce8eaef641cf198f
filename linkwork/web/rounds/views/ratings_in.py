"""Bringing in a table of ratings, and giving back the rows that could not be taken."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_http_methods

from linkwork.core.errors import Invalid, NotFound, Refused
from linkwork.core.viewer import Viewer
from linkwork.evaluation.coding import access
from linkwork.evaluation.coding.reads.frames import own_lists
from linkwork.evaluation.coding.rules.own import frame_id_of
from linkwork.evaluation.coding.rules.scores import CaseKind
from linkwork.exchange.grids.ratings_in import RatingsRead, read_ratings, take_in
from linkwork.exchange.sheets.table import Sheet, read_sheet
from linkwork.instruments import frames
from linkwork.web.rounds.ratings_in_form import RatingsInForm, refusals
from linkwork.web.shared.files import csv_answer
from linkwork.web.shared.frame import page
from linkwork.web.shared.request import Request
from linkwork.web.shared.sheets import uploaded
from linkwork.web.study.labels import Labels
from linkwork.web.study.shell import shell

KEPT = "rounds_ratings_in"
MOST_KEPT = 200


@require_http_methods(["GET", "POST"])
def ratings_in(request: Request, study_id: UUID) -> HttpResponse:
    """A table comes in; what could not be taken is said row by row."""
    access.check_may_code(request.viewer)
    given = (request.POST, request.FILES) if request.method == "POST" else (None, None)
    form = RatingsInForm(_lists(request.viewer, study_id), *given)
    done = _take_in(request, study_id, form) if request.method == "POST" and form.is_valid() else None
    if done is not None and not done.refused:
        messages.success(request, _taken(done))
        return redirect("rounds:sheet", done.sheet_id)
    report = None
    if done is not None:
        header, rows = done.refused_table()
        request.session[KEPT] = {"study": str(study_id), "header": header, "rows": rows[:MOST_KEPT]}
        report = {"sheet": done.sheet_id, "taken": _taken(done), "refused": done.refused}
    values = {"form": form, "report": report} | shell(request.viewer, study_id, "rounds:home")
    return page(request, "rounds/ratings_in.html", values, 400 if form.errors else 200)


@require_GET
def ratings_refused(request: Request, study_id: UUID) -> HttpResponse:
    """The refused rows of the table just brought in, to put right and bring in again."""
    access.check_may_code(request.viewer)
    kept = request.session.get(KEPT, {})
    if kept.get("study") != str(study_id):
        raise NotFound(_("The refused rows are no longer kept. Bring the table in again to see them."))
    return csv_answer([kept["header"], *kept["rows"]], "refused-ratings")


def _take_in(request: Request, study_id: UUID, form: RatingsInForm) -> RatingsRead | None:
    said = form.cleaned_data
    try:
        read = read_ratings(
            _table(said["file"]), frame_id=said["frame"], upper=said["upper"], by=request.viewer
        )
        return take_in(
            read,
            study_id=study_id,
            title=said["title"],
            kind=CaseKind(said["kind"]),
            upper=said["upper"],
            note=said["source"],
            settings=form.settings(),
            by=request.viewer,
            at=request.at,
        )
    except Refused as refusal:
        form.add_error("file", refusal.reason)
    except Invalid as refusal:
        form.refuse(refusals(refusal.errors))
    return None


def _table(file: "UploadedFile[Any]") -> Sheet:
    with uploaded(file) as path:
        return read_sheet(path)


def _lists(viewer: Viewer, study_id: UUID) -> Labels:
    shipped: Labels = [(one.id, one.name) for one in frames.frames() if one.for_coding]
    return shipped + [(frame_id_of(one.id), one.title) for one in own_lists(viewer, study_id)]


def _taken(done: RatingsRead) -> str:
    said = ngettext("%(num)s construct is taken in.", "%(num)s constructs are taken in.", len(done.lines))
    words = [said % {"num": len(done.lines)}]
    words += [
        _("“%(asked)s” is read as “%(name)s”.") % {"asked": asked, "name": name}
        for _row, asked, name in done.read_as
    ]
    return " ".join(words)
