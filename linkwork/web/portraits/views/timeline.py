"""What stands on a portrait's timeline: put there, taken off, and its pictures served to those who may see them."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from linkwork.core.errors import NotFound
from linkwork.evaluation.portraits import access, actions, reads
from linkwork.evaluation.portraits.reads import EventCard, PortraitLine
from linkwork.evaluation.portraits.rules.events import EventKind, Picture
from linkwork.evaluation.portraits.rules.evidence import figure_key
from linkwork.evaluation.portraits.rules.kinds import Step
from linkwork.exchange import media
from linkwork.exchange.images import Shown
from linkwork.web.portraits.labels import EVENTS
from linkwork.web.portraits.timeline_forms import FORMS
from linkwork.web.portraits.views.parts import step_url
from linkwork.web.shared.carrying_out import carried_out
from linkwork.web.shared.frame import page
from linkwork.web.shared.request import Request
from linkwork.workforce.access import may_manage


@require_http_methods(["GET", "POST"])
def event_new(request: Request, portrait_id: UUID) -> HttpResponse:
    """Put something on the timeline: ?kind= event, adaptation, figure or picture."""
    access.check_may_write(request.viewer)
    about = reads.portrait_line(request.viewer, portrait_id)
    asked = request.GET.get("kind", "")
    kind = EventKind(asked) if asked in set(EventKind) else EventKind.EVENT
    form = _form(request, about, kind)
    if request.method == "POST" and form.is_valid() and _kept(request, about, kind, form):
        messages.success(request, _("It stands on the timeline."))
        return redirect(f"{step_url(portrait_id, Step.STRUCTURE)}#events")
    values = {
        "portrait": {"id": about.id, "title": about.title},
        "form": form,
        "kind": kind.value,
        "kinds": [
            {"key": key.value, "label": label, "current": key is kind} for key, label in EVENTS.items()
        ],
        "back": step_url(portrait_id, Step.STRUCTURE),
        "notes_changes": may_manage(request.viewer),
        "no_figures": kind is EventKind.FIGURE and len(form.fields["figure"].choices) == 1,
    }
    return page(request, "portraits/event.html", values, 422 if form.errors else 200)


def _form(request: Request, about: PortraitLine, kind: EventKind) -> Any:
    data, files = (request.POST, request.FILES) if request.method == "POST" else (None, None)
    if kind is not EventKind.FIGURE:
        return FORMS[kind](data, files)
    found = reads.figure_choices(request.viewer, about.extract_id)
    choices = [(str(one.key), one.sentence) for one in found if not (one.hidden or one.problem)]
    return FORMS[kind](data, figures=choices)


def _kept(request: Request, about: PortraitLine, kind: EventKind, form: Any) -> object:
    """Keep the picture's file, then the event; where that is refused, the file goes again."""
    told: dict[str, Any] = dict(form.cleaned_data)
    made: Shown | None = told.pop("picture", None)
    about_picture = [told.pop(name, "") for name in ("alt", "credit", "agreed")]
    name = media.keep(made.content, made.ending) if made else ""
    seen = Picture(name, made.kind, made.wide, made.high, *about_picture) if made else None
    if key := figure_key(told.pop("figure", "")):
        told |= {"figure": key, "extract_id": about.extract_id}
    done = None
    try:
        done = carried_out(
            form,
            lambda: actions.add_event(
                portrait_id=about.id, kind=kind, picture=seen, by=request.viewer, at=request.at, **told
            ),
        )
    finally:
        if done is None:
            media.forget(name)
    return done


@require_POST
def event_remove(request: Request, portrait_id: UUID, event_id: UUID) -> HttpResponse:
    """Take it off the timeline, with its picture where no version shows that."""
    media.forget(actions.remove_event(event_id=event_id, by=request.viewer, at=request.at))
    messages.success(request, _("It is off the timeline."))
    return redirect(f"{step_url(portrait_id, Step.STRUCTURE)}#events")


@require_POST
def picture_withdraw(request: Request, portrait_id: UUID, event_id: UUID) -> HttpResponse:
    """Somebody in it takes their agreement back: it goes from here and from every version."""
    media.forget(actions.withdraw_picture(event_id=event_id, by=request.viewer, at=request.at))
    messages.success(request, _("The picture is gone, from every version too."))
    return redirect(f"{step_url(portrait_id, Step.STRUCTURE)}#events")


@require_safe
def picture(request: Request, portrait_id: UUID, event_id: UUID) -> HttpResponse:
    """One picture of the portrait as it now stands, or of the version ?version=."""
    asked = request.GET.get("version", "")
    if asked.isdecimal():
        return sent(reads.version(request.viewer, portrait_id, int(asked)).events, event_id)
    return sent(reads.portrait(request.viewer, portrait_id).events, event_id)


def sent(events: tuple[EventCard, ...], event_id: UUID) -> HttpResponse:
    """The picture of one of these events, as a file a browser shows and keeps nowhere. Raises NotFound."""
    seen = next((one.picture for one in events if one.id == event_id), None)
    if seen is None:
        raise NotFound(_("This file is no longer here."))
    answer = HttpResponse(media.read(seen.name), content_type=seen.kind)
    answer.headers["X-Content-Type-Options"] = "nosniff"
    answer.headers["Content-Disposition"] = "inline"
    return answer
