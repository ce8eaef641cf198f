"""Sharing the work: caseloads with room and weight, handing people over, cover, the programme's rule.

Nothing moves by itself here: the page shows who has room, and a person decides.
"""

from dataclasses import asdict
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from linkwork.casework import access, actions, reads
from linkwork.casework.reads import Asked, Sort
from linkwork.casework.rules.weight import free_places
from linkwork.connections import actions as connections
from linkwork.core.viewer import Role
from linkwork.programmes import reads as programmes
from linkwork.web.shared.carrying_out import carried_out
from linkwork.web.shared.days import ago_said
from linkwork.web.shared.forms import Form
from linkwork.web.shared.frame import page
from linkwork.web.shared.request import Request
from linkwork.web.team import sharing
from linkwork.web.team.one_form import form_page
from linkwork.web.team.sharing_forms import AwayForm, RoomForm, RuleForm, TransferForm


@require_GET
def caseload(request: Request) -> HttpResponse:
    """Who has whom and how much, who has room, who waits, who is away."""
    access.check_may_see_caseloads(request.viewer)
    viewer, today = request.viewer, timezone.localdate(request.at)
    rule, loads, absences = (
        reads.caseload_rule(viewer),
        reads.loads(viewer, today),
        reads.absences(viewer, today),
    )
    values = {
        "shares": sharing.shares(viewer, rule, loads, absences, today),
        "waiting": sharing.waiting(viewer, loads),
        "away": [sharing.away_line(viewer, card, today) for card in absences],
        "before": [sharing.away_line(viewer, card, today) for card in reads.absences_before(viewer, today)],
        "rule": sharing.rule_said(rule),
        "manages": access.may_share_out(viewer),
        "sees": access.may_see_people(viewer),
    }
    return page(request, "team/caseload.html", values)


@require_http_methods(["GET", "POST"])
def transfer(request: Request) -> HttpResponse:
    """Hand people over, one or many, with a note."""
    viewer, today = request.viewer, timezone.localdate(request.at)
    whose = _whose(request)
    access.check_may_hand_over(viewer, whose)
    listed = reads.people_printed(viewer, Asked(workers=(whose,), sort=Sort.NAME), today)
    form = TransferForm(
        [(str(one.card.id), _person_said(one, today)) for one in listed],
        _takers(request, whose),
        request.POST or None,
    )
    if request.method == "POST" and form.is_valid():
        moved = carried_out(
            form,
            lambda: connections.transfer_cases(
                case_ids=form.chosen(),
                worker_id=UUID(form.cleaned_data["worker"]),
                note=form.cleaned_data["note"],
                by=viewer,
                at=request.at,
            ),
        )
        if moved:
            _say_moved(request, len(form.chosen()))
            return redirect("team:caseload")
    name = "" if whose is None else programmes.worker(viewer, whose).name
    values = {"form": form, "name": name, "anybody": bool(listed)}
    return page(request, "team/transfer.html", values, 422 if form.errors else 200)


def _say_moved(request: Request, count: int) -> None:
    said = ngettext("Handed over: %(num)s person.", "Handed over: %(num)s people.", count)
    messages.success(request, said % {"num": count})


def _whose(request: Request) -> UUID | None:
    """Whose people: a worker's, or nobody's; one's own where nothing is said."""
    asked = request.GET.get("from", "")
    try:
        return None if asked == "nobody" else UUID(asked)
    except ValueError:
        return request.viewer.worker_id


def _takers(request: Request, whose: UUID | None) -> list[tuple[str, str]]:
    """Who could take them on, each with the room they have, the most first."""
    today = timezone.localdate(request.at)
    held = {load.worker_id: load.people for load in reads.loads(request.viewer, today)}
    rooms = reads.rooms(request.viewer)
    usual = reads.caseload_rule(request.viewer).weights.target_people
    found = []
    for one in programmes.workers(request.viewer, Role.WORKER):
        if one.until is None and one.id != whose:
            free = free_places(rooms.get(one.id, usual), held.get(one.id, 0))
            found.append((-free, one.name, str(one.id), one.languages))
    return [(key, _taker_said(name, -less, languages)) for less, name, key, languages in sorted(found)]


def _taker_said(name: str, free: int, languages: str) -> str:
    room = ngettext("room for %(num)s", "room for %(num)s", free) % {"num": free} if free else _("no room")
    return " · ".join(part for part in (name, room, languages) if part)


def _person_said(one: reads.Listed, today: object) -> str:
    last = one.card.last_contact_on
    heard = _("last contact %(when)s") % {"when": ago_said(last, today)} if last else _("no contact yet")  # type: ignore[arg-type]
    return " · ".join(part for part in (one.card.name, one.card.area, heard) if part)


@require_http_methods(["GET", "POST"])
def away(request: Request) -> HttpResponse:
    """Say who is away and who covers."""
    access.check_may_see_caseloads(request.viewer)
    everybody = [one for one in programmes.workers(request.viewer, Role.WORKER) if one.until is None]
    may = [one for one in everybody if access.may_arrange_cover(request.viewer, one.id)]
    form = AwayForm(
        [(str(one.id), one.name) for one in may],
        [(str(one.id), one.name) for one in everybody],
        request.POST or None,
        initial={"worker": str(request.viewer.id)},
    )
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        if carried_out(
            form,
            lambda: actions.plan_absence(
                worker_id=UUID(said["worker"]),
                cover_id=UUID(said["cover"]) if said["cover"] else None,
                starts_on=said["starts_on"],
                ends_on=said["ends_on"],
                note=said["note"],
                by=request.viewer,
                at=request.at,
            ),
        ):
            messages.success(request, _("Kept."))
            return redirect("team:caseload")
    return _form_page(request, form, _("Who is away"), _("Keep"))


@require_POST
def away_off(request: Request, absence_id: UUID) -> HttpResponse:
    """They are there after all, or back earlier."""
    actions.call_off_absence(absence_id=absence_id, by=request.viewer, at=request.at)
    messages.success(request, _("Called off."))
    return redirect("team:caseload")


@require_http_methods(["GET", "POST"])
def rules(request: Request) -> HttpResponse:
    """The programme's rule of pace and weight."""
    access.check_may_share_out(request.viewer)
    rule = reads.caseload_rule(request.viewer)
    form = RuleForm(request.POST or None, initial=asdict(rule.pace) | asdict(rule.weights))
    if (
        request.method == "POST"
        and form.is_valid()
        and carried_out(
            form,
            lambda: actions.set_caseload_rule(
                pace=form.rule().pace, weights=form.rule().weights, by=request.viewer, at=request.at
            ),
        )
    ):
        messages.success(request, _("Kept."))
        return redirect("team:caseload")
    return _form_page(request, form, _("How work is weighed and when contacts fall due"), _("Keep"))


@require_http_methods(["GET", "POST"])
def room(request: Request, worker_id: UUID) -> HttpResponse:
    """How many people one worker is meant to have."""
    access.check_may_share_out(request.viewer)
    one = programmes.worker(request.viewer, worker_id)
    form = RoomForm(request.POST or None, initial={"people": reads.rooms(request.viewer).get(worker_id)})
    if (
        request.method == "POST"
        and form.is_valid()
        and carried_out(
            form,
            lambda: actions.set_room(
                worker_id=worker_id, people=form.cleaned_data["people"], by=request.viewer, at=request.at
            ),
        )
    ):
        messages.success(request, _("Kept."))
        return redirect("team:caseload")
    return _form_page(request, form, one.name, _("Keep"))


def _form_page(request: Request, form: Form, title: str, go: str) -> HttpResponse:
    return form_page(request, form, title, go, "team:caseload", _("Caseloads"))
