"""Memos of a study: written about the study, a source or a code; all of them listed and searched."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from linkwork.core.errors import Invalid
from linkwork.evaluation.coding import access, actions, reads
from linkwork.evaluation.coding.reads import MemoCard
from linkwork.evaluation.coding.rules.codebook import Codebook
from linkwork.evaluation.studies import reads as studies
from linkwork.web.shared.frame import page
from linkwork.web.shared.request import Request
from linkwork.web.study.presenters.codes import classes, construct_groups
from linkwork.web.study.search_forms import MemoForm

SHOWN = 100


@require_http_methods(["GET", "POST"])
def memos(request: Request, study_id: UUID) -> HttpResponse:
    """The memos of a study, and a new one."""
    book = reads.codebook(request.viewer, study_id)
    if request.method != "POST":
        about = request.GET.get("source", "")
        return _memos(
            request, study_id, book, MemoForm(initial={"about": f"source:{about}" if about else ""})
        )
    form = MemoForm(request.POST)
    if not form.is_valid():
        return _memos(request, study_id, book, form, 400)
    kind, _colon, key = form.cleaned_data["about"].partition(":")
    frame, _colon, construct = key.partition(":")
    try:
        actions.add_memo(
            study_id=study_id,
            text=form.cleaned_data["text"],
            source_id=_id(key) if kind == "source" else None,
            code=book.code(frame, construct).pair if kind == "code" else None,
            by=request.viewer,
            at=request.at,
        )
    except Invalid as fault:
        form.refuse(fault.errors)
        return _memos(request, study_id, book, form, 400)
    messages.success(request, _("The memo is kept."))
    return redirect(reverse("study:memos", args=[study_id]))


@require_POST
def memo_change(request: Request, study_id: UUID, memo_id: UUID) -> HttpResponse:
    """Write one's own memo anew."""
    try:
        actions.change_memo(
            memo_id=memo_id, text=request.POST.get("text", ""), by=request.viewer, at=request.at
        )
    except Invalid as fault:
        messages.error(request, " ".join(fault.errors.values()))
    else:
        messages.success(request, _("The memo is kept."))
    return redirect(reverse("study:memos", args=[study_id]) + f"#m-{memo_id}")


@require_POST
def memo_remove(request: Request, study_id: UUID, memo_id: UUID) -> HttpResponse:
    """Remove one's own memo, with the way back."""
    actions.remove_memo(memo_id=memo_id, by=request.viewer, at=request.at)
    undo = reverse("study:memo_restore", args=[study_id, memo_id])
    messages.success(request, _("The memo is removed."), extra_tags=f"undo:{undo}")
    return redirect(reverse("study:memos", args=[study_id]))


@require_POST
def memo_restore(request: Request, study_id: UUID, memo_id: UUID) -> HttpResponse:
    """Bring one's own memo back."""
    actions.restore_memo(memo_id=memo_id, by=request.viewer, at=request.at)
    return redirect(reverse("study:memos", args=[study_id]) + f"#m-{memo_id}")


def _memos(
    request: Request, study_id: UUID, book: Codebook, form: MemoForm, status: int = 200
) -> HttpResponse:
    words = request.GET.get("q", "")
    source = _id(request.GET.get("source", ""))
    found = reads.memos(request.viewer, study_id, words)
    if source:
        found = [one for one in found if one.source_id == source]
    values: dict[str, Any] = {
        "study_id": study_id,
        "study": studies.study(request.viewer, study_id).title,
        "words": words,
        "narrowed": bool(words or source),
        "form": form,
        "about": str(form["about"].value() or ""),
        "sources": [(f"source:{one.id}", one.title) for one in studies.sources(request.viewer, study_id)],
        "codes": [
            (name, [(f"code:{value}", said) for value, said in held]) for name, held in construct_groups(book)
        ],
        "memos": [_row(request, one, book) for one in found[:SHOWN]],
        "found": len(found),
    }
    return page(request, "study/memos.html", values, status)


def _row(request: Request, one: MemoCard, book: Codebook) -> dict[str, Any]:
    desk = reverse("study:desk", args=[one.source_id]) if one.source_id else ""
    mine = access.may_change(request.viewer, one.author_id)
    return {
        "id": str(one.id),
        "text": one.text,
        "author": one.author,
        "at": one.written_at,
        "source": one.source_title,
        "href": f"{desk}?at={one.place}#text" if desk else "",
        "codes": [
            {"name": code.name, "classes": classes(book, code.frame_id, code.construct_id)}
            for code in one.codes
        ],
        "coding": reverse("study:coding", args=[one.coding_id]) if one.coding_id and mine else "",
        "change": reverse("study:memo_change", args=[one.study_id, one.id])
        if mine and not one.coding_id
        else "",
        "remove": reverse("study:memo_remove", args=[one.study_id, one.id]) if mine else "",
    }


def _id(said: str) -> UUID | None:
    try:
        return UUID(said)
    except ValueError:
        return None
