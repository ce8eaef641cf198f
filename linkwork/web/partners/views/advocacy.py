"""Advocacy: what is asked for, for whom, every attempt, and what came of it."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from linkwork.casework import reads as casework
from linkwork.casework.access import may_see_people
from linkwork.core.errors import NotFound
from linkwork.partnerships import access, actions, reads
from linkwork.partnerships.rules import (
    ADVOCACY_STEPS,
    AdvocacyState,
    ForWhom,
    Level,
    Method,
    Obstacle,
    Pattern,
)
from linkwork.web.partners import presenters, words
from linkwork.web.partners.forms import AdvocacyForm, AttemptForm, SettleForm
from linkwork.web.partners.proposals import explained, proposal_lines
from linkwork.web.partners.shell import way_back
from linkwork.web.shared import lists
from linkwork.web.shared.carrying_out import carried_out
from linkwork.web.shared.days import day_said, local_day
from linkwork.web.shared.frame import page
from linkwork.web.shared.ids import id_in
from linkwork.web.shared.request import Request


@require_http_methods(["GET", "HEAD", "POST"])
def new(request: Request) -> HttpResponse:
    """Begin an effort: for one person, for a group or an area, or out of several for single people."""
    access.check_may_write(request.viewer)
    given = request.POST or request.GET
    case_id, proposed = id_in(given.get("case", "")), _proposed(request, given.get("proposal", ""))
    whom = _initials(request, [case_id]).get(case_id, "") if case_id else ""
    if case_id and not whom:
        raise NotFound(_("There is no such case in this programme."))
    partners = reads.partner_names(request.viewer)
    form = AdvocacyForm(
        partners,
        request.POST or None,
        initial=_first_guess(request, case_id, proposed),
        whom=whom,
    )
    others: list[reads.AdvocacyCard] = []
    if form.is_valid():
        others = [] if form.cleaned_data["anyway"] or not case_id else _others(request, form, case_id)
        action_id = None if others else carried_out(form, lambda: _open(request, form, case_id, proposed))
        if action_id:
            return redirect("partners:advocacy", action_id)
    values = {
        "form": form,
        "whom": whom,
        "proposed": explained(proposed) if proposed else "",
        "others": [{"card": one, "since": day_said(one.opened_on, local_day(request.at))} for one in others],
        **way_back(partners, request.GET.get("partner", "")),
    }
    if case_id:
        values |= {"back": reverse("people:person", args=[case_id]), "back_label": whom}
    return page(request, "partners/advocacy_new.html", values)


def _first_guess(request: Request, case_id: UUID | None, proposed: Pattern | None) -> dict[str, object]:
    found: dict[str, object] = {"partner": request.GET.get("partner", ""), "case": case_id}
    if case_id:
        found["level"] = Level.INDIVIDUAL.value
    if proposed:
        partner = id_in(proposed.target)
        found |= {
            "proposal": proposed.key,
            "level": proposed.level.value,
            "need": proposed.need,
            "partner": str(partner) if partner else "",
            "target": "" if partner else proposed.target_name,
        }
    return found


def _proposed(request: Request, key: str) -> Pattern | None:
    return reads.proposal(request.viewer, key) if key else None


def _others(request: Request, form: AdvocacyForm, case_id: UUID) -> list[reads.AdvocacyCard]:
    said = form.cleaned_data
    return reads.same_issue(
        request.viewer,
        case_id,
        request.viewer.id,
        need=said["need"],
        partner_id=id_in(said["partner"]),
        target=said["target"],
    )


def _open(request: Request, form: AdvocacyForm, case_id: UUID | None, proposed: Pattern | None) -> UUID:
    said = form.cleaned_data
    return actions.open_advocacy(
        level=Level(said["level"]),
        for_whom=said.get("for_whom", ""),
        for_kind=ForWhom(said.get("for_kind") or ForWhom.GROUP),
        case_id=case_id,
        need=said["need"],
        ask=said["ask"],
        partner_id=id_in(said["partner"]),
        target=said["target"],
        origins=proposed.ids if proposed else (),
        opened_on=local_day(request.at),
        by=request.viewer,
        at=request.at,
    )


def _initials(request: Request, case_ids: list[UUID]) -> dict[UUID, str]:
    return casework.initials_of(request.viewer, case_ids) if may_see_people(request.viewer) else {}


@require_GET
def advocacy(request: Request, action_id: UUID) -> HttpResponse:
    """The effort with its chain of attempts."""
    return _advocacy_page(request, reads.advocacy(request.viewer, action_id))


def _advocacy_page(
    request: Request,
    card: reads.AdvocacyCard,
    attempt: AttemptForm | None = None,
    settle: SettleForm | None = None,
) -> HttpResponse:
    today = local_day(request.at)
    values = {
        "effort": card,
        "level": words.LEVELS[card.level],
        "state": words.STATES[card.state],
        "is_open": card.state is AdvocacyState.OPEN,
        "may_reopen": AdvocacyState.OPEN in ADVOCACY_STEPS[card.state],
        "opened": day_said(card.opened_on, today),
        "settled": day_said(card.settled_on, today) if card.settled_on else "",
        "next_on": day_said(card.next_on, today) if card.next_on else "",
        "due": card.next_on is not None and card.next_on <= today,
        "chain": presenters.chain(card, today),
        "tries": presenters.tries_said(len(card.attempts)),
        "dots": presenters.dots(len(card.attempts)),
        "may_write": access.may_write(request.viewer),
        "attempt_form": attempt or AttemptForm(initial={"made_on": today}),
        "settle_form": settle or SettleForm(),
        "settling": settle is not None,
        "need": lists.label("needs", card.need),
        "took": presenters.took_said(card, today),
        **_around(request, card),
    }
    return page(request, "partners/advocacy.html", values)


def _around(request: Request, card: reads.AdvocacyCard) -> dict[str, object]:
    """For whom it is, who else asks for them, what it grew out of and into."""
    if card.level is Level.INDIVIDUAL:
        whom = _initials(request, [card.case_id]).get(card.case_id, "") if card.case_id else ""
        others = _also_asking(request, card) if card.case_id and card.state is AdvocacyState.OPEN else []
        grown = reads.grown_into(request.viewer, card.id)
        alike = [] if grown else [one for one in proposal_lines(request.viewer) if card.id in one.ids]
        return {"whom": whom, "others": others, "grown": grown, "origins": [], "alike": alike}
    found = reads.origins(request.viewer, card.id)
    named = _initials(request, [one.case_id for one in found if one.case_id])
    return {
        "whom": "",
        "others": [],
        "grown": [],
        "alike": [],
        "origins": [
            {
                "id": one.id,
                "whom": named.get(one.case_id, "") if one.case_id else one.for_whom,
                "tries": presenters.tries_said(len(one.attempts)),
                "state": words.STATES[one.state],
            }
            for one in found
        ],
    }


def _also_asking(request: Request, card: reads.AdvocacyCard) -> list[reads.AdvocacyCard]:
    assert card.case_id is not None
    return reads.same_issue(
        request.viewer,
        card.case_id,
        card.worker_id,
        need=card.need,
        partner_id=card.partner_id,
        target="" if card.partner_id else card.target,
    )


@require_POST
def attempt(request: Request, action_id: UUID) -> HttpResponse:
    """Add a try to the chain."""
    form = AttemptForm(request.POST)
    if form.is_valid() and carried_out(form, lambda: _add_attempt(request, action_id, form)):
        messages.success(request, _("Noted. Being persistent is the work."))
        return redirect("partners:advocacy", action_id)
    return _advocacy_page(request, reads.advocacy(request.viewer, action_id), attempt=form)


def _add_attempt(request: Request, action_id: UUID, form: AttemptForm) -> int:
    said = form.cleaned_data
    given = {
        "method": Method(said["method"]),
        "obstacle_kind": Obstacle(said["obstacle_kind"]) if said["obstacle_kind"] else None,
    }
    return actions.add_attempt(action_id=action_id, **said | given, by=request.viewer, at=request.at)


@require_POST
def settle(request: Request, action_id: UUID) -> HttpResponse:
    """Say what came of it."""
    form = SettleForm(request.POST)
    if form.is_valid() and carried_out(
        form,
        lambda: actions.settle_advocacy(
            action_id=action_id,
            to=AdvocacyState(form.cleaned_data["to"]),
            result=form.cleaned_data["result"],
            changed=form.cleaned_data["changed"],
            settled_on=local_day(request.at),
            by=request.viewer,
            at=request.at,
        ),
    ):
        return redirect("partners:advocacy", action_id)
    return _advocacy_page(request, reads.advocacy(request.viewer, action_id), settle=form)


@require_POST
def again(request: Request, action_id: UUID) -> HttpResponse:
    """Take up again what was not won."""
    actions.reopen_advocacy(action_id=action_id, by=request.viewer, at=request.at)
    return redirect("partners:advocacy", action_id)
