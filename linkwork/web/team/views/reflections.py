"""Private notes. Their pages are never kept by a browser, and nothing typed is stored anywhere but in the note."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from linkwork.core.errors import NotFound
from linkwork.core.viewer import Role
from linkwork.programmes import reads as programmes
from linkwork.web.shared.carrying_out import carried_out
from linkwork.web.shared.days import date_short, local_day
from linkwork.web.shared.frame import page
from linkwork.web.shared.ids import id_in
from linkwork.web.shared.request import Request
from linkwork.web.team.forms.reflections import ReflectionForm, ShareForm
from linkwork.web.team.one_form import form_page
from linkwork.web.team.tabs import tabs
from linkwork.web.team.words import REFLECTIONS
from linkwork.workforce import actions, reads
from linkwork.workforce.reads import ReflectionCard
from linkwork.workforce.rules.reflections import ReflectionKind


def _line(card: ReflectionCard, request: Request) -> dict[str, object]:
    return {
        "id": card.id,
        "own": card.own,
        "author": card.author_name,
        "kind": REFLECTIONS[card.kind],
        "words": card.words,
        "when": date_short(card.written_on, local_day(request.at)),
        "shared": card.shared_with,
    }


@require_GET
@sensitive_variables()
def reflections(request: Request) -> HttpResponse:
    """One's own notes, and those shared with one now."""
    own = reads.reflections(request.viewer, id_in(request.GET.get("after", "")))
    values = {
        "tabs": tabs(request.viewer, "team:reflections"),
        "own": [_line(card, request) for card in own.rows],
        "next_url": f"?after={own.next}" if own.next else "",
        "shared": [_line(card, request) for card in reads.shared_with(request.viewer)],
    }
    return page(request, "team/reflections.html", values)


@require_http_methods(["GET", "HEAD", "POST"])
@sensitive_post_parameters()
@sensitive_variables()
def reflection_new(request: Request) -> HttpResponse:
    """Write a note."""
    form = ReflectionForm(request.POST or None, initial={"kind": ReflectionKind.HARD_DAY.value})
    if form.is_valid() and carried_out(
        form,
        lambda: actions.write_reflection(
            kind=ReflectionKind(form.cleaned_data["kind"]),
            words=form.cleaned_data["words"],
            by=request.viewer,
            at=request.at,
        ),
    ):
        messages.success(request, _("Kept, for you alone."))
        return redirect("team:reflections")
    return form_page(
        request, form, _("A note for yourself"), _("Keep it"), "team:reflections", _("My notes"), quiet=True
    )


@require_http_methods(["GET", "HEAD", "POST"])
@sensitive_post_parameters()
@sensitive_variables()
def reflection_change(request: Request, reflection_id: UUID) -> HttpResponse:
    """Write one's note anew."""
    card = reads.reflection(request.viewer, reflection_id)
    if not card.own:
        raise NotFound(_("There is no such note of yours."))
    form = ReflectionForm(request.POST or None, initial={"kind": card.kind.value, "words": card.words})
    if form.is_valid() and carried_out(
        form,
        lambda: actions.change_reflection(
            reflection_id=reflection_id,
            kind=ReflectionKind(form.cleaned_data["kind"]),
            words=form.cleaned_data["words"],
            by=request.viewer,
            at=request.at,
        ),
    ):
        messages.success(request, _("Kept."))
        return redirect("team:reflections")
    return form_page(
        request, form, _("Change your note"), _("Keep it"), "team:reflections", _("My notes"), quiet=True
    )


@require_http_methods(["GET", "HEAD", "POST"])
def reflection_share(request: Request, reflection_id: UUID) -> HttpResponse:
    """Let one supervisor read it."""
    card = reads.reflection(request.viewer, reflection_id)
    if not card.own:
        raise NotFound(_("There is no such note of yours."))
    here = programmes.workers(request.viewer, Role.SUPERVISOR)
    supervisors = [
        (str(one.id), one.name) for one in here if one.until is None and one.id != request.viewer.id
    ]
    form = ShareForm(supervisors, request.POST or None)
    if form.is_valid() and carried_out(
        form,
        lambda: actions.share_reflection(
            reflection_id=reflection_id,
            supervisor_id=UUID(form.cleaned_data["supervisor"]),
            by=request.viewer,
            at=request.at,
        ),
    ):
        messages.success(request, _("Shared. You can take it back at any time."))
        return redirect("team:reflections")
    note = _(
        "One supervisor reads it, nobody else, until you take it back. They are not told: say it when you talk."
    )
    return form_page(
        request,
        form,
        _("Share a note"),
        _("Share it"),
        "team:reflections",
        _("My notes"),
        note=note,
        quiet=True,
    )


@require_POST
def reflection_take_back(request: Request, reflection_id: UUID) -> HttpResponse:
    """Nobody else reads it from now on."""
    actions.take_back_reflection(reflection_id=reflection_id, by=request.viewer, at=request.at)
    messages.success(request, _("Taken back. You alone read it."))
    return redirect("team:reflections")


@require_POST
def reflection_remove(request: Request, reflection_id: UUID) -> HttpResponse:
    """Throw it away."""
    actions.remove_reflection(reflection_id=reflection_id, by=request.viewer, at=request.at)
    messages.success(request, _("Thrown away."))
    return redirect("team:reflections")
