"""What partners say, and the sheet that shows a funder what was done."""

import datetime as dt
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from linkwork.partnerships import access, actions, reads
from linkwork.web.partners import words
from linkwork.web.partners.forms import SheetForm, StatementForm
from linkwork.web.partners.papers.sheet import gather, sheet_pdf
from linkwork.web.partners.views.proposals import card_of
from linkwork.web.shared.carrying_out import carried_out
from linkwork.web.shared.days import day_said, local_day
from linkwork.web.shared.frame import page
from linkwork.web.shared.request import Request


@require_GET
def sheet(request: Request) -> HttpResponse:
    """The sheet of a period (the last twelve months at first); with ?as=pdf as a file of two pages."""
    access.check_may_manage(request.viewer)
    today = local_day(request.at)
    usual = {"first": _a_year_before(today), "last": today}
    form = SheetForm(request.GET if "first" in request.GET else None, initial=usual)
    chosen = form.cleaned_data if form.is_bound and form.is_valid() else usual
    found = gather(request.viewer, chosen["first"], chosen["last"])
    if request.GET.get("as") == "pdf":
        answer = HttpResponse(sheet_pdf(found, card_of(request), today), content_type="application/pdf")
        answer["Content-Disposition"] = 'attachment; filename="sheet.pdf"'
        answer["Cache-Control"] = "private, no-store"
        return answer
    asked = f"?first={chosen['first'].isoformat()}&last={chosen['last'].isoformat()}&as=pdf"
    return page(request, "partners/sheet.html", {"form": form, "sheet": found, "pdf": asked})


def _a_year_before(today: dt.date) -> dt.date:
    return today - dt.timedelta(days=364)


@require_GET
def statements(request: Request) -> HttpResponse:
    """What partners said, and what of it may be shown."""
    today = local_day(request.at)
    lines = [
        {
            "card": one,
            "sector": words.SECTORS[one.sector],
            "when": day_said(one.said_on, today),
            "state": _state(one),
        }
        for one in reads.statements(request.viewer, most=200)
    ]
    return page(
        request, "partners/statements.html", {"lines": lines, "may_write": access.may_write(request.viewer)}
    )


def _state(one: reads.StatementCard) -> str:
    if one.withdrawn:
        return _("taken back")
    if not one.shown:
        return _("not agreed to")
    return _("shown with their name") if one.named else _("shown without their name")


@require_http_methods(["GET", "HEAD", "POST"])
def statement_new(request: Request, partner_id: UUID) -> HttpResponse:
    """Keep what a partner said."""
    access.check_may_write(request.viewer)
    head = reads.partner_head(request.viewer, partner_id)
    form = StatementForm(request.POST or None, initial={"said_on": local_day(request.at)})
    if form.is_valid() and carried_out(
        form,
        lambda: actions.keep_statement(
            partner_id=partner_id, **form.cleaned_data, by=request.viewer, at=request.at
        ),
    ):
        messages.success(request, _("Kept."))
        return redirect("partners:statements")
    return page(request, "partners/statement_new.html", {"form": form, "partner": head})


@require_POST
def agree(request: Request, statement_id: UUID) -> HttpResponse:
    """They agree that it is shown."""
    named = request.POST.get("may_name") == "on"
    actions.agree_statement(statement_id=statement_id, may_name=named, by=request.viewer, at=request.at)
    return redirect("partners:statements")


@require_POST
def withdraw(request: Request, statement_id: UUID) -> HttpResponse:
    """They take their agreement back."""
    actions.withdraw_statement(statement_id=statement_id, by=request.viewer, at=request.at)
    return redirect("partners:statements")
