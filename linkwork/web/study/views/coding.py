"""Coding at the desk: code a passage, change a coding, take a step back and do it again."""

from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from linkwork.core.errors import Invalid
from linkwork.evaluation.coding import access, actions, reads
from linkwork.evaluation.coding.reads import Quote
from linkwork.evaluation.coding.rules import Origin, Valence, find_words
from linkwork.evaluation.coding.rules.codebook import Codebook
from linkwork.evaluation.coding.rules.steps import StepKind, Touched
from linkwork.evaluation.studies import reads as studies
from linkwork.evaluation.studies.reads import SourceLine
from linkwork.programmes.rules import Stage
from linkwork.web.shared.frame import page
from linkwork.web.shared.request import Request
from linkwork.web.study.desk_forms import ChangeForm
from linkwork.web.study.forms import CodeForm
from linkwork.web.study.labels import DONE
from linkwork.web.study.presenters import strips
from linkwork.web.study.presenters.codes import classes
from linkwork.web.study.views.answers import HEADER, Ready, answer, look, refusal, touched, whole_desk

FIELDS = {"passage": "words", "constructs": "constructs", "strength": "strength", "memo": "memo"}
CHANGE_FIELDS = {"passage": "words", "constructs": "codes"}


@require_POST
def code(request: Request, source_id: UUID) -> HttpResponse:
    """Code the passage chosen in the text or found by its words."""
    start, end = (_place_said(request, name) for name in ("start", "end"))
    there = touched(request, source_id, start, end)
    book = reads.codebook(request.viewer, there[0].study_id)
    form = CodeForm(request.POST, book=book)
    place = _place(request, form, source_id) if form.is_valid() else None
    if place is None:
        return _again(request, source_id, form, book)
    stage = form.cleaned_data["stage"]
    chosen = form.constructs_chosen()
    try:
        made = actions.code_passage(
            source_id=source_id,
            start=place[0],
            end=place[1],
            constructs=chosen,
            valence=Valence(form.cleaned_data["valence"]),
            strength=form.cleaned_data["strength"],
            stage=Stage(stage) if stage else None,
            memo=form.cleaned_data["memo"],
            origin=_origin(request, chosen),
            seen=form.cleaned_data["seen"],
            by=request.viewer,
            at=request.at,
        )
    except Invalid as fault:
        for field, said in fault.errors.items():
            form.add_error(FIELDS[field], said)
        return _again(request, source_id, form, book)
    ready = Ready(book, there if place == (start, end) else None)
    return answer(request, Touched(made, source_id, *place), StepKind.CODE, ready=ready)


@require_GET
def coding(request: Request, coding_id: UUID) -> HttpResponse:
    """One coding, to be changed: a page, or what stands beside the text."""
    quote = reads.quote(request.viewer, coding_id)
    book = reads.codebook(request.viewer, quote.study_id)
    return _coding_page(request, quote, book, None)


@require_POST
def change(request: Request, coding_id: UUID) -> HttpResponse:
    """Change what was sent of one's own coding: its codes, passage, what it does, how strongly, when, the memo."""
    quote = reads.quote(request.viewer, coding_id)
    book = reads.codebook(request.viewer, quote.study_id)
    form = ChangeForm(request.POST, book=book, given=_given(quote))
    if not (form.is_valid() and _other_words(request, form, quote)):
        return _refused(request, quote, book, form)
    to = form.state()
    try:
        seen = form.cleaned_data["seen"]
        kind = actions.change_coding(coding_id=coding_id, to=to, seen=seen, by=request.viewer, at=request.at)
    except Invalid as fault:
        form.refuse({CHANGE_FIELDS.get(name, name): said for name, said in fault.errors.items()})
        return _refused(request, quote, book, form)
    start, end = min(quote.start, to.get("start", quote.start)), max(quote.end, to.get("end", quote.end))
    said = "" if kind else _("Nothing was changed.")
    done = Touched(coding_id, quote.source_id, start, end)
    return answer(request, done, kind or StepKind.CHANGE, said, Ready(book))


@require_POST
def memo(request: Request, coding_id: UUID) -> HttpResponse:
    """Keep the memo of one's own coding."""
    text = request.POST.get("memo", "")
    done = actions.write_memo(coding_id=coding_id, memo=text, by=request.viewer, at=request.at)
    return answer(request, done, StepKind.MEMO, DONE[StepKind.MEMO])  # the same words again are no step


@require_POST
def remove(request: Request, coding_id: UUID) -> HttpResponse:
    """Take one's own coding away; what follows offers the way back."""
    done = actions.remove_coding(coding_id=coding_id, by=request.viewer, at=request.at)
    return answer(request, done, StepKind.REMOVE)


@require_POST
def restore(request: Request, coding_id: UUID) -> HttpResponse:
    """Bring one's own coding back."""
    done = actions.restore_coding(coding_id=coding_id, by=request.viewer, at=request.at)
    return answer(request, done, StepKind.RESTORE)


@require_POST
def undo(request: Request, source_id: UUID) -> HttpResponse:
    """Take back one's own last step at this desk."""
    done = actions.undo(source_id=source_id, by=request.viewer, at=request.at)
    return answer(request, done, StepKind.CHANGE, _("Undone."))


@require_POST
def redo(request: Request, source_id: UUID) -> HttpResponse:
    """Do again the step that was taken back last."""
    done = actions.redo(source_id=source_id, by=request.viewer, at=request.at)
    return answer(request, done, StepKind.CHANGE, _("Done again."))


def _refused(request: Request, quote: Quote, book: Codebook, form: ChangeForm) -> HttpResponse:
    if request.headers.get(HEADER):
        return refusal(request, form)
    return _coding_page(request, quote, book, form, 400)


def _again(request: Request, source_id: UUID, form: CodeForm, book: Codebook) -> HttpResponse:
    if request.headers.get(HEADER):
        return refusal(request, form)
    found = strips.opened(request.viewer, source_id, look(request))
    return whole_desk(request, found, book, form, 400)


def _origin(request: Request, chosen: list[tuple[str, str]]) -> Origin:
    """Whether every code was one the page had suggested."""
    suggested = set(request.POST.getlist("suggested"))
    taken = bool(chosen) and {f"{frame}:{construct}" for frame, construct in chosen} <= suggested
    return Origin.SUGGESTION if taken else Origin.MANUAL


def _place_said(request: Request, name: str) -> int:
    """A place of the text as it was sent, before anything is checked; nought for anything else."""
    said = request.POST.get(name, "")
    return int(said) if said.isascii() and said.isdigit() and len(said) < 10 else 0


def _place(request: Request, form: CodeForm, source_id: UUID) -> tuple[int, int] | None:
    start, end, words = (form.cleaned_data[name] for name in ("start", "end", "words"))
    if start is not None and end is not None:
        return start, end
    if not words:
        form.add_error("words", _("Choose some words of the text."))
        return None
    found = find_words(studies.source(request.viewer, source_id).text, words)
    if found is None:
        form.add_error("words", _("These words are not in the text. Copy them from it."))
        return None
    if found.times > 1:
        form.add_error(
            "words", _("These words stand in the text %(n)s times. Paste a few more.") % {"n": found.times}
        )
        return None
    return found.start, found.end


def _other_words(request: Request, form: ChangeForm, quote: Quote) -> bool:
    """Take the place of other words that were pasted; whether they were found, or none were."""
    said, words = form.cleaned_data, form.cleaned_data["words"]
    if said["start"] is not None or not words or " ".join(words.split()) == " ".join(quote.text.split()):
        return True
    found = find_words(studies.source(request.viewer, quote.source_id).text, words)
    if found is None:
        form.add_error("words", _("These words are not in the text. Copy them from it."))
        return False
    if found.times > 1:
        form.add_error(
            "words", _("These words stand in the text %(n)s times. Paste a few more.") % {"n": found.times}
        )
        return False
    said["start"], said["end"] = found.start, found.end
    return True


def _given(quote: Quote) -> list[tuple[str, str]]:
    return [(frame, construct) for frame, construct, _name in quote.codes]


def _initial(quote: Quote, source: SourceLine) -> dict[str, object]:
    return {
        "words": quote.text,
        "codes": [f"{frame}:{construct}" for frame, construct in _given(quote)],
        "valence": quote.valence,
        "strength": str(quote.strength or ""),
        "stage": quote.stage if quote.stage and quote.stage is not source.stage else "",
        "memo": quote.memo,
    }


def _coding_page(
    request: Request, quote: Quote, book: Codebook, form: ChangeForm | None, status: int = 200
) -> HttpResponse:
    source = studies.source_line(request.viewer, quote.source_id)
    card = reads.one_coding(request.viewer, source, quote.id)
    form = form or ChangeForm(initial=_initial(quote, source), book=book, given=_given(quote))
    ticked = form["codes"].value() or []
    values = {
        "coding": {
            "id": quote.id,
            "source_id": quote.source_id,
            "title": quote.source_title,
            "text": quote.text,
            "start": quote.start,
            "end": quote.end,
            "lang": quote.language,
            "version": source.version,
            "coder": quote.coder,
            "memo": quote.memo,
            "mine": card is not None and access.may_change(request.viewer, card.coder_id),
        },
        "codes": [
            {"value": value, "name": name, "ticked": value in ticked}
            | {"classes": classes(book, *value.split(":", 1))}
            for value, name in form.kept
        ],
        "groups": _groups(book),
        "form": form,
    }
    template = "study/desk/coding.html" if request.headers.get(HEADER) else "study/coding.html"
    return page(request, template, values, status)


def _groups(book: Codebook) -> list[tuple[str, list[tuple[str, str]]]]:
    return [
        (frame.name, [(f"{one.frame_id}:{one.construct_id}", one.name) for one in frame.codes if one.offered])
        for frame in book.frames
    ]
