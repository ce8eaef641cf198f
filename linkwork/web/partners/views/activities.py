"""Activities with partners: begun, held, ended."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from linkwork.partnerships import access, actions, reads
from linkwork.web.partners import words
from linkwork.web.partners.forms import ActivityForm, EndForm, SessionForm
from linkwork.web.shared.carrying_out import carried_out
from linkwork.web.shared.days import date_short, day_said, local_day
from linkwork.web.shared.frame import page
from linkwork.web.shared.request import Request


@require_GET
def activities(request: Request) -> HttpResponse:
    """What goes on, and what has ended."""
    today = local_day(request.at)
    lines = [
        {
            "id": row.id,
            "title": row.title,
            "small": " · ".join(
                part
                for part in (
                    ngettext("%(num)s session", "%(num)s sessions", row.sessions) % {"num": row.sessions},
                    families_said(row.families),
                    _("last %(when)s") % {"when": day_said(row.last_on, today)} if row.last_on else "",
                )
                if part
            ),
            "ended": row.ended_on is not None,
        }
        for row in reads.activities(request.viewer, most=200)
    ]
    values = {"activities": lines, "may_write": access.may_write(request.viewer)}
    return page(request, "partners/activities.html", values)


def families_said(number: int | None) -> str:
    """ "12 families"; nothing where nobody counted."""
    if number is None:
        return ""
    return ngettext("%(num)s family", "%(num)s families", number) % {"num": number}


@require_http_methods(["GET", "HEAD", "POST"])
def new(request: Request) -> HttpResponse:
    """Begin an activity."""
    access.check_may_write(request.viewer)
    form = ActivityForm(
        reads.partner_names(request.viewer),
        request.POST or None,
        initial={"since": local_day(request.at), "developed": request.GET.getlist("partner")},
    )
    if form.is_valid():
        said = form.cleaned_data
        activity_id = carried_out(
            form,
            lambda: actions.begin_activity(
                title=said["title"],
                purpose=said["purpose"],
                place=said["place"],
                since=said["since"],
                parts=form.parts(),
                by=request.viewer,
                at=request.at,
            ),
        )
        if activity_id:
            return redirect("partners:activity", activity_id)
    return page(request, "partners/activity_new.html", {"form": form})


@require_GET
def activity(request: Request, activity_id: UUID) -> HttpResponse:
    """One activity with its sessions."""
    return _activity_page(request, reads.activity(request.viewer, activity_id))


def _activity_page(
    request: Request,
    card: reads.ActivityCard,
    session: SessionForm | None = None,
    end: EndForm | None = None,
) -> HttpResponse:
    today = local_day(request.at)
    names = {one.partner_id: one.name for one in card.parts}
    counted = [one.families for one in card.sessions if one.families is not None]
    values = {
        "activity": card,
        "since": day_said(card.since, today),
        "ended": day_said(card.ended_on, today) if card.ended_on else "",
        "parts": [(one.partner_id, one.name, words.PARTS[one.part]) for one in card.parts],
        "sessions": [_session(one, names, card) for one in card.sessions],
        "reached": families_said(sum(counted)) if counted else "",
        "uncounted": len(card.sessions) - len(counted),
        "may_write": access.may_write(request.viewer) and card.ended_on is None,
        "session_form": session or SessionForm(_asked(card), initial=_first_guess(card, request)),
        "end_form": end or EndForm(initial={"ended_on": today}),
        "ending": end is not None,
    }
    return page(request, "partners/activity.html", values)


def _session(one: reads.SessionCard, names: dict[UUID, str], card: reads.ActivityCard) -> dict[str, object]:
    people = ngettext("%(num)s person", "%(num)s people", one.people or 0) % {"num": one.people}
    new = _("%(num)s for the first time") % {"num": one.new_families}
    parts = [
        families_said(one.families) or _("families not counted"),
        new if one.new_families else "",
        people if one.people is not None else "",
        ", ".join(names.get(partner_id, "") for partner_id in sorted(one.partner_ids) if partner_id in names),
    ]
    return {
        "when": date_short(one.held_on, card.sessions[0].held_on),
        "title": " · ".join(part for part in parts if part),
        "learnt": one.learnt,
    }


def _asked(card: reads.ActivityCard) -> list[tuple[UUID, str]]:
    return [(one.partner_id, one.name) for one in card.parts]


def _first_guess(card: reads.ActivityCard, request: Request) -> dict[str, object]:
    there = card.sessions[0].partner_ids if card.sessions else {one.partner_id for one in card.parts}
    return {"held_on": local_day(request.at), "there": [str(one) for one in there]}


@require_POST
def session(request: Request, activity_id: UUID) -> HttpResponse:
    """Keep one session."""
    card = reads.activity(request.viewer, activity_id)
    form = SessionForm(_asked(card), request.POST)
    if form.is_valid() and carried_out(
        form,
        lambda: actions.keep_session(
            activity_id=activity_id,
            partner_ids=[UUID(one) for one in form.cleaned_data["there"]],
            **{name: form.cleaned_data[name] for name in ("held_on", "people", "families", "new_families")},
            learnt=form.cleaned_data["learnt"],
            by=request.viewer,
            at=request.at,
        ),
    ):
        messages.success(request, _("Kept. Each partner who was there counts as work together."))
        return redirect("partners:activity", activity_id)
    return _activity_page(request, card, session=form)


@require_POST
def end(request: Request, activity_id: UUID) -> HttpResponse:
    """It is over."""
    form = EndForm(request.POST)
    if form.is_valid() and carried_out(
        form,
        lambda: actions.end_activity(
            activity_id=activity_id, **form.cleaned_data, by=request.viewer, at=request.at
        ),
    ):
        return redirect("partners:activity", activity_id)
    return _activity_page(request, reads.activity(request.viewer, activity_id), end=form)
