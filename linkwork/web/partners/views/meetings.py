"""Meetings: planned, held, and what was taken on there."""

import datetime as dt
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from linkwork.core.viewer import Role
from linkwork.partnerships import access, actions, reads
from linkwork.programmes import reads as programmes
from linkwork.web.partners.forms import MeetingForm, MinutesForm, TakeOnForm
from linkwork.web.shared.carrying_out import carried_out
from linkwork.web.shared.days import day_said, local_day, time_said
from linkwork.web.shared.frame import page
from linkwork.web.shared.request import Request

A_FORTNIGHT = dt.timedelta(days=14)


@require_http_methods(["GET", "HEAD", "POST"])
def new(request: Request) -> HttpResponse:
    """Plan a meeting."""
    access.check_may_write(request.viewer)
    partners = reads.partner_names(request.viewer)
    form = MeetingForm(partners, request.POST or None, initial={"partners": request.GET.getlist("partner")})
    if form.is_valid():
        said = form.cleaned_data
        meeting_id = carried_out(
            form,
            lambda: actions.plan_meeting(
                title=said["title"],
                starts_at=form.starts_at(),
                place=said["place"],
                agenda=said["agenda"],
                partner_ids=[UUID(one) for one in said["partners"]],
                by=request.viewer,
                at=request.at,
            ),
        )
        if meeting_id:
            return redirect("partners:meeting", meeting_id)
    return page(request, "partners/meeting_new.html", {"form": form, "partners": len(partners)})


@require_GET
def meeting(request: Request, meeting_id: UUID) -> HttpResponse:
    """The meeting's page."""
    return _meeting_page(request, reads.meeting(request.viewer, meeting_id))


def _meeting_page(
    request: Request,
    card: reads.MeetingCard,
    minutes: MinutesForm | None = None,
    take_on: TakeOnForm | None = None,
) -> HttpResponse:
    today = local_day(request.at)
    begun = card.starts_at <= request.at
    values = {
        "meeting": card,
        "when": f"{day_said(local_day(card.starts_at), today)}, {time_said(card.starts_at)}",
        "begun": begun,
        "actions": [
            {
                "card": one,
                "due": day_said(one.due_on, today),
                "late": one.done_at is None and one.due_on < today,
            }
            for one in card.actions
        ],
        "may_write": access.may_write(request.viewer),
        "minutes_form": minutes or _minutes_form(request, card),
        "take_on_form": take_on or TakeOnForm(_workers(request), initial=_first_guess(request, today)),
    }
    return page(request, "partners/meeting.html", values)


def _minutes_form(request: Request, card: reads.MeetingCard) -> MinutesForm:
    came = [str(one.partner_id) for one in card.asked if one.came is not False]
    return MinutesForm(reads.partner_names(request.viewer), initial={"came": came, "minutes": card.minutes})


def _workers(request: Request) -> list[tuple[UUID, str]]:
    return [
        (one.id, one.name)
        for one in programmes.workers(request.viewer)
        if one.until is None and one.roles & {Role.WORKER, Role.MANAGER}
    ]


def _first_guess(request: Request, today: dt.date) -> dict[str, object]:
    return {"worker": str(request.viewer.id), "due_on": today + A_FORTNIGHT}


@require_POST
def minutes(request: Request, meeting_id: UUID) -> HttpResponse:
    """Keep who came and what was said."""
    form = MinutesForm(reads.partner_names(request.viewer), request.POST)
    if form.is_valid() and carried_out(
        form,
        lambda: actions.keep_minutes(
            meeting_id=meeting_id,
            came=[UUID(one) for one in form.cleaned_data["came"]],
            minutes=form.cleaned_data["minutes"],
            by=request.viewer,
            at=request.at,
        ),
    ):
        messages.success(request, _("Kept. Each partner who came counts as work together."))
        return redirect("partners:meeting", meeting_id)
    return _meeting_page(request, reads.meeting(request.viewer, meeting_id), minutes=form)


@require_POST
def take_on(request: Request, meeting_id: UUID) -> HttpResponse:
    """Note what somebody takes on."""
    form = TakeOnForm(_workers(request), request.POST)
    if form.is_valid() and carried_out(
        form,
        lambda: actions.take_on(
            meeting_id=meeting_id,
            what=form.cleaned_data["what"],
            worker_id=UUID(form.cleaned_data["worker"]),
            due_on=form.cleaned_data["due_on"],
            by=request.viewer,
            at=request.at,
        ),
    ):
        return redirect("partners:meeting", meeting_id)
    return _meeting_page(request, reads.meeting(request.viewer, meeting_id), take_on=form)


@require_POST
def done(request: Request, action_id: UUID) -> HttpResponse:
    """What was taken on is done."""
    actions.finish_meeting_action(action_id=action_id, by=request.viewer, at=request.at)
    try:
        return redirect("partners:meeting", UUID(request.POST.get("meeting", "")))
    except ValueError:
        return redirect("partners:home")
