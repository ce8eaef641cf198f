"""Setting up a programme, and reading its trail."""

import datetime as dt
import secrets
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from linkwork.core.viewer import Kind, Role
from linkwork.programmes import access, actions, reads
from linkwork.programmes.rules import SiteKind, Stage
from linkwork.trail import reads as trail
from linkwork.web.settings.forms import (
    STAGES,
    LateForm,
    PlansForm,
    ProgrammeForm,
    SiteForm,
    StageForm,
    TrailForm,
    WorkerForm,
)
from linkwork.web.shared.carrying_out import carried_out
from linkwork.web.shared.days import date_said, local_day, time_said
from linkwork.web.shared.frame import page
from linkwork.web.shared.request import Request
from linkwork.web.shared.roles import role_names

# What only a concern's author and the safeguarding leads may know of, who set nothing up here.
RESTRICTED, RESTRICTED_PAGES = "concern", "safety:"


@require_GET
def home(request: Request) -> HttpResponse:
    """The programme at a glance."""
    access.check_may_set_up(request.viewer)
    workers = reads.workers(request.viewer)
    values = {
        "about": reads.programme(request.viewer),
        "late_to": next((one.name for one in workers if one.takes_late), ""),
        "workers": [
            {
                "name": one.name,
                "more": " · ".join(part for part in [one.title, one.languages] if part),
                "roles": role_names(one.roles),
                "left": date_said(one.until) if one.until else "",
            }
            for one in workers
        ],
        "stages": [
            (span.stage.value, date_said(span.starts_on)) for span in reads.stage_spans(request.viewer)
        ],
        "sites": [site.name for site in reads.sites(request.viewer)],
    }
    return page(request, "settings/home.html", values)


@require_http_methods(["GET", "HEAD", "POST"])
def programme(request: Request) -> HttpResponse:
    """Name, words, limits."""
    access.check_may_set_up(request.viewer)
    card = reads.programme(request.viewer)
    initial = {name: getattr(card, name) for name in ProgrammeForm.base_fields if hasattr(card, name)}
    initial |= {
        "worker_word": card.words.worker,
        "person_word": card.words.person,
        "people_word": card.words.people,
    }
    form = ProgrammeForm(request.POST or None, initial=initial)
    if form.is_valid() and carried_out(
        form,
        lambda: actions.change_programme(**form.cleaned_data, by=request.viewer, at=request.at),
    ):
        messages.success(request, _("Kept."))
        return redirect("settings:home")
    return page(
        request, "settings/form.html", {"form": form, "title": _("The programme"), "go": _("Keep it")}
    )


@require_http_methods(["GET", "HEAD", "POST"])
def worker_new(request: Request) -> HttpResponse:
    """Add somebody; they choose their own password."""
    access.check_may_set_up(request.viewer)
    form = WorkerForm(request.POST or None, initial={"since": local_day(request.at)})
    if form.is_valid():
        said = form.cleaned_data
        if carried_out(
            form,
            lambda: actions.welcome_worker(
                email=said["email"],
                password=secrets.token_urlsafe(24),
                name=said["name"],
                roles=[Role(name) for name in said["roles"]],
                since=said["since"],
                title=said["title"],
                languages=said["languages"],
                by=request.viewer,
                at=request.at,
            ),
        ):
            messages.success(request, _("Added. They choose a password by “Forgot your password?”."))
            return redirect("settings:home")
    return page(
        request, "settings/form.html", {"form": form, "title": _("Somebody new"), "go": _("Add them")}
    )


@require_http_methods(["GET", "HEAD", "POST"])
def stage(request: Request) -> HttpResponse:
    """Say on which day a stage began."""
    access.check_may_set_up(request.viewer)
    form = StageForm(request.POST or None)
    if form.is_valid() and carried_out(
        form,
        lambda: actions.start_stage(
            stage=Stage(form.cleaned_data["stage"]),
            starts_on=form.cleaned_data["starts_on"],
            by=request.viewer,
            at=request.at,
        ),
    ):
        messages.success(request, _("Kept."))
        return redirect("settings:home")
    return page(
        request, "settings/form.html", {"form": form, "title": _("When a stage began"), "go": _("Keep it")}
    )


@require_http_methods(["GET", "HEAD", "POST"])
def site_new(request: Request) -> HttpResponse:
    """Add a place where the programme works."""
    access.check_may_set_up(request.viewer)
    form = SiteForm(request.POST or None)
    if form.is_valid():
        said = form.cleaned_data
        if carried_out(
            form,
            lambda: actions.add_site(
                name=said["name"],
                kind=SiteKind(said["kind"]),
                place=said["place"],
                by=request.viewer,
                at=request.at,
            ),
        ):
            messages.success(request, _("Kept."))
            return redirect("settings:home")
    return page(
        request, "settings/form.html", {"form": form, "title": _("A place where we work"), "go": _("Add it")}
    )


@require_http_methods(["GET", "HEAD", "POST"])
def late(request: Request) -> HttpResponse:
    """Say to whom late referrals go."""
    access.check_may_set_up(request.viewer)
    managers = [card for card in reads.workers(request.viewer, Role.MANAGER) if card.until is None]
    now = next((str(card.id) for card in managers if card.takes_late), "")
    form = LateForm(request.POST or None, managers=managers, initial={"worker": now})
    if form.is_valid():
        chosen = form.cleaned_data["worker"]
        if carried_out(
            form,
            lambda: actions.name_for_late(
                worker_id=UUID(chosen) if chosen else None, by=request.viewer, at=request.at
            ),
        ):
            messages.success(request, _("Kept."))
            return redirect("settings:home")
    return page(
        request, "settings/form.html", {"form": form, "title": _("Late referrals"), "go": _("Keep it")}
    )


@require_http_methods(["GET", "HEAD", "POST"])
def plans(request: Request) -> HttpResponse:
    """Say whether plans need a yes, and how long a closed case can simply go on."""
    access.check_may_set_up(request.viewer)
    card = reads.programme(request.viewer)
    initial = {name: getattr(card, name) for name in ("plans_need_approval", "reopen_within_days")}
    form = PlansForm(request.POST or None, initial=initial)
    if form.is_valid():
        actions.set_plan_rules(by=request.viewer, at=request.at, **form.cleaned_data)
        messages.success(request, _("Kept."))
        return redirect("settings:home")
    values = {"form": form, "title": _("Plans and closing"), "go": _("Keep it")}
    return page(request, "settings/form.html", values)


@require_GET
def trail_page(request: Request) -> HttpResponse:
    """What was done to a record, and who looked at it."""
    access.check_may_set_up(request.viewer)
    form = TrailForm(request.GET or None)
    found = form.found() if form.is_bound else None
    names = {one.id: one.name for one in reads.workers(request.viewer)} if found else {}
    kinds = {Kind.PARTNER: _("a partner, by link"), Kind.PERSON: _("the person, by link")}

    def who(kind: str, actor_id: object) -> str:
        return str(names.get(actor_id) or kinds.get(Kind(kind), _("the system")))  # type: ignore[call-overload]

    def when(moment: dt.datetime) -> str:
        return f"{date_said(local_day(moment))}, {time_said(moment)}"

    values = {
        "form": form,
        "found": found,
        "steps": [
            [when(one.at), one.what, who(one.kind, one.actor_id)]
            for one in (trail.steps_about(request.viewer, found) if found else [])
            if one.about != RESTRICTED
        ],
        "looks": [
            [when(one.at), one.page, who(one.kind, one.actor_id)]
            for one in (trail.looks_at(request.viewer, found) if found else [])
            if not one.page.startswith(RESTRICTED_PAGES)
        ],
        "stages": STAGES,
    }
    return page(request, "settings/trail.html", values)
