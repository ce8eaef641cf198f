"""What helps and what hinders: noted, moved on, agreed for a study, and its balance."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from linkwork.partnerships import access, actions, reads
from linkwork.partnerships.rules import FACTOR_STEPS, FactorKind, FactorState, Influence
from linkwork.web.partners import factors as drawn
from linkwork.web.partners import words
from linkwork.web.partners.forms import FactorForm, MoveForm
from linkwork.web.shared.carrying_out import carried_out
from linkwork.web.shared.days import day_said, local_day
from linkwork.web.shared.frame import page
from linkwork.web.shared.request import Request


@require_GET
def factors(request: Request) -> HttpResponse:
    """All of them, and how the balance changes."""
    today = local_day(request.at)
    found = reads.factors(request.viewer, most=200)
    courses = reads.courses(request.viewer) if found else []
    return page(
        request,
        "partners/factors.html",
        {
            "factors": [drawn.line(card, today) for card in found],
            "standing": drawn.standing_chart(courses, today) if found else None,
            "year": drawn.year_chart(courses, today) if found else None,
            "may_write": access.may_write(request.viewer),
        },
    )


@require_http_methods(["GET", "HEAD", "POST"])
def new(request: Request) -> HttpResponse:
    """Name what helps or hinders."""
    access.check_may_write(request.viewer)
    form = FactorForm(reads.partner_names(request.viewer), request.POST or None)
    if form.is_valid() and carried_out(
        form,
        lambda: actions.name_factor(
            words=form.cleaned_data["words"],
            influence=Influence(form.cleaned_data["influence"]),
            kind=FactorKind(form.cleaned_data["kind"]),
            partner_id=UUID(form.cleaned_data["partner"]) if form.cleaned_data["partner"] else None,
            noted_on=local_day(request.at),
            by=request.viewer,
            at=request.at,
        ),
    ):
        messages.success(request, _("Noted."))
        return redirect("partners:factors")
    return page(request, "partners/factor_new.html", {"form": form})


@require_GET
def factor(request: Request, factor_id: UUID) -> HttpResponse:
    """One factor with its history."""
    return _factor_page(request, reads.factor(request.viewer, factor_id))


def _factor_page(request: Request, card: reads.FactorCard, form: MoveForm | None = None) -> HttpResponse:
    today = local_day(request.at)
    noted = {"who": card.author_name, "when": day_said(card.noted_on, today)}
    values = {
        "factor": card,
        "influence": words.INFLUENCES[card.influence],
        "kind": words.FACTOR_KINDS[card.kind],
        "state": words.FACTOR_STATES[card.state],
        "noted": _("noted by %(who)s, %(when)s") % noted if card.author_name else noted["when"],
        "moves": [drawn.move(one, today) for one in reads.moves_of(request.viewer, card.id)],
        "is_author": card.author_id is not None and card.author_id == request.viewer.id,
        "may_write": access.may_write(request.viewer),
        "form": form or _move_form(request, card),
    }
    return page(request, "partners/factor.html", values)


def _move_form(request: Request, card: reads.FactorCard, data: object = None) -> MoveForm:
    steps = [(to.value, words.FACTOR_STATES[to]) for to in FactorState if to in FACTOR_STEPS[card.state]]
    today = local_day(request.at)
    eased = [drawn.choice(one, today) for one in reads.what_may_have_eased(request.viewer)]
    return MoveForm(steps, eased, data, initial={"moved_on": today})


@require_POST
def move(request: Request, factor_id: UUID) -> HttpResponse:
    """Say that it was eased, solved, or is open again."""
    card = reads.factor(request.viewer, factor_id)
    form = _move_form(request, card, request.POST)
    if form.is_valid() and carried_out(form, lambda: _move(request, factor_id, form)):
        messages.success(request, _("Noted."))
        return redirect("partners:factor", factor_id)
    return _factor_page(request, card, form)


def _move(request: Request, factor_id: UUID, form: MoveForm) -> None:
    kind, _colon, id_ = form.cleaned_data["eased_by"].partition(":")
    eased = {f"{kind}_id": UUID(id_)} if kind else {}
    actions.move_factor(
        factor_id=factor_id,
        to=FactorState(form.cleaned_data["to"]),
        note=form.cleaned_data["note"],
        moved_on=form.cleaned_data["moved_on"] or local_day(request.at),
        by=request.viewer,
        at=request.at,
        **eased,
    )


@require_POST
def agree(request: Request, factor_id: UUID) -> HttpResponse:
    """The author lets the words go to a study, or takes that back."""
    actions.agree_to_study(
        factor_id=factor_id, agrees=request.POST.get("agrees") == "on", by=request.viewer, at=request.at
    )
    return redirect("partners:factor", factor_id)
