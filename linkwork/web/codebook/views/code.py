"""One code on its own page: read, change, move, map, merge, retire; and a new one."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from linkwork.core.errors import Invalid, NotFound
from linkwork.evaluation.coding import access, actions, reads
from linkwork.evaluation.coding.rules.codebook import Codebook, CodeCard
from linkwork.evaluation.coding.rules.own import CodeState, frame_id_of
from linkwork.web.codebook.forms import CodeForm, MergeForm, MoveForm, NewCodeForm, RefusableForm, id_chosen
from linkwork.web.codebook.presenters import book as books
from linkwork.web.codebook.presenters import code as present
from linkwork.web.shared.frame import page
from linkwork.web.shared.request import Request
from linkwork.web.study.shell import shell

HOME = "codebook:home"
DONE: dict[str, Promise] = {
    "change": gettext_lazy("Kept."),
    "move": gettext_lazy("The code was moved."),
    "map": gettext_lazy("The mapping is kept."),
    "merge": gettext_lazy("The codes are merged. The codebook offers the way back."),
    "retire": gettext_lazy("The code is retired. What carries it keeps it."),
    "bring_back": gettext_lazy("The code is in use again."),
}


@require_http_methods(["GET", "POST"])
def code(request: Request, study_id: UUID, frame_id: str, construct_id: str) -> HttpResponse:
    """One code; a POST does what its `do` says."""
    book = reads.codebook(request.viewer, study_id)
    one = book.code(frame_id, construct_id)
    forms = _forms(book, one)
    if request.method == "POST":
        verb = request.POST.get("do", "")
        if one.id is None or verb not in STEPS:
            raise NotFound(_("There is nothing of that kind to do here."))
        if verb in forms:
            forms[verb] = _bound(book, one, verb, request.POST)
        refused = _step(request, one.id, verb, forms.get(verb))
        if not refused:
            messages.success(request, str(DONE[verb]))
            return redirect("codebook:code", study_id, frame_id, construct_id)
        return _page(request, book, one, forms, 400)
    return _page(request, book, one, forms, 200)


def _page(
    request: Request, book: Codebook, one: CodeCard, forms: dict[str, RefusableForm], status: int
) -> HttpResponse:
    viewer, study_id = request.viewer, book.study_id
    own = one.id is not None and one.state is not CodeState.MERGED
    values: dict[str, Any] = {
        "code": present.card(book, one, reads.used(viewer, study_id)),
        "also": present.also(book, one),
        "successors": present.successors(book, one),
        "editable": own and access.may_keep_codebook(viewer),
        "retired": one.state is CodeState.RETIRED,
        "groups": present.map_groups(book, one) if own else [],
        "forms": forms,
        "bound": next((form for form in forms.values() if form.errors), None),
    }
    return page(request, "codebook/code.html", values | shell(viewer, study_id, HOME), status)


def _forms(book: Codebook, one: CodeCard) -> dict[str, RefusableForm]:
    if one.id is None or one.state is CodeState.MERGED:
        return {}
    return {verb: _form(book, one, verb) for verb in ("change", "move", "merge")}


def _form(book: Codebook, one: CodeCard, verb: str, data: Any = None) -> RefusableForm:
    frame = book.frame(one.frame_id)
    same = books.choices(book, frame.list_id, but=one.id)
    made: dict[str, Callable[[], RefusableForm]] = {
        "change": lambda: CodeForm(data, initial=vars(one)),
        "move": lambda: MoveForm(same, same, data, initial={"parent": _parent(one)}),
        "merge": lambda: MergeForm(books.choices(book, but=one.id), data),
    }
    return made[verb]()


def _bound(book: Codebook, one: CodeCard, verb: str, data: Any) -> RefusableForm:
    return _form(book, one, verb, data)


def _parent(one: CodeCard) -> str:
    return str(UUID(one.parent)) if one.parent else ""


def _step(request: Request, code_id: UUID, verb: str, form: RefusableForm | None) -> bool:
    """Do it; whether it was refused."""
    if form is not None and not form.is_valid():
        return True
    try:
        STEPS[verb](request, code_id, form)
    except Invalid as refusal:
        if form is None:
            messages.error(request, refusal.reason)
            return False
        form.refuse(refusal.errors)
        return True
    return False


def _change(request: Request, code_id: UUID, form: Any) -> None:
    actions.change_code(code_id=code_id, **form.cleaned_data, by=request.viewer, at=request.at)


def _move(request: Request, code_id: UUID, form: Any) -> None:
    actions.move_code(
        code_id=code_id,
        parent_id=id_chosen(form, "parent"),
        before_id=id_chosen(form, "before"),
        by=request.viewer,
        at=request.at,
    )


def _map(request: Request, code_id: UUID, _form: Any) -> None:
    pairs = [value.partition(":")[::2] for value in request.POST.getlist("constructs")]
    actions.map_code(code_id=code_id, constructs=pairs, by=request.viewer, at=request.at)


def _merge(request: Request, code_id: UUID, form: Any) -> None:
    into = UUID(form.cleaned_data["into"])
    actions.merge_codes(code_id=code_id, into_id=into, by=request.viewer, at=request.at)


def _retire(request: Request, code_id: UUID, _form: Any) -> None:
    actions.retire_code(code_id=code_id, by=request.viewer, at=request.at)


def _bring_back(request: Request, code_id: UUID, _form: Any) -> None:
    actions.bring_back_code(code_id=code_id, by=request.viewer, at=request.at)


STEPS: dict[str, Callable[[Request, UUID, Any], None]] = {
    "change": _change,
    "move": _move,
    "map": _map,
    "merge": _merge,
    "retire": _retire,
    "bring_back": _bring_back,
}


@require_http_methods(["GET", "POST"])
def new_code(request: Request, list_id: UUID, study_id: UUID) -> HttpResponse:
    """A new code of an own list; the page stays open for the next one."""
    book = reads.codebook(request.viewer, study_id)
    frame = book.frame(frame_id_of(list_id))
    form = NewCodeForm(books.choices(book, list_id), request.POST or None, initial=_under(request))
    if request.method == "POST" and form.is_valid():
        said = dict(form.cleaned_data)
        said.pop("parent")
        try:
            actions.add_code(
                list_id=list_id,
                parent_id=id_chosen(form, "parent"),
                **said,
                by=request.viewer,
                at=request.at,
            )
            messages.success(request, _("“%(code)s” was added.") % {"code": said["name"]})
            if "more" in request.POST:
                return redirect("codebook:new_code", list_id, study_id)
            return redirect(HOME, study_id)
        except Invalid as refusal:
            form.refuse(refusal.errors)
    values = {"form": form, "list_title": frame.name} | shell(request.viewer, study_id, HOME)
    return page(request, "codebook/new_code.html", values, 400 if form.errors else 200)


def _under(request: Request) -> dict[str, str]:
    return {"parent": request.GET.get("under", "")}
