"""A contact log from elsewhere, step by step: the file, its columns, its words, a look at what would go in, kept."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from linkwork.core.errors import Invalid, NotFound, Refused
from linkwork.errands.kinds import KEEP_LOG, READ_LOG
from linkwork.errands.kinds.logs import BEGIN, GO_THROUGH, TRY
from linkwork.errands.reads import ErrandCard
from linkwork.evaluation.studies.reads import studies
from linkwork.exchange.sheets.contact_log import mend, refused_header, refused_rows
from linkwork.exchange.sheets.log_columns import guessed
from linkwork.exchange.sheets.log_profile import first_rows
from linkwork.exchange.sheets.log_steps import LOG, keep_report, log_again, mapping_of, saved_of, words_of
from linkwork.exchange.sheets.log_words import LogWords
from linkwork.exchange.sheets.table import SheetFile
from linkwork.exchange.sheets.waiting import Waiting, keep, waiting
from linkwork.exchange.site.papers.log import contact_log
from linkwork.extracts import actions
from linkwork.extracts import reads as extracts
from linkwork.extracts.access import check_may_take
from linkwork.extracts.rules.mappings import LogMapping
from linkwork.programmes.reads import own_lists
from linkwork.web.logs import presenters
from linkwork.web.logs.forms import BringForm, ColumnsForm, KeepForm, MendedForm, WordsForm, choice_of
from linkwork.web.shared.errands import asked, on_the_way
from linkwork.web.shared.frame import page
from linkwork.web.shared.request import Request
from linkwork.web.shared.sheets import CSV, MOST_IN_A_BOOK, XLSX, book_file, table_file, uploaded


@require_http_methods(["GET", "POST"])
def bring(request: Request) -> HttpResponse:
    """The file, and a saved mapping where there is one that fits."""
    check_may_take(request.viewer)
    saved = extracts.mappings(request.viewer)
    given = (request.POST, request.FILES) if request.method == "POST" else ()
    form = BringForm(*given, mappings=saved)
    if form.is_valid():
        chosen = next((one for one in saved if str(one.id) == form.cleaned_data.get("mapping")), None)
        upload = form.cleaned_data["file"]
        file = keep(request.viewer, upload.name or "", upload.chunks(), request.at, LOG)
        if chosen:
            file.say(saved=chosen.mapping.data(), saved_as=chosen.name)
        read = _read(request, file, BEGIN, "bring")
        if not read.error:
            return on_the_way(request, read)
        form.add_error("file", read.error)
    values = {"form": form, "saved": bool(saved)}
    return page(request, "logs/bring.html", values, 400 if form.errors else 200)


def _read(request: Request, file: Waiting, step: str, back: str) -> ErrandCard:
    """Take a step with the whole file. `back`: where somebody goes who has to put something right."""
    way_back = [f"logs:{back}"] if back == "bring" else [f"logs:{back}", str(file.id)]
    return asked(request, READ_LOG, {"file": str(file.id), "step": step, "back": way_back})


@require_http_methods(["GET", "POST"])
def columns(request: Request, file_id: UUID) -> HttpResponse:
    """The first rows, and which of their columns is which of ours."""
    file = _file(request, file_id)
    sheet = file.sheet()
    rows = first_rows(sheet)
    saved, said = saved_of(file), file.said.get("columns")
    known = saved.columns if saved else guessed(sheet.header)
    form = ColumnsForm(
        request.POST or None,
        samples=presenters.samples(sheet.header, rows),
        initial=said or {name: column for name, column in known.items() if column in sheet.header},
    )
    if form.is_valid():
        file.say(told=form.columns)
        read = _read(request, file, GO_THROUGH, "columns")
        if not read.error:
            return on_the_way(request, read)
        form.add_error("occurred_on", read.error)
    values = presenters.preview(file, sheet.header, rows) | {"form": form, "id": file.id}
    return page(request, "logs/columns.html", values, 400 if form.errors else 200)


@require_http_methods(["GET", "POST"])
def words(request: Request, file_id: UUID) -> HttpResponse:
    """Which of their words is which of ours."""
    file = _file(request, file_id)
    sheet, said = file.sheet(), file.said
    if "found" not in said:
        return redirect(_at("columns", file))
    saved, told = saved_of(file), said.get("words", {})
    known = LogWords(words_of(request.viewer), {**(saved.words if saved else {}), **told})
    form = WordsForm(
        request.POST or None,
        found=said["found"],
        guesses={
            (name, word): choice_of(known.code(name, word))
            for name, listed in said["found"].items()
            for word, _rows in listed
        },
        own=own_lists(request.viewer.programme),
        asks_days=said["asks_days"],
        initial={"order": said.get("order") or (saved.order if saved else "")},
    )
    if form.is_valid():
        file.say(words=form.told(), order=form.cleaned_data.get("order", ""), header=list(sheet.header))
        return on_the_way(request, _read(request, file, TRY, "columns"))
    values = {
        "form": form,
        "id": file.id,
        "file": file.name,
        "word_fields": presenters.word_fields(file, form),
    }
    return page(request, "logs/words.html", values, 400 if form.errors else 200)


@require_http_methods(["GET", "POST"])
def check(request: Request, file_id: UUID) -> HttpResponse:
    """What would go in and what would not, before anything is kept; then it is kept."""
    file = _file(request, file_id)
    if "report" not in file.said:
        return redirect(_at("columns", file))
    file.sheet()  # not once it was taken in
    titles = [(str(one.id), one.title) for one in studies(request.viewer)]
    form = KeepForm(
        request.POST or None,
        studies=titles,
        initial={"name": file.name, "days": "exact", "keep_as": file.said.get("saved_as", "")},
    )
    if form.is_valid():
        try:
            _keep_mapping(request, file, form)
        except Invalid as refusal:
            form.refuse(
                {"keep_as" if name == "mapping" else name: said for name, said in refusal.errors.items()}
            )
        else:
            wanted = form.cleaned_data
            given = {
                "file": str(file.id),
                "name": wanted["name"] or file.name,
                "study": wanted["study"] or actions.STUDY_KEY,
                "days": wanted["days"].value,
                "part": form.part.data(),
                "back": ["logs:check", str(file.id)],
            }
            return on_the_way(request, asked(request, KEEP_LOG, given))
    values = presenters.checked(file) | {"form": form, "mending": MendedForm()}
    return page(request, "logs/check.html", values, 400 if form.errors else 200)


def _keep_mapping(request: Request, file: Waiting, form: KeepForm) -> None:
    if called := form.cleaned_data["keep_as"]:
        told, order = mapping_of(file), file.said["read_as"]["order"]
        kept = LogMapping(told.columns, told.words, order if told.order else "", told.headings)
        actions.keep_mapping(name=called, mapping=kept, by=request.viewer, at=request.at)


@require_POST
def mended(request: Request, file_id: UUID) -> HttpResponse:
    """Refused rows come back put right, and go in beside the others."""
    file = _file(request, file_id)
    form = MendedForm(request.POST, request.FILES)
    if not form.is_valid():
        messages.error(request, str(form.errors["mended"][0]))
        return redirect(_at("check", file))
    log = log_again(file)
    before = log.taken
    try:
        upload = form.cleaned_data["mended"]
        with uploaded(upload) as path:
            log = mend(log, SheetFile(path), localdate(request.at), words_of(request.viewer))
        keep_report(file, log)
        messages.success(request, presenters.mended_words(log.taken - before, log.spool.refused))
    except Refused as refusal:
        messages.error(request, refusal.reason)
    finally:
        log.spool.close()
    return redirect(_at("check", file))


@require_GET
def refused(request: Request, file_id: UUID, ending: str) -> HttpResponseBase:
    """The rows that do not go in, as a file to put right and take in again."""
    file = _file(request, file_id)
    if ending not in (CSV, XLSX) or "report" not in file.said:
        raise NotFound(_("There is no such file."))
    log = log_again(file)
    if ending == XLSX and log.spool.refused > MOST_IN_A_BOOK:
        raise Refused(_("These are too many rows for a spreadsheet. Take them as CSV."))
    return table_file(refused_header(log), refused_rows(log), "refused-rows", ending)


@require_POST
def leave(request: Request, file_id: UUID) -> HttpResponse:
    """Nothing is kept."""
    _file(request, file_id).forget()
    messages.success(request, _("Nothing was kept of the file."))
    return redirect("logs:bring")


@require_GET
def done(request: Request, file_id: UUID) -> HttpResponse:
    """What went in, and the rows that did not."""
    file = _file(request, file_id)
    if "extract" not in file.said:
        return redirect(_at("check", file))
    extract = extracts.extract(request.viewer, UUID(file.said["extract"]))
    values = presenters.checked(file) | {"figures": reverse("figures:extract", args=[extract.id])}
    return page(request, "logs/done.html", values)


@require_GET
def empty(request: Request) -> HttpResponse:
    """An empty log to fill in, with headings that are known here."""
    check_may_take(request.viewer)
    return book_file(contact_log(()), "contact-log")


def _file(request: Request, file_id: UUID) -> Waiting:
    check_may_take(request.viewer)
    return waiting(request.viewer, file_id, LOG)


def _at(step: str, file: Waiting) -> str:
    return reverse(f"logs:{step}", args=[file.id])
