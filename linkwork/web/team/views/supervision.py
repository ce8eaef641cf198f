"""Supervision: whose is overdue, noting a talk, saying that it was so, doing what was agreed, the next one."""

import datetime as dt
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from linkwork.casework import reads as casework
from linkwork.casework.access import may_see_people
from linkwork.core.errors import NotFound
from linkwork.core.viewer import Role, Viewer
from linkwork.exchange.ical.day import whole_day
from linkwork.programmes import reads as programmes
from linkwork.web.shared.carrying_out import carried_out
from linkwork.web.shared.days import date_said, day_said, local_day
from linkwork.web.shared.frame import page
from linkwork.web.shared.ids import id_in
from linkwork.web.shared.request import Request
from linkwork.web.team import presenters
from linkwork.web.team.forms.supervision import ConfirmForm, GroupForm, NextForm, RuleForm, SupervisionForm
from linkwork.web.team.one_form import form_page
from linkwork.web.team.tabs import tabs
from linkwork.web.team.words import WELLBEING
from linkwork.workforce import access, actions, reads
from linkwork.workforce.rules.supervision import SupervisionKind

Choices = list[tuple[str, str]]


@require_GET
def supervision(request: Request) -> HttpResponse:
    """Whose supervision is overdue, and the talks so far: one's own; a manager sees every date."""
    viewer, today = request.viewer, local_day(request.at)
    words = request.GET.get("q", "").strip()
    talks, next_talks = presenters.talk_page(viewer, request.GET.get("before", ""))
    values = {
        "tabs": tabs(viewer, "team:supervision"),
        "gaps": presenters.gap_page(viewer, today, words, request.GET.get("after", "")),
        "interval": presenters.interval_said(reads.intervals(viewer)),
        "talks": [presenters.talk_line(card, viewer.id, today) for card in talks],
        "next_talks": next_talks,
        "words_typed": words,
        "all": access.may_see_all(viewer),
        "manages": access.may_manage(viewer),
    }
    return page(request, "team/supervision.html", values)


@require_http_methods(["GET", "HEAD", "POST"])
def supervision_new(request: Request) -> HttpResponse:
    """Note a talk about somebody's work."""
    access.check_may_read(request.viewer)
    viewer = request.viewer
    workers, everybody = _people(viewer)
    form = SupervisionForm(
        workers,
        everybody,
        _own_cases(viewer),
        viewer.worker_id,
        request.POST or None,
        initial={
            "worker": request.GET.get("worker", ""),
            "held_on": local_day(request.at),
            "partner": str(viewer.id) if access.may_see_all(viewer) else "",
            "kind": _usual_kind(viewer),
        },
    )
    if form.is_valid() and carried_out(form, lambda: _record(form, request)):
        messages.success(request, _("Noted."))
        return redirect("team:supervision")
    values = {
        "form": form,
        "asks_wellbeing": Role.WORKER in viewer.roles,
        "all": access.may_see_all(viewer),
        "last": _last_time(viewer, id_in(request.GET.get("worker", "")), local_day(request.at)),
    }
    return page(request, "team/supervision_new.html", values)


def _usual_kind(viewer: Viewer) -> str:
    """Which kind of talk somebody usually has with those whose work they look after; empty for a worker."""
    kinds = {Role.MANAGER: SupervisionKind.MANAGERIAL, Role.SUPERVISOR: SupervisionKind.CLINICAL}
    return next((kind.value for role, kind in kinds.items() if viewer.has(role)), "")


def _last_time(viewer: Viewer, worker_id: UUID | None, today: dt.date) -> dict[str, Any] | None:
    """What to have in mind before a talk: what the viewer and the worker agreed last, and what of it is not done."""
    own = viewer.id if worker_id is None else worker_id
    talks = reads.supervisions(viewer, own) if own is not None else []
    last = next((one for one in talks if one.inside), None)
    if last is None:
        return None
    card = reads.supervision(viewer, last.id)
    return {
        "id": card.id,
        "day": day_said(card.held_on, today),
        "agreed": card.agreed,
        "open": [
            {
                "what": one.what,
                "who": one.owner_name,
                "when": day_said(one.due_on, today),
                "late": one.due_on < today,
            }
            for one in card.actions
            if one.done_on is None
        ],
    }


def _record(form: SupervisionForm, request: Request) -> UUID:
    return actions.record_supervision(
        worker_id=form.worker_id,
        partner_id=form.partner_id,
        kind=SupervisionKind(form.cleaned_data["kind"]),
        held_on=form.cleaned_data["held_on"],
        next_on=form.cleaned_data["next_on"],
        said=form.said(),
        by=request.viewer,
        at=request.at,
    )


def _people(viewer: Viewer) -> tuple[Choices, Choices]:
    """Whose talks the viewer may note, and who they may have been with. One question."""
    here = [one for one in programmes.workers(viewer) if one.until is None]
    workers = [one for one in here if Role.WORKER in one.roles and access.may_record(viewer, one.id)]
    return (
        [(str(one.id), one.name) for one in workers],
        [(str(one.id), one.name) for one in here if one.roles & access.TALKERS],
    )


def _own_cases(viewer: Viewer) -> Choices:
    """A worker's own people by their initials, to tick who a talk was about."""
    if not (may_see_people(viewer) and viewer.has(Role.WORKER)):
        return []
    held = casework.cases(viewer, worker_id=viewer.id, closed=False)
    return [(str(card.id), card.initials) for card in held.rows]


@require_http_methods(["GET", "HEAD", "POST"])
def group_new(request: Request) -> HttpResponse:
    """Note a day on which several talked their work over."""
    workers, everybody = _people(request.viewer)
    initial = {"held_on": local_day(request.at), "partner": str(request.viewer.id)}
    form = GroupForm(workers, everybody, request.POST or None, initial=initial)
    if form.is_valid():
        said = form.cleaned_data
        if carried_out(
            form,
            lambda: actions.record_group(
                worker_ids=[UUID(one) for one in said["workers"]],
                partner_id=UUID(said["partner"]) if said["partner"] else None,
                held_on=said["held_on"],
                next_on=said["next_on"],
                by=request.viewer,
                at=request.at,
            ),
        ):
            messages.success(request, _("Noted."))
            return redirect("team:supervision")
    return form_page(request, form, _("A group talked"), _("Note it"), "team:supervision", _("Supervision"))


@require_GET
def talk(request: Request, supervision_id: UUID) -> HttpResponse:
    """One talk: for the two all of it, for a manager its dates."""
    viewer, today = request.viewer, local_day(request.at)
    card = reads.supervision(viewer, supervision_id)
    return page(
        request, "team/talk.html", _talk_values(request, card) | {"day": day_said(card.held_on, today)}
    )


def _talk_values(request: Request, card: reads.SupervisionCard) -> dict[str, Any]:
    viewer, today = request.viewer, local_day(request.at)
    named = casework.initials_of(viewer, card.cases) if card.cases and may_see_people(viewer) else {}
    waits = card.waits_for(viewer.id)
    return {
        "talk": card,
        "kind": presenters.kind_said(card.kind),
        "next_day": day_said(card.next_on, today) if card.next_on else "",
        "cases": [{"id": case_id, "initials": said} for case_id, said in named.items()],
        "unseen": len(card.cases) - len(named),
        "wellbeing": WELLBEING.get(card.wellbeing or 0, ""),
        "waits": waits,
        "confirm": ConfirmForm() if waits and card.worker_id == viewer.id else None,
        "next_form": NextForm(initial={"next_on": card.next_on}),
        "actions": [
            {
                "id": one.id,
                "what": one.what,
                "who": one.owner_name,
                "when": date_said(one.due_on),
                "done": one.done_on is not None,
                "late": one.done_on is None and one.due_on < today,
                "mine": one.owner_id == viewer.id,
            }
            for one in card.actions
        ],
    }


@require_POST
def talk_confirm(request: Request, supervision_id: UUID) -> HttpResponse:
    """Say that it was so."""
    form = ConfirmForm(request.POST)
    chosen = form.cleaned_data["wellbeing"] if form.is_valid() else ""
    actions.confirm_supervision(
        supervision_id=supervision_id,
        wellbeing=int(chosen) if chosen else None,
        by=request.viewer,
        at=request.at,
    )
    messages.success(request, _("Thank you. Both of you have said so now."))
    return redirect("team:talk", supervision_id)


@require_http_methods(["POST"])
def talk_next(request: Request, supervision_id: UUID) -> HttpResponse:
    """Move the next talk."""
    form = NextForm(request.POST)
    if form.is_valid() and carried_out(
        form,
        lambda: actions.plan_next(
            supervision_id=supervision_id,
            next_on=form.cleaned_data["next_on"],
            by=request.viewer,
            at=request.at,
        ),
    ):
        messages.success(request, _("Kept."))
        return redirect("team:talk", supervision_id)
    card = reads.supervision(request.viewer, supervision_id)
    values = _talk_values(request, card) | {"next_form": form, "day": date_said(card.held_on)}
    return page(request, "team/talk.html", values, 422)


@require_POST
def agreed_done(request: Request, action_id: UUID) -> HttpResponse:
    """Tick off what one agreed to do, or take the tick back."""
    done = request.POST.get("done", "yes") == "yes"
    talk_id = actions.settle_agreed(action_id=action_id, done=done, by=request.viewer, at=request.at)
    messages.success(request, _("Done.") if done else _("It is to be done again."))
    return redirect("team:home") if request.POST.get("from") == "home" else redirect("team:talk", talk_id)


@require_GET
def talk_calendar(request: Request, supervision_id: UUID) -> HttpResponse:
    """The next talk as a calendar file, for the two."""
    card = reads.supervision(request.viewer, supervision_id)
    if card.next_on is None or not card.inside:
        raise NotFound(_("No next talk of yours is planned here."))
    other = card.partner_name if card.worker_id == request.viewer.id else card.worker_name
    title = _("Supervision with %(name)s") % {"name": other} if other else _("Supervision")
    entry = whole_day(card.id, card.next_on, title, request.at)
    answer = HttpResponse(entry, content_type="text/calendar; charset=utf-8")
    answer.headers["Content-Disposition"] = 'attachment; filename="supervision.ics"'
    return answer


@require_http_methods(["GET", "HEAD", "POST"])
def supervision_rule(request: Request) -> HttpResponse:
    """How often work is talked over in this programme."""
    access.check_may_manage(request.viewer)
    asked = reads.intervals(request.viewer)
    initial = {"anybody": asked.anybody} | {kind.value: asked.of(kind) for kind in SupervisionKind}
    form = RuleForm(request.POST or None, initial=initial)
    if form.is_valid() and carried_out(
        form,
        lambda: actions.set_supervision_rule(
            anybody=form.cleaned_data["anybody"], kinds=form.kinds(), by=request.viewer, at=request.at
        ),
    ):
        messages.success(request, _("Kept."))
        return redirect("team:supervision")
    return form_page(
        request, form, _("How often work is talked over"), _("Keep"), "team:supervision", _("Supervision")
    )
