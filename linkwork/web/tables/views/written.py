"""Written matrices: made, filled cell by cell or sheet by sheet, printed, taken as files."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from linkwork.core.errors import Invalid
from linkwork.evaluation.coding import actions, reads
from linkwork.evaluation.coding.reads import MatrixCard, MatrixRow
from linkwork.evaluation.coding.rules.tables.summaries import MatrixKind
from linkwork.evaluation.studies import reads as studies
from linkwork.web.shared.frame import page
from linkwork.web.shared.request import Request
from linkwork.web.study.shell import shell
from linkwork.web.tables.matrix_forms import MatrixForm, SummaryForm, code_groups
from linkwork.web.tables.presenters import written as present
from linkwork.web.tables.views.matrices import TAB

BESIDE = 120_000  # code points: two hours of talk and more


@require_http_methods(["GET", "POST"])
def new_matrix(request: Request, study_id: UUID) -> HttpResponse:
    """Make a matrix; `kind` chooses which, and a rapid one begins with the study's questions."""
    book = reads.codebook(request.viewer, study_id)
    rapid = request.GET.get("kind") == MatrixKind.RAPID
    if request.method == "POST":
        form = MatrixForm(request.POST, book=book)
        if form.is_valid():
            try:
                made = actions.make_matrix(
                    study_id=study_id,
                    title=form.cleaned_data["title"],
                    kind=MatrixKind(form.cleaned_data["kind"]),
                    themes=form.themes(),
                    by=request.viewer,
                    at=request.at,
                )
                return redirect("tables:matrix", made)
            except Invalid as refusal:
                form.refuse(refusal.errors)
    else:
        questions = studies.study(request.viewer, study_id).questions if rapid else ()
        kind = MatrixKind.RAPID if rapid else MatrixKind.FRAMEWORK
        form = MatrixForm(initial={"kind": kind, "headings": "\n".join(questions)}, book=book)
    values = {"form": form, "groups": code_groups(book), "chosen": form["codes"].value() or []}
    values |= {"back": reverse("tables:home", args=[study_id]), "matrix": None}
    return page(
        request, "tables/matrix_form.html", values | shell(request.viewer, study_id, TAB), _status(form)
    )


@require_http_methods(["GET", "POST"])
def change_matrix(request: Request, matrix_id: UUID) -> HttpResponse:
    """Another title or other themes."""
    card = reads.matrix(request.viewer, matrix_id)
    book = reads.codebook(request.viewer, card.study_id)
    initial = {
        "title": card.title,
        "headings": "\n".join(one.name for one in card.themes if not one.frame_id),
        "codes": [f"{one.frame_id}:{one.construct_id}" for one in card.themes if one.frame_id],
    }
    form = MatrixForm(request.POST or None, initial=initial, book=book, fixed=True)
    if request.method == "POST" and form.is_valid():
        try:
            actions.change_matrix(
                matrix_id=matrix_id,
                title=form.cleaned_data["title"],
                themes=form.themes(),
                by=request.viewer,
                at=request.at,
            )
            return redirect("tables:matrix", matrix_id)
        except Invalid as refusal:
            form.refuse(refusal.errors)
    values = {"form": form, "groups": code_groups(book), "chosen": form["codes"].value() or []}
    values |= {"back": reverse("tables:matrix", args=[matrix_id]), "matrix": matrix_id}
    return page(
        request, "tables/matrix_form.html", values | shell(request.viewer, card.study_id, TAB), _status(form)
    )


@require_POST
def remove_matrix(request: Request, matrix_id: UUID) -> HttpResponse:
    """Offer a matrix no more."""
    card = reads.matrix(request.viewer, matrix_id)
    actions.remove_matrix(matrix_id=matrix_id, by=request.viewer, at=request.at)
    messages.success(request, _("The matrix is taken off the list."))
    return redirect("tables:home", card.study_id)


@require_http_methods(["GET", "POST"])
def matrix_cell(request: Request, matrix_id: UUID, theme_id: UUID, source_id: UUID) -> HttpResponse:
    """One cell: its passages beside what is written about them."""
    card = reads.matrix(request.viewer, matrix_id)
    theme = card.theme(theme_id)
    row = reads.matrix_row(request.viewer, card, source_id)
    cell = next(one for one in row.cells if one.theme_id == theme_id)
    summary = cell.summary
    initial: dict[str, Any] = {"seen": summary.id, "text": summary.text} if summary else {}
    form = SummaryForm(request.POST or None, initial=initial, passages=cell.coding_ids)
    if request.method == "POST" and form.is_valid():
        try:
            actions.write_summary(
                matrix_id=matrix_id, theme_id=theme_id, source_id=source_id, **form.cleaned_data,
                by=request.viewer, at=request.at,
            )  # fmt: skip
            messages.success(request, _("The summary is kept."))
            return redirect(f"{reverse('tables:matrix', args=[matrix_id])}#s-{source_id}")
        except Invalid as refusal:
            form.refuse(refusal.errors)
    linked = {str(one) for one in (summary.links if summary else ())}
    values = {
        "matrix": {"id": card.id, "title": card.title},
        "theme_id": theme.id,
        "theme_name": theme.name,
        "source": {"id": source_id, "title": row.source.title},
        "form": form,
        "quotes": present.passages_of(reads.cited(request.viewer, cell.coding_ids), cell.coding_ids),
        "linked": set(form["links"].value() or ()) if form.is_bound else linked,
        "since": present.since(cell.since),
        "came": {str(one) for one in (*cell.since.came, *cell.since.changed)},
        "current": summary.id if summary else "",
        "history": present.written(cell.history),
        "coded": bool(theme.codes),
    }
    return page(
        request, "tables/matrix_cell.html", values | shell(request.viewer, card.study_id, TAB), _status(form)
    )


@require_http_methods(["GET", "POST"])
def case(request: Request, matrix_id: UUID, source_id: UUID) -> HttpResponse:
    """The sheet of one source: every theme with room to write, the text one step away."""
    card = reads.matrix(request.viewer, matrix_id)
    row = reads.matrix_row(request.viewer, card, source_id)
    errors: dict[str, str] = {}
    if request.method == "POST":
        try:
            actions.write_case(
                matrix_id=matrix_id,
                source_id=source_id,
                texts={one.id: request.POST.get(f"t-{one.id}", "") for one in card.themes},
                seen={one.id: _id(request.POST.get(f"s-{one.id}", "")) for one in card.themes},
                by=request.viewer,
                at=request.at,
            )
            messages.success(request, _("The sheet is kept."))
            following = studies.next_source(request.viewer, row.source) if "next" in request.POST else None
            if following:
                return redirect("tables:case", matrix_id, following)
            return redirect(f"{reverse('tables:matrix', args=[matrix_id])}#s-{source_id}")
        except Invalid as refusal:
            errors = refusal.errors
    values = {
        "matrix": {"id": card.id, "title": card.title},
        "source": {
            "id": source_id,
            "title": row.source.title,
            "lang": row.source.language,
            "dir": row.source.direction.value,
        },
        "text": _text_beside(request, card, source_id),
        "fields": _fields(request, card, row, errors),
        "errors": errors,
    }
    status = 400 if errors else 200
    return page(request, "tables/case.html", values | shell(request.viewer, card.study_id, TAB), status)


def _text_beside(request: Request, card: MatrixCard, source_id: UUID) -> list[str]:
    """The first of a source's lines, to read while its rapid sheet is filled; a framework sheet has its passages."""
    if card.kind is not MatrixKind.RAPID:
        return []
    part = studies.source_part(request.viewer, source_id, 0, BESIDE)
    return [line for line in part.part.split("\n") if line.strip()]


def _fields(
    request: Request, card: MatrixCard, row: MatrixRow, errors: dict[str, str]
) -> list[dict[str, Any]]:
    return [
        {
            "id": one.id,
            "name": one.name,
            "text": request.POST.get(f"t-{one.id}", cell.summary.text if cell.summary else ""),
            "seen": cell.summary.id if cell.summary else "",
            "theirs": cell.summary.text if str(one.id) in errors and cell.summary else "",
            "error": errors.get(str(one.id), ""),
            "passages": present.passages(len(cell.coding_ids)) if cell.coding_ids else "",
            "href": reverse("tables:matrix_cell", args=[card.id, one.id, row.source.id]),
            "stale": cell.since.stale,
        }
        for one, cell in zip(card.themes, row.cells, strict=True)
    ]


def _id(said: str) -> UUID | None:
    try:
        return UUID(said) if said else None
    except ValueError:
        return None


def _status(form: Any) -> int:
    return 400 if form.errors else 200
