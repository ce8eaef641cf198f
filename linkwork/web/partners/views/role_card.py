"""The role card: what the worker does and doesn't do, who has read which version, how clear it is."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from linkwork.exchange.typst.partner_paper import Part, paper_pdf
from linkwork.partnerships import access, actions, reads
from linkwork.partnerships.reads import Known, RoleCardCard
from linkwork.programmes import actions as programmes
from linkwork.web.partners.forms import QuietForm, RoleCardForm
from linkwork.web.shared.carrying_out import carried_out
from linkwork.web.shared.days import date_said, day_said, local_day
from linkwork.web.shared.frame import page
from linkwork.web.shared.request import Request

MOST_SHOWN = 200


@require_GET
def role_card(request: Request) -> HttpResponse:
    """The version that holds, and who has read which."""
    cards, today = reads.role_cards(request.viewer), local_day(request.at)
    known = reads.who_knows_the_role(request.viewer)
    newest = cards[0] if cards else None
    read = [one for one in known if newest and one.version == newest.number]
    values = {
        "card": newest,
        "published": date_said(newest.published_on) if newest else "",
        "before": [(one, date_said(one.published_on)) for one in cards[1:]],
        "may_say": access.may_say_the_role(request.viewer),
        "read": len({one.partner_id for one in read}),
        "partners": len({one.partner_id for one in known}),
        "rows": [_row(one, newest, request) for one in known[:MOST_SHOWN]],
        "more": max(len(known) - MOST_SHOWN, 0),
        "unclear": [one for one in known if one.words and one.clarity is not None and one.clarity < 4],
        "today": today,
    }
    return page(request, "partners/role_card.html", values)


def _row(one: Known, newest: RoleCardCard | None, request: Request) -> dict[str, object]:
    today = local_day(request.at)
    if one.version is None:
        read = _("not yet")
    elif newest and one.version < newest.number:
        read = _("version %(number)s") % {"number": one.version}
    else:
        read = day_said(one.read_on, today) if one.read_on else ""
    return {
        "partner_id": one.partner_id,
        "partner": one.partner_name,
        "name": one.contact_name,
        "read": read,
        "clarity": one.clarity,
    }


@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: Request) -> HttpResponse:
    """Say it anew: a new version, which partners are asked to read."""
    access.check_may_say_the_role(request.viewer)
    cards = reads.role_cards(request.viewer)
    names = ("does", "does_not", "reach")
    initial = {name: "\n".join(getattr(cards[0], name)) for name in names} if cards else {}
    form = RoleCardForm(request.POST or None, initial=initial)
    if form.is_valid() and carried_out(
        form,
        lambda: actions.publish_role_card(**form.cleaned_data, by=request.viewer, at=request.at),
    ):
        messages.success(request, _("This is version %(number)s.") % {"number": len(cards) + 1})
        return redirect("partners:role_card")
    values = {
        "form": form,
        "title": _("The role card"),
        "label": _("Publish it"),
        "back": ("partners:role_card", None, _("The role card")),
    }
    return page(request, "partners/step.html", values, 422 if form.errors else 200)


@require_GET
def printed(request: Request) -> HttpResponse:
    """On one sheet."""
    cards = reads.role_cards(request.viewer)
    if not cards:
        return redirect("partners:role_card")  # there is nothing to print yet
    values = {"card": cards[0], "published": date_said(cards[0].published_on)}
    return page(request, "partners/role_card_print.html", values)


@require_GET
def pdf(request: Request) -> HttpResponse:
    """The same as a file."""
    cards = reads.role_cards(request.viewer)
    if not cards:
        return redirect("partners:role_card")  # there is nothing to print yet
    card, programme = cards[0], request.standing.programme
    worker = programme.words.worker if programme else ""
    made = paper_pdf(
        programme.name if programme else "",
        _("Version %(number)s, %(day)s") % {"number": card.number, "day": date_said(card.published_on)},
        [
            Part(_("What the %(worker)s does") % {"worker": worker}, card.does, points=True),
            Part(_("What the %(worker)s doesn’t do") % {"worker": worker}, card.does_not, points=True),
            Part(_("How to reach us"), card.reach, points=True),
        ],
        programme,
        date_said(local_day(request.at)),
    )
    answer = HttpResponse(made, content_type="application/pdf")
    answer["Content-Disposition"] = 'attachment; filename="role-card.pdf"'
    return answer


@require_http_methods(["GET", "HEAD", "POST"])
def rules(request: Request) -> HttpResponse:
    """After how many weeks a partner has gone quiet."""
    card = request.standing.programme
    form = QuietForm(request.POST or None, initial={"weeks": card.quiet_after_weeks if card else None})
    if form.is_valid() and carried_out(
        form,
        lambda: programmes.set_quiet_after(
            weeks=form.cleaned_data["weeks"], by=request.viewer, at=request.at
        ),
    ):
        messages.success(request, _("Changed."))
        return redirect("partners:home")
    values = {
        "form": form,
        "title": _("When has a partner gone quiet?"),
        "label": _("Change it"),
        "back": ("partners:home", None, _("Partners")),
    }
    return page(request, "partners/step.html", values, 422 if form.errors else 200)
