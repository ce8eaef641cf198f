"""What the desk answers: the whole page, or, to its own script, only the strips that changed and what was done."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django import forms
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.http import urlencode

from linkwork.core.ids import new_id
from linkwork.core.viewer import Viewer
from linkwork.evaluation.coding import reads
from linkwork.evaluation.coding.rules.codebook import Codebook
from linkwork.evaluation.coding.rules.steps import StepKind, Touched
from linkwork.evaluation.coding.rules.strips import SIZE, Strip
from linkwork.evaluation.studies import reads as studies
from linkwork.evaluation.studies.reads import SourceLine, SourcePart
from linkwork.evaluation.studies.rules import SourceKind
from linkwork.web.shared.frame import page
from linkwork.web.shared.request import Request
from linkwork.web.study.desk_forms import NarrowForm
from linkwork.web.study.forms import CodeForm
from linkwork.web.study.labels import DONE, GROUPS, KINDS
from linkwork.web.study.presenters import cases, codes, strips
from linkwork.web.study.presenters import desk as present
from linkwork.web.study.presenters.strips import Look, Opened

HEADER = "X-Desk"  # sent by the desk's script, with the size of its strips


def number(request: Request, name: str) -> int:
    """A whole number of the address; -1 for anything else."""
    said = request.GET.get(name, "")
    return int(said) if said.isascii() and said.isdigit() and len(said) < 10 else -1


def size_asked(request: Request) -> int:
    """The size of strips that the script on the page works with; 0 where there is none."""
    said = request.headers.get(HEADER, "") or request.GET.get("size", "")
    return int(said) if said in {str(one) for one in strips.SIZES} else 0


def look(request: Request) -> Look:
    """Where the reader is, and which codings they want to see."""
    return Look(max(0, number(request, "at")), NarrowForm(request.GET).narrow(), size_asked(request))


def whole_desk(
    request: Request, found: Opened, book: Codebook, form: CodeForm, status: int = 200
) -> HttpResponse:
    """The whole page with one strip of the text."""
    source, viewer, narrow = found.source, request.viewer, NarrowForm(request.GET)
    more = request.GET.getlist("frame")
    chosen = set(request.POST.getlist("constructs"))
    before, after = strips.gaps(found)
    values: dict[str, Any] = {
        **_source_values(source),
        "thoughts": _thoughts(viewer, source),
        "tree": codes.tree(book, chosen, more, reads.used_in(viewer, source)),
        "other_frames": codes.other_frames(book, more),
        "strips": strips.drawn(viewer, source, [found.strip], narrow.narrow(), book),
        "before": before,
        "after": after,
        "size": found.size,
        "place": max(0, number(request, "at")),
        "length": source.length,
        "all_codings": found.spread.strips.total(),
        "filters": _filters(viewer, narrow, found, book),
        "steps": present.steps_row(reads.steps(viewer, source.id)),
        "form": form,
        "since": str(new_id()),
        "done": _done(request),
    }
    return page(request, "study/desk.html", values, status)


@dataclass(frozen=True)
class Ready:
    """What the view of a step has read already, so that the answer does not read it again."""

    book: Codebook | None = None
    touched: tuple[SourcePart, list[Strip]] | None = None


def touched(request: Request, source_id: UUID, start: int, end: int) -> tuple[SourcePart, list[Strip]]:
    """The strips of a passage, in the size that the script works with. One question. Raises NotFound."""
    return strips.strips_touched(request.viewer, source_id, start, end, size_asked(request) or SIZE)


def answer(
    request: Request, done: Touched, kind: StepKind, said: str | Promise = "", ready: Ready | None = None
) -> HttpResponse:
    """After a step: the strips it touched for the script, or the way back to the text.

    `said` is for what was no new step of this kind.
    """
    source_id, start, end = done.source_id, done.start, done.end
    if not request.headers.get(HEADER):
        address = reverse("study:desk", args=[source_id])
        query = urlencode({**_kept(request), "at": start, "done": kind.value})
        return redirect(f"{address}?{query}#text")
    viewer, ready = request.viewer, ready or Ready()
    source, pieces = ready.touched or touched(request, source_id, start, end)
    book = ready.book or reads.codebook(viewer, source.study_id)
    values = {
        "strips": strips.drawn(viewer, source, pieces, NarrowForm(request.GET).narrow(), book),
        "source_id": source_id,
        "steps": present.steps_row(reads.steps(viewer, source_id)) if said else present.just_done(kind),
        "done": {"said": said or DONE[kind], "undo": ""},
        "start": start,
        "end": end,
        "about": done.coding_id if kind is StepKind.CODE else None,
    }
    return page(request, "study/desk/answer.html", values)


def refusal(request: Request, form: forms.Form) -> HttpResponse:
    """To the script: what is wrong, and nothing else."""
    return page(request, "study/desk/refusal.html", {"form": form}, 400)


def _kept(request: Request) -> dict[str, str]:
    """The filter, to be carried on."""
    names = NarrowForm.base_fields
    return {name: request.GET[name] for name in names if request.GET.get(name)}


def _source_values(source: SourceLine) -> dict[str, Any]:
    return {
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
            "version": source.version,
            "names_asked": source.names_asked,
        },
        "study_id": source.study_id,
        "source_id": source.id,
    }


def _thoughts(viewer: Viewer, source: SourceLine) -> str:
    """What the researcher noted beside a field conversation: to be read, never coded."""
    if source.kind is not SourceKind.FIELD_CONVERSATION:
        return ""
    noted = studies.field_note(viewer, source)
    return noted.thoughts if noted else ""


def _filters(viewer: Viewer, form: NarrowForm, found: Opened, book: Codebook) -> dict[str, Any]:
    narrow = form.narrow()
    return {
        "form": form,
        "on": bool(narrow),
        "query": urlencode({name: form.data[name] for name in form.fields if form.data.get(name)}),
        "code": ":".join(narrow.code) if narrow.code else "",
        "coder": str(narrow.coder or ""),
        "codes": codes.construct_groups(book),
        "coders": [(str(coder_id), name, n) for coder_id, name, n in found.spread.coders],
        "speaker": str(narrow.speaker or ""),
        "speakers": cases.of_text(studies.speakers(viewer, found.source)),
    }


def _done(request: Request) -> dict[str, Any]:
    """What was just done, from the address; a word that is no step says nothing."""
    kind = request.GET.get("done", "")
    return {"said": DONE[StepKind(kind)], "undo": True} if kind in list(StepKind) else {}
