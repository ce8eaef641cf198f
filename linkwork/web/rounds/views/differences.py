"""Differences of a round side by side, and settling them."""

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
from linkwork.evaluation.coding.rules.differences import Sort
from linkwork.evaluation.studies import reads as studies
from linkwork.web.rounds.forms import DecisionForm
from linkwork.web.rounds.presenters import differences as present
from linkwork.web.shared.frame import page
from linkwork.web.shared.request import Request
from linkwork.web.study.shell import shell


@require_GET
def differences(request: Request, round_id: UUID) -> HttpResponse:
    """One source's places, narrowed by sort or to those that wait; every source with its counts."""
    viewer = request.viewer
    found = reads.differences(viewer, round_id)
    narrow = present.Narrow.asked(request.GET, found)
    texts = studies.sources_with_text(viewer, [narrow.source_id])
    values = {
        "round": {"id": round_id, "title": found.card.title},
        "sources": present.source_rows(found, narrow),
        "sorts": present.sort_links(found, narrow),
        "places": present.place_rows(found, narrow, texts[narrow.source_id]),
        "source": present.source_head(found, narrow, texts[narrow.source_id]),
        "narrow": narrow,
        "coders": [one.name for one in found.card.coders],
    }
    return page(
        request, "rounds/differences.html", values | shell(viewer, found.card.study_id, "rounds:home")
    )


@require_GET
def settled(request: Request, coding_id: UUID) -> HttpResponse:
    """From a passage of the consensus to where it was decided, coders side by side."""
    round_id, place, before = reads.settled_place(request.viewer, coding_id)
    after = before // present.SHOWN * present.SHOWN
    query = urlencode({"source": str(place.source_id), "after": str(after)})
    return redirect(f"{reverse('rounds:differences', args=[round_id])}?{query}#p-{place.start}")


@require_POST
def decide(request: Request, round_id: UUID, source_id: UUID) -> HttpResponse:
    """Keep what was decided about one place, and go on to the next."""
    form = DecisionForm(request.POST)
    try:
        if not form.is_valid():
            raise Invalid({"take": _("Choose what is taken.")})
        choice, taken = form.choice()
        actions.decide(
            round_id=round_id,
            source_id=source_id,
            members=form.ids(),
            choice=choice,
            taken=taken,
            reason=form.cleaned_data["reason"],
            by=request.viewer,
            at=request.at,
        )
    except ValueError:
        messages.error(request, _("Choose what is taken."))
    except Invalid as refusal:
        messages.error(request, refusal.reason)
    return _back(request, round_id, source_id)


@require_POST
def take_agreed(request: Request, round_id: UUID) -> HttpResponse:
    """Take everything that all saw the same."""
    count = actions.take_agreed(round_id=round_id, by=request.viewer, at=request.at)
    said = ngettext("%(n)s place is taken as all saw it.", "%(n)s places are taken as all saw them.", count)
    messages.success(request, said % {"n": count})
    return redirect("rounds:differences", round_id)


@require_POST
def undo(request: Request, round_id: UUID, decision_id: UUID) -> HttpResponse:
    """Take a decision back."""
    actions.undo_decision(decision_id=decision_id, by=request.viewer, at=request.at)
    return _back(request, round_id, None)


@require_POST
def settle(request: Request, round_id: UUID, source_id: UUID) -> HttpResponse:
    """Let the consensus stand for the source in quotations and tables."""
    actions.settle_source(round_id=round_id, source_id=source_id, by=request.viewer, at=request.at)
    messages.success(request, _("Quotations and tables now read this source by its consensus."))
    return _back(request, round_id, source_id)


@require_POST
def settle_all(request: Request, round_id: UUID) -> HttpResponse:
    """Let the consensus stand for every source that is decided."""
    count = actions.settle_decided(round_id=round_id, by=request.viewer, at=request.at)
    said = ngettext(
        "Quotations and tables now read %(n)s source by its consensus.",
        "Quotations and tables now read %(n)s sources by their consensus.",
        count,
    )
    messages.success(request, said % {"n": count})
    return redirect("rounds:differences", round_id)


@require_POST
def unsettle(request: Request, round_id: UUID, source_id: UUID) -> HttpResponse:
    """Read the source by its coders' own codings again."""
    actions.unsettle_source(round_id=round_id, source_id=source_id, by=request.viewer, at=request.at)
    return _back(request, round_id, source_id)


def _back(request: Request, round_id: UUID, source_id: UUID | None) -> HttpResponse:
    """The same part of the page again, at the next place that waits."""
    kept = {
        "source": str(source_id or request.POST.get("source", "")),
        "sort": request.POST.get("sort", ""),
        "waiting": request.POST.get("waiting", ""),
    }
    if kept["sort"] not in list(Sort):
        kept["sort"] = ""
    query = urlencode({name: value for name, value in kept.items() if value})
    return redirect(
        f"{reverse('rounds:differences', args=[round_id])}?{query}{_there(request, round_id, source_id)}"
    )


def _there(request: Request, round_id: UUID, source_id: UUID | None) -> str:
    """The place to stand on: the next one that waits after the one just decided, or that one itself."""
    said = request.POST.get("at", "")
    if not (said.isascii() and said.isdigit()):
        return ""
    at = int(said)
    if source_id is not None:
        sort = request.POST.get("sort", "")
        waiting = [
            one.start
            for one in reads.differences(request.viewer, round_id, source_id).places
            if one.decision is None and one.start >= at and sort in ("", one.sort)
        ]
        at = min(waiting, default=at)
    return f"#p-{at}"
