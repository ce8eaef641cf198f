"""Feedback asked with a worker, and read by managers."""

from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods

from linkwork.casework import reads as cases
from linkwork.connections import actions, reads
from linkwork.connections.reads import SaidCard
from linkwork.directory import reads as directory
from linkwork.trail import actions as trail
from linkwork.web.feedback.mine import RATINGS, SUPPORT, SayForm, lines
from linkwork.web.feedback.presenters import sums_values
from linkwork.web.shared.carrying_out import carried_out
from linkwork.web.shared.days import day_said
from linkwork.web.shared.frame import page
from linkwork.web.shared.request import Request


class AskForm(SayForm):
    """What it is about, asked with a worker."""

    about = forms.ChoiceField(
        label=gettext_lazy("What is it about?"), widget=forms.RadioSelect, initial=SUPPORT
    )
    field_order = ("about", "rating", "words")


@require_http_methods(["GET", "POST"])
def new(request: Request, case_id: UUID) -> HttpResponse:
    """Ask how it was, and write it down with them."""
    case = cases.case(request.viewer, case_id)
    offered = reads.to_rate(request.viewer, case_id, request.at)
    form = AskForm(request.POST or None)
    form.fields["about"].choices = [  # type: ignore[attr-defined]
        (line["about"], f"{line['name']} · {line['said']}" if line["said"] else line["name"])
        for line in lines(offered)
    ]
    if form.is_valid() and carried_out(
        form,
        lambda: actions.give_feedback(
            case_id=case_id,
            service_id=None if form.cleaned_data["about"] == SUPPORT else UUID(form.cleaned_data["about"]),
            rating=form.cleaned_data["rating"],
            words=form.cleaned_data["words"],
            by=request.viewer,
            at=request.at,
        ),
    ):
        messages.success(request, _("Noted, in their words."))
        return redirect("people:person", case_id)
    trail.look(by=request.viewer, at=request.at, page="feedback:new", person_id=case.person_id)
    values = {"case": case, "form": form, "title": _("How was it?"), "step": _("Note it")}
    return page(request, "people/step.html", values, 422 if form.errors else 200)


@require_GET
def support(request: Request) -> HttpResponse:
    """What people say of the support itself."""
    found = sums_values(reads.support_sums(request.viewer))
    return _shown(request, _("What people say of the support"), found, reads.said_of(request.viewer, None))


@require_GET
def service(request: Request, service_id: UUID) -> HttpResponse:
    """What people say of one service, in whole words."""
    card = directory.service(request.viewer, service_id, timezone.localdate(request.at))
    found = sums_values(reads.service_sums(request.viewer, service_id))
    said = reads.said_of(request.viewer, service_id)
    return _shown(request, _("What people say of %(service)s") % {"service": card.name}, found, said)


def _shown(request: Request, title: str, sums: dict[str, object], said: list[SaidCard]) -> HttpResponse:
    today = timezone.localdate(request.at)
    values = {
        "title": title,
        "feedback": sums,
        "said": [
            {"words": one.words, "rating": RATINGS[one.rating], "when": day_said(one.said_on, today)}
            for one in said
        ],
    }
    return page(request, "feedback/read.html", values)
