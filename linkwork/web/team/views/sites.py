"""Sites: who is there on which day, what the place is like, who stands up for the programme there."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from linkwork.core.viewer import Role, Viewer
from linkwork.programmes import reads as programmes
from linkwork.web.shared.carrying_out import carried_out
from linkwork.web.shared.days import date_said, local_day
from linkwork.web.shared.frame import page
from linkwork.web.shared.request import Request
from linkwork.web.team import words
from linkwork.web.team.forms.sites import ChampionForm, DayForm, PlaceForm
from linkwork.web.team.one_form import form_page
from linkwork.web.team.tabs import tabs
from linkwork.workforce import access, actions, reads
from linkwork.workforce.reads import SitePlace


def _said(place: SitePlace, viewer: Viewer) -> dict[str, Any]:
    champion = place.champion
    return {
        "id": place.id,
        "name": place.name,
        "kind": words.SITES[place.kind],
        "room": _known(place.private_room, _("a room to talk unheard"), _("no room to talk unheard")),
        "no_room": place.private_room is False,
        "records": _known(place.record_access, _("records can be seen"), _("no access to records")),
        "helps": place.helps,
        "hinders": place.hinders,
        "days": [
            {
                "id": day.id,
                "who": day.worker_name,
                "weekday": words.WEEK[day.weekday],
                "desk": day.desk,
                "may_end": access.may_record(viewer, day.worker_id),
            }
            for day in place.days
        ],
        "champion": champion.name if champion else "",
        "champion_id": champion.id if champion else None,
        "champion_since": date_said(champion.since) if champion else "",
        "before": [one.name for one in place.champions if one.until is not None],
    }


def _known(value: bool | None, yes: str, no: str) -> str:
    return "" if value is None else yes if value else no


@require_GET
def sites(request: Request) -> HttpResponse:
    """Every place with its days."""
    values = {
        "tabs": tabs(request.viewer, "team:sites"),
        "sites": [_said(place, request.viewer) for place in reads.site_places(request.viewer)],
    }
    return page(request, "team/sites.html", values)


@require_GET
def site(request: Request, site_id: UUID) -> HttpResponse:
    """One place."""
    place = reads.site_place(request.viewer, site_id)
    return page(request, "team/site.html", {"site": _said(place, request.viewer)})


@require_http_methods(["GET", "HEAD", "POST"])
def site_change(request: Request, site_id: UUID) -> HttpResponse:
    """Say what the place is like."""
    place = reads.site_place(request.viewer, site_id)
    answers = {None: "", True: "yes", False: "no"}
    form = PlaceForm(
        request.POST or None,
        initial={
            "private_room": answers[place.private_room],
            "record_access": answers[place.record_access],
            "helps": place.helps,
            "hinders": place.hinders,
        },
    )
    if form.is_valid() and carried_out(
        form,
        lambda: actions.describe_site(
            site_id=site_id,
            private_room=form.known("private_room"),
            record_access=form.known("record_access"),
            helps=form.cleaned_data["helps"],
            hinders=form.cleaned_data["hinders"],
            by=request.viewer,
            at=request.at,
        ),
    ):
        messages.success(request, _("Kept."))
        return redirect("team:site", site_id)
    return form_page(
        request, form, _("What it is like there"), _("Keep"), "team:site", place.name, back_to=site_id
    )


@require_http_methods(["GET", "HEAD", "POST"])
def site_day(request: Request, site_id: UUID) -> HttpResponse:
    """Say who is there on which day."""
    place = reads.site_place(request.viewer, site_id)
    workers = [
        (str(one.id), one.name)
        for one in programmes.workers(request.viewer, Role.WORKER)
        if one.until is None and access.may_record(request.viewer, one.id)
    ]
    form = DayForm(workers, request.POST or None, initial={"worker": str(request.viewer.id)})
    if form.is_valid() and carried_out(
        form,
        lambda: actions.set_site_day(
            site_id=site_id,
            worker_id=UUID(form.cleaned_data["worker"]),
            weekday=int(form.cleaned_data["weekday"]),
            desk=form.cleaned_data["desk"],
            by=request.viewer,
            at=request.at,
        ),
    ):
        messages.success(request, _("Kept."))
        return redirect("team:site", site_id)
    return form_page(request, form, _("A day there"), _("Keep"), "team:site", place.name, back_to=site_id)


@require_POST
def site_day_end(request: Request, day_id: UUID) -> HttpResponse:
    """No longer there on that day."""
    site_id = actions.end_site_day(day_id=day_id, by=request.viewer, at=request.at)
    messages.success(request, _("Taken out."))
    return redirect("team:site", site_id)


@require_http_methods(["GET", "HEAD", "POST"])
def site_champion(request: Request, site_id: UUID) -> HttpResponse:
    """Name who stands up for the programme there."""
    place = reads.site_place(request.viewer, site_id)
    form = ChampionForm(request.POST or None, initial={"since": local_day(request.at)})
    if form.is_valid() and carried_out(
        form,
        lambda: actions.name_site_champion(
            site_id=site_id,
            name=form.cleaned_data["name"],
            since=form.cleaned_data["since"],
            by=request.viewer,
            at=request.at,
        ),
    ):
        messages.success(request, _("Kept."))
        return redirect("team:site", site_id)
    return form_page(
        request, form, _("A champion there"), _("Keep"), "team:site", place.name, back_to=site_id
    )


@require_POST
def site_champion_end(request: Request, champion_id: UUID) -> HttpResponse:
    """They left, or no longer do."""
    today = local_day(request.at)
    site_id = actions.end_site_champion(
        champion_id=champion_id, until=today, by=request.viewer, at=request.at
    )
    messages.success(request, _("Noted."))
    return redirect("team:site", site_id)
