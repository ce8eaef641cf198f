"""Reporting checklists: what the paper says to each item, drafted from the records, judged by the team."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from linkwork.core.errors import Invalid, NotFound
from linkwork.evaluation.studies import actions
from linkwork.evaluation.studies import reads as studies
from linkwork.exchange.checklists.drafting import CHECKLISTS, drafts
from linkwork.exchange.checklists.paper import SIDES, checklist_grid
from linkwork.exchange.checklists.records import records_of
from linkwork.exchange.grids import written
from linkwork.instruments import frames
from linkwork.instruments.frames import Checklist
from linkwork.web.files.answers import as_file
from linkwork.web.files.forms import ChecklistForm
from linkwork.web.shared.frame import page
from linkwork.web.shared.request import Request
from linkwork.web.study.shell import shell


@require_GET
def checklists(request: Request, study_id: UUID) -> HttpResponse:
    """The checklists, and how far each is filled in."""
    begun = studies.checklists_begun(request.viewer, study_id)
    rows = []
    for one in map(frames.checklist, CHECKLISTS):
        of = len(one.lines)
        said = _("%(n)s of %(of)s lines filled in") % {"n": begun.get(one.id, 0), "of": of}
        rows.append({"id": one.id, "name": one.name, "citation": one.citation, "said": said})
    values = shell(request.viewer, study_id, "files:home")
    return page(request, "files/checklists.html", values | {"checklists": rows})


@require_http_methods(["GET", "POST"])
def checklist(request: Request, study_id: UUID, checklist_id: str) -> HttpResponse:
    """One checklist to fill in; one button keeps all of it."""
    found = _known(checklist_id)
    answers = studies.checklist_answers(request.viewer, study_id, found.id)
    form = ChecklistForm(request.POST or None, lines=found.lines, answers=answers)
    if request.method == "POST" and form.is_valid():
        try:
            actions.answer_checklist(
                study_id=study_id,
                checklist=found.id,
                answers=form.answers(),
                by=request.viewer,
                at=request.at,
            )
            messages.success(request, _("The checklist is kept."))
            return redirect("files:checklist", study_id, found.id)
        except Invalid as refusal:
            for key, said in refusal.errors.items():
                form.add_error(f"text_{key}", said)
    values: dict[str, Any] = shell(request.viewer, study_id, "files:home")
    sections: list[dict[str, Any]] = []
    for key, item, side in found.lines:
        if not sections or sections[-1]["title"] != item.section:
            sections.append({"title": item.section, "lines": []})
        card = answers.get(key)
        sections[-1]["lines"].append(
            {
                "key": key,
                "number": item.number,
                "item": item.item,
                "side": SIDES[side]() if side else "",
                "drafted": card is not None and card.drafted,
                "place": form[f"place_{key}"],
                "text": form[f"text_{key}"],
            }
        )
    about = {
        "id": found.id,
        "name": found.name,
        "citation": found.citation,
        "compared": found.compared,
    }
    values |= {"checklist": about, "sections": sections, "form": form}
    return page(request, "files/checklist.html", values, 400 if form.errors else 200)


@require_POST
def draft(request: Request, study_id: UUID, checklist_id: str) -> HttpResponse:
    """Fill empty items with what the records say."""
    found = _known(checklist_id)
    made = drafts(found.id, records_of(request.viewer, study_id, request.at.date()))
    count = actions.draft_checklist(
        study_id=study_id, checklist=found.id, drafts=made, by=request.viewer, at=request.at
    )
    said = ngettext(
        "%(n)s line is drafted from the records. Read it before it goes out.",
        "%(n)s lines are drafted from the records. Read them before they go out.",
        count,
    )
    messages.success(request, said % {"n": count} if count else _("The records have nothing to add."))
    return redirect("files:checklist", study_id, found.id)


@require_GET
def checklist_paper(request: Request, study_id: UUID, checklist_id: str) -> HttpResponse:
    """The checklist as a Word document."""
    found = _known(checklist_id)
    answers = studies.checklist_answers(request.viewer, study_id, found.id)
    title = studies.study(request.viewer, study_id).title
    data, made = written(checklist_grid(found, answers, title, request.at), "docx")
    return as_file(data, f"{found.id}.docx", made.media_type)


def _known(checklist_id: str) -> Checklist:
    if checklist_id not in CHECKLISTS:
        raise NotFound(_("There is no such checklist."))
    return frames.checklist(checklist_id)
