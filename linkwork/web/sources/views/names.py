"""Names found in a source, for a person to decide about; and the names behind pseudonyms, for the lead."""

from collections.abc import Sequence
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from linkwork.core.errors import IllegalStep, Invalid
from linkwork.evaluation.coding import actions as coding
from linkwork.evaluation.studies import actions, reads
from linkwork.evaluation.studies.reads import SourceCard, SourceLine
from linkwork.evaluation.studies.rules.naming import Finding
from linkwork.web.shared.frame import page
from linkwork.web.shared.request import Request
from linkwork.web.sources.presenters import names as present
from linkwork.web.sources.presenters.speakers import source_head
from linkwork.web.study.shell import shell


@require_http_methods(["GET", "POST"])
def names(request: Request, source_id: UUID) -> HttpResponse:
    """What may give somebody away, grouped by its words; posted to, it replaces what was decided.

    Words named by hand come in the body, never in an address: they are names.
    """
    viewer, also = request.viewer, request.POST.get("also", "")
    source = reads.source(viewer, source_id)
    found = present.found_in(viewer, source, also)
    waiting = [
        one for one in reads.sources(viewer, source.study_id) if one.names_asked and one.id != source_id
    ]
    problem = ""
    if request.method == "POST" and "look" not in request.POST:
        try:
            _replace(request, source, found)
            return _onward(request, source, waiting)
        except (Invalid, IllegalStep) as refusal:
            problem = refusal.reason
    known = reads.pseudonyms_for(viewer, source.study_id, [one.words for one in found])
    values = {
        "source": source_head(source) | {"seen": source.names_seen},
        "groups": present.groups(source.text, found, known, request.POST),
        "kinds": present.kinds(),
        "problem": problem,
        "also": also,
        "missing": present.missing(also, found),
        "waiting": len(waiting),
    }
    return page(request, "sources/names.html", values, 422 if problem else 200)


def _replace(request: Request, source: SourceCard, found: Sequence[Finding]) -> None:
    done = coding.replace_names(
        source_id=source.id,
        text_hash=request.POST.get("hash", ""),
        decisions=present.decided(request.POST, found),
        finished="finished" in request.POST,
        by=request.viewer,
        at=request.at,
    )
    said = ngettext(
        "%(n)s place was replaced in “%(title)s”.", "%(n)s places were replaced in “%(title)s”.", done
    )
    messages.success(request, said % {"n": done, "title": source.title})


def _onward(request: Request, source: SourceCard, waiting: Sequence[SourceLine]) -> HttpResponse:
    """The next source whose names nobody has looked at, by title; the study; or this one again."""
    if waiting and "next" in request.POST:
        after = [one for one in waiting if one.title > source.title]
        return redirect("sources:names", (after or waiting)[0].id)
    if "finished" in request.POST:
        return redirect("study:study", source.study_id)
    return redirect("sources:names", source.id)


@require_POST
def pseudonyms(request: Request, study_id: UUID) -> HttpResponse:
    """The names behind the study's pseudonyms. The trail keeps that they were read, so this is no plain page."""
    cards = actions.read_pseudonyms(study_id=study_id, by=request.viewer, at=request.at)
    rows = [
        [card.replacement, card.words if card.words is not None else _("The key is lost.")] for card in cards
    ]
    values = shell(request.viewer, study_id, "study:study") | {"rows": rows}
    answer = page(request, "sources/pseudonyms.html", values)
    answer.headers["Cache-Control"] = "no-store"
    return answer
