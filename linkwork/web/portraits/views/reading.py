"""Portraits for those who read them: evaluators, managers, public advisers."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from linkwork.core.errors import Refused
from linkwork.evaluation.portraits import access, actions, reads
from linkwork.evaluation.portraits.reads.waiting import waiting
from linkwork.exchange.typst.portrait import portrait_pdf
from linkwork.programmes import reads as programmes
from linkwork.web.portraits import presenters
from linkwork.web.portraits.forms import CommentForm
from linkwork.web.shared.carrying_out import carried_out
from linkwork.web.shared.days import date_said, local_day
from linkwork.web.shared.frame import page
from linkwork.web.shared.request import Request


@require_GET
def home(request: Request) -> HttpResponse:
    """Which portraits and displays there are."""
    viewer = request.viewer
    waits = {one.id: one for one in waiting(viewer)}
    values = {
        "waits": [
            {"id": one.id, "title": one.title, "day": date_said(local_day(one.shared_at))}
            for one in waits.values()
        ],
        "portraits": [
            {
                "id": one.id,
                "title": one.title,
                "shared": one.shared_at is not None,
                "statements": one.statements,
                "waits": one.id in waits,
                "opinions": one.opinions,
            }
            for one in reads.portraits(viewer)
        ],
        "displays": [
            {
                "id": one.id,
                "title": one.title,
                "rows": one.rows,
                "frozen": date_said(local_day(one.frozen_at)) if one.frozen_at else "",
            }
            for one in reads.displays(viewer)
        ],
        "writes": access.may_write(viewer),
        "reviews": access.may_review(viewer),
    }
    return page(request, "portraits/home.html", values)


@require_GET
def read(request: Request, portrait_id: UUID) -> HttpResponse:
    """One portrait, to be read."""
    card = reads.portrait(request.viewer, portrait_id)
    values = {
        "portrait": presenters.portrait(card, local_day(request.at)),
        "writes": access.may_write(request.viewer),
        "reviews": access.may_review(request.viewer) and card.shared_at is not None,
        "printed": date_said(local_day(request.at)),
    }
    return page(request, "portraits/read.html", values)


@require_GET
def pdf(request: Request, portrait_id: UUID) -> HttpResponse:
    """The same on paper."""
    card = reads.portrait(request.viewer, portrait_id)
    programme = programmes.programme(request.viewer)
    made = portrait_pdf(card, programme, local_day(request.at))
    response = HttpResponse(made, content_type="application/pdf")
    response["Content-Disposition"] = 'inline; filename="portrait.pdf"'
    return response


@require_http_methods(["GET", "POST"])
def review(request: Request, portrait_id: UUID) -> HttpResponse:
    """An adviser reads the draft, comments, signs off."""
    card = reads.portrait(request.viewer, portrait_id)
    named = [(one.id, one.text) for one in card.statements]
    form = CommentForm(request.POST if request.method == "POST" else None, statements=named)
    if request.method == "POST" and form.is_valid():
        about = form.cleaned_data["statement_id"]
        kept = carried_out(
            form,
            lambda: actions.comment(
                portrait_id=portrait_id,
                text=form.cleaned_data["text"],
                statement_id=UUID(about) if about else None,
                by=request.viewer,
                at=request.at,
            ),
        )
        if kept:
            messages.success(request, _("Thank you. The evaluator will see your comment."))
            return redirect("portraits:review", portrait_id)
    values = {"portrait": presenters.portrait(card, local_day(request.at)), "form": form}
    values |= {"signed": presenters.signed_by(card, request.viewer.name)}
    return page(request, "portraits/review.html", values)


@require_POST
def sign(request: Request, portrait_id: UUID) -> HttpResponse:
    """Agree to what was read."""
    try:
        actions.sign_off(
            portrait_id=portrait_id,
            fingerprint=request.POST.get("fingerprint", ""),
            by=request.viewer,
            at=request.at,
        )
    except Refused as refusal:
        messages.warning(request, refusal.reason)
    else:
        messages.success(request, _("Thank you. You have signed off this portrait."))
    return redirect("portraits:review", portrait_id)
