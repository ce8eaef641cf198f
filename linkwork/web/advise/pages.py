"""The steps an adviser takes, whichever way they came in. Reading changes nothing; every answer is a button."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from linkwork.core.errors import LinkworkError, NotFound
from linkwork.evaluation.portraits import actions
from linkwork.evaluation.portraits.rules.kinds import Mark
from linkwork.web.advise import presenters
from linkwork.web.advise.desk import Desk
from linkwork.web.advise.forms import CommentForm, VoiceForm
from linkwork.web.advise.labels import MARKS
from linkwork.web.shared.carrying_out import carried_out
from linkwork.web.shared.frame import page
from linkwork.web.shared.request import Request


def whole(
    request: Request, desk: Desk, comment: CommentForm | None = None, voice: VoiceForm | None = None
) -> HttpResponse:
    """The whole portrait, plain words first; a comment, words of one's own, the signature."""
    shown = presenters.whole(desk)
    heard = shown["voice"]
    values = desk.around | {
        "layout": desk.layout,
        "portrait": shown,
        "form": comment or _comment_form(desk),
        "voice_form": voice or VoiceForm(initial=heard),
        "go": {
            "comment": desk.url("comment"),
            "sign": desk.url("sign"),
            "voice": desk.url("voice"),
        },
    }
    refused = (comment and comment.errors) or (voice and voice.errors)
    return page(request, "advise/whole.html", values, 422 if refused else 200)


def one(request: Request, desk: Desk, number: int) -> HttpResponse:
    """One statement in large letters, and four buttons."""
    said = presenters.statements(desk)
    if not 1 <= number <= len(said):
        raise NotFound(_("There is no such statement in this portrait."))
    values = desk.around | {
        "layout": desk.layout,
        "title": desk.card.title,
        "said": said[number - 1],
        "number": number,
        "many": len(said),
        "marks": [{"key": key.value, "label": label, "icon": icon} for key, (label, icon) in MARKS.items()],
        "go": {
            "say": desk.url("mark", number),
            "whole": desk.url("open"),
            "back": desk.url("one", number - 1) if number > 1 else "",
            "on": desk.url("one", number + 1) if number < len(said) else "",
        },
    }
    return page(request, "advise/one.html", values)


def mark(request: Request, desk: Desk, number: int) -> HttpResponse:
    """Keep one touch, and go on to the next statement; after the last, back to the whole."""
    said = desk.card.statements
    touched = request.POST.get("mark", "")
    if not 1 <= number <= len(said) or touched not in set(Mark):
        raise NotFound(_("There is no such statement in this portrait."))
    kept = _tried(
        request,
        lambda: actions.mark_statement(
            portrait_id=desk.card.id,
            statement_id=said[number - 1].id,
            mark=Mark(touched),
            text=request.POST.get("text", ""),
            by=desk.viewer,
            at=request.at,
        ),
    )
    if not kept:
        return redirect(desk.url("one", number))
    if number < len(said):
        return redirect(desk.url("one", number + 1))
    messages.success(request, _("Thank you. That was the last one."))
    return redirect(desk.url("open") + "#comment")


def comment(request: Request, desk: Desk) -> HttpResponse:
    """Keep a comment."""
    form = _comment_form(desk, request)
    kept = form.is_valid() and _tried(
        request,
        lambda: carried_out(
            form,
            lambda: actions.comment(
                portrait_id=desk.card.id,
                text=form.cleaned_data["text"],
                statement_id=form.about,
                by=desk.viewer,
                at=request.at,
            ),
        ),
    )
    if not kept:
        return whole(request, desk, comment=form)
    messages.success(request, _("Thank you. The evaluator will see your comment."))
    return redirect(desk.url("open"))


def sign(request: Request, desk: Desk) -> HttpResponse:
    """Agree to what was read."""
    kept = _tried(
        request,
        lambda: actions.sign_off(
            portrait_id=desk.card.id,
            fingerprint=request.POST.get("fingerprint", ""),
            by=desk.viewer,
            at=request.at,
        ),
    )
    if kept:
        messages.success(request, _("Thank you. You have signed off this portrait."))
    return redirect(desk.url("open"))


def voice(request: Request, desk: Desk) -> HttpResponse:
    """Keep words of one's own and how one is named, or take both back."""
    back = "take_back" in request.POST
    form = VoiceForm(request.POST)
    if not back and not form.is_valid():
        return whole(request, desk, voice=form)
    told = (
        {"called": "", "words": ""}
        if back
        else {name: form.cleaned_data[name] for name in ("called", "words")}
    )
    kept = _tried(
        request,
        lambda: actions.speak(portrait_id=desk.card.id, by=desk.viewer, at=request.at, **told),
    )
    if kept is not None:
        said = _("Your words are taken back.") if back else _("Thank you. Your words stand in the portrait.")
        messages.success(request, said)
    return redirect(desk.url("open"))


def _comment_form(desk: Desk, request: Request | None = None) -> CommentForm:
    named = [(said.id, said.plain or said.text) for said in desk.card.statements]
    return CommentForm(request.POST if request else None, statements=named)


def _tried(request: Request, act: Callable[[], object]) -> object:
    """What was done; None where it was refused, which is then said on the next page."""
    try:
        return act()
    except LinkworkError as refusal:
        messages.warning(request, refusal.reason)
    return None
