"""Wider efforts that are proposed, and the brief of one."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from linkwork.core.errors import NotFound
from linkwork.partnerships import access, actions, reads
from linkwork.programmes.reads import ProgrammeCard
from linkwork.web.partners.forms import ProposalRuleForm
from linkwork.web.partners.papers.brief import brief_paper
from linkwork.web.partners.papers.parts import as_file
from linkwork.web.shared.carrying_out import carried_out
from linkwork.web.shared.days import local_day
from linkwork.web.shared.frame import page
from linkwork.web.shared.request import Request


@require_POST
def aside(request: Request) -> HttpResponse:
    """Not now: it comes back once more people met the same."""
    actions.set_aside(key=request.POST.get("key", ""), by=request.viewer, at=request.at)
    messages.success(request, _("Set aside. It comes back when more people meet the same."))
    return redirect("partners:home")


@require_http_methods(["GET", "HEAD", "POST"])
def rule(request: Request) -> HttpResponse:
    """From how many people on a wider effort is proposed."""
    access.check_may_manage(request.viewer)
    form = ProposalRuleForm(request.POST or None, initial={"people": reads.people_needed(request.viewer)})
    if form.is_valid() and carried_out(
        form,
        lambda: actions.set_proposal_rule(
            people=form.cleaned_data["people"], by=request.viewer, at=request.at
        ),
    ):
        messages.success(request, _("Kept."))
        return redirect("partners:home")
    return page(request, "partners/proposal_rule.html", {"form": form})


@require_GET
def brief(request: Request, action_id: UUID) -> HttpResponse:
    """The brief as a page that prints; with ?as=pdf or ?as=docx as a file."""
    today = local_day(request.at)
    found = reads.brief(request.viewer, action_id, today)
    made = brief_paper(found, card_of(request), today)
    if request.GET.get("as") in ("pdf", "docx"):
        return as_file(made, request.GET["as"], _("brief"))
    return page(request, "partners/brief.html", {"paper": made.data(), "effort": found.effort})


def card_of(request: Request) -> ProgrammeCard:
    """The programme of the page. Raises NotFound where there is none."""
    if request.standing.programme is None:
        raise NotFound(_("There is no such programme."))
    return request.standing.programme
