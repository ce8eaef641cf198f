"""The codebook as a whole: to read, to search, to choose frames for, to freeze."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from linkwork.core.errors import Invalid, NotFound
from linkwork.evaluation.coding import actions, reads
from linkwork.evaluation.coding.rules.changes import changes
from linkwork.evaluation.coding.rules.own import ListKind
from linkwork.web.codebook.forms import FreezeForm, NewListForm
from linkwork.web.codebook.labels import change_said
from linkwork.web.codebook.presenters import book as present
from linkwork.web.codebook.presenters import choosing
from linkwork.web.shared.frame import page
from linkwork.web.shared.request import Request
from linkwork.web.study.shell import shell

HOME = "codebook:home"


@require_GET
def home(request: Request, study_id: UUID) -> HttpResponse:
    """The codebook as a tree with counts; `q` narrows it."""
    return _home(request, study_id, FreezeForm(), 200)


@require_POST
def freeze(request: Request, study_id: UUID) -> HttpResponse:
    """Keep the codebook as it is now."""
    form = FreezeForm(request.POST)
    if form.is_valid():
        try:
            made = actions.freeze_codebook(
                study_id=study_id, **form.cleaned_data, by=request.viewer, at=request.at
            )
            messages.success(request, _("The codebook is frozen as it is now."))
            return redirect("codebook:version", made)
        except Invalid as refusal:
            form.refuse(refusal.errors)
    return _home(request, study_id, form, 400)


def _home(request: Request, study_id: UUID, form: FreezeForm, status: int) -> HttpResponse:
    viewer, words = request.viewer, request.GET.get("q", "").strip()
    book = reads.codebook(viewer, study_id)
    tree = present.tree(book, reads.used(viewer, study_id), words)
    found = sum(len(frame["rows"]) for frame in tree)
    values: dict[str, Any] = {
        "tree": tree,
        "words_asked": words,
        "found": ngettext("%(n)s code found", "%(n)s codes found", found) % {"n": found},
        "has_lists": any(frame.list_id for frame in book.frames),
        "versions": present.version_rows(reads.versions(viewer, study_id)),
        "since": present.since(reads.latest_version(viewer, study_id), book),
        "merges": present.merge_rows(reads.merges(viewer, study_id), book),
        "form": form,
    }
    return page(request, "codebook/home.html", values | shell(viewer, study_id, HOME), status)


@require_http_methods(["GET", "POST"])
def frames(request: Request, study_id: UUID) -> HttpResponse:
    """Choose the frames a study uses, their order, and what of each."""
    book = reads.codebook(request.viewer, study_id)
    refused = ""
    if request.method == "POST":
        places = {
            key[6:]: _place(str(value)) for key, value in request.POST.items() if key.startswith("place-")
        }
        chosen = choosing.answer(book, request.POST.getlist("use"), request.POST.getlist("keep"), places)
        try:
            actions.choose_frames(study_id=study_id, frames=chosen, by=request.viewer, at=request.at)
            messages.success(request, _("The frames are chosen."))
            return redirect(HOME, study_id)
        except Invalid as refusal:
            refused = refusal.reason
    values = {"frames": choosing.frame_rows(book), "refused": refused}
    return page(
        request,
        "codebook/frames.html",
        values | shell(request.viewer, study_id, HOME),
        400 if refused else 200,
    )


@require_http_methods(["GET", "POST"])
def new_list(request: Request, study_id: UUID) -> HttpResponse:
    """Begin a list of the study's own."""
    form = NewListForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        try:
            made = actions.add_list(
                study_id=study_id,
                title=said["title"],
                kind=ListKind(said["kind"]),
                by=request.viewer,
                at=request.at,
            )
            messages.success(request, _("The list is there. Add its first code."))
            return redirect("codebook:new_code", made, study_id)
        except Invalid as refusal:
            form.refuse(refusal.errors)
    return _list(request, study_id, form, _("A list of the study’s own"), _("Begin the list"))


@require_http_methods(["GET", "POST"])
def own_list(request: Request, list_id: UUID, study_id: UUID) -> HttpResponse:
    """Call a list of the study's own otherwise; its codes stay as they are."""
    lists = [frame for frame in reads.codebook(request.viewer, study_id).frames if frame.list_id == list_id]
    if not lists:
        raise NotFound(_("There is no such list in this study."))
    form = NewListForm(request.POST or None, initial={"title": lists[0].name, "kind": lists[0].kind})
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        try:
            actions.rename_list(
                list_id=list_id,
                title=said["title"],
                kind=ListKind(said["kind"]),
                by=request.viewer,
                at=request.at,
            )
            messages.success(request, _("Kept."))
            return redirect(HOME, study_id)
        except Invalid as refusal:
            form.refuse(refusal.errors)
    heading = _("Rename “%(list)s”") % {"list": lists[0].name}
    return _list(request, study_id, form, heading, _("Keep it"))


def _list(request: Request, study_id: UUID, form: NewListForm, heading: str, step: str) -> HttpResponse:
    values = {"form": form, "heading": heading, "step": step} | shell(request.viewer, study_id, HOME)
    return page(request, "codebook/list.html", values, 400 if form.errors else 200)


@require_POST
def undo_merge(request: Request, merge_id: UUID, study_id: UUID) -> HttpResponse:
    """Part two codes that were merged."""
    try:
        actions.undo_merge(merge_id=merge_id, by=request.viewer, at=request.at)
        messages.success(request, _("The two codes are apart again, each with its passages."))
    except Invalid as refusal:
        messages.error(request, refusal.reason)
    return redirect(HOME, study_id)


@require_GET
def version(request: Request, version_id: UUID) -> HttpResponse:
    """A frozen codebook as it was, what had changed since the one before, and what has since."""
    viewer = request.viewer
    kept = reads.version(viewer, version_id)
    study_id = kept.card.study_id
    earlier = reads.version_before(viewer, kept.card)
    now = changes(kept.book, reads.codebook(viewer, study_id))
    values = {
        "version": present.version_rows([kept.card])[0],
        "whole_hash": kept.card.hash,
        "tree": present.tree(kept.book, {}, live=False),
        "earlier": earlier.card.number if earlier else None,
        "before": [change_said(one) for one in changes(earlier.book, kept.book)] if earlier else [],
        "since": [change_said(one) for one in now],
    }
    return page(request, "codebook/version.html", values | shell(viewer, study_id, HOME))


def _place(said: str) -> int:
    return int(said) if said.isascii() and said.isdigit() else 99
