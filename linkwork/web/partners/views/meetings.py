"""Meetings: planned, one or a series, moved, called off, and the page of one."""

import datetime as dt
from urllib.parse import urlencode
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from linkwork.core.viewer import Role
from linkwork.exchange.ical import meeting_entry
from linkwork.partnerships import access, actions, reads
from linkwork.partnerships.rules import ItemState
from linkwork.programmes import reads as programmes
from linkwork.web.partners import presenters
from linkwork.web.partners.forms import (
    CarryForm,
    MeetingForm,
    MinutesForm,
    MoveMeetingForm,
    TakeOnForm,
    TopicsForm,
)
from linkwork.web.partners.papers.minutes import minutes_paper
from linkwork.web.partners.papers.parts import as_file
from linkwork.web.partners.shell import way_back
from linkwork.web.partners.views.proposals import card_of
from linkwork.web.shared.carrying_out import carried_out
from linkwork.web.shared.days import day_said, local_day, midnight, moment_said, time_said
from linkwork.web.shared.forms import Form
from linkwork.web.shared.frame import page
from linkwork.web.shared.ids import id_in
from linkwork.web.shared.request import Request
from linkwork.web.shared.tabs import Tab

A_FORTNIGHT = dt.timedelta(days=14)


@require_GET
def meetings(request: Request) -> HttpResponse:
    """Every meeting: those to come, or those before, found by words."""
    today = local_day(request.at)
    past, words = request.GET.get("show") == "past", request.GET.get("q", "").strip()
    found = reads.meetings_page(
        request.viewer,
        midnight(today),
        past=past,
        words=words,
        after=id_in(request.GET.get("after", "")),
    )
    asked = {"show": "past" if past else "", "q": words, "after": str(found.next)}
    values = {
        "lines": [presenters.meeting_line(row, request.at, today) for row in found.rows],
        "past": past,
        "q": words,
        "kept": {"show": asked["show"]},
        "tabs": [
            Tab(_("To come"), f"?{urlencode({'q': words})}", not past),
            Tab(_("Before"), f"?{urlencode({'show': 'past', 'q': words})}", past),
        ],
        "next_url": f"?{urlencode(asked)}" if found.next else "",
        "may_write": access.may_write(request.viewer),
    }
    return page(request, "partners/meetings.html", values)


@require_http_methods(["GET", "HEAD", "POST"])
def new(request: Request) -> HttpResponse:
    """Plan a meeting, or a series."""
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
                lasts=said["lasts"] or 60,
                times=said["times"] or 1,
                every_weeks=said["every_weeks"] or 1,
                partner_ids=[UUID(one) for one in said["partners"]],
                by=request.viewer,
                at=request.at,
            ),
        )
        if meeting_id:
            return redirect("partners:meeting", meeting_id)
    back = way_back(partners, request.GET.get("partner", ""))
    return page(request, "partners/meeting_new.html", {"form": form, "partners": len(partners), **back})


@require_GET
def meeting(request: Request, meeting_id: UUID) -> HttpResponse:
    """The meeting's page."""
    return meeting_page(request, reads.meeting(request.viewer, meeting_id))


def meeting_page(request: Request, card: reads.MeetingCard, **tried: Form) -> HttpResponse:
    """The page; `tried` holds forms that were refused, by name."""
    today = local_day(request.at)
    may_write = access.may_write(request.viewer)
    partners = reads.partner_names(request.viewer) if may_write else []
    values = {
        "meeting": card,
        "when": f"{day_said(local_day(card.starts_at), today)}, {time_said(card.starts_at)}",
        "begun": card.starts_at <= request.at,
        "actions": [_action(one, today) for one in card.actions],
        "left": [_action(one, today) for one in card.left],
        "topics": [{"words": one.words, "said": one.said, "state": _topic_state(one)} for one in card.topics],
        "after": moment_said(card.after_at) if card.after_at else "",
        "invited": sum(one.invited for one in card.asked),
        "may_write": may_write,
        "tried": set(tried),
        **_forms(request, card, partners, today),
        **tried,
    }
    return page(request, "partners/meeting.html", values)


def _action(one: reads.ActionCard, today: dt.date) -> dict[str, object]:
    return {
        "card": one,
        "who": one.worker_name or one.partner_name,
        "due": day_said(one.due_on, today),
        "late": one.done_at is None and one.due_on < today,
    }


def _topic_state(one: reads.Topic) -> str:
    match one.state:
        case ItemState.DONE:
            return _("done")
        case ItemState.CARRIED:
            return _("left for the next meeting")
        case _open:
            return _("from the last meeting") if one.carried else ""


def _forms(
    request: Request, card: reads.MeetingCard, partners: list[tuple[UUID, str]], today: dt.date
) -> dict[str, Form | None]:
    if not access.may_write(request.viewer):
        return {"minutes_form": None, "take_on_form": None, "carry_form": None, "move_form": None}
    here = {"day": local_day(card.starts_at), "time": time_said(card.starts_at), "place": card.place}
    return {
        "minutes_form": minutes_form(card, partners),
        "take_on_form": TakeOnForm(
            workers(request),
            [(one.partner_id, one.name) for one in card.asked],
            initial={"owner": str(request.viewer.id), "due_on": today + A_FORTNIGHT},
        ),
        "carry_form": CarryForm(later(request, card)) if _has_left(card) else None,
        "move_form": MoveMeetingForm(initial=here),
        "topics_form": TopicsForm(),
    }


def _has_left(card: reads.MeetingCard) -> bool:
    """Whether anything of a meeting that was held waits for a later one."""
    if not card.kept:
        return False
    topics = any(one.id and one.state is ItemState.OPEN for one in card.topics)
    waiting = any(one.done_at is None and not one.carried for one in card.actions)
    return topics or waiting or any(one.done_at is None for one in card.left)


def minutes_form(
    card: reads.MeetingCard, partners: list[tuple[UUID, str]], data: object = None
) -> MinutesForm:
    """The form of the minutes, with those asked who may have come ticked."""
    came = [str(one.partner_id) for one in card.asked if one.came is not False]
    return MinutesForm(partners, card, data, initial={"came": came, "minutes": card.minutes})


def later(request: Request, card: reads.MeetingCard) -> list[tuple[UUID, str]]:
    """Meetings to come, to choose from."""
    found = reads.later_meetings(request.viewer, card.id)
    return [(one, f"{title}, {moment_said(starts_at)}") for one, title, starts_at in found]


def workers(request: Request) -> list[tuple[UUID, str]]:
    """Who of the programme can take something on."""
    return [
        (one.id, one.name)
        for one in programmes.workers(request.viewer)
        if one.until is None and one.roles & {Role.WORKER, Role.MANAGER}
    ]


@require_POST
def topics(request: Request, meeting_id: UUID) -> HttpResponse:
    """Add topics."""
    form = TopicsForm(request.POST)
    if form.is_valid() and carried_out(
        form,
        lambda: actions.add_topics(
            meeting_id=meeting_id, text=form.cleaned_data["text"], by=request.viewer, at=request.at
        ),
    ):
        return redirect("partners:meeting", meeting_id)
    return meeting_page(request, reads.meeting(request.viewer, meeting_id), topics_form=form)


@require_POST
def move(request: Request, meeting_id: UUID) -> HttpResponse:
    """Another time or place; whoever was written to is written to again."""
    form = MoveMeetingForm(request.POST)
    if form.is_valid() and carried_out(
        form,
        lambda: actions.move_meeting(
            meeting_id=meeting_id,
            starts_at=form.starts_at(),
            place=form.cleaned_data["place"],
            by=request.viewer,
            at=request.at,
        ),
    ):
        messages.success(request, _("Moved. Whoever was written to is told."))
        return redirect("partners:meeting", meeting_id)
    return meeting_page(request, reads.meeting(request.viewer, meeting_id), move_form=form)


@require_POST
def call_off(request: Request, meeting_id: UUID) -> HttpResponse:
    """It will not be held."""
    actions.call_off_meeting(meeting_id=meeting_id, by=request.viewer, at=request.at)
    messages.success(request, _("Called off. Whoever was written to is told."))
    return redirect("partners:meeting", meeting_id)


@require_POST
def invite(request: Request, meeting_id: UUID) -> HttpResponse:
    """Write to those asked who have an e-mail address."""
    number = actions.invite_partners(meeting_id=meeting_id, by=request.viewer, at=request.at)
    said = ngettext("%(num)s letter is on its way.", "%(num)s letters are on their way.", number)
    messages.success(request, said % {"num": number})
    return redirect("partners:meeting", meeting_id)


@require_GET
def calendar(request: Request, meeting_id: UUID) -> HttpResponse:
    """The meeting for a calendar."""
    card = reads.meeting(request.viewer, meeting_id)
    content = meeting_entry(card, card_of(request).name, request.at)
    answer = HttpResponse(content, content_type="text/calendar; charset=utf-8")
    answer["Content-Disposition"] = 'attachment; filename="meeting.ics"'
    return answer


@require_GET
def paper(request: Request, meeting_id: UUID, kind: str) -> HttpResponse:
    """The minutes, or before the meeting the agenda, as a file."""
    card = reads.meeting(request.viewer, meeting_id)
    made = minutes_paper(card, card_of(request), local_day(request.at))
    return as_file(made, kind, f"{made.above} {local_day(card.starts_at).isoformat()}")
