"""Proposals for the programme: made, talked about, decided, withdrawn."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from linkwork.web.shared.carrying_out import carried_out
from linkwork.web.shared.days import date_short, day_said, local_day
from linkwork.web.shared.forms import Form
from linkwork.web.shared.frame import page
from linkwork.web.shared.request import Request
from linkwork.web.team import words
from linkwork.web.team.forms.proposals import CommentForm, DecideForm, ProposalForm
from linkwork.web.team.one_form import form_page
from linkwork.web.team.tabs import tabs
from linkwork.workforce import access, actions, reads
from linkwork.workforce.reads import ProposalCard
from linkwork.workforce.rules.proposals import ProposalState


@require_GET
def proposals(request: Request) -> HttpResponse:
    """What is proposed, and what was changed."""
    viewer, today = request.viewer, local_day(request.at)
    values = {
        "tabs": tabs(viewer, "team:proposals"),
        "proposals": [
            {
                "id": one.id,
                "title": one.title,
                "small": _small(one),
                "when": date_short(one.proposed_on, today),
                "state": words.PROPOSALS[one.state],
                "open": one.state is ProposalState.OPEN,
            }
            for one in reads.proposals(viewer)
        ],
        "changes": [
            {
                "id": one.id,
                "title": one.title,
                "when": date_short(one.made_on, today),
                "what": words.frame_said("what", one.codes["what"]),
                "result": one.result,
            }
            for one in reads.adaptations(viewer)
        ],
        "manages": access.may_manage(viewer),
    }
    return page(request, "team/proposals.html", values)


def _small(one: ProposalCard) -> str:
    said = ngettext("%(name)s · %(num)s comment", "%(name)s · %(num)s comments", one.comments)
    return said % {"name": one.author_name, "num": one.comments}


@require_http_methods(["GET", "HEAD", "POST"])
def proposal_new(request: Request) -> HttpResponse:
    """Propose something."""
    form = ProposalForm(request.POST or None)
    if form.is_valid() and carried_out(
        form,
        lambda: actions.propose(
            title=form.cleaned_data["title"], why=form.cleaned_data["why"], by=request.viewer, at=request.at
        ),
    ):
        messages.success(request, _("Proposed. The team can read it and say what they think."))
        return redirect("team:proposals")
    return form_page(request, form, _("Propose a change"), _("Propose it"), "team:proposals", _("Proposals"))


@require_GET
def proposal(request: Request, proposal_id: UUID) -> HttpResponse:
    """One proposal with what is said about it."""
    return _shown(request, proposal_id, CommentForm(), DecideForm())


def _shown(request: Request, proposal_id: UUID, comment: Form, decide: Form) -> HttpResponse:
    viewer, today = request.viewer, local_day(request.at)
    card, comments = reads.proposal(viewer, proposal_id)
    is_open = card.state is ProposalState.OPEN
    values: dict[str, Any] = {
        "proposal": card,
        "state": words.PROPOSALS[card.state],
        "is_open": is_open,
        "when": day_said(card.proposed_on, today),
        "settled": day_said(card.settled_on, today) if card.settled_on else "",
        "comments": [
            {"who": one.author_name, "words": one.words, "when": date_short(one.said_on, today)}
            for one in comments
        ],
        "comment": comment,
        "decide": decide,
        "decides": access.may_manage(viewer),
        "may_withdraw": is_open and card.author_id == viewer.id,
        "may_write_down": access.may_manage(viewer)
        and card.state is ProposalState.ACCEPTED
        and card.adaptation_id is None,
    }
    return page(request, "team/proposal.html", values, 422 if comment.errors or decide.errors else 200)


@require_POST
def proposal_comment(request: Request, proposal_id: UUID) -> HttpResponse:
    """Say something about it."""
    form = CommentForm(request.POST)
    if form.is_valid() and carried_out(
        form,
        lambda: actions.comment_on_proposal(
            proposal_id=proposal_id, words=form.cleaned_data["words"], by=request.viewer, at=request.at
        ),
    ):
        messages.success(request, _("Said."))
        return redirect("team:proposal", proposal_id)
    return _shown(request, proposal_id, form, DecideForm())


@require_POST
def proposal_decide(request: Request, proposal_id: UUID) -> HttpResponse:
    """Yes or no. After a yes, the change is written down next."""
    form = DecideForm(request.POST)
    if form.is_valid() and carried_out(
        form,
        lambda: actions.decide_proposal(
            proposal_id=proposal_id,
            accept=form.cleaned_data["accept"] == "yes",
            reason=form.cleaned_data["reason"],
            by=request.viewer,
            at=request.at,
        ),
    ):
        messages.success(request, _("Decided."))
        return redirect("team:proposal", proposal_id)
    return _shown(request, proposal_id, CommentForm(), form)


@require_POST
def proposal_withdraw(request: Request, proposal_id: UUID) -> HttpResponse:
    """Take one's own back."""
    actions.withdraw_proposal(proposal_id=proposal_id, by=request.viewer, at=request.at)
    messages.success(request, _("Withdrawn."))
    return redirect("team:proposals")
