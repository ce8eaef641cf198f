"""Somebody we may know already: the hint while typing, bringing two records together, taking them apart."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from linkwork.casework import actions, reads
from linkwork.casework.reads import CaseCard, PersonCard
from linkwork.casework.rules.merging import differing
from linkwork.core.errors import NotFound
from linkwork.trail import actions as trail
from linkwork.web.people import words
from linkwork.web.people.about import group_said
from linkwork.web.people.alike import alike_lines, person_line
from linkwork.web.people.merging_forms import MergeForm
from linkwork.web.shared.carrying_out import carried_out
from linkwork.web.shared.frame import framed, page
from linkwork.web.shared.ids import id_in
from linkwork.web.shared.request import Request


@require_POST
def alike(request: Request) -> HttpResponse:
    """Who on record is like what is typed into the form for somebody new: a piece of a page."""
    framed(request)
    values = {"alike": alike_lines(request.viewer, request.POST, request.at)}
    return page(request, "people/alike.html", values)


@require_http_methods(["GET", "POST"])
def merge(request: Request, case_id: UUID) -> HttpResponse:
    """First which other record it is, then field by field which holds."""
    case = reads.case(request.viewer, case_id)
    trail.look(by=request.viewer, at=request.at, page="people:merge", person_id=case.person_id)
    other = _other(request, case)
    if other is None:
        return _choose(request, case)
    kept = reads.person(request.viewer, case.person_id)
    form = _merge_form(request, kept, other)
    if (
        request.method == "POST"
        and form.is_valid()
        and carried_out(form, lambda: _act(request, kept, other, form))
    ):
        messages.success(request, _("Brought together. It can be undone on this page."))
        return redirect("people:about", case.id)
    values = {"case": case, "form": form, "kept": person_line(kept), "other": person_line(other)}
    return page(request, "people/merge.html", values, 422 if form.errors else 200)


def _other(request: Request, case: CaseCard) -> PersonCard | None:
    chosen = id_in(request.GET.get("with", ""))
    if chosen is None:
        return None
    other = reads.person(request.viewer, chosen)
    if other.id == case.person_id:
        raise NotFound(_("There is no such person in this programme."))
    trail.look(by=request.viewer, at=request.at, page="people:merge", person_id=other.id)
    return other


def _choose(request: Request, case: CaseCard) -> HttpResponse:
    typed = request.POST.get("q", "").strip()
    known = case.person_id
    people = reads.found(request.viewer, typed, 10) if typed else reads.look_alikes(request.viewer, known)
    lines = [(person_line(card), str(card.id)) for card in people if card.id != case.person_id]
    return page(request, "people/merge_who.html", {"case": case, "typed": typed, "people": lines})


def _merge_form(request: Request, kept: PersonCard, other: PersonCard) -> MergeForm:
    groups = differing(kept.details, other.details)
    rows = [
        (group, str(words.GROUPS[group]), group_said(kept.details, group), group_said(other.details, group))
        for group in groups
    ]
    cases = [(str(card.open_case_id), card.name) for card in (kept, other) if card.open_case_id]
    return MergeForm(request.POST or None, differing=rows, running=cases)


def _act(request: Request, kept: PersonCard, other: PersonCard, form: MergeForm) -> object:
    return actions.merge_people(
        kept_id=kept.id,
        absorbed_id=other.id,
        chosen=form.chosen(),
        continues=form.continues(),
        why=form.cleaned_data["why"],
        by=request.viewer,
        at=request.at,
    )


@require_POST
def unmerge(request: Request, case_id: UUID, merge_id: UUID) -> HttpResponse:
    """They are two people after all."""
    actions.undo_merge(merge_id=merge_id, by=request.viewer, at=request.at)
    messages.success(request, _("Taken apart. Both records are as they were."))
    return redirect("people:list")
