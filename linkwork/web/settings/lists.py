"""The programme's own lists: order, words, terms of its own, codes of other systems; by page or by file."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from linkwork.core.errors import Invalid, Refused
from linkwork.exchange.sheets import terms as sheets
from linkwork.exchange.sheets.table import Sheet, read_sheet
from linkwork.instruments import actions, lists
from linkwork.instruments.rules.codes import System
from linkwork.instruments.rules.own import LONGEST_HINT, LONGEST_LABEL
from linkwork.instruments.rules.terms import Code, Term
from linkwork.programmes import access
from linkwork.web.shared import lists as spoken
from linkwork.web.shared.carrying_out import carried_out
from linkwork.web.shared.files import csv_answer
from linkwork.web.shared.forms import Form
from linkwork.web.shared.frame import page
from linkwork.web.shared.request import Request
from linkwork.web.shared.sheets import uploaded

STEPS: dict[str, Callable[..., None]] = {
    "up": lambda **said: actions.move_term(places=-1, **said),
    "down": lambda **said: actions.move_term(places=1, **said),
    "hide": actions.hide_term,
    "show": actions.show_term,
}


class TermForm(Form):
    """What a term is called."""

    label = forms.CharField(label=gettext_lazy("Name"), max_length=LONGEST_LABEL)
    hint = forms.CharField(label=gettext_lazy("What it takes in"), max_length=LONGEST_HINT, required=False)


class CodeForm(Form):
    """The counterpart of a term in one coding system. We ship none: licences forbid it, or are not clear enough."""

    system = forms.ChoiceField(
        label=gettext_lazy("System"),
        choices=[(one.value, name) for one, name in spoken.SYSTEMS.items()],
        widget=forms.RadioSelect,
    )
    code = forms.CharField(
        label=gettext_lazy("Code"),
        help_text=gettext_lazy("Leave empty to take the code away."),
        max_length=40,
        required=False,
    )
    display = forms.CharField(
        label=gettext_lazy("What the code is called there"), max_length=200, required=False
    )
    version = forms.CharField(label=gettext_lazy("Version or release"), max_length=80, required=False)
    licence = forms.CharField(
        label=gettext_lazy("By what licence may you use it?"), max_length=200, required=False
    )


class FileForm(Form):
    """A list as a file."""

    file = forms.FileField(label=gettext_lazy("A file in the form of the one you can download"))


@require_GET
def all_lists(request: Request) -> HttpResponse:
    """Every list with how many terms it offers."""
    access.check_may_set_up(request.viewer)
    card = request.standing.programme
    shown = [
        {
            "id": list_id,
            "name": lists.card(list_id).name,
            "offered": len(lists.terms_of(card, list_id)),
            "changed": bool(card and card.lists.get(list_id)),
        }
        for list_id in lists.list_ids()
    ]
    return page(request, "settings/lists.html", {"lists": shown})


@require_GET
def one_list(request: Request, list_id: str) -> HttpResponse:
    """One list in its order."""
    access.check_may_set_up(request.viewer)
    return _list_page(request, list_id, TermForm(), FileForm())


def _list_page(
    request: Request, list_id: str, form: Form, file: Form, wrong: list[str] | None = None
) -> HttpResponse:
    found, card = lists.all_of(request.standing.programme, list_id), lists.card(list_id)
    values = {
        "card": card,
        "list_id": list_id,
        "terms": [
            {
                "term": term,
                "codes": [spoken.code_said(one) for one in term.codes.values()],
                "first": n == 0,
                "last": n == len(found) - 1,
            }
            for n, term in enumerate(found)
        ],
        "form": form,
        "file": file,
        "wrong": wrong or [],
    }
    return page(request, "settings/list.html", values, 422 if wrong or form.errors or file.errors else 200)


@require_POST
def list_step(request: Request, list_id: str, code: str, step: str) -> HttpResponse:
    """One place up or down, hidden or shown: each a button, so that no mouse is needed."""
    act = STEPS.get(step)
    if act is None:
        raise Refused(_("There is no such step."))
    act(list_id=list_id, code=code, by=request.viewer, at=request.at)
    return redirect(_at(list_id, code))


def _at(list_id: str, code: str) -> str:
    return f"{reverse('settings:list', args=[list_id])}#term-{code}"


@require_POST
def term_add(request: Request, list_id: str) -> HttpResponse:
    """A term of the programme's own."""
    access.check_may_set_up(request.viewer)
    form = TermForm(request.POST)
    if form.is_valid():
        code = carried_out(
            form,
            lambda: actions.add_term(list_id=list_id, **form.cleaned_data, by=request.viewer, at=request.at),
        )
        if code:
            messages.success(request, _("Added."))
            return redirect(_at(list_id, str(code)))
    return _list_page(request, list_id, form, FileForm())


@require_http_methods(["GET", "POST"])
def term(request: Request, list_id: str, code: str) -> HttpResponse:
    """What one term is called."""
    access.check_may_set_up(request.viewer)
    now = lists.term_of(request.standing.programme, list_id, code)
    form = TermForm(request.POST or None, initial={"label": now.label, "hint": now.hint})
    return _kept(
        request,
        list_id,
        now,
        form,
        lambda: actions.say_term(
            list_id=list_id, code=code, **form.cleaned_data, by=request.viewer, at=request.at
        ),
    )


@require_http_methods(["GET", "POST"])
def term_code(request: Request, list_id: str, code: str) -> HttpResponse:
    """Its code in another system."""
    access.check_may_set_up(request.viewer)
    now = lists.term_of(request.standing.programme, list_id, code)
    chosen = next(iter(now.codes.values()), Code(System.SNOMED_CT.value, ""))
    form = CodeForm(request.POST or None, initial=vars(chosen))
    return _kept(
        request,
        list_id,
        now,
        form,
        lambda: actions.map_term(
            list_id=list_id,
            code=code,
            mapping=Code(**form.cleaned_data),
            by=request.viewer,
            at=request.at,
        ),
    )


def _kept(request: Request, list_id: str, now: Term, form: Form, act: Callable[[], Any]) -> HttpResponse:
    if request.method == "POST" and form.is_valid() and carried_out(form, act):
        messages.success(request, _("Kept."))
        return redirect(_at(list_id, now.code))
    values = {"form": form, "list_id": list_id, "term": now, "name": lists.card(list_id).name}
    return page(request, "settings/term.html", values, 422 if form.errors else 200)


@require_GET
def list_file(request: Request, list_id: str) -> HttpResponse:
    """The list as CSV."""
    access.check_may_set_up(request.viewer)
    header, rows = sheets.rows_of(lists.all_of(request.standing.programme, list_id))
    return csv_answer([header, *rows], list_id)


@require_POST
def list_take(request: Request, list_id: str) -> HttpResponse:
    """Take a file over whole, or say of each row what is wrong with it."""
    access.check_may_set_up(request.viewer)
    form = FileForm(request.POST, request.FILES)
    if not form.is_valid():
        return _list_page(request, list_id, TermForm(), form)
    try:
        found, numbers = sheets.terms_of(_read(form.cleaned_data["file"]))
        actions.take_list(list_id=list_id, terms=found, by=request.viewer, at=request.at)
    except Refused as refusal:
        return _list_page(request, list_id, TermForm(), form, [refusal.reason])
    except Invalid as refusal:
        wrong = [
            _("Row %(row)s: %(what)s") % {"row": numbers[int(number)], "what": what}
            for number, what in refusal.errors.items()
        ]
        return _list_page(request, list_id, TermForm(), form, wrong)
    messages.success(request, _("The list is as in the file now."))
    return redirect("settings:list", list_id)


def _read(file: "UploadedFile[bytes]") -> Sheet:
    with uploaded(file) as path:
        return read_sheet(path)
