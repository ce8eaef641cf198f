"""The team: how many people each has, and whether somebody looks after those who look after others."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from linkwork.core.viewer import Role
from linkwork.programmes import reads as programmes
from linkwork.web.shared.carrying_out import carried_out
from linkwork.web.shared.days import date_short, local_day
from linkwork.web.shared.frame import page
from linkwork.web.shared.request import Request
from linkwork.web.team import presenters
from linkwork.web.team.forms import SupervisionForm
from linkwork.workforce import access, actions, reads
from linkwork.workforce.rules.supervision import SupervisionKind


@require_GET
def home(request: Request) -> HttpResponse:
    """Caseloads and supervision; a worker sees their own."""
    today = local_day(request.at)
    values = {
        "chart": presenters.loads_chart(request.viewer, translation.get_language_bidi()),
        "gaps": presenters.gap_lines(request.viewer, today),
        "talks": [
            {
                "when": date_short(card.held_on, today),
                "who": card.worker_name,
                "partner": card.partner_name or _("somebody from outside"),
                "kind": presenters.KINDS[card.kind],
                "agreed": card.agreed,
            }
            for card in reads.supervisions(request.viewer)
        ],
        "all": access.may_see_all(request.viewer),
        "plans": presenters.plans_to_approve(request.standing),
    }
    return page(request, "team/home.html", values)


@require_http_methods(["GET", "HEAD", "POST"])
def supervision_new(request: Request) -> HttpResponse:
    """Note a talk about somebody's work."""
    access.check_may_read(request.viewer)
    everybody = [one for one in programmes.workers(request.viewer) if one.until is None]
    form = SupervisionForm(
        [
            (str(one.id), one.name)
            for one in everybody
            if Role.WORKER in one.roles and access.may_record(request.viewer, one.id)
        ],
        [(str(one.id), one.name) for one in everybody if one.roles & access.TALKERS],
        request.POST or None,
        initial={
            "worker": request.GET.get("worker", ""),
            "held_on": local_day(request.at),
            "partner": str(request.viewer.id) if access.may_see_all(request.viewer) else "",
        },
    )
    if form.is_valid():
        said = form.cleaned_data
        if carried_out(
            form,
            lambda: actions.record_supervision(
                worker_id=UUID(said["worker"]),
                partner_id=UUID(said["partner"]) if said["partner"] else None,
                kind=SupervisionKind(said["kind"]),
                held_on=said["held_on"],
                agreed=said["agreed"],
                by=request.viewer,
                at=request.at,
            ),
        ):
            messages.success(request, _("Noted."))
            return redirect("team:home")
    return page(request, "team/supervision_new.html", {"form": form})
