"""Finding somebody: the list, on paper, as a file; and entering somebody new."""

import datetime as dt
from collections.abc import Mapping
from uuid import UUID

from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from linkwork.casework import access, actions, reads
from linkwork.casework.reads import Asked, Listed
from linkwork.core.viewer import Role
from linkwork.programmes import reads as programmes
from linkwork.web.people import words
from linkwork.web.people.alike import alike_lines
from linkwork.web.people.forms import NewForm
from linkwork.web.people.list_form import FILTERS, SHOWN, ListForm, address, asked_of, shown_of
from linkwork.web.people.listing_forms import ExportForm
from linkwork.web.people.presenters import listed_line, waiting_line
from linkwork.web.shared.carrying_out import carried_out
from linkwork.web.shared.days import date_said
from linkwork.web.shared.files import csv_answer
from linkwork.web.shared.frame import page
from linkwork.web.shared.ids import id_in
from linkwork.web.shared.request import Request


@require_http_methods(["GET", "POST"])
def listing(request: Request) -> HttpResponse:
    """People by case: filtered, in an order, a page at a time; or those whose name is like what was typed.

    What is typed is posted, so that no name stands in an address; filters stand there, to be kept and passed on.
    """
    today, covered = timezone.localdate(request.at), _covered(request)
    data = request.POST or request.GET
    form, shown = _form(request, data), shown_of(request.viewer, data)
    if request.method == "POST" and not form.value("q"):
        return redirect(address("people:list", shown, form))
    asked = asked_of(request.viewer, shown, form, covered, id_in(request.GET.get("after", "")))
    found = reads.people_listed(request.viewer, asked, today)
    filtered = any(form.value(name) for name in FILTERS)
    quiet_page = asked.words or filtered or asked.after
    waits = [] if quiet_page else reads.referrals_waiting(request.viewer, request.at)
    return page(
        request,
        "people/list.html",
        {
            "form": form,
            "typed": asked.words,
            "shown": shown,
            "filtered": filtered,
            "tabs": [_tab(name, shown, form) for name in SHOWN],
            "lines": [listed_line(one, today, shown == "mine", covered) for one in found.rows],
            "waiting": [waiting_line(card) for card in waits],
            "next_url": address("people:list", shown, form, found.next) if found.next else "",
            "print_url": address("people:list_print", shown, form),
            "export_url": address("people:list_export", shown, form),
            "may_manage": request.viewer.has(Role.MANAGER),
        },
    )


def _covered(request: Request) -> Mapping[UUID, str]:
    return reads.covering(request.viewer, timezone.localdate(request.at))


def _form(request: Request, data: QueryDict) -> ListForm:
    workers = programmes.workers(request.viewer, Role.WORKER)
    return ListForm(data, workers=workers)


def _tab(name: str, shown: str, form: ListForm) -> dict[str, object]:
    labels = {"mine": _("Mine"), "open": _("Open"), "all": _("All"), "closed": _("Closed")}
    return {"label": labels[name], "url": address("people:list", name, form), "current": name == shown}


@require_GET
def list_print(request: Request) -> HttpResponse:
    """The list as a sheet: what a day on the road needs, and no more of each person than that."""
    rows, _asked = _whole(request)
    today = timezone.localdate(request.at)
    values = {"rows": [_sheet_row(one) for one in rows], "printed": date_said(today)}
    return page(request, "people/list_print.html", values)


def _whole(request: Request) -> tuple[list[Listed], Asked]:
    form, shown = _form(request, request.GET), shown_of(request.viewer, request.GET)
    asked = asked_of(request.viewer, shown, form, _covered(request), None)
    return reads.people_printed(request.viewer, asked, timezone.localdate(request.at)), asked


def _sheet_row(one: Listed) -> list[str]:
    card = one.card
    return [card.name, card.phone, card.area, card.worker_name, _day(card.last_contact_on), _day(one.due_on)]


def _day(day: dt.date | None) -> str:
    return date_said(day) if day else ""


@require_http_methods(["GET", "POST"])
def list_export(request: Request) -> HttpResponse:
    """The list as a file. It takes names out of the house, so it asks what for, and the trail keeps the answer."""
    access.check_may_share_out(request.viewer)
    rows, _asked = _whole(request)
    form = ExportForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        noted = carried_out(
            form,
            lambda: actions.note_export(
                what="people",
                reason=form.cleaned_data["reason"],
                people=len({one.card.person_id for one in rows}),
                by=request.viewer,
                at=request.at,
            ),
        )
        if noted:
            return _file(rows)
    values = {"form": form, "count": len(rows), "back": f"{address_back(request)}"}
    return page(request, "people/list_export.html", values, 422 if form.errors else 200)


def address_back(request: Request) -> str:
    """The list this file is of."""
    return address("people:list", shown_of(request.viewer, request.GET), _form(request, request.GET))


def _file(rows: list[Listed]) -> HttpResponse:
    lines = [
        [
            _("Name"),
            _("Phone"),
            _("E-mail"),
            _("Language"),
            _("Lives"),
            _("Worker"),
            _("Support"),
            _("Since"),
            _("Last contact"),
            _("Next contact due"),
        ]
    ]
    for one in rows:
        card = one.card
        cells = [
            card.name,
            card.phone,
            card.email,
            words.label("languages", card.language),
            card.area,
            card.worker_name,
            str(words.CASES[card.state]),
            card.opened_on.isoformat(),
            card.last_contact_on.isoformat() if card.last_contact_on else "",
            one.due_on.isoformat() if one.due_on else "",
        ]
        lines.append(cells)
    return csv_answer(lines, "people")


@require_http_methods(["GET", "POST"])
def new(request: Request) -> HttpResponse:
    """Somebody who asked themselves or was met on outreach: person, referral and case at once."""
    sites = programmes.sites(request.viewer)
    form = NewForm(request.POST or None, sites=sites, initial={"source": "self"})
    alike = alike_lines(request.viewer, request.POST, request.at) if request.method == "POST" else []
    if request.method == "POST" and form.is_valid() and (form.cleaned_data["sure"] or not alike):
        case_id = carried_out(
            form,
            lambda: actions.start_case(
                details=form.details(form.place()),
                source=form.cleaned_data["source"],
                wants=form.cleaned_data["wants"],
                worker_id=request.viewer.id if form.cleaned_data["mine"] else None,
                by=request.viewer,
                at=request.at,
            ),
        )
        if case_id:
            return redirect("people:person", case_id)
    if alike and not form.errors:
        form.data = request.POST.copy()
        form.data["sure"] = "yes"
    values = {"form": form, "alike": alike}
    return page(request, "people/new.html", values, 200 if request.method == "GET" else 422)
