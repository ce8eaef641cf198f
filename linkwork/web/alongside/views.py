"""The partner's own page. Opening it changes nothing; every answer is a button of its own."""

from collections.abc import Callable
from functools import wraps

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_variables
from django.views.decorators.http import require_POST, require_safe

from linkwork.core.errors import Refused
from linkwork.partnerships import actions, reads
from linkwork.partnerships.reads import PartnersOwn
from linkwork.web.alongside.forms import ClarityForm, ReadForm, WorkingForm
from linkwork.web.shared.carrying_out import carried_out
from linkwork.web.shared.days import date_said, local_day
from linkwork.web.shared.forms import Form
from linkwork.web.shared.frame import page
from linkwork.web.shared.request import Request

REFERRER_POLICY = "strict-origin"  # other sites see the name of the site, never the address of the page


def by_link(view: Callable[[Request, str, PartnersOwn], HttpResponse]) -> Callable[..., HttpResponse]:
    """For a view `(request, token, own)`: a link that does not open shows one calm page, 404."""

    @wraps(view)
    @sensitive_variables("token")
    def opened(request: Request, token: str) -> HttpResponse:
        try:
            own = reads.partners_own(token, request.at)
        except Refused:
            return page(request, "reply/closed.html", {}, 404)
        response = view(request, token, own)
        response.headers["Referrer-Policy"] = REFERRER_POLICY
        return response

    return opened


@require_safe
@by_link
@sensitive_variables("token")
def open_link(request: Request, token: str, own: PartnersOwn) -> HttpResponse:
    """The role card and the questions; what the link was sent for comes first."""
    return _show(request, token, own)


def _show(request: Request, token: str, own: PartnersOwn, refused: Form | None = None) -> HttpResponse:
    values = {
        "token": token,
        "own": own,
        "asks": own.asks.value,
        "programme": own.programme,
        "words": own.programme.words,
        "demo": own.programme.demonstration,
        "read_on": date_said(own.read_on) if own.read_on else "",
        "published": date_said(own.card.published_on) if own.card else "",
        "until": date_said(local_day(own.open_until)),
        "refused": refused,
        "read": ReadForm(initial={"name": own.contact_name}),
        "clarity": ClarityForm(),
        "working": WorkingForm(),
    }
    names: dict[type[Form], str] = {ReadForm: "read", ClarityForm: "clarity", WorkingForm: "working"}
    if refused is not None:
        values[names[type(refused)]] = refused
    return page(request, "alongside/open.html", values, 422 if refused else 200)


@require_POST
@by_link
@sensitive_variables("token")
def acknowledge(request: Request, token: str, own: PartnersOwn) -> HttpResponse:
    """They have read the role card."""
    form = ReadForm(request.POST)
    if form.is_valid() and carried_out(
        form,
        lambda: actions.acknowledge_role_card(name=form.cleaned_data["name"], by=own.viewer, at=request.at),
    ):
        return _thanks(request, token)
    return _show(request, token, own, form)


@require_POST
@by_link
@sensitive_variables("token")
def clarity(request: Request, token: str, own: PartnersOwn) -> HttpResponse:
    """How clear the role is to them."""
    form = ClarityForm(request.POST)
    if form.is_valid() and carried_out(
        form,
        lambda: actions.say_clarity(
            score=int(form.cleaned_data["score"]),
            words=form.cleaned_data["words"],
            by=own.viewer,
            at=request.at,
        ),
    ):
        return _thanks(request, token)
    return _show(request, token, own, form)


@require_POST
@by_link
@sensitive_variables("token")
def together(request: Request, token: str, own: PartnersOwn) -> HttpResponse:
    """How working together goes."""
    form = WorkingForm(request.POST)
    if form.is_valid() and carried_out(
        form,
        lambda: actions.answer_as_partner(
            answers=form.answers(), changed=form.cleaned_data["changed"], by=own.viewer, at=request.at
        ),
    ):
        return _thanks(request, token)
    return _show(request, token, own, form)


def _thanks(request: Request, token: str) -> HttpResponse:
    messages.success(request, _("Thank you. We see what you said."))
    return redirect("alongside:open", token)
