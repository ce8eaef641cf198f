"""Asking for something that may take a while: what is small is ready before the page answers.

Where nobody does errands beside the pages (see `linkwork errands`) the request does it itself, however long that takes.
"""

import time
from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from linkwork.core.errors import NotFound, Refused
from linkwork.errands import actions, places, reads, runner
from linkwork.errands.reads import ErrandCard
from linkwork.errands.rules import State
from linkwork.extracts import actions as extracts
from linkwork.web.shared.request import Request

PATIENCE, BETWEEN = 1.5, 0.1  # seconds that a page waits, and between two looks


def asked(request: Request, kind: str, given: Mapping[str, Any], about: str = "") -> ErrandCard:
    """Ask for it and wait a moment. `kind` is one of `errands.kinds`; `given` are ids and choices, plain values."""
    errand_id = actions.ask(
        kind=kind,
        given=given,
        language=get_language() or "en",
        about=about,
        by=request.viewer,
        at=request.at,
    )
    card = reads.errand(request.viewer, errand_id)
    until = time.monotonic() + PATIENCE
    while not card.ended and (not runner.is_there() or time.monotonic() < until):
        if runner.is_there():
            time.sleep(BETWEEN)
        else:
            runner.work_in(request.viewer.programme, timezone.now, wait=True)
        card = reads.errand(request.viewer, errand_id)
    return card


def on_the_way(request: Request, card: ErrandCard) -> HttpResponse:
    """The file, or the page that goes on; how far it is, where it is not ready. Raises Refused where it failed."""
    if card.state is State.FAILED:
        raise Refused(card.error)
    if "file" in card.brought:
        return file_of(request, card)
    if "page" in card.brought:
        return redirect(card.brought["page"], *card.brought["args"])
    return redirect("errands:errand", card.id)


def file_of(request: Request, card: ErrandCard) -> HttpResponse:
    """The file it brought. Its figures leave by the one gate, and that it was taken along is written down."""
    behind = card.brought.get("extracts", [])
    extracts.let_out(extract_ids=[UUID(one) for one in behind], by=request.viewer, at=request.at)
    path = places.folder_of(card.id) / card.brought.get("file", "")
    if not path.is_file():
        raise NotFound(_("This file is no longer kept. Ask for it again."))
    actions.take_file(errand_id=card.id, by=request.viewer, at=request.at)
    answer = HttpResponse(path.read_bytes(), content_type=card.brought["media_type"])
    answer.headers["Content-Disposition"] = f'attachment; filename="{path.name}"'
    return answer
