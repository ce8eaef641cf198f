"""What was agreed with a partner: each version, on screen, on paper and as a file."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from linkwork.core.text import lines
from linkwork.exchange.typst.partner_paper import Part, paper_pdf
from linkwork.partnerships import access, actions, reads
from linkwork.partnerships.reads import AgreementCard
from linkwork.web.partners.forms import AgreementForm, ReviewForm
from linkwork.web.partners.shell import shell
from linkwork.web.shared.carrying_out import carried_out
from linkwork.web.shared.days import date_said, day_said, local_day
from linkwork.web.shared.frame import page
from linkwork.web.shared.request import Request


@require_GET
def agreements(request: Request, partner_id: UUID) -> HttpResponse:
    """The agreement that holds, and what stood there before."""
    return _agreements(request, partner_id)


def _agreements(request: Request, partner_id: UUID, form: ReviewForm | None = None) -> HttpResponse:
    around = shell(request.viewer, partner_id, "partners:agreements")
    today = local_day(request.at)
    found = reads.agreements(request.viewer, partner_id)
    newest = found[0] if found else None
    values = {
        "newest": newest,
        "parts": parts(newest) if newest else [],
        "holds": bool(newest and newest.ended_on is None),
        "due": bool(newest and newest.ended_on is None and newest.review_on <= today),
        "review": day_said(newest.review_on, today) if newest else "",
        "before": [(one, date_said(one.starts_on)) for one in found[1:]],
        "form": form or ReviewForm(initial={"review_on": _next_year(today)}),
    }
    return page(request, "partners/agreements.html", around | values, 422 if form else 200)


def _next_year(today: Any) -> Any:
    leap = today.month == 2 and today.day == 29
    return today.replace(year=today.year + 1, day=28 if leap else today.day)


def parts(card: AgreementCard) -> list[Part]:
    """An agreement in the order one reads it; what is not there is left out."""
    signed = ""
    if card.signed_on:
        signed = _("Agreed on %(day)s by %(us)s for the programme and %(them)s for the partner.") % {
            "day": date_said(card.signed_on),
            "us": card.signed_by_us,
            "them": card.signed_by_them,
        }
    told = [
        Part(_("What they may expect of us"), lines(card.we_do)),
        Part(_("What we may expect of them"), lines(card.they_do)),
        Part(_("Which information is shared"), lines(card.shared_what)),
        Part(_("How it is shared"), lines(card.shared_how)),
        Part(_("From when, and until the next look"), _days(card)),
        Part(_("Who agreed"), (signed,) if signed else ()),
        Part(_("The whole document"), lines(card.words)),
    ]
    return [part for part in told if part.lines]


def _days(card: AgreementCard) -> tuple[str, ...]:
    said = {"start": date_said(card.starts_on), "review": date_said(card.review_on)}
    lines = [_("It holds from %(start)s; both look at it again on %(review)s.") % said]
    if card.ended_on:
        lines.append(_("It ended on %(day)s.") % {"day": date_said(card.ended_on)})
    return tuple(lines)


@require_http_methods(["GET", "HEAD", "POST"])
def new(request: Request, partner_id: UUID) -> HttpResponse:
    """Agree, for the first time or anew: begins with what stands there now."""
    access.check_may_write(request.viewer)
    head = reads.partner_head(request.viewer, partner_id)
    found, today = reads.agreements(request.viewer, partner_id), local_day(request.at)
    initial: dict[str, Any] = {"starts_on": today, "review_on": _next_year(today)}
    if found:
        names = ("we_do", "they_do", "shared_what", "shared_how", "words")
        initial |= {name: getattr(found[0], name) for name in names}
    form = AgreementForm(request.POST or None, initial=initial)
    if form.is_valid() and carried_out(
        form,
        lambda: actions.make_agreement(
            partner_id=partner_id, terms=form.terms(), by=request.viewer, at=request.at
        ),
    ):
        messages.success(request, _("Kept as version %(number)s.") % {"number": len(found) + 1})
        return redirect("partners:agreements", partner_id)
    values = {
        "partner": head,
        "form": form,
        "again": bool(found),
        "unfolded": any(form[name].errors or form[name].value() for name in form.FOLDED),
    }
    return page(request, "partners/agreement_new.html", values, 422 if form.errors else 200)


@require_GET
def agreement(request: Request, agreement_id: UUID) -> HttpResponse:
    """One version, to be read or printed."""
    card = reads.agreement(request.viewer, agreement_id)
    head = reads.partner_head(request.viewer, card.partner_id)
    values = {"partner": head, "card": card, "parts": parts(card), "printed": _printed(request)}
    return page(request, "partners/agreement.html", values)


@require_GET
def pdf(request: Request, agreement_id: UUID) -> HttpResponse:
    """The same as a file."""
    card = reads.agreement(request.viewer, agreement_id)
    head = reads.partner_head(request.viewer, card.partner_id)
    made = paper_pdf(
        _("Agreement with %(partner)s") % {"partner": head.name},
        _("Version %(number)s") % {"number": card.number},
        parts(card),
        request.standing.programme,
        _printed(request),
    )
    answer = HttpResponse(made, content_type="application/pdf")
    answer["Content-Disposition"] = 'attachment; filename="agreement.pdf"'
    return answer


def _printed(request: Request) -> str:
    return date_said(local_day(request.at))


@require_POST
def kept(request: Request, agreement_id: UUID) -> HttpResponse:
    """Looked at again: it still holds."""
    form = ReviewForm(request.POST)
    card = reads.agreement(request.viewer, agreement_id)
    if form.is_valid() and carried_out(
        form,
        lambda: actions.keep_agreement(
            agreement_id=agreement_id,
            review_on=form.cleaned_data["review_on"],
            by=request.viewer,
            at=request.at,
        ),
    ):
        messages.success(request, _("It still holds."))
        return redirect("partners:agreements", card.partner_id)
    return _agreements(request, card.partner_id, form)


@require_POST
def end(request: Request, agreement_id: UUID) -> HttpResponse:
    """It holds no longer, from today."""
    partner_id = actions.end_agreement(
        agreement_id=agreement_id, ended_on=local_day(request.at), by=request.viewer, at=request.at
    )
    messages.success(request, _("The agreement has ended. What stood there is kept."))
    return redirect("partners:agreements", partner_id)
