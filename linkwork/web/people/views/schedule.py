"""Who is due: the day's visits by place, and what was agreed with one person about when to be in touch."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from linkwork.casework import actions, reads
from linkwork.trail import actions as trail
from linkwork.web.people.listing_forms import RhythmForm, initial_of, pace_said
from linkwork.web.people.saying import due_said
from linkwork.web.people.visits import rounds
from linkwork.web.shared.carrying_out import carried_out
from linkwork.web.shared.days import date_said
from linkwork.web.shared.frame import page
from linkwork.web.shared.request import Request


@require_GET
def visits(request: Request) -> HttpResponse:
    """The viewer's people to see today, near one another."""
    today = timezone.localdate(request.at)
    found = rounds(request.viewer, today)
    values = {"rounds": found, "count": sum(len(one.stops) for one in found), "day": date_said(today)}
    return page(request, "people/visits.html", values)


@require_http_methods(["GET", "POST"])
def schedule(request: Request, case_id: UUID) -> HttpResponse:
    """How often and on which day to be in touch with this person, and from when again."""
    case = reads.case(request.viewer, case_id)
    own = reads.rhythm_of(request.viewer, case_id)
    form = RhythmForm(request.POST or None, initial=initial_of(own))
    if request.method == "POST" and form.is_valid():
        kept = carried_out(
            form,
            lambda: actions.set_rhythm(case_id=case_id, own=form.own(), by=request.viewer, at=request.at),
        )
        if kept:
            messages.success(request, _("Kept."))
            return redirect("people:person", case_id)
    trail.look(by=request.viewer, at=request.at, page="people:schedule", person_id=case.person_id)
    due, today = case.due_on, timezone.localdate(request.at)
    values = {
        "case": case,
        "form": form,
        "due": due_said(due, today) if due else "",
        "pace": pace_said(reads.caseload_rule(request.viewer).pace),
    }
    return page(request, "people/schedule.html", values, 422 if form.errors else 200)
