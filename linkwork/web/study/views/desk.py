"""The coding desk: read, select, code, take back."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from linkwork.core.errors import Invalid
from linkwork.evaluation.coding import actions, reads
from linkwork.evaluation.coding.rules import Valence, find_words
from linkwork.evaluation.coding.rules.codebook import Codebook
from linkwork.evaluation.studies import reads as studies
from linkwork.evaluation.studies.reads import SourceCard
from linkwork.programmes.rules import Stage
from linkwork.web.shared.frame import page
from linkwork.web.shared.request import Request
from linkwork.web.study.forms import CodeForm
from linkwork.web.study.labels import GROUPS, KINDS
from linkwork.web.study.presenters import codes
from linkwork.web.study.presenters import desk as present

FIELDS = {"passage": "words", "constructs": "constructs", "strength": "strength", "memo": "memo"}


@require_GET
def desk(request: Request, source_id: UUID) -> HttpResponse:
    """One source on the desk. `coded` and `removed` name what was just done, with the way back."""
    source = studies.source(request.viewer, source_id)
    book = reads.codebook(request.viewer, source.study_id)
    return _desk(request, source, CodeForm(book=book), book)


@require_GET
def passage(request: Request, source_id: UUID) -> HttpResponse:
    """The codings that lie on one place of the text, for the side of the desk."""
    source = studies.source(request.viewer, source_id)
    place = _number(request.GET.get("at", ""))
    on = [one for one in reads.codings(request.viewer, source_id) if one.start <= place < one.end]
    book = reads.codebook(request.viewer, source.study_id)
    rows = present.coding_rows(request.viewer, source, on, book)
    return page(request, "study/codings.html", {"codings": rows, "passage": True, "source_id": source_id})


@require_POST
def code(request: Request, source_id: UUID) -> HttpResponse:
    """Code the passage chosen in the text or found by its words."""
    source = studies.source(request.viewer, source_id)
    book = reads.codebook(request.viewer, source.study_id)
    form = CodeForm(request.POST, book=book)
    place = _place(form, source) if form.is_valid() else None
    if place is None:
        return _desk(request, source, form, book, 400)
    stage = form.cleaned_data["stage"]
    try:
        made = actions.code_passage(
            source_id=source_id,
            start=place[0],
            end=place[1],
            constructs=form.constructs_chosen(),
            valence=Valence(form.cleaned_data["valence"]),
            strength=form.cleaned_data["strength"],
            stage=Stage(stage) if stage else None,
            memo=form.cleaned_data["memo"],
            by=request.viewer,
            at=request.at,
        )
    except Invalid as refusal:
        for field, said in refusal.errors.items():
            form.add_error(FIELDS[field], said)
        return _desk(request, source, form, book, 400)
    return _back(source, "coded", made, place[0])


@require_POST
def memo(request: Request, coding_id: UUID) -> HttpResponse:
    """Keep the memo of one's own coding."""
    quote = reads.quote(request.viewer, coding_id)
    text = request.POST.get("memo", "")
    actions.write_memo(coding_id=coding_id, memo=text, by=request.viewer, at=request.at)
    return redirect(reverse("study:desk", args=[quote.source_id]) + f"#c-{coding_id}")


@require_POST
def remove(request: Request, coding_id: UUID) -> HttpResponse:
    """Take one's own coding away; the next page offers the way back."""
    quote = reads.quote(request.viewer, coding_id)
    actions.remove_coding(coding_id=coding_id, by=request.viewer, at=request.at)
    source = studies.source(request.viewer, quote.source_id)
    return _back(source, "removed", coding_id, quote.start)


@require_POST
def restore(request: Request, coding_id: UUID) -> HttpResponse:
    """Bring one's own coding back."""
    quote = reads.quote(request.viewer, coding_id)
    actions.restore_coding(coding_id=coding_id, by=request.viewer, at=request.at)
    source = studies.source(request.viewer, quote.source_id)
    return _back(source, "coded", coding_id, quote.start)


def _desk(
    request: Request, source: SourceCard, form: CodeForm, book: Codebook, status: int = 200
) -> HttpResponse:
    codings = reads.codings(request.viewer, source.id)
    more = request.GET.getlist("frame")
    most = None if request.GET.get("codings") == "all" else present.LISTED
    chosen = set(request.POST.getlist("constructs"))
    values: dict[str, Any] = {
        "source": {
            "id": source.id,
            "title": source.title,
            "lang": source.language,
            "dir": source.direction.value,
            "kind": KINDS[source.kind],
            "group": GROUPS[source.group] if source.group else "",
            "stage": source.stage.value if source.stage else "",
            "note": source.note,
            "quotable": source.quotable,
        },
        "study_id": source.study_id,
        "tree": codes.tree(book, chosen, more, reads.used(request.viewer, source.study_id)),
        "other_frames": codes.other_frames(book, more),
        "lines": present.text(source, codings, book),
        "codings": present.coding_rows(request.viewer, source, codings, book, most),
        "all_codings": len(codings),
        "more_codings": 0 if most is None else max(0, len(codings) - most),
        "here": present.here(source, codings, book),
        "form": form,
        "passage": False,
        "source_id": source.id,
        "done": _done(request),
    }
    return page(request, "study/desk.html", values, status)


def _done(request: Request) -> dict[str, str]:
    """What was just done and how to undo it, from the address. Says nothing for an id that is none."""
    for name, said, undo in (
        ("coded", _("Coded."), "study:remove"),
        ("removed", _("The coding is removed."), "study:restore"),
    ):
        try:
            coding_id = UUID(request.GET.get(name, ""))
        except ValueError:
            continue
        return {"said": said, "undo": reverse(undo, args=[coding_id])}
    return {}


def _place(form: CodeForm, source: SourceCard) -> tuple[int, int] | None:
    start, end, words = (form.cleaned_data[name] for name in ("start", "end", "words"))
    if start is not None and end is not None:
        return start, end
    found = find_words(source.text, words)
    if found is None:
        said = (
            _("These words are not in the text. Copy them from it.")
            if words
            else _("Choose some words of the text.")
        )
        form.add_error("words", said)
        return None
    if found.times > 1:
        form.add_error(
            "words", _("These words stand in the text %(n)s times. Paste a few more.") % {"n": found.times}
        )
        return None
    return found.start, found.end


def _back(source: SourceCard, name: str, coding_id: UUID, start: int) -> HttpResponse:
    line = source.text.rfind("\n", 0, start) + 1
    query = urlencode({name: str(coding_id)})
    return redirect(f"{reverse('study:desk', args=[source.id])}?{query}#t-{line}")


def _number(said: str) -> int:
    return int(said) if said.isascii() and said.isdigit() else -1
