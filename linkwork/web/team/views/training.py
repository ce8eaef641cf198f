"""Training: one's own and what is missing; for those who look after the team, who lacks what."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from linkwork.core.text import fold
from linkwork.core.viewer import Role
from linkwork.exchange import media
from linkwork.exchange.typst.certificate import certificate_pdf
from linkwork.programmes import reads as programmes
from linkwork.web.shared import lists
from linkwork.web.shared.carrying_out import carried_out
from linkwork.web.shared.days import date_said, date_short, local_day
from linkwork.web.shared.files import csv_answer
from linkwork.web.shared.frame import page
from linkwork.web.shared.request import Request
from linkwork.web.team import words
from linkwork.web.team.forms.training import NeedsForm, RequiredForm, TrainingForm
from linkwork.web.team.one_form import form_page
from linkwork.web.team.tabs import tabs
from linkwork.workforce import access, actions, reads
from linkwork.workforce.reads import CoverLine, TrainingCard
from linkwork.workforce.rules.training import ENDINGS, LIST, Cover, file_kind

PAGE = 50
CHIPS = {Cover.MISSING: "needs", Cover.RUN_OUT: "needs", Cover.SOON_OUT: "info", Cover.HELD: "quiet"}


@require_GET
def training(request: Request) -> HttpResponse:
    """One's own trainings and gaps; for who looks after the team, everybody's gaps and what they want to learn."""
    viewer, today = request.viewer, local_day(request.at)
    sees_all = access.may_see_all(viewer)
    asked = reads.required(viewer)
    lines = reads.coverage(viewer, asked, today) if asked else []
    typed = request.GET.get("q", "").strip()
    found = [line for line in lines if fold(typed) in fold(line.worker_name)]
    place = next((n for n, line in enumerate(found, 1) if str(line.worker_id) == request.GET.get("after")), 0)
    shown = found[place : place + PAGE]
    values = {
        "tabs": tabs(viewer, "team:training"),
        "all": sees_all,
        "manages": access.may_manage(viewer),
        "asked": bool(asked),
        "covers": [_line(line, asked) for line in shown],
        "next_url": f"?after={shown[-1].worker_id}" if len(found) > place + len(shown) and not typed else "",
        "missing": sum(line.gaps > 0 for line in lines),
        "held": [_held(card, request) for card in reads.trainings(viewer, viewer.worker_id)],
        "wishes": [
            {"topic": lists.label(LIST, wish.term), "mean": f"{wish.mean:.1f}", "people": wish.people}
            for wish in (reads.wishes(viewer) if sees_all else [])
        ],
        "works": viewer.has(Role.WORKER),
        "words_typed": typed,
    }
    return page(request, "team/training.html", values)


def _line(line: CoverLine, asked: tuple[str, ...]) -> dict[str, Any]:
    found = [
        {"text": f"{lists.label(LIST, term)}: {words.COVERS[cover]}", "kind": CHIPS[cover]}
        for term, cover in zip(asked, line.covers, strict=True)
        if cover is not Cover.HELD
    ]
    return {"id": line.worker_id, "name": line.worker_name, "chips": found, "whole": not found}


def _held(card: TrainingCard, request: Request) -> dict[str, Any]:
    today = local_day(request.at)
    over = card.expires_on is not None and card.expires_on < today
    until = _("until %(day)s") % {"day": date_said(card.expires_on)} if card.expires_on else ""
    hours = _("%(hours)s hours") % {"hours": f"{float(card.hours):g}"}
    return {
        "id": card.id,
        "topic": lists.label(LIST, card.term),
        "when": date_short(card.held_on, today),
        "small": " · ".join(part for part in (card.title, card.provider, hours, until) if part),
        "over": over,
        "file": card.has_file or card.in_house,
    }


@require_GET
def training_of(request: Request, worker_id: UUID) -> HttpResponse:
    """One worker's trainings, for who looks after them and for themself."""
    access.check_may_record(request.viewer, worker_id)
    worker = programmes.worker(request.viewer, worker_id)
    held = [_held(card, request) for card in reads.trainings(request.viewer, worker_id)]
    return page(request, "team/training_of.html", {"worker": worker, "held": held})


@require_http_methods(["GET", "HEAD", "POST"])
def training_new(request: Request) -> HttpResponse:
    """Note a training, with its certificate."""
    viewer = request.viewer
    here = [one for one in programmes.workers(viewer) if one.until is None]
    form = TrainingForm(
        [(str(one.id), one.name) for one in here if access.may_record(viewer, one.id)],
        access.may_see_all(viewer),
        request.POST or None,
        request.FILES or None,
        initial={"worker": request.GET.get("worker", str(viewer.id)), "held_on": local_day(request.at)},
    )
    if form.is_valid() and _kept(form, request):
        messages.success(request, _("Noted."))
        return redirect("team:training")
    values = {"form": form, "back": "team:training"}
    return page(request, "team/training_new.html", values, 422 if form.errors else 200)


def _kept(form: TrainingForm, request: Request) -> object:
    """Keep the certificate, then note the training; where that is refused, the file goes again."""
    content: bytes | None = form.cleaned_data["file"]
    kind = (file_kind(content[:16]) or "") if content else ""
    name = media.keep(content, ENDINGS[kind]) if content else ""
    done = None
    try:
        done = carried_out(
            form,
            lambda: actions.note_training(
                worker_id=form.worker_id, taken=form.taken(name, kind), by=request.viewer, at=request.at
            ),
        )
    finally:
        if done is None:
            media.forget(name)
    return done


@require_POST
def training_remove(request: Request, training_id: UUID) -> HttpResponse:
    """Take a wrong entry out, with its certificate."""
    media.forget(actions.remove_training(training_id=training_id, by=request.viewer, at=request.at))
    messages.success(request, _("Taken out."))
    return redirect("team:training")


@require_GET
def training_certificate(request: Request, training_id: UUID) -> HttpResponse:
    """The certificate that was handed in, or ours for a training we gave. Never opened in the page itself."""
    card = reads.training(request.viewer, training_id)
    if card.in_house and not card.has_file:
        content, kind = _own_certificate(request, card), "application/pdf"
    else:
        kept = reads.certificate(request.viewer, training_id)
        content, kind = media.read(kept.file_name), kept.file_kind
    answer = HttpResponse(content, content_type=kind)
    answer.headers["Content-Disposition"] = f'attachment; filename="certificate{ENDINGS[kind]}"'
    answer.headers["X-Content-Type-Options"] = "nosniff"
    return answer


def _own_certificate(request: Request, card: TrainingCard) -> bytes:
    return certificate_pdf(
        programmes.programme(request.viewer),
        name=card.worker_name,
        topic=card.title or lists.label(LIST, card.term),
        held_on=card.held_on,
        hours=card.hours,
        expires_on=card.expires_on,
        today=local_day(request.at),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def training_required(request: Request) -> HttpResponse:
    """What everybody is to be trained in."""
    access.check_may_manage(request.viewer)
    form = RequiredForm(request.POST or None, initial={"terms": list(reads.required(request.viewer))})
    if form.is_valid() and carried_out(
        form,
        lambda: actions.require_training(
            terms=frozenset(form.cleaned_data["terms"]), by=request.viewer, at=request.at
        ),
    ):
        messages.success(request, _("Kept."))
        return redirect("team:training")
    return form_page(
        request, form, _("What everybody should have"), _("Keep"), "team:training", _("Training")
    )


@require_http_methods(["GET", "HEAD", "POST"])
def training_needs(request: Request) -> HttpResponse:
    """What one wants to learn."""
    said = {f"t_{term}": str(level) for term, level in reads.own_needs(request.viewer).items()}
    form = NeedsForm(request.POST or None, initial=said)
    if form.is_valid() and carried_out(
        form, lambda: actions.rate_needs(levels=form.levels(), by=request.viewer, at=request.at)
    ):
        messages.success(request, _("Kept."))
        return redirect("team:training")
    note = _("How much would you like training in each of these? The team sees the means, not who said what.")
    return form_page(
        request, form, _("What I want to learn"), _("Keep"), "team:training", _("Training"), note=note
    )


@require_GET
def training_file(request: Request) -> HttpResponse:
    """The trainings as a file: everybody's for who looks after them, else one's own."""
    rows = [[_("Who"), _("Topic"), _("Course"), _("Given by"), _("Held on"), _("Hours"), _("Valid until")]]
    for card in reads.trainings(request.viewer):
        until = card.expires_on.isoformat() if card.expires_on else ""
        cells = [card.worker_name, lists.label(LIST, card.term), card.title, card.provider]
        rows.append([*cells, card.held_on.isoformat(), f"{float(card.hours):g}", until])
    return csv_answer(rows, "training")
