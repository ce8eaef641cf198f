"""How far coders agree: asked, drawn up, kept, as a file."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from linkwork.core.errors import Invalid
from linkwork.core.viewer import Role
from linkwork.evaluation.coding import actions, reads
from linkwork.evaluation.coding.reads import Asked
from linkwork.evaluation.coding.reads.records import as_json
from linkwork.evaluation.studies import reads as studies
from linkwork.programmes import reads as programmes
from linkwork.web.rounds.forms import AgreementForm, Named
from linkwork.web.rounds.presenters import agreement as present
from linkwork.web.shared.days import date_said, local_day
from linkwork.web.shared.files import csv_answer
from linkwork.web.shared.frame import page
from linkwork.web.shared.request import Request
from linkwork.web.study.labels import Labels
from linkwork.web.study.shell import shell


@require_GET
def agreement(request: Request, study_id: UUID) -> HttpResponse:
    """The figures that are asked for in the address; all coders, sources and codes by sentence where nothing is."""
    offered = _choices(request, study_id)
    asked = AgreementForm(*offered, request.GET).asked()
    found = as_json(reads.answer(request.viewer, study_id, asked))
    if request.GET.get("as") == "csv":
        return _file(found, asked)
    values = {
        "form": AgreementForm(*offered, initial=_said(asked)),
        "table": present.table(found),
        "strengths": present.strengths(found),
        "basis": present.basis(found, asked),
        "coders": [one["name"] for one in found["coders"]],
        "misleads": present.low_prevalence(found),
        "enough": sum(one["sources"] > 0 for one in found["coders"]) > 1,
        "apart": bool(reads.kept_apart(request.viewer, study_id)),
        "query": request.GET.urlencode(),
    }
    return page(request, "rounds/agreement.html", values | shell(request.viewer, study_id, "rounds:home"))


@require_POST
def keep(request: Request, study_id: UUID) -> HttpResponse:
    """Keep the figures of the same question under a title."""
    asked = AgreementForm(*_choices(request, study_id), request.GET).asked()
    try:
        made = actions.keep_agreement(
            study_id=study_id,
            title=request.POST.get("title", ""),
            asked=asked,
            by=request.viewer,
            at=request.at,
        )
    except Invalid as refusal:
        messages.error(request, refusal.reason)
        return redirect(f"{reverse('rounds:agreement', args=[study_id])}?{request.GET.urlencode()}")
    messages.success(request, _("The figures are kept, with all that is needed to reckon them again."))
    return redirect("rounds:record", made)


@require_GET
def record(request: Request, record_id: UUID) -> HttpResponse:
    """One kept record, and whether the codings have changed since."""
    kept = reads.agreement_record(request.viewer, record_id)
    if request.GET.get("as") == "csv":
        return _file(kept.found, kept.asked)
    values = {
        "record": record_line(kept) | {"stale": kept.stale, "digest": kept.digest},
        "table": present.table(kept.found),
        "strengths": present.strengths(kept.found),
        "basis": present.basis(kept.found, kept.asked),
        "coders": [one["name"] for one in kept.found["coders"]],
    }
    return page(request, "rounds/record.html", values | shell(request.viewer, kept.study_id, "rounds:home"))


def _choices(request: Request, study_id: UUID) -> tuple[Named, Named, Labels]:
    """The sources, coders and codes there are."""
    sources = [(one.id, one.title) for one in studies.sources(request.viewer, study_id)]
    coders = [(one.id, one.name) for one in programmes.workers(request.viewer, role=Role.EVALUATOR)]
    codes = reads.codes_used(request.viewer, study_id)
    return sources, coders, [(f"{one.frame_id}:{one.construct_id}", one.name) for one in codes]


def _said(asked: Asked) -> dict[str, object]:
    """A question as the first values of its form."""
    return {
        "coders": list(map(str, asked.coders)),
        "sources": list(map(str, asked.sources)),
        "codes": [":".join(one) for one in asked.constructs],
        "unit": asked.unit,
        "window": asked.window,
        "intervals": bool(asked.draws),
        "seed": asked.seed,
    }


def record_line(one: reads.RecordLine) -> dict[str, object]:
    return {
        "id": one.id,
        "title": one.title,
        "on": date_said(local_day(one.kept_at)),
        "by": one.kept_by,
        "url": reverse("rounds:record", args=[one.id]),
    }


def _file(found: present.Kept, asked: Asked) -> HttpResponse:
    header, rows = present.csv_rows(found, asked)
    return csv_answer([header, *rows], "agreement")
