"""How visits are watched here: warnings about places, and the ladder."""

import datetime as dt
from dataclasses import asdict
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from linkwork.core.viewer import Role
from linkwork.programmes import reads as programmes
from linkwork.programmes.access import check_may_set_up
from linkwork.web.shared.carrying_out import carried_out
from linkwork.web.shared.days import day_said, local_day
from linkwork.web.shared.frame import page
from linkwork.web.shared.request import Request
from linkwork.web.visits.forms import LadderForm, WarningForm
from linkwork.workforce import actions, reads
from linkwork.workforce.access import check_may_visit

HOLDS = dt.timedelta(days=182)  # half a year, then it is looked at again


@require_http_methods(["GET", "HEAD", "POST"])
def places(request: Request) -> HttpResponse:
    """Every warning that holds, and one more."""
    check_may_visit(request.viewer)
    today = local_day(request.at)
    form = WarningForm(request.POST or None, initial={"review_on": today + HOLDS})
    if form.is_valid() and carried_out(
        form, lambda: actions.warn_of_place(**form.cleaned_data, by=request.viewer, at=request.at)
    ):
        messages.success(request, _("Kept. It shows to whoever plans a visit there."))
        return redirect("visits:places")
    found = reads.place_warnings(request.viewer)
    values = {
        "form": form,
        "warnings": [
            {
                "card": card,
                "more": _("%(who)s, look at it again %(day)s")
                % {"who": card.worker_name, "day": day_said(card.review_on, today)},
                "due": card.review_on <= today,
            }
            for card in found
        ],
    }
    return page(request, "visits/places.html", values, 422 if form.errors else 200)


@require_POST
def place_holds(request: Request, warning_id: UUID) -> HttpResponse:
    """It still holds for half a year."""
    review_on = local_day(request.at) + HOLDS
    actions.review_warning(warning_id=warning_id, review_on=review_on, by=request.viewer, at=request.at)
    messages.success(request, _("Kept."))
    return redirect("visits:places")


@require_POST
def place_ends(request: Request, warning_id: UUID) -> HttpResponse:
    """It holds no more."""
    actions.end_warning(warning_id=warning_id, by=request.viewer, at=request.at)
    messages.success(request, _("Taken back."))
    return redirect("visits:places")


@require_http_methods(["GET", "HEAD", "POST"])
def ladder(request: Request) -> HttpResponse:
    """Who is asked after how many minutes."""
    check_may_set_up(request.viewer)
    managers = [
        (str(one.id), one.name)
        for one in programmes.reachable(request.viewer).values()
        if Role.MANAGER in one.roles
    ]
    now = asdict(reads.ladder(request.viewer))
    initial = {name: str(value) if isinstance(value, UUID) else value for name, value in now.items()}
    form = LadderForm(request.POST or None, managers=managers, initial=initial)
    if form.is_valid() and carried_out(
        form, lambda: actions.set_ladder(ladder=form.ladder(), by=request.viewer, at=request.at)
    ):
        messages.success(request, _("Kept."))
        return redirect("settings:home")
    return page(request, "visits/ladder.html", {"form": form}, 422 if form.errors else 200)
