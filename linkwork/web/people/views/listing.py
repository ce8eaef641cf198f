"""Finding somebody, and entering somebody new."""

from urllib.parse import urlencode
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from linkwork.casework import actions, reads
from linkwork.core.viewer import Role
from linkwork.programmes import reads as programmes
from linkwork.web.people.forms import NewForm
from linkwork.web.people.presenters import line, waiting_line
from linkwork.web.shared.carrying_out import carried_out
from linkwork.web.shared.frame import page
from linkwork.web.shared.request import Request

SHOWN = ("mine", "open", "all", "closed")


@require_GET
def listing(request: Request) -> HttpResponse:
    """People by case, the newest first, or those whose name is like what was typed."""
    typed = request.GET.get("q", "").strip()
    usual = "mine" if request.viewer.has(Role.WORKER) else "open"
    shown = request.GET.get("show", usual)
    shown = shown if shown in SHOWN else usual
    found = reads.cases(
        request.viewer,
        typed,
        worker_id=request.viewer.id if shown == "mine" else None,
        after=_key(request.GET.get("after", "")),
        closed={"mine": False, "open": False, "closed": True}.get(shown),
    )
    today = timezone.localdate(request.at)
    waits = [] if typed else reads.referrals_waiting(request.viewer, request.at)
    return page(
        request,
        "people/list.html",
        {
            "typed": typed,
            "shown": shown,
            "tabs": [_tab(name, shown, typed) for name in SHOWN],
            "lines": [line(card, today, shown == "mine") for card in found.rows],
            "waiting": [waiting_line(card) for card in waits],
            "next_url": _address(shown, typed, found.next) if found.next else "",
            "may_manage": request.viewer.has(Role.MANAGER),
        },
    )


def _tab(name: str, shown: str, typed: str) -> dict[str, object]:
    labels = {"mine": _("Mine"), "open": _("Open"), "all": _("All"), "closed": _("Closed")}
    return {"label": labels[name], "url": _address(name, typed), "current": name == shown}


def _address(shown: str, typed: str, after: UUID | None = None) -> str:
    asked = {"show": shown, "q": typed, "after": str(after or "")}
    return f"{reverse('people:list')}?{urlencode({key: value for key, value in asked.items() if value})}"


def _key(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None


@require_http_methods(["GET", "POST"])
def new(request: Request) -> HttpResponse:
    """Somebody who asked themselves or was met on outreach: person, referral and case at once."""
    sites = programmes.sites(request.viewer)
    form = NewForm(request.POST or None, sites=sites, initial={"source": "self"})
    if request.method == "POST" and form.is_valid():
        case_id = carried_out(
            form,
            lambda: actions.start_case(
                details=form.details(form.place()),
                source=form.cleaned_data["source"],
                wants=form.cleaned_data["wants"],
                worker_id=request.viewer.id if form.cleaned_data["mine"] else None,
                by=request.viewer,
                at=request.at,
            ),
        )
        if case_id:
            return redirect("people:person", case_id)
    return page(request, "people/new.html", {"form": form}, 200 if request.method == "GET" else 422)
