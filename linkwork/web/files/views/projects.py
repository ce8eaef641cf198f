"""A study as a file for other programs, and their files as a study."""

from uuid import UUID

from django.core.files.uploadedfile import UploadedFile
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from linkwork.core.errors import Invalid, LinkworkError
from linkwork.evaluation.coding import actions as coding
from linkwork.evaluation.coding import reads
from linkwork.evaluation.coding.rules.own import ListKind
from linkwork.evaluation.studies import reads as studies
from linkwork.exchange.projects.reading import read_project
from linkwork.exchange.refi_qda.into_codes import new_codes
from linkwork.exchange.refi_qda.into_study import take_in
from linkwork.exchange.refi_qda.of_study import codes_of, not_carried, project_of
from linkwork.exchange.refi_qda.reading import read_qdc
from linkwork.exchange.refi_qda.shapes import Loss
from linkwork.exchange.refi_qda.writing import codebook_xml, qdpx
from linkwork.web.files.answers import as_file
from linkwork.web.files.forms import CodebookForm, ProjectForm
from linkwork.web.shared.frame import page
from linkwork.web.shared.request import Request
from linkwork.web.study.shell import shell


@require_GET
def home(request: Request, study_id: UUID) -> HttpResponse:
    """What can be taken out, and what of it other programs do not get."""
    return _home(request, study_id, CodebookForm())


@require_GET
def project(request: Request, study_id: UUID) -> HttpResponse:
    """The study as a REFI-QDA project."""
    return as_file(qdpx(project_of(request.viewer, study_id)), "study.qdpx")


@require_GET
def codebook(request: Request, study_id: UUID) -> HttpResponse:
    """The codes alone, as a REFI-QDA codebook."""
    studies.study(request.viewer, study_id)
    return as_file(codebook_xml(codes_of(reads.codebook(request.viewer, study_id))), "codebook.qdc")


@require_POST
def codes(request: Request, study_id: UUID) -> HttpResponse:
    """Take a codebook in, as one more list of the study."""
    form = CodebookForm(request.POST, request.FILES)
    if form.is_valid():
        name, data = _upload(request)
        loss = Loss()
        try:
            tree, _sets = read_qdc(data, name)
            coding.take_in_codes(
                study_id=study_id,
                title=form.cleaned_data["title"],
                kind=ListKind.OWN,
                codes=list(new_codes(tree, loss)),
                by=request.viewer,
                at=request.at,
            )
            return redirect(f"{reverse('files:home', args=[study_id])}?codes=in")
        except Invalid as refusal:
            for field, said in refusal.errors.items():
                form.add_error(field if field in form.fields else "file", said)
        except LinkworkError as refusal:
            form.add_error("file", refusal.reason)
    return _home(request, study_id, form, 400)


@require_http_methods(["GET", "POST"])
def new(request: Request) -> HttpResponse:
    """Open a study out of another program's project; the answer says what came in and what did not."""
    form = ProjectForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        name, data = _upload(request)
        try:
            found, loss = read_project(data, name)
            taken = take_in(
                found,
                loss,
                language=form.cleaned_data["language"],
                by=request.viewer,
                at=request.at,
                file=name,
            )
            return page(request, "files/taken.html", {"taken": taken, "lost": taken.loss.lines()})
        except Invalid as refusal:
            form.add_error("file", " ".join(refusal.errors.values()))
        except LinkworkError as refusal:
            form.add_error("file", refusal.reason)
    return page(request, "files/new.html", {"form": form}, 400 if form.errors else 200)


def _home(request: Request, study_id: UUID, form: CodebookForm, status: int = 200) -> HttpResponse:
    values = shell(request.viewer, study_id, "files:home")
    lists = {
        "lost": not_carried(request.viewer, study_id).lines(),
        "form": form,
        "codes_in": request.GET.get("codes") == "in",
    }
    return page(request, "files/home.html", values | lists, status)


def _upload(request: Request) -> tuple[str, bytes]:
    file = request.FILES["file"]
    assert isinstance(file, UploadedFile)
    return file.name or "", file.read()
