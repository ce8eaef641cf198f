"""One person on one page, and the larger steps of their case."""

import datetime as dt
from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from linkwork.casework import reads
from linkwork.casework.reads import AllocationCard, CaseCard, ContactCard, NeedCard
from linkwork.casework.rules.persons import StatementKind
from linkwork.connections import actions as connections
from linkwork.trail import actions as trail
from linkwork.web.people.forms import HandOverForm, SayForm
from linkwork.web.people.panel import panels
from linkwork.web.people.presenters import promise
from linkwork.web.people.saying import due_said
from linkwork.web.people.shell import shell
from linkwork.web.people.story import last_time, told
from linkwork.web.people.taking import hands
from linkwork.web.shared import lists
from linkwork.web.shared.carrying_out import carried_out
from linkwork.web.shared.days import day_said
from linkwork.web.shared.frame import page
from linkwork.web.shared.request import Request

LAST = 3  # contacts on the first page; the others are on their own


@require_GET
def person(request: Request, case_id: UUID) -> HttpResponse:
    """What matters, needs, connections, contacts, plan, promises, consent. Opening it leaves an access row."""
    around = shell(request.standing, case_id, "people:person", request.at)
    case: CaseCard = around["case"]
    trail.look(by=request.viewer, at=request.at, page="people:person", person_id=case.person_id)
    values = around | _case_values(request, case) | panels(request.standing, case_id, request.at)
    return page(request, "people/person.html", values)


def _case_values(request: Request, case: CaseCard) -> dict[str, Any]:
    viewer, today = request.viewer, timezone.localdate(request.at)
    statements = reads.statements_of(viewer, case.id)
    said = [
        {"kind": one.kind, "words": one.words, "when": day_said(one.said_on, today)} for one in statements
    ]
    matters = [one for one in said if one["kind"] is StatementKind.MATTERS]
    cards = reads.contacts_page(viewer, case.id, most=LAST).rows
    needs = reads.needs_of(viewer, case.id)
    return {
        "next_contact": due_said(case.due_on, today) if case.due_on else "",
        "matters": matters[:1],
        "matters_before": matters[1:],
        "plan": [one for one in said if one["kind"] is StatementKind.PLAN],
        "needs": [
            {
                "id": need.id,
                "label": _(need.label),
                "codes": lists.codes("needs", [need.term]),
                "words": need.words,
                "met": day_said(need.met_on, today) if need.met_on else "",
            }
            for need in needs
        ],
        "contacts": [told(card, today) for card in cards],
        "last_time": last_time(cards, today),
        "came_with": "" if _known_since(case, cards, needs) else case.wants,
        "promises": [promise(card, today) for card in reads.follow_ups_of(viewer, case.id)],
        "say_form": SayForm(),
    }


def _known_since(case: CaseCard, cards: Sequence[ContactCard], needs: Sequence[NeedCard]) -> bool:
    """What the referral said need not be read again: they were reached, or it stands as a need of theirs."""
    return any(card.reached for card in cards) or case.wants in {need.words for need in needs}


@require_http_methods(["GET", "POST"])
def worker(request: Request, case_id: UUID) -> HttpResponse:
    """Give the case to somebody, with the languages they speak in sight."""
    case = reads.case(request.viewer, case_id)
    today = timezone.localdate(request.at)
    form = HandOverForm(
        request.POST or None,
        workers=hands(request.viewer, today).choices(case.language, today),
        initial={"worker": str(case.worker_id or request.viewer.id)},
    )
    if request.method == "POST" and form.is_valid():
        kept = carried_out(
            form,
            lambda: connections.transfer_cases(
                case_ids=[case.id],
                worker_id=UUID(form.cleaned_data["worker"]),
                note=form.cleaned_data["note"],
                by=request.viewer,
                at=request.at,
            ),
        )
        if kept:
            messages.success(request, _("Kept."))
            return redirect("people:person", case.id)
    history = [_had(one, today) for one in reads.allocations_of(request.viewer, case_id)]
    return _form_page(request, case, form, _("Who works with them"), _("Keep"), history)


def _had(one: AllocationCard, today: dt.date) -> dict[str, str]:
    """Somebody who works or worked with the person."""
    days = {"first": day_said(one.since, today), "last": day_said(one.until, today) if one.until else ""}
    when = _("from %(first)s to %(last)s") % days if one.until else _("since %(first)s") % days
    return {"name": one.worker_name, "when": when, "note": one.note}


def _form_page(
    request: Request, case: CaseCard, form: Any, title: str, step: str, history: Sequence[object] = ()
) -> HttpResponse:
    match = request.resolver_match
    trail.look(
        by=request.viewer, at=request.at, page=match.view_name if match else "", person_id=case.person_id
    )
    values = {"case": case, "form": form, "title": title, "step": step, "history": history}
    return page(request, "people/step.html", values, 422 if form.errors else 200)
