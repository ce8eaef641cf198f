"""An author and their advisers: links given out, what was said statement by statement, and what became of it."""

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.debug import sensitive_variables
from django.views.decorators.http import require_GET, require_POST

from linkwork.core.errors import Invalid
from linkwork.evaluation.portraits import actions, reads
from linkwork.evaluation.portraits.reads import LinkLine, PortraitCard, ReviewCard
from linkwork.evaluation.portraits.rules.advising import LIVES_DAYS
from linkwork.evaluation.portraits.rules.kinds import Mark
from linkwork.web.advise.labels import MARKS
from linkwork.web.portraits import presenters
from linkwork.web.portraits.views.steps import card_to_write
from linkwork.web.shared import once
from linkwork.web.shared.carrying_out import carried_out
from linkwork.web.shared.days import date_said, local_day
from linkwork.web.shared.forms import Form
from linkwork.web.shared.frame import page
from linkwork.web.shared.request import Request

KEY = "adviser_link"


class LinkForm(Form):
    """A new link for an adviser."""

    label = forms.CharField(
        label=gettext_lazy("Whom is it for?"),
        help_text=gettext_lazy("Only you see this. A first name or a group is enough."),
        max_length=80,
        required=False,
    )
    days = forms.TypedChoiceField(label=gettext_lazy("How long does it open?"), coerce=int, initial=30)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["days"]
        field.choices = [(n, ngettext("%(num)s day", "%(num)s days", n) % {"num": n}) for n in LIVES_DAYS]


@require_GET
def advisers(request: Request, portrait_id: UUID) -> HttpResponse:
    """Links, and what advisers said, statement by statement."""
    return _advisers_page(request, portrait_id, LinkForm())


@require_POST
@sensitive_variables("made")
def link_new(request: Request, portrait_id: UUID) -> HttpResponse:
    """A private address; it is shown once, on the page this leads to."""
    form = LinkForm(request.POST)
    made: list[str] = []

    def make() -> None:
        given = form.cleaned_data
        made.append(
            actions.make_adviser_link(
                portrait_id=portrait_id,
                days=given["days"],
                label=given["label"],
                by=request.viewer,
                at=request.at,
            )
        )

    if form.is_valid() and carried_out(form, make):
        once.show_once(request, KEY, portrait_id, made[0])
        return redirect("portraits:advisers", portrait_id)
    return _advisers_page(request, portrait_id, form)


@require_POST
def link_revoke(request: Request, portrait_id: UUID, link_id: UUID) -> HttpResponse:
    """End a link."""
    actions.revoke_adviser_link(link_id=link_id, by=request.viewer, at=request.at)
    messages.success(request, _("The link opens nothing any more. What was said by it stays."))
    return redirect("portraits:advisers", portrait_id)


@require_POST
def answer(request: Request, portrait_id: UUID, review_id: UUID) -> HttpResponse:
    """Tell an adviser what was changed because of them."""
    try:
        actions.answer_review(
            review_id=review_id, text=request.POST.get("text", ""), by=request.viewer, at=request.at
        )
    except Invalid as refusal:
        messages.error(request, refusal.reason)
    else:
        messages.success(request, _("The adviser sees your answer."))
    return redirect(reverse("portraits:advisers", args=[portrait_id]) + f"#r-{review_id}")


@sensitive_variables("token", "values")
def _advisers_page(request: Request, portrait_id: UUID, form: LinkForm) -> HttpResponse:
    card = card_to_write(request, portrait_id)
    token = once.shown_once(request, KEY, portrait_id)
    links = reads.adviser_links(request.viewer, portrait_id, request.at)
    values = {
        "portrait": {"id": card.id, "title": card.title, "shared": card.shared_at is not None},
        "form": form,
        "address": request.build_absolute_uri(reverse("advise:open", args=[token])) if token else "",
        "links": [_link(one) for one in links],
        "groups": _groups(card),
        "voices": [{"called": one.called or _("unnamed"), "words": one.words} for one in card.voices],
    }
    return page(request, "portraits/advisers.html", values, 422 if form.errors else 200)


def _link(one: LinkLine) -> dict[str, Any]:
    return {
        "id": one.id,
        "label": one.label or _("A link"),
        "version": one.version,
        "until": date_said(local_day(one.expires_at)),
        "open": one.open,
        "revoked": one.revoked,
        "said": one.said,
    }


def _groups(card: PortraitCard) -> list[dict[str, Any]]:
    """What was said of each statement in the order of reading, then of the whole. Statements taken out come last."""
    said: dict[UUID | None, list[ReviewCard]] = {}
    for one in card.reviews:
        said.setdefault(one.statement_id, []).append(one)
    found = [_group(one.text, one.id, said.pop(one.id), card) for one in card.statements if one.id in said]
    whole = said.pop(None, [])
    found += [_group("", None, whole, card)] if whole else []
    return found + [_group(_("A statement that is out"), None, rest, card) for rest in said.values()]


def _group(
    text: str, statement_id: UUID | None, found: list[ReviewCard], card: PortraitCard
) -> dict[str, Any]:
    counted = [(mark, sum(one.mark is mark for one in found)) for mark in Mark]
    return {
        "text": text,
        "statement": statement_id,
        "marks": [
            {"label": MARKS[mark][0], "icon": MARKS[mark][1], "many": many} for mark, many in counted if many
        ],
        "reviews": [presenters.review(one, card) | {"id": one.id, "version": one.version} for one in found],
    }
