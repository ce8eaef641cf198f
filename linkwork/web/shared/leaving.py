"""Before a file with figures is made: are they out? If not, one calm page says what that means, and asks."""

from collections.abc import Collection
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect

from linkwork.extracts import actions
from linkwork.extracts import reads as extracts
from linkwork.extracts.access import may_take
from linkwork.web.shared.days import date_said, local_day
from linkwork.web.shared.frame import page
from linkwork.web.shared.request import Request


def asks_first(request: Request, extract_ids: Collection[UUID], back: str) -> HttpResponse | None:
    """None where the figures of all these extracts are out; otherwise the page that asks, for a GET.

    Its button posts to this address, which lets them out and comes here again: what may leave is then decided anew.
    `back` is where it leads who would rather not. Raises as `extracts.actions.let_out` does.
    """
    if request.method == "POST":
        actions.let_out(extract_ids=extract_ids, by=request.viewer, at=request.at)
        return redirect(request.get_full_path())
    waiting = [
        one for one in extracts.extracts_by_id(request.viewer, extract_ids).values() if not one.released_at
    ]
    if not waiting:
        return None
    values = {
        "extracts": [
            {"name": one.name, "day": date_said(local_day(one.taken_at))}
            for one in sorted(waiting, key=lambda one: one.taken_at)
        ],
        "may": may_take(request.viewer),
        "go": request.get_full_path(),
        "back": back,
    }
    return page(request, "figures/leaving.html", values)
