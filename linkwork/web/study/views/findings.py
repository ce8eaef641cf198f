"""Where two frames meet, and the quotations behind every number."""

from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_GET

from linkwork.evaluation.coding import reads
from linkwork.evaluation.coding.rules import Valence
from linkwork.evaluation.coding.rules.codebook import Codebook
from linkwork.evaluation.coding.rules.rounds import Layer
from linkwork.evaluation.studies import reads as studies
from linkwork.evaluation.studies.rules import Group
from linkwork.programmes.rules import Stage
from linkwork.web.shared.frame import page
from linkwork.web.shared.request import Request
from linkwork.web.study.forms import FindingsForm
from linkwork.web.study.presenters import cases, findings
from linkwork.web.study.presenters.codes import construct_groups, pair_of


@require_GET
def overlap(request: Request, study_id: UUID) -> HttpResponse:
    """The matrix of two frames, by stage and by who speaks; each cell opens its quotations."""
    study = studies.study(request.viewer, study_id)
    book = reads.codebook(request.viewer, study_id)
    form = FindingsForm(request.GET, book=book)
    frame_a, frame_b = _pair(form, book)
    stage, group = _stage(form), _group(form)
    layer = _layer(form)
    table = reads.overlap(request.viewer, study_id, frame_a, frame_b, stage, group, layer=layer)
    kept = {
        "frame_a": frame_a,
        "frame_b": frame_b,
        "stage": stage or "",
        "group": group or "",
        "layer": layer,
    }

    def link(a: str, b: str) -> str:
        return f"{reverse('study:quotes', args=[study_id])}?{urlencode(kept | {'a': a, 'b': b})}"

    values = {
        "study": study,
        "form": FindingsForm(initial=kept, book=book),
        "names": (book.frame(frame_a).name, book.frame(frame_b).name),
        "cells": findings.matrix(table, link),
        "strongest": findings.strongest(table),
        "codings": table.codings,
        "settled": findings.settled(reads.settled(request.viewer, study_id), layer),
    }
    return page(request, "study/overlap.html", values)


@require_GET
def quotes(request: Request, study_id: UUID) -> HttpResponse:
    """The study's passages, narrowed by construct, valence, stage and who speaks, or to one cell of the overlap."""
    study = studies.study(request.viewer, study_id)
    book = reads.codebook(request.viewer, study_id)
    form = FindingsForm(request.GET, book=book)
    stage, group, valence = _stage(form), _group(form), form.said("valence")
    frame_id, _colon, construct_id = form.said("construct").partition(":")
    known = book.get(frame_id, construct_id) is not None
    cell = _cell(request, study_id, form, book, stage, group)
    found = reads.quotes(
        request.viewer,
        study_id,
        frame=frame_id if known else None,
        construct=construct_id if known else None,
        stage=stage,
        valence=Valence(valence) if valence else None,
        group=group,
        ids=cell[2] if cell else None,
        layer=_layer(form),
        case=cases.read(form.said("case")),
    )
    values = {
        "study": study,
        "form": form,
        "chosen": form.said("construct"),
        "groups": construct_groups(book),
        "cases": cases.of_study(studies.cases(request.viewer, study)),
        "cell": cell[:2] if cell else None,
        "quotes": findings.quote_rows(found),
        "found": findings.found(len(found)),
        "settled": findings.settled(reads.settled(request.viewer, study_id), _layer(form)),
    }
    return page(request, "study/quotes.html", values)


def _cell(
    request: Request,
    study_id: UUID,
    form: FindingsForm,
    book: Codebook,
    stage: Stage | None,
    group: Group | None,
) -> tuple[str, str, tuple[UUID, ...]] | None:
    """The two constructs of the cell that was opened, and its codings."""
    a, b = form.said("a"), form.said("b")
    if not (a and b):
        return None
    frame_a, frame_b = _pair(form, book)
    names = book.code(frame_a, a).name, book.code(frame_b, b).name
    layer = _layer(form)
    table = reads.overlap(request.viewer, study_id, frame_a, frame_b, stage, group, layer=layer)
    cell = table.cells.get((a, b))
    return *names, cell.coding_ids if cell else ()


def _layer(form: FindingsForm) -> Layer:
    return Layer(form.said("layer") or Layer.CONSENSUS)


def _pair(form: FindingsForm, book: Codebook) -> tuple[str, str]:
    """The two frames asked for, otherwise the study's first two."""
    usual = pair_of(book)
    return form.said("frame_a") or usual[0], form.said("frame_b") or usual[1]


def _stage(form: FindingsForm) -> Stage | None:
    said = form.said("stage")
    return Stage(said) if said else None


def _group(form: FindingsForm) -> Group | None:
    said = form.said("group")
    return Group(said) if said else None
