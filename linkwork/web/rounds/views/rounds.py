"""Rounds of a study: the list, opening one, one with its progress, done marks, closing."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from linkwork.core.errors import Invalid
from linkwork.core.viewer import Role
from linkwork.evaluation.coding import access, actions, reads
from linkwork.evaluation.coding.rules.agreement import Unit
from linkwork.evaluation.coding.rules.rounds import Purpose
from linkwork.evaluation.studies import reads as studies
from linkwork.programmes import reads as programmes
from linkwork.web.rounds.forms import NewRoundForm
from linkwork.web.rounds.presenters import rounds as present
from linkwork.web.rounds.views.agreement import record_line
from linkwork.web.shared.frame import page
from linkwork.web.shared.request import Request
from linkwork.web.study.shell import shell


@require_GET
def home(request: Request, study_id: UUID) -> HttpResponse:
    """The rounds of a study, and the ways to compare."""
    found = reads.rounds(request.viewer, study_id)
    values = {
        "rounds": [present.round_row(card, request.viewer) for card in found],
        "records": [record_line(one) for one in reads.agreement_records(request.viewer, study_id)],
        "settled": present.settled_said(reads.settled(request.viewer, study_id)),
    }
    return page(request, "rounds/home.html", values | shell(request.viewer, study_id, "rounds:home"))


@require_http_methods(["GET", "POST"])
def new(request: Request, study_id: UUID) -> HttpResponse:
    """Open a round."""
    sources = [(one.id, one.title) for one in studies.sources(request.viewer, study_id)]
    coders = [(one.id, one.name) for one in programmes.workers(request.viewer, role=Role.EVALUATOR)]
    versions = present.version_choices(reads.versions(request.viewer, study_id))
    newest = {"codebook": versions[0][0]} if versions else None
    form = NewRoundForm(sources, coders, versions, request.POST or None, initial=newest)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        purpose, unit = Purpose(said["purpose"]), Unit(said["unit"])
        try:
            made = actions.open_round(
                study_id=study_id,
                title=said["title"],
                purpose=purpose,
                source_ids=form.ids("sources"),
                coder_ids=form.ids("coders"),
                unit=unit,
                window=said["window"] if unit is Unit.WINDOW else None,
                blind=said["blind"] or purpose is Purpose.PRACTICE,
                expert_id=form.expert_id() if purpose is Purpose.PRACTICE else None,
                codebook=said["codebook"],
                by=request.viewer,
                at=request.at,
            )
            messages.success(request, _("The round is open."))
            return redirect("rounds:round", made)
        except Invalid as refusal:
            form.refuse(refusal.errors)
    values = {"form": form, "has_sources": bool(sources)} | shell(request.viewer, study_id, "rounds:home")
    return page(request, "rounds/new.html", values, 400 if form.errors else 200)


@require_GET
def round_(request: Request, round_id: UUID) -> HttpResponse:
    """One round: who is how far, one's own sources, what comes next."""
    viewer = request.viewer
    card = reads.round_card(viewer, round_id)
    values = {
        "round": present.round_page(
            card, viewer, reads.versions(viewer, card.study_id) if card.codebook else ()
        ),
        "sources": present.source_rows(card, viewer),
        "coders": present.coder_rows(card, viewer),
        "may_close": card.closed_at is None and access.may_close(viewer, card.opened_by_id, card.finished),
    }
    return page(request, "rounds/round.html", values | shell(viewer, card.study_id, "rounds:home"))


@require_POST
def done(request: Request, round_id: UUID, source_id: UUID) -> HttpResponse:
    """Say that one is done with a source."""
    actions.mark_done(round_id=round_id, source_id=source_id, by=request.viewer, at=request.at)
    return _at(round_id, source_id)


@require_POST
def all_done(request: Request, round_id: UUID) -> HttpResponse:
    """Say that one is done with all of them."""
    actions.mark_all_done(round_id=round_id, by=request.viewer, at=request.at)
    messages.success(request, _("You are done with every source of this round."))
    return redirect("rounds:round", round_id)


@require_POST
def not_done(request: Request, round_id: UUID, source_id: UUID) -> HttpResponse:
    """Take that back."""
    actions.mark_not_done(round_id=round_id, source_id=source_id, by=request.viewer, at=request.at)
    return _at(round_id, source_id)


def _at(round_id: UUID, source_id: UUID) -> HttpResponse:
    """The round again, where one was in its list."""
    return redirect(f"{reverse('rounds:round', args=[round_id])}#source-{source_id}")


@require_POST
def close(request: Request, round_id: UUID) -> HttpResponse:
    """Close the round: its coders see each other's codings from now on."""
    actions.close_round(round_id=round_id, by=request.viewer, at=request.at)
    messages.success(request, _("The round is closed. Everybody sees everybody’s codings now."))
    return redirect("rounds:round", round_id)
