"""Who speaks from where to where, to be put right, and heard."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from linkwork.core.errors import Invalid
from linkwork.evaluation.studies import actions, reads
from linkwork.evaluation.studies.reads import SourceCard
from linkwork.web.shared.frame import page
from linkwork.web.shared.request import Request
from linkwork.web.sources.forms import SoundForm, SpeakerForm, SplitForm
from linkwork.web.sources.presenters import speakers as present


@require_GET
def speakers(request: Request, source_id: UUID) -> HttpResponse:
    """The turns of a source, its speakers, and its recording."""
    return drawn(request, reads.source(request.viewer, source_id))


@require_POST
def speakers_find(request: Request, source_id: UUID) -> HttpResponse:
    """Look anew who speaks where."""
    actions.find_turns(source_id=source_id, by=request.viewer, at=request.at)
    messages.success(request, _("The speakers were looked for anew."))
    return redirect("sources:speakers", source_id)


@require_POST
def speaker(request: Request, source_id: UUID) -> HttpResponse:
    """Keep a speaker's name, everywhere, and whether they ask."""
    form = SpeakerForm(request.POST)
    if not form.is_valid():
        return drawn(request, reads.source(request.viewer, source_id), form)
    data, by, at = form.cleaned_data, request.viewer, request.at
    if data["name"].strip() != data["speaker"]:
        actions.rename_speaker(source_id=source_id, speaker=data["speaker"], name=data["name"], by=by, at=at)
    name = " ".join(data["name"].split())
    actions.mark_interviewer(source_id=source_id, speaker=name, asks=data["asks"], by=by, at=at)
    messages.success(request, _("The speaker is kept."))
    return redirect("sources:speakers", source_id)


@require_POST
def turn_merge(request: Request, source_id: UUID, turn_id: UUID) -> HttpResponse:
    """Make a turn part of the one before."""
    try:
        actions.merge_turn(turn_id=turn_id, by=request.viewer, at=request.at)
        messages.success(request, _("The two turns are one."))
    except Invalid as refusal:
        messages.error(request, refusal.reason)
    return redirect("sources:speakers", source_id)


@require_POST
def turn_split(request: Request, source_id: UUID, turn_id: UUID) -> HttpResponse:
    """Let another turn begin inside this one."""
    form = SplitForm(request.POST)
    if form.is_valid():
        try:
            actions.split_turn(turn_id=turn_id, **form.cleaned_data, by=request.viewer, at=request.at)
            messages.success(request, _("The turn is divided."))
            return redirect("sources:speakers", source_id)
        except Invalid as refusal:
            form.refuse(
                {"speaker" if name == "name" else name: said for name, said in refusal.errors.items()}
            )
    return drawn(request, reads.source(request.viewer, source_id), form)


def drawn(request: Request, source: SourceCard, bound: Any = None) -> HttpResponse:
    """The page, with the errors of `bound` on top."""
    turns = reads.turns(request.viewer, source.id)
    recording = reads.recording(request.viewer, source.id)
    values = {
        "source": present.source_head(source),
        "speakers": present.speaker_rows(turns),
        "turns": present.turn_rows(source.text, turns),
        "more_turns": max(0, len(turns) - present.SHOWN),
        "recording": {"type": recording.media_type} if recording else None,
        "timed": any(turn.begins_ms is not None for turn in turns),
        "sound_form": bound if isinstance(bound, SoundForm) else SoundForm(),
        "bound": bound,
    }
    return page(request, "sources/speakers.html", values, 422 if bound else 200)
