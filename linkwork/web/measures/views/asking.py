"""Choosing what to ask, asking it by the person's own link, taking that back."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from linkwork.casework import reads as casework
from linkwork.casework.rules.states import CaseState
from linkwork.instruments import measures
from linkwork.instruments.measures import Measure
from linkwork.outcomes import access, actions, reads
from linkwork.outcomes.rules.occasions import Occasion, suggested
from linkwork.trail import actions as trail
from linkwork.web.measures.forms import LINK, PAPER, NewForm, occasion_or
from linkwork.web.shared.carrying_out import carried_out
from linkwork.web.shared.frame import page
from linkwork.web.shared.request import Request


@require_http_methods(["GET", "HEAD", "POST"])
def new(request: Request, case_id: UUID) -> HttpResponse:
    """Which measure, and how; on to its questions, or back where the person is asked by their link."""
    access.check_may_note(request.viewer)
    case = casework.case(request.viewer, case_id)
    usable = [one for one in measures.measures() if one.usable]
    form = NewForm(
        request.POST or None,
        measures=[(one.id, _(one.title)) for one in usable],
        initial={"measure": request.GET.get("measure", "")},
    )
    if form.is_valid():
        measure_id, how = form.cleaned_data["measure"], form.cleaned_data["how"]
        if how != LINK:
            name = "measures:paper" if how == PAPER else "measures:answer"
            chosen = urlencode({"occasion": form.cleaned_data["occasion"]})
            return redirect(f"{reverse(name, args=[case_id, measure_id])}?{chosen}")
        occasion = occasion_or(form.cleaned_data["occasion"], suggestion(request, case_id, measure_id))
        if carried_out(
            form,
            lambda: actions.ask_person(
                case_id=case_id, measure_id=measure_id, occasion=occasion, by=request.viewer, at=request.at
            ),
        ):
            messages.success(request, _("Asked. They find it on their own page."))
            return redirect("measures:home", case_id)
    trail.look(by=request.viewer, at=request.at, page="measures:new", person_id=case.person_id)
    values = {"case": case, "form": form, "about": {one.id: _about(one) for one in usable}}
    return page(request, "measures/new.html", values, 422 if form.errors else 200)


def _about(measure: Measure) -> dict[str, str]:
    number = len(measure.items)
    return {
        "why": _(measure.why),
        "size": ngettext("%(num)s question", "%(num)s questions", number) % {"num": number},
    }


def suggestion(request: Request, case_id: UUID, measure_id: str) -> Occasion:
    """The occasion to offer first."""
    case = casework.case(request.viewer, case_id)
    earlier = [one for one in reads.assessments_of(request.viewer, case_id) if one.measure == measure_id]
    return suggested([one.occasion for one in earlier], case.state is CaseState.CLOSED)


@require_POST
def stop(request: Request, asking_id: UUID) -> HttpResponse:
    """Take an asking back."""
    case_id = actions.stop_asking(asking_id=asking_id, by=request.viewer, at=request.at)
    messages.success(request, _("It is not asked any more."))
    return redirect("measures:home", case_id)
