"""Mentoring: who learns from whom, the hours, the end."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from linkwork.core.viewer import Role
from linkwork.programmes import reads as programmes
from linkwork.web.shared.carrying_out import carried_out
from linkwork.web.shared.days import date_said, date_short, local_day
from linkwork.web.shared.forms import Form
from linkwork.web.shared.frame import page
from linkwork.web.shared.request import Request
from linkwork.web.team import words
from linkwork.web.team.forms.mentoring import EndForm, MentoringForm, TimeForm
from linkwork.web.team.one_form import form_page
from linkwork.web.team.tabs import tabs
from linkwork.workforce import access, actions, reads
from linkwork.workforce.reads import MentoringCard
from linkwork.workforce.rules.mentoring import Activity, LearnerKind, hours


def _said(card: MentoringCard) -> dict[str, object]:
    return {
        "id": card.id,
        "title": _("%(mentor)s teaches %(learner)s")
        % {"mentor": card.mentor_name, "learner": card.learner_name},
        "kind": words.LEARNERS[card.kind],
        "hours": _("%(hours)s hours") % {"hours": f"{hours(card.minutes):g}"},
        "since": date_said(card.started_on),
        "ended": date_said(card.ended_on) if card.ended_on else "",
    }


@require_GET
def mentoring(request: Request) -> HttpResponse:
    """Who learns from whom."""
    values = {
        "tabs": tabs(request.viewer, "team:mentoring"),
        "mentorings": [_said(card) for card in reads.mentorings(request.viewer)],
    }
    return page(request, "team/mentoring.html", values)


@require_http_methods(["GET", "HEAD", "POST"])
def mentoring_new(request: Request) -> HttpResponse:
    """Begin one."""
    viewer = request.viewer
    here = [one for one in programmes.workers(viewer) if one.until is None]
    form = MentoringForm(
        [
            (str(one.id), one.name)
            for one in here
            if access.may_record(viewer, one.id) and one.roles & access.TALKERS
        ],
        [(str(one.id), one.name) for one in here if Role.WORKER in one.roles],
        request.POST or None,
        initial={"mentor": str(viewer.id), "started_on": local_day(request.at)},
    )
    if form.is_valid():
        said = form.cleaned_data
        made = carried_out(
            form,
            lambda: actions.start_mentoring(
                mentor_id=UUID(said["mentor"]),
                kind=LearnerKind(said["kind"]),
                learner_id=UUID(said["learner"]) if said["learner"] else None,
                learner_name=said["learner_name"],
                goals=said["goals"],
                started_on=said["started_on"],
                by=viewer,
                at=request.at,
            ),
        )
        if made:
            messages.success(request, _("Begun."))
            return redirect("team:mentoring")
    return form_page(request, form, _("Teach somebody"), _("Begin"), "team:mentoring", _("Mentoring"))


@require_GET
def mentoring_one(request: Request, mentoring_id: UUID) -> HttpResponse:
    """One mentoring with its times."""
    return _shown(request, mentoring_id, TimeForm(initial={"held_on": local_day(request.at)}))


def _shown(request: Request, mentoring_id: UUID, form: Form) -> HttpResponse:
    card, times = reads.mentoring(request.viewer, mentoring_id)
    today = local_day(request.at)
    values = {
        "mentoring": card,
        "said": _said(card),
        "times": [
            {
                "when": date_short(one.held_on, today),
                "what": words.ACTIVITIES[one.activity],
                "minutes": one.minutes,
            }
            for one in times
        ],
        "form": form,
        "may_note": card.inside and card.ended_on is None,
    }
    return page(request, "team/mentoring_one.html", values, 422 if form.errors else 200)


@require_http_methods(["POST"])
def mentoring_time(request: Request, mentoring_id: UUID) -> HttpResponse:
    """Note a time together."""
    form = TimeForm(request.POST)
    if form.is_valid() and carried_out(
        form,
        lambda: actions.note_mentoring(
            mentoring_id=mentoring_id,
            held_on=form.cleaned_data["held_on"],
            minutes=form.cleaned_data["minutes"],
            activity=Activity(form.cleaned_data["activity"]),
            by=request.viewer,
            at=request.at,
        ),
    ):
        messages.success(request, _("Noted."))
        return redirect("team:mentoring_one", mentoring_id)
    return _shown(request, mentoring_id, form)


@require_http_methods(["GET", "HEAD", "POST"])
def mentoring_end(request: Request, mentoring_id: UUID) -> HttpResponse:
    """End it, with what both take along."""
    card, _times = reads.mentoring(request.viewer, mentoring_id)
    form = EndForm(request.POST or None, initial={"ended_on": local_day(request.at)})
    if form.is_valid() and carried_out(
        form,
        lambda: actions.end_mentoring(
            mentoring_id=mentoring_id,
            ended_on=form.cleaned_data["ended_on"],
            reflection=form.cleaned_data["reflection"],
            by=request.viewer,
            at=request.at,
        ),
    ):
        messages.success(request, _("Ended."))
        return redirect("team:mentoring_one", mentoring_id)
    return form_page(
        request,
        form,
        _("End of the mentoring"),
        _("End it"),
        "team:mentoring_one",
        str(_said(card)["title"]),
        back_to=mentoring_id,
        quiet=True,
    )
