"""A visit made alone, as the visitor taps through it; and who is out now."""

import datetime as dt
from collections.abc import Callable
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from linkwork.casework import reads as casework
from linkwork.core.errors import LinkworkError
from linkwork.core.viewer import Role
from linkwork.programmes import access as programmes_access
from linkwork.programmes import reads as programmes
from linkwork.trail import actions as trail
from linkwork.web.shared.carrying_out import carried_out
from linkwork.web.shared.days import time_said
from linkwork.web.shared.frame import page
from linkwork.web.shared.ids import id_in
from linkwork.web.shared.request import Request
from linkwork.web.visits import presenters
from linkwork.web.visits.forms import PlanForm
from linkwork.workforce import actions, reads
from linkwork.workforce.access import check_may_visit, may_watch_all
from linkwork.workforce.reads.visits import MOST, PAGE

MORE = 30  # minutes, by one tap
QUARTER = 15


@require_GET
def home(request: Request) -> HttpResponse:
    """The viewer's own visits, and those of others they look out for; for managers everybody who is out."""
    found = reads.visits_open(request.viewer)
    values = {
        "mine": [presenters.row(line, request.at) for line in found if line.mine],
        "others": [presenters.row(line, request.at) for line in found if not line.mine],
        "cut": len(found) == MOST,
        "most": MOST,
        "watches_all": may_watch_all(request.viewer),
        "may_set_up": programmes_access.may_set_up(request.viewer),
        "more": MORE,
    }
    return page(request, "visits/home.html", values)


@require_GET
def over(request: Request) -> HttpResponse:
    """Visits that are over."""
    found = reads.visits_over(request.viewer, id_in(request.GET.get("after", "")))
    values = {
        "rows": [presenters.over_row(line, request.at) for line in found],
        "next": found[-1].id if len(found) == PAGE else None,
    }
    return page(request, "visits/over.html", values)


@require_http_methods(["GET", "HEAD", "POST"])
def new(request: Request) -> HttpResponse:
    """Plan a visit; `?case=` is whom it is to."""
    check_may_visit(request.viewer)
    chosen = _chosen(request)
    form = _plan_form(request, chosen)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        visit_id = carried_out(
            form,
            lambda: actions.plan_visit(
                case_id=UUID(said["case"]) if said["case"] else None,
                about=said["about"],
                address=said["address"],
                buddy_id=UUID(said["buddy"]),
                phone=said["phone"],
                **form.times(),
                by=request.viewer,
                at=request.at,
            ),
        )
        if visit_id:
            messages.success(request, _("Kept. Somebody looks out for you."))
            return redirect("visits:visit", visit_id)
    if chosen:
        trail.look(by=request.viewer, at=request.at, page="visits:new", person_id=chosen.person_id)
    return page(request, "visits/new.html", {"form": form}, 422 if form.errors else 200)


def _chosen(request: Request) -> casework.CaseCard | None:
    """The case of the address, where there is one for the viewer."""
    try:
        return casework.case(request.viewer, UUID(request.GET.get("case", "")))
    except (ValueError, LinkworkError):
        return None


def _plan_form(request: Request, chosen: casework.CaseCard | None) -> PlanForm:
    own = casework.cases(request.viewer, worker_id=request.viewer.worker_id, closed=False).rows
    cases = {str(one.id): one.name for one in ([chosen] if chosen else []) + own}
    buddies = [
        (str(one.id), one.name)
        for one in programmes.reachable(request.viewer).values()
        if one.id != request.viewer.id and one.roles & {Role.WORKER, Role.MANAGER}
    ]
    begins = _quarter(timezone.localtime(request.at))
    initial = {
        "case": str(chosen.id) if chosen else "",
        "address": _address(request, chosen) if chosen else "",
        "day": begins.date(),
        "begins": begins.time(),
        "ends": (begins + dt.timedelta(hours=1)).time(),
        "phone": reads.own_phone(request.viewer),
    }
    return PlanForm(request.POST or None, cases=list(cases.items()), buddies=buddies, initial=initial)


def _address(request: Request, chosen: casework.CaseCard) -> str:
    return casework.person(request.viewer, chosen.person_id).details.address


def _quarter(moment: dt.datetime) -> dt.datetime:
    """The next quarter of an hour, on the clock."""
    late = dt.timedelta(minutes=-moment.minute % QUARTER)
    return (moment + late).replace(second=0, microsecond=0)


@require_GET
def visit(request: Request, visit_id: UUID) -> HttpResponse:
    """One visit: for the visitor the taps, for who looks out what to do."""
    card = reads.visit(request.viewer, visit_id)
    plain = {
        "more": MORE,
        "who": card.line.about,
        "case_id": None,
        "warnings": [],
        "alerts": [],
        "what_to_do": "",
    }
    values = presenters.whole(card, request.at) | plain
    if card.line.ended_at is None:
        values["warnings"] = reads.warnings_for(request.viewer, card.line.address)
    if card.line.case_id is not None and card.line.ended_at is None:
        values |= _about_case(request, card.line.case_id)
    if card.line.alarm is not None and not card.line.mine:
        values["what_to_do"] = reads.ladder(request.viewer).words
    return page(request, "visits/visit.html", values)


def _about_case(request: Request, case_id: UUID) -> dict[str, object]:
    """Whom they visit, and what to be careful about; nothing where the record is closed to the viewer."""
    try:
        case = casework.case(request.viewer, case_id)
    except LinkworkError:
        return {"who": _("somebody whose record is closed to you")}
    trail.look(by=request.viewer, at=request.at, page="visits:visit", person_id=case.person_id)
    alerts = casework.alerts_of(request.viewer, case.person_id, timezone.localdate(request.at))
    return {
        "who": case.initials,
        "case_id": case.id,
        "alerts": [one.words for one in alerts if one.holds],
    }


@require_POST
def start(request: Request, visit_id: UUID) -> HttpResponse:
    """They are there."""
    return _tap(request, visit_id, actions.start_visit, _("Checked in."))


@require_POST
def end(request: Request, visit_id: UUID) -> HttpResponse:
    """They are safely out."""
    return _tap(request, visit_id, actions.end_visit, _("Safely out. Where you were is wiped."))


@require_POST
def cancel(request: Request, visit_id: UUID) -> HttpResponse:
    """It does not take place."""
    return _tap(request, visit_id, actions.cancel_visit, _("Called off."))


@require_POST
def extend(request: Request, visit_id: UUID) -> HttpResponse:
    """More time, by one tap."""
    ends_at = actions.extend_visit(visit_id=visit_id, minutes=MORE, by=request.viewer, at=request.at)
    messages.success(request, _("You have time until %(time)s.") % {"time": time_said(ends_at)})
    return redirect("visits:visit", visit_id)


def _tap(request: Request, visit_id: UUID, act: Callable[..., None], said: str) -> HttpResponse:
    act(visit_id=visit_id, by=request.viewer, at=request.at)
    messages.success(request, said)
    return redirect("visits:visit", visit_id)
