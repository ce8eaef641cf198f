"""The person's own page from the worker's side: the link shown once, and how long others still open."""

from typing import Any
from uuid import UUID

from django.conf import settings
from django.urls import reverse

from linkwork.casework import reads
from linkwork.casework.reads import CaseCard
from linkwork.web.shared import once
from linkwork.web.shared.days import date_said, local_day
from linkwork.web.shared.reaching import text_url
from linkwork.web.shared.request import Request

KEY = "person_link"


def show_once(request: Request, case_id: UUID, token: str) -> None:
    """Keep the link for the next page of this case."""
    once.show_once(request, KEY, case_id, token)


def shown_once(request: Request, case_id: UUID) -> str:
    """The whole address of the link, if one waits for this page; then it is forgotten."""
    token = once.shown_once(request, KEY, case_id)
    return f"{settings.SITE_ADDRESS.rstrip('/')}{reverse('mine:open', args=[token])}" if token else ""


def links_values(request: Request, case: CaseCard) -> dict[str, Any]:
    """The links of the person that open now, and the one just made. One question."""
    open_ones = reads.person_links(request.viewer, case.id, request.at)
    last = max((one.open_until for one in open_ones), default=None)
    address = shown_once(request, case.id)
    return {
        "address": address,
        "text_url": text_url(case.phone, address) if address and case.care.may_leave_words else "",
        "open": len(open_ones),
        "until": date_said(local_day(last)) if last else "",
    }
