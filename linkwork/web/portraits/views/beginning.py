"""Beginning a portrait or a joint display: both need a title, a study and perhaps an extract."""

import datetime as dt
from typing import Protocol
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect

from linkwork.core.viewer import Viewer
from linkwork.web.portraits.forms import BeginForm
from linkwork.web.portraits.views.parts import extract_choices, id_or_none, study_choices
from linkwork.web.shared.carrying_out import carried_out
from linkwork.web.shared.frame import page
from linkwork.web.shared.request import Request


class Open(Protocol):
    """The action that opens one; its id."""

    def __call__(
        self, *, title: str, study_id: UUID, extract_id: UUID | None, by: Viewer, at: dt.datetime
    ) -> UUID: ...


def begin(request: Request, *, kind: str, title: str, open_one: Open, onward: str) -> HttpResponse:
    """Ask, open, and go on to the page named `onward` with the new id. `kind` tells the template which it is."""
    form = BeginForm(
        request.POST if request.method == "POST" else None,
        studies=study_choices(request.viewer),
        extracts=extract_choices(request.viewer),
    )
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        made = carried_out(
            form,
            lambda: open_one(
                title=given["title"],
                study_id=UUID(given["study_id"]),
                extract_id=id_or_none(given["extract_id"]),
                by=request.viewer,
                at=request.at,
            ),
        )
        if made:
            return redirect(onward, made)
    return page(request, "portraits/begin.html", {"form": form, "title": title, "kind": kind})
