"""What was coded, for papers: quotations, the codebook, texts with their codings."""

from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from linkwork.core.errors import NotFound
from linkwork.core.viewer import Viewer
from linkwork.evaluation.coding import reads
from linkwork.evaluation.coding.rules.codebook import CodeCard
from linkwork.evaluation.coding.rules.rounds import Layer
from linkwork.evaluation.studies import reads as studies
from linkwork.exchange.coded.files import codebook_file, quotations_file
from linkwork.exchange.coded.marked_text import marked_page
from linkwork.exchange.coded.quotations import Asked
from linkwork.web.files.answers import as_file
from linkwork.web.files.forms import CodebookFileForm, QuotationsForm
from linkwork.web.shared.forms import Form
from linkwork.web.shared.frame import page
from linkwork.web.shared.request import Request
from linkwork.web.study.shell import shell


@require_GET
def papers(request: Request, study_id: UUID) -> HttpResponse:
    """What can be taken out to print or publish."""
    return _papers(request, study_id, {})


@require_GET
def quotations(request: Request, study_id: UUID) -> HttpResponse:
    """The passages with their codes, as a spreadsheet or a paper."""
    codes = _codes(request.viewer, study_id)
    form = QuotationsForm(request.GET, codes=codes, auto_id="quotations_%s")
    if not form.is_valid():
        return _papers(request, study_id, {"quotations": form}, 400)
    frame, _space, construct = form.cleaned_data["code"].partition(" ")
    asked = Asked((frame, construct) if construct else None, Layer(form.cleaned_data["layer"]))
    made = quotations_file(request.viewer, study_id, asked, form.cleaned_data["kind"], request.at)
    return as_file(made.data, f"quotations.{made.ending}", made.media_type)


@require_GET
def codebook_table(request: Request, study_id: UUID) -> HttpResponse:
    """The codebook, as a spreadsheet or a paper."""
    form = CodebookFileForm(request.GET, auto_id="book_%s")
    if not form.is_valid():
        return _papers(request, study_id, {"book": form}, 400)
    made = codebook_file(request.viewer, study_id, form.cleaned_data["kind"], request.at)
    return as_file(made.data, f"codebook.{made.ending}", made.media_type)


@require_GET
def marked_text(request: Request, study_id: UUID, source_id: UUID) -> HttpResponse:
    """One text with its codings, as a page of its own."""
    if studies.source_line(request.viewer, source_id).study_id != study_id:
        raise NotFound(_("There is no such source in this programme."))
    layer = Layer.CODERS if request.GET.get("layer") == Layer.CODERS else Layer.CONSENSUS
    drawn = marked_page(request.viewer, source_id, layer, request.at)
    return as_file(drawn.encode(), "text.html", "text/html; charset=utf-8")


def _papers(request: Request, study_id: UUID, asked: dict[str, Form], status: int = 200) -> HttpResponse:
    viewer = request.viewer
    values = shell(viewer, study_id, "files:home")
    if "quotations" not in asked:
        asked["quotations"] = QuotationsForm(codes=_codes(viewer, study_id), auto_id="quotations_%s")
    lists = {
        "book": CodebookFileForm(auto_id="book_%s"),
        "texts": [{"id": one.id, "title": one.title} for one in studies.sources(viewer, study_id)],
    }
    return page(request, "files/papers.html", values | lists | asked, status)


def _codes(viewer: Viewer, study_id: UUID) -> list[CodeCard]:
    """The codes that passages carry, in the order of the codebook."""
    used, book = reads.used(viewer, study_id, Layer.CODERS), reads.codebook(viewer, study_id)
    cards = (one for frame in (*book.frames, *book.beside.values()) for one in frame.codes)
    return list({one.pair: one for one in cards if one.pair in used}.values())
