"""The person says how it was, by their own link: a tile and a few words."""

import datetime as dt
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import path
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.debug import sensitive_variables
from django.views.decorators.http import require_http_methods, require_safe

from linkwork.casework.reads import OwnPage
from linkwork.connections import actions, reads
from linkwork.connections.reads import ToRate
from linkwork.connections.rules.feedback import Rating
from linkwork.core.viewer import Viewer
from linkwork.web.mine.door import by_own_link, own_page
from linkwork.web.shared.carrying_out import carried_out
from linkwork.web.shared.forms import Form
from linkwork.web.shared.request import Request

SUPPORT = "support"
RATINGS: dict[Rating, Promise] = {
    Rating.VERY_GOOD: gettext_lazy("Very good"),
    Rating.GOOD: gettext_lazy("Good"),
    Rating.MIXED: gettext_lazy("Neither good nor poor"),
    Rating.POOR: gettext_lazy("Poor"),
    Rating.VERY_POOR: gettext_lazy("Very poor"),
}


class SayForm(Form):
    """How it was."""

    rating = forms.TypedChoiceField(
        label=gettext_lazy("How was it?"),
        choices=[(rating.value, label) for rating, label in RATINGS.items()],
        coerce=Rating,
        widget=forms.RadioSelect,
    )
    words = forms.CharField(
        label=gettext_lazy("What was good, what could be better?"),
        widget=forms.Textarea(attrs={"rows": 3, "class": "own-words", "dir": "auto"}),
        max_length=2000,
        required=False,
    )


def mine_section(viewer: Viewer, case_id: UUID, at: dt.datetime) -> dict[str, Any] | None:
    """The way to the questions; asks nothing of the database."""
    return {}


def lines(offered: list[ToRate]) -> list[dict[str, Any]]:
    """What may be rated, with what was said so far."""
    return [
        {
            "about": str(one.service_id or SUPPORT),
            "name": one.service_name or _("The support you get from us"),
            "said": RATINGS[one.rating] if one.rating else "",
        }
        for one in offered
    ]


@require_safe
@by_own_link
@sensitive_variables("token")
def asked(request: Request, token: str, own: OwnPage) -> HttpResponse:
    """What they may say something of."""
    offered = reads.to_rate(own.viewer, own.case_id, request.at)
    return own_page(request, "feedback/mine/asked.html", own, token, {"lines": lines(offered)})


@require_http_methods(["GET", "POST"])
@by_own_link
@sensitive_variables("token")
def say(request: Request, token: str, own: OwnPage, about: str) -> HttpResponse:
    """How one of them was."""
    offered = {
        str(one.service_id or SUPPORT): one for one in reads.to_rate(own.viewer, own.case_id, request.at)
    }
    if about not in offered:
        raise Http404
    one = offered[about]
    form = SayForm(request.POST or None, initial={"rating": one.rating, "words": one.words})
    if form.is_valid() and carried_out(
        form,
        lambda: actions.give_feedback(
            case_id=own.case_id,
            service_id=one.service_id,
            rating=form.cleaned_data["rating"],
            words=form.cleaned_data["words"],
            by=own.viewer,
            at=request.at,
        ),
    ):
        messages.success(request, _("Thank you for telling us."))
        return redirect("mine:feedback:asked", token)
    [line] = lines([one])
    values = {"form": form, "name": line["name"], "about": about}
    return own_page(request, "feedback/mine/say.html", own, token, values, 422 if form.errors else 200)


urlpatterns = [
    path("", asked, name="asked"),
    path("<str:about>/", say, name="say"),
]
