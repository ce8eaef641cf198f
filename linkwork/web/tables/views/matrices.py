"""Tables of codings: asked, saved, opened to their quotations, as files."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from linkwork.core.errors import Invalid
from linkwork.evaluation.coding import actions, reads
from linkwork.evaluation.coding.reads import SavedCard
from linkwork.evaluation.coding.rules.codebook import Codebook
from linkwork.evaluation.coding.rules.tables.asked import Asked
from linkwork.exchange.grids import FORMATS, Grid, written
from linkwork.web.shared.days import date_said, local_day
from linkwork.web.shared.frame import page
from linkwork.web.shared.request import Request
from linkwork.web.study.presenters import findings
from linkwork.web.study.shell import shell
from linkwork.web.tables.forms import TableForm, TitleForm, values_of
from linkwork.web.tables.labels import FILES
from linkwork.web.tables.presenters import matrices as present

TAB = "tables:home"


@require_GET
def home(request: Request, study_id: UUID) -> HttpResponse:
    """What can be read out of the codings, and what was saved."""
    saved = [
        {"title": one.title, "href": reverse("tables:saved", args=[one.id])}
        for one in reads.saved_tables(request.viewer, study_id)
    ]
    matrices = [
        {"title": title, "href": reverse("tables:matrix", args=[one]), "kind": kind.value}
        for one, title, kind in reads.matrices(request.viewer, study_id)
    ]
    values = {"saved": saved, "matrices": matrices, "apart": bool(reads.kept_apart(request.viewer, study_id))}
    return page(request, "tables/home.html", values | shell(request.viewer, study_id, TAB))


@require_GET
def table(request: Request, study_id: UUID) -> HttpResponse:
    """The table that the address asks for; `as` for a file."""
    book = reads.codebook(request.viewer, study_id)
    return _answer(request, study_id, TableForm(request.GET, book=book).asked(), book)


@require_GET
def saved(request: Request, table_id: UUID) -> HttpResponse:
    """A saved table, drawn from the codings as they are now."""
    card = reads.saved_table(request.viewer, table_id)
    return _answer(request, card.study_id, card.asked, reads.codebook(request.viewer, card.study_id), card)


def _answer(
    request: Request, study_id: UUID, asked: Asked, book: Codebook, card: SavedCard | None = None
) -> HttpResponse:
    found = reads.code_table(request.viewer, study_id, asked)
    title = card.title if card else present.title(asked, book)
    if "as" in request.GET:
        drawn = _("Drawn from the codings on %(day)s.") % {"day": date_said(local_day(request.at))}
        return file_of(request, present.grid(found, title, [drawn]), "table")
    kept = {"table": str(card.id)} if card else values_of(found.asked)
    to = reverse("tables:cell", args=[study_id])
    values = {
        "form": TableForm(initial=values_of(found.asked) | {"reach": asked.reach}, book=book),
        "title": title,
        "saved": card,
        "matrix": present.matrix(
            found, lambda row, column: f"{to}?{urlencode(kept | {'row': row, 'column': column})}"
        ),
        "strongest": present.strongest(found),
        "notes": present.notes(found),
        "title_form": TitleForm(initial={"title": title}),
        "query": urlencode(values_of(found.asked)),
        "files": FILES,
        "apart": bool(reads.kept_apart(request.viewer, study_id)),
    }
    return page(request, "tables/table.html", values | shell(request.viewer, study_id, TAB))


@require_POST
def save(request: Request, study_id: UUID) -> HttpResponse:
    """Keep the question of the address under a title."""
    book = reads.codebook(request.viewer, study_id)
    asked = TableForm(request.GET, book=book).asked()
    try:
        made = actions.save_table(
            study_id=study_id,
            title=request.POST.get("title", ""),
            asked=asked,
            by=request.viewer,
            at=request.at,
        )
    except Invalid as refusal:
        messages.error(request, refusal.reason)
        return redirect(f"{reverse('tables:table', args=[study_id])}?{urlencode(values_of(asked))}")
    messages.success(request, _("The table is saved. It is drawn anew each time it is opened."))
    return redirect("tables:saved", made)


@require_POST
def remove(request: Request, table_id: UUID) -> HttpResponse:
    """Offer a saved table no more."""
    card = reads.saved_table(request.viewer, table_id)
    actions.remove_table(table_id=table_id, by=request.viewer, at=request.at)
    messages.success(request, _("The table is taken off the list."))
    return redirect("tables:home", card.study_id)


@require_GET
def cell(request: Request, study_id: UUID) -> HttpResponse:
    """The quotations of one cell: of a saved table, or of the question in the address."""
    book = reads.codebook(request.viewer, study_id)
    card = _named(request)
    asked = card.asked if card else TableForm(request.GET, book=book).asked()
    found = reads.code_table(request.viewer, study_id, asked)
    row = next((one for one in found.rows if one.key == request.GET.get("row")), None)
    column = next((one for one in found.columns if one.key == request.GET.get("column")), None)
    if row is None or column is None:
        raise Http404
    inside = found.cells.get((row.key, column.key))
    quotes = reads.quotes(
        request.viewer,
        UUID(column.key) if asked.across == "study" and asked.kind == "across" else study_id,
        ids=inside.coding_ids if inside else (),
        layer=found.asked.layer,
    )
    values: dict[str, Any] = {
        "names": (row.name, present.column_name(found.asked, column)),
        "back": reverse("tables:saved", args=[card.id])
        if card
        else f"{reverse('tables:table', args=[study_id])}?{urlencode(values_of(asked))}",
        "quotes": findings.quote_rows(quotes),
        "found": findings.found(len(quotes)),
    }
    return page(request, "tables/cell.html", values | shell(request.viewer, study_id, TAB))


def _named(request: Request) -> SavedCard | None:
    asked = request.GET.get("table", "")
    try:
        return reads.saved_table(request.viewer, UUID(asked)) if asked else None
    except ValueError:
        raise Http404 from None


def file_of(request: Request, grid: Grid, name: str) -> HttpResponse:
    """A table as the file that `as` asks for."""
    if request.GET.get("as") not in FORMATS:
        raise Http404
    data, kind = written(grid, request.GET["as"])
    answer = HttpResponse(data, content_type=kind.media_type)
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}.{kind.ending}"'
    return answer
