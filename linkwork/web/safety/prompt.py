"""The calm question after a note that holds words which may point to harm: a message on the next page, no block."""

from collections.abc import Iterable, Mapping
from uuid import UUID

from django.contrib import messages
from django.urls import reverse
from django.utils.translation import gettext as _

from linkwork.casework import actions
from linkwork.casework.access import may_raise_concern
from linkwork.casework.rules.risk import Found, kinds_of, risk_words
from linkwork.casework.rules.safeguarding import RiskSource
from linkwork.core.viewer import Viewer
from linkwork.web.safety.presenters import asked_sentence, quoted
from linkwork.web.shared.request import Request


def ask_after_note(
    request: Request, case_id: UUID, contact_id: UUID, note: str, before: str | None = None
) -> bool:
    """Ask on the next page whether the note needs a concern; whether there was anything to ask. Call it after saving.

    The message leads to the page where the choice is kept. `before` is what stood there, if
    anything did: only what is new is asked about, so that putting a comma right asks nothing again.
    """
    found = _new_words(note, before or "")
    if not found or not may_raise_concern(request.viewer):
        return False
    asked = _ask(request, case_id, contact_id, found, again=before is not None)
    _say(request, asked_sentence([one.words for one in found]), reverse("safety:asked", args=[asked]))
    return True


def ask_after_session(
    request: Request, came: Mapping[UUID, UUID], note: str, before: str = "", here: Iterable[UUID] = ()
) -> bool:
    """As `ask_after_note`, of the note that all who came have in common: a question each, one message for all.

    `came` maps each case to its contact. Those whose cases are in `here` were asked about `before`.
    """
    held = set(here)
    found = {case_id: _new_words(note, before if case_id in held else "") for case_id in came}
    if not any(found.values()) or not may_raise_concern(request.viewer):
        return False
    asked = [
        _ask(request, case_id, contact_id, found[case_id], again=case_id in held)
        for case_id, contact_id in came.items()
        if found[case_id]
    ]
    words = [one.words for one in max(found.values(), key=len)]
    if len(asked) == 1:
        _say(request, asked_sentence(words), reverse("safety:asked", args=asked))
    else:
        sentence = _("You wrote “%(words)s”. Does anybody who came need a safeguarding concern?")
        _say(request, sentence % {"words": quoted(words)}, f"{reverse('safety:home')}#asked")
    return True


def question_about(viewer: Viewer, words: str) -> str:
    """The same question of something the person wrote; empty where there is nothing to ask. Nothing is stored."""
    found = risk_words(words)
    if not found or not may_raise_concern(viewer):
        return ""
    sentence = _("They wrote “%(words)s”. Does this need a safeguarding concern?")
    return sentence % {"words": quoted([one.words for one in found])}


def _new_words(note: str, before: str) -> list[Found]:
    known = {one.words.casefold() for one in risk_words(before)}
    return [one for one in risk_words(note) if one.words.casefold() not in known]


def _ask(request: Request, case_id: UUID, contact_id: UUID, found: list[Found], again: bool) -> UUID:
    return actions.ask_about_risk(
        case_id=case_id,
        source=RiskSource.NOTE,
        kinds=kinds_of(found),
        contact_id=contact_id,
        again=again,
        by=request.viewer,
        at=request.at,
    )


def _say(request: Request, sentence: str, url: str) -> None:
    # the message's tag says where it leads (see components/notice.html)
    messages.warning(request, sentence, extra_tags=f"look:{url}")
