"""Versions: kept, read, held against each other. Nothing is ever brought back behind anybody's back."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from linkwork.core.errors import Invalid
from linkwork.evaluation.portraits import access, actions, reads
from linkwork.evaluation.portraits.rules.changes import Change, What
from linkwork.programmes.rules import Stage
from linkwork.web.portraits import presenters
from linkwork.web.portraits.labels import CHANGED, CHANGES
from linkwork.web.shared.days import date_said, local_day
from linkwork.web.shared.frame import page
from linkwork.web.shared.request import Request
from linkwork.web.study.labels import STAGES


@require_GET
def versions(request: Request, portrait_id: UUID) -> HttpResponse:
    """Every version with its hash and who signed it; ?first=1&second=2 says what changed between two."""
    line = reads.portrait_line(request.viewer, portrait_id)
    found = reads.versions(request.viewer, portrait_id)
    numbers = [one.number for one in found]
    first, second = (_number(request, name, numbers) for name in ("first", "second"))
    between = reads.between(request.viewer, portrait_id, first, second) if first and second else None
    values = {
        "portrait": {"id": line.id, "title": line.title},
        "versions": [
            {
                "number": one.number,
                "hash": one.hash,
                "when": date_said(local_day(one.at)),
                "note": one.note,
                "signed": one.signed,
                "intact": one.intact,
            }
            for one in found
        ],
        "numbers": numbers,
        "first": first or (numbers[1] if len(numbers) > 1 else None),
        "second": second or (numbers[0] if numbers else None),
        "changes": None if between is None else [_change(one) for one in between],
        "writes": access.may_write(request.viewer),
    }
    return page(request, "portraits/versions.html", values)


@require_POST
def freeze_version(request: Request, portrait_id: UUID) -> HttpResponse:
    """Keep the portrait as it now stands."""
    try:
        number = actions.freeze_portrait(
            portrait_id=portrait_id, note=request.POST.get("note", ""), by=request.viewer, at=request.at
        )
    except Invalid as refusal:
        messages.error(request, refusal.reason)
    else:
        messages.success(request, _("This is kept as version %(number)s.") % {"number": number})
    return redirect("portraits:versions", portrait_id)


@require_GET
def version(request: Request, portrait_id: UUID, number: int) -> HttpResponse:
    """One version, to be read."""
    card = reads.version(request.viewer, portrait_id, number)
    values = {
        "portrait": presenters.portrait(card, local_day(request.at)),
        "hash": card.fingerprint,
        "number": number,
    }
    return page(request, "portraits/version.html", values)


def _number(request: Request, name: str, known: list[int]) -> int | None:
    asked = request.GET.get(name, "")
    return int(asked) if asked.isdecimal() and int(asked) in known else None


def _change(one: Change) -> dict[str, Any]:
    moved = one.what is What.MOVED and one.before
    return {
        "what": CHANGES[one.what],
        "about": CHANGED[one.about],
        "before": STAGES[Stage(one.before)] if moved else one.before,
        "after": one.after,
        "stage": one.stage,
        "gained": one.gained,
        "lost": one.lost,
        "reworded": one.what is What.REWORDED,
        "moved": bool(moved),
    }
