"""Advocacy: what is asked for, every attempt, and what came of it."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from linkwork.partnerships import access, actions, reads
from linkwork.partnerships.rules import ADVOCACY_STEPS, AdvocacyState, Level, Method
from linkwork.web.partners import presenters, words
from linkwork.web.partners.forms import AdvocacyForm, AttemptForm, SettleForm
from linkwork.web.shared.carrying_out import carried_out
from linkwork.web.shared.days import day_said, local_day
from linkwork.web.shared.frame import page
from linkwork.web.shared.request import Request


@require_http_methods(["GET", "HEAD", "POST"])
def new(request: Request) -> HttpResponse:
    """Begin an effort."""
    access.check_may_write(request.viewer)
    form = AdvocacyForm(
        reads.partner_names(request.viewer),
        request.POST or None,
        initial={"partner": request.GET.get("partner", "")},
    )
    if form.is_valid():
        said = form.cleaned_data
        action_id = carried_out(
            form,
            lambda: actions.open_advocacy(
                level=Level(said["level"]),
                for_whom=said["for_whom"],
                ask=said["ask"],
                partner_id=UUID(said["partner"]) if said["partner"] else None,
                target=said["target"],
                opened_on=local_day(request.at),
                by=request.viewer,
                at=request.at,
            ),
        )
        if action_id:
            return redirect("partners:advocacy", action_id)
    return page(request, "partners/advocacy_new.html", {"form": form})


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
    }
    return page(request, "partners/advocacy.html", values)


@require_POST
def attempt(request: Request, action_id: UUID) -> HttpResponse:
    """Add a try to the chain."""
    form = AttemptForm(request.POST)
    if form.is_valid() and carried_out(
        form,
        lambda: actions.add_attempt(
            action_id=action_id,
            **form.cleaned_data | {"method": Method(form.cleaned_data["method"])},
            by=request.viewer,
            at=request.at,
        ),
    ):
        messages.success(request, _("Noted. Being persistent is the work."))
        return redirect("partners:advocacy", action_id)
    return _advocacy_page(request, reads.advocacy(request.viewer, action_id), attempt=form)


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
