"""Searching a study's sources, and coding the hits that somebody has ticked."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_POST

from linkwork.core.errors import Invalid
from linkwork.evaluation.coding import actions, reads
from linkwork.evaluation.coding.reads import Hits
from linkwork.evaluation.coding.rules.finding import BadPattern
from linkwork.evaluation.studies import reads as studies
from linkwork.web.shared.frame import page
from linkwork.web.shared.request import Request
from linkwork.web.study.presenters import cases
from linkwork.web.study.presenters.codes import construct_groups
from linkwork.web.study.search_forms import SearchForm

NOTHING = Hits((), 0, 0)


@require_GET
def search(request: Request, study_id: UUID) -> HttpResponse:
    """Where words stand in the study's sources, each hit with a tick; nothing is coded by looking."""
    return _search(request, study_id, SearchForm(request.GET), {})


@require_POST
def code_found(request: Request, study_id: UUID) -> HttpResponse:
    """Code the hits that are ticked, all at once, with the codes chosen."""
    form = SearchForm(request.POST)
    ticked, chosen = request.POST.getlist("hit"), [one for one in request.POST.getlist("code") if one]
    try:
        step, n = actions.code_found(
            study_id=study_id,
            places=[place for place in map(_place, ticked) if place],
            constructs=[
                (frame, construct) for frame, _colon, construct in (one.partition(":") for one in chosen)
            ],
            seen=_versions(request.POST.getlist("seen")),
            by=request.viewer,
            at=request.at,
        )
    except Invalid as fault:
        return _search(request, study_id, form, fault.errors, set(ticked), chosen)
    if step is None:
        messages.info(request, _("These hits carry this code already."))
    else:
        undo = f"undo:{reverse('study:undo_found', args=[study_id, step])}"
        said = ngettext("%(n)s hit is coded.", "%(n)s hits are coded.", n) % {"n": n}
        messages.success(request, said, extra_tags=undo)
    return redirect(_back(request, study_id))


@require_POST
def undo_found(request: Request, study_id: UUID, step_id: UUID) -> HttpResponse:
    """Take back all that one search coded."""
    n = actions.undo_found(step_id=step_id, by=request.viewer, at=request.at)
    said = ngettext("%(n)s coding is taken back.", "%(n)s codings are taken back.", n) % {"n": n}
    messages.success(request, said)
    return redirect(reverse("study:search", args=[study_id]))


def _search(
    request: Request,
    study_id: UUID,
    form: SearchForm,
    errors: dict[str, str],
    ticked: set[str] = frozenset(),  # type: ignore[assignment]
    chosen: list[str] = [],  # noqa: B006 read only
) -> HttpResponse:
    ask, wrong = form.ask(), ""
    study = studies.study(request.viewer, study_id)
    lines = studies.sources(request.viewer, study_id)
    try:
        found = reads.find(request.viewer, lines, ask) if ask.words else NOTHING
    except BadPattern:
        found, wrong = NOTHING, _("This pattern cannot be read. Check its brackets.")
    book = reads.codebook(request.viewer, study_id)
    values: dict[str, Any] = {
        "study_id": study_id,
        "study": study.title,
        "form": form,
        "asked": bool(ask.words),
        "wrong": wrong,
        "errors": list(errors.values()),
        "sources": [_source_hits(line, hits, ticked) for line, hits in found.sources],
        "found": found.found,
        "shown": found.shown,
        "groups": construct_groups(book),
        "cases": cases.of_study(studies.cases(request.viewer, study)),
        "chosen": chosen,
        "kept": [(name, form.data[name]) for name in form.fields if form.data.get(name)],
        "searches": [
            {
                "said": ngettext("%(n)s hit coded", "%(n)s hits coded", one.codings) % {"n": one.codings},
                "at": one.at,
                "undo": reverse("study:undo_found", args=[study_id, one.id]),
            }
            for one in reads.searches(request.viewer, study_id)
        ],
    }
    return page(request, "study/search.html", values, 400 if errors or wrong else 200)


def _source_hits(line: Any, hits: Any, ticked: set[str]) -> dict[str, Any]:
    return {
        "title": line.title,
        "seen": f"{line.id}:{line.version}",
        "lang": line.language,
        "dir": line.direction.value,
        "hits": [
            {
                "value": f"{one.source_id}:{one.start}:{one.end}",
                "text": one.text,
                "before": one.before,
                "after": one.after,
                "ticked": f"{one.source_id}:{one.start}:{one.end}" in ticked,
                "href": f"{reverse('study:desk', args=[one.source_id])}?at={one.start}#text",
            }
            for one in hits
        ],
    }


def _place(said: str) -> tuple[UUID, int, int] | None:
    source_id, _colon, rest = said.partition(":")
    start, _colon, end = rest.partition(":")
    try:
        return UUID(source_id), int(start), int(end)
    except ValueError:
        return None


def _versions(said: list[str]) -> dict[UUID, int]:
    """The version of each text that the page showed, from "source:version"."""
    found = (_place(f"{one}:0") for one in said)
    return {place[0]: place[1] for place in found if place}


def _back(request: Request, study_id: UUID) -> str:
    kept = {name: request.POST[name] for name in SearchForm.base_fields if request.POST.get(name)}
    return f"{reverse('study:search', args=[study_id])}?{urlencode(kept)}"
