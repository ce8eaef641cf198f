"""Sorting through referrals: the list, who waits for a worker, and the report whose numbers open their lists."""

import datetime as dt
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.utils import timezone
from django.utils.dateparse import parse_date
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from linkwork.casework import reads
from linkwork.casework.reads import ReferralList, ReferralOrder, ReferralQuery, Took
from linkwork.casework.rules.referrals import Door
from linkwork.casework.rules.states import ReferralState
from linkwork.core.viewer import Role
from linkwork.web.people import triaging, words
from linkwork.web.people.referral_forms import TriageForm
from linkwork.web.people.referral_words import DOORS, LISTS, TOOK
from linkwork.web.people.taking import hands
from linkwork.web.shared.days import date_said
from linkwork.web.shared.frame import page
from linkwork.web.shared.ids import id_in
from linkwork.web.shared.request import Request

TABS = (ReferralList.WAITING, ReferralList.URGENT, ReferralList.OVERDUE, ReferralList.ANSWERED)
PERIODS = {"90": 90, "365": 365, "": None}


@require_GET
def referrals(request: Request) -> HttpResponse:
    """What waits, is urgent or overdue, or was answered; narrowed as the report's numbers ask."""
    form = TriageForm(request.GET)
    asked = _asked(request, form)
    found = reads.referrals(request.viewer, asked, request.at)
    today = timezone.localdate(request.at)
    there = hands(request.viewer, today)
    takers = {code: there.named(code) for code in {card.language for card in found.rows if card.language}}
    waits = reads.waiting_list(request.viewer) if _is_first(asked) else []
    values = {
        "tabs": [_tab(one, asked.shown, found.counts.get(one)) for one in TABS],
        "form": form,
        "shown": asked.shown.value,
        "narrowed": _narrowed(asked),
        "kept": _kept(request),
        "rows": [
            triaging.row(card, today, takers.get(card.language, "") if card.waiting else "")
            for card in found.rows
        ],
        "next_url": _next(request, asked, found.next),
        "waiting_list": [triaging.waiter_line(one, today) for one in waits],
        "may_manage": request.viewer.has(Role.MANAGER),
    }
    return page(request, "people/referrals.html", values)


def _asked(request: Request, form: TriageForm) -> ReferralQuery:
    said = request.GET
    shown = said.get("show", "")
    valid = form.is_valid()
    return ReferralQuery(
        shown=ReferralList(shown) if shown in set(ReferralList) else ReferralList.WAITING,
        sort=form.order() if shown not in ("answered", "all") else ReferralOrder.NEWEST,
        source=form.cleaned_data["source"] if valid else "",
        door=said.get("door", "") if said.get("door", "") in set(Door) else "",
        state=said.get("state", "") if said.get("state", "") in set(ReferralState) else "",
        took=said.get("took", "") if said.get("took", "") in set(Took) else "",
        since=_day(said.get("since", "")),
        until=_day(said.get("until", "")),
        after=id_in(said.get("after", "")),
    )


def _is_first(asked: ReferralQuery) -> bool:
    return asked.shown is ReferralList.WAITING and asked.after is None and not _narrowed(asked)


def _narrowed(asked: ReferralQuery) -> list[str]:
    """What the report narrowed the list to, in words; the source stands in the form."""
    said = [
        str(words.REFERRALS[ReferralState(asked.state)]) if asked.state else "",
        str(DOORS[Door(asked.door)]) if asked.door else "",
        str(TOOK[Took(asked.took)]) if asked.took else "",
        _("since %(day)s") % {"day": date_said(asked.since)} if asked.since else "",
    ]
    return [text for text in said if text]


def _kept(request: Request) -> list[tuple[str, str]]:
    """What the form has to carry along."""
    names = ("show", "door", "state", "took", "since", "until")
    return [(name, request.GET[name]) for name in names if request.GET.get(name)]


def _tab(one: ReferralList, shown: ReferralList, count: int | None) -> dict[str, Any]:
    url = triaging.list_address(one)
    return {"label": str(LISTS[one]), "url": url, "current": one is shown, "count": count}


def _next(request: Request, asked: ReferralQuery, after: UUID | None) -> str:
    if after is None:
        return ""
    rest = {name: value for name, value in _kept(request) if name != "show"}
    return triaging.list_address(
        asked.shown, source=asked.source, sort=request.GET.get("sort", ""), after=after, **rest
    )


def _day(text: str) -> dt.date | None:
    try:
        return parse_date(text)
    except ValueError:
        return None


@require_GET
def report(request: Request) -> HttpResponse:
    """How many came, from where, how they were answered and how soon."""
    asked = request.GET.get("period", "90")
    days = PERIODS.get(asked, 90)
    today = timezone.localdate(request.at)
    since = today - dt.timedelta(days=days) if days else None
    found = reads.referral_report(request.viewer, request.at, since=since)
    labels = {"90": _("The last three months"), "365": _("The last year"), "": _("All the time")}
    values = triaging.report_values(found, {"since": since.isoformat()} if since else {})
    values["periods"] = [
        {"label": labels[key], "url": f"?period={key}", "current": PERIODS[key] == days} for key in PERIODS
    ]
    return page(request, "people/referral_report.html", values)
