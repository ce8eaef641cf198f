"""Studies, one study with its sources, bringing sources in."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from linkwork.core.errors import Invalid
from linkwork.evaluation.coding import reads as coding
from linkwork.evaluation.coding.reads.coded import coded_in, sources_coded
from linkwork.evaluation.portraits.reads import waiting as portraits
from linkwork.evaluation.portraits.reads.displays import displays
from linkwork.evaluation.studies import actions, reads
from linkwork.evaluation.studies.access import may_do
from linkwork.evaluation.studies.actions import FileReport
from linkwork.evaluation.studies.rules import Design, Doing, SourceKind
from linkwork.exchange.documents.taking_in import add_documents
from linkwork.extracts import reads as extracts
from linkwork.web.shared.days import date_said, local_day
from linkwork.web.shared.frame import page
from linkwork.web.shared.request import Request
from linkwork.web.study.forms import DescribeForm, DescribeSeveralForm, FilesForm, NewStudyForm
from linkwork.web.study.labels import CONSENTS
from linkwork.web.study.presenters import lists
from linkwork.web.study.shell import shell
from linkwork.web.study.source_forms import OFFERED_FROM, SourcesForm


@require_GET
def home(request: Request) -> HttpResponse:
    """What needs doing now, and the programme's studies."""
    viewer = request.viewer
    studies = reads.studies(viewer)
    needed = lists.needed(
        studies,
        sources_coded(viewer),
        portraits.waiting(viewer),
        extracts.latest(viewer),
        request.at,
        displays(viewer),
        coding.rounds_owed(viewer),
    )
    rows = lists.study_rows(studies, coding.studies_counts(viewer))
    return page(request, "study/home.html", {"studies": rows, "needed": needed})


@require_http_methods(["GET", "POST"])
def new(request: Request) -> HttpResponse:
    """Open a study."""
    form = NewStudyForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            study_id = actions.open_study(
                title=form.cleaned_data["title"],
                question=form.cleaned_data["question"],
                design=Design(form.cleaned_data["design"]),
                opened_on=request.at.date(),
                by=request.viewer,
                at=request.at,
            )
            return redirect("study:study", study_id)
        except Invalid as refusal:
            for field, said in refusal.errors.items():
                form.add_error(field, said)
    return page(request, "study/new.html", {"form": form}, 400 if form.errors else 200)


@require_GET
def study(request: Request, study_id: UUID) -> HttpResponse:
    """One study and its sources."""
    return _study(request, study_id, FilesForm(), [])


@require_POST
def add(request: Request, study_id: UUID) -> HttpResponse:
    """Bring files in; the page says what became of each."""
    form = FilesForm(request.POST, request.FILES)
    reports: list[FileReport] = []
    if form.is_valid():
        reports = add_documents(
            study_id=study_id,
            files=form.cleaned_data["texts"],
            kind=SourceKind(form.cleaned_data["kind"]),
            language=form.cleaned_data["language"],
            group=form.group_chosen(),
            stage=form.stage_chosen(),
            consent=form.agreed(),
            by=request.viewer,
            at=request.at,
        )
        form = FilesForm(initial={**form.cleaned_data, "texts": None})
    return _study(request, study_id, form, reports, 400 if form.errors else 200)


@require_http_methods(["GET", "POST"])
def describe(request: Request, source_id: UUID) -> HttpResponse:
    """Say what a source is: who speaks, of which stage, whether it may be quoted, its title, kind and language."""
    line = reads.source_line(request.viewer, source_id)
    form = DescribeForm(request.POST or None, initial=lists.described(line), language=line.language)
    back = reverse("study:study", args=[line.study_id]) + f"#s-{source_id}"
    if request.method == "POST" and form.is_valid() and _described(request, source_id, form):
        messages.success(request, _("Kept."))
        return redirect(back)
    values = {"line": line, "form": form, "back_url": back}
    return page(request, "study/describe.html", values, 400 if form.errors else 200)


def _described(request: Request, source_id: UUID, form: DescribeForm) -> bool:
    said = form.cleaned_data
    try:
        actions.describe_source(
            source_id=source_id,
            group=form.group_chosen(),
            stage=form.stage_chosen(),
            consent=form.agreed(),
            participants=said["participants"],
            title=said["title"],
            kind=form.kind_chosen(),
            language=said["language"],
            by=request.viewer,
            at=request.at,
        )
    except Invalid as refusal:
        form.refuse(refusal.errors)
        return False
    return True


@require_POST
def describe_several(request: Request, study_id: UUID) -> HttpResponse:
    """Say the same of all the sources that are ticked."""
    lines = reads.sources(request.viewer, study_id)
    form = DescribeSeveralForm([line.id for line in lines], request.POST)
    if not form.is_valid():
        return _study(request, study_id, FilesForm(), [], 400, several=form)
    chosen = form.cleaned_data["source"]
    actions.describe_sources(
        source_ids=chosen,
        group=form.group_chosen(),
        stage=form.stage_chosen(),
        consent=form.agreed_chosen(),
        kind=form.kind_chosen(),
        language=form.cleaned_data["language"],
        by=request.viewer,
        at=request.at,
    )
    said = ngettext("%(n)s source is described.", "%(n)s sources are described.", len(chosen))
    messages.success(request, said % {"n": len(chosen)})
    return redirect(reverse("study:study", args=[study_id]) + "#sources")


def _study(
    request: Request,
    study_id: UUID,
    form: FilesForm,
    reports: list[FileReport],
    status: int = 200,
    *,
    several: DescribeSeveralForm | None = None,
) -> HttpResponse:
    viewer = request.viewer
    card = reads.study(viewer, study_id)
    allowed = may_do(viewer, card.my_part, Doing.READ)
    lines = reads.sources(viewer, study_id) if allowed else []
    coded = coded_in(viewer, study_id) if lines else frozenset()
    sealed = reads.sealed(viewer, study_id) if allowed else []
    narrow = SourcesForm(request.GET)
    codings = coding.counts(viewer, study_id) if narrow.by_codings else {}
    listed = narrow.listed(lines, coded, codings)
    if listed.lines and not codings:  # of those that are shown alone: a study may hold a million
        codings = coding.counts(viewer, study_id, [one.id for one in listed.lines])
    values = shell(viewer, study_id, "study:study") | {
        "sources": lists.source_rows(listed.lines, codings),
        "narrow": narrow,
        "offers_narrowing": len(lines) >= OFFERED_FROM,
        "fitting": listed.of,
        "any_sources": bool(lines),
        "kept": urlencode([(name, narrow.said(name)) for name in narrow.fields if narrow.said(name)]),
        "to_do": lists.to_do(card, lines, coded),
        "stages": lists.stage_counts(lines),
        "form": form,
        "wrong": several,
        "several": several or DescribeSeveralForm([], auto_id="id_several_%s"),
        "ticked": request.POST.getlist("source") if several else [],
        "reports": reports,
        "sealed": [
            {"id": one.id, "title": one.title, "day": date_said(local_day(one.withdrawn_at))}
            for one in sealed
        ],
        "consents": CONSENTS,
        "may_read": allowed,
        "may_code": may_do(viewer, card.my_part, Doing.CODE),
        "leads": may_do(viewer, card.my_part, Doing.LEAD),
    }
    return page(request, "study/study.html", values, status)
