"""The shared version: the person's own link, the plan on paper, as a PDF."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from linkwork.casework import actions, reads
from linkwork.casework.reads import CaseCard
from linkwork.exchange.typst.plan import plan_pdf
from linkwork.web.plan.mine import sheet
from linkwork.web.plan.sharing import show_once
from linkwork.web.plan.views.parts import look
from linkwork.web.shared.days import date_said
from linkwork.web.shared.frame import page
from linkwork.web.shared.languages import EVERY, spoken
from linkwork.web.shared.request import Request


@require_POST
def link(request: Request, case_id: UUID) -> HttpResponse:
    """A link to give to the person, or the end of all of theirs."""
    if "close" in request.POST:
        actions.revoke_person_links(case_id=case_id, by=request.viewer, at=request.at)
        messages.success(request, _("Their links are ended."))
    else:
        token = actions.make_person_link(case_id=case_id, by=request.viewer, at=request.at)
        show_once(request, case_id, token)
    return redirect(f"{reverse('plan:plan', args=[case_id])}#own")


@require_GET
def paper(request: Request, case_id: UUID) -> HttpResponse:
    """The plan as they see it, to print; in large print with `?large`. In their language where we speak it."""
    case = reads.case(request.viewer, case_id)
    shared = reads.shared_plan(request.viewer, case_id)
    if shared is None:
        raise Http404
    look(request, case)
    today = timezone.localdate(request.at)
    with translation.override(_language(request, case)):
        values = {
            "section": sheet(shared, today, case.worker_name),
            "large": "large" in request.GET,
            "printed": date_said(today),
            "back": reverse("plan:plan", args=[case_id]),
        }
        return page(request, "plan/mine/paper.html", values)


@require_GET
def pdf(request: Request, case_id: UUID) -> HttpResponse:
    """The same as a file."""
    case = reads.case(request.viewer, case_id)
    shared = reads.shared_plan(request.viewer, case_id)
    if shared is None or request.standing.programme is None:
        raise Http404
    look(request, case)
    today = timezone.localdate(request.at)
    with translation.override(_language(request, case)):
        made = plan_pdf(
            sheet(shared, today, case.worker_name),
            request.standing.programme,
            date_said(today),
            large="large" in request.GET,
        )
    answer = HttpResponse(made, content_type="application/pdf")
    answer["Content-Disposition"] = 'attachment; filename="plan.pdf"'
    return answer


def _language(request: Request, case: CaseCard) -> str:
    asked = request.GET.get("in", "")
    own = spoken(case.language) if case.language else ""
    return asked if asked in EVERY else own or translation.get_language() or "en"
