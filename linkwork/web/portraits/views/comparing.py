"""Programmes side by side: portraits of those the viewer may read, chapter by chapter."""

from collections.abc import Sequence
from typing import Any

from django.http import HttpResponse
from django.views.decorators.http import require_GET

from linkwork.evaluation.portraits.reads.side_by_side import Beside, side_by_side
from linkwork.evaluation.portraits.rules.kinds import StatementKind
from linkwork.programmes import reads as programmes
from linkwork.programmes.rules import Stage
from linkwork.web.portraits.labels import KIND_ICONS, KINDS
from linkwork.web.portraits.presenters import dates
from linkwork.web.shared.frame import page
from linkwork.web.shared.request import Request
from linkwork.web.study.labels import STAGES

MOST = 4


@require_GET
def compare(request: Request) -> HttpResponse:
    """?of= names up to four portraits; ?kind= narrows to what hindered, helped, was done, happened or was found."""
    login = request.viewer.login_id
    viewers = programmes.viewers_of(login) if login else [request.viewer]
    found = side_by_side(viewers)
    asked = request.GET.getlist("of")
    chosen = [one for one in found if str(one.id) in asked][:MOST] or found[:2]
    sought = request.GET.get("kind", "")
    kind = StatementKind(sought) if sought in set(StatementKind) else None
    values = {
        "choices": [
            {"id": one.id, "title": one.title, "programme": one.programme, "ticked": one in chosen}
            for one in found
        ],
        "kinds": [{"key": key.value, "label": label, "current": key is kind} for key, label in KINDS.items()],
        "chosen": [{"id": one.id, "title": one.title, "programme": one.programme} for one in chosen],
        "stages": [
            {"key": stage.value, "name": STAGES[stage], "cells": [_cell(one, stage, kind) for one in chosen]}
            for stage in Stage
        ],
        "most": MOST,
    }
    return page(request, "portraits/compare.html", values)


def _cell(one: Beside, stage: Stage, kind: StatementKind | None) -> dict[str, Any]:
    starts, ends = one.dates(stage)
    return {
        "programme": one.programme,
        "heading": one.headings.get(stage, ""),
        "dates": dates(starts, ends),
        "statements": _statements(one, stage, kind),
    }


def _statements(one: Beside, stage: Stage, kind: StatementKind | None) -> Sequence[dict[str, Any]]:
    return [
        {
            "text": said.text,
            "kind": KINDS[said.kind],
            "icon": KIND_ICONS[said.kind],
            "opinion": not said.links,
        }
        for said in one.statements
        if said.stage is stage and kind in (None, said.kind)
    ]
